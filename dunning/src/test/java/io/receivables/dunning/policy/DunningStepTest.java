package io.receivables.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import io.receivables.core.collection.ReminderSent.Channel;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DunningStepTest {
    private static final DunningStep STEP = DunningStep.reminder(2, 20);

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    @Test
    void a_step_has_what_its_kind_usually_has() {
        assertThat(STEP.kind()).isEqualTo(StepKind.REMINDER);
        assertThat(STEP.level()).isEqualTo(2);
        assertThat(STEP.daysPastDue()).hasValue(20);
        assertThat(STEP.daysAfterPrevious()).isEmpty();
        assertThat(STEP.channel()).isEqualTo(Channel.EMAIL);
        assertThat(STEP.fee()).isEqualTo(Fee.none());
        assertThat(STEP.minimums()).isEmpty();
        assertThat(STEP.sales()).isEqualTo(SalesInvolvement.NONE);
        assertThat(STEP.paymentLink()).isFalse();
        assertThat(STEP.successor()).isEqualTo(Successor.COLLECTION_AGENCY);
    }

    @ParameterizedTest
    @CsvSource({
        "courtesy, email, courteous, false",
        "reminder, email, courteous, false",
        "formal-notice, registered-letter, formal, true",
        "negotiation, email, neutral, false",
        "credit-stop, email, firm, false",
        "hand-over, email, formal, true",
        "write-off-proposal, email, formal, false",
        "return-contact, email, courteous, false"
    })
    void channel_tone_and_interest_are_those_usual_for_the_kind(
            String kind, String channel, String tone, boolean interest) {
        DunningStep step = DunningStep.of(StepKind.ofCode(kind), 1);

        assertThat(step.channel().code()).isEqualTo(channel);
        assertThat(step.tone().code()).isEqualTo(tone);
        assertThat(step.claimsInterest()).isEqualTo(interest);
        assertThat(step.daysPastDue()).isEmpty();
        assertThat(step.kind().isOnLadder())
                .isEqualTo(!List.of("courtesy", "return-contact").contains(kind));
        assertThat(step.kind().isLast())
                .isEqualTo(List.of("hand-over", "write-off-proposal").contains(kind));
        assertThat(step.kind().reachesCustomer())
                .isEqualTo(!List.of("credit-stop", "hand-over", "write-off-proposal")
                        .contains(kind));
    }

    static Stream<DunningStep> made() {
        return Stream.of(
                DunningStep.courtesy(7),
                DunningStep.reminder(1, 7),
                DunningStep.formalNotice(1, 7),
                DunningStep.negotiation(1, 7),
                DunningStep.creditStop(1, 7),
                DunningStep.handOver(1, 7, Successor.LAWYER),
                DunningStep.writeOffProposal(1, 7));
    }

    @Test
    void there_is_a_short_way_to_make_each_kind() {
        assertThat(made().map(DunningStep::kind))
                .containsExactly(
                        StepKind.COURTESY,
                        StepKind.REMINDER,
                        StepKind.FORMAL_NOTICE,
                        StepKind.NEGOTIATION,
                        StepKind.CREDIT_STOP,
                        StepKind.HAND_OVER,
                        StepKind.WRITE_OFF_PROPOSAL);
        assertThat(made().skip(1))
                .allMatch(step -> step.level() == 1 && step.daysPastDue().orElseThrow() == 7);
        assertThat(DunningStep.courtesy(7).level()).isZero();
        assertThat(DunningStep.courtesy(7).daysPastDue()).hasValue(-7);
        assertThat(DunningStep.handOver(1, 7, Successor.LAWYER).successor()).isEqualTo(Successor.LAWYER);
    }

    @Test
    void a_code_names_the_level_or_the_days_before_the_due_date() {
        assertThat(STEP.code()).isEqualTo("level-2");
        assertThat(DunningStep.courtesy(5).code()).isEqualTo("courtesy-5");
        assertThat(DunningStep.courtesy(0).code()).isEqualTo("courtesy-0");
        assertThat(DunningStep.of(StepKind.COURTESY, 0).code()).isEqualTo("courtesy-0");
        assertThat(DunningStep.of(StepKind.COURTESY, 0)
                        .daysPastDue(Integer.MIN_VALUE)
                        .code())
                .isEqualTo("courtesy-2147483648");
    }

    @Test
    void the_template_is_named_by_kind_and_for_reminders_by_tone() {
        assertThat(STEP.template()).isEqualTo("reminder-courteous");
        assertThat(STEP.in(Tone.FIRM).template()).isEqualTo("reminder-firm");
        assertThat(DunningStep.formalNotice(3, 30).in(Tone.FIRM).template()).isEqualTo("formal-notice");
        assertThat(STEP.template("own").in(Tone.FIRM).template()).isEqualTo("own");
        assertThat(STEP.template("reminder-courteous")).isEqualTo(STEP);
    }

    static Stream<UnaryOperator<DunningStep>> changes() {
        return Stream.of(
                step -> step.daysPastDue(21),
                step -> step.afterPrevious(10),
                step -> step.by(Channel.PHONE),
                step -> step.in(Tone.FIRM),
                step -> step.template("own"),
                step -> step.fee(Fee.fixed(eur("5"))),
                step -> step.atLeast(eur("50")),
                step -> step.sales(SalesInvolvement.ASKED_FIRST),
                DunningStep::withPaymentLink,
                step -> step.interest(true),
                step -> step.to(Successor.LAWYER));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_makes_another_step_and_leaves_this_one(UnaryOperator<DunningStep> change) {
        DunningStep changed = change.apply(STEP);

        assertThat(changed).isNotEqualTo(STEP).isEqualTo(change.apply(STEP)).hasSameHashCodeAs(change.apply(STEP));
        assertThat(changed.hashCode()).isNotEqualTo(STEP.hashCode());
        assertThat(STEP).isEqualTo(DunningStep.reminder(2, 20));
    }

    @Test
    void every_change_stays_when_others_follow() {
        DunningStep step = STEP;
        for (UnaryOperator<DunningStep> change : changes().toList()) {
            step = change.apply(step);
        }

        assertThat(step.daysPastDue()).hasValue(21);
        assertThat(step.daysAfterPrevious()).hasValue(10);
        assertThat(step.channel()).isEqualTo(Channel.PHONE);
        assertThat(step.tone()).isEqualTo(Tone.FIRM);
        assertThat(step.template()).isEqualTo("own");
        assertThat(step.fee()).isEqualTo(Fee.fixed(eur("5")));
        assertThat(step.minimums()).isEqualTo(Map.of("EUR", eur("50")));
        assertThat(step.sales()).isEqualTo(SalesInvolvement.ASKED_FIRST);
        assertThat(step.paymentLink()).isTrue();
        assertThat(step.claimsInterest()).isTrue();
        assertThat(step.successor()).isEqualTo(Successor.LAWYER);
        assertThat(step).hasToString("level-2 (reminder, 21 days past due, 10 days after the previous step, phone)");
    }

    @Test
    void a_step_is_shown_by_what_it_states() {
        assertThat(STEP).hasToString("level-2 (reminder, 20 days past due, email)");
        assertThat(DunningStep.of(StepKind.REMINDER, 2)).hasToString("level-2 (reminder, email)");
    }

    @Test
    void steps_differ_by_kind_and_level_and_from_other_things() {
        assertThat(STEP)
                .isNotEqualTo(DunningStep.reminder(3, 20))
                .isNotEqualTo(DunningStep.negotiation(2, 20).in(Tone.COURTEOUS).template("reminder-courteous"))
                .isNotEqualTo("level-2");
    }

    @Test
    void there_is_one_minimum_of_a_currency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STEP.atLeast(eur("50"), eur("60")))
                .withMessage("minimum EUR 60.00 comes beside EUR 50.00: give one per currency");
        assertThat(STEP.atLeast(eur("50"), Money.of("60", "CAD")).minimums()).hasSize(2);
        assertThat(STEP.atLeast(eur("50")).atLeast().minimums()).isEmpty();
    }
}
