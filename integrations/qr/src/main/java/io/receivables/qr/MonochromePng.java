package io.receivables.qr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A square PNG picture with one bit per pixel (ISO/IEC 15948). The bits are compressed at a fixed level without filters; the same
 * picture gives the same bytes on the same JDK.
 */
final class MonochromePng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte ONE_BIT = 1;
    private static final byte METRES = 1;
    private static final int CRC_AND_LENGTH = 12;

    private final int side;
    private final int rowLength;
    private final byte[] rows;

    /** A white picture. */
    MonochromePng(int side) {
        this.side = side;
        this.rowLength = 1 + (side + 7) / 8;
        this.rows = new byte[rowLength * side];
        Arrays.fill(rows, (byte) 0xFF);
        for (int y = 0; y < side; y++) {
            // the row's filter: none
            rows[y * rowLength] = 0;
        }
    }

    void blacken(int x, int y) {
        int at = y * rowLength + 1 + x / 8;
        rows[at] = (byte) (rows[at] & ~(0x80 >> x % 8));
    }

    byte[] bytes() {
        return bytes(new byte[0]);
    }

    /** The picture with its size: so many pixels are one metre. */
    byte[] bytes(int pixelsPerMetre) {
        return bytes(chunk(
                "pHYs",
                ByteBuffer.allocate(9)
                        .putInt(pixelsPerMetre)
                        .putInt(pixelsPerMetre)
                        .put(METRES)
                        .array()));
    }

    private byte[] bytes(byte[] size) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        // side and side, one bit, greyscale; the three methods have no other value than 0
        png.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13).putInt(side).putInt(side).put(ONE_BIT).array()));
        png.writeBytes(size);
        png.writeBytes(chunk("IDAT", deflated()));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private byte[] deflated() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(CRC_AND_LENGTH + data.length);
        chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
