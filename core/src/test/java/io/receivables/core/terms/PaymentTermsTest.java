package io.receivables.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.terms.PaymentTerms.Part;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentTermsTest {
    private static final LocalDate ISSUED = LocalDate.parse("2026-03-02");
    private static final Money AMOUNT = Money.of("100.00", "EUR");

    private static Part part(String percent, DueStep... steps) {
        return new Part(Share.percent(percent), DueRule.of(steps));
    }

    private static Part rest(DueStep... steps) {
        return new Part(Share.remainder(), DueRule.of(steps));
    }

    private static List<String> shown(PaymentSchedule schedule) {
        return schedule.lines().stream()
                .map(line -> line.dueDate() + " " + line.amount())
                .toList();
    }

    @Test
    void net_terms_are_due_in_one_sum() {
        assertThat(shown(PaymentTerms.net(30).schedule(ISSUED, AMOUNT))).containsExactly("2026-04-01 EUR 100.00");
        assertThat(shown(PaymentTerms.immediate().schedule(ISSUED, AMOUNT))).containsExactly("2026-03-02 EUR 100.00");
        assertThat(PaymentTerms.net(30).dueDate(ISSUED, BusinessCalendar.weekdays()))
                .isEqualTo("2026-04-01");
    }

    @Test
    void the_last_part_takes_what_rounding_leaves() {
        PaymentTerms thirds =
                PaymentTerms.of(part("33.335"), part("33.335", DueStep.days(30)), part("33.33", DueStep.days(60)));

        // 33.335 rounds to 33.34, twice; 100.00 - 66.68 = 33.32
        assertThat(shown(thirds.schedule(ISSUED, AMOUNT)))
                .containsExactly("2026-03-02 EUR 33.34", "2026-04-01 EUR 33.34", "2026-05-01 EUR 33.32");
    }

    @Test
    void percentages_that_are_rounded_up_take_no_more_than_there_is() {
        PaymentTerms halves = PaymentTerms.of(part("50"), part("50", DueStep.days(30)), rest(DueStep.days(60)));

        // 1.5 cents are 2, and 1 cent is left
        assertThat(shown(halves.schedule(ISSUED, Money.of("0.03", "EUR"))))
                .containsExactly("2026-03-02 EUR 0.02", "2026-04-01 EUR 0.01", "2026-05-01 EUR 0.00");
        assertThat(shown(halves.schedule(ISSUED, Money.of("-0.03", "EUR"))))
                .containsExactly("2026-03-02 EUR -0.02", "2026-04-01 EUR -0.01", "2026-05-01 EUR 0.00");
    }

    @Test
    void fixed_sums_and_percentages_of_the_rest() {
        PaymentTerms terms = PaymentTerms.of(
                new Part(Share.fixed("20"), DueRule.of()),
                new Part(Share.percentOfRemaining("50"), DueRule.of(DueStep.days(30))),
                rest(DueStep.days(60)));

        assertThat(shown(terms.schedule(ISSUED, AMOUNT)))
                .containsExactly("2026-03-02 EUR 20.00", "2026-04-01 EUR 40.00", "2026-05-01 EUR 40.00");
        assertThat(shown(terms.schedule(ISSUED, AMOUNT.negated())))
                .containsExactly("2026-03-02 EUR -20.00", "2026-04-01 EUR -40.00", "2026-05-01 EUR -40.00");
        assertThatThrownBy(() -> terms.schedule(ISSUED, Money.of("15.00", "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("instalment 2 of EUR 15.00 would be EUR -2.50");
    }

    @Test
    void a_part_may_count_from_the_one_before() {
        PaymentTerms monthly = PaymentTerms.of(
                part("50", DueStep.nextDayOfMonth(List.of(15))),
                new Part(Share.remainder(), DueRule.of(DueStep.months(1)).afterPrevious()));

        assertThat(shown(monthly.schedule(ISSUED, AMOUNT)))
                .containsExactly("2026-03-15 EUR 50.00", "2026-04-15 EUR 50.00");
        assertThat(monthly.dueDate(ISSUED, BusinessCalendar.weekdays())).isEqualTo("2026-04-15");
    }

    @Test
    void terms_count_from_the_date_that_was_agreed_on() {
        PaymentTerms terms = PaymentTerms.net(30);
        BaseDates dates = BaseDates.invoicedOn(ISSUED)
                .deliveredOn(LocalDate.parse("2026-02-10"))
                .receivedOn(LocalDate.parse("2026-03-05"));

        assertThat(due(terms.from(BaseDate.INVOICE), dates)).isEqualTo("2026-04-01");
        assertThat(due(terms.from(BaseDate.DELIVERY), dates)).isEqualTo("2026-03-12");
        assertThat(due(terms.from(BaseDate.END_OF_DELIVERY_MONTH), dates)).isEqualTo("2026-03-30");
        assertThat(due(terms.from(BaseDate.RECEIPT), dates)).isEqualTo("2026-04-04");
        assertThatThrownBy(() -> due(terms.from(BaseDate.RECEIPT), BaseDates.invoicedOn(ISSUED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("receipt date, which is not given");
        assertThat(BaseDates.of(Invoice.of("F-1", "C1", ISSUED, AMOUNT).deliveredOn(ISSUED.minusDays(3)))
                        .get(BaseDate.DELIVERY))
                .isEqualTo("2026-02-27");
    }

    private static LocalDate due(PaymentTerms terms, BaseDates dates) {
        return terms.schedule(dates, AMOUNT, BusinessCalendar.weekdays())
                .lines()
                .get(0)
                .dueDate();
    }

    @Test
    void each_step_is_explained() {
        PaymentTerms terms = PaymentTerms.of(
                part("30"),
                new Part(
                        Share.remainder(),
                        DueRule.of(
                                DueStep.days(45),
                                DueStep.endOfMonth(),
                                DueStep.businessDay(BusinessDayRule.FOLLOWING))));

        assertThat(terms.schedule(ISSUED, AMOUNT).explain())
                .containsExactly(
                        "instalment 1, 30%: EUR 30.00 due 2026-03-02 = invoice date 2026-03-02",
                        "instalment 2, rest: EUR 70.00 due 2026-04-30 = invoice date 2026-03-02, 45 days: 2026-04-16,"
                                + " end of month: 2026-04-30, following business day: 2026-04-30");
        assertThat(terms)
                .hasToString("30%: immediately; rest: 45 days, then end of month, then following business day");
        assertThat(PaymentTerms.net(1).from(BaseDate.DELIVERY)).hasToString("net 1, from delivery");
    }

    @Test
    void terms_are_values() {
        assertThat(PaymentTerms.of(part("50.0"), part("50")))
                .isEqualTo(PaymentTerms.of(part("50"), part("50.00")))
                .hasSameHashCodeAs(PaymentTerms.of(part("50"), part("50")));
        assertThat(PaymentTerms.net(30)).isNotEqualTo(PaymentTerms.net(30).from(BaseDate.DELIVERY));
    }

    @Test
    void parts_that_are_not_the_whole_are_refused() {
        assertThatThrownBy(() -> PaymentTerms.of()).hasMessageContaining("no instalment");
        assertThatThrownBy(() -> PaymentTerms.of(part("25"), part("25"))).hasMessageContaining("not the whole");
        assertThatThrownBy(() -> PaymentTerms.of(part("60"), part("50"))).hasMessageContaining("come to 110");
        assertThatThrownBy(() -> PaymentTerms.of(part("60"), part("50"), rest()))
                .hasMessageContaining("come to 110");
        assertThatThrownBy(() -> PaymentTerms.of(rest(), part("50"))).hasMessageContaining("put it last");
        assertThatThrownBy(() -> PaymentTerms.of(rest(), rest())).hasMessageContaining("put it last");
        assertThatThrownBy(() -> PaymentTerms.of(new Part(Share.fixed("5"), DueRule.of())))
                .hasMessageContaining("not the whole");
        assertThatThrownBy(() -> Share.percent("0")).hasMessageContaining("percent 0");
        assertThatThrownBy(() -> Share.percent("100.01")).hasMessageContaining("percent 100.01");
        assertThatThrownBy(() -> Share.percentOfRemaining("-5")).hasMessageContaining("percent -5");
        assertThatThrownBy(() -> Share.fixed("0")).hasMessageContaining("fixed sum 0");
    }

    @Test
    void a_schedule_gives_the_instalments_of_a_document() {
        PaymentSchedule schedule =
                PaymentTerms.of(part("30"), rest(DueStep.days(60))).schedule(ISSUED, AMOUNT);

        assertThat(Invoice.of("F-1", "C1", ISSUED, AMOUNT)
                        .payableIn(schedule.instalments())
                        .instalments())
                .containsExactly(
                        Instalment.of(ISSUED, Money.of("30.00", "EUR")),
                        Instalment.of(LocalDate.parse("2026-05-01"), Money.of("70.00", "EUR")));
    }

    @Test
    void discounts_come_in_tiers() {
        PaymentTerms terms = PaymentTerms.net(30)
                .withDiscounts(
                        EarlyPaymentDiscount.of("3", 8),
                        EarlyPaymentDiscount.of("2.00", 14).onNet());

        assertThat(terms.discounts().get(0).base()).isEqualTo(DiscountBase.GROSS);
        assertThat(terms.discounts().get(1))
                .isEqualTo(EarlyPaymentDiscount.of("2", 14).onNet());
        assertThat(terms.from(BaseDate.DELIVERY).discounts()).isEqualTo(terms.discounts());
    }

    @Test
    void discounts_that_cannot_be_are_refused() {
        PaymentTerms net = PaymentTerms.net(30);
        EarlyPaymentDiscount two = EarlyPaymentDiscount.of("2", 10);

        assertThatThrownBy(() -> net.withDiscounts(two, EarlyPaymentDiscount.of("3", 14)))
                .hasMessageContaining("3% discount within 14 days comes after 2% discount within 10 days");
        assertThatThrownBy(() -> net.withDiscounts(two, EarlyPaymentDiscount.of("1", 10)))
                .hasMessageContaining("each for a later day");
        assertThatThrownBy(() -> net.withDiscounts(EarlyPaymentDiscount.of("2", 31)))
                .hasMessageContaining("2% discount within 31 days would last beyond the due date");
        assertThat(net.withDiscounts(EarlyPaymentDiscount.of("2", 30)).discounts())
                .hasSize(1);
        assertThatThrownBy(() -> EarlyPaymentDiscount.of("100", 10)).hasMessageContaining("above 0 and below 100");
        assertThatThrownBy(() -> EarlyPaymentDiscount.of("0", 10)).hasMessageContaining("above 0 and below 100");
        DueRule afterPrevious = DueRule.of(DueStep.days(3)).afterPrevious();
        assertThatThrownBy(() -> new EarlyPaymentDiscount(two.percent(), afterPrevious, DiscountBase.NET))
                .hasMessageContaining("count it from the base date");
    }

    @Test
    void a_document_takes_its_open_items_from_its_terms() {
        Invoice invoice = Invoice.of("F-1001", "ACME", ISSUED, Money.of("1200.00", "CAD"));

        // 2 March and 30 days; 2 March and 60 days
        assertThat(invoice.withTerms(PaymentTerms.parse("50% net 30, 50% net 60")))
                .isEqualTo(invoice.payableIn(List.of(
                                Instalment.of(LocalDate.parse("2026-04-01"), Money.of("600.00", "CAD")),
                                Instalment.of(LocalDate.parse("2026-05-01"), Money.of("600.00", "CAD"))))
                        .withTerms("50%: 30 days; 50%: 60 days"));
        // as written; when it is due stays
        assertThat(invoice.withTerms("net 30").instalments()).isEqualTo(invoice.instalments());
    }

    @Test
    void terms_from_the_delivery_need_a_delivery() {
        Invoice invoice = Invoice.of("F-1001", "ACME", ISSUED, Money.of("1200.00", "CAD"));
        PaymentTerms terms = PaymentTerms.parse("30 jours fin du mois de livraison");

        assertThatThrownBy(() -> invoice.withTerms(terms))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("end of delivery month, which is not given");
        // 28 February and 30 days
        assertThat(invoice.deliveredOn(LocalDate.parse("2026-02-10"))
                        .withTerms(terms)
                        .instalments())
                .containsExactly(Instalment.of(LocalDate.parse("2026-03-30"), Money.of("1200.00", "CAD")));
    }
}
