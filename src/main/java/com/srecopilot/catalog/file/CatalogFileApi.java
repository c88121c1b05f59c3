package com.srecopilot.catalog.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.tenancy.Needs;

/** The file for programs. */
@RestController
@RequestMapping("/api/v1/services.yaml")
class CatalogFileApi {

    private static final int ENOUGH = (1 << 20) + 1;

    private final CatalogWriter writer;
    private final Import imports;

    CatalogFileApi(CatalogWriter writer, Import imports) {
        this.writer = writer;
        this.imports = imports;
    }

    /** @param unchanged how many services of the file were so already. @param untouched how many it didn't mention */
    record Answer(List<String> created, List<String> changed, List<String> learned, List<String> removed, int unchanged, int untouched) {

        static Answer of(ImportPlan plan) {
            return new Answer(plan.created().stream().map(ImportPlan.Item::name).toList(), plan.changed().stream().map(ImportPlan.Item::name).toList(),
                    plan.learned(), plan.removed(), plan.unchanged(), plan.untouched());
        }
    }

    @GetMapping
    @Needs
    ResponseEntity<String> export() {
        return ResponseEntity.ok().contentType(CatalogFileController.YAML).body(writer.write());
    }

    /**
     * @param remove whether services that the file doesn't mention go
     * @param dryRun answers what would become of them and changes nothing
     */
    @PutMapping
    @Needs("services:write")
    ResponseEntity<?> replace(InputStream body, @RequestParam(defaultValue = "false") boolean remove,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) throws IOException {
        String text = Import.decoded(body.readNBytes(ENOUGH));
        Import.Outcome outcome = dryRun ? imports.look(text, remove) : imports.put(text, remove);
        if (!outcome.problems().isEmpty()) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, outcome.problems().get(0).words());
            problem.setProperty("errors", outcome.problems().stream().map(each -> Map.of("field", "line " + each.line(), "message", each.message())).toList());
            return ResponseEntity.badRequest().body(problem);
        }
        return ResponseEntity.ok(Answer.of(outcome.plan()));
    }
}
