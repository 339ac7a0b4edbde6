package io.receivables.metrics.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgingTest {
    private static final LocalDate AS_OF = date("2026-05-31");

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    private static Invoice invoice(String id, String customer, String due, String amount) {
        return Invoice.of(id, customer, date("2026-01-02"), cad(amount)).dueOn(date(due));
    }

    private static AgedBalance balance(LedgerBuilder ledger) {
        return Aging.of(ledger.build(), AgingOptions.standard(AS_OF));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01, not-due", // due tomorrow
        "2026-05-31, not-due", // due today is not past due
        "2026-05-30, 1-30", // 1 day
        "2026-05-01, 1-30", // 30 days
        "2026-04-30, 31-60", // 31 days
        "2026-04-01, 31-60", // 60 days
        "2026-03-31, 61-90", // 61 days
        "2026-03-02, 61-90", // 90 days
        "2026-03-01, 91+", // 91 days
        "2026-01-02, 91+" // 149 days
    })
    void every_age_has_its_bucket(String due, String label) {
        AgedLine line = balance(Ledger.builder().invoice(invoice("F-1", "ACME", due, "10.00")))
                .in("CAD");

        assertThat(line.bucket(label).amount()).isEqualTo(cad("10.00"));
        assertThat(line.bucket(label).items()).isEqualTo(1);
        assertThat(line.receivables()).isEqualTo(cad("10.00"));
        assertThat(line.overdueItems()).isEqualTo(label.equals("not-due") ? 0 : 1);
    }

    @Test
    void payment_counts_on_its_day_and_invoice_on_its_issue_date() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-1", "ACME", "2026-04-01", "1200.00"))
                .payment(Payment.of("P-1", "ACME", AS_OF, cad("400.00")), "F-1")
                .build();

        AgedLine before =
                Aging.of(ledger, AgingOptions.standard(AS_OF.minusDays(1))).in("CAD");
        AgedLine onTheDay = Aging.of(ledger, AgingOptions.standard(AS_OF)).in("CAD");

        assertThat(before.bucket("31-60").amount()).isEqualTo(cad("1200.00"));
        assertThat(onTheDay.bucket("31-60").amount()).isEqualTo(cad("800.00")); // 1,200 − 400
        assertThat(Aging.of(ledger, AgingOptions.standard(date("2026-01-01"))).currencies())
                .isEmpty();
        assertThat(Aging.of(ledger, AgingOptions.standard(date("2026-01-02")))
                        .in("CAD")
                        .notDue())
                .isEqualTo(cad("1200.00"));
    }

    /** 300 not due, 200 at 30 days, 100 at 91 days; a credit of 250 dated 45 days back. */
    private static Ledger withCredit() {
        return Ledger.builder()
                .invoice(invoice("F-1", "ACME", "2026-06-30", "300.00"))
                .invoice(invoice("F-2", "ACME", "2026-05-01", "200.00"))
                .invoice(invoice("F-3", "ACME", "2026-03-01", "100.00"))
                .creditNote(CreditNote.of("A-1", "ACME", date("2026-04-16"), cad("250.00")))
                .build();
    }

    private static List<String> amounts(AgedLine line) {
        return line.buckets().stream()
                .map(bucket -> bucket.amount().amount().toPlainString())
                .toList();
    }

    @Test
    void credits_stand_in_their_own_column_by_default() {
        AgedBalance balance = Aging.of(withCredit(), AgingOptions.standard(AS_OF));
        AgedLine line = balance.in("CAD");

        assertThat(amounts(line)).containsExactly("300.00", "200.00", "0.00", "0.00", "100.00");
        assertThat(line.unappliedCredits()).isEqualTo(cad("250.00"));
        assertThat(line.net()).isEqualTo(cad("350.00")); // 600 − 250
        assertThat(line.bucket("31-60").credits()).isEqualTo(cad("250.00"));
        assertThat(line.bucket("31-60").creditItems()).isEqualTo(1);
        assertThat(balance.footing().holds()).isTrue();
    }

    @Test
    void credits_netted_by_due_date_lower_the_bucket_of_their_own_date() {
        AgedLine line = Aging.of(withCredit(), AgingOptions.standard(AS_OF).withCredits(CreditTreatment.BY_DUE_DATE))
                .in("CAD");

        assertThat(amounts(line)).containsExactly("300.00", "200.00", "-250.00", "0.00", "100.00");
        assertThat(line.unappliedCredits()).isEqualTo(cad("0.00"));
        assertThat(line.net()).isEqualTo(cad("350.00"));
        assertThat(line.overdue()).isEqualTo(cad("300.00")); // debit items only
    }

    @Test
    void credits_netted_oldest_first_lower_the_oldest_buckets() {
        AgedLine line = Aging.of(withCredit(), AgingOptions.standard(AS_OF).withCredits(CreditTreatment.OLDEST_FIRST))
                .in("CAD");

        // 250 takes the 100 of 91+, then 150 of the 200 in 1-30
        assertThat(amounts(line)).containsExactly("300.00", "50.00", "0.00", "0.00", "0.00");
        assertThat(line.unappliedCredits()).isEqualTo(cad("0.00"));
    }

    @Test
    void credit_of_one_customer_never_lowers_the_debt_of_another() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-1", "ACME", "2026-03-01", "100.00"))
                .creditNote(CreditNote.of("A-1", "OTHER", date("2026-04-16"), cad("250.00")))
                .build();
        AgedLine line = Aging.of(ledger, AgingOptions.standard(AS_OF).withCredits(CreditTreatment.OLDEST_FIRST))
                .in("CAD");

        assertThat(line.receivables()).isEqualTo(cad("100.00"));
        assertThat(line.unappliedCredits()).isEqualTo(cad("250.00"));
    }

    @Test
    void each_instalment_ages_by_itself() {
        Invoice invoice = Invoice.of("F-1", "ACME", date("2026-03-01"), cad("100.00"))
                .payableIn(List.of(
                        Instalment.of(date("2026-03-31"), cad("30.00")),
                        Instalment.of(date("2026-05-01"), cad("50.00")),
                        Instalment.of(date("2026-06-30"), cad("20.00"))));
        AgedLine line = balance(Ledger.builder()
                        .invoice(invoice)
                        .payment(Payment.of("P-1", "ACME", date("2026-04-02"), cad("40.00")), "F-1"))
                .in("CAD");

        // the payment settles the 30 due first and 10 of the next instalment
        assertThat(amounts(line)).containsExactly("20.00", "40.00", "0.00", "0.00", "0.00");
    }

    @Test
    void invoice_and_posting_date_are_other_bases() {
        Ledger ledger = Ledger.builder()
                .invoice(Invoice.of("F-1", "ACME", date("2026-03-01"), cad("10.00"))
                        .postedOn(date("2026-04-15"))
                        .dueOn(date("2026-07-01")))
                .build();
        AgingOptions options = AgingOptions.standard(AS_OF);

        assertThat(Aging.of(ledger, options).in("CAD").bucket("not-due").items())
                .isEqualTo(1);
        AgedLine byInvoice =
                Aging.of(ledger, options.by(AgingBasis.INVOICE_DATE)).in("CAD");
        assertThat(byInvoice.bucket("91+").items()).isEqualTo(1); // 91 days since 1 March
        assertThat(byInvoice.overdue()).isEqualTo(cad("0.00")); // aged by invoice date, yet not past due
        AgedLine byPosting =
                Aging.of(ledger, options.by(AgingBasis.POSTING_DATE)).in("CAD");
        assertThat(byPosting.bucket("31-60").items()).isEqualTo(1); // 46 days since 15 April
    }

    @Test
    void disputed_is_an_of_which() {
        AgedLine line = balance(Ledger.builder()
                        .invoice(invoice("F-1", "ACME", "2026-05-01", "200.00"))
                        .invoice(invoice("F-2", "ACME", "2026-05-01", "50.00"))
                        .fact(Dispute.of("D-1", "F-1", date("2026-05-10")).over(cad("80.00")))
                        .fact(Dispute.of("D-2", "F-2", date("2026-05-10"))))
                .in("CAD");

        assertThat(line.disputed()).isEqualTo(cad("130.00")); // 80 of F-1 and all 50 of F-2
        assertThat(line.disputedItems()).isEqualTo(2);
        assertThat(line.receivables()).isEqualTo(cad("250.00"));
    }

    @Test
    void groups_add_up_to_the_total() {
        AgedBalance balance = Aging.of(
                Ledger.builder()
                        .customer(Customer.of("A", "Acme").inSegment("retail"))
                        .customer(Customer.of("B", "Bêta").inSegment("public"))
                        .customer(Customer.of("C", "Cie").inSegment("retail"))
                        .invoice(invoice("F-1", "A", "2026-05-01", "10.00"))
                        .invoice(invoice("F-2", "B", "2026-05-01", "20.00"))
                        .invoice(invoice("F-3", "C", "2026-03-01", "30.00"))
                        .invoice(Invoice.of("F-4", "C", date("2026-05-01"), Money.of("5", "JPY")))
                        .build(),
                AgingOptions.standard(AS_OF).per(Grouping.attribute(Customer.SEGMENT)));

        assertThat(balance.groups())
                .extracting(line -> line.group() + " " + line.currency() + " "
                        + line.receivables().amount())
                .containsExactly("public CAD 20.00", "retail CAD 40.00", "retail JPY 5");
        assertThat(balance.in("CAD").receivables()).isEqualTo(cad("60.00"));
        assertThat(balance.currencies()).containsExactly("CAD", "JPY");
        assertThat(balance.in("CAD").oldest())
                .hasValueSatisfying(oldest -> assertThat(oldest.id()).isEqualTo("F-3"));
    }

    @Test
    void percentages_round_as_told_and_are_empty_without_receivables() {
        AgedLine line = balance(Ledger.builder()
                        .invoice(invoice("F-1", "A", "2026-05-01", "10.00"))
                        .invoice(invoice("F-2", "A", "2026-03-01", "20.00")))
                .in("CAD");

        assertThat(line.percentage("1-30", 2, RoundingMode.HALF_UP)).contains(new BigDecimal("33.33")); // 10/30
        assertThat(line.percentage("91+", 2, RoundingMode.HALF_UP)).contains(new BigDecimal("66.67"));
        AgedLine settled = balance(Ledger.builder()
                        .invoice(invoice("F-1", "A", "2026-05-01", "10.00"))
                        .payment(Payment.of("P-1", "A", AS_OF, cad("10.00")), "F-1"))
                .in("CAD");
        assertThat(settled.percentage("1-30", 2, RoundingMode.HALF_UP)).isEmpty();
    }

    @Test
    void unknown_currency_or_bucket_is_refused_by_name() {
        AgedBalance balance = balance(Ledger.builder().invoice(invoice("F-1", "A", "2026-05-01", "10.00")));

        assertThatThrownBy(() -> balance.in("EUR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EUR")
                .hasMessageContaining("[CAD]");
        assertThatThrownBy(() -> balance.in("CAD").bucket("1-31"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1-31")
                .hasMessageContaining("31-60");
    }

    @Test
    void differently_aged_balances_do_not_add_up() {
        Ledger ledger = withCredit();
        AgedBalance standard = Aging.of(ledger, AgingOptions.standard(AS_OF));
        AgedBalance weekly = Aging.of(ledger, AgingOptions.standard(AS_OF).into(BucketScheme.weekly(4)));

        assertThatThrownBy(() -> standard.plus(weekly)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void explanation_says_why_in_english_and_french() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-1", "ACME", "2026-04-01", "1200.00"))
                .payment(Payment.of("P-1", "ACME", date("2026-04-20"), cad("400.00")), "F-1")
                .fact(Dispute.of("D-1", "F-1", date("2026-05-10")).over(cad("80.00")))
                .build();

        List<AgingExplanation> reasons = Aging.explain(ledger, AgingOptions.standard(AS_OF), "F-1");

        assertThat(reasons).singleElement().satisfies(reason -> {
            assertThat(reason.age()).isEqualTo(60); // 1 April to 31 May
            assertThat(reason.bucket().label()).isEqualTo("31-60");
            assertThat(reason.lines(Locale.ENGLISH))
                    .containsExactly(
                            "invoice F-1, instalment 1, customer ACME: issued on 2026-01-02 over CAD 1200.00",
                            "2026-04-20: CAD 400.00 settled by a payment",
                            "CAD 800.00 open at the end of 2026-05-31",
                            "of which CAD 80.00 disputed",
                            "due date 2026-04-01: age 60 days, bucket 31-60");
            assertThat(reason.lines(Locale.CANADA_FRENCH)).contains("2026-04-20 : CAD 400.00 réglés par un paiement");
        });
        assertThat(Aging.explain(ledger, AgingOptions.standard(AS_OF), "F-2")).isEmpty();
        assertThat(Aging.explain(ledger, AgingOptions.standard(date("2026-01-01")), "F-1"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.toString()).endsWith("not issued yet on 2026-01-01"));
    }
}
