package io.receivables.core.discount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.CreditNote;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.terms.BaseDate;
import io.receivables.core.terms.BaseDates;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.core.terms.BusinessDayRule;
import io.receivables.core.terms.DiscountBase;
import io.receivables.core.terms.DueRule;
import io.receivables.core.terms.DueStep;
import io.receivables.core.terms.EarlyPaymentDiscount;
import io.receivables.core.terms.PaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountScheduleTest {
    private static final LocalDate ISSUED = LocalDate.parse("2026-03-02");
    private static final Money NET = eur("1000.00");
    private static final Money TAX = eur("200.00");
    private static final PaymentTerms TERMS =
            PaymentTerms.net(60).withDiscounts(EarlyPaymentDiscount.of("3", 10), EarlyPaymentDiscount.of("2", 30));

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static DiscountSchedule schedule(PaymentTerms terms) {
        return DiscountSchedule.of(terms, BaseDates.invoicedOn(ISSUED), NET, TAX, BusinessCalendar.weekdays());
    }

    private static PaidAmount paid(String date, String amount) {
        return PaidAmount.of(date(date), eur(amount));
    }

    @ParameterizedTest
    @CsvSource({
        // 3% of 1200.00 by 12 March, 2% by 1 April
        "2026-03-02, 1164.00",
        "2026-03-12, 1164.00",
        "2026-03-13, 1176.00",
        "2026-04-01, 1176.00",
        "2026-04-02, 1200.00"
    })
    void what_is_due_depends_on_the_day(String day, String due) {
        assertThat(schedule(TERMS).dueOn(date(day))).isEqualTo(eur(due));
    }

    @Test
    void two_percent_within_ten_days() {
        DiscountSchedule schedule = schedule(PaymentTerms.parse("2/10 net 30"));

        assertThat(schedule.dueOn(date("2026-03-12"))).isEqualTo(eur("1176.00"));
        assertThat(schedule.dueOn(date("2026-03-13"))).isEqualTo(eur("1200.00"));
    }

    @Test
    void a_discount_lowers_price_and_tax() {
        assertThat(schedule(TERMS).discountOn(ISSUED)).isEqualTo(new DiscountSplit(eur("30.00"), eur("6.00")));
        assertThat(schedule(TERMS).discountOn(date("2026-05-01"))).isEqualTo(DiscountSplit.none(Money.currency("EUR")));
    }

    @Test
    void a_discount_of_the_net_amount_leaves_the_tax() {
        DiscountSchedule onNet = schedule(PaymentTerms.net(60)
                .withDiscounts(EarlyPaymentDiscount.of("3", 10).onNet()));

        assertThat(onNet.discountOn(ISSUED)).isEqualTo(new DiscountSplit(eur("30.00"), eur("0.00")));
        assertThat(onNet.dueOn(ISSUED)).isEqualTo(eur("1170.00"));
    }

    @Test
    void the_parts_of_a_rounded_discount_add_up() {
        // 2% of 0.45 = 0.009, of 0.38 = 0.0076, of 0.07 = 0.0014: 0.01 = 0.01 + 0.00
        assertThat(DiscountSplit.percent(new BigDecimal("2"), DiscountBase.GROSS, eur("0.38"), eur("0.07")))
                .isEqualTo(new DiscountSplit(eur("0.01"), eur("0.00")));
        // 2% of 61.50 = 1.23, of 51.25 = 1.025, rounded 1.03: the tax bears 0.20, not 0.21
        assertThat(DiscountSplit.percent(new BigDecimal("2"), DiscountBase.GROSS, eur("51.25"), eur("10.25")))
                .isEqualTo(new DiscountSplit(eur("1.03"), eur("0.20")));
    }

    @Test
    void a_flat_discount_is_split_in_proportion() {
        // 50.00 x 200/236 = 42.37, the rest 7.63
        DiscountSchedule flat =
                new DiscountSchedule(eur("200.00"), eur("36.00"), List.of()).withFlat(eur("50.00"), date("2026-03-12"));

        assertThat(flat.discountOn(ISSUED)).isEqualTo(new DiscountSplit(eur("42.37"), eur("7.63")));
        assertThat(flat.dueOn(ISSUED)).isEqualTo(eur("186.00"));
        assertThat(flat.dueOn(date("2026-03-13"))).isEqualTo(eur("236.00"));
        assertThatThrownBy(() -> flat.withFlat(eur("236.01"), ISSUED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("discount EUR 236.01 is more than the amount of EUR 236.00");
        assertThat(DiscountSplit.flat(eur("0"), eur("0"), eur("0")).total()).isEqualTo(eur("0"));
    }

    @Test
    void the_last_day_follows_the_rule_the_base_date_and_the_calendar() {
        DueRule rule = DueRule.of(DueStep.days(10), DueStep.businessDay(BusinessDayRule.FOLLOWING));
        PaymentTerms terms = PaymentTerms.net(60)
                .from(BaseDate.RECEIPT)
                .withDiscounts(new EarlyPaymentDiscount(new BigDecimal("2"), rule, DiscountBase.GROSS));
        BaseDates dates = BaseDates.invoicedOn(ISSUED).receivedOn(date("2026-03-04"));

        // 14 March 2026 is a Saturday
        assertThat(DiscountSchedule.of(terms, dates, NET, TAX, BusinessCalendar.weekdays())
                        .tiers())
                .extracting(DiscountTier::until)
                .containsExactly(date("2026-03-16"));
    }

    @Test
    void an_invoice_has_the_discounts_of_its_terms() {
        Invoice invoice = Invoice.of("F-1", "C1", ISSUED, eur("1200.00")).withTax(TAX);

        assertThat(DiscountSchedule.of(invoice, TERMS, BusinessCalendar.weekdays()))
                .isEqualTo(schedule(TERMS));
        CreditNote credit = CreditNote.of("A-1", "C1", ISSUED, eur("1200.00"));
        assertThatThrownBy(() -> DiscountSchedule.of(credit, TERMS, BusinessCalendar.weekdays()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("credit note A-1");
    }

    private static String shown(DiscountSettlement settled) {
        return settled.status().code() + " granted " + settled.granted().total().amount() + " available "
                + settled.available().amount() + " lost " + settled.lost().amount() + " open "
                + settled.open().amount() + " overpaid " + settled.overpaid().amount();
    }

    @Test
    void a_discount_is_taken_when_enough_is_paid_in_time() {
        DiscountSchedule schedule = schedule(TERMS);
        LocalDate later = date("2026-06-30");

        assertThat(shown(schedule.settled(List.of(paid("2026-03-12", "1164.00")), later)))
                .isEqualTo("taken granted 36.00 available 0.00 lost 0.00 open 0.00 overpaid 0.00");
        // one day later only the second discount is left, for which 12.00 are missing
        assertThat(shown(schedule.settled(List.of(paid("2026-03-13", "1164.00")), later)))
                .isEqualTo("deducted-late granted 0.00 available 0.00 lost 36.00 open 36.00 overpaid 0.00");
        assertThat(shown(schedule.settled(List.of(paid("2026-03-13", "1176.00")), later)))
                .isEqualTo("taken granted 24.00 available 0.00 lost 12.00 open 0.00 overpaid 0.00");
        assertThat(shown(schedule.settled(List.of(paid("2026-04-02", "1200.00")), later)))
                .isEqualTo("lost granted 0.00 available 0.00 lost 36.00 open 0.00 overpaid 0.00");
    }

    @Test
    void part_payments_count_together() {
        List<PaidAmount> payments = List.of(paid("2026-03-30", "676.00"), paid("2026-03-05", "500.00"));

        assertThat(shown(schedule(TERMS).settled(payments, date("2026-04-30"))))
                .isEqualTo("taken granted 24.00 available 0.00 lost 12.00 open 0.00 overpaid 0.00");
    }

    @Test
    void until_the_last_day_a_discount_is_available() {
        DiscountSchedule schedule = schedule(TERMS);
        List<PaidAmount> payments = List.of(paid("2026-03-05", "500.00"), paid("2026-05-05", "700.00"));

        assertThat(shown(schedule.settled(payments, date("2026-03-12"))))
                .isEqualTo("available granted 0.00 available 36.00 lost 0.00 open 700.00 overpaid 0.00");
        assertThat(shown(schedule.settled(payments, date("2026-03-13"))))
                .isEqualTo("available granted 0.00 available 24.00 lost 12.00 open 700.00 overpaid 0.00");
        assertThat(shown(schedule.settled(payments, date("2026-04-02"))))
                .isEqualTo("lost granted 0.00 available 0.00 lost 36.00 open 700.00 overpaid 0.00");
    }

    @Test
    void who_deducts_too_late_still_owes_the_discount() {
        DiscountSettlement settled =
                schedule(TERMS).settled(List.of(paid("2026-04-02", "1176.00")), date("2026-04-30"));

        assertThat(shown(settled))
                .isEqualTo("deducted-late granted 0.00 available 0.00 lost 36.00 open 24.00 overpaid 0.00");
    }

    @Test
    void who_pays_in_full_in_time_paid_the_discount_too_much() {
        assertThat(shown(schedule(TERMS).settled(List.of(paid("2026-03-05", "1200.00")), date("2026-03-05"))))
                .isEqualTo("taken granted 36.00 available 0.00 lost 0.00 open 0.00 overpaid 36.00");
    }

    @Test
    void terms_without_discount_offer_none() {
        DiscountSchedule schedule = schedule(PaymentTerms.net(30));

        assertThat(schedule.dueOn(ISSUED)).isEqualTo(eur("1200.00"));
        assertThat(shown(schedule.settled(List.of(), date("2026-06-30"))))
                .isEqualTo("not-offered granted 0.00 available 0.00 lost 0.00 open 1200.00 overpaid 0.00");
    }

    @Test
    void amounts_below_zero_are_refused() {
        assertThatThrownBy(() -> new DiscountSchedule(eur("-1"), eur("0"), List.of()))
                .hasMessageContaining("net amount EUR -1.00 is negative");
        assertThatThrownBy(() -> paid("2026-03-05", "0")).hasMessageContaining("payment of EUR 0.00");
    }
}
