package io.receivables.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.interest.InterestRegime.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestRegimesTest {
    private static final ReferenceRates RATES = ReferenceRates.shipped();

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    private static InterestTerms terms(InterestRegime regime, String issued) {
        return regime.on(date(issued)).orElseThrow();
    }

    private static AppliedRate rate(InterestRegime regime, String day) {
        return terms(regime, day).rate().on(date(day), RATES);
    }

    private static Money sum(InterestRegime regime, String debt, String currency) {
        return terms(regime, "2024-01-01").fixedSum().on(Money.of(debt, currency));
    }

    /** What authorities and specialist tables print for the regimes; ours are made of reference rate and margin. */
    @ParameterizedTest
    @CsvSource({
        // Irish Department of Enterprise: ECB + 8
        "eu-2011-7, 2016-07-01, 8",
        "eu-2011-7, 2023-12-31, 12",
        "ie-si-580-2012, 2024-01-01, 12.5",
        // ECB + 10
        "fr-l441-10, 2013-07-01, 10.5",
        "fr-l441-10, 2024-06-30, 14.5",
        "fr-l441-10, 2024-07-01, 14.25",
        // payontime.co.uk
        "uk-1998-act, 2016-12-31, 8.5",
        "uk-1998-act, 2017-01-01, 8.25",
        "uk-1998-act, 2023-07-01, 13",
        // schoups.com: rounded up to the half point
        "be-2002-08-02, 2013-03-16, 9",
        "be-2002-08-02, 2013-07-01, 8.5",
        "be-2002-08-02, 2014-01-01, 8.5",
        "be-2002-08-02, 2014-07-01, 8.5",
        "be-2002-08-02, 2015-01-01, 8.5",
        "be-2002-08-02, 2016-01-01, 8.5",
        "be-2002-08-02, 2016-07-01, 8",
        "be-2002-08-02, 2018-12-31, 8",
        "be-2002-08-02, 2024-01-01, 12.5",
        // Bundesbank base rate + 9, + 8 for debts from before 29 July 2014
        "de-bgb-288, 2022-12-31, 8.12",
        "de-bgb-288, 2023-01-01, 10.62",
        "de-bgb-288, 2014-07-29, 8.27",
        "de-bgb-288, 2014-07-28, 7.27",
        // no series
        "ca-contract, 2024-06-30, 5",
        "us-contract, 2024-06-30, 18",
    })
    void rates_are_those_that_are_published(String regime, String day, String percent) {
        assertThat(rate(InterestRegimes.named(regime).orElseThrow(), day).rate())
                .isEqualTo(SimpleAnnualRate.of(percent));
    }

    @Test
    void a_rate_says_how_it_was_made_and_from_where() {
        AppliedRate belgian = rate(InterestRegimes.belgium(), "2025-03-01");

        // 3.15 + 8 = 11.15, up to the half point
        assertThat(belgian.rate()).isEqualTo(SimpleAnnualRate.of("11.5"));
        assertThat(belgian.until()).isEqualTo("2025-06-30");
        assertThat(belgian.reference().rate()).isEqualTo(SimpleAnnualRate.of("3.15"));
        assertThat(belgian.reference().source()).isEqualTo("Bundesbank notice via bid-coburg.de");
        assertThat(belgian.definition())
                .isEqualTo(
                        new LateRate.Reference(ReferenceRates.ECB_MRO, new BigDecimal("8.0"), new BigDecimal("0.50")));
        assertThat(rate(InterestRegimes.canada(), "2025-03-01").reference().source())
                .isEqualTo("Interest Act, RSC 1985, c I-15, section 3");
    }

    @Test
    void a_sum_below_zero_is_zero() {
        ReferenceRates negative = ReferenceRates.none()
                .with(RateSeries.of("LOW").with(date("2024-01-01"), date("2024-12-31"), "-0.88", "made up"));

        assertThat(LateRate.reference("LOW", "0.5")
                        .on(date("2024-05-01"), negative)
                        .rate())
                .isEqualTo(SimpleAnnualRate.of("0"));
        assertThatThrownBy(() -> new LateRate.Fixed(SimpleAnnualRate.of("-1"), "law"))
                .hasMessageContaining("late rate -1% a year is negative");
    }

    @Test
    void fixed_sums_go_by_the_size_of_the_debt() {
        // UK section 5A(2): less than 1,000; 1,000 or more; 10,000 or more
        assertThat(sum(InterestRegimes.unitedKingdom(), "999.99", "GBP")).isEqualTo(Money.of("40", "GBP"));
        assertThat(sum(InterestRegimes.unitedKingdom(), "1000.00", "GBP")).isEqualTo(Money.of("70", "GBP"));
        assertThat(sum(InterestRegimes.unitedKingdom(), "9999.99", "GBP")).isEqualTo(Money.of("70", "GBP"));
        assertThat(sum(InterestRegimes.unitedKingdom(), "10000.00", "GBP")).isEqualTo(Money.of("100", "GBP"));
        // S.I. 580/2012: not exceeding 1,000; exceeding 1,000; exceeding 10,000
        assertThat(sum(InterestRegimes.ireland(), "1000.00", "EUR")).isEqualTo(Money.of("40", "EUR"));
        assertThat(sum(InterestRegimes.ireland(), "1000.01", "EUR")).isEqualTo(Money.of("70", "EUR"));
        assertThat(sum(InterestRegimes.ireland(), "10000.00", "EUR")).isEqualTo(Money.of("70", "EUR"));
        assertThat(sum(InterestRegimes.ireland(), "10000.01", "EUR")).isEqualTo(Money.of("100", "EUR"));
        // 40 for any
        for (InterestRegime regime : List.of(
                InterestRegimes.europeanUnion(),
                InterestRegimes.france(),
                InterestRegimes.belgium(),
                InterestRegimes.germany())) {
            assertThat(sum(regime, "0.01", "EUR")).isEqualTo(Money.of("40", "EUR"));
        }
        assertThat(sum(InterestRegimes.canada(), "500.00", "CAD").isZero()).isTrue();
        assertThat(terms(InterestRegimes.germany(), "2014-07-28").fixedSum()).isEqualTo(FixedSum.none());
        assertThatThrownBy(() -> sum(InterestRegimes.france(), "500.00", "USD"))
                .hasMessageContaining("currencies differ");
        assertThatThrownBy(() -> FixedSum.tiers(
                        new FixedSum.Tier(Money.of("0", "EUR"), Money.of("40", "EUR")),
                        new FixedSum.Tier(Money.of("5", "GBP"), Money.of("40", "GBP"))))
                .hasMessageContaining("is not in EUR");
    }

    @Test
    void in_france_an_agreed_rate_is_held_against_three_times_the_legal_rate() {
        InterestTerms agreed = terms(InterestRegimes.france(), "2024-01-01").agreed(AgreedRate.yearly("15"));

        // 3 x 5.07 = 15.21 in the first half of 2024, 3 x 4.92 = 14.76 in the second
        assertThat(agreed.check(date("2024-03-01"), date("2024-03-01"), RATES))
                .extracting(Problem::toString)
                .containsExactly(
                        "RCV-INTEREST-102: the agreed rate of 15% a year is below 15.21%, the least that the law"
                                + " allows from 2024-01-01 on (Code de commerce, article L441-10 II)");
        assertThat(agreed.check(date("2024-07-01"), date("2024-07-01"), RATES)).isEmpty();
        assertThat(agreed.rate().on(date("2024-03-01"), RATES).rate()).isEqualTo(SimpleAnnualRate.of("15"));
        // every half-year of a period, until the values end
        assertThat(agreed.check(date("2023-12-31"), date("2027-01-01"), RATES))
                .extracting(problem -> problem.code() + " " + problem.attribute("date"))
                .containsExactly("BELOW_FLOOR 2024-01-01", "LIMIT_NOT_CHECKED 2026-07-01");
        // the rate by default is not agreed on: the floor does not bind it, although 14.5 is below 15.21
        assertThat(terms(InterestRegimes.france(), "2024-01-01").check(date("2024-03-01"), date("2024-03-01"), RATES))
                .isEmpty();
        assertThat(agreed.check(date("2026-07-01"), date("2026-07-01"), RATES))
                .extracting(problem -> problem.message(Locale.FRENCH))
                .containsExactly(
                        "la série FR_LEGAL_PRO n'a pas de taux au 2026-07-01, une limite légale du taux convenu n'a"
                                + " pu être vérifiée (Code de commerce, article L441-10 II)");
    }

    @Test
    void in_canada_a_monthly_rate_without_the_yearly_one_falls_back_to_5_percent() {
        InterestTerms terms = terms(InterestRegimes.canada(), "2024-06-30");
        InterestTerms unstated = terms.agreed(AgreedRate.monthly("2"));
        InterestTerms stated = terms.agreed(AgreedRate.monthly("2").withYearlyRateStated());

        assertThat(unstated.rate().on(date("2024-08-01"), RATES).rate()).isEqualTo(SimpleAnnualRate.of("5"));
        assertThat(unstated.check(date("2024-08-01"), date("2024-08-01"), RATES))
                .extracting(Problem::code)
                .containsExactly(InterestProblem.YEARLY_RATE_NOT_STATED);
        assertThat(stated.rate().on(date("2024-08-01"), RATES).rate()).isEqualTo(SimpleAnnualRate.of("24"));
        assertThat(stated.check(date("2024-08-01"), date("2024-08-01"), RATES)).isEmpty();
        // no more than 5%: what was agreed below stays
        assertThat(terms.agreed(AgreedRate.monthly("0.25"))
                        .rate()
                        .on(date("2024-08-01"), RATES)
                        .rate())
                .isEqualTo(SimpleAnnualRate.of("3"));
    }

    @Test
    void the_canadian_cap_was_effective_and_is_simple() {
        AgreedRate threePercent = AgreedRate.monthly("3").withYearlyRateStated();
        AgreedRate fourPercent = AgreedRate.monthly("4").withYearlyRateStated();

        // 36% simple is 42.58% effective: below 60% effective, above 35% simple
        assertThat(terms(InterestRegimes.canada(), "2024-12-31")
                        .agreed(threePercent)
                        .check(date("2025-02-01"), date("2025-02-01"), RATES))
                .isEmpty();
        assertThat(terms(InterestRegimes.canada(), "2025-01-01")
                        .agreed(threePercent)
                        .check(date("2025-02-01"), date("2025-02-01"), RATES))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .startsWith("the agreed rate comes to 36% a year, above the legal limit of 35% (Criminal Code");
        // 1.04^12 - 1 = 60.1%
        assertThat(terms(InterestRegimes.canada(), "2024-12-31")
                        .agreed(fourPercent)
                        .check(date("2025-02-01"), date("2025-02-01"), RATES))
                .singleElement()
                .satisfies(problem -> assertThat(problem.attribute("rate")).startsWith("60.103221"));
    }

    @Test
    void regimes_have_pinned_names_and_cite_their_law() {
        assertThat(InterestRegimes.all())
                .extracting(InterestRegime::canonicalName)
                .containsExactly(
                        "eu-2011-7",
                        "fr-l441-10",
                        "uk-1998-act",
                        "ie-si-580-2012",
                        "be-2002-08-02",
                        "de-bgb-288",
                        "ca-contract",
                        "us-contract");
        assertThat(InterestRegimes.all()).allSatisfy(regime -> {
            assertThat(regime.citation()).isNotBlank();
            assertThat(regime.versions())
                    .allSatisfy(
                            version -> assertThat(version.terms().citation()).isNotBlank());
        });
        assertThat(InterestRegimes.named("fr-l441-10")).contains(InterestRegimes.france());
        assertThat(InterestRegimes.named("atlantis")).isEmpty();
    }

    @Test
    void every_part_of_a_regime_can_be_replaced() {
        InterestRegime own = InterestRegimes.germany()
                .map(terms -> terms.with(DayCount.ACT_ACT))
                .with(new Version(
                        date("2030-01-01"),
                        InterestRegime.FOR_GOOD,
                        InterestTerms.of(LateRate.reference(ReferenceRates.DE_BASE, "10"), "a law to come")));

        assertThat(terms(own, "2020-01-01").dayCount()).isEqualTo(DayCount.ACT_ACT);
        assertThat(InterestRegimes.germany().on(date("2001-12-31"))).isEmpty();
        assertThat(terms(own, "2029-12-31").rate()).isEqualTo(LateRate.reference(ReferenceRates.DE_BASE, "9"));
        assertThat(terms(own, "2030-01-01").citation()).isEqualTo("a law to come");
        assertThatThrownBy(() ->
                        own.with(new Version(date("2029-01-01"), InterestRegime.FOR_GOOD, terms(own, "2030-01-01"))))
                .hasMessageContaining("regime de-bgb-288 has two versions on 2030-01-01");
    }

    @Test
    void agreed_rates_are_values() {
        assertThat(AgreedRate.monthly("1.50"))
                .isEqualTo(AgreedRate.monthly("1.5"))
                .hasToString("1.5% a month");
        assertThat(AgreedRate.yearly("18")).hasToString("18% a year");
        assertThat(new AgreedRate(new BigDecimal("0.05"), 365, false)).hasToString("0.05%, 365 times a year");
        assertThat(AgreedRate.yearly("18").yearlyRateStated()).isTrue();
        assertThat(AgreedRate.monthly("1.5").effective().percent().toPlainString())
                .startsWith("19.56181714615");
        assertThatThrownBy(() -> AgreedRate.monthly("-1")).hasMessageContaining("agreed rate -1% is negative");
    }
}
