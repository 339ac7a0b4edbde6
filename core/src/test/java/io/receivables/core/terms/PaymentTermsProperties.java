package io.receivables.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.core.terms.PaymentTerms.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PaymentTermsProperties {
    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 40_000).map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<DueStep> steps(boolean withPreceding) {
        Arbitrary<Integer> days = Arbitraries.integers().between(1, 31);
        Arbitrary<Integer> months = Arbitraries.integers().between(0, 14);
        Arbitrary<BusinessDayRule> rules = Arbitraries.of(BusinessDayRule.class)
                .filter(rule -> withPreceding || rule == BusinessDayRule.FOLLOWING);
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 200).map(DueStep::days),
                Arbitraries.integers().between(0, 30).map(DueStep::weeks),
                months.map(DueStep::months),
                Arbitraries.just(DueStep.endOfMonth()),
                // the day of a month ahead may lie before the running date of the same month only
                Combinators.combine(days, months.filter(ahead -> ahead > 0)).as(DueStep::dayOfMonth),
                days.list().ofMinSize(1).ofMaxSize(4).map(DueStep::nextDayOfMonth),
                Combinators.combine(days, months).as(DueStep::cutoffDay),
                rules.map(DueStep::businessDay));
    }

    private static Arbitrary<DueRule> rules(boolean withPreceding) {
        return Combinators.combine(steps(withPreceding).list().ofMaxSize(4), Arbitraries.of(DueRule.Start.class))
                .as(DueRule::new);
    }

    @Provide
    Arbitrary<DueRule> rulesForward() {
        return rules(false);
    }

    @Provide
    Arbitrary<PaymentTerms> terms() {
        Arbitrary<BigDecimal> percents =
                Arbitraries.integers().between(1, 2_500).map(hundredths -> BigDecimal.valueOf(hundredths, 2));
        Arbitrary<Share> shares =
                Arbitraries.oneOf(percents.map(Share.Percent::new), percents.map(Share.PercentOfRemaining::new));
        Arbitrary<List<Part>> parts =
                Combinators.combine(shares, rules(true)).as(Part::new).list().ofMaxSize(4);
        return Combinators.combine(parts, rules(true)).as((some, last) -> {
            List<Part> all = new ArrayList<>(some);
            all.add(new Part(Share.remainder(), last));
            return PaymentTerms.of(all);
        });
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(-10_000_000_000L, 10_000_000_000L),
                                Arbitraries.longs().between(-9, 9)),
                        Arbitraries.of("EUR", "JPY", "KWD"))
                .as((minorUnits, currency) -> Money.ofMinor(minorUnits, Money.currency(currency)));
    }

    @Property
    void a_schedule_adds_up_to_the_amount(
            @ForAll("terms") PaymentTerms terms, @ForAll("dates") LocalDate issued, @ForAll("amounts") Money amount) {
        PaymentSchedule schedule = terms.schedule(issued, amount);

        Money sum = schedule.lines().stream()
                .map(PaymentSchedule.Line::amount)
                .reduce(Money.zero(amount.currency()), Money::plus);
        assertThat(sum).isEqualTo(amount);
        assertThat(schedule.lines())
                .allSatisfy(line -> assertThat(line.amount().signum()).isIn(0, amount.signum()));
    }

    @Property
    void the_due_date_is_the_latest_of_the_schedule(
            @ForAll("terms") PaymentTerms terms, @ForAll("dates") LocalDate issued, @ForAll("amounts") Money amount) {
        LocalDate latest = terms.schedule(issued, amount).lines().stream()
                .map(PaymentSchedule.Line::dueDate)
                .max(LocalDate::compareTo)
                .orElseThrow();

        assertThat(terms.dueDate(issued, BusinessCalendar.weekdays())).isEqualTo(latest);
    }

    @Property
    void without_going_back_to_a_business_day_nothing_is_due_before_its_base_date(
            @ForAll("rulesForward") DueRule rule, @ForAll("dates") LocalDate base) {
        assertThat(rule.from(base, BusinessCalendar.weekdays())).isAfterOrEqualTo(base);
    }

    @Property
    void an_explanation_leads_to_the_due_date(@ForAll("rulesForward") DueRule rule, @ForAll("dates") LocalDate base) {
        LocalDate running = base;
        for (DueRule.Taken taken : rule.explain(base, BusinessCalendar.weekdays())) {
            assertThat(taken.from()).isEqualTo(running);
            running = taken.to();
        }
        assertThat(running).isEqualTo(rule.from(base, BusinessCalendar.weekdays()));
    }

    @Property
    void a_day_of_a_month_is_that_day_or_the_last(@ForAll("dates") LocalDate base) {
        for (int day = 1; day <= 31; day++) {
            LocalDate due = DueStep.dayOfMonth(day, 1).from(base, BusinessCalendar.weekdays());
            assertThat(due.getDayOfMonth()).isEqualTo(Math.min(day, due.lengthOfMonth()));
            assertThat(due.withDayOfMonth(1)).isEqualTo(base.withDayOfMonth(1).plusMonths(1));
        }
    }
}
