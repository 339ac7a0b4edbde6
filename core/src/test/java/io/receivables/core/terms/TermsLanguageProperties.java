package io.receivables.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.terms.PaymentTerms.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TermsLanguageProperties {

    @Property
    void what_is_printed_is_read_as_the_same_terms_and_in_no_other_way(
            @ForAll("anyTerms") PaymentTerms terms, @ForAll TermsLanguage language) {
        String printed = language.print(terms);
        TermsReading reading = language.read(printed);

        assertThat(reading.problems()).as(printed).isEmpty();
        assertThat(reading.otherReadings()).isEmpty();
        assertThat(reading.terms()).as(printed).contains(terms);
        assertThat(PaymentTerms.parse(printed)).isEqualTo(terms);
        // however it is typed
        assertThat(language.read("  " + printed.toUpperCase(Locale.ROOT).replace(" ", "   ") + " ")
                        .terms())
                .contains(terms);
    }

    @Provide
    Arbitrary<PaymentTerms> anyTerms() {
        Arbitrary<Share> shares = Arbitraries.oneOf(
                percents(20).map(Share.Percent::new),
                percents(100).map(Share.PercentOfRemaining::new),
                Arbitraries.longs().between(1, 1_000_000).map(cents -> new Share.Fixed(BigDecimal.valueOf(cents, 2))));
        Arbitrary<List<Part>> first =
                Combinators.combine(shares, rules()).as(Part::new).list().ofMaxSize(4);
        Arbitrary<List<Part>> parts = Combinators.combine(first, rules()).as((before, lastRule) -> {
            List<Part> all = new ArrayList<>(before);
            all.add(new Part(Share.remainder(), lastRule));
            return all;
        });
        Arbitrary<List<Part>> equal = Arbitraries.integers()
                .between(1, 60)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(days -> {
                    List<Part> all = new ArrayList<>();
                    for (int day : days) {
                        all.add(new Part(Share.equalPart(days.size() - all.size()), DueRule.of(DueStep.days(day))));
                    }
                    return all;
                });
        Arbitrary<List<Part>> halves = Combinators.combine(rules(), rules())
                .as((one, two) -> List.of(new Part(Share.percent("50"), one), new Part(Share.percent("50"), two)));
        return Combinators.combine(Arbitraries.oneOf(parts, equal, halves), Arbitraries.of(BaseDate.class), discounts())
                .as((all, base, discounts) -> withDiscounts(new PaymentTerms(all, base, List.of()), discounts));
    }

    /** With those discounts of the list that the terms allow. */
    private static PaymentTerms withDiscounts(PaymentTerms terms, List<EarlyPaymentDiscount> discounts) {
        PaymentTerms with = terms;
        for (EarlyPaymentDiscount discount : discounts) {
            List<EarlyPaymentDiscount> more = new ArrayList<>(with.discounts());
            more.add(discount);
            try {
                with = terms.withDiscounts(more.toArray(EarlyPaymentDiscount[]::new));
            } catch (IllegalArgumentException e) {
                // beyond the due date, or no less than the one before
            }
        }
        return with;
    }

    private static Arbitrary<List<EarlyPaymentDiscount>> discounts() {
        Arbitrary<DueRule> plain = Arbitraries.integers().between(0, 30).map(days -> DueRule.of(DueStep.days(days)));
        Arbitrary<DueRule> until = Arbitraries.oneOf(
                plain, steps().list().ofMaxSize(2).map(steps -> new DueRule(steps, DueRule.Start.BASE_DATE)));
        return Combinators.combine(percents(99), until, Arbitraries.of(DiscountBase.class))
                .as(EarlyPaymentDiscount::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<BigDecimal> percents(int most) {
        return Arbitraries.integers().between(1, most * 100).map(hundredths -> BigDecimal.valueOf(hundredths, 2));
    }

    private static Arbitrary<DueRule> rules() {
        return Combinators.combine(steps().list().ofMaxSize(4), Arbitraries.of(DueRule.Start.class))
                .as(DueRule::new);
    }

    private static Arbitrary<DueStep> steps() {
        Arbitrary<Integer> days = Arbitraries.integers().between(1, 31);
        Arbitrary<Integer> months = Arbitraries.integers().between(0, 14);
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 400).map(DueStep::days),
                Arbitraries.integers().between(0, 60).map(DueStep::weeks),
                months.map(DueStep::months),
                Arbitraries.just(DueStep.endOfMonth()),
                Combinators.combine(days, months).as(DueStep::dayOfMonth),
                days.list().ofMinSize(1).ofMaxSize(4).map(DueStep::nextDayOfMonth),
                Combinators.combine(days, months).as(DueStep::cutoffDay),
                Arbitraries.of(BusinessDayRule.class).map(DueStep::businessDay));
    }
}
