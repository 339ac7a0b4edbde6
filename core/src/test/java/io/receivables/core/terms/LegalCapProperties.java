package io.receivables.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LegalCapProperties {
    private static final Money AMOUNT = Money.of("100.00", "EUR");

    @Provide
    Arbitrary<LegalCap> caps() {
        return Arbitraries.of(LegalCaps.all());
    }

    @Provide
    Arbitrary<PaymentTerms> terms() {
        Arbitrary<DueStep> steps = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 70).map(DueStep::days),
                Arbitraries.integers().between(0, 2).map(DueStep::months),
                Arbitraries.just(DueStep.endOfMonth()),
                Arbitraries.integers().between(1, 31).map(day -> DueStep.dayOfMonth(day, 1)),
                Arbitraries.just(DueStep.businessDay(BusinessDayRule.FOLLOWING)));
        return steps.list().ofMaxSize(3).map(list -> PaymentTerms.due(new DueRule(list, DueRule.Start.BASE_DATE)));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(18_700, 41_000).map(LocalDate::ofEpochDay);
    }

    private static LegalCheck checked(LegalCap cap, PaymentTerms terms, LocalDate day) {
        BaseDates dates = BaseDates.invoicedOn(day).deliveredOn(day).receivedOn(day);
        LegalCap always = new LegalCap(
                cap.code(),
                cap.citation(),
                cap.limits(),
                cap.derogations(),
                LocalDate.of(1990, 1, 1),
                LocalDate.of(2199, 12, 31));
        return always.check(terms.schedule(dates, AMOUNT, BusinessCalendar.weekdays()), dates);
    }

    @Property
    void no_document_does_worse_than_its_terms(
            @ForAll("caps") LegalCap cap, @ForAll("terms") PaymentTerms terms, @ForAll("dates") LocalDate day) {
        assertThat(checked(cap, terms, day).verdict())
                .isLessThanOrEqualTo(cap.check(terms).verdict());
    }

    @Property
    void the_day_that_is_shown_is_a_day_on_which_it_happens(
            @ForAll("caps") LegalCap cap, @ForAll("terms") PaymentTerms terms) {
        LegalCheck check = cap.check(terms);
        LegalCheck shown = checked(cap, terms, check.invoiceDate());

        assertThat(shown.dueDate()).isEqualTo(check.dueDate());
        assertThat(check.latest())
                .isEqualTo(check.limit()
                        .latest(BaseDates.invoicedOn(check.invoiceDate())
                                .deliveredOn(check.invoiceDate())
                                .receivedOn(check.invoiceDate())));
        assertThat(check.daysOver() == 0).isEqualTo(check.isCompliant());
    }

    @Property
    void longer_terms_are_never_better(@ForAll("caps") LegalCap cap, @ForAll("terms") PaymentTerms terms) {
        PaymentTerms longer = PaymentTerms.due(terms.parts().get(0).due().then(DueStep.days(1)));

        assertThat(cap.check(longer).verdict())
                .isGreaterThanOrEqualTo(cap.check(terms).verdict());
    }
}
