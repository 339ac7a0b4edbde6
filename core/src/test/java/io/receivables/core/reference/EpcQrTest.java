package io.receivables.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpcQrTest {
    private static final Iban IBAN = Iban.parse("DE33100205000001194700");
    private static final String NAME = "Wikimedia Foerdergesellschaft";
    private static final Money AMOUNT = eur("123.45");
    private static final EpcQr PLAIN = EpcQr.to(NAME, IBAN, AMOUNT);

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    @Test
    void a_transfer_with_a_structured_reference_is_the_published_example() {
        // Wikipedia, EPC QR code: 97 bytes with all 12 lines, of which the last two are empty
        assertThat(PLAIN.withReference(ReferenceScheme.RF.make("539007547034")).payload())
                .isEqualTo("BCD\n002\n1\nSCT\n\n" + NAME + "\nDE33100205000001194700\nEUR123.45\n\nRF18539007547034")
                .hasSize(97 - 2);
    }

    @Test
    void every_field_has_its_line() {
        assertThat(PLAIN.withBic(Bic.parse("BFSWDE33BER"))
                        .withVersion("001")
                        .withPurpose("GDDS")
                        .withText("Rechnung für März")
                        .withInformation("Danke")
                        .payload()
                        .split("\n", -1))
                .containsExactly(
                        "BCD",
                        "001",
                        "1",
                        "SCT",
                        "BFSWDE33BER",
                        NAME,
                        "DE33100205000001194700",
                        "EUR123.45",
                        "GDDS",
                        "",
                        "Rechnung für März",
                        "Danke");
    }

    @Test
    void empty_lines_at_the_end_are_left_out_and_others_stay() {
        assertThat(PLAIN.payload()).endsWith("\nEUR123.45");
        assertThat(PLAIN.withPurpose("A1").payload()).endsWith("\nEUR123.45\nA1");
        assertThat(PLAIN.withText("x").payload()).endsWith("\nEUR123.45\n\n\nx");
        assertThat(PLAIN.withInformation("y").payload()).endsWith("\nEUR123.45\n\n\n\ny");
    }

    @Test
    void an_amount_has_a_point_and_two_decimals() {
        assertThat(EpcQr.to(NAME, IBAN, eur("0.01")).payload()).endsWith("\nEUR0.01");
        assertThat(EpcQr.to(NAME, IBAN, eur("1000")).payload()).endsWith("\nEUR1000.00");
        assertThat(EpcQr.to(NAME, IBAN, eur("999999999.99")).payload()).endsWith("\nEUR999999999.99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01", "1000000000.00"})
    void an_amount_out_of_range_is_refused(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpcQr.to(NAME, IBAN, eur(amount)))
                .withMessage("amount EUR " + amount + " cannot be asked for: use 0.01 to 999999999.99");
    }

    @Test
    void an_amount_in_another_currency_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpcQr.to(NAME, IBAN, Money.of("1.00", "CHF")))
                .withMessage("amount CHF 1.00 is not in EUR: a SEPA transfer is");
    }

    @Test
    void every_text_has_a_greatest_length_in_characters() {
        assertThat(EpcQr.to("N".repeat(70), IBAN, AMOUNT).name()).hasSize(70);
        assertThat(PLAIN.withReference("1".repeat(35)).reference()).hasSize(35);
        assertThat(PLAIN.withText("x".repeat(140)).text()).hasSize(140);
        assertThat(PLAIN.withInformation("i".repeat(70)).information()).hasSize(70);
        // a character beyond 16 bits is one
        assertThat(EpcQr.to("\ud83d\ude00".repeat(40), IBAN, AMOUNT).name()).hasSize(80);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpcQr.to("N".repeat(71), IBAN, AMOUNT))
                .withMessage("name \"" + "N".repeat(60) + "…\" has 71 characters: at most 70 fit; shorten it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withReference("1".repeat(36)))
                .withMessageStartingWith("reference ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withText("x".repeat(141)))
                .withMessageStartingWith("text ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withInformation("i".repeat(71)))
                .withMessageStartingWith("information ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withPurpose("GOODS"))
                .withMessageStartingWith("purpose ");
    }

    @Test
    void a_name_is_needed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpcQr.to("", IBAN, AMOUNT))
                .withMessage("name is empty: it takes 1 to 70 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpcQr.to("  ", IBAN, AMOUNT))
                .withMessage("name is blank: leave it empty or fill it in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\tb", "a\u0000b", "a\u0085b", "a\u2028b", "a\u2029b", "a\ud83d"})
    void a_text_cannot_break_out_of_its_line(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpcQr.to(text, IBAN, AMOUNT))
                .withMessageContaining("has the character U+");
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withReference(text));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withText(text));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withInformation(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gdds", "G-D", "G D", "\u0421HAR"})
    void a_purpose_is_a_code(String purpose) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withPurpose(purpose))
                .withMessageStartingWith("purpose \"" + purpose + "\" has the character ");
    }

    @Test
    void a_reference_and_a_text_exclude_each_other() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withReference("RF18539007547034").withText("x"))
                .withMessage("reference \"RF18539007547034\" and a text exclude each other: give one of them");
    }

    @Test
    void version_001_needs_a_bic_and_there_is_no_other_than_002() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withVersion("001"))
                .withMessageStartingWith("version 001 needs a BIC");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withVersion("003"))
                .withMessage("version \"003\" is unknown: use 001 or 002");
        assertThat(PLAIN.withBic(Bic.parse("BFSWDE33BER")).payload()).startsWith("BCD\n002\n1\nSCT\nBFSWDE33BER\n");
    }

    @Test
    void all_must_fit_into_331_bytes() {
        // BCD 002 1 SCT with their LF: 4 + 4 + 2 + 4, an empty BIC 1, name 70 x 2 + 1, IBAN 22 + 1, EUR123.45 9 + 1,
        // two empty lines 2
        int others = 14 + 1 + 141 + 23 + 10 + 2;
        String umlauts = "ü".repeat(70);
        EpcQr full = EpcQr.to(umlauts, IBAN, AMOUNT).withText("ü".repeat((331 - others) / 2));

        assertThat(full.payload().getBytes(StandardCharsets.UTF_8)).hasSize(331);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.withText(full.text() + "x"))
                .withMessage("the payload has 332 bytes in UTF-8: at most 331 fit; shorten the text or the name");
    }
}
