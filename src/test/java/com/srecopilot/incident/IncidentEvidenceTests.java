package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.stories.Quickest;

class IncidentEvidenceTests extends Desk {

    @Test
    void aScreenshotIsAddedByTheFormShownDownloadedAndRemoved() throws IOException {
        int number = declare("Search is slow", "low", "search-service");
        String page = "/incidents/" + number;
        byte[] image = png();
        HttpResponse<String> added = upload(page + "/evidence", Map.of("note", "At 12:04"), "Größe.png", image);
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(added.headers().firstValue("Location").orElseThrow()).endsWith(page + "#evidence");
        JsonNode piece = get("/api/v1" + page + "/evidence").get("items").get(0);
        assertThat(piece.get("media_type").stringValue()).isEqualTo("image/png");
        String own = page + "/evidence/" + piece.get("id").stringValue();
        assertThat(ana.get(page).body()).contains("Größe.png", "At 12:04", own + "/preview");
        assertThat(ana.download(own + "/preview").headers().firstValue("Content-Type")).contains("image/jpeg");
        HttpResponse<byte[]> file = ana.download(own + "/file");
        assertThat(file.body()).isEqualTo(image);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment; filename=\"Gr__e.png\"; filename*=UTF-8''Gr%C3%B6");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(timeline(number)).contains("evidence.added: Größe.png added");
        assertThat(ana.get(page + "/export.md").body()).contains("## Evidence", "Größe.png (image/png");
        assertThat(submit(own, Map.of("_method", "delete")).statusCode()).isEqualTo(303);
        assertThat(ana.get(own).statusCode()).isEqualTo(404);
        assertThat(ana.download(own + "/file").statusCode()).isEqualTo(404);
        assertThat(timeline(number)).contains("evidence.removed: Größe.png removed");
    }

    @Test
    void whatCouldRunInABrowserLeavesAsBytes() {
        int number = declare("Search is slow", "low", "search-service");
        HttpResponse<String> added = upload("/api/v1/incidents/" + number + "/evidence", Map.of(), "x.png", "<html><script>alert(1)</script>".getBytes());
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        HttpResponse<byte[]> file = ana.download(json(added).get("url").stringValue());
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"x.png\"");
    }

    @Test
    void aLogAndALinkArePutDownAndABadLinkKeepsWhatWasTyped() {
        int number = declare("Search is slow", "low", "search-service");
        String path = "/incidents/" + number + "/evidence";
        assertThat(upload(path, Map.of("log", "12:00:01 ERROR <b>pool</b> exhausted\n12:00:02 INFO fine", "link", "https://grafana.test/d/1"), null, null).statusCode()).isEqualTo(303);
        assertThat(ana.get("/incidents/" + number).body()).contains("log-line error", "&lt;b&gt;pool&lt;/b&gt;", "https://grafana.test/d/1");
        HttpResponse<String> refused = upload(path, Map.of("link", "javascript:alert(1)", "note", "keep me"), null, null);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Link must begin with http:// or https://", "keep me");
        HttpResponse<String> htmx = upload(path, Map.of("log", "more lines"), null, null, "HX-Request", "true");
        assertThat(htmx.statusCode()).isEqualTo(200);
        assertThat(htmx.body()).contains("id=\"evidence-add\"", "hx-swap-oob=\"true\"", "more lines").doesNotContain("<html");
    }

    @Test
    void fiftyMegabytesAreRefusedWithTheLimitAndTwentyAreReadPartByPart() {
        int number = declare("Search is slow", "low", "search-service");
        String path = "/incidents/" + number + "/evidence";
        HttpResponse<String> page = upload(path, Map.of(), "huge.log", log(50));
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("25 MB");
        HttpResponse<String> problem = upload("/api/v1" + path, Map.of(), "huge.log", log(50));
        assertThat(problem.statusCode()).isEqualTo(413);
        assertThat(json(problem).get("detail").stringValue()).contains("25 MB");
        byte[] large = log(20);
        JsonNode kept = json(upload("/api/v1" + path, Map.of(), "large.log", large));
        assertThat(ana.download(kept.get("url").stringValue()).body()).isEqualTo(large);
        String own = path + "/" + kept.get("id").stringValue();
        Quickest.isBelow(Duration.ofSeconds(2), () -> ana.get(own + "?part=1000"));
        HttpResponse<String> shown = ana.get(own + "?part=1000");
        assertThat(shown.body()).contains("Part 1001 of", "Earlier lines").hasSizeLessThan(150 * 1024);
    }

    @Test
    void manyPiecesAreLeafedThroughAndViewersOnlyRead() {
        int number = declare("Search is slow", "low", "search-service");
        String path = "/incidents/" + number + "/evidence";
        for (int i = 0; i < 30; i++) {
            upload(path, Map.of("link", "https://host.test/" + i), null, null);
        }
        assertThat(ana.get("/incidents/" + number).body()).contains("All 30").contains("host.test/29").doesNotContain("host.test/3<");
        assertThat(ana.get(path).body()).contains("24 of 30", "Older");
        JsonNode first = get("/api/v1" + path + "?limit=20");
        JsonNode second = get("/api/v1" + path + "?limit=20&cursor=" + first.get("next_cursor").stringValue());
        assertThat(second.get("items")).hasSize(10);
        var vic = new Browsing(port);
        vic.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(vic.get(path).statusCode()).isEqualTo(200);
        assertThat(vic.upload(path, Browsing.token(vic.get("/incidents/" + number).body()), Map.of("link", "https://x.test"), null, null).statusCode()).isEqualTo(403);
        assertThat(upload("/api/v1/incidents/999/evidence", Map.of("link", "https://x.test"), null, null).statusCode()).isEqualTo(404);
        assertThat(ana.upload(path, "wrong", Map.of("link", "https://x.test"), null, null).statusCode()).isEqualTo(403);
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] log(int megabytes) {
        byte[] line = "2026-11-24T12:04:11Z ERROR [pool-1] connection is not available, request timed out\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[megabytes << 20];
        for (int i = 0; i < all.length; i += line.length) {
            System.arraycopy(line, 0, all, i, Math.min(line.length, all.length - i));
        }
        return all;
    }
}
