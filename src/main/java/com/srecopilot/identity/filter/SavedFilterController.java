package com.srecopilot.identity.filter;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.tenancy.Needs;

/** Saves, renames and deletes filters; leads back to the list. What is deleted can be saved again from there. */
@Controller
@RequestMapping("/me/filters")
@Needs
class SavedFilterController {

    static final List<String> PATHS = List.of("/incidents", "/alerts");
    private static final int LONGEST = 2_000;

    private final SavedFilters filters;

    SavedFilterController(SavedFilters filters) {
        this.filters = filters;
    }

    @PostMapping
    String save(@RequestParam String name, @RequestParam String address, RedirectAttributes next) {
        String path = path(address);
        return change(name, address, next, () -> filters.save(path, name, address));
    }

    @PutMapping("/{id}")
    String rename(@PathVariable UUID id, @RequestParam String name, RedirectAttributes next) {
        return change(name, known(id).address(), next, () -> filters.rename(id, name));
    }

    @DeleteMapping("/{id}")
    String delete(@PathVariable UUID id, RedirectAttributes next) {
        SavedFilter gone = known(id);
        filters.delete(id);
        next.addFlashAttribute("deletedFilter", gone);
        return "redirect:" + path(gone.address());
    }

    private SavedFilter known(UUID id) {
        return filters.find(id).orElseThrow(() -> new NotFound("This filter"));
    }

    private static String change(String name, String address, RedirectAttributes next, Runnable act) {
        try {
            act.run();
        } catch (Invalid refused) {
            next.addFlashAttribute("filterRefused", "This name " + refused.getMessage() + ".").addFlashAttribute("filterName", name);
        }
        return "redirect:" + address;
    }

    /** A list of ours, never another site. */
    private static String path(String address) {
        return PATHS.stream().filter(path -> address.startsWith(path + "?") && address.length() <= LONGEST && address.matches("[\\x21-\\x7e&&[^\\\\]]+")).findFirst()
                .orElseThrow(() -> new Invalid("address", "is a filtered list of incidents or alerts"));
    }
}
