package com.srecopilot.catalog.map;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.tenancy.Needs;

/** {@code /services/map}; scales are per cent, 0 fits the width of the page. */
@Controller
@Needs
class ServiceMapController {

    private static final List<Integer> SCALES = List.of(0, 50, 75, 100, 150);
    private static final int LEAST_READABLE = 70;

    private final ServiceMap map;

    ServiceMapController(ServiceMap map) {
        this.map = map;
    }

    @GetMapping("/services/map")
    String show(@RequestParam(defaultValue = "") String around, @RequestParam(defaultValue = "0") int zoom, Model model) {
        model.addAttribute("around", around.strip());
        model.addAttribute("hops", ServiceMap.HOPS);
        model.addAttribute("zoom", SCALES.contains(zoom) ? zoom : 0);
        model.addAttribute("leastReadable", LEAST_READABLE);
        model.addAttribute("scales", SCALES);
        model.addAttribute("drawing", map.draw(around.strip()));
        return "catalog/map";
    }
}
