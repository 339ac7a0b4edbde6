package io.receivables.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.receivables.core.Money;
import io.receivables.core.reference.BankDetails;
import io.receivables.core.reference.EpcQr;
import io.receivables.core.reference.Iban;
import io.receivables.core.reference.PaymentReference;
import io.receivables.core.reference.ReferenceScheme;
import io.receivables.core.reference.StructuredAddress;
import io.receivables.core.reference.SwissQr;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class QrImageTest {
    private static final Iban GERMAN = Iban.parse("DE33100205000001194700");
    private static final Iban QR_IBAN = Iban.parse("CH4431999123000889012");
    private static final PaymentReference QRR = ReferenceScheme.QRR.make("21000000000313947143000901");
    private static final StructuredAddress SCHNEIDER =
            new StructuredAddress("Robert Schneider AG", "Rue du Lac", "1268", "2501", "Biel", "CH");
    private static final EpcQr EPC = EpcQr.to("Wikimedia Foerdergesellschaft", GERMAN, Money.of("123.45", "EUR"))
            .withReference(ReferenceScheme.RF.make("539007547034"));
    private static final SwissQr SWISS =
            SwissQr.of(QR_IBAN, SCHNEIDER, Money.of("1949.75", "CHF"), QRR).withMessage("Auftrag vom 15. März");
    private static final EpcQr FULL_EPC =
            EpcQr.to("ü".repeat(70), GERMAN, Money.of("123.45", "EUR")).withText("ü".repeat(70));
    private static final StructuredAddress LONG =
            new StructuredAddress("ä".repeat(70), "ö".repeat(70), "ü".repeat(16), "é".repeat(16), "è".repeat(35), "CH");
    /** 970 bytes: nearly all that a Swiss code can hold. */
    private static final SwissQr FULL_SWISS = SwissQr.of(QR_IBAN, LONG, Money.of("999999999.99", "CHF"), QRR)
            .withMessage("à".repeat(140))
            .withAlternativeSchemes(List.of("x".repeat(100), "y".repeat(90)));

    private static Result read(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), new int[width * image.getHeight()], 0, width);
        try {
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(
                                    new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels))),
                            Map.of(DecodeHintType.CHARACTER_SET, "UTF-8"));
        } catch (com.google.zxing.ReaderException e) {
            throw new AssertionError("the code cannot be read", e);
        }
    }

    private static BufferedImage picture(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new AssertionError("no PNG", e);
        }
    }

    private static String read(QrImage image, int pixels) {
        return read(picture(image.png(pixels))).getText();
    }

    // ---- PNG

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 10})
    void a_picture_is_read_as_the_text_that_it_was_made_of(int pixels) {
        assertThat(read(QrImage.of(EPC), pixels)).isEqualTo(EPC.payload());
        assertThat(read(QrImage.of(FULL_EPC), pixels)).isEqualTo(FULL_EPC.payload());
        assertThat(read(QrImage.of(SWISS), pixels)).isEqualTo(SWISS.payload());
        assertThat(read(QrImage.of(FULL_SWISS), pixels)).isEqualTo(FULL_SWISS.payload());
        assertThat(read(QrImage.ofText("Prénom 東京 😀"), pixels)).isEqualTo("Prénom 東京 😀");
    }

    @Test
    void a_full_swiss_code_is_near_the_limit() {
        assertThat(FULL_SWISS.payload().getBytes(StandardCharsets.UTF_8).length).isBetween(900, 997);
        assertThat(QrImage.of(FULL_SWISS).version()).isBetween(24, 25);
        assertThat(QrImage.of(FULL_EPC).version()).isBetween(12, 13);
    }

    @Test
    void the_error_correction_is_m_even_where_more_would_fit() {
        assertThat(read(picture(QrImage.ofText("x").png(4))).getResultMetadata())
                .containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
        assertThat(read(picture(QrImage.of(SWISS).png(4))).getResultMetadata())
                .containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
    }

    @Test
    void the_published_epc_example_has_version_6() {
        // 95 bytes: a code of version 5 with error correction M holds 84, one of version 6 holds 106
        assertThat(QrImage.of(EPC).version()).isEqualTo(6);
        assertThat(QrImage.of(EPC)).hasToString("QrImage[version 6]");
        assertThat(QrImage.of(SWISS).toString()).endsWith(", Swiss]");
    }

    @Test
    void the_quiet_zone_is_white_and_of_four_modules() {
        BufferedImage image = picture(QrImage.of(EPC).png(3));

        // version 6: 41 modules, and 4 on each side
        assertThat(image.getWidth()).isEqualTo(3 * (41 + 8));
        assertThat(image.getHeight()).isEqualTo(image.getWidth());
        for (int i = 0; i < image.getWidth(); i++) {
            for (int edge = 0; edge < 12; edge++) {
                assertThat(image.getRGB(i, edge)).isEqualTo(0xFFFFFFFF);
                assertThat(image.getRGB(edge, i)).isEqualTo(0xFFFFFFFF);
                assertThat(image.getRGB(i, image.getHeight() - 1 - edge)).isEqualTo(0xFFFFFFFF);
                assertThat(image.getRGB(image.getWidth() - 1 - edge, i)).isEqualTo(0xFFFFFFFF);
            }
        }
        // the corner of the finder pattern
        assertThat(image.getRGB(12, 12)).isEqualTo(0xFF000000);
    }

    @Test
    void a_swiss_code_states_its_resolution_and_has_a_quiet_zone_of_5_mm() {
        QrImage image = QrImage.of(SWISS);
        int modules = 17 + 4 * image.version();
        byte[] png = image.png(10);

        BufferedImage picture = picture(png);
        double perMm = modules * 10 / 46.0;
        assertThat(picture.getWidth()).isEqualTo(modules * 10 + 2 * (int) Math.round(5 * perMm));
        // signature 8, IHDR 12 + 13, length 4: the next chunk's name
        assertThat(new String(png, 37, 4, StandardCharsets.US_ASCII)).isEqualTo("pHYs");
        ByteBuffer size = ByteBuffer.wrap(png, 41, 9);
        assertThat(size.getInt()).isEqualTo((int) Math.round(perMm * 1000));
        assertThat(size.getInt()).isEqualTo((int) Math.round(perMm * 1000));
        assertThat(size.get()).isEqualTo((byte) 1);
    }

    @Test
    void the_swiss_cross_stands_in_the_middle() {
        QrImage image = QrImage.of(SWISS);
        BufferedImage picture = picture(image.png(20));
        double perMm = (17 + 4 * image.version()) * 20 / 46.0;

        // from the middle outwards: arm to 1.94 mm and 0.58 to its sides, square to 3, edge to 3.5
        assertThat(colours(picture, perMm, 0, 0)).isEqualTo("white");
        assertThat(colours(picture, perMm, 1.9, 0)).isEqualTo("white");
        assertThat(colours(picture, perMm, 2.0, 0)).isEqualTo("black");
        assertThat(colours(picture, perMm, 0.55, 1.9)).isEqualTo("white");
        assertThat(colours(picture, perMm, 0.65, 1.9)).isEqualTo("black");
        assertThat(colours(picture, perMm, 2.95, 2.95)).isEqualTo("black");
        assertThat(colours(picture, perMm, 3.05, 0)).isEqualTo("white");
        assertThat(colours(picture, perMm, 3.45, 3.45)).isEqualTo("white");
    }

    /** The one colour of the pixels that lie so many mm to the sides of the middle, in all eight directions. */
    private static String colours(BufferedImage image, double perMm, double across, double down) {
        double middle = image.getWidth() / 2.0;
        int found = 0;
        for (int sign : new int[] {-1, 1}) {
            for (int other : new int[] {-1, 1}) {
                int a = (int) Math.floor(middle + sign * across * perMm);
                int b = (int) Math.floor(middle + other * down * perMm);
                found |= 1 << (image.getRGB(a, b) & 1);
                found |= 1 << (image.getRGB(b, a) & 1);
            }
        }
        return found == 1 ? "black" : found == 2 ? "white" : "both";
    }

    @Test
    void the_same_text_gives_the_same_bytes() {
        assertThat(QrImage.of(SWISS).png(4)).isEqualTo(QrImage.of(SWISS).png(4));
        assertThat(QrImage.of(SWISS).svg()).isEqualTo(QrImage.of(SWISS).svg());
    }

    @Test
    void the_greatest_picture_can_be_made_and_no_greater_one() {
        assertThat(picture(QrImage.ofText("x").png(100)).getWidth()).isEqualTo(100 * (21 + 8));
        assertThat(picture(QrImage.ofText("x").png(1)).getWidth()).isEqualTo(21 + 8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrImage.ofText("x").png(0))
                .withMessage("pixelsPerModule 0 is out of range: use 1 to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrImage.ofText("x").png(101));
    }

    // ---- SVG

    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H(\\d+)z");

    /** Draws the SVG's rectangles and bars. */
    private static BufferedImage drawn(String svg, double pixels) {
        Element root;
        try {
            root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("no XML", e);
        }
        double side = Double.parseDouble(root.getAttribute("viewBox").split(" ", -1)[2]);
        int width = (int) Math.round(side * pixels);
        BufferedImage image = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        fill(image, 0, 0, width, width, 0xFFFFFF);
        Element path = (Element) root.getElementsByTagName("path").item(0);
        Matcher transform = Pattern.compile("translate\\(([\\d.]+) ([\\d.]+)\\) scale\\(([\\d.]+)\\)")
                .matcher(path.getAttribute("transform"));
        assertThat(transform.matches()).isTrue();
        double quiet = Double.parseDouble(transform.group(1)) * pixels;
        double unit = Double.parseDouble(transform.group(3)) * pixels;
        String bars = path.getAttribute("d");
        assertThat(BAR.matcher(bars).replaceAll("")).isEmpty();
        BAR.matcher(bars).results().forEach(bar -> {
            assertThat(bar.group(4)).isEqualTo(bar.group(1));
            fill(
                    image,
                    quiet + Integer.parseInt(bar.group(1)) * unit,
                    quiet + Integer.parseInt(bar.group(2)) * unit,
                    Integer.parseInt(bar.group(3)) * unit,
                    unit,
                    0);
        });
        for (int i = 1; i < root.getElementsByTagName("rect").getLength(); i++) {
            Element box = (Element) root.getElementsByTagName("rect").item(i);
            fill(
                    image,
                    Double.parseDouble(box.getAttribute("x")) * pixels,
                    Double.parseDouble(box.getAttribute("y")) * pixels,
                    Double.parseDouble(box.getAttribute("width")) * pixels,
                    Double.parseDouble(box.getAttribute("height")) * pixels,
                    box.getAttribute("fill").equals("#fff") ? 0xFFFFFF : 0);
        }
        return image;
    }

    private static void fill(BufferedImage image, double x, double y, double width, double height, int colour) {
        for (long i = Math.round(x); i < Math.round(x + width); i++) {
            for (long j = Math.round(y); j < Math.round(y + height); j++) {
                image.setRGB((int) i, (int) j, colour);
            }
        }
    }

    @Test
    void a_drawing_is_read_as_the_text_that_it_was_made_of() {
        assertThat(read(drawn(QrImage.of(EPC).svg(), 4)).getText()).isEqualTo(EPC.payload());
        assertThat(read(drawn(QrImage.of(SWISS).svg(), 16)).getText()).isEqualTo(SWISS.payload());
        assertThat(read(drawn(QrImage.of(FULL_SWISS).svg(), 16)).getText()).isEqualTo(FULL_SWISS.payload());
    }

    @Test
    void a_drawing_has_a_size_in_mm_for_switzerland_and_none_for_others() {
        assertThat(QrImage.of(SWISS).svg())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
                        + " viewBox=\"0 0 56 56\" width=\"56mm\" height=\"56mm\"")
                .contains(
                        // the middle is at 5 + 23 = 28
                        "<rect x=\"24.5\" y=\"24.5\" width=\"7\" height=\"7\" fill=\"#fff\"/>",
                        "<rect x=\"25\" y=\"25\" width=\"6\" height=\"6\" fill=\"#000\"/>");
        assertThat(QrImage.of(EPC).svg())
                .contains(" viewBox=\"0 0 49 49\" shape")
                .doesNotContain("mm");
        double scale = 46.0 / (17 + 4 * QrImage.of(SWISS).version());
        Matcher written = Pattern.compile("scale\\(([\\d.]+)\\)")
                .matcher(QrImage.of(SWISS).svg());
        assertThat(written.find()).isTrue();
        assertThat(Double.parseDouble(written.group(1))).isCloseTo(scale, within(1e-6));
    }

    // ---- what codes are made of

    @Test
    void bank_details_have_the_code_of_their_account() {
        Money euros = Money.of("1.00", "EUR");
        BankDetails german = BankDetails.of("Atelier Nord", GERMAN, euros);
        BankDetails swiss = BankDetails.of("Atelier Nord", QR_IBAN, Money.of("1.00", "CHF"))
                .withAddress(SCHNEIDER)
                .withReference(QRR);

        assertThat(read(QrImage.of(german).orElseThrow(), 4))
                .isEqualTo(german.payload().orElseThrow());
        assertThat(QrImage.of(swiss).orElseThrow().svg())
                .isEqualTo(QrImage.of(swiss.swissQr().orElseThrow()).svg());
        assertThat(QrImage.of(BankDetails.ofAccount("Atelier Nord", "003-12345-1234567", euros)))
                .isEmpty();
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        // version 40 with error correction M holds 2331 bytes
        assertThat(QrImage.ofText("x".repeat(2331)).version()).isEqualTo(40);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrImage.ofText("é" + "x".repeat(2330)))
                .withMessage("text has 2332 bytes in UTF-8: too many for a code of version 40; shorten it");
    }
}
