package com.srecopilot.incident.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Semaphore;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.srecopilot.identity.Invalid;

/** Small pictures of images, painted anew: nothing of the file itself reaches a page. */
final class Thumbnail {

    /** Of the longer side. */
    static final int SIDE = 960;
    static final long MOST_PIXELS = 50_000_000;

    private static final Set<String> READABLE = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp", "image/x-ms-bmp");
    /** Each decoding takes some 20 MB. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Thumbnail() {
    }

    static boolean possible(String mediaType) {
        return READABLE.contains(mediaType);
    }

    /**
     * @param orientation see {@link Orientation}
     * @return a JPEG, or null when the image is broken
     * @throws Invalid when the image declares more than 50 million pixels; nothing of it is decoded then
     */
    static byte[] of(InputStream image, int orientation) throws IOException {
        AT_ONCE.acquireUninterruptibly();
        try (var stream = new MemoryCacheImageInputStream(image)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            return readers.hasNext() ? of(stream, readers.next(), orientation) : null;
        } finally {
            AT_ONCE.release();
        }
    }

    private static byte[] of(MemoryCacheImageInputStream stream, ImageReader reader, int orientation) throws IOException {
        try {
            reader.setInput(stream, true, true);
            mustBeSane(reader.getWidth(0), reader.getHeight(0));
            return jpeg(scaled(coarse(reader), orientation));
        } catch (Invalid bomb) {
            throw bomb;
        } catch (IOException | RuntimeException broken) { // The JDK's readers throw whatever a damaged file makes them stumble over.
            return null;
        } finally {
            reader.dispose();
        }
    }

    private static void mustBeSane(long width, long height) {
        if (width * height > MOST_PIXELS) {
            throw new Invalid("file", "is an image of " + width + " × " + height + " pixels; " + MOST_PIXELS / 1_000_000 + " million are the most");
        }
    }

    /** Every n-th pixel, so that a large photo needs no more room than a small one. */
    private static BufferedImage coarse(ImageReader reader) throws IOException {
        ImageReadParam coarsely = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * SIDE));
        coarsely.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, coarsely);
    }

    private static BufferedImage scaled(BufferedImage image, int orientation) {
        double scale = Math.min(1, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean lies = Orientation.lies(orientation);
        var small = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = small.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.transform(Orientation.upright(orientation, width, height));
        brush.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        brush.dispose();
        return small;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
