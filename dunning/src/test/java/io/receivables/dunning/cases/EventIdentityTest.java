package io.receivables.dunning.cases;

import static io.receivables.dunning.cases.CaseEvents.CUSTOMER;
import static io.receivables.dunning.cases.CaseEvents.F1;
import static io.receivables.dunning.cases.CaseEvents.may;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.CallMade;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyClosed;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.cases.DunningEvent.PlanAgreed;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.Recovered;
import io.receivables.dunning.cases.DunningEvent.Recurring;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import io.receivables.dunning.policy.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes two events of a kind the same: the table says it for each of them. */
class EventIdentityTest {
    private static final ItemReference F2 = ItemReference.of("F-2", 1);
    private static final ActionKey KEY = CaseEvents.key(F1, "level-1");
    private static final ActionKey OTHER_KEY = CaseEvents.key(F1, "level-2");
    private static final Money SOME = Money.of("40.00", "EUR");
    private static final Money MORE = Money.of("50.00", "EUR");

    /**
     * A row of the table.
     *
     * @param is what identifies it
     * @param event an event
     * @param same the same event, however else it is told
     * @param others other events
     */
    record Identity(String is, DunningEvent event, List<DunningEvent> same, List<DunningEvent> others) {
        @Override
        public String toString() {
            return event.kind().code() + ": " + is;
        }
    }

    private static Identity row(String is, DunningEvent event, List<DunningEvent> same, DunningEvent... others) {
        return new Identity(is, event, same, List.of(others));
    }

    static Stream<Identity> table() {
        return Stream.of(
                row(
                        "its key and letter",
                        accepted(KEY, 4, "L-1", SOME),
                        List.of(accepted(KEY, 5, "L-1", MORE)),
                        accepted(OTHER_KEY, 4, "L-1", SOME),
                        accepted(KEY, 4, "L-2", SOME)),
                row("its key", skipped(KEY, 4, ""), List.of(skipped(KEY, 5, "small")), skipped(OTHER_KEY, 4, "")),
                row(
                        "its key, day and last day, and its occurrence",
                        postponed(KEY, 4, 9, ""),
                        List.of(postponed(KEY, 4, 9, "holidays")),
                        postponed(OTHER_KEY, 4, 9, ""),
                        postponed(KEY, 5, 9, ""),
                        postponed(KEY, 4, 10, ""),
                        postponed(KEY, 4, 9, "").occurring(2)),
                row(
                        "its letter and attempt",
                        new LetterSending("L-1", CUSTOMER, may(4), 1),
                        List.of(new LetterSending("L-1", CUSTOMER, may(5), 1)),
                        new LetterSending("L-2", CUSTOMER, may(4), 1),
                        new LetterSending("L-1", CUSTOMER, may(4), 2)),
                row(
                        "its letter and attempt",
                        new LetterSent("L-1", CUSTOMER, may(4), 1, ""),
                        List.of(new LetterSent("L-1", CUSTOMER, may(5), 1, "250 OK")),
                        new LetterSent("L-2", CUSTOMER, may(4), 1, ""),
                        new LetterSent("L-1", CUSTOMER, may(4), 2, "")),
                row(
                        "its letter and attempt",
                        new LetterFailed("L-1", CUSTOMER, may(4), 1, "", false),
                        List.of(new LetterFailed("L-1", CUSTOMER, may(5), 1, "full", true)),
                        new LetterFailed("L-2", CUSTOMER, may(4), 1, "", false),
                        new LetterFailed("L-1", CUSTOMER, may(4), 2, "", false)),
                row(
                        "its letter",
                        new LetterWithdrawn("L-1", CUSTOMER, may(4), ""),
                        List.of(new LetterWithdrawn("L-1", CUSTOMER, may(5), "paid")),
                        new LetterWithdrawn("L-2", CUSTOMER, may(4), "")),
                row(
                        "its letter and how it arrived",
                        new LetterAcknowledged("L-1", CUSTOMER, may(4), "opened"),
                        List.of(new LetterAcknowledged("L-1", CUSTOMER, may(5), "opened")),
                        new LetterAcknowledged("L-2", CUSTOMER, may(4), "opened"),
                        new LetterAcknowledged("L-1", CUSTOMER, may(4), "signed for")),
                row(
                        "its key",
                        new SalesAsked(KEY, CUSTOMER, may(4), "Roy"),
                        List.of(new SalesAsked(KEY, CUSTOMER, may(5), "Ann")),
                        new SalesAsked(OTHER_KEY, CUSTOMER, may(4), "Roy")),
                row(
                        "its key, day and answer, and its occurrence",
                        answered(KEY, 4, true, ""),
                        List.of(answered(KEY, 4, true, "go ahead")),
                        answered(OTHER_KEY, 4, true, ""),
                        answered(KEY, 5, true, ""),
                        answered(KEY, 4, false, ""),
                        answered(KEY, 4, true, "").occurring(2)),
                row(
                        "the call's id",
                        called("C-1", 4, CallOutcome.REACHED),
                        List.of(called("C-1", 5, CallOutcome.NO_ANSWER)),
                        called("C-2", 4, CallOutcome.REACHED)),
                row(
                        "its day and its occurrence",
                        new ContactCorrected(CUSTOMER, may(4)),
                        List.of(),
                        new ContactCorrected(CUSTOMER, may(5)),
                        new ContactCorrected(CUSTOMER, may(4)).occurring(2)),
                row(
                        "the hold's id",
                        held("H-1", 9, HoldReason.MANUAL),
                        List.of(held("H-1", 10, HoldReason.ALERT)),
                        held("H-2", 9, HoldReason.MANUAL)),
                row(
                        "the hold's id",
                        new HoldReleased("H-1", CUSTOMER, may(4)),
                        List.of(new HoldReleased("H-1", CUSTOMER, may(5))),
                        new HoldReleased("H-2", CUSTOMER, may(4))),
                row(
                        "its day and its occurrence",
                        new InsolvencyOpened(CUSTOMER, may(4), ""),
                        List.of(new InsolvencyOpened(CUSTOMER, may(4), "court of Laval")),
                        new InsolvencyOpened(CUSTOMER, may(5), ""),
                        new InsolvencyOpened(CUSTOMER, may(4), "").occurring(2)),
                row(
                        "its day and its occurrence",
                        new InsolvencyClosed(CUSTOMER, may(4), ""),
                        List.of(new InsolvencyClosed(CUSTOMER, may(4), "plan adopted")),
                        new InsolvencyClosed(CUSTOMER, may(5), ""),
                        new InsolvencyClosed(CUSTOMER, may(4), "").occurring(2)),
                row(
                        "the debit's id",
                        new DebitRejected("D-1", CUSTOMER, may(4), F1, ""),
                        List.of(new DebitRejected("D-1", CUSTOMER, may(5), F2, "AM04")),
                        new DebitRejected("D-2", CUSTOMER, may(4), F1, "")),
                row(
                        "the recovery's id",
                        new Recovered("R-1", CUSTOMER, may(4), F1, SOME),
                        List.of(new Recovered("R-1", CUSTOMER, may(5), F2, MORE)),
                        new Recovered("R-2", CUSTOMER, may(4), F1, SOME)),
                row(
                        "its item and cycle",
                        new LadderRestarted(CUSTOMER, may(4), F1, 1),
                        List.of(new LadderRestarted(CUSTOMER, may(5), F1, 1)),
                        new LadderRestarted(CUSTOMER, may(4), F2, 1),
                        new LadderRestarted(CUSTOMER, may(4), F1, 2)),
                row(
                        "its item and day, and its occurrence",
                        new FileRecalled(CUSTOMER, may(4), F1, ""),
                        List.of(new FileRecalled(CUSTOMER, may(4), F1, "settled between us")),
                        new FileRecalled(CUSTOMER, may(4), F2, ""),
                        new FileRecalled(CUSTOMER, may(5), F1, ""),
                        new FileRecalled(CUSTOMER, may(4), F1, "").occurring(2)),
                row("the offer's id", offered("O-1", 9), List.of(offered("O-1", 10)), offered("O-2", 9)),
                row(
                        "the offer's id",
                        new PlanDeclined("O-1", CUSTOMER, may(4)),
                        List.of(new PlanDeclined("O-1", CUSTOMER, may(5))),
                        new PlanDeclined("O-2", CUSTOMER, may(4))),
                row(
                        "the offer's id",
                        new PlanAgreed("O-1", CUSTOMER, may(4)),
                        List.of(new PlanAgreed("O-1", CUSTOMER, may(5))),
                        new PlanAgreed("O-2", CUSTOMER, may(4))));
    }

    @ParameterizedTest
    @MethodSource("table")
    void an_event_told_again_counts_once_and_another_one_counts(Identity row) {
        assertThat(row.same())
                .allSatisfy(again -> assertThat(kept(row.event(), again)).containsExactly(row.event()));
        assertThat(row.others())
                .isNotEmpty()
                .allSatisfy(other -> assertThat(kept(row.event(), other)).containsExactly(row.event(), other));
    }

    @Test
    void every_kind_has_its_row_and_no_two_events_of_a_customer_share_an_id() {
        List<DunningEvent> all = new ArrayList<>();
        table().forEach(row -> {
            all.add(row.event());
            all.addAll(row.others());
        });

        assertThat(table().map(row -> row.event().kind())).containsExactlyInAnyOrder(DunningEventKind.values());
        assertThat(all).extracting(DunningEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void what_nobody_names_is_the_first_of_its_day_and_content_unless_it_is_counted() {
        List<Recurring> unnamed = table().map(Identity::event)
                .filter(Recurring.class::isInstance)
                .map(Recurring.class::cast)
                .toList();

        assertThat(unnamed)
                .extracting(DunningEvent::kind)
                .containsExactlyInAnyOrder(
                        DunningEventKind.ACTION_POSTPONED,
                        DunningEventKind.SALES_ANSWERED,
                        DunningEventKind.CONTACT_CORRECTED,
                        DunningEventKind.INSOLVENCY_OPENED,
                        DunningEventKind.INSOLVENCY_CLOSED,
                        DunningEventKind.FILE_RECALLED);
        assertThat(unnamed).allSatisfy(event -> {
            assertThat(event.occurrence()).isEqualTo(1);
            assertThat(event.occurring(2).occurrence()).isEqualTo(2);
            assertThat(event.occurring(2).occurring(1)).isEqualTo(event);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> event.occurring(0))
                    .withMessageContaining("occurrence 0");
        });
    }

    private static List<DunningEvent> kept(DunningEvent... told) {
        return Cases.of(List.of(told)).events(CUSTOMER);
    }

    private static ActionAccepted accepted(ActionKey key, int day, String letter, Money claimed) {
        return new ActionAccepted(
                key,
                CUSTOMER,
                may(day),
                letter,
                "standard",
                StepKind.REMINDER,
                1,
                Channel.EMAIL,
                "reminder-courteous",
                claimed,
                Money.zero(claimed.currency()));
    }

    private static ActionSkipped skipped(ActionKey key, int day, String reason) {
        return new ActionSkipped(key, CUSTOMER, may(day), StepKind.REMINDER, 1, reason);
    }

    private static ActionPostponed postponed(ActionKey key, int day, int until, String reason) {
        return new ActionPostponed(key, CUSTOMER, may(day), may(until), reason);
    }

    private static SalesAnswered answered(ActionKey key, int day, boolean agreed, String note) {
        return new SalesAnswered(key, CUSTOMER, may(day), agreed, note);
    }

    private static CallMade called(String id, int day, CallOutcome outcome) {
        return new CallMade(id, CUSTOMER, may(day), List.of(F1), outcome, "");
    }

    private static HoldSet held(String id, int until, HoldReason reason) {
        return new HoldSet(id, CUSTOMER, may(4), List.of(F1), may(until), reason, "");
    }

    private static PlanOffered offered(String id, int until) {
        return new PlanOffered(id, CUSTOMER, may(4), List.of(F1), List.of(Instalment.of(may(20), SOME)), may(until));
    }
}
