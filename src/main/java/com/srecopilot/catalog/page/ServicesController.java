package com.srecopilot.catalog.page;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.tenancy.Needs;

@Controller
@Needs
class ServicesController {

    private final ServiceList list;
    private final ServicePage page;

    ServicesController(ServiceList list, ServicePage page) {
        this.list = list;
        this.page = page;
    }

    @GetMapping("/services")
    @Transactional(readOnly = true)
    String list(ServiceFilter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        ServiceList.Found found = list.find(filter, Math.max(1, Math.min(page, 1_000_000)));
        model.addAttribute("filter", filter);
        model.addAttribute("page", found);
        model.addAttribute("newer", found.number() > 1 ? filter.page(found.number() - 1) : null);
        model.addAttribute("older", found.hasNext() ? filter.page(found.number() + 1) : null);
        return "catalog/list";
    }

    @GetMapping("/services/{name}")
    @Transactional(readOnly = true)
    String show(@PathVariable String name, @RequestParam(defaultValue = "") String changes, Model model) {
        model.addAllAttributes(page.show(name, changes));
        return "catalog/show";
    }
}
