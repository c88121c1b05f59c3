package com.srecopilot.incident.api;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.list.IncidentFacets;
import com.srecopilot.incident.list.IncidentFilter;
import com.srecopilot.incident.list.IncidentSearch;
import com.srecopilot.tenancy.Needs;

/** Search with facets. Counts are over all that is found, not the page. */
@RestController
class SearchApi {

    private final IncidentSearch search;
    private final IncidentFacets facets;

    SearchApi(IncidentSearch search, IncidentFacets facets) {
        this.search = search;
        this.facets = facets;
    }

    @PostMapping("/api/v1/incidents/search")
    @Needs("incidents:read")
    Found find(@Valid @RequestBody SearchRequest request) {
        IncidentFilter filter = request.filter();
        Slice<IncidentView> found = search.newestFirst(filter, request.cursor(), Slice.limit(request.limit()));
        return new Found(found.items().stream().map(IncidentJson::of).toList(), found.nextCursor(), found.total(),
                facets.of(filter, request.dimensions(), request.interval()));
    }

    record Found(List<IncidentJson> items, @JsonProperty("next_cursor") String nextCursor, long total,
            Map<String, Map<String, Long>> aggregations) {
    }
}
