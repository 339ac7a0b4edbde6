package io.receivables.payments.bank.transfer;

import static io.receivables.payments.bank.transfer.Seller.AMOUNT;
import static io.receivables.payments.bank.transfer.Seller.command;
import static io.receivables.payments.bank.transfer.Seller.instructing;
import static io.receivables.payments.bank.transfer.Seller.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.receivables.core.Money;
import io.receivables.core.cash.CashBook;
import io.receivables.core.reference.ReferenceScheme;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the payer is told, and with what references. */
class InstructionsTest {
    /** A Swiss QR-IBAN of the bank number 30808, and the IBAN of an ordinary account: samples of the Swiss guidelines. */
    private static final String QR_IBAN = "CH64 3196 1000 0044 2155 7";

    private static final String SWISS_IBAN = "CH58 0079 1123 0008 8901 2";

    private static String reference(Seller seller, String key) {
        return seller.asked(key);
    }

    // ---- what the payer is told

    @Test
    void the_payer_is_told_payee_account_bank_reference_and_message() {
        Seller seller = instructing("bic", "BFSWDE33BER", "bank", "Bank für Sozialwirtschaft", "scheme", "plain");

        assertThat(seller.action("K-1", command(AMOUNT).message("Invoice F-1001"))
                        .instructions())
                .hasToString("{payee=Atelier Nord GmbH, account=DE33 1002 0500 0001 1947 00, bic=BFSWDE33BER,"
                        + " bank=Bank für Sozialwirtschaft, reference=R7JXARNRV7GM17, message=Invoice F-1001}");
    }

    @Test
    void a_code_for_banking_apps_says_the_same_as_the_guidelines_of_the_epc_have_it() {
        Seller seller = instructing("referencePrefix", "AN");
        String reference = reference(seller, "K-1");

        // EPC069-12: service tag, version, character set, identification, BIC, name, IBAN, amount, purpose, reference
        assertThat(seller.action("K-1", command(AMOUNT)).code().lines())
                .containsExactly(
                        "BCD",
                        "002",
                        "1",
                        "SCT",
                        "",
                        "Atelier Nord GmbH",
                        "DE33100205000001194700",
                        "EUR800.00",
                        "",
                        reference);
        assertThat(reference).startsWith("RF").contains("AN").hasSize(4 + 2 + 12);
    }

    @Test
    void a_plain_reference_is_the_text_of_the_code() {
        Seller seller = instructing("scheme", "plain");

        assertThat(seller.action("K-1", command(AMOUNT)).code()).endsWith("EUR800.00\n\n\nR7JXARNRV7GM17");
    }

    @Test
    void a_swiss_account_with_an_address_has_the_code_of_a_qr_bill() {
        Seller seller = instructing(
                "iban", QR_IBAN, "most", "CHF 5000.00", "postCode", "8001", "town", "Zürich", "country", "CH");
        String code = seller.action("K-1", command(Money.of("800.00", "CHF"))).code();

        assertThat(code).startsWith("SPC\n0200\n1\nCH6431961000004421557\nS\nAtelier Nord GmbH\n");
        assertThat(code)
                .contains("\n800.00\nCHF\n")
                .contains("\nQRR\n" + reference(instructing("iban", QR_IBAN, "most", "EUR 5000.00"), "K-1") + "\n");
    }

    @Test
    void no_code_is_made_where_none_is_in_use() {
        assertThat(instructing("iban", "", "account", "006-12345-7654321", "most", "CAD 5000.00")
                        .action("K-1", command(Money.of("800.00", "CAD")))
                        .code())
                .isEmpty();
        assertThat(instructing("iban", QR_IBAN, "most", "CHF 5000.00")
                        .action("K-1", command(Money.of("800.00", "CHF")))
                        .code())
                .isEmpty();
    }

    @Test
    void an_amount_too_great_for_a_code_is_asked_for_without_one() {
        Seller seller = instructing("most", "EUR 2000000000.00");

        assertThat(seller.action("K-1", command(Money.of("999999999.99", "EUR")))
                        .code())
                .isNotEmpty();
        assertThat(seller.action("K-2", command(Money.of("1000000000.00", "EUR")))
                        .code())
                .isEmpty();
    }

    // ---- references

    @ParameterizedTest
    @CsvSource({
        "RF, '', 16",
        "RF, AN, 18",
        "RF, ABCDEFGHI, 25",
        "OGM, '', 12",
        "OGM, 77, 12",
        "FI, '', 20",
        "FI, 7, 20",
        "FI, 7654321, 20",
        "KID_MOD10, '', 20",
        "KID_MOD10, 12345, 25",
        "KID_MOD11, '', 20",
        "KID_MOD11, 12345, 25"
    })
    void references_fit_their_scheme_and_begin_with_the_prefix(String scheme, String prefix, int length) {
        Seller seller = instructing("scheme", scheme, "referencePrefix", prefix);
        ReferenceScheme checked = ReferenceScheme.ofCode(scheme);

        for (int i = 0; i < 200; i++) {
            String made = reference(seller, "K-" + i);
            assertThat(checked.check(made)).isEmpty();
            assertThat(made).hasSize(length);
            assertThat(made.substring(scheme.equals("RF") ? 4 : 0)).startsWith(prefix);
        }
    }

    @Test
    void a_qr_reference_begins_with_the_number_that_the_bank_gave() {
        String made = reference(instructing("iban", QR_IBAN, "referencePrefix", "210000"), "K-1");

        assertThat(made).startsWith("210000").hasSize(27);
        assertThat(ReferenceScheme.QRR.isValid(made)).isTrue();
    }

    @Test
    void the_same_key_makes_the_same_reference_on_any_machine() {
        assertThat(reference(instructing("scheme", "plain"), "K-1")).isEqualTo("R7JXARNRV7GM17");
        assertThat(reference(instructing("scheme", "plain"), "K-1")).isEqualTo("R7JXARNRV7GM17");
        assertThat(reference(instructing("scheme", "plain"), "K-2")).isNotEqualTo("R7JXARNRV7GM17");
    }

    @ParameterizedTest
    @CsvSource({
        "DE33 1002 0500 0001 1947 00, RF, RF18539007547034, RF18 5390 0754 7034",
        "DE33 1002 0500 0001 1947 00, OGM, 010806817183, +++010/8068/17183+++",
        "DE33 1002 0500 0001 1947 00, FI, 1234561, 12 34561",
        "DE33 1002 0500 0001 1947 00, KID_MOD10, 2345676, 2345676",
        "CH64 3196 1000 0044 2155 7, QRR, 210000000003139471430009017, 21 00000 00003 13947 14300 09017"
    })
    void a_reference_is_printed_as_its_scheme_has_it(String iban, String scheme, String given, String printed) {
        Seller seller = instructing("iban", iban, "scheme", scheme);

        assertThat(seller.action("K-1", command(AMOUNT).reference(given)).instructions())
                .containsEntry("reference", printed);
    }

    @Test
    void a_given_reference_that_is_valid_is_quoted_and_one_that_is_not_is_refused_with_what_would_fit() {
        Seller seller = instructing();

        assertThat(seller.action("K-1", command(AMOUNT).reference("rf18 5390 0754 7034"))
                        .instructions())
                .containsEntry("reference", "RF18 5390 0754 7034");
        Reason wrong = seller.refused("K-1", command(AMOUNT).reference("RF19539007547034"));
        assertThat(wrong.category()).isEqualTo(Reason.Category.FORMAT);
        assertThat(wrong.text())
                .startsWith("reference is none of RF: ")
                .contains("18")
                .endsWith("leave it out to have one made of the key");
    }

    @ParameterizedTest
    @CsvSource({"F-1001, F1001", "2026/00017, 202600017"})
    void a_plain_reference_may_have_hyphens_and_slashes_that_do_not_count(String given, String quoted) {
        Seller seller = instructing("scheme", "plain");

        assertThat(seller.action("K-1", command(AMOUNT).reference(given)).instructions())
                .containsEntry("reference", quoted);
    }

    @ParameterizedTest
    @CsvSource({"1234", "ABCDEF", "F_10001", "ÉTÉ-2026", "ABCDEFGHIJKLMNOPQRSTUVWXY1"})
    void a_plain_reference_that_no_statement_can_lead_back_is_refused(String given) {
        assertThat(instructing("scheme", "plain")
                        .refused("K-1", command(AMOUNT).reference(given))
                        .text())
                .startsWith("reference \"" + given + "\" does not fit: give 5 to 25 letters and digits");
    }

    @ParameterizedTest
    @CsvSource({"FI, 1232", "FI, 0000", "FI, 0000001232", "KID_MOD10, 00", "KID_MOD10, 2345"})
    void a_given_number_that_a_text_has_by_chance_is_refused(String scheme, String given) {
        String valid = ReferenceScheme.ofCode(scheme)
                .make(given.substring(0, given.length() - 1))
                .value();

        assertThat(instructing("scheme", scheme)
                        .refused("K-1", command(AMOUNT).reference(valid))
                        .text())
                .startsWith("reference \"" + valid + "\" does not fit: give 5 to 2")
                .contains("so that it is known from other numbers");
    }

    // ---- the configuration

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iban||iban and account: give one of the two",
                "account|12345|iban and account: give one of the two",
                "scheme|QRR|scheme QRR only goes with a QR-IBAN",
                "referencePrefix|ABCDEFGHIJ|give at most 9 capital letters and digits for RF",
                "referencePrefix|an|give at most 9 capital letters and digits for RF",
                "least|CAD 1.00|of two currencies",
                "least|EUR 250000.01|is above most",
                "town|Berlin|postCode is not given",
                "iban|DE34 1002 0500 0001 1947 00|an IBAN whose check digits fit",
                "bic|NONE|a BIC of 8 or 11 characters",
                "scheme|ESR|one of RF, OGM, QRR, FI, KID_MOD10, KID_MOD11 or plain",
                "settlementDays|91|from 0 to 90"
            })
    void a_configuration_that_does_not_go_together_is_refused_by_name(String key, String value, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> instructing(key, value == null ? "" : value))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "OGM, 123, at most 2 digits for OGM",
        "OGM, AN, at most 2 digits for OGM",
        "FI, 12345678, at most 7 digits for FI",
        "FI, 0123, begin with another digit than 0",
        "KID_MOD10, 123456, at most 5 digits for KID_MOD10"
    })
    void a_prefix_leaves_room_for_the_key(String scheme, String prefix, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> instructing("scheme", scheme, "referencePrefix", prefix))
                .withMessageContaining(why);
    }

    @Test
    void a_qr_iban_needs_qr_references() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> instructing("iban", QR_IBAN, "scheme", "RF"))
                .withMessageContaining("scheme RF does not go with a QR-IBAN");
        assertThat(reference(instructing("iban", SWISS_IBAN), "K-1")).startsWith("RF");
    }

    @Test
    void a_register_whose_folder_is_missing_is_refused_by_name(@TempDir Path folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> instructing(
                        "register", folder.resolve("none/transfers.txt").toString()))
                .withMessageContaining("none")
                .withMessageContaining("check its folder and rights");
    }

    // ---- without a register

    @Test
    void without_a_register_there_are_instructions_and_nothing_more() {
        Seller seller = instructing("fee", "EUR 0.50");
        seller.asked("K-1");

        assertThat(seller.provider.find(LookupKey.of("K-1"), Seller.call("K-1")).kind())
                .isEqualTo(Lookup.Kind.UNAVAILABLE);
        assertThat(seller.provider.poll("", 10, Seller.call("poll"))).isEqualTo(ObservationPage.nothingAfter(""));
        assertThatIllegalStateException()
                .isThrownBy(() -> seller.provider.take(List.of(), CashBook.empty()))
                .withMessageContaining("has no register");
        Capabilities can = seller.provider.capabilities();
        assertThat(can.operations()).isEmpty();
        assertThat(can.idempotency().mode()).isEqualTo(Idempotency.Mode.NONE);
        assertThat(can.effort()).isEqualTo(Capabilities.Effort.FILL_IN);
        assertThat(can.settlementDays()).isEqualTo(1);
        assertThat(can.fees()).containsEntry("EUR", Money.of("0.50", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"0.99, false", "1.00, true", "250000.00, true", "250000.01, false"})
    void limits_are_those_of_the_configuration_to_the_cent(String amount, boolean isAsked) {
        Submission asked = instructing("least", "EUR 1.00").ask("K-1", command(Money.of(amount, "EUR")));

        assertThat(asked.kind()).isEqualTo(isAsked ? Submission.Kind.ACKNOWLEDGED : Submission.Kind.REFUSED);
    }

    @Test
    void transfers_are_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(PaymentProviderFactory.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(Transfers.class::isInstance))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.id()).isEqualTo("bank-transfer");
                    assertThat(found.spiVersion()).isEqualTo(PaymentProviderFactory.SPI_VERSION);
                });
    }

    // ---- what nobody sees

    @Test
    void no_account_and_no_name_is_in_what_a_log_may_show() {
        Seller seller = new Seller(TransferRegister.inMemory(), values());
        String reference = seller.asked("K-1");
        TransferIntake intake = seller.take(Bank.in("800.00", "B1", reference));

        List<String> shown = List.of(
                seller.provider.toString(),
                seller.ask("K-1", command(AMOUNT)).toString(),
                seller.action("K-1", command(AMOUNT)).toString(),
                seller.known("K-1").toString(),
                intake.toString(),
                String.valueOf(seller.register),
                TransferRegister.inMemory().toString(),
                seller.history(10).toString());

        assertThat(shown)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("1194700", "11 9470", "FR14", "3M02", "Quillfeather", "Atelier Nord"));
    }
}
