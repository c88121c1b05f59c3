package com.srecopilot.demo.pulse;

import java.util.List;

/** How a shop is at any moment. */
record Condition(Shop shop, List<Disturbance> disturbances) {

    Strain own(String service, long millis) {
        return disturbances.stream().map(each -> each.of(service, millis)).reduce(Strain.NONE, Strain::and);
    }

    /** With what it notices of those that it calls, and of those behind them. */
    Strain felt(String service, long millis) {
        return shop.services().get(service).calls().stream().map(callee -> felt(callee, millis).felt()).reduce(own(service, millis), Strain::and);
    }
}
