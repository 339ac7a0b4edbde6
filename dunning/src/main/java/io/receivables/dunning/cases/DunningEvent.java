package io.receivables.dunning.cases;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.internal.Checks;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Something that happened in dunning and that nobody else records: what was decided, sent, answered, held. Events are kept
 * in a journal, by customer and in the order in which they were recorded, and never changed. Payments, credit notes,
 * disputes and write-offs are facts of the ledger, promises and plans facts of a collection: they are read there.
 *
 * <p>An event of an {@link #id()} that the journal has already says nothing new, so it does no harm to tell it twice. Most
 * ids are made of what names the happening: a letter and its attempt, a call, a hold, an offer. What nobody names is {@link
 * Recurring}.
 */
public sealed interface DunningEvent {
    DunningEventKind kind();

    /** Unique among the events of a customer, and the same however often the event is told. */
    String id();

    String customerId();

    /** The business day on which it happened. */
    LocalDate date();

    /**
     * An event that nobody gives a name, so that its id is made of its day and content: a mind that is changed, a contact
     * that is corrected. It may be so, be otherwise, and be so again within one day; then its occurrence tells the two
     * apart. A desk counts occurrences.
     */
    sealed interface Recurring extends DunningEvent {
        /** The occurrence of an event before which its day had none of its content. */
        int FIRST = 1;

        /** Which of the events of its day and content it is, from {@link #FIRST}. */
        int occurrence();

        /** This event as a certain one of those of its day and content. */
        Recurring occurring(int occurrence);
    }

    /** An event about a letter. */
    sealed interface OfLetter extends DunningEvent {
        /** The letter's id. */
        String letterId();
    }

    // ---- actions

    /**
     * An action that a run proposed is to be taken, within a letter.
     *
     * @param date the run's date
     * @param claimed what the customer is asked to pay
     * @param fee what the action costs the customer; of several actions of one letter and level, the first bears it
     * @param note what somebody adds to the letter's own words; empty for nothing
     */
    record ActionAccepted(
            ActionKey key,
            String customerId,
            LocalDate date,
            String letterId,
            String policyId,
            StepKind step,
            int level,
            Channel channel,
            String template,
            Money claimed,
            Money fee,
            String note)
            implements OfLetter {
        public ActionAccepted {
            check(customerId, date);
            Objects.requireNonNull(key, "key");
            Checks.id(letterId, "letter id");
            Checks.id(policyId, "policy id");
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(channel, "channel");
            Checks.id(template, "template");
            Objects.requireNonNull(claimed, "claimed");
            Objects.requireNonNull(fee, "fee");
            Objects.requireNonNull(note, "note");
        }

        /** An action to which nobody adds a word. */
        public ActionAccepted(
                ActionKey key,
                String customerId,
                LocalDate date,
                String letterId,
                String policyId,
                StepKind step,
                int level,
                Channel channel,
                String template,
                Money claimed,
                Money fee) {
            this(key, customerId, date, letterId, policyId, step, level, channel, template, claimed, fee, "");
        }

        /** This action with words of somebody for its letter. */
        public ActionAccepted noting(String note) {
            return new ActionAccepted(
                    key, customerId, date, letterId, policyId, step, level, channel, template, claimed, fee, note);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.ACTION_ACCEPTED;
        }

        @Override
        public String id() {
            return "accepted " + key + " " + letterId;
        }
    }

    /** A step is passed over: it counts as taken, and nothing is sent. */
    record ActionSkipped(ActionKey key, String customerId, LocalDate date, StepKind step, int level, String reason)
            implements DunningEvent {
        public ActionSkipped {
            check(customerId, date);
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.ACTION_SKIPPED;
        }

        @Override
        public String id() {
            return "skipped " + key;
        }
    }

    /**
     * A step waits.
     *
     * @param until the last day on which it is not taken
     */
    record ActionPostponed(
            ActionKey key, String customerId, LocalDate date, LocalDate until, String reason, int occurrence)
            implements Recurring {
        public ActionPostponed {
            check(customerId, date);
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(reason, "reason");
            checkOccurrence(occurrence);
        }

        /** The first of its day and content. */
        public ActionPostponed(ActionKey key, String customerId, LocalDate date, LocalDate until, String reason) {
            this(key, customerId, date, until, reason, FIRST);
        }

        @Override
        public ActionPostponed occurring(int occurrence) {
            return new ActionPostponed(key, customerId, date, until, reason, occurrence);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.ACTION_POSTPONED;
        }

        @Override
        public String id() {
            return occurrenceOf("postponed " + key + " " + date + " " + until, occurrence);
        }
    }

    // ---- letters

    /** Sending begins. Without an outcome after it, nobody knows whether the letter went out. */
    record LetterSending(String letterId, String customerId, LocalDate date, int attempt) implements OfLetter {
        public LetterSending {
            check(customerId, date);
            checkLetter(letterId, attempt);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.LETTER_SENDING;
        }

        @Override
        public String id() {
            return "sending " + letterId + " " + attempt;
        }
    }

    /**
     * A letter went out.
     *
     * @param receipt what the sender gave as a proof; empty when nothing
     */
    record LetterSent(String letterId, String customerId, LocalDate date, int attempt, String receipt)
            implements OfLetter {
        public LetterSent {
            check(customerId, date);
            checkLetter(letterId, attempt);
            Objects.requireNonNull(receipt, "receipt");
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.LETTER_SENT;
        }

        @Override
        public String id() {
            return "sent " + letterId + " " + attempt;
        }
    }

    /**
     * A letter did not go out, or came back.
     *
     * @param last whether it is pointless to try again
     */
    record LetterFailed(String letterId, String customerId, LocalDate date, int attempt, String reason, boolean last)
            implements OfLetter {
        public LetterFailed {
            check(customerId, date);
            checkLetter(letterId, attempt);
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.LETTER_FAILED;
        }

        @Override
        public String id() {
            return "failed " + letterId + " " + attempt;
        }
    }

    /** A letter that did not go out never will: what it asks for is no longer owed. Its actions were not taken. */
    record LetterWithdrawn(String letterId, String customerId, LocalDate date, String reason) implements OfLetter {
        public LetterWithdrawn {
            check(customerId, date);
            Checks.id(letterId, "letter id");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.LETTER_WITHDRAWN;
        }

        @Override
        public String id() {
            return "withdrawn " + letterId;
        }
    }

    /**
     * A letter reached the customer.
     *
     * @param how such as "delivered", "opened", "signed for"
     */
    record LetterAcknowledged(String letterId, String customerId, LocalDate date, String how) implements OfLetter {
        public LetterAcknowledged {
            check(customerId, date);
            Checks.id(letterId, "letter id");
            Checks.id(how, "how");
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.LETTER_ACKNOWLEDGED;
        }

        @Override
        public String id() {
            return "acknowledged " + letterId + " " + how;
        }
    }

    // ---- people

    /** The customer's sales representative was asked about an action. */
    record SalesAsked(ActionKey key, String customerId, LocalDate date, String whom) implements DunningEvent {
        public SalesAsked {
            check(customerId, date);
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(whom, "whom");
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.SALES_ASKED;
        }

        @Override
        public String id() {
            return "asked " + key;
        }
    }

    /** The sales representative said yes or no; the last answer counts. */
    record SalesAnswered(ActionKey key, String customerId, LocalDate date, boolean agreed, String note, int occurrence)
            implements Recurring {
        public SalesAnswered {
            check(customerId, date);
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(note, "note");
            checkOccurrence(occurrence);
        }

        /** The first of its day and content. */
        public SalesAnswered(ActionKey key, String customerId, LocalDate date, boolean agreed, String note) {
            this(key, customerId, date, agreed, note, FIRST);
        }

        @Override
        public SalesAnswered occurring(int occurrence) {
            return new SalesAnswered(key, customerId, date, agreed, note, occurrence);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.SALES_ANSWERED;
        }

        @Override
        public String id() {
            return occurrenceOf("answered " + key + " " + date + " " + agreed, occurrence);
        }
    }

    /** Somebody called the customer about items. */
    record CallMade(
            String callId,
            String customerId,
            LocalDate date,
            List<ItemReference> items,
            CallOutcome outcome,
            String note)
            implements DunningEvent {
        public CallMade {
            Checks.id(callId, "call id");
            check(customerId, date);
            items = List.copyOf(items);
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(note, "note");
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.CALL_MADE;
        }

        @Override
        public String id() {
            return "call " + callId;
        }
    }

    /** Addresses or numbers of the customer were put right: what could not be delivered is tried again. */
    record ContactCorrected(String customerId, LocalDate date, int occurrence) implements Recurring {
        public ContactCorrected {
            check(customerId, date);
            checkOccurrence(occurrence);
        }

        /** The first of its day. */
        public ContactCorrected(String customerId, LocalDate date) {
            this(customerId, date, FIRST);
        }

        @Override
        public ContactCorrected occurring(int occurrence) {
            return new ContactCorrected(customerId, date, occurrence);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.CONTACT_CORRECTED;
        }

        @Override
        public String id() {
            return occurrenceOf("contact " + date, occurrence);
        }
    }

    // ---- suspensions

    /**
     * Dunning waits, and goes on by itself.
     *
     * @param items what is not dunned; empty for everything of the customer
     * @param until the last day without an action
     */
    record HoldSet(
            String holdId,
            String customerId,
            LocalDate date,
            List<ItemReference> items,
            LocalDate until,
            HoldReason reason,
            String note)
            implements DunningEvent {
        public HoldSet {
            Checks.id(holdId, "hold id");
            check(customerId, date);
            items = List.copyOf(items);
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(note, "note");
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.HOLD_SET;
        }

        @Override
        public String id() {
            return "hold " + holdId;
        }
    }

    /** A hold is over before its day. */
    record HoldReleased(String holdId, String customerId, LocalDate date) implements DunningEvent {
        public HoldReleased {
            Checks.id(holdId, "hold id");
            check(customerId, date);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.HOLD_RELEASED;
        }

        @Override
        public String id() {
            return "released " + holdId;
        }
    }

    /** Insolvency proceedings were opened over the customer: nothing is dunned any more. */
    record InsolvencyOpened(String customerId, LocalDate date, String note, int occurrence) implements Recurring {
        public InsolvencyOpened {
            check(customerId, date);
            Objects.requireNonNull(note, "note");
            checkOccurrence(occurrence);
        }

        /** The first of its day. */
        public InsolvencyOpened(String customerId, LocalDate date, String note) {
            this(customerId, date, note, FIRST);
        }

        @Override
        public InsolvencyOpened occurring(int occurrence) {
            return new InsolvencyOpened(customerId, date, note, occurrence);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.INSOLVENCY_OPENED;
        }

        @Override
        public String id() {
            return occurrenceOf("insolvency " + date, occurrence);
        }
    }

    /** The proceedings are over, and the customer may be dunned again. */
    record InsolvencyClosed(String customerId, LocalDate date, String note, int occurrence) implements Recurring {
        public InsolvencyClosed {
            check(customerId, date);
            Objects.requireNonNull(note, "note");
            checkOccurrence(occurrence);
        }

        /** The first of its day. */
        public InsolvencyClosed(String customerId, LocalDate date, String note) {
            this(customerId, date, note, FIRST);
        }

        @Override
        public InsolvencyClosed occurring(int occurrence) {
            return new InsolvencyClosed(customerId, date, note, occurrence);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.INSOLVENCY_CLOSED;
        }

        @Override
        public String id() {
            return occurrenceOf("insolvency closed " + date, occurrence);
        }
    }

    // ---- money

    /** A direct debit of an item was rejected before it was money. */
    record DebitRejected(String debitId, String customerId, LocalDate date, ItemReference item, String reason)
            implements DunningEvent {
        public DebitRejected {
            Checks.id(debitId, "debit id");
            check(customerId, date);
            checkInstalment(item);
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.DEBIT_REJECTED;
        }

        @Override
        public String id() {
            return "rejected " + debitId;
        }
    }

    /** Money came for an item that was written off. */
    record Recovered(String recoveryId, String customerId, LocalDate date, ItemReference item, Money amount)
            implements DunningEvent {
        public Recovered {
            Checks.id(recoveryId, "recovery id");
            check(customerId, date);
            checkInstalment(item);
            Objects.requireNonNull(amount, "amount");
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.RECOVERED;
        }

        @Override
        public String id() {
            return "recovered " + recoveryId;
        }
    }

    /** The ladder of an item begins anew, counted from the date. */
    record LadderRestarted(String customerId, LocalDate date, ItemReference item, int cycle) implements DunningEvent {
        public LadderRestarted {
            check(customerId, date);
            checkInstalment(item);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.LADDER_RESTARTED;
        }

        @Override
        public String id() {
            return "restarted " + item + " " + cycle;
        }
    }

    /** An item that was handed over is the seller's own again. */
    record FileRecalled(String customerId, LocalDate date, ItemReference item, String reason, int occurrence)
            implements Recurring {
        public FileRecalled {
            check(customerId, date);
            checkInstalment(item);
            Objects.requireNonNull(reason, "reason");
            checkOccurrence(occurrence);
        }

        /** The first of its day. */
        public FileRecalled(String customerId, LocalDate date, ItemReference item, String reason) {
            this(customerId, date, item, reason, FIRST);
        }

        @Override
        public FileRecalled occurring(int occurrence) {
            return new FileRecalled(customerId, date, item, reason, occurrence);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.FILE_RECALLED;
        }

        @Override
        public String id() {
            return occurrenceOf("recalled " + item + " " + date, occurrence);
        }
    }

    // ---- negotiation

    /**
     * A payment plan was offered.
     *
     * @param validUntil the last day on which the customer may accept; until then the items are not dunned
     */
    record PlanOffered(
            String offerId,
            String customerId,
            LocalDate date,
            List<ItemReference> items,
            List<Instalment> instalments,
            LocalDate validUntil)
            implements DunningEvent {
        public PlanOffered {
            Checks.id(offerId, "offer id");
            check(customerId, date);
            items = List.copyOf(items);
            String id = offerId;
            Checks.that(!items.isEmpty(), () -> "offer " + id + " of a plan is about no item: name what is to be paid");
            instalments = List.copyOf(instalments);
            Objects.requireNonNull(validUntil, "validUntil");
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.PLAN_OFFERED;
        }

        @Override
        public String id() {
            return "offered " + offerId;
        }
    }

    /**
     * The customer agreed to the plan that was offered. From then on the offer suspends no longer; the {@link
     * io.receivables.core.collection.PaymentPlan} that follows does.
     */
    record PlanAgreed(String offerId, String customerId, LocalDate date) implements DunningEvent {
        public PlanAgreed {
            Checks.id(offerId, "offer id");
            check(customerId, date);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.PLAN_AGREED;
        }

        @Override
        public String id() {
            return "agreed " + offerId;
        }
    }

    /** The customer does not want the plan that was offered. */
    record PlanDeclined(String offerId, String customerId, LocalDate date) implements DunningEvent {
        public PlanDeclined {
            Checks.id(offerId, "offer id");
            check(customerId, date);
        }

        @Override
        public DunningEventKind kind() {
            return DunningEventKind.PLAN_DECLINED;
        }

        @Override
        public String id() {
            return "declined " + offerId;
        }
    }

    private static void check(String customerId, LocalDate date) {
        Checks.id(customerId, "customer id");
        Objects.requireNonNull(date, "date");
    }

    private static void checkOccurrence(int occurrence) {
        Checks.that(
                occurrence >= Recurring.FIRST,
                () -> "occurrence " + occurrence + " of an event is below " + Recurring.FIRST);
    }

    private static String occurrenceOf(String happening, int occurrence) {
        return occurrence == Recurring.FIRST ? happening : happening + " " + occurrence;
    }

    private static void checkInstalment(ItemReference item) {
        Objects.requireNonNull(item, "item");
        Checks.that(
                item.instalment() != ItemReference.ALL_INSTALMENTS,
                () -> "item " + item + " names no instalment: give its number");
    }

    private static void checkLetter(String letterId, int attempt) {
        Checks.id(letterId, "letter id");
        Checks.that(attempt >= 1, () -> "attempt " + attempt + " of letter " + letterId + " is below 1");
    }
}
