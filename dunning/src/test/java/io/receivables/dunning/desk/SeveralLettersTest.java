package io.receivables.dunning.desk;

import static io.receivables.dunning.desk.DeskFixture.DUE;
import static io.receivables.dunning.desk.DeskFixture.MONDAY;
import static io.receivables.dunning.desk.DeskFixture.POLICY;
import static io.receivables.dunning.desk.DeskFixture.cad;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.Policies;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of one letter of a customer stands against no other one in the same dispatch. */
class SeveralLettersTest {
    private static final DunningPolicy BY_INVOICE = POLICY.grouped(Grouping.PER_INVOICE);

    private final DeskFixture office = DeskFixture.of(BY_INVOICE);

    private static boolean isAbout(OutgoingLetter letter, String documentId) {
        return letter.items().get(0).action().key().item().documentId().equals(documentId);
    }

    /** The letters to A about F-1 and F-2. */
    private static List<Letter> accepted(DeskFixture office) {
        List<Letter> letters = office.accept(MONDAY).accepted().stream()
                .filter(letter -> letter.customerId().equals("A"))
                .toList();
        assertThat(letters).hasSize(2);
        return letters;
    }

    @Test
    void all_letters_to_a_customer_go_out_at_once() {
        accepted(office);

        assertThat(office.dispatch(MONDAY).sent()).hasSize(4);
    }

    @Test
    void the_other_letter_goes_out_where_one_is_withdrawn() {
        List<Letter> letters = accepted(office);
        office.pays("F-1", "A", "100.00", MONDAY);

        Dispatch dispatch = office.dispatch(MONDAY);

        assertThat(dispatch.withdrawn()).containsOnlyKeys(letters.get(0).id());
        assertThat(dispatch.sent()).hasSize(3).contains(letters.get(1).id());
    }

    @Test
    void the_other_letter_goes_out_where_one_is_in_doubt() {
        List<Letter> letters = accepted(office);
        Dispatch first = office.dispatch(
                letter -> isAbout(letter, "F-1") ? SendOutcome.unknown("timeout") : SendOutcome.notSent("full"),
                MONDAY);
        assertThat(first.inDoubt()).containsOnlyKeys(letters.get(0).id());

        Dispatch second = office.dispatch(MONDAY);

        assertThat(second.inDoubt())
                .containsExactly(Map.entry(letters.get(0).id(), "attempt 1 began and has no outcome"));
        assertThat(second.sent()).hasSize(3).contains(letters.get(1).id());
    }

    @Test
    void a_letter_that_failed_is_no_attempt_of_the_other_one() {
        List<Letter> letters = accepted(office);

        office.dispatch(
                letter -> isAbout(letter, "F-1") ? SendOutcome.notSent("full") : SendOutcome.sent("receipt"), MONDAY);

        assertThat(office.journal.events("A"))
                .last()
                .isEqualTo(new LetterSent(letters.get(1).id(), "A", MONDAY, 1, "receipt"));
    }

    @Test
    void all_calls_to_a_customer_are_handed_out_at_once() {
        DeskFixture phone = DeskFixture.of(
                BY_INVOICE.withSteps(List.of(DunningStep.reminder(1, 3).by(Channel.PHONE))));
        List<Letter> calls = accepted(phone);

        assertThat(phone.dispatch(MONDAY).calls())
                .extracting(OutgoingLetter::letterId)
                .hasSize(4)
                .contains(calls.get(0).id(), calls.get(1).id());
    }

    // ---- account groups

    @Test
    void a_hold_of_a_branch_withdraws_the_letter_to_the_head_office() {
        Policies policies = Policies.of(POLICY.grouped(Grouping.PER_ACCOUNT_GROUP));
        InMemoryJournal journal = new InMemoryJournal();
        DunningDesk desk = DunningDesk.over(journal, policies);
        Ledger ledger = Ledger.builder()
                .customers(List.of(
                        Customer.of("HEAD").inGroup("Brico"),
                        Customer.of("BRANCH").inGroup("Brico")))
                .facts(List.of(
                        Invoice.of("F-1", "HEAD", DUE.minusDays(30), cad("100.00"))
                                .dueOn(DUE),
                        Invoice.of("F-2", "BRANCH", DUE.minusDays(30), cad("50.00"))
                                .dueOn(DUE)))
                .build();
        CollectionLog log = CollectionLog.of(ledger, List.of());
        DunningOptions options = DunningOptions.standard(MONDAY);
        Letter letter = desk.accept(DunningRun.plan(log, journal.cases(), policies, options))
                .accepted()
                .get(0);
        assertThat(letter.actions()).hasSize(2);
        String other = letter.customerId().equals("HEAD") ? "BRANCH" : "HEAD";
        desk.record(new HoldSet("H", other, MONDAY, List.of(), MONDAY.plusDays(5), HoldReason.MANUAL, "let me see"));

        Dispatch dispatch = desk.dispatch(new FakeSender(), log, options);

        assertThat(dispatch.sent()).isEmpty();
        assertThat(dispatch.withdrawn().get(letter.id())).startsWith("DUN-11");
    }
}
