package com.srecopilot.telemetry.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.srecopilot.identity.Invalid;

/**
 * A Prometheus as a person describes it.
 *
 * @param url its address, with the path under which its API stands
 * @param token empty keeps the one that is set
 * @param forget whether the one that is set is forgotten
 * @param selectors of series, one a line
 */
record PrometheusForm(String url, String token, Boolean forget, String selectors) {

    static final String EVERYTHING = "{job=~\".+\"}";
    private static final int MOST_SELECTORS = 10;
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{0,4000}");

    static PrometheusForm empty() {
        return new PrometheusForm("", "", false, EVERYTHING);
    }

    /** @throws Invalid naming the field */
    PrometheusForm checked() {
        URI address = address(text(url));
        List<String> lines = text(selectors).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() || lines.size() > MOST_SELECTORS || lines.stream().anyMatch(line -> line.length() > 500)) {
            throw new Invalid("selectors", "takes 1 to " + MOST_SELECTORS + " selectors of at most 500 characters, one a line");
        }
        if (!TOKEN.matcher(text(token)).matches()) {
            throw new Invalid("token", "takes at most 4000 letters, digits and signs, without spaces");
        }
        return new PrometheusForm(address.toString().replaceAll("/+$", ""), text(token), Boolean.TRUE.equals(forget), String.join("\n", lines));
    }

    private static URI address(String typed) {
        try {
            URI address = new URI(typed);
            String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            if (List.of("http", "https").contains(scheme) && address.getHost() != null && address.getRawUserInfo() == null && address.getRawQuery() == null
                    && address.getRawFragment() == null && typed.length() <= 500) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new Invalid("url", "is no address such as http://prometheus.example:9090", e);
        }
        throw new Invalid("url", "is an address such as http://prometheus.example:9090, without a user, a query or a fragment");
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    @Override
    public String toString() {
        return "PrometheusForm[" + url + "]";
    }
}
