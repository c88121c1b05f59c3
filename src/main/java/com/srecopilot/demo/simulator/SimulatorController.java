package com.srecopilot.demo.simulator;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.tenancy.Needs;

/** {@code POST} plays a scenario, {@code DELETE} stops it. */
@Controller
@RequestMapping("/simulator")
@Needs(SimulatorTile.NEEDS)
@Profile("demo")
class SimulatorController {

    private final Simulator simulator;
    private final SimulatorTile tile;

    SimulatorController(Simulator simulator, SimulatorTile tile) {
        this.simulator = simulator;
        this.tile = tile;
    }

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        return answer(request);
    }

    @PostMapping
    ModelAndView start(@RequestParam String scenario, @RequestParam(defaultValue = "fast") String pace, HttpServletRequest request) {
        try {
            simulator.start(scenario, pace.equals("fast"));
            return answer(request);
        } catch (Invalid problem) {
            return request.getHeader("HX-Request") == null ? answer(request) : new ModelAndView(SimulatorTile.FRAGMENT, Map.of("panel", tile.view(problem.getMessage())), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping
    ModelAndView stop(HttpServletRequest request) {
        simulator.stop();
        return answer(request);
    }

    private ModelAndView answer(HttpServletRequest request) {
        if (!simulator.available()) {
            throw new NotFound("The simulator");
        }
        if (request.getHeader("HX-Request") != null) {
            return new ModelAndView(SimulatorTile.FRAGMENT, Map.of("panel", tile.view(null)));
        }
        var there = new RedirectView("/#simulator");
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(there);
    }
}
