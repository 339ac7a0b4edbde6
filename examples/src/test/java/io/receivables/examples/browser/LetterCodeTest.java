package io.receivables.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.reference.BankDetails;
import io.receivables.core.reference.EpcQr;
import io.receivables.core.reference.Iban;
import io.receivables.core.reference.PaymentReference;
import io.receivables.core.reference.ReferenceScheme;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.letters.Contact;
import io.receivables.dunning.letters.Creditor;
import io.receivables.dunning.letters.LetterFacts;
import io.receivables.dunning.letters.LetterPayment;
import io.receivables.dunning.letters.LetterWriter;
import io.receivables.dunning.letters.WrittenLetter;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Policies;
import io.receivables.qr.QrImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A printed reminder is paid with the code on it: what a bank's app reads there is what the letter asks for. */
class LetterCodeTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-05-11");
    private static final Iban IBAN = Iban.parse("DE33 1002 0500 0001 1947 00");

    @TempDir
    Path folder;

    @Test
    void the_code_on_a_letter_is_read_as_a_transfer_of_what_it_asks_for() throws IOException {
        WrittenLetter letter = letter();
        Path page = Files.writeString(folder.resolve("letter.html"), letter.html());
        Optional<Browser> started = Browser.start(folder);
        Assumptions.assumeTrue(
                started.isPresent(), "Chromium and chromedriver are not both on the PATH: see CONTRIBUTING.md");
        Path screen = Path.of("target", "screenshots", "letter-code.png");
        try (Browser browser = started.orElseThrow()) {
            browser.open(page);
            browser.screenshot(screen);
            assertThat(browser.messages()).isEmpty();
            assertThat(browser.requests()).allMatch(address -> address.startsWith("data:"));
        }

        assertThat(read(screen))
                .isEqualTo(EpcQr.to("Nordwind Handel GmbH", IBAN, Money.of("1200.00", "EUR"))
                        .withReference(ReferenceScheme.RF.make("104"))
                        .payload());
    }

    private static WrittenLetter letter() {
        CollectionLog log = CollectionLog.of(
                Ledger.builder()
                        .customer(Customer.of("C-104", "Moreau SARL"))
                        .invoice(Invoice.of("F-1001", "C-104", TODAY.minusDays(40), Money.of("1200.00", "EUR"))
                                .dueOn(TODAY.minusDays(10)))
                        .build(),
                List.of());
        Policies policies = Policies.of(
                DunningPolicy.of("standard", DunningStep.reminder(1, 8).by(Channel.LETTER))
                        .onCalendar(DunningPolicy.EVERY_DAY));
        DunningPlan plan = DunningRun.plan(log, Cases.none(), policies, DunningOptions.standard(TODAY));
        Creditor creditor = Creditor.of("Nordwind Handel GmbH", "Hafenstraße 4", "20457 Hamburg")
                .paidInto(new Creditor.Line("IBAN", IBAN.printed()));
        return LetterWriter.of(creditor, id -> Contact.of("Moreau SARL", "1, rue Haute", "75001 Paris"))
                .withReferences(subject -> ReferenceScheme.RF.make("104").printed())
                .withPaymentCodes(LetterCodeTest::code)
                .write(plan.letters().get(0), LetterFacts.of(log, Cases.none(), policies));
    }

    private static Optional<byte[]> code(LetterPayment payment) {
        return BankDetails.of("Nordwind Handel GmbH", IBAN, payment.amount())
                .withReference(PaymentReference.parse(ReferenceScheme.RF, payment.reference()))
                .epcQr()
                .map(code -> QrImage.of(code).png(4));
    }

    private static String read(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), new int[width * image.getHeight()], 0, width);
        try {
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(
                                    new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels))),
                            Map.of(DecodeHintType.CHARACTER_SET, "UTF-8", DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException e) {
            throw new AssertionError("the code cannot be read on " + picture, e);
        }
    }
}
