package io.receivables.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Reversal;
import io.receivables.core.ledger.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class LateInterestTest {
    /** 12% a year over 365 days, EUR 40. */
    private static final InterestRegime TWELVE = InterestRegime.of(
            "twelve",
            InterestTerms.of(LateRate.agreed(AgreedRate.yearly("12"), "clause 7"), "clause 7")
                    .with(FixedSum.of(eur("40.00"))));

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static LateInterestOptions until(String asOf, InterestRegime regime) {
        return LateInterestOptions.standard(date(asOf), regime);
    }

    private static OverdueSum sum(String principal, String due) {
        return OverdueSum.of("F-1", "ACME", eur(principal), date(due));
    }

    private static List<String> shown(InterestCharge charge) {
        return charge.lines().stream()
                .map(line -> line.from() + " " + line.to() + " "
                        + line.principal().amount() + " "
                        + line.rate().rate().percent().toPlainString() + " " + line.days() + "/" + line.yearDays())
                .toList();
    }

    // ---- one sum

    @Test
    void interest_runs_from_the_day_after_the_due_date_to_the_as_of_date() {
        InterestCharge charge = LateInterest.of(sum("1000.00", "2024-03-31"), until("2024-04-30", TWELVE));

        // 1000 x 12% x 30 / 365 = 9.863...
        assertThat(shown(charge)).containsExactly("2024-04-01 2024-04-30 1000.00 12 30/365");
        assertThat(charge.interest()).isEqualTo(eur("9.86"));
        assertThat(charge.fixedSum()).isEqualTo(eur("40.00"));
        assertThat(charge.total()).isEqualTo(eur("49.86"));
        assertThat(charge.days()).isEqualTo(30);
    }

    @Test
    void what_is_due_today_or_paid_in_time_costs_nothing() {
        OverdueSum sum = sum("1000.00", "2024-03-31");

        assertThat(LateInterest.of(sum, until("2024-03-31", TWELVE)).isEmpty()).isTrue();
        assertThat(LateInterest.of(sum.paid(date("2024-03-31"), eur("1000.00")), until("2024-12-31", TWELVE))
                        .total())
                .isEqualTo(eur("0.00"));
    }

    @Test
    void a_part_payment_lowers_the_principal_from_the_day_after() {
        OverdueSum sum = sum("10000.00", "2024-03-31")
                .paid(date("2024-04-30"), eur("4000.00"))
                .paid(date("2024-06-15"), eur("6000.00"));
        InterestCharge charge = LateInterest.of(sum, until("2024-12-31", TWELVE));

        // 10000 x 12% x 30 / 365 + 6000 x 12% x 46 / 365 = 98.630... + 90.739...
        assertThat(shown(charge))
                .containsExactly("2024-04-01 2024-04-30 10000.00 12 30/365", "2024-05-01 2024-06-15 6000.00 12 46/365");
        assertThat(charge.interest()).isEqualTo(eur("189.37"));
        // the other reading: 29 and 46 days, as nothing is open at the end of 15 June
        assertThat(shown(LateInterest.of(sum, until("2024-12-31", TWELVE).withoutPaymentDay())))
                .containsExactly("2024-04-01 2024-04-29 10000.00 12 29/365", "2024-04-30 2024-06-14 6000.00 12 46/365");
    }

    @Test
    void what_happens_after_the_as_of_date_is_not_looked_at() {
        OverdueSum sum = sum("1000.00", "2024-03-31").paid(date("2024-05-01"), eur("1000.00"));

        assertThat(LateInterest.of(sum, until("2024-04-30", TWELVE)).interest()).isEqualTo(eur("9.86"));
    }

    @Test
    void what_is_paid_above_the_principal_earns_nothing() {
        OverdueSum sum = sum("1000.00", "2024-03-31").paid(date("2024-04-30"), eur("1500.00"));

        assertThat(LateInterest.of(sum, until("2024-12-31", TWELVE)).interest()).isEqualTo(eur("9.86"));
    }

    @Test
    void nothing_runs_before_a_document_exists() {
        OverdueSum sum = sum("1000.00", "2024-03-31").issuedOn(date("2024-04-20"));

        // 21 to 30 April
        assertThat(LateInterest.of(sum, until("2024-04-30", TWELVE)).days()).isEqualTo(10);
    }

    @Test
    void a_change_of_the_rate_begins_a_line() {
        InterestCharge charge =
                LateInterest.of(sum("10000.00", "2024-05-31"), until("2024-07-30", InterestRegimes.france()));

        // 10000 x 14.50% x 30 / 365 + 10000 x 14.25% x 30 / 365 = 119.178... + 117.123... = 236.301...
        assertThat(shown(charge))
                .containsExactly(
                        "2024-06-01 2024-06-30 10000.00 14.5 30/365", "2024-07-01 2024-07-30 10000.00 14.25 30/365");
        assertThat(charge.interest()).isEqualTo(eur("236.30"));
    }

    @Test
    void in_the_united_kingdom_the_rate_is_that_of_the_first_day_of_lateness() {
        OverdueSum sum = OverdueSum.of("F-1", "ACME", Money.of("5000.00", "GBP"), date("2016-12-15"));
        InterestCharge charge = LateInterest.of(sum, until("2017-03-15", InterestRegimes.unitedKingdom()));

        // 5000 x 8.50% x 90 / 365 = 104.794..., although 8.25% applies from January
        assertThat(charge.interest()).isEqualTo(Money.of("104.79", "GBP"));
        assertThat(charge.fixedSum()).isEqualTo(Money.of("70.00", "GBP"));
        assertThat(charge.lines()).hasSize(1);
    }

    @Test
    void in_a_leap_year_a_day_is_a_366th() {
        InterestCharge charge = LateInterest.of(
                sum("36600.00", "2023-12-15"), until("2024-01-15", TWELVE.map(terms -> terms.with(DayCount.ACT_ACT))));

        // 36600 x 12% x 16 / 365 + 36600 x 12% x 15 / 366 = 192.526... + 180
        assertThat(shown(charge))
                .containsExactly(
                        "2023-12-16 2023-12-31 36600.00 12 16/365", "2024-01-01 2024-01-15 36600.00 12 15/366");
        assertThat(charge.interest()).isEqualTo(eur("372.53"));
    }

    @Test
    void rounding_is_once_and_by_the_mode_that_is_asked_for() {
        // 1% of 182.50 for a day = 0.005
        InterestRegime one =
                InterestRegime.of("one", InterestTerms.of(LateRate.agreed(AgreedRate.yearly("1"), "clause 7"), "x"));
        OverdueSum sum = sum("182.50", "2023-01-01");

        assertThat(LateInterest.of(sum, until("2023-01-02", one)).interest()).isEqualTo(eur("0.01"));
        assertThat(LateInterest.of(sum, until("2023-01-02", one).rounded(RoundingMode.HALF_EVEN))
                        .interest())
                .isEqualTo(eur("0.00"));
        // a daily figure of 5000 x 12.25% / 365 = 1.678... rounded to 1.68 would make 169.68 of 101 days
        InterestRegime british =
                InterestRegime.of("b", InterestTerms.of(LateRate.agreed(AgreedRate.yearly("12.25"), "clause 7"), "x"));
        assertThat(LateInterest.of(sum("5000.00", "2025-07-01"), until("2025-10-10", british))
                        .interest())
                .isEqualTo(eur("169.49"));
    }

    @Test
    void a_missing_rate_is_an_error_and_nothing_is_carried_forward() {
        assertThatThrownBy(() ->
                        LateInterest.of(sum("1000.00", "2026-06-15"), until("2026-07-15", InterestRegimes.france())))
                .isInstanceOf(InterestException.class)
                .hasMessageContaining("series ECB_MRO has no rate for 2026-07-01");
        // paid before: the rate of July is not needed
        assertThat(LateInterest.of(
                                sum("1000.00", "2026-06-15").paid(date("2026-06-30"), eur("1000.00")),
                                until("2026-07-15", InterestRegimes.france()))
                        .days())
                .isEqualTo(15);
        assertThatThrownBy(() ->
                        LateInterest.of(sum("1000.00", "2012-06-15"), until("2013-07-15", InterestRegimes.france())))
                .hasMessageContaining("regime fr-l441-10 has no terms for documents of 2012-06-15");
    }

    @Test
    void the_rate_at_default_is_not_needed_where_no_day_bears_it() {
        OverdueSum sum = OverdueSum.of("F-1", "ACME", Money.of("5000.00", "GBP"), date("2011-12-15"))
                .paid(date("2012-01-15"), Money.of("5000.00", "GBP"));
        LateInterestOptions options = until("2024-12-31", InterestRegimes.unitedKingdom());

        assertThatThrownBy(() -> LateInterest.of(sum, options))
                .hasMessageContaining("series UK_BOE_REFERENCE has no rate for 2011-12-16");
        assertThat(LateInterest.of(sum, options.from(date("2024-01-01"))).isEmpty())
                .isTrue();
    }

    @Test
    void grace_days_cost_nothing_and_then_count_from_the_first() {
        OverdueSum sum = sum("1000.00", "2024-03-31");
        LateInterestOptions tenDays = until("2024-04-10", TWELVE).withGraceDays(10);

        assertThat(LateInterest.of(sum, tenDays).isEmpty()).isTrue();
        assertThat(LateInterest.of(sum, until("2024-04-11", TWELVE).withGraceDays(10))
                        .days())
                .isEqualTo(11);
        assertThat(LateInterest.of(
                                sum.paid(date("2024-04-10"), eur("1000.00")),
                                until("2024-12-31", TWELVE).withGraceDays(10))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void periods_charge_each_day_and_each_fixed_sum_once() {
        OverdueSum sum = sum("1000.00", "2024-03-31");
        InterestCharge april = LateInterest.of(sum, until("2024-04-30", TWELVE));
        InterestCharge may = LateInterest.of(sum, until("2024-05-31", TWELVE).from(date("2024-05-01")));

        assertThat(shown(may)).containsExactly("2024-05-01 2024-05-31 1000.00 12 31/365");
        assertThat(april.fixedSum()).isEqualTo(eur("40.00"));
        assertThat(may.fixedSum()).isEqualTo(eur("0.00"));
        // what 10 grace days held back at the end of April is charged in May
        OverdueSum late = sum("1000.00", "2024-04-25");
        assertThat(LateInterest.of(late, until("2024-04-30", TWELVE).withGraceDays(10))
                        .isEmpty())
                .isTrue();
        assertThat(shown(LateInterest.of(
                        late, until("2024-05-31", TWELVE).withGraceDays(10).from(date("2024-05-01")))))
                .containsExactly("2024-04-26 2024-05-31 1000.00 12 36/365");
    }

    @Test
    void a_fixed_sum_in_another_currency_is_left_out_with_a_reason() {
        OverdueSum sum = OverdueSum.of("F-1", "ACME", Money.of("1000.00", "USD"), date("2024-03-31"));
        InterestCharge charge = LateInterest.of(sum, until("2024-04-30", InterestRegimes.france()));

        assertThat(charge.fixedSum()).isEqualTo(Money.of("0.00", "USD"));
        assertThat(charge.interest()).isEqualTo(Money.of("11.92", "USD"));
        assertThat(charge.problems())
                .extracting(problem -> problem.attribute(Problem.ID) + " " + problem.message())
                .containsExactly(
                        "F-1 the fixed sum is owed in EUR and left out, because the document is in USD: charge it"
                                + " apart, or convert it yourself");
    }

    @Test
    void legal_limits_of_an_agreed_rate_are_checked_over_all_days() {
        InterestRegime agreed = InterestRegimes.france().agreed(AgreedRate.yearly("15"));
        InterestCharge charge = LateInterest.of(
                sum("1000.00", "2023-10-31").paid(date("2024-05-10"), eur("100.00")), until("2024-08-31", agreed));

        // 15 is above 3 x 4.22 in 2023, below 3 x 5.07 in the first half of 2024 and above 3 x 4.92 in the second
        assertThat(charge.problems()).extracting(Problem::code).containsExactly(InterestProblem.BELOW_FLOOR);
        assertThat(charge.problems())
                .allSatisfy(problem -> assertThat(problem.attribute(Problem.ID)).isEqualTo("F-1"));
    }

    @Test
    void each_step_is_explained_in_english_and_in_french() {
        InterestCharge charge =
                LateInterest.of(sum("10000.00", "2025-05-31"), until("2025-07-30", InterestRegimes.germany()));

        // 11.27% x 30 and 10.27% x 30
        assertThat(charge.explain(Locale.ENGLISH))
                .containsExactly(
                        "F-1, customer ACME: late-payment interest by de-bgb-288 (BGB §§ 247, 288 Abs. 2 und 5; EGBGB Art."
                                + " 229 § 34)",
                        "instalment 1, 2025-06-01 to 2025-06-30: EUR 10000.00 x 11.27% x 30 / 365 = 92.630137 (DE_BASE 2.27%"
                                + " + 9; source: bid-coburg.de (Bundesbank notice))",
                        "instalment 1, 2025-07-01 to 2025-07-30: EUR 10000.00 x 10.27% x 30 / 365 = 84.410959 (DE_BASE 1.27%"
                                + " + 9; indirect source: finanzmarktnachrichten.de quoting Bundesbank)",
                        "interest EUR 177.04: the lines added up exactly and rounded once, half-up; days act/365f, the rate"
                                + " of each day",
                        "fixed recovery sum EUR 40.00, together EUR 217.04");
        assertThat(charge.explain(Locale.FRANCE))
                .hasSize(5)
                .contains("échéance n° 1, du 2025-06-01 au 2025-06-30 : EUR 10000.00 x 11.27 % x 30 / 365 = 92.630137"
                        + " (DE_BASE 2.27 % + 9 ; source : bid-coburg.de (Bundesbank notice))")
                .contains("indemnité forfaitaire de recouvrement EUR 40.00, au total EUR 217.04");
        assertThat(LateInterest.of(sum("1.00", "2025-07-30"), until("2025-07-30", InterestRegimes.germany())))
                .asString()
                .endsWith("\nno interest");
    }

    @Test
    void a_rate_is_explained_as_it_was_made() {
        assertThat(explainedRate(InterestRegimes.belgium()))
                .endsWith("11.5% x 30 / 365 = 0.945205 (ECB_MRO 3.15% + 8, rounded up to a multiple of 0.5; source:"
                        + " Bundesbank notice via bid-coburg.de)");
        assertThat(explainedRate(InterestRegimes.canada()))
                .endsWith("5% x 30 / 365 = 0.410959 (rate of 5% a year by law; source: Interest Act, RSC 1985, c I-15,"
                        + " section 3)");
        assertThat(explainedRate(InterestRegimes.unitedStates()))
                .endsWith("18% x 30 / 365 = 1.479452 (agreed rate of 1.5% a month; source: contract)");
        assertThat(explainedRate(TWELVE)).endsWith("(agreed rate of 12% a year; source: clause 7)");
        AgreedRate quarterly = new AgreedRate(new BigDecimal("3"), 4, true);
        assertThat(explainedRate(InterestRegime.of("q", InterestTerms.of(LateRate.agreed(quarterly, "x"), "x"))))
                .endsWith("(agreed rate of 3%, 4 times a year; source: x)");
    }

    private static String explainedRate(InterestRegime regime) {
        return LateInterest.of(sum("100.00", "2025-03-31"), until("2025-04-30", regime))
                .explain(Locale.ENGLISH)
                .get(1);
    }

    @Test
    void every_text_is_there_in_both_languages() {
        ResourceBundle english =
                ResourceBundle.getBundle("io.receivables.core.interest.InterestExplanations", Locale.ENGLISH);
        ResourceBundle french =
                ResourceBundle.getBundle("io.receivables.core.interest.InterestExplanations", Locale.FRENCH);

        assertThat(french.keySet()).isEqualTo(english.keySet());
        for (RoundingMode rounding : RoundingMode.values()) {
            assertThat(french.getString("rounding." + rounding)).isNotBlank();
        }
        for (RateRule rule : RateRule.values()) {
            assertThat(english.getString("rateRule." + rule.canonicalName())).isNotBlank();
        }
    }

    @Test
    void amounts_beyond_binary_floating_point_are_exact() {
        OverdueSum sum = sum("9007199254740993.00", "2024-03-31");

        // 9007199254740993 x 12% x 30 / 365
        assertThat(LateInterest.of(sum, until("2024-04-30", TWELVE)).interest()).isEqualTo(eur("88838129635801.57"));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> sum("-1.00", "2024-03-31"))
                .hasMessageContaining("principal EUR -1.00 of F-1 is negative");
        assertThatThrownBy(() -> sum("1.00", "2024-03-31").paid(date("2024-04-01"), Money.of("1.00", "USD")))
                .hasMessageContaining("reduction USD 1.00 of F-1 is not in EUR");
        assertThatThrownBy(() -> sum("1.00", "2024-03-31").paid(date("2024-04-01"), eur("-1.00")))
                .hasMessageContaining("payment EUR -1.00 of F-1 is negative");
        assertThatThrownBy(() -> new OverdueSum(
                        "F-1", 0, "ACME", date("2024-03-01"), date("2024-03-31"), eur("1.00"), List.of()))
                .hasMessageContaining("instalment 0 of F-1");
        assertThatThrownBy(() -> until("2024-04-30", TWELVE).withGraceDays(-1)).hasMessageContaining("grace days -1");
    }

    // ---- a ledger

    @Test
    void what_the_package_shows() {
        Ledger ledger = Ledger.builder()
                .invoice(Invoice.of("F-1001", "ACME", LocalDate.parse("2024-05-01"), Money.of("10000.00", "EUR"))
                        .dueOn(LocalDate.parse("2024-05-31")))
                .build();
        LateInterestOptions options =
                LateInterestOptions.standard(LocalDate.parse("2024-07-30"), InterestRegimes.france());
        InterestStatement statement = LateInterest.of(ledger, options);

        assertThat(statement.interest().get("EUR")).isEqualTo(eur("236.30"));
        assertThat(statement.fixedSums().get("EUR")).isEqualTo(eur("40.00"));
        assertThat(statement.charges().get(0).explain(Locale.FRENCH)).hasSize(5);
    }

    private static Invoice invoice(String id, String customer, String amount, String issued, String due) {
        return Invoice.of(id, customer, date(issued), eur(amount)).dueOn(date(due));
    }

    @Test
    void a_statement_covers_all_late_documents_and_each_customer() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-1", "ACME", "1000.00", "2024-03-01", "2024-03-31"))
                .invoice(invoice("F-2", "ACME", "2000.00", "2024-03-01", "2024-04-10"))
                .invoice(invoice("F-3", "BETA", "500.00", "2024-03-01", "2024-04-20"))
                .invoice(invoice("F-4", "BETA", "500.00", "2024-03-01", "2024-04-30"))
                .payment(Payment.of("P-1", "ACME", date("2024-04-20"), eur("2000.00")), "F-2")
                .build();
        InterestStatement statement = LateInterest.of(ledger, until("2024-04-30", TWELVE));

        // 1000 x 30 days, 2000 x 10 days, 500 x 10 days; F-4 is due today
        assertThat(statement.charges())
                .extracting(charge -> charge.documentId() + " " + charge.interest())
                .containsExactly("F-1 EUR 9.86", "F-2 EUR 6.58", "F-3 EUR 1.64");
        assertThat(statement.interest()).isEqualTo(Map.of("EUR", eur("18.08")));
        assertThat(statement.fixedSums()).isEqualTo(Map.of("EUR", eur("120.00")));
        assertThat(statement.ofCustomer("ACME").totals()).isEqualTo(Map.of("EUR", eur("96.44")));
        assertThat(statement.ofCustomers(id -> !id.equals("ACME")).charges()).hasSize(1);
        assertThat(statement.charge("F-3").orElseThrow())
                .isEqualTo(LateInterest.of(ledger, until("2024-04-30", TWELVE), "F-3"));
        assertThat(statement.charge("F-4")).isEmpty();
        assertThatThrownBy(() -> LateInterest.of(ledger, until("2024-04-30", TWELVE), "P-1"))
                .hasMessageContaining("document P-1 is no invoice or debit note");
    }

    @Test
    void each_document_is_rounded_for_itself() {
        InterestRegime eight = InterestRegime.of(
                "eight", InterestTerms.of(LateRate.agreed(AgreedRate.yearly("8"), "clause 7"), "clause 7"));
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-1", "ACME", "45.70", "2024-03-01", "2024-04-29"))
                .invoice(invoice("F-2", "ACME", "45.70", "2024-03-01", "2024-04-29"))
                .invoice(invoice("F-3", "ACME", "22.80", "2024-03-01", "2024-04-29"))
                .build();
        InterestStatement statement = LateInterest.of(ledger, until("2024-04-30", eight));

        // 45.70 x 8% x 1 / 365 = 0.010016..., 22.80 x 8% x 1 / 365 = 0.004997...: 0.025030... would be 0.03
        assertThat(statement.interest()).isEqualTo(Map.of("EUR", eur("0.02")));
        assertThat(statement.charge("F-3").orElseThrow().interest()).isEqualTo(eur("0.00"));
    }

    @Test
    void instalments_are_late_one_by_one_and_rounded_together() {
        Ledger ledger = Ledger.builder()
                .invoice(Invoice.of("F-1", "ACME", date("2024-01-01"), eur("3000.00"))
                        .payableIn(List.of(
                                Instalment.of(date("2024-01-31"), eur("1000.00")),
                                Instalment.of(date("2024-02-29"), eur("1000.00")),
                                Instalment.of(date("2024-03-31"), eur("1000.00")))))
                .build();
        InterestCharge charge = LateInterest.of(ledger, until("2024-03-10", TWELVE), "F-1");

        // 1000 x 12% x 39 / 365 + 1000 x 12% x 10 / 365 = 12.821... + 3.287... = 16.109...
        assertThat(charge.lines()).extracting(InterestLine::instalment).containsExactly(1, 2);
        assertThat(charge.interest()).isEqualTo(eur("16.11"));
        assertThat(charge.days()).isEqualTo(49);
        // one sum for the document, by German law one for each late instalment
        assertThat(charge.fixedSum()).isEqualTo(eur("40.00"));
        assertThat(LateInterest.of(ledger, until("2024-03-10", InterestRegimes.germany()), "F-1")
                        .fixedSum())
                .isEqualTo(eur("80.00"));
    }

    @Test
    void a_document_bears_its_fixed_sum_once_in_whatever_periods_its_instalments_become_late() {
        Ledger ledger = Ledger.builder()
                .invoice(Invoice.of("F-1", "ACME", date("2024-01-01"), eur("1500.00"))
                        .payableIn(List.of(
                                Instalment.of(date("2024-01-31"), eur("700.00")),
                                Instalment.of(date("2024-02-29"), eur("800.00")))))
                .build();
        InterestRegime tiers = InterestRegimes.ireland();

        assertThat(fixedSum(ledger, until("2024-02-29", InterestRegimes.france())))
                .isEqualTo(eur("40.00"));
        assertThat(fixedSum(
                        ledger, until("2024-03-31", InterestRegimes.france()).from(date("2024-03-01"))))
                .isEqualTo(eur("0.00"));
        // 700.00 is late in February: 40; 1500.00 are late in March: 70, of which 40 were charged
        assertThat(fixedSum(ledger, until("2024-02-29", tiers))).isEqualTo(eur("40.00"));
        assertThat(fixedSum(ledger, until("2024-03-31", tiers).from(date("2024-03-01"))))
                .isEqualTo(eur("30.00"));
        assertThat(fixedSum(ledger, until("2024-03-31", tiers))).isEqualTo(eur("70.00"));
    }

    private static Money fixedSum(Ledger ledger, LateInterestOptions options) {
        return LateInterest.of(ledger, options, "F-1").fixedSum();
    }

    @Test
    void a_payment_that_bounces_bears_interest_again() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-1", "ACME", "1000.00", "2024-03-01", "2024-03-31"))
                .payment(Payment.of("P-1", "ACME", date("2024-03-31"), eur("1000.00")), "F-1")
                .fact(Reversal.ofPayment("R-1", "P-1", date("2024-04-05")))
                .build();

        // paid in time, returned on 5 April: 6 to 30 April
        assertThat(shown(LateInterest.of(ledger, until("2024-04-30", TWELVE), "F-1")))
                .containsExactly("2024-04-06 2024-04-30 1000.00 12 25/365");
        assertThat(LateInterest.of(ledger.knownOn(date("2024-04-04")), until("2024-04-30", TWELVE), "F-1")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_credit_note_counts_from_its_allocation_or_from_the_start() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-1", "ACME", "1000.00", "2024-03-01", "2024-03-31"))
                .fact(CreditNote.of("C-1", "ACME", date("2024-04-10"), eur("400.00")))
                .fact(Allocation.ofCreditNote("A-1", "C-1", "F-1", date("2024-04-10"), eur("400.00")))
                .build();

        assertThat(shown(LateInterest.of(ledger, until("2024-04-30", TWELVE), "F-1")))
                .containsExactly("2024-04-01 2024-04-10 1000.00 12 10/365", "2024-04-11 2024-04-30 600.00 12 20/365");
        assertThat(shown(LateInterest.of(ledger, until("2024-04-30", TWELVE).withCreditNotesFromStart(), "F-1")))
                .containsExactly("2024-04-01 2024-04-30 600.00 12 30/365");
    }

    @Test
    void what_is_disputed_may_be_left_out_while_it_is() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-1", "ACME", "1000.00", "2024-03-01", "2024-03-31"))
                .fact(Dispute.of("D-1", "F-1", date("2024-04-05")).over(eur("300.00")))
                .fact(DisputeResolution.of("DR-1", "D-1", date("2024-04-20")))
                .build();

        assertThat(LateInterest.of(ledger, until("2024-04-30", TWELVE), "F-1").lines())
                .hasSize(1);
        assertThat(shown(LateInterest.of(ledger, until("2024-04-30", TWELVE).onUndisputedOnly(), "F-1")))
                .containsExactly(
                        "2024-04-01 2024-04-05 1000.00 12 5/365",
                        "2024-04-06 2024-04-20 700.00 12 15/365",
                        "2024-04-21 2024-04-30 1000.00 12 10/365");
    }

    @Test
    void a_document_that_cannot_be_charged_is_reported_and_the_others_are_charged() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-1", "ACME", "1000.00", "2026-04-01", "2026-06-15"))
                .invoice(invoice("F-2", "ACME", "1000.00", "2026-04-01", "2026-06-15"))
                .invoice(invoice("F-3", "ACME", "1000.00", "2012-04-01", "2026-06-15"))
                .payment(Payment.of("P-1", "ACME", date("2026-06-30"), eur("1000.00")), "F-2")
                .build();
        InterestStatement statement = LateInterest.of(ledger, until("2026-07-15", InterestRegimes.france()));

        assertThat(statement.charges()).extracting(InterestCharge::documentId).containsExactly("F-2");
        assertThat(statement.problems())
                .extracting(problem ->
                        problem.attribute(Problem.ID) + " " + problem.code().id())
                .containsExactly("F-1 RCV-INTEREST-001", "F-3 RCV-INTEREST-002");
        assertThat(statement.ofCustomer("ACME").problems()).hasSize(2);
        assertThat(statement.ofCustomer("BETA").problems()).isEmpty();
        assertThatThrownBy(() -> LateInterest.of(ledger, until("2026-07-15", InterestRegimes.france()), "F-1"))
                .isInstanceOf(InterestException.class);
    }
}
