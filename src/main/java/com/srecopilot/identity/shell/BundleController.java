package com.srecopilot.identity.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.srecopilot.tenancy.Anyone;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** The styles and the scripts of every page, each kind in one answer: a third smaller on the way than one by one, and fetched at once. */
@Controller
@Anyone
class BundleController {

    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
    private static final MediaType JS = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final List<String> STYLES = List.of("tokens", "base", "form", "layout", "list", "notice", "live", "incident", "tape", "alert", "hypothesis", "catalog",
            "dashboard", "identity", "evidence");
    private static final List<String> SCRIPTS = List.of("csrf", "can", "age", "menu", "toast", "draft", "arrive", "place", "live", "search", "select", "keys", "evidence", "copy");

    private final ResourceLoader loader;
    private final String[] locations;
    private final Map<String, Bundle> packaged = new ConcurrentHashMap<>();

    BundleController(ResourceLoader loader, WebProperties web) {
        this.loader = loader;
        this.locations = web.getResources().getStaticLocations();
    }

    private record Bundle(String text, String etag) {
    }

    @GetMapping("/css/all.css")
    ResponseEntity<String> styles() {
        return answer("css", STYLES, CSS);
    }

    @GetMapping("/js/all.js")
    ResponseEntity<String> scripts() {
        return answer("js", SCRIPTS, JS);
    }

    private ResponseEntity<String> answer(String kind, List<String> names, MediaType type) {
        Bundle bundle = packaged.get(kind);
        if (bundle == null) {
            List<Resource> parts = names.stream().map(name -> part(kind + "/" + name + "." + kind)).toList();
            String text = parts.stream().map(BundleController::text).collect(Collectors.joining("\n"));
            bundle = new Bundle(text, '"' + DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8)) + '"');
            if (parts.stream().noneMatch(Resource::isFile)) { // what lies in folders may be edited
                packaged.put(kind, bundle);
            }
        }
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noCache()).eTag(bundle.etag()).body(bundle.text());
    }

    private Resource part(String path) {
        return Arrays.stream(locations).map(location -> loader.getResource(location + path)).filter(Resource::exists).findFirst().orElseThrow(() -> new IllegalStateException(path + " is missing"));
    }

    private static String text(Resource part) {
        try {
            return part.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
