package io.receivables.core.discount;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.core.terms.DiscountBase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DiscountScheduleProperties {
    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);

    private static Arbitrary<Money> amounts(String currency, int most) {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 99), Arbitraries.longs().between(0, most))
                .map(minor -> Money.ofMinor(minor, Money.currency(currency)));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-5, 100).map(ISSUED::plusDays);
    }

    @Provide
    Arbitrary<BigDecimal> percents() {
        return Arbitraries.integers().between(1, 9_999).map(hundredths -> BigDecimal.valueOf(hundredths, 2));
    }

    @Provide
    Arbitrary<DiscountSchedule> schedules() {
        return Arbitraries.of("EUR", "JPY", "KWD")
                .flatMap(currency -> Combinators.combine(amounts(currency, 100_000_000), amounts(currency, 20_000_000))
                        .flatAs((net, tax) -> tiers(net, tax)
                                .list()
                                .ofMaxSize(3)
                                .map(tiers -> {
                                    return new DiscountSchedule(net, tax, tiers);
                                })));
    }

    private Arbitrary<DiscountTier> tiers(Money net, Money tax) {
        Arbitrary<DiscountSplit> splits = Arbitraries.oneOf(
                Combinators.combine(percents(), Arbitraries.of(DiscountBase.class))
                        .as((percent, base) -> DiscountSplit.percent(percent, base, net, tax)),
                Arbitraries.longs()
                        .between(0, net.plus(tax).minorUnits())
                        .map(minor -> DiscountSplit.flat(Money.ofMinor(minor, net.currency()), net, tax)));
        return Combinators.combine(days(), splits).as(DiscountTier::new);
    }

    /** Payments that are often just enough for a discount. */
    private static List<PaidAmount> payments(DiscountSchedule schedule, List<Integer> days) {
        List<PaidAmount> payments = new ArrayList<>();
        for (int day : days) {
            Money due = schedule.dueOn(ISSUED.plusDays(day));
            Money part = day % 3 == 0 ? due : Money.ofMinor(due.minorUnits() / 2, due.currency());
            if (part.isPositive()) {
                payments.add(PaidAmount.of(ISSUED.plusDays(day % 7 == 0 ? day + 1 : day), part));
            }
        }
        return payments;
    }

    @Provide
    Arbitrary<List<Integer>> paymentDays() {
        return Arbitraries.integers().between(0, 90).list().ofMaxSize(3);
    }

    @Property
    void what_is_due_never_becomes_less(
            @ForAll("schedules") DiscountSchedule schedule,
            @ForAll("days") LocalDate one,
            @ForAll("days") LocalDate other) {
        LocalDate earlier = one.isBefore(other) ? one : other;
        LocalDate later = one.isBefore(other) ? other : one;

        assertThat(schedule.dueOn(earlier)).isLessThanOrEqualTo(schedule.dueOn(later));
        assertThat(schedule.dueOn(LocalDate.MAX)).isEqualTo(schedule.gross());
        assertThat(schedule.dueOn(earlier).isNegative()).isFalse();
    }

    @Property
    void the_parts_of_a_discount_are_no_more_than_the_amounts_and_add_up(
            @ForAll("schedules") DiscountSchedule schedule, @ForAll("days") LocalDate day) {
        DiscountSplit discount = schedule.discountOn(day);

        assertThat(discount.net()).isLessThanOrEqualTo(schedule.net());
        assertThat(discount.tax()).isLessThanOrEqualTo(schedule.tax());
        assertThat(discount.net().plus(discount.tax())).isEqualTo(discount.total());
        assertThat(schedule.dueOn(day).plus(discount.total())).isEqualTo(schedule.gross());
    }

    @Property
    void granted_available_and_lost_are_what_was_offered(
            @ForAll("schedules") DiscountSchedule schedule,
            @ForAll("paymentDays") List<Integer> days,
            @ForAll("days") LocalDate asOf) {
        DiscountSettlement settled = schedule.settled(payments(schedule, days), asOf);

        assertThat(settled.granted().total().plus(settled.available()).plus(settled.lost()))
                .isEqualTo(schedule.offered().total());
        assertThat(List.of(settled.available(), settled.lost(), settled.open(), settled.overpaid()))
                .noneMatch(Money::isNegative);
    }

    @Property
    void paid_open_and_granted_are_the_amount(
            @ForAll("schedules") DiscountSchedule schedule,
            @ForAll("paymentDays") List<Integer> days,
            @ForAll("days") LocalDate asOf) {
        List<PaidAmount> payments = payments(schedule, days);
        DiscountSettlement settled = schedule.settled(payments, asOf);
        Money paid = payments.stream()
                .filter(payment -> !payment.date().isAfter(asOf))
                .map(PaidAmount::amount)
                .reduce(Money.zero(schedule.net().currency()), Money::plus);

        assertThat(paid.plus(settled.open()).plus(settled.granted().total()))
                .isEqualTo(schedule.gross().plus(settled.overpaid()));
    }

    @Property
    void what_is_due_on_a_day_settles_the_document_that_day(
            @ForAll("schedules") DiscountSchedule schedule, @ForAll("days") LocalDate day) {
        // of a cent, half is rounded up to a cent: such a discount needs no payment at all
        Assume.that(schedule.tiers().stream()
                .allMatch(tier -> tier.discount().total().compareTo(schedule.gross()) < 0));
        Money due = schedule.dueOn(day);
        List<PaidAmount> payment = due.isZero() ? List.of() : List.of(PaidAmount.of(day, due));
        DiscountSettlement settled = schedule.settled(payment, day);

        assertThat(settled.open().isZero()).isTrue();
        assertThat(settled.granted()).isEqualTo(schedule.discountOn(day));
    }

    @Property
    void paying_later_never_costs_less(
            @ForAll("schedules") DiscountSchedule schedule,
            @ForAll("paymentDays") List<Integer> days,
            @ForAll("percents") BigDecimal delay) {
        List<PaidAmount> payments = payments(schedule, days);
        List<PaidAmount> later = payments.stream()
                .map(payment -> PaidAmount.of(payment.date().plusDays(delay.intValue()), payment.amount()))
                .toList();
        LocalDate end = ISSUED.plusYears(1);

        assertThat(schedule.settled(later, end).granted().total())
                .isLessThanOrEqualTo(schedule.settled(payments, end).granted().total());
        assertThat(schedule.settled(later, end).open())
                .isGreaterThanOrEqualTo(schedule.settled(payments, end).open());
    }

    @Property
    void the_cost_of_not_taking_a_discount_grows_with_it_and_compounding_never_lowers_it(
            @ForAll("percents") BigDecimal percent) {
        DiscountOffer offer = new DiscountOffer(percent, 10, 365);
        DiscountOffer less = new DiscountOffer(percent.movePointLeft(1), 10, 365);

        assertThat(offer.simpleCost(40)).isGreaterThan(less.simpleCost(40));
        assertThat(offer.effectiveCost(40).percent())
                .isGreaterThan(less.effectiveCost(40).percent())
                .isGreaterThanOrEqualTo(offer.simpleCost(40).percent());
        assertThat(offer.simpleCost(40)).isLessThan(offer.simpleCost(30));
    }
}
