package io.receivables.qr;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import io.receivables.core.reference.BankDetails;
import io.receivables.core.reference.EpcQr;
import io.receivables.core.reference.SwissQr;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The picture of a QR code with error correction M and its quiet zone, black on white.
 *
 * <p>The Swiss code measures 46 by 46 mm with a quiet zone of 5 mm and the Swiss cross of 7 by 7 mm in its middle, which hides no more
 * than error correction restores. Others have the quiet zone of four modules that the QR standard asks for, and no size of their
 * own.
 */
public final class QrImage {
    private static final int GREATEST_EPC_VERSION = 13;
    private static final int GREATEST_SWISS_VERSION = 25;
    private static final int GREATEST_SCALE = 100;
    private static final int QUIET_MODULES = 4;

    // Swiss Implementation Guidelines QR-bill v2.3, 6.4: in mm
    private static final double SWISS_SIZE = 46;
    private static final double SWISS_QUIET = 5;
    private static final double CROSS = 7;

    /** The black square of the cross, between white edges. */
    private static final double CROSS_SQUARE = 6;

    private static final double ARM_WIDTH = 7.0 / 6;

    /** Each arm is a sixth longer than wide, as on the flag: 1 + 2 x 7/6 widths in all, which is 35/9 mm. */
    private static final double ARM_LENGTH = 35.0 / 9;

    private final QrCode code;
    private final boolean isSwiss;

    private QrImage(QrCode code, boolean isSwiss) {
        this.code = code;
        this.isSwiss = isSwiss;
    }

    /** The code of a SEPA transfer, of version 13 at most. */
    public static QrImage of(EpcQr code) {
        return new QrImage(encode(code.payload(), GREATEST_EPC_VERSION), false);
    }

    /** The code of a Swiss QR-bill, of version 25 at most, with the Swiss cross. */
    public static QrImage of(SwissQr code) {
        return new QrImage(encode(code.payload(), GREATEST_SWISS_VERSION), true);
    }

    /**
     * The code that goes with bank details: {@link BankDetails#swissQr()} or else {@link BankDetails#epcQr()}; empty where neither is
     * in use.
     *
     * @throws IllegalArgumentException if there would be one, but the details do not fit into it
     */
    public static Optional<QrImage> of(BankDetails details) {
        return details.swissQr().map(QrImage::of).or(() -> details.epcQr().map(QrImage::of));
    }

    /**
     * The code of any text, in UTF-8.
     *
     * @throws IllegalArgumentException if the text is too long for a code
     */
    public static QrImage ofText(String text) {
        return new QrImage(encode(text, QrCode.MAX_VERSION), false);
    }

    private static QrCode encode(String text, int greatestVersion) {
        // as bytes, always: banks' readers expect UTF-8, not the shorter modes for digits and capital letters
        List<QrSegment> bytes = List.of(QrSegment.makeBytes(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return QrCode.encodeSegments(bytes, QrCode.Ecc.MEDIUM, QrCode.MIN_VERSION, greatestVersion, -1, false);
        } catch (DataTooLongException e) {
            throw new IllegalArgumentException(
                    "text has " + bytes.get(0).numChars + " bytes in UTF-8: too many for a code of version "
                            + greatestVersion + "; shorten it",
                    e);
        }
    }

    /** The version of the code: 1 has 21 modules on each side, and each further one 4 more. */
    public int version() {
        return code.version;
    }

    // ---- SVG

    /** An SVG document: in mm for a Swiss code, 56 by 56 with its quiet zone; in modules for others, of any size. */
    public String svg() {
        double unit = isSwiss ? SWISS_SIZE / code.size : 1;
        double quiet = isSwiss ? SWISS_QUIET : QUIET_MODULES;
        String side = number(code.size * unit + 2 * quiet);
        StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(side)
                .append(' ')
                .append(side);
        if (isSwiss) {
            svg.append("\" width=\"")
                    .append(side)
                    .append("mm\" height=\"")
                    .append(side)
                    .append("mm");
        }
        svg.append("\" shape-rendering=\"crispEdges\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.append("<path transform=\"translate(")
                .append(number(quiet))
                .append(' ')
                .append(number(quiet));
        svg.append(") scale(")
                .append(number(unit))
                .append(")\" d=\"")
                .append(path())
                .append("\"/>\n");
        if (isSwiss) {
            appendCross(svg, quiet + SWISS_SIZE / 2);
        }
        return svg.append("</svg>\n").toString();
    }

    /** A bar for each run of dark modules of a row. */
    private String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    int start = x;
                    while (code.getModule(x + 1, y)) {
                        x++;
                    }
                    path.append('M')
                            .append(start)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x + 1 - start);
                    path.append("v1H").append(start).append('z');
                }
            }
        }
        return path.toString();
    }

    private static void appendCross(StringBuilder svg, double middle) {
        appendBox(svg, middle, CROSS, CROSS, "fff");
        appendBox(svg, middle, CROSS_SQUARE, CROSS_SQUARE, "000");
        appendBox(svg, middle, ARM_LENGTH, ARM_WIDTH, "fff");
        appendBox(svg, middle, ARM_WIDTH, ARM_LENGTH, "fff");
    }

    private static void appendBox(StringBuilder svg, double middle, double width, double height, String colour) {
        svg.append("<rect x=\"")
                .append(number(middle - width / 2))
                .append("\" y=\"")
                .append(number(middle - height / 2));
        svg.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        svg.append("\" fill=\"#").append(colour).append("\"/>\n");
    }

    private static String number(double value) {
        String number = String.format(Locale.ROOT, "%.6f", value);
        return number.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    // ---- PNG

    /**
     * A PNG picture in black and white. That of a Swiss code states its resolution, so that it prints in its size; to be sharp there,
     * take 10 pixels or more.
     *
     * @param pixelsPerModule 1 to 100
     */
    public byte[] png(int pixelsPerModule) {
        if (pixelsPerModule < 1 || pixelsPerModule > GREATEST_SCALE) {
            throw new IllegalArgumentException(
                    "pixelsPerModule " + pixelsPerModule + " is out of range: use 1 to " + GREATEST_SCALE);
        }
        int symbol = code.size * pixelsPerModule;
        double perMm = symbol / SWISS_SIZE;
        int quiet = isSwiss ? (int) Math.round(SWISS_QUIET * perMm) : QUIET_MODULES * pixelsPerModule;
        int side = symbol + 2 * quiet;
        MonochromePng png = new MonochromePng(side);
        for (int y = 0; y < symbol; y++) {
            for (int x = 0; x < symbol; x++) {
                boolean isDark = code.getModule(x / pixelsPerModule, y / pixelsPerModule);
                if (isSwiss ? isDark(x, y, symbol, perMm, isDark) : isDark) {
                    png.blacken(x + quiet, y + quiet);
                }
            }
        }
        return isSwiss ? png.bytes((int) Math.round(perMm * 1000)) : png.bytes();
    }

    /** Whether a pixel is dark that may be under the cross, told at its middle. */
    private static boolean isDark(int x, int y, int symbol, double perMm, boolean module) {
        double across = Math.abs(x + 0.5 - symbol / 2.0) / perMm * 2;
        double down = Math.abs(y + 0.5 - symbol / 2.0) / perMm * 2;
        if (across > CROSS || down > CROSS) {
            return module;
        }
        boolean isArm = (across <= ARM_LENGTH && down <= ARM_WIDTH) || (across <= ARM_WIDTH && down <= ARM_LENGTH);
        return across <= CROSS_SQUARE && down <= CROSS_SQUARE && !isArm;
    }

    @Override
    public String toString() {
        return "QrImage[version " + version() + (isSwiss ? ", Swiss]" : "]");
    }
}
