package io.receivables.dunning.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.LetterState.Status;
import io.receivables.dunning.policy.StepKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A letter's state by what was told of it, in whatever order. */
class LetterStateTest {
    private static Status after(DunningEvent... events) {
        return letter(events).status();
    }

    private static LetterState letter(DunningEvent... events) {
        List<DunningEvent> all = new ArrayList<>();
        all.add(CaseEvents.accepted(ItemReference.of("F-1", 1), StepKind.REMINDER, 1, "L-1", 4));
        all.addAll(List.of(events));
        return Cases.of(all).letter("L-1").orElseThrow();
    }

    @Test
    void an_attempt_is_begun_once() {
        assertThat(after()).isEqualTo(Status.ACCEPTED);
        assertThat(after(CaseEvents.sending("L-1", 4, 1))).isEqualTo(Status.SENDING);
        assertThat(after(
                        CaseEvents.sending("L-1", 4, 1),
                        CaseEvents.failed("L-1", 4, 1, false),
                        CaseEvents.sending("L-1", 5, 1)))
                .as("the first attempt has failed, whatever is told of its beginning later")
                .isEqualTo(Status.FAILED);
        assertThat(after(
                        CaseEvents.sending("L-1", 4, 1),
                        CaseEvents.failed("L-1", 4, 1, false),
                        CaseEvents.sending("L-1", 5, 2)))
                .isEqualTo(Status.SENDING);
    }

    @Test
    void what_is_out_is_not_begun_again() {
        LetterState sent =
                letter(CaseEvents.sending("L-1", 4, 1), CaseEvents.sent("L-1", 4), CaseEvents.sending("L-1", 5, 2));

        assertThat(sent.status()).isEqualTo(Status.SENT);
        assertThat(sent.sentDay()).isEqualTo(CaseEvents.day(CaseEvents.may(4)));
    }
}
