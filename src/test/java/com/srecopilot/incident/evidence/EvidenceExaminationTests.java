package com.srecopilot.incident.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.unit.DataSize;

import com.srecopilot.identity.Invalid;

class EvidenceExaminationTests {

    private final EvidenceExamination examination = new EvidenceExamination(new EvidenceProperties(DataSize.ofKilobytes(200), "database", null, null));

    @Test
    void theContentSaysWhatAFileIsAndNotItsName() throws IOException {
        assertThat(file("cat.png", "<html><script>alert(1)</script></html>".getBytes()).mediaType()).isEqualTo("text/html");
        assertThat(file("notes.html", png(40, 30)).mediaType()).isEqualTo("image/png");
        assertThat(file("photo.jpg", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes()).mediaType()).isEqualTo("image/svg+xml");
        assertThat(file("x", "2026-11-24 12:00:00 ERROR pool exhausted\n".getBytes()).mediaType()).isEqualTo("text/plain");
        assertThat(List.of("text/html", "image/svg+xml", "application/xhtml+xml", "application/javascript", "text/xml"))
                .allSatisfy(type -> assertThat(ContentKind.harmless(type)).isEqualTo("application/octet-stream"));
    }

    @Test
    void anImageIsPaintedAnewAndSmall() throws IOException {
        byte[] preview = file("wide.png", png(3000, 100)).preview();
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(preview));
        assertThat(small.getWidth()).isLessThanOrEqualTo(Thumbnail.SIDE);
        assertThat(new String(preview, 0, 3, StandardCharsets.ISO_8859_1)).startsWith("\u00ff\u00d8");
        assertThat(file("script.png", "<svg onload=alert(1)>".getBytes()).preview()).isNull();
        assertThat(file("torn.png", Arrays.copyOf(png(40, 30), 60)).preview()).isNull();
    }

    @Test
    void aPhotoOfAPhoneStandsUpright() throws IOException {
        var lying = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        lying.createGraphics().fillRect(0, 0, 100, 100); // white on the left
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(lying, "jpeg", bytes);
        byte[] photo = heldAs(6, bytes.toByteArray());
        assertThat(Orientation.of(photo)).isEqualTo(6);
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(file("photo.jpg", photo).preview()));
        assertThat(upright.getWidth()).isEqualTo(100);
        assertThat(upright.getHeight()).isEqualTo(200);
        assertThat(upright.getRGB(50, 20) & 0xff).as("what was left is at the top").isGreaterThan(200);
        assertThat(upright.getRGB(50, 180) & 0xff).isLessThan(60);
        assertThat(Orientation.of(Arrays.copyOf(photo, 20))).isEqualTo(1);
        assertThat(Orientation.of(png(2, 2))).isEqualTo(1);
    }

    /** The JPEG with an Exif block that says so. */
    private static byte[] heldAs(int orientation, byte[] jpeg) {
        ByteBuffer exif = ByteBuffer.allocate(36).putShort((short) 0xffe1).putShort((short) 34).putInt(0x45786966).putShort((short) 0)
                .putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        return ByteBuffer.allocate(jpeg.length + 36).put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
    }

    @Test
    void anImageBombIsRefusedByWhatItDeclares() throws IOException {
        assertThatThrownBy(() -> file("bomb.png", declaring(30_000, 30_000))).isInstanceOf(Invalid.class)
                .hasMessageContaining("30000 × 30000 pixels").hasMessageContaining("50 million");
    }

    @Test
    void whatIsTooLargeIsRefusedWithTheLimit() {
        assertThatThrownBy(() -> file("big.log", new byte[300_000])).hasMessage("takes 200 KB at most; big.log has 293 KB");
        assertThatThrownBy(() -> examination.of(new EvidenceForm(null, null, "x".repeat(200_001), null, null)))
                .hasMessageContaining("200000 characters at most").hasMessageContaining("Attach it as a file");
        assertThatThrownBy(() -> examination.of(EvidenceForm.EMPTY)).hasMessageContaining("choose one");
    }

    @Test
    void aLinkLeadsToTheWeb() {
        for (String bad : List.of("javascript:alert(1)", "data:text/html,x", "//host/x", "ftp://host/x", "https:///x", "https://a:b@host/", "http://a b", "JaVaScRiPt:alert(1)//http://x")) {
            assertThatThrownBy(() -> examination.of(new EvidenceForm(null, bad, null, null, null))).as(bad).isInstanceOf(Invalid.class);
        }
        NewEvidence link = examination.of(new EvidenceForm(null, " https://grafana.test/d/1?x=%20 ", null, null, "The panel")).get(0);
        assertThat(link.name()).isEqualTo("grafana.test/d/1?x=%20");
        assertThat(link.note()).isEqualTo("The panel");
    }

    @Test
    void namesAreHarmlessAndKeepTheirEnd() {
        assertThat(FileName.of("C:\\fakepath\\..\\log.txt")).isEqualTo("log.txt");
        assertThat(FileName.of("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.of("invoice\u202Egpj.exe\r\n")).isEqualTo("invoicegpj.exe");
        assertThat(FileName.of("..")).isEqualTo("file");
        assertThat(FileName.of("w".repeat(400) + ".png")).hasSize(200).endsWith(".png");
        assertThat(FileName.attachment("Größe \"1\".log"))
                .isEqualTo("attachment; filename=\"Gr__e _1_.log\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.log");
        assertThat(FileName.attachment("plain.log")).isEqualTo("attachment; filename=\"plain.log\"");
    }

    @Test
    void logLinesAreTakenApart() {
        LogLine error = LogLine.of("2026-11-24T12:04:11.123Z ERROR [pool-1] no INFO left");
        assertThat(error.tone()).isEqualTo("error");
        assertThat(error.tokens()).containsExactly(new LogLine.Token("time", "2026-11-24T12:04:11.123Z"), new LogLine.Token("", " "),
                new LogLine.Token("level", "ERROR"), new LogLine.Token("", " [pool-1] no INFO left"));
        assertThat(LogLine.of("12:00:01 WARN slow").tone()).isEqualTo("warning");
        assertThat(LogLine.of("\tat com.acme.Pool.take(Pool.java:12)").tone()).isEqualTo("error");
        assertThat(LogLine.of("nothing special").tokens()).hasSize(1);
        assertThat(LogLine.of("").tokens()).isEmpty();
    }

    @Test
    void aFolderIsNeededWhereFilesGoToOne() {
        assertThat(new EvidenceProperties(DataSize.ofMegabytes(1), "directory", null, null).isDirectoryKnown()).isFalse();
        assertThat(new EvidenceProperties(DataSize.ofMegabytes(1), "directory", Path.of("x"), null).isDirectoryKnown()).isTrue();
    }

    private NewEvidence file(String name, byte[] content) {
        return examination.of(new EvidenceForm(List.of(new MockMultipartFile("file", name, "image/png", content)), null, null, null, null)).get(0);
    }

    static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** A small PNG whose head claims another size. */
    static byte[] declaring(int width, int height) throws IOException {
        byte[] png = png(1, 1);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }
}
