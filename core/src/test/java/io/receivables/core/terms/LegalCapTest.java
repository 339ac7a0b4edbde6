package io.receivables.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LegalCapTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LegalCap FRANCE = LegalCaps.get("FR", TODAY);

    private static final PaymentTerms DAYS_45_THEN_END =
            PaymentTerms.due(DueRule.of(DueStep.days(45), DueStep.endOfMonth()));
    private static final PaymentTerms END_THEN_45_DAYS =
            PaymentTerms.due(DueRule.of(DueStep.endOfMonth(), DueStep.days(45)));

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "FR, 60, COMPLIANT, 0",
        "FR, 61, NOT_COMPLIANT, 1",
        "FR, 75, NOT_COMPLIANT, 15",
        "FR-DEFAULT, 31, NOT_COMPLIANT, 1",
        "FR-PERIODIC, 45, COMPLIANT, 0",
        "FR-PERIODIC, 46, NOT_COMPLIANT, 1",
        "FR-PERISHABLE, 30, COMPLIANT, 0",
        "FR-PERISHABLE, 31, NOT_COMPLIANT, 1",
        // shortest for a delivery on the last day of the ten
        "FR-PERISHABLE-PERIODIC, 30, COMPLIANT, 0",
        "FR-PERISHABLE-PERIODIC, 40, NOT_COMPLIANT, 10",
        "FR-LIVESTOCK, 21, NOT_COMPLIANT, 1",
        "FR-SPIRITS, 30, COMPLIANT, 0",
        "FR-SPIRITS, 60, NOT_COMPLIANT, 30",
        "FR-WINE, 60, COMPLIANT, 0",
        "FR-TRANSPORT, 31, NOT_COMPLIANT, 1",
        "FR-PUBLIC, 30, COMPLIANT, 0",
        "FR-PUBLIC-HEALTH, 51, NOT_COMPLIANT, 1",
        "FR-PUBLIC-UNDERTAKING, 60, COMPLIANT, 0",
        "EU, 60, COMPLIANT, 0",
        "EU, 90, ON_CONDITION, 30",
        "EU-PUBLIC, 60, ON_CONDITION, 30",
        "EU-PUBLIC, 61, NOT_COMPLIANT, 1",
        "EU-PUBLIC-HEALTH, 60, COMPLIANT, 0",
        "DE, 61, ON_CONDITION, 1",
        "DE-PUBLIC, 45, ON_CONDITION, 15",
        "UK, 61, ON_CONDITION, 1",
        "UK-PUBLIC, 31, NOT_COMPLIANT, 1"
    })
    void net_terms_are_checked_against_the_law(String code, int days, LegalVerdict verdict, int daysOver) {
        LegalCheck check = LegalCaps.get(code, TODAY).check(PaymentTerms.net(days));

        assertThat(check.verdict()).isEqualTo(verdict);
        assertThat(check.daysOver()).isEqualTo(daysOver);
    }

    @Test
    void forty_five_days_end_of_month_may_be_agreed_in_both_readings() {
        // 16 January and 45 days are 2 March, end of month 31 March: 74 days; the longest is 75
        assertThat(FRANCE.check(DAYS_45_THEN_END).verdict()).isEqualTo(LegalVerdict.ON_CONDITION);
        assertThat(FRANCE.check(DAYS_45_THEN_END).daysOver()).isEqualTo(75 - 60);
        // 1 January, 31 January and 45 days: 30 + 45 = 75
        assertThat(FRANCE.check(END_THEN_45_DAYS).verdict()).isEqualTo(LegalVerdict.ON_CONDITION);
        assertThat(FRANCE.check(END_THEN_45_DAYS).daysOver()).isEqualTo(75 - 60);
        assertThat(FRANCE.check(PaymentTerms.due(DueRule.of(DueStep.days(46), DueStep.endOfMonth())))
                        .verdict())
                .isEqualTo(LegalVerdict.NOT_COMPLIANT);
        assertThat(FRANCE.check(PaymentTerms.due(DueRule.of(DueStep.endOfMonth(), DueStep.days(46))))
                        .verdict())
                .isEqualTo(LegalVerdict.NOT_COMPLIANT);
    }

    @Test
    void two_months_are_up_to_62_days() {
        LegalCheck check = FRANCE.check(PaymentTerms.due(DueRule.of(DueStep.months(2))));

        // July and August, or December and January
        assertThat(check.daysOver()).isEqualTo(62 - 60);
        assertThat(check.dueDate()).isEqualTo(check.invoiceDate().plusMonths(2));
        assertThat(check.invoiceDate().getMonthValue()).isIn(7, 12);
    }

    @Test
    void the_last_instalment_counts_whatever_its_number() {
        PaymentTerms late = PaymentTerms.of(
                new PaymentTerms.Part(Share.percent("50"), DueRule.of(DueStep.days(90))),
                new PaymentTerms.Part(Share.remainder(), DueRule.of(DueStep.days(30))));

        assertThat(FRANCE.check(late).daysOver()).isEqualTo(90 - 60);
    }

    @Test
    void a_limit_is_not_extended_to_the_next_business_day() {
        PaymentTerms terms =
                PaymentTerms.due(DueRule.of(DueStep.days(60), DueStep.businessDay(BusinessDayRule.FOLLOWING)));

        LegalCheck check = FRANCE.check(terms);

        assertThat(check.daysOver()).isEqualTo(2);
        assertThat(check.latest().getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
    }

    @Test
    void a_schedule_is_checked_with_its_own_dates() {
        // invoiced late: 20 days after the invoice are 28 after the delivery
        BaseDates dates = BaseDates.invoicedOn(date("2026-03-10")).deliveredOn(date("2026-03-02"));
        PaymentSchedule schedule =
                PaymentTerms.net(20).schedule(dates, Money.of("100.00", "EUR"), BusinessCalendar.weekdays());
        LegalCap livestock = LegalCaps.get("FR-LIVESTOCK", TODAY);

        LegalCheck check = livestock.check(schedule, dates);

        assertThat(check.dueDate()).isEqualTo("2026-03-30");
        assertThat(check.latest()).isEqualTo("2026-03-22");
        assertThat(check.daysOver()).isEqualTo(8);
        assertThat(livestock.check(date("2026-03-22"), dates).isCompliant()).isTrue();
        assertThatThrownBy(() -> livestock.check(schedule, BaseDates.invoicedOn(TODAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("delivery date, which is not given");
    }

    @Test
    void the_law_of_the_day_applies() {
        LegalCap before = LegalCaps.get("FR-WINE", date("2021-10-31"));
        LegalCap after = LegalCaps.get("FR-WINE", date("2021-11-01"));

        assertThat(before.check(DAYS_45_THEN_END).isCompliant()).isTrue();
        assertThat(after.check(DAYS_45_THEN_END).verdict()).isEqualTo(LegalVerdict.NOT_COMPLIANT);
        assertThatThrownBy(() -> before.check(TODAY, BaseDates.invoicedOn(TODAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("applies to invoices from 2019-04-26 to 2021-10-31, not to one of 2026-03-02");
        assertThatThrownBy(() -> LegalCaps.get("FR", date("2008-12-31")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no legal cap \"FR\" applies to invoices of 2008-12-31");
    }

    @Test
    void the_verdict_is_explained_in_english_and_french() {
        LegalCap two = LegalCaps.get("EU-PUBLIC", TODAY);
        BaseDates dates = BaseDates.invoicedOn(TODAY).receivedOn(date("2026-03-04"));

        assertThat(FRANCE.check(date("2026-05-01"), dates).explanation(Locale.ENGLISH))
                .isEqualTo("Within the law (Code de commerce, article L441-10, I: 60 days after the invoice date)."
                        + " What is invoiced on 2026-03-02 falls due on 2026-05-01; the latest day is 2026-05-01.");
        assertThat(two.check(date("2026-04-13"), dates).explanation(Locale.ENGLISH))
                .isEqualTo(
                        "Allowed only if expressly agreed and objectively justified by the nature of the contract, up"
                                + " to 60 days (Directive 2011/7/EU, article 4(3) and (6): 30 days after receipt of the invoice"
                                + " otherwise). What is invoiced on 2026-03-02 falls due on 2026-04-13; days beyond 2026-04-03:"
                                + " 10.");
        // of 60 days (1 May), 30 April and 15 May the last is exceeded least
        assertThat(FRANCE.check(date("2026-06-01"), dates).explanation(Locale.CANADA_FRENCH))
                .isEqualTo("Plus tard que la loi ne le permet (Code de commerce, article L441-10, I : fin du mois de la"
                        + " facture, puis 45 jours). Ce qui est facturé le 2026-03-02 échoit le 2026-06-01 ; jours"
                        + " au-delà du 2026-05-15 : 17.");
    }

    @Test
    void another_law_is_another_value() {
        LegalCap own = LegalCap.of(
                "HOUSE",
                date("2020-01-01"),
                "our general terms, section 4",
                LegalLimit.of(BaseDate.INVOICE, DueRule.of(DueStep.days(14)), "14 days", "14 jours"));

        assertThat(own.check(PaymentTerms.net(14)).isCompliant()).isTrue();
        assertThat(own.check(PaymentTerms.net(30)).daysOver()).isEqualTo(16);
        assertThatThrownBy(() -> LegalCap.of("NONE", TODAY, "nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NONE has no limit");
        assertThatThrownBy(() -> own.until(date("2019-12-31")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before 2020-01-01");
    }

    static List<LegalCap> caps() {
        return LegalCaps.all();
    }

    @ParameterizedTest
    @MethodSource("caps")
    void versions_of_a_law_do_not_overlap(LegalCap cap) {
        assertThat(LegalCaps.all())
                .filteredOn(other -> other.code().equals(cap.code()))
                .filteredOn(other -> other.isInForceOn(cap.from()) || cap.isInForceOn(other.from()))
                .containsExactly(cap);
        assertThat(LegalCaps.get(cap.code(), cap.from())).isEqualTo(cap);
    }
}
