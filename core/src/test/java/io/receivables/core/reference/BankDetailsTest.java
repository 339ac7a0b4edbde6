package io.receivables.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankDetailsTest {
    private static final Iban GERMAN = Iban.parse("DE33100205000001194700");
    private static final Iban SWISS = Iban.parse("CH9300762011623852957");
    private static final Iban QR_IBAN = Iban.parse("CH4431999123000889012");
    private static final PaymentReference RF = ReferenceScheme.RF.make("539007547034");
    private static final StructuredAddress BIEL =
            new StructuredAddress("Head office", "Rue du Lac", "1268", "2501", "Biel", "CH");
    private static final BankDetails DETAILS = BankDetails.of("Atelier Nord", GERMAN, Money.of("1234.56", "EUR"));

    private static String plain(String text) {
        return text.replace('\u00a0', '~').replace('\u202f', '_');
    }

    @Test
    void the_block_has_a_line_for_each_part_in_either_language() {
        BankDetails details = DETAILS.withBic(Bic.parse("BFSWDE33BER"))
                .withBank("Bank für Sozialwirtschaft")
                .withReference(RF);

        assertThat(plain(details.text(Locale.CANADA))).isEqualTo("""
                        Payee: Atelier Nord
                        IBAN: DE33 1002 0500 0001 1947 00
                        BIC: BFSWDE33BER
                        Bank: Bank für Sozialwirtschaft
                        Reference: RF18 5390 0754 7034
                        Amount: EUR~1,234.56""");
        assertThat(plain(details.text(Locale.CANADA_FRENCH))).isEqualTo("""
                        Bénéficiaire~: Atelier Nord
                        IBAN~: DE33 1002 0500 0001 1947 00
                        BIC~: BFSWDE33BER
                        Banque~: Bank für Sozialwirtschaft
                        Référence~: RF18 5390 0754 7034
                        Montant~: 1_234,56~EUR""");
        assertThat(details.text(Locale.GERMAN)).isEqualTo(details.text(Locale.ENGLISH));
    }

    @Test
    void where_there_is_no_iban_the_account_stands_as_it_is_written_there() {
        BankDetails details = BankDetails.ofAccount("Atelier Nord inc.", "003-12345-1234567", Money.of("99.00", "CAD"))
                .withMessage("F-1001 {text}");

        assertThat(plain(details.text(Locale.FRENCH))).isEqualTo("""
                        Bénéficiaire~: Atelier Nord inc.
                        Compte~: 003-12345-1234567
                        Référence~: F-1001 {text}
                        Montant~: 99,00~CAD""");
        assertThat(details.text(Locale.ENGLISH)).contains("Account: 003-12345-1234567\nReference: F-1001 {text}\n");
        assertThat(details.payload()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.01 | EUR | EUR~0.01 | 0,01~EUR",
                "999.99 | EUR | EUR~999.99 | 999,99~EUR",
                "1000.00 | EUR | EUR~1,000.00 | 1_000,00~EUR",
                "1234567.80 | EUR | EUR~1,234,567.80 | 1_234_567,80~EUR",
                "123456 | JPY | JPY~123,456 | 123_456~JPY",
                "1234.567 | KWD | KWD~1,234.567 | 1_234,567~KWD",
            })
    void amounts_are_written_as_in_the_language(String amount, String currency, String english, String french) {
        BankDetails details = BankDetails.of("Atelier Nord", GERMAN, Money.of(amount, currency));

        assertThat(plain(details.text(Locale.ENGLISH))).endsWith("\nAmount: " + english);
        assertThat(plain(details.text(Locale.FRENCH))).endsWith("\nMontant~: " + french);
    }

    // ---- payloads

    @Test
    void a_transfer_in_euros_has_an_epc_code() {
        assertThat(DETAILS.withReference(RF).payload())
                .contains("BCD\n002\n1\nSCT\n\nAtelier Nord\nDE33100205000001194700\nEUR1234.56\n\nRF18539007547034");
        assertThat(DETAILS.withMessage("F-1001").payload().orElseThrow()).endsWith("\nEUR1234.56\n\n\nF-1001");
        assertThat(DETAILS.payload().orElseThrow()).endsWith("\nEUR1234.56");
        assertThat(DETAILS.withBic(Bic.parse("BFSWDE33BER")).payload().orElseThrow())
                .startsWith("BCD\n002\n1\nSCT\nBFSWDE33BER\n");
    }

    @Test
    void a_national_reference_stands_in_the_text_of_an_epc_code_as_it_is_printed() {
        assertThat(DETAILS.withReference(ReferenceScheme.OGM.make("0108068171"))
                        .payload()
                        .orElseThrow())
                .endsWith("\nEUR1234.56\n\n\n+++010/8068/17183+++");
    }

    @ParameterizedTest
    @CsvSource({
        "NL91ABNA0417164300, EUR, true",
        "NO9386011117947, EUR, true",
        // outside of the economic area without a BIC
        "GB82WEST12345698765432, EUR, false",
        "CH9300762011623852957, EUR, false",
        // outside of SEPA
        "BR1800360305000010009795493C1, EUR, false",
        "NL91ABNA0417164300, USD, false",
        "CH4431999123000889012, EUR, false",
    })
    void an_epc_code_is_for_euros_within_sepa(String iban, String currency, boolean isThere) {
        BankDetails details = BankDetails.of("Atelier Nord", Iban.parse(iban), Money.of("1.00", currency));

        assertThat(details.epcQr().isPresent()).isEqualTo(isThere);
    }

    @ParameterizedTest
    @CsvSource({
        "GB82WEST12345698765432, true",
        "CH9300762011623852957, true",
        "BR1800360305000010009795493C1, false",
        "CH4431999123000889012, false",
    })
    void a_bic_opens_the_rest_of_sepa(String iban, boolean isThere) {
        BankDetails details = BankDetails.of("Atelier Nord", Iban.parse(iban), Money.of("1.00", "EUR"))
                .withBic(Bic.parse("DEUTDEFF"));

        assertThat(details.payload().isPresent()).isEqualTo(isThere);
    }

    @Test
    void a_swiss_account_with_an_address_has_a_swiss_code() {
        Money amount = Money.of("199.95", "CHF");
        BankDetails swiss = BankDetails.of("Atelier Nord AG", SWISS, amount);

        assertThat(swiss.payload()).isEmpty();
        assertThat(swiss.withAddress(BIEL).payload().orElseThrow())
                .startsWith(
                        "SPC\n0200\n1\nCH9300762011623852957\nS\nAtelier Nord AG\nRue du Lac\n1268\n2501\nBiel\nCH\n")
                .endsWith("\n199.95\nCHF\n\n\n\n\n\n\n\nNON\n\n\nEPD");
        assertThat(swiss.withAddress(BIEL).withReference(RF).payload().orElseThrow())
                .endsWith("\nSCOR\nRF18539007547034\n\nEPD");
        assertThat(swiss.withAddress(BIEL).withMessage("F-1").payload().orElseThrow())
                .endsWith("\nNON\n\nF-1\nEPD");
        assertThat(swiss.withAddress(BIEL)
                        .withReference(ReferenceScheme.FI.make("1234"))
                        .payload()
                        .orElseThrow())
                .endsWith("\nNON\n\n12344\nEPD");
        assertThat(BankDetails.of("Atelier Nord AG", QR_IBAN, amount)
                        .withAddress(BIEL)
                        .withReference(ReferenceScheme.QRR.makeFilled("7"))
                        .payload()
                        .orElseThrow())
                .contains("\nQRR\n000000000000000000000000072\n".replace("072", checked()));
    }

    private static String checked() {
        return ReferenceScheme.QRR.makeFilled("7").value().substring(24);
    }

    @Test
    void a_swiss_account_in_euros_prefers_the_swiss_code_and_other_currencies_have_none() {
        BankDetails euros = BankDetails.of("Atelier Nord AG", SWISS, Money.of("1.00", "EUR"))
                .withAddress(BIEL)
                .withBic(Bic.parse("POFICHBE"));

        assertThat(euros.payload().orElseThrow()).startsWith("SPC\n");
        assertThat(euros.epcQr()).isPresent();
        assertThat(BankDetails.of("Atelier Nord AG", SWISS, Money.of("1.00", "USD"))
                        .withAddress(BIEL)
                        .payload())
                .isEmpty();
        assertThat(DETAILS.withAddress(BIEL).swissQr()).isEmpty();
    }

    @Test
    void a_code_that_cannot_be_made_is_an_error_and_not_left_out() {
        BankDetails noReference = BankDetails.of("Atelier Nord AG", QR_IBAN, Money.of("1.00", "CHF"))
                .withAddress(BIEL);
        BankDetails tooMuch = BankDetails.of("Atelier Nord", GERMAN, Money.of("1000000000.00", "EUR"));

        assertThatIllegalArgumentException().isThrownBy(noReference::payload).withMessageContaining("QR-IBAN");
        assertThatIllegalArgumentException().isThrownBy(tooMuch::payload).withMessageContaining("999999999.99");
    }

    // ---- what is refused

    @Test
    void contradictions_are_refused() {
        Money amount = Money.of("1.00", "EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DETAILS.withReference(RF).withMessage("F-1001"))
                .withMessage("message \"F-1001\" and a reference exclude each other: give one of them");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BankDetails("A", null, GERMAN, "1", null, "", null, "", amount))
                .withMessage("account \"1\" and an iban exclude each other: give one of them");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BankDetails("A", null, null, "", null, "", null, "", amount))
                .withMessage("neither iban nor account is given: the payer needs one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BankDetails.ofAccount("A", "", amount))
                .withMessage("account is empty: it takes 1 to 140 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-1.00"})
    void nothing_to_be_paid_is_refused(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BankDetails.of("A", GERMAN, Money.of(amount, "EUR")))
                .withMessage("amount EUR " + amount + " is nothing to be paid: give one above zero");
    }

    @Test
    void texts_have_greatest_lengths() {
        Money amount = Money.of("1.00", "EUR");
        assertThat(BankDetails.of("p".repeat(70), GERMAN, amount).payee()).hasSize(70);
        assertThat(BankDetails.ofAccount("A", "1".repeat(140), amount).account())
                .hasSize(140);
        assertThat(DETAILS.withBank("b".repeat(140))
                        .withMessage("m".repeat(140))
                        .bank())
                .hasSize(140);

        assertThatIllegalArgumentException().isThrownBy(() -> BankDetails.of("p".repeat(71), GERMAN, amount));
        assertThatIllegalArgumentException().isThrownBy(() -> BankDetails.of("", GERMAN, amount));
        assertThatIllegalArgumentException().isThrownBy(() -> BankDetails.ofAccount("A", "1".repeat(141), amount));
        assertThatIllegalArgumentException().isThrownBy(() -> DETAILS.withBank("b".repeat(141)));
        assertThatIllegalArgumentException().isThrownBy(() -> DETAILS.withMessage("m".repeat(141)));
        assertThatIllegalArgumentException().isThrownBy(() -> DETAILS.withMessage("a\nb"));
    }
}
