package com.srecopilot.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.srecopilot.identity.Invalid;

class RunbookTests {

    @Test
    void aLinkHasItsTitleOnEitherSideOrNone() {
        assertThat(Runbook.parse("https://wiki/pool Restart the pool")).isEqualTo(new Runbook("https://wiki/pool", "Restart the pool"));
        assertThat(Runbook.parse(" Restart  the pool https://wiki/pool ")).isEqualTo(new Runbook("https://wiki/pool", "Restart the pool"));
        assertThat(Runbook.parse("http://wiki").words()).isEqualTo("http://wiki");
        assertThat(Runbook.parse("/runbooks#ServiceDown No instance answers")).isEqualTo(new Runbook("/runbooks#ServiceDown", "No instance answers"))
                .satisfies(book -> assertThat(book.here()).isTrue());
        assertThat(Runbook.parseAll("\r\nhttps://a A\r\n\r\nhttps://b\n")).containsExactly(new Runbook("https://a", "A"), new Runbook("https://b", ""));
    }

    @Test
    void whatIsNoLinkIsQuoted() {
        for (String line : List.of("javascript:alert(1)", "see the wiki", "ftp://host", "<https://a>", "//evil.example", "/\\evil.example")) {
            assertThatThrownBy(() -> Runbook.parse(line)).isInstanceOf(Invalid.class).hasMessageContaining(line);
        }
        String many = IntStream.range(0, 21).mapToObj(i -> "https://wiki/" + i).collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> Runbook.parseAll(many)).hasMessageContaining("at most 20");
    }

    @Test
    void aCurveOfCountsStartsAtZeroAndSaysItsSum() {
        Sparkline curve = Sparkline.of(List.of(0L, 2L, 4L));
        assertThat(curve.stroke().line()).isEqualTo("0.0,26.0 48.0,14.0 96.0,2.0");
        assertThat(curve.words("alerts")).isEqualTo("6 alerts in 3 h, at most 4 in one");
        assertThat(Sparkline.of(List.of()).stroke().area()).isEmpty();
    }
}
