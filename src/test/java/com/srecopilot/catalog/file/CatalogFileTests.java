package com.srecopilot.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogFileTests {

    @Test
    void aFileSaysWhatItSaysAndNothingElse() {
        CatalogFile file = CatalogFile.parse("""
                services:
                  - name: checkout-service
                    tier: 1
                    region: eu-west
                    runbooks:
                      - https://wiki/pool Restart the pool
                      - { title: Fail over, url: https://wiki/over }
                    depends_on: [orders-db, cache, cache]
                  - name: no
                    owner: ~
                """);
        assertThat(file.problems()).isEmpty();
        Entry first = file.entries().get(0);
        assertThat(first.line()).isEqualTo(2);
        assertThat(first.tier()).isEqualTo("1");
        assertThat(first.owner()).isNull();
        assertThat(first.runbooks()).containsExactly("https://wiki/pool Restart the pool", "https://wiki/over Fail over");
        assertThat(first.dependsOn()).containsExactly("cache", "orders-db");
        assertThat(file.entries().get(1)).isEqualTo(new Entry(9, "no", null, null, "", null, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "services:\\n  - name: a\\n    tier: 7|line 3: tier is 1, 2, 3 or 4; this is “7”",
        "services:\\n  - name: a\\n    color: red|line 3: knows no field “color”",
        "services:\\n  - tier: 1|line 2: a service needs a name",
        "services:\\n  - name: a\\n  - name: a|line 3: “a” is already described in line 2",
        "services:\\n  - name: a\\n    name: b|line 3: “name” is there twice",
        "services:\\n  - name: a\\n    depends_on: [b, a]|line 3: a service can't depend on itself",
        "services:\\n  - name: a\\n    depends_on: b|line 3: depends_on needs a list",
        "services:\\n  - name: a\\n    runbooks: [\"javascript:alert(1)\"]|line 3: a runbook needs an address",
        "services:\\n  - name: [1]|line 2: name needs one value",
        "services:\\n  - just words|line 2: needs fields here",
        "services:\\n\\t- name: a|line 2: ",
        "services: [|line 1: ",
        "- a|line 1: needs fields here",
        "`  `|line 1: holds nothing",
        "services:\\n  - !!javax.script.ScriptEngineManager [a]|line 2: Global tag is not allowed"})
    void whatIsWrongIsSaidWithItsLine(String text, String words) {
        CatalogFile file = CatalogFile.parse(text.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(file.problems()).isNotEmpty();
        assertThat(file.problems().stream().map(Problem::words)).as("%s", file.problems()).anyMatch(each -> each.startsWith(words));
    }

    @Test
    void bombsAreRefusedQuickly() {
        String laughs = "a: &a [x,x]\n" + IntStream.range(0, 80).mapToObj(i -> "b" + i + ": [*a,*a]").collect(Collectors.joining("\n"));
        assertThat(CatalogFile.parse(laughs).problems()).isNotEmpty();
        assertThat(CatalogFile.parse("[".repeat(100_000)).problems()).isNotEmpty();
        assertThat(CatalogFile.parse("services:\n" + "  - name: a\n".repeat(3_000)).problems()).hasSize(1);
        assertThat(CatalogFile.parse("x: " + "y".repeat(2 << 20)).problems()).isNotEmpty();
        String many = "services:\n" + "  - tier: 9\n".repeat(500);
        assertThat(CatalogFile.parse(many).problems()).hasSize(50);
    }
}
