package io.receivables.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.codecrete.qrbill.generator.Address;
import net.codecrete.qrbill.generator.AlternativeScheme;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.QRBill;
import net.codecrete.qrbill.generator.SPSCharacterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwissQrTest {
    private static final Iban QR_IBAN = Iban.parse("CH4431999123000889012");
    private static final Iban IBAN = Iban.parse("CH9300762011623852957");
    private static final StructuredAddress SCHNEIDER =
            new StructuredAddress("Robert Schneider AG", "Rue du Lac", "1268", "2501", "Biel", "CH");
    private static final StructuredAddress RUTSCHMANN = new StructuredAddress(
            "Pia-Maria Rutschmann-Schnyder", "Grosse Marktgasse", "28", "9400", "Rorschach", "CH");
    private static final PaymentReference QRR = ReferenceScheme.QRR.make("21000000000313947143000901");
    private static final PaymentReference RF = ReferenceScheme.RF.make("539007547034");
    private static final Money AMOUNT = chf("1949.75");
    private static final SwissQr PLAIN = SwissQr.of(IBAN, SCHNEIDER, AMOUNT);

    private static Money chf(String amount) {
        return Money.of(amount, "CHF");
    }

    @Test
    void a_bill_with_all_parts_is_the_example_of_the_guidelines() {
        SwissQr bill = SwissQr.of(QR_IBAN, SCHNEIDER, AMOUNT, QRR)
                .withDebtor(RUTSCHMANN)
                .withMessage("Order from 15.10.2020")
                .withBillingInformation("//S1/10/1234/11/201021/30/102673386/32/7.7/40/0:30")
                .withAlternativeSchemes(List.of("Name AV1: UV;UltraPay005;12345", "Name AV2: XY;XYService;54321"));

        assertThat(bill.payload()).isEqualTo("""
                        SPC
                        0200
                        1
                        CH4431999123000889012
                        S
                        Robert Schneider AG
                        Rue du Lac
                        1268
                        2501
                        Biel
                        CH







                        1949.75
                        CHF
                        S
                        Pia-Maria Rutschmann-Schnyder
                        Grosse Marktgasse
                        28
                        9400
                        Rorschach
                        CH
                        QRR
                        210000000003139471430009017
                        Order from 15.10.2020
                        EPD
                        //S1/10/1234/11/201021/30/102673386/32/7.7/40/0:30
                        Name AV1: UV;UltraPay005;12345
                        Name AV2: XY;XYService;54321""");
        assertSameAsTheLibrary(bill);
    }

    @Test
    void a_bill_without_reference_or_debtor_keeps_their_lines_and_ends_after_the_trailer() {
        assertThat(PLAIN.payload().split("\n", -1))
                .containsExactly(
                        "SPC",
                        "0200",
                        "1",
                        "CH9300762011623852957",
                        "S",
                        "Robert Schneider AG",
                        "Rue du Lac",
                        "1268",
                        "2501",
                        "Biel",
                        "CH",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "1949.75",
                        "CHF",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "NON",
                        "",
                        "",
                        "EPD");
        assertSameAsTheLibrary(PLAIN);
    }

    @Test
    void other_forms_are_read_by_the_qr_bill_library_as_they_were_meant() {
        StructuredAddress nowhere = new StructuredAddress("Šárka Țurcanu €", "", "", "FL-9490", "Vaduz", "LI");
        assertSameAsTheLibrary(SwissQr.of(IBAN, SCHNEIDER, Money.of("0.01", "EUR"), RF));
        assertSameAsTheLibrary(
                SwissQr.of(IBAN, nowhere, chf("999999999.99"), RF).withMessage("Zürich, ñandú, œuvre"));
        assertSameAsTheLibrary(PLAIN.withDebtor(nowhere).withBillingInformation("//S1/10/7"));
        assertSameAsTheLibrary(PLAIN.withAlternativeSchemes(List.of("x".repeat(100))));
        assertSameAsTheLibrary(PLAIN.withMessage("m".repeat(70)).withBillingInformation("//S1/" + "b".repeat(65)));
    }

    /** Encoded by the other implementation the same text comes out, and it reads ours without a complaint. */
    private static void assertSameAsTheLibrary(SwissQr ours) {
        Bill bill = new Bill();
        bill.setCharacterSet(SPSCharacterSet.EXTENDED_LATIN);
        bill.setAccount(ours.iban().value());
        bill.setCreditor(address(ours.creditor()));
        bill.setAmount(ours.amount().amount());
        bill.setCurrency(ours.amount().currency().getCurrencyCode());
        if (ours.debtor() != null) {
            bill.setDebtor(address(ours.debtor()));
        }
        bill.setReference(ours.reference() == null ? null : ours.reference().value());
        bill.updateReferenceType();
        bill.setUnstructuredMessage(ours.message().isEmpty() ? null : ours.message());
        bill.setBillInformation(ours.billingInformation().isEmpty() ? null : ours.billingInformation());
        bill.setAlternativeSchemes(ours.alternativeSchemes().stream()
                .map(text -> new AlternativeScheme("", text))
                .toArray(AlternativeScheme[]::new));

        assertThat(ours.payload()).isEqualTo(QRBill.encodeQrCodeText(bill));
        Bill read = QRBill.decodeQrCodeText(ours.payload());
        read.setCharacterSet(SPSCharacterSet.EXTENDED_LATIN);
        assertThat(QRBill.validate(read).getValidationMessages()).isEmpty();
        assertThat(read.getCreditor().getTown()).isEqualTo(ours.creditor().town());
        assertThat(read.getAmount()).isEqualByComparingTo(ours.amount().amount());
    }

    private static Address address(StructuredAddress address) {
        Address theirs = new Address();
        theirs.setName(address.name());
        theirs.setStreet(address.street().isEmpty() ? null : address.street());
        theirs.setHouseNo(address.buildingNumber().isEmpty() ? null : address.buildingNumber());
        theirs.setPostalCode(address.postalCode());
        theirs.setTown(address.town());
        theirs.setCountryCode(address.country());
        return theirs;
    }

    // ---- account and reference

    @Test
    void a_qr_reference_goes_with_a_qr_iban_and_nothing_else_does() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SwissQr.of(QR_IBAN, SCHNEIDER, AMOUNT))
                .withMessage(
                        "iban CH4431999123000889012 is a QR-IBAN, which needs a QRR reference: make one, or use the ordinary"
                                + " IBAN");
        assertThatIllegalArgumentException().isThrownBy(() -> SwissQr.of(QR_IBAN, SCHNEIDER, AMOUNT, RF));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SwissQr.of(IBAN, SCHNEIDER, AMOUNT, QRR))
                .withMessage(
                        "iban CH9300762011623852957 is no QR-IBAN, which a QRR reference needs: use the QR-IBAN, or an RF"
                                + " reference");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SwissQr.of(IBAN, SCHNEIDER, AMOUNT, ReferenceScheme.FI.make("1234")))
                .withMessage(
                        "reference 12344 is neither QRR nor RF: a QR-bill takes no other; put it into the message");
        assertThat(SwissQr.of(IBAN, SCHNEIDER, AMOUNT, RF).payload()).contains("\nSCOR\nRF18539007547034\n");
    }

    @Test
    void accounts_are_swiss_or_of_liechtenstein() {
        Iban vaduz = Iban.parse("LI21088100002324013AA");

        assertThat(SwissQr.of(vaduz, SCHNEIDER, AMOUNT).payload()).contains("LI21088100002324013AA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SwissQr.of(Iban.parse("DE33100205000001194700"), SCHNEIDER, AMOUNT))
                .withMessage("iban DE33100205000001194700 is not of CH or LI: a QR-bill needs one that is");
    }

    // ---- amounts

    @Test
    void amounts_are_in_chf_or_eur_and_within_range() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SwissQr.of(IBAN, SCHNEIDER, Money.of("1.00", "USD")))
                .withMessage("amount USD 1.00 is not in CHF or EUR: a QR-bill is");
        for (String amount : List.of("0.00", "-1.00", "1000000000.00")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SwissQr.of(IBAN, SCHNEIDER, chf(amount)))
                    .withMessageStartingWith("amount CHF " + amount);
        }
    }

    // ---- texts

    @Test
    void message_and_billing_information_have_140_characters_together() {
        assertThat(PLAIN.withMessage("m".repeat(140)).message()).hasSize(140);
        assertThat(PLAIN.withBillingInformation("b".repeat(140)).billingInformation())
                .hasSize(140);
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withMessage("m".repeat(141)));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withBillingInformation("b".repeat(141)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withMessage("m".repeat(139)).withBillingInformation("bb"))
                .withMessage(
                        "message and billingInformation have 141 characters together: at most 140 fit; shorten the message");
    }

    @Test
    void there_are_two_alternative_schemes_of_100_characters_at_most() {
        assertThat(PLAIN.withAlternativeSchemes(List.of("a", "b")).payload()).endsWith("\nEPD\n\na\nb");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withAlternativeSchemes(List.of("a", "b", "c")))
                .withMessage("alternativeSchemes has 3 instructions: at most 2 fit");
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withAlternativeSchemes(List.of("x".repeat(101))));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withAlternativeSchemes(List.of("")));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withAlternativeSchemes(List.of("\u0416")));
    }

    @Test
    void characters_are_those_that_the_qr_bill_library_permits() {
        for (int c = 0; c <= 0xFFFF; c++) {
            String text = "a" + (char) c + "b";
            // a line separator beyond Latin is refused by both, in any case
            boolean isPermitted;
            try {
                PLAIN.withMessage(text);
                isPermitted = true;
            } catch (IllegalArgumentException e) {
                isPermitted = false;
            }
            assertThat(isPermitted).as("U+%04X", c).isEqualTo(SPSCharacterSet.EXTENDED_LATIN.contains((char) c));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Жуков", "東京", "a\nb", "😀"})
    void names_in_other_scripts_are_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> {
            StructuredAddress address = new StructuredAddress(name, "", "", "2501", "Biel", "CH");
            SwissQr.of(IBAN, address, AMOUNT);
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withDebtor(new StructuredAddress(name, "", "", "2501", "Biel", "CH")))
                .withMessageContaining("\"" + name + "\" has the character U+");
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withBillingInformation(name));
    }

    @Test
    void all_must_fit_into_997_bytes() {
        String two = "ü";
        StructuredAddress long1 = new StructuredAddress(
                two.repeat(70), two.repeat(70), two.repeat(16), two.repeat(16), two.repeat(35), "CH");
        SwissQr full = SwissQr.of(IBAN, long1, AMOUNT);
        int without = full.withDebtor(SCHNEIDER).payload().getBytes(StandardCharsets.UTF_8).length;
        SwissQr just = full.withDebtor(SCHNEIDER)
                .withMessage("ü".repeat(140))
                .withAlternativeSchemes(List.of(two.repeat(50), "x"));
        int rest = 997 - just.payload().getBytes(StandardCharsets.UTF_8).length;

        assertThat(without).isLessThan(997);
        assertThat(rest).isBetween(0, 99);
        assertThat(just.withAlternativeSchemes(List.of(two.repeat(50), "x".repeat(rest + 1)))
                        .payload()
                        .getBytes(StandardCharsets.UTF_8))
                .hasSize(997);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> just.withAlternativeSchemes(List.of(two.repeat(50), "x".repeat(rest + 2))))
                .withMessage(
                        "the payload has 998 bytes in UTF-8: at most 997 fit; shorten the message or the addresses");
    }

    // ---- addresses

    @Test
    void the_parts_of_an_address_have_greatest_lengths() {
        StructuredAddress full = new StructuredAddress(
                "n".repeat(70), "s".repeat(70), "1".repeat(16), "2".repeat(16), "t".repeat(35), "CH");
        assertThat(full.street()).hasSize(70);

        assertRefused("name", () -> new StructuredAddress("n".repeat(71), "", "", "2501", "Biel", "CH"));
        assertRefused("street", () -> new StructuredAddress("n", "s".repeat(71), "", "2501", "Biel", "CH"));
        assertRefused("buildingNumber", () -> new StructuredAddress("n", "", "1".repeat(17), "2501", "Biel", "CH"));
        assertRefused("postalCode", () -> new StructuredAddress("n", "", "", "2".repeat(17), "Biel", "CH"));
        assertRefused("town", () -> new StructuredAddress("n", "", "", "2501", "t".repeat(36), "CH"));
        assertRefused("name", () -> new StructuredAddress("", "", "", "2501", "Biel", "CH"));
        assertRefused("postalCode", () -> new StructuredAddress("n", "", "", "", "Biel", "CH"));
        assertRefused("town", () -> new StructuredAddress("n", "", "", "2501", "", "CH"));
        assertRefused("country", () -> new StructuredAddress("n", "", "", "2501", "Biel", "C"));
        assertRefused("country", () -> new StructuredAddress("n", "", "", "2501", "Biel", "CHE"));
        assertRefused("country", () -> new StructuredAddress("n", "", "", "2501", "Biel", "ch"));
        assertRefused("country", () -> new StructuredAddress("n", "", "", "2501", "Biel", "C1"));
    }

    private static void assertRefused(String part, org.assertj.core.api.ThrowableAssert.ThrowingCallable made) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessageStartingWith(part + " ");
    }
}
