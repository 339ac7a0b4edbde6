package io.receivables.einvoice;

import static io.receivables.einvoice.Given.CREDIT_NOTE;
import static io.receivables.einvoice.Given.FACTURE;
import static io.receivables.einvoice.Given.LASTSCHRIFT;
import static io.receivables.einvoice.Given.RATEN;
import static io.receivables.einvoice.Given.TWO_CURRENCIES;
import static io.receivables.einvoice.Given.changed;
import static io.receivables.einvoice.Given.codes;
import static io.receivables.einvoice.Given.invoice;
import static io.receivables.einvoice.Given.read;
import static io.receivables.einvoice.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.receivables.core.Customer;
import io.receivables.core.FactKind;
import io.receivables.core.Instalment;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.core.terms.EarlyPaymentDiscount;
import io.receivables.core.terms.PaymentTerms;
import io.receivables.core.terms.TermsProblem;
import io.receivables.einvoice.EInvoice.Discount;
import io.receivables.einvoice.EInvoice.Means;
import io.receivables.einvoice.EInvoice.Party;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EInvoiceReaderTest {
    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void a_ubl_invoice_is_read_whole() {
        EInvoice facture = invoice(FACTURE);

        assertThat(read(FACTURE).problems()).isEmpty();
        assertThat(facture.file()).isEqualTo("it.xml");
        assertThat(facture.number()).isEqualTo("FA-2026-0117");
        assertThat(facture.typeCode()).isEqualTo("380");
        assertThat(facture.kind()).isEqualTo(FactKind.INVOICE);
        assertThat(facture.issueDate()).isEqualTo("2026-03-02");
        assertThat(facture.deliveryDate()).isEqualTo("2026-02-27");
        assertThat(facture.seller())
                .isEqualTo(new Party(
                        "11122233300014", "111222333", "FR40111222333", "111222333", "Les Menuisiers SARL", "FR"));
        assertThat(facture.buyer()).isEqualTo(new Party("C-0042", "", "", "444555666", "Hôtel du Parc & Fils", "BE"));
        assertThat(facture.payee()).isEqualTo(new Party("FACTOR-1", "", "", "", "Affacturage de l'Ouest", ""));
        assertThat(facture.references().buyerReference()).isEqualTo("SERVICE-ACHATS-07");
        assertThat(facture.references().order()).isEqualTo("BC-88421");
        assertThat(facture.references().preceding()).isEmpty();
        assertThat(facture.terms().dueDate()).isEqualTo("2026-04-16");
        assertThat(facture.terms().instalments()).isEmpty();
        assertThat(facture.terms().discounts()).isEmpty();
        assertThat(facture.terms().texts())
                .containsExactly(
                        "45 jours date de facture. Pénalités : trois fois le taux légal ; indemnité forfaitaire"
                                + " de 40 EUR.");
        assertThat(facture.payment().creditorId()).isEqualTo("FR12ZZZ123456");
        assertThat(facture.totals().net()).isEqualTo(eur("1200.00"));
        assertThat(facture.totals().tax()).isEqualTo(eur("240.00"));
        assertThat(facture.totals().total()).isEqualTo(eur("1440.00")); // written 1440.0000
        assertThat(facture.totals().prepaid()).isEqualTo(eur("440.00"));
        assertThat(facture.totals().rounding()).isEqualTo(eur("0.00"));
        assertThat(facture.totals().payable()).isEqualTo(eur("1000.00"));
    }

    @Test
    void four_means_of_payment_are_kept_with_accounts_as_written_and_their_common_reference_once() {
        EInvoice.Payment payment = invoice(FACTURE).payment();

        assertThat(payment.means())
                .containsExactly(
                        new Means("30", "FR76 3000 6000 0112 3456 7890 189", "Affacturage de l'Ouest", "AGRIFRPP"),
                        new Means("58", "BE68539007547034", "", ""),
                        new Means("42", "3000 6000 01", "", ""), // no IBAN, and none is promised
                        new Means("20", "", "", ""));
        assertThat(payment.references()).containsExactly("0042 2026 0117");
    }

    @Test
    void a_cii_invoice_is_read_whole() {
        EInvoice lastschrift = invoice(LASTSCHRIFT);

        assertThat(lastschrift.number()).isEqualTo("20260311");
        assertThat(lastschrift.kind()).isEqualTo(FactKind.INVOICE);
        assertThat(lastschrift.issueDate()).isEqualTo("2026-03-11");
        assertThat(lastschrift.deliveryDate()).isEqualTo("2026-02-28");
        assertThat(lastschrift.seller())
                .isEqualTo(new Party("549910", "HRB 4711", "DE123456789", "", "Wasserwerk Nord GmbH", "DE"));
        assertThat(lastschrift.buyer()).isEqualTo(new Party("4012345000009", "", "", "", "Gärtnerei Süd KG", "DE"));
        assertThat(lastschrift.payee()).isEqualTo(lastschrift.seller());
        assertThat(lastschrift.references().buyerReference()).isEqualTo("Einkauf");
        assertThat(lastschrift.references().order()).isEqualTo("B-17");
        assertThat(lastschrift.payment().means()).containsExactly(new Means("59", "", "", ""));
        assertThat(lastschrift.payment().mandate()).isEqualTo("REF A-123");
        assertThat(lastschrift.payment().creditorId()).isEqualTo("DE98ZZZ09999999999");
        assertThat(lastschrift.payment().debtorAccount()).isEqualTo("DE21860000000086001055");
        assertThat(lastschrift.totals().prepaid()).isEqualTo(eur("1059.74"));
        assertThat(lastschrift.totals().payable()).isEqualTo(eur("-529.87"));
    }

    @Test
    void leading_zeros_and_blanks_of_a_reference_are_kept() {
        assertThat(invoice(LASTSCHRIFT).payment().references()).containsExactly("0015 0483 0000 0000");
        assertThat(invoice(changed(LASTSCHRIFT, ">0015 0483", ">  0015 0483"))
                        .payment()
                        .references())
                .containsExactly("  0015 0483 0000 0000");
    }

    @Test
    void line_breaks_around_a_reference_are_layout() {
        Loaded<List<EInvoice>> skonto = read(Given.bytes("skonto.ubl.xml"));

        assertThat(skonto.value().get(0).payment().references()).containsExactly("RE-2026-554");
        assertThat(skonto.value().get(0).documentDraft().reference()).isEqualTo("RE-2026-554");
    }

    @Test
    void a_due_date_in_words_is_a_suggestion_and_never_in_the_draft() {
        EInvoice lastschrift = invoice(LASTSCHRIFT);

        assertThat(codes(LASTSCHRIFT)).containsExactly(EInvoiceProblem.DUE_DATE_MISSING);
        assertThat(lastschrift.documentDraft().dueDate()).isNull();
        assertThat(lastschrift.suggestions()).hasSize(1);
        assertThat(lastschrift.suggestions().get(0).text()).contains("am 25.03.2026");
        assertThat(lastschrift.suggestions().get(0).terms()).isEmpty(); // German is not understood
        assertThat(lastschrift.suggestions().get(0).problems()).isNotEmpty();
        assertThat(lastschrift
                        .dueOn(day("2026-03-25"))
                        .documentDraft()
                        .toDocument()
                        .instalments())
                .containsExactly(Instalment.of(day("2026-03-25"), eur("529.87")));
    }

    @Test
    void a_text_of_terms_that_is_understood_is_suggested_and_not_taken_over() {
        String text = "2/10 net 30";
        EInvoice invoice =
                invoice(changed(LASTSCHRIFT, "Der Betrag wird am 25.03.2026 von Ihrem Konto eingezogen.", text));
        PaymentTerms suggested = invoice.suggestions().get(0).terms().orElseThrow();

        assertThat(suggested).isEqualTo(PaymentTerms.parse(text));
        assertThat(invoice.terms().dueDate()).isNull();
        assertThat(invoice.terms().discounts()).isEmpty();
        assertThat(invoice.documentDraft().dueDate()).isNull();
        assertThat(invoice.dueOn(suggested.dueDate(invoice.issueDate(), BusinessCalendar.weekdays()))
                        .documentDraft()
                        .dueDate())
                .isEqualTo("2026-04-10"); // 2026-03-11 + 30 days
    }

    @Test
    void lines_for_machines_are_suggested_as_discounts() {
        EInvoice skonto = read(Given.bytes("skonto.ubl.xml")).value().get(0);

        assertThat(skonto.suggestions().get(0).discounts())
                .containsExactly(EarlyPaymentDiscount.of("3", 7), EarlyPaymentDiscount.of("2.25", 14));
        assertThat(skonto.suggestions().get(0).problems())
                .extracting(Problem::code)
                .contains(TermsProblem.DISCOUNT_OF_A_PART); // its base is 128.76 of 342.40
        assertThat(skonto.terms().discounts()).isEmpty();
    }

    @Test
    void what_was_prepaid_is_no_part_of_the_document_but_a_payment_to_confirm() {
        EInvoice lastschrift = invoice(LASTSCHRIFT).dueOn(day("2026-03-25"));

        assertThat(lastschrift.documentDraft().toDocument().gross()).isEqualTo(eur("529.87"));
        assertThat(lastschrift
                        .prepayment("P-1", day("2026-03-01"))
                        .orElseThrow()
                        .toPayment())
                .isEqualTo(Payment.of("P-1", "4012345000009", day("2026-03-01"), eur("1059.74"))
                        .withReference("20260311"));
        assertThat(invoice(RATEN).prepayment("P-1", day("2026-03-01"))).isEmpty();
    }

    @Test
    void a_credit_note_with_a_positive_total_is_a_credit() {
        EInvoice note = invoice(CREDIT_NOTE);

        assertThat(read(CREDIT_NOTE).problems()).isEmpty();
        assertThat(note.kind()).isEqualTo(FactKind.CREDIT_NOTE);
        assertThat(note.terms().dueDate()).isEqualTo("2026-05-18");
        assertThat(note.documentDraft().toDocument().gross()).isEqualTo(Money.of("312.50", "DKK"));
        assertThat(note.documentDraft().toDocument().isDebit()).isFalse();
        assertThat(note.documentDraft().corrects()).isEqualTo("INV-3007");
        assertThat(note.prepayment("P-1", day("2026-05-01"))).isEmpty();
    }

    @Test
    void an_invoice_with_a_negative_total_is_a_credit_note_of_its_size() {
        String negative = TWO_CURRENCIES
                .replaceAll("(currencyID=\"\\w+\">)(\\d)", "$1-$2")
                .replace(">-0.02", ">0.02");

        assertThat(codes(negative)).containsExactly(EInvoiceProblem.NEGATIVE_TOTAL);
        assertThat(invoice(negative).kind()).isEqualTo(FactKind.CREDIT_NOTE);
        assertThat(invoice(negative).totals().total()).isEqualTo(eur("-127.02"));
        assertThat(invoice(negative).documentDraft().gross()).isEqualByComparingTo("127.00");
        assertThat(invoice(negative).documentDraft().tax()).isEqualByComparingTo("27.00");
    }

    @Test
    void a_credit_note_with_a_negative_total_is_a_debit_note_with_a_warning() {
        String negative = CREDIT_NOTE.replaceAll("(currencyID=\"DKK\">)", "$1-");

        assertThat(codes(negative)).containsExactly(EInvoiceProblem.NEGATIVE_TOTAL);
        assertThat(read(negative).problems().get(0).message(Locale.FRENCH))
                .isEqualTo("le total TTC (BT-112) DKK -312.50 est négatif : une facture de type 381 au total négatif"
                        + " est lue comme note de débit");
        assertThat(invoice(negative).documentDraft().kind()).isEqualTo("debit-note");
        assertThat(invoice(negative).documentDraft().gross()).isEqualByComparingTo("312.50");
    }

    @Test
    void rounding_belongs_to_what_is_to_be_paid() {
        EInvoice rounded = invoice(TWO_CURRENCIES);

        assertThat(rounded.totals().addUp()).isTrue();
        assertThat(rounded.documentDraft().toDocument().gross()).isEqualTo(eur("127.00")); // 127.02 - 0.02
    }

    @Test
    void tax_in_another_currency_is_passed_over() {
        assertThat(read(TWO_CURRENCIES).problems()).isEmpty();
        assertThat(invoice(TWO_CURRENCIES).totals().tax()).isEqualTo(eur("27.00"));
    }

    @Test
    void taxes_of_several_kinds_are_added_up() {
        String gstAndQst = changed(
                TWO_CURRENCIES, "<cbc:TaxAmount currencyID=\"HUF\">10665<", "<cbc:TaxAmount currencyID=\"EUR\">9.98<");

        assertThat(invoice(gstAndQst).totals().tax()).isEqualTo(eur("36.98"));
        assertThat(codes(gstAndQst)).containsExactly(EInvoiceProblem.TOTALS_DISAGREE);
    }

    @Test
    void tax_that_is_not_stated_is_what_the_total_has_above_net() {
        String untaxed = TWO_CURRENCIES.replaceAll("(?s)<cac:TaxTotal>.*</cac:TaxTotal>", "");

        assertThat(invoice(untaxed).totals().tax()).isEqualTo(eur("27.00")); // 127.02 - 100.02
    }

    @Test
    void totals_that_contradict_each_other_are_taken_over_with_a_warning() {
        String wrong = changed(FACTURE, ">1000.00</cbc:PayableAmount>", ">1440.00</cbc:PayableAmount>");

        assertThat(codes(wrong)).containsExactly(EInvoiceProblem.TOTALS_DISAGREE);
        assertThat(read(wrong).problems().get(0).message())
                .contains("total less prepaid EUR 440.00 plus rounding EUR 0.00 against payable EUR 1440.00");
        assertThat(invoice(wrong).documentDraft().gross()).isEqualByComparingTo("1440.00");
    }

    @Test
    void rounding_that_does_not_add_up_is_left_out() {
        String wrong = changed(TWO_CURRENCIES, ">127.00<", ">127.02<");

        assertThat(invoice(wrong).documentDraft().gross()).isEqualByComparingTo("127.02");
    }

    @Test
    void machine_terms_are_kept_line_by_line() {
        EInvoice skonto = read(Given.bytes("skonto.ubl.xml")).value().get(0);

        assertThat(skonto.buyer().name()).isEqualTo("Stadtverwaltung Müllheim"); // the file is ISO 8859-1
        assertThat(skonto.terms().texts()).hasSize(1);
        assertThat(skonto.terms().texts().get(0).lines())
                .containsExactly(
                        "#SKONTO#TAGE=7#PROZENT=3.00#",
                        "#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=128.76#",
                        "30 Tage netto");
        assertThat(skonto.terms().discounts()).isEmpty();
    }

    @Test
    void instalments_that_add_up_become_those_of_the_draft() {
        EInvoice raten = invoice(RATEN);

        assertThat(read(RATEN).problems()).isEmpty();
        assertThat(raten.terms().dueDate()).isNull();
        assertThat(raten.terms().instalments())
                .containsExactly(
                        new EInvoice.Instalment(day("2026-02-14"), eur("595.00")),
                        new EInvoice.Instalment(day("2026-03-16"), eur("595.00")));
        assertThat(raten.documentDraft().toDocument().instalments()).hasSize(2);
        assertThat(raten.terms().texts()).containsExactly("Hälfte bei Lieferung", "Rest nach Abnahme");
        assertThat(raten.documentDraft().terms()).isEqualTo("Hälfte bei Lieferung\nRest nach Abnahme");
    }

    @ParameterizedTest
    @CsvSource({
        "<ram:PartialPaymentAmount>595.00<, <ram:PartialPaymentAmount>594.00<",
        "<udt:DateTimeString format=\"102\">20260316</udt:DateTimeString>, ''"
    })
    void instalments_that_are_not_the_whole_are_left_out_with_the_due_date(String part, String by) {
        String broken = changed(RATEN, part, by);

        assertThat(codes(broken)).containsExactly(EInvoiceProblem.INSTALMENTS_LEFT_OUT);
        assertThat(invoice(broken).terms().instalments()).isEmpty();
        assertThat(invoice(broken).terms().dueDate()).isNull();
    }

    @Test
    void a_single_part_that_is_the_whole_is_a_due_date() {
        String whole = RATEN.replaceAll(
                        "(?s)</ram:SpecifiedTradePaymentTerms>.*?</ram:SpecifiedTradePaymentTerms>",
                        "</ram:SpecifiedTradePaymentTerms>")
                .replace("<ram:PartialPaymentAmount>595.00<", "<ram:PartialPaymentAmount>1190.00<");

        assertThat(read(whole).problems()).isEmpty();
        assertThat(invoice(whole).terms().dueDate()).isEqualTo("2026-02-14");
        assertThat(invoice(whole).terms().instalments()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1440.00", "1000.00"}) // the total, and what is left of it after the prepayment
    void terms_for_the_whole_amount_are_no_instalment(String amount) {
        String whole = changed(
                FACTURE,
                "</cac:PaymentTerms>",
                "<cbc:Amount currencyID=\"EUR\">" + amount + "</cbc:Amount></cac:PaymentTerms>");

        assertThat(read(whole).problems()).isEmpty();
        assertThat(invoice(whole).terms().dueDate()).isEqualTo("2026-04-16");
    }

    @Test
    void several_due_dates_without_amounts_are_none() {
        String several = RATEN.replaceAll("<ram:PartialPaymentAmount>.*</ram:PartialPaymentAmount>", "");

        assertThat(codes(several)).containsExactly(EInvoiceProblem.SEVERAL_VALUES);
        assertThat(read(several).problems().get(0).attribute(Problem.VALUE)).isEqualTo("[2026-02-14, 2026-03-16]");
        assertThat(invoice(several).terms().dueDate()).isNull();
    }

    @Test
    void discounts_that_are_data_have_a_percentage_a_last_day_and_a_base() {
        assertThat(invoice(RATEN).terms().discounts())
                .containsExactly(
                        new Discount(new BigDecimal("3.00"), day("2026-01-25"), eur("595.00")), // issue date + 10 days
                        new Discount(new BigDecimal("2"), day("2026-02-28"), eur("1190.00"))); // 01-31 + a month
    }

    @ParameterizedTest
    @CsvSource({
        "unitCode=\"DAY\", unitCode=\"XXX\"",
        "unitCode=\"DAY\">10<, unitCode=\"DAY\">ten<",
        "unitCode=\"DAY\">10<, unitCode=\"DAY\">1.5<",
        "unitCode=\"DAY\">10<, unitCode=\"DAY\">99999999<",
        ">3.00</ram:CalculationPercent>, >3 %</ram:CalculationPercent>",
        ">3.00</ram:CalculationPercent>, >0</ram:CalculationPercent>",
        ">3.00</ram:CalculationPercent>, >100</ram:CalculationPercent>"
    })
    void a_discount_that_cannot_be_read_is_left_out(String part, String by) {
        String broken = changed(RATEN, part, by);

        assertThat(codes(broken)).containsExactly(EInvoiceProblem.DISCOUNT_LEFT_OUT);
        assertThat(invoice(broken).terms().discounts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "71, INVOICE",
        "326, INVOICE",
        "380, INVOICE",
        "386, INVOICE",
        "389, INVOICE",
        "751, INVOICE",
        "875, INVOICE",
        "80, DEBIT_NOTE",
        "383, DEBIT_NOTE",
        "81, CREDIT_NOTE",
        "381, CREDIT_NOTE",
        "261, CREDIT_NOTE",
        "503, CREDIT_NOTE"
    })
    void the_type_says_what_the_document_is_to_the_ledger(String code, FactKind kind) {
        String typed = changed(FACTURE, "<cbc:InvoiceTypeCode>380<", "<cbc:InvoiceTypeCode>" + code + "<");

        assertThat(invoice(typed).kind()).isEqualTo(kind);
        assertThat(invoice(typed).typeCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"325", "130", "457", "999", "invoice", "0380"})
    void a_type_that_asks_for_no_payment_or_is_unknown_is_refused(String code) {
        Problem problem = refusal(changed(LASTSCHRIFT, "<ram:TypeCode>380<", "<ram:TypeCode>" + code + "<"));

        assertThat(problem.code()).isEqualTo(EInvoiceProblem.UNSUPPORTED_TYPE);
        assertThat(problem.attribute(Problem.VALUE)).isEqualTo(code);
        assertThat(problem.attribute(Problem.LINE)).isEqualTo("12");
    }

    @Test
    void a_corrected_invoice_is_an_invoice_and_names_the_one_that_it_may_replace() {
        String corrected = changed(
                changed(LASTSCHRIFT, "<ram:TypeCode>380<", "<ram:TypeCode>384<"),
                "</ram:SpecifiedTradePaymentTerms>",
                "</ram:SpecifiedTradePaymentTerms><ram:InvoiceReferencedDocument><ram:IssuerAssignedID>R-1"
                        + "</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>");

        assertThat(codes(corrected)).contains(EInvoiceProblem.CORRECTED_INVOICE);
        assertThat(read(corrected).problems().get(0).message()).contains("corrects an earlier one (R-1)");
        assertThat(invoice(corrected).kind()).isEqualTo(FactKind.INVOICE);
        assertThat(invoice(corrected).references().preceding()).containsExactly("R-1");
        assertThat(invoice(corrected).documentDraft().corrects()).isNull();
    }

    @Test
    void a_ubl_document_without_a_type_is_what_its_root_says() {
        String untyped = changed(CREDIT_NOTE, "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>", "");

        assertThat(codes(untyped)).containsExactly(EInvoiceProblem.TYPE_MISSING);
        assertThat(invoice(untyped).typeCode()).isEqualTo("381");
        assertThat(invoice(changed(FACTURE, "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>", ""))
                        .kind())
                .isEqualTo(FactKind.INVOICE);
        assertThat(refusal(changed(LASTSCHRIFT, "<ram:TypeCode>380</ram:TypeCode>", ""))
                        .message())
                .isEqualTo("the type (BT-3) is missing in it.xml");
    }

    @Test
    void a_credit_note_of_an_invoice_type_is_refused() {
        assertThat(refusal(changed(CREDIT_NOTE, "TypeCode>381<", "TypeCode>380<"))
                        .code())
                .isEqualTo(EInvoiceProblem.TYPE_AGAINST_ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "<cbc:ID>FA-2026-0117</cbc:ID>, BT-1",
        "<cbc:IssueDate>2026-03-02</cbc:IssueDate>, BT-2",
        "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>, BT-5",
        "<cbc:TaxExclusiveAmount currencyID=\"EUR\">1200.00</cbc:TaxExclusiveAmount>, BT-109",
        "<cbc:TaxInclusiveAmount currencyID=\"EUR\">1440.0000</cbc:TaxInclusiveAmount>, BT-112",
        "<cbc:PayableAmount currencyID=\"EUR\">1000.00</cbc:PayableAmount>, BT-115"
    })
    void what_every_invoice_has_may_not_be_missing(String element, String term) {
        Problem problem = refusal(changed(FACTURE, element, ""));

        assertThat(problem.code()).isEqualTo(EInvoiceProblem.MISSING);
        assertThat(problem.attribute(Problem.FIELD)).isEqualTo(term);
        assertThat(problem.message()).contains("(" + term + ") is missing in it.xml");
    }

    @Test
    void an_invoice_has_a_buyer() {
        String nobody = FACTURE.replaceAll("(?s)<cac:AccountingCustomerParty>.*</cac:AccountingCustomerParty>", "");

        assertThat(refusal(nobody).message()).isEqualTo("the buyer (BT-44) is missing in it.xml");
    }

    @Test
    void all_errors_of_a_document_are_reported_at_once() {
        String bad = changed(changed(FACTURE, ">2026-03-02<", ">02.03.2026<"), ">240.00<", ">240,00<");

        assertThat(read(bad).value()).isEmpty();
        assertThat(codes(bad)).containsExactly(EInvoiceProblem.NOT_A_DATE, EInvoiceProblem.NOT_AN_AMOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"02.03.2026", "2026-02-30", "2026-3-2", "20260302", "1026-03-02", "+12026-03-02", "2026-03-02Zx"
            })
    void a_day_of_ubl_that_is_none_is_refused_with_its_place(String date) {
        Problem problem = refusal(changed(FACTURE, ">2026-03-02<", ">" + date + "<"));

        assertThat(problem.code()).isEqualTo(EInvoiceProblem.NOT_A_DATE);
        assertThat(problem.attributes())
                .containsEntry("file", "it.xml")
                .containsEntry("line", "7")
                .containsEntry("column", "18")
                .containsEntry("field", "BT-2")
                .containsEntry("element", "IssueDate")
                .containsEntry("value", date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02Z", "2026-03-02+01:00", " 2026-03-02\n"})
    void a_zone_says_nothing_about_a_day(String date) {
        assertThat(invoice(changed(FACTURE, ">2026-03-02<", ">" + date + "<")).issueDate())
                .isEqualTo("2026-03-02");
    }

    @ParameterizedTest
    @CsvSource({"102, 20260230", "102, 2026-03-11", "610, 202603", "203, 202603110000", "616, 202611"})
    void a_day_of_cii_is_written_in_format_102(String format, String date) {
        String wrong = changed(LASTSCHRIFT, "\"102\">20260311<", "\"" + format + "\">" + date + "<");

        assertThat(refusal(wrong).code()).isEqualTo(EInvoiceProblem.NOT_A_DATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.440,00", "1,440.00", "1e3", "NaN", "EUR 1440", "--1", "-", ".", "0x10", "1 440.00", "١٤"})
    void an_amount_is_a_plain_decimal(String amount) {
        Problem problem = refusal(changed(FACTURE, ">1440.0000<", ">" + amount + "<"));

        assertThat(problem.code()).isEqualTo(EInvoiceProblem.NOT_AN_AMOUNT);
        assertThat(problem.attribute(Problem.FIELD)).isEqualTo("BT-112");
    }

    @ParameterizedTest
    @CsvSource({
        "1440.001, TOO_MANY_DECIMALS",
        "0.0000000000000000000001, TOO_MANY_DECIMALS",
        "1000000000000000.01, AMOUNT_TOO_LARGE",
        "99999999999999999999999999999999, AMOUNT_TOO_LARGE"
    })
    void an_amount_is_never_rounded(String amount, EInvoiceProblem code) {
        assertThat(refusal(changed(FACTURE, ">1440.0000<", ">" + amount + "<")).code())
                .isEqualTo(code);
    }

    @Test
    void an_amount_in_yen_has_no_decimals() {
        String yen = FACTURE.replace("EUR", "JPY");

        assertThat(invoice(yen).totals().total()).isEqualTo(Money.of("1440", "JPY"));
        assertThat(refusal(changed(yen, ">1440.0000<", ">1440.5<")).message())
                .isEqualTo("the total with tax (BT-112) \"1440.5\" on line 125 has more than the 0 decimals of JPY");
    }

    @Test
    void amounts_of_different_currencies_are_never_mixed() {
        Problem problem = refusal(
                changed(FACTURE, "<cbc:PayableAmount currencyID=\"EUR\">", "<cbc:PayableAmount currencyID=\"USD\">"));

        assertThat(problem.code()).isEqualTo(EInvoiceProblem.OTHER_CURRENCY);
        assertThat(problem.message()).contains("is in USD and the invoice in EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "EURO", "€", "ZZZ", "XXX"})
    void a_currency_is_an_iso_code(String currency) {
        assertThat(refusal(changed(FACTURE, "CurrencyCode>EUR<", "CurrencyCode>" + currency + "<"))
                        .code())
                .isEqualTo(EInvoiceProblem.UNKNOWN_CURRENCY);
    }

    @Test
    void what_an_invoice_has_once_may_not_contradict_itself() {
        String twice = changed(
                FACTURE,
                "<cbc:PayableAmount currencyID=\"EUR\">1000.00</cbc:PayableAmount>",
                "<cbc:PayableAmount currencyID=\"EUR\">1000.00</cbc:PayableAmount>"
                        + "<cbc:PayableAmount currencyID=\"EUR\">10.00</cbc:PayableAmount>");

        assertThat(refusal(twice).code()).isEqualTo(EInvoiceProblem.CONTRADICTORY);
        assertThat(refusal(changed(FACTURE, "<cbc:IssueDate>", "<cbc:ID>F-2</cbc:ID><cbc:IssueDate>"))
                        .message())
                .isEqualTo("the number (BT-1) is given twice and differently in it.xml: FA-2026-0117 and, at line 7,"
                        + " F-2");
        assertThat(invoice(twice.replace(">10.00<", ">1000<")).totals().payable())
                .isEqualTo(eur("1000.00"));
    }

    @Test
    void an_invoice_has_one_buyer() {
        String buyer = FACTURE.substring(
                FACTURE.indexOf("<cac:AccountingCustomerParty>"), FACTURE.indexOf("<cac:PayeeParty>"));

        assertThat(refusal(changed(FACTURE, buyer, buyer + buyer.replace("C-0042", "C-0043")))
                        .message())
                .isEqualTo("the buyer (BG-7) is given twice and differently in it.xml: C-0042 and, at line 70, C-0043");
        assertThat(invoice(changed(FACTURE, buyer, buyer + buyer))).isEqualTo(invoice(FACTURE));
    }

    @ParameterizedTest
    @CsvSource({
        "DE21860000000086001055</ram:IBANID>, DE21</ram:IBANID>, LASTSCHRIFT",
        "<cbc:ID>BE68539007547034</cbc:ID>, <cbc:ID>BE68.5390</cbc:ID>, FACTURE",
        "<cbc:ID>3000 6000 01</cbc:ID>, <cbc:ID schemeID=\"IBAN\">3000 6000 01</cbc:ID>, FACTURE"
    })
    void an_account_that_should_be_an_iban_and_is_none_is_kept_with_a_warning(String part, String by, String which) {
        String broken = changed(which.equals("FACTURE") ? FACTURE : LASTSCHRIFT, part, by);

        assertThat(codes(broken)).contains(EInvoiceProblem.NOT_AN_IBAN);
        assertThat(invoice(broken)).isNotNull();
    }

    @Test
    void several_delivery_dates_are_none() {
        String several = changed(
                FACTURE,
                "</cac:Delivery>",
                "</cac:Delivery><cac:Delivery><cbc:ActualDeliveryDate>2026-02-28</cbc:ActualDeliveryDate></cac:Delivery>");

        assertThat(codes(several)).containsExactly(EInvoiceProblem.SEVERAL_VALUES);
        assertThat(invoice(several).deliveryDate()).isNull();
    }

    @Test
    void the_buyer_is_known_by_the_first_identification_there_is() {
        assertThat(invoice(FACTURE).documentDraft().customerId()).isEqualTo("C-0042");
        assertThat(invoice(CREDIT_NOTE).documentDraft().customerId()).isEqualTo("DK87654321");
        assertThat(invoice(TWO_CURRENCIES).documentDraft().customerId()).isEqualTo("HU12345678");
        assertThat(invoice(FACTURE).documentDraft("HOTEL").customerId()).isEqualTo("HOTEL");
    }

    @Test
    void the_buyer_is_a_customer() {
        assertThat(invoice(FACTURE).customerDraft().toCustomer())
                .isEqualTo(Customer.of("C-0042", "Hôtel du Parc & Fils").inCountry("BE"));
        assertThat(invoice(CREDIT_NOTE).customerDraft().toCustomer())
                .isEqualTo(Customer.of("DK87654321", "Ferry Lines A/S"));
    }

    @Test
    void in_a_folder_good_ones_survive_and_each_bad_one_is_reported(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.xml"), FACTURE);
        Files.writeString(folder.resolve("b.XML"), "no invoice");
        Files.writeString(folder.resolve("c.xml"), changed(FACTURE, ">2026-03-02<", "><"));
        Files.writeString(folder.resolve("d.xml"), RATEN);
        Files.writeString(folder.resolve("notes.txt"), "not read");
        Files.createDirectory(folder.resolve("e.xml"));

        Loaded<List<EInvoice>> loaded = EInvoiceReader.standard()
                .folder(folder)
                .invoice(folder.resolve("gone.xml"))
                .invoice("stream", new ByteArrayInputStream(CREDIT_NOTE.getBytes(StandardCharsets.UTF_8)))
                .load();

        assertThat(loaded.value()).extracting(EInvoice::file).containsExactly("a.xml", "d.xml", "stream");
        assertThat(loaded.problems())
                .extracting(Problem::code, problem -> problem.attribute(Problem.FILE))
                .containsExactly(
                        tuple(EInvoiceProblem.NOT_XML, "b.XML"),
                        tuple(EInvoiceProblem.MISSING, "c.xml"),
                        tuple(EInvoiceProblem.NOT_READABLE, "gone.xml"));
        assertThatThrownBy(() -> EInvoiceReader.standard().folder(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(EInvoiceReader.standard().load().value()).isEmpty();
    }

    @Test
    void a_stream_that_fails_is_a_problem_of_its_own_document() throws IOException {
        InputStream failing = InputStream.nullInputStream();
        failing.close();
        Loaded<List<EInvoice>> loaded = EInvoiceReader.standard()
                .invoice("bad", failing)
                .invoice("good", new ByteArrayInputStream(FACTURE.getBytes(StandardCharsets.UTF_8)))
                .load();

        assertThat(loaded.value()).hasSize(1);
        assertThat(loaded.problems().get(0).message())
                .isEqualTo("bad cannot be read: java.io.IOException: Stream closed");
    }

    @Test
    void problems_beyond_the_first_hundred_are_counted() {
        String part = "<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString>x</udt:DateTimeString>"
                + "</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>";
        Loaded<List<EInvoice>> loaded = read(changed(
                LASTSCHRIFT,
                "</ram:SpecifiedTradePaymentTerms>",
                "</ram:SpecifiedTradePaymentTerms>" + part.repeat(250)));

        assertThat(loaded.problems()).hasSize(101);
        assertThat(loaded.problems().get(100).message()).isEqualTo("150 further problems of it.xml are not listed");
    }
}
