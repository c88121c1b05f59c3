package com.srecopilot.incident.evidence;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a phone was held when it took a photo: what its Exif block says, 1 (upright) to 8. Only this is read of it. */
final class Orientation {

    private static final int START_OF_SCAN = 0xffda;
    private static final int APP1 = 0xffe1;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;

    private Orientation() {
    }

    /** @return 1 for anything but a JPEG that says otherwise */
    static int of(byte[] beginning) {
        try {
            return jpeg(ByteBuffer.wrap(beginning));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return 1;
        }
    }

    private static int jpeg(ByteBuffer bytes) {
        if ((bytes.getShort() & 0xffff) != 0xffd8) {
            return 1;
        }
        for (int marker = bytes.getShort() & 0xffff; marker > 0xff00 && marker != START_OF_SCAN; marker = bytes.getShort() & 0xffff) {
            int end = bytes.position() + (bytes.getShort() & 0xffff);
            if (marker == APP1 && bytes.getInt(bytes.position()) == EXIF) {
                return tiff(bytes.slice(bytes.position() + 6, end - bytes.position() - 6));
            }
            bytes.position(end);
        }
        return 1;
    }

    private static int tiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** @return whether width and height change places */
    static boolean lies(int orientation) {
        return orientation >= 5;
    }

    /** Turns a picture of that size, as stored, upright. */
    static AffineTransform upright(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
