package io.receivables.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.interest.InterestRegimes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every policy to begin with; docs/dunning-policies.md, which a test compares, shows their steps. */
class ReadyPoliciesTest {
    static List<DunningPolicy> all() {
        return ReadyPolicies.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void has_neither_errors_nor_warnings(DunningPolicy policy) {
        assertThat(policy.problems()).isEmpty();
        assertThat(Policies.of(policy).all()).containsExactly(policy);
    }

    @ParameterizedTest
    @MethodSource("all")
    void goes_from_courtesy_through_notice_and_negotiation_to_an_ending(DunningPolicy policy) {
        assertThat(policy.courtesies()).isNotEmpty();
        assertThat(policy.ladder())
                .extracting(DunningStep::kind)
                .containsSubsequence(
                        StepKind.REMINDER, StepKind.FORMAL_NOTICE, StepKind.NEGOTIATION, StepKind.HAND_OVER);
        assertThat(policy.ladder().get(policy.ladder().size() - 1).kind().isLast())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_tone_rises_from_the_courtesy_to_the_formal_notice(DunningPolicy policy) {
        List<Tone> tones = policy.steps().stream()
                .filter(step -> List.of(StepKind.COURTESY, StepKind.REMINDER, StepKind.FORMAL_NOTICE)
                        .contains(step.kind()))
                .map(DunningStep::tone)
                .toList();

        assertThat(tones).isSorted().startsWith(Tone.COURTEOUS).endsWith(Tone.FORMAL);
        assertThat(tones).filteredOn(tone -> tone == Tone.FIRM).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void charges_no_fee_and_claims_the_interest_of_a_regime_that_ships(DunningPolicy policy) {
        assertThat(policy.steps()).allMatch(step -> step.fee().equals(Fee.none()));
        assertThat(InterestRegimes.named(policy.interestRegime())).isPresent();
        assertThat(policy.steps()).filteredOn(DunningStep::claimsInterest).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void days_rise_step_by_step(DunningPolicy policy) {
        assertThat(policy.steps())
                .extracting(step -> step.daysPastDue().orElseThrow())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void ids_are_unique() {
        assertThat(all())
                .extracting(DunningPolicy::id)
                .containsExactly(
                        "france",
                        "canada",
                        "quebec",
                        "strict-france",
                        "strict-canada",
                        "strict-quebec",
                        "public-sector");
    }

    @Test
    void texts_are_french_in_france_and_quebec_and_english_in_the_rest_of_canada() {
        assertThat(all()).extracting(DunningPolicy::language).containsExactly("fr", "en", "fr", "fr", "en", "fr", "fr");
        assertThat(all())
                .extracting(DunningPolicy::country)
                .containsExactly("FR", "CA", "CA-QC", "FR", "CA", "CA-QC", "FR");
        assertThat(all())
                .extracting(DunningPolicy::calendar)
                .isEqualTo(all().stream().map(DunningPolicy::country).toList());
    }

    @Test
    void quebec_is_canada_in_another_language_and_law() {
        assertThat(ReadyPolicies.quebec().steps())
                .isEqualTo(ReadyPolicies.canada().steps());
        assertThat(ReadyPolicies.quebec().interestRegime()).isEqualTo("ca-contract");
    }

    @Test
    void the_strict_one_begins_and_ends_sooner_than_the_ordinary_one_and_the_public_one_later() {
        List<Integer> strict = days(ReadyPolicies.strict(ReadyPolicies.france()));
        List<Integer> ordinary = days(ReadyPolicies.france());
        List<Integer> patient = days(ReadyPolicies.publicSector());

        assertThat(strict).hasSameSizeAs(ordinary).hasSameSizeAs(patient);
        for (int step = 0; step < ordinary.size(); step++) {
            assertThat(strict.get(step)).isLessThan(ordinary.get(step));
            assertThat(ordinary.get(step)).isLessThan(patient.get(step));
        }
        assertThat(ReadyPolicies.strict(ReadyPolicies.france()).catchUp()).isEqualTo(CatchUp.MOST_SEVERE);
        assertThat(ReadyPolicies.publicSector().grouping()).isEqualTo(Grouping.PER_INVOICE);
    }

    private static List<Integer> days(DunningPolicy policy) {
        return policy.ladder().stream()
                .map(step -> step.daysPastDue().orElseThrow())
                .toList();
    }
}
