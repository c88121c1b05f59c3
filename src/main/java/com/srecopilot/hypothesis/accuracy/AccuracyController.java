package com.srecopilot.hypothesis.accuracy;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.hypothesis.suggestion.SuggestionFigures;
import com.srecopilot.tenancy.Needs;

@Controller
@Needs("hypotheses:read")
class AccuracyController {

    private final Benchmark benchmark = Benchmark.shipped();
    private final SuggestionBenchmark suggested = SuggestionBenchmark.shipped();
    private final Verdicts verdicts;
    private final SuggestionFigures suggestions;

    AccuracyController(Verdicts verdicts, SuggestionFigures suggestions) {
        this.verdicts = verdicts;
        this.suggestions = suggestions;
    }

    @GetMapping("/hypotheses/accuracy")
    ModelAndView show() {
        return new ModelAndView("hypothesis/accuracy", Map.of("benchmark", benchmark, "own", verdicts.hitRate(),
                "suggested", suggested, "outcomes", suggestions.outcomes()));
    }
}
