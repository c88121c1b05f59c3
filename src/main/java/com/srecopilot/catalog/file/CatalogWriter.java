package com.srecopilot.catalog.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

import com.srecopilot.catalog.Runbook;
import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.ServiceRows;

/** Writes the whole catalog so that importing the file changes nothing. */
@Service
class CatalogWriter {

    private static final int WIDTH = 120;
    private static final String HEAD = "# The services of this organisation. Fields that are left out stay as they are when this file is imported.\n";

    private final ServiceRows rows;

    CatalogWriter(ServiceRows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    String write() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(WIDTH);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        return HEAD + new Yaml(options).dump(Map.of("services", rows.all().stream().map(CatalogWriter::entry).toList()));
    }

    private static Map<String, Object> entry(ServiceDetail service) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("name", service.name());
        put(entry, "tier", service.tier() == null ? "" : Integer.valueOf(service.tier()));
        put(entry, "region", service.region());
        put(entry, "owner", service.owner());
        put(entry, "description", service.description());
        put(entry, "runbooks", service.runbooks().stream().map(CatalogWriter::link).toList());
        put(entry, "depends_on", List.copyOf(service.dependsOn()));
        return entry;
    }

    private static Object link(Runbook runbook) {
        if (runbook.title().isEmpty()) {
            return runbook.url();
        }
        var link = new LinkedHashMap<String, String>();
        link.put("title", runbook.title());
        link.put("url", runbook.url());
        return link;
    }

    private static void put(Map<String, Object> entry, String field, Object value) {
        if (!value.equals("") && !value.equals(List.of())) {
            entry.put(field, value);
        }
    }
}
