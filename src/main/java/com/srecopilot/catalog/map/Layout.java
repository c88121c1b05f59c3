package com.srecopilot.catalog.map;

import java.util.List;
import java.util.Map;

/**
 * Where everything is, in pixels.
 *
 * @param places of services, by name
 * @param lines one path for each call, in the order of the graph's edges
 */
record Layout(int width, int height, Map<String, Point> places, List<String> lines) {

    record Point(int x, int y) {
    }
}
