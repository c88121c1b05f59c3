package com.srecopilot.hypothesis.accuracy;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.NavigationItem;

@Component
class AccuracyNavigation implements NavigationItem {

    @Override
    public String group() {
        return "Understand";
    }

    @Override
    public String path() {
        return "/hypotheses/accuracy";
    }

    @Override
    public String label() {
        return "Accuracy of causes";
    }

    @Override
    public String icon() {
        return "target";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String needs() {
        return "hypotheses:read";
    }
}
