package io.receivables.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.collection.ReminderSent.Channel;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DunningPolicyTest {
    private static final DunningStep COURTESY = DunningStep.courtesy(5);
    private static final DunningStep REMINDER = DunningStep.reminder(1, 10);
    private static final DunningPolicy POLICY = DunningPolicy.of("p", COURTESY, REMINDER);

    @Test
    void a_policy_has_what_is_usual() {
        assertThat(POLICY.id()).isEqualTo("p");
        assertThat(POLICY.steps()).containsExactly(COURTESY, REMINDER);
        assertThat(POLICY.graceDays()).isZero();
        assertThat(POLICY.grouping()).isEqualTo(Grouping.PER_CUSTOMER_AND_CURRENCY);
        assertThat(POLICY.mixesLevels()).isTrue();
        assertThat(POLICY.catchUp()).isEqualTo(CatchUp.ONE_STEP_PER_RUN);
        assertThat(POLICY.partPayment()).isEqualTo(PartPayment.KEEPS_LEVEL);
        assertThat(POLICY.minimumInterval()).isZero();
        assertThat(POLICY.promiseGraceDays()).isZero();
        assertThat(POLICY.planToleranceDays()).isZero();
        assertThat(POLICY.creditCovers()).isTrue();
        assertThat(POLICY.calendar()).isEqualTo("weekdays");
        assertThat(POLICY.language()).isEqualTo("en");
        assertThat(POLICY.country()).isEmpty();
        assertThat(POLICY.interestRegime()).isEmpty();
        assertThat(POLICY.attempts()).isEqualTo(3);
        assertThat(POLICY.returnContact()).contains(Channel.PHONE);
        assertThat(POLICY.alerts()).isEmpty();
        assertThat(POLICY.onAlert(AlertKind.LIMIT_BREACH)).isEqualTo(AlertResponse.NONE);
        assertThat(POLICY.alertHoldDays()).isEqualTo(14);
    }

    @Test
    void courtesy_notices_stand_beside_the_ladder() {
        DunningPolicy policy = POLICY.withSteps(
                List.of(COURTESY, REMINDER, DunningStep.of(StepKind.RETURN_CONTACT, 1), DunningStep.creditStop(2, 20)));

        assertThat(policy.courtesies()).containsExactly(COURTESY);
        assertThat(policy.ladder()).containsExactly(REMINDER, DunningStep.creditStop(2, 20));
    }

    static Stream<UnaryOperator<DunningPolicy>> changes() {
        return Stream.of(
                policy -> policy.named("q"),
                policy -> policy.withSteps(List.of(REMINDER)),
                policy -> policy.withGraceDays(1),
                policy -> policy.grouped(Grouping.PER_INVOICE),
                policy -> policy.mixingLevels(false),
                policy -> policy.catchingUp(CatchUp.MOST_SEVERE),
                policy -> policy.onPartPayment(PartPayment.RESTARTS),
                policy -> policy.withMinimumInterval(2),
                policy -> policy.withPromiseGraceDays(3),
                policy -> policy.withPlanToleranceDays(4),
                policy -> policy.coveredByCredit(false),
                policy -> policy.onCalendar("FR"),
                policy -> policy.inLanguage("fr"),
                policy -> policy.underLawOf("CA-QC"),
                policy -> policy.withInterest("fr-l441-10"),
                policy -> policy.withAttempts(5),
                policy -> policy.contactOnReturn(Channel.EMAIL),
                policy -> policy.onAlert(AlertKind.OTHER, AlertResponse.HOLD),
                policy -> policy.withAlertHoldDays(6));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_makes_another_policy_and_leaves_this_one(UnaryOperator<DunningPolicy> change) {
        DunningPolicy changed = change.apply(POLICY);

        assertThat(changed).isNotEqualTo(POLICY).isEqualTo(change.apply(POLICY));
        assertThat(changed).hasSameHashCodeAs(change.apply(POLICY));
        assertThat(changed.hashCode()).isNotEqualTo(POLICY.hashCode());
        assertThat(POLICY).isEqualTo(DunningPolicy.of("p", List.of(COURTESY, REMINDER)));
    }

    @Test
    void every_change_stays_when_others_follow() {
        DunningPolicy policy = POLICY;
        for (UnaryOperator<DunningPolicy> change : changes().toList()) {
            policy = change.apply(policy);
        }

        assertThat(policy.id()).isEqualTo("q");
        assertThat(policy.steps()).containsExactly(REMINDER);
        assertThat(policy.graceDays()).isEqualTo(1);
        assertThat(policy.grouping()).isEqualTo(Grouping.PER_INVOICE);
        assertThat(policy.mixesLevels()).isFalse();
        assertThat(policy.catchUp()).isEqualTo(CatchUp.MOST_SEVERE);
        assertThat(policy.partPayment()).isEqualTo(PartPayment.RESTARTS);
        assertThat(policy.minimumInterval()).isEqualTo(2);
        assertThat(policy.promiseGraceDays()).isEqualTo(3);
        assertThat(policy.planToleranceDays()).isEqualTo(4);
        assertThat(policy.creditCovers()).isFalse();
        assertThat(policy.calendar()).isEqualTo("FR");
        assertThat(policy.language()).isEqualTo("fr");
        assertThat(policy.country()).isEqualTo("CA-QC");
        assertThat(policy.interestRegime()).isEqualTo("fr-l441-10");
        assertThat(policy.attempts()).isEqualTo(5);
        assertThat(policy.returnContact()).contains(Channel.EMAIL);
        assertThat(policy.onAlert(AlertKind.OTHER)).isEqualTo(AlertResponse.HOLD);
        assertThat(policy.alertHoldDays()).isEqualTo(6);
        assertThat(policy.withoutContactOnReturn().returnContact()).isEmpty();
        assertThat(policy.withoutContactOnReturn()).isNotEqualTo(policy);
    }

    @Test
    void an_alert_that_leads_to_nothing_is_as_if_nothing_was_said_of_it() {
        DunningPolicy heeding = POLICY.onAlert(AlertKind.OTHER, AlertResponse.COURTESY)
                .onAlert(AlertKind.LIMIT_BREACH, AlertResponse.HOLD);

        assertThat(heeding.alerts())
                .isEqualTo(Map.of(AlertKind.LIMIT_BREACH, AlertResponse.HOLD, AlertKind.OTHER, AlertResponse.COURTESY));
        assertThat(heeding.onAlert(AlertKind.OTHER, AlertResponse.NONE)
                        .onAlert(AlertKind.LIMIT_BREACH, AlertResponse.NONE))
                .isEqualTo(POLICY);
    }

    @Test
    void a_policy_is_no_other_thing_and_is_shown_by_its_steps() {
        assertThat(POLICY).isNotEqualTo("p");
        assertThat(POLICY)
                .hasToString("DunningPolicy[p, steps=[courtesy-5 (courtesy, -5 days past due, email), level-1"
                        + " (reminder, 10 days past due, email)]]");
    }

    /** A constant as its code, the way back, and the codes there are. */
    private record Codes<E>(List<E> values, Function<E, String> codeOf, Function<String, E> ofCode) {
        List<String> all() {
            return values.stream().map(codeOf).toList();
        }

        boolean comeBack() {
            return values.stream().allMatch(value -> ofCode.apply(codeOf.apply(value)) == value);
        }
    }

    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of(
                        new Codes<>(List.of(AlertKind.values()), AlertKind::code, AlertKind::ofCode),
                        "kind of alert",
                        List.of("worsening-payer", "limit-breach", "other")),
                Arguments.of(
                        new Codes<>(List.of(AlertResponse.values()), AlertResponse::code, AlertResponse::ofCode),
                        "response to an alert",
                        List.of("none", "courtesy", "hold")),
                Arguments.of(
                        new Codes<>(List.of(CatchUp.values()), CatchUp::code, CatchUp::ofCode),
                        "catch-up",
                        List.of("one-step-per-run", "most-severe")),
                Arguments.of(
                        new Codes<>(List.of(Grouping.values()), Grouping::code, Grouping::ofCode),
                        "grouping",
                        List.of("per-invoice", "per-customer", "per-customer-and-currency", "per-account-group")),
                Arguments.of(
                        new Codes<>(List.of(PartPayment.values()), PartPayment::code, PartPayment::ofCode),
                        "rule for part payments",
                        List.of("keeps-level", "restarts")),
                Arguments.of(
                        new Codes<>(
                                List.of(SalesInvolvement.values()), SalesInvolvement::code, SalesInvolvement::ofCode),
                        "involvement of sales",
                        List.of("none", "informed", "asked-first")),
                Arguments.of(
                        new Codes<>(List.of(StepKind.values()), StepKind::code, StepKind::ofCode),
                        "kind of step",
                        List.of(
                                "courtesy",
                                "reminder",
                                "formal-notice",
                                "negotiation",
                                "credit-stop",
                                "hand-over",
                                "write-off-proposal",
                                "return-contact")),
                Arguments.of(
                        new Codes<>(List.of(Successor.values()), Successor::code, Successor::ofCode),
                        "successor",
                        List.of("collection-agency", "lawyer")),
                Arguments.of(
                        new Codes<>(List.of(Tone.values()), Tone::code, Tone::ofCode),
                        "tone",
                        List.of("courteous", "neutral", "firm", "formal")));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void codes_are_pinned_and_lead_back(Codes<?> codes, String what, List<String> pinned) {
        assertThat(codes.all()).isEqualTo(pinned);
        assertThat(codes.comeBack()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codes.ofCode().apply("X"))
                .withMessage(what + " \"X\" is unknown: use " + String.join(", ", pinned));
    }
}
