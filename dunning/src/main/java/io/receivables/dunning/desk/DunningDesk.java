package io.receivables.dunning.desk;

import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.CallOutcome;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.CallMade;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.cases.LetterState.Status;
import io.receivables.dunning.desk.DunningJournal.Outcome;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where proposals become real: letters are accepted, sent and followed up, calls are reported, holds are set, payment
 * plans are offered. All of it is kept in a journal; the desk itself remembers nothing, so any number of desks may work
 * over one journal, and one that broke off is replaced by the next.
 *
 * <ul>
 *   <li>{@link #accept} puts letters of a plan into the outbox, each action once, however many runners propose it.
 *   <li>{@link #dispatch} sends what is in the outbox, after a look at what has been paid meanwhile.
 *   <li>{@link #resume} finds out what became of letters when a dispatch broke off.
 *   <li>{@link #record} takes what people decide; {@link #called}, {@link #delivered} and others what happened.
 * </ul>
 *
 * <p>What does not fit what the journal says is refused with a reason; what it says already does no harm.
 */
public final class DunningDesk {
    private final DunningJournal journal;
    private final Scribe scribe;
    private final PolicyIndex policies;

    private DunningDesk(DunningJournal journal, Policies policies) {
        this.journal = journal;
        this.scribe = new Scribe(journal);
        this.policies = new PolicyIndex(policies);
    }

    /**
     * A desk over a journal.
     *
     * @param policies those of the runs; they tell how often sending is tried
     */
    public static DunningDesk over(DunningJournal journal, Policies policies) {
        return new DunningDesk(journal, policies);
    }

    // ---- approval

    /** {@link #accept(DunningPlan, Approval)} of everything. */
    public Acceptance accept(DunningPlan plan) {
        return accept(plan, Approval.all());
    }

    /**
     * Accepts letters of a plan as somebody decided. What is decided about one customer is recorded whole or not at all,
     * and not at all if the customer changed since the plan was made. Accepted again, after a crash or by another runner,
     * it changes nothing.
     *
     * @throws IllegalArgumentException if the approval is about what the plan does not propose, or if the run of a later
     *     date was accepted already
     */
    public Acceptance accept(DunningPlan plan, Approval approval) {
        approval.check(plan);
        journal.ranOn(plan.date());
        Map<String, List<Letter>> letters = group(plan.letters(), Letter::customerId);
        Map<String, List<LadderRestarted>> restarts = group(plan.restarts(), LadderRestarted::customerId);
        Map<Outcome, List<Letter>> results = new LinkedHashMap<>();
        letters.forEach((customerId, ofCustomer) -> {
            List<DunningEvent> events = new ArrayList<>(restarts.getOrDefault(customerId, List.of()));
            ofCustomer.forEach(letter -> events.addAll(approval.events(letter)));
            Outcome outcome = journal.append(customerId, ofCustomer.get(0).version(), events);
            results.computeIfAbsent(outcome, each -> new ArrayList<>())
                    .addAll(concerned(ofCustomer, approval, outcome));
        });
        restarts.forEach((customerId, ofCustomer) -> {
            if (!letters.containsKey(customerId)) {
                scribe.write(customerId, file -> Ruling.of(ofCustomer));
            }
        });
        return new Acceptance(
                results.getOrDefault(Outcome.APPENDED, List.of()),
                results.getOrDefault(Outcome.KNOWN, List.of()),
                results.getOrDefault(Outcome.CONFLICT, List.of()));
    }

    /** The letters that go out; of those that could not be recorded, also those about which anything was decided. */
    private static List<Letter> concerned(List<Letter> letters, Approval approval, Outcome outcome) {
        return letters.stream()
                .filter(letter -> !approval.events(letter).isEmpty())
                .flatMap(letter -> {
                    Optional<Letter> edited = approval.edited(letter);
                    return outcome == Outcome.CONFLICT
                            ? edited.or(() -> Optional.of(letter)).stream()
                            : edited.stream();
                })
                .toList();
    }

    private static <T> Map<String, List<T>> group(List<T> all, Function<T, String> customerId) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        all.forEach(each -> groups.computeIfAbsent(customerId.apply(each), id -> new ArrayList<>())
                .add(each));
        return groups;
    }

    /**
     * Notes that the sales representatives of customers are asked about the actions that wait for them.
     *
     * @return the questions to put to them, each once
     */
    public List<SalesAsked> askSales(DunningPlan plan, Ledger ledger) {
        List<SalesAsked> asked = new ArrayList<>();
        for (DunningAction action : plan.questions()) {
            String whom = ledger.customer(action.customerId())
                    .flatMap(customer -> customer.attribute(Customer.SALES_REPRESENTATIVE))
                    .orElse("");
            SalesAsked question = new SalesAsked(action.key(), action.customerId(), plan.date(), whom);
            Recorded recorded = scribe.write(action.customerId(), file -> Ruling.of(question));
            if (recorded.kind() == Recorded.Kind.RECORDED) {
                asked.add(question);
            }
        }
        return asked;
    }

    // ---- the outbox

    /**
     * Sends every letter that waits, once; those that failed before are tried again, as often as their policy says. A
     * letter of which anything may no longer be asked for is withdrawn whole, and the next run proposes the rest. Letters
     * whose sending began and has no outcome are left alone: {@link #resume}.
     *
     * <p>A sender that throws leaves its letter in doubt, and the others go out. Several dispatches at once share the
     * letters among them.
     *
     * @param log the ledger and what customers promised, as known now
     * @param options those of a run of the day of sending
     */
    public Dispatch dispatch(LetterSender sender, CollectionLog log, DunningOptions options) {
        return new Outbox(journal, policies, sender, options.date()).send(log, options);
    }

    /**
     * Asks the sender about every letter whose sending began and has no outcome, after a crash. What was not sent is sent
     * by the next {@link #dispatch}; what nobody knows is reported, for {@link #resolve}.
     *
     * <p>Only to be called while no dispatch is at work, such as when an application starts: a letter that is just being
     * sent looks as if it never was, and would be given back to the outbox.
     */
    public Dispatch resume(LetterSender sender, LocalDate date) {
        return new Outbox(journal, policies, sender, date).resume();
    }

    /** A person found out whether a letter in doubt went out. */
    public Recorded resolve(String letterId, boolean wasSent, LocalDate date) {
        return onLetter(letterId, letter -> {
            DunningEvent event = wasSent
                    ? new LetterSent(letterId, letter.customerId(), date, attempt(letter), "")
                    : failed(letter, "not sent, as somebody found out", false, date);
            boolean isInDoubt = letter.status() == Status.SENDING;
            return Ruling.of(event)
                    .unless(
                            !isInDoubt,
                            DeskProblem.LETTER_NOT_IN_DOUBT,
                            "id",
                            letterId,
                            "status",
                            letter.status().code());
        });
    }

    /**
     * A letter reached the customer.
     *
     * @param how such as "delivered", "opened", "signed for"
     */
    public Recorded delivered(String letterId, String how, LocalDate date) {
        return onLetter(
                letterId,
                letter -> Ruling.of(new LetterAcknowledged(letterId, letter.customerId(), date, how))
                        .unless(letter.attempts() == 0, DeskProblem.LETTER_NOT_SENT, "id", letterId));
    }

    /**
     * A letter came back. Unless that is for good, it is sent anew as long as there are attempts left. Each sending comes
     * back once, however often and however late that is told.
     *
     * @param key which sending it was: {@link OutgoingLetter#key()}
     * @param permanent whether it is pointless to try again: the address does not exist
     */
    public Recorded cameBack(String key, String reason, boolean permanent, LocalDate date) {
        return SendingKey.parse(key, journal)
                .map(sending -> onLetter(
                        sending.letterId(), (letter, file) -> cameBack(sending, letter, file, reason, permanent, date)))
                .orElseGet(() -> Recorded.refused(DeskProblem.UNKNOWN_LETTER, "id", key));
    }

    private Ruling cameBack(
            SendingKey sending,
            LetterState letter,
            CustomerFile file,
            String reason,
            boolean permanent,
            LocalDate date) {
        List<LetterFailed> returns = file.returns(sending.letterId());
        if (sending.returns() < returns.size()) {
            return Ruling.of(returns.get(sending.returns()));
        }
        if (sending.returns() > returns.size() || !file.isBegun(sending.letterId())) {
            return Ruling.refused(DeskProblem.LETTER_NOT_SENT, "id", sending);
        }
        LetterFailed failed = failed(letter, reason, permanent, date);
        // what comes back went out, even if that was not recorded yet
        LetterSent sent = new LetterSent(sending.letterId(), letter.customerId(), date, failed.attempt(), "");
        return (letter.status() == Status.SENDING ? Ruling.of(sent, failed) : Ruling.of(failed))
                .unless(letter.status() == Status.ACKNOWLEDGED, DeskProblem.LETTER_REACHED, "id", sending);
    }

    private LetterFailed failed(LetterState letter, String reason, boolean permanent, LocalDate date) {
        boolean last = permanent || letter.attempts() >= policies.attempts(letter);
        return new LetterFailed(letter.letterId(), letter.customerId(), date, attempt(letter), reason, last);
    }

    private static int attempt(LetterState letter) {
        return Math.max(1, letter.attempts());
    }

    private Recorded onLetter(String letterId, Function<LetterState, Ruling> rule) {
        return onLetter(letterId, (letter, file) -> rule.apply(letter));
    }

    private Recorded onLetter(String letterId, BiFunction<LetterState, CustomerFile, Ruling> rule) {
        return journal.customerOfLetter(letterId)
                .map(customerId -> scribe.write(customerId, file -> rule.apply(file.letter(letterId), file)))
                .orElseGet(() -> Recorded.refused(DeskProblem.UNKNOWN_LETTER, "id", letterId));
    }

    // ---- people

    /**
     * Somebody called a customer as a phone task asked. Who was reached has been dunned; who was not is called again, as
     * often as the policy says; a wrong number waits for {@link DunningEvent.ContactCorrected}. A promise is about the
     * items of the task and has the call's id, as has a dispute.
     */
    public Recorded called(String letterId, Call call) {
        Optional<String> customerId = journal.customerOfLetter(letterId);
        if (customerId.isEmpty()) {
            return Recorded.refused(DeskProblem.UNKNOWN_LETTER, "id", letterId);
        }
        CustomerFile read = CustomerFile.read(journal, customerId.get());
        List<ItemReference> items = read.letter(letterId).actions().stream()
                .map(action -> action.key().item())
                .toList();
        CallMade made = made(customerId.get(), items, call);
        Recorded recorded = scribe.write(customerId.get(), file -> {
            List<DunningEvent> events = new ArrayList<>(List.of(made));
            LetterState task = file.letter(letterId);
            boolean waits = task.status() == Status.ACCEPTED || task.status() == Status.FAILED;
            // a call that is told again is no further attempt
            if (waits && file.recorded(made).isEmpty()) {
                events.addAll(outcome(task, call));
            }
            return Ruling.of(events);
        });
        return withFacts(recorded, made, call);
    }

    /** Somebody spoke to a customer without a task, or the customer called. */
    public Recorded called(String customerId, List<ItemReference> items, Call call) {
        CallMade made = made(customerId, items, call);
        return withFacts(scribe.write(customerId, file -> Ruling.of(made)), made, call);
    }

    private static CallMade made(String customerId, List<ItemReference> items, Call call) {
        return new CallMade(call.id(), customerId, call.date(), items, call.outcome(), call.note());
    }

    private List<DunningEvent> outcome(LetterState task, Call call) {
        String id = task.letterId();
        String customerId = task.customerId();
        int attempt = task.attempts() + 1;
        DunningEvent ended;
        if (call.outcome().reachedCustomer()) {
            ended = new LetterSent(id, customerId, call.date(), attempt, call.id());
        } else {
            boolean last = call.outcome() == CallOutcome.WRONG_NUMBER || attempt >= policies.attempts(task);
            ended = new LetterFailed(
                    id, customerId, call.date(), attempt, call.outcome().code(), last);
        }
        return List.of(new LetterSending(id, customerId, call.date(), attempt), ended);
    }

    private static Recorded withFacts(Recorded recorded, CallMade made, Call call) {
        if (!recorded.isRecorded()) {
            return recorded;
        }
        return switch (call.outcome()) {
            case PROMISED -> recorded.with(promise(made, call));
            case DISPUTED -> recorded.with(dispute(call));
            case REACHED, NO_ANSWER, WRONG_NUMBER -> recorded;
        };
    }

    private static PromiseToPay promise(CallMade made, Call call) {
        Money amount = call.amount().orElseThrow();
        LocalDate payBy = call.payBy().orElseThrow();
        return PromiseToPay.of(call.id(), made.customerId(), call.date(), amount, payBy)
                .on(made.items());
    }

    private static Dispute dispute(Call call) {
        Dispute whole = Dispute.of(call.id(), call.documentId().orElseThrow(), call.date())
                .because(call.note());
        return call.amount().map(whole::over).orElse(whole);
    }

    /**
     * Records what people decided or found out: holds and their release, insolvency, corrected contacts, answers of
     * sales, skipped and postponed actions, rejected debits, recoveries, recalled files, payment plans offered and
     * declined.
     *
     * <p>An event told again is known. Of those that nobody names ({@link DunningEvent.Recurring}), one is told again when
     * it says what was said last about its matter on its day; the desk gives it its occurrence.
     *
     * @throws IllegalArgumentException if the event is one that only {@link #accept}, {@link #dispatch} and the like write
     */
    public Recorded record(DunningEvent event) {
        return scribe.write(event.customerId(), file -> HouseRules.on(event, file));
    }

    // ---- negotiation

    /**
     * The customer agrees to a plan that was offered, on a day up to its last: the payment plan of the offer's id follows,
     * for the host to add to its facts of collecting. From then on that plan suspends, and the offer no longer does. Told
     * again, also on a later day, the same plan follows.
     */
    public Recorded agreePlan(String customerId, String offerId, LocalDate date) {
        Recorded recorded = scribe.write(customerId, file -> Offers.agreed(file, offerId, date));
        return recorded.isRecorded()
                ? recorded.with(Offers.plan(CustomerFile.read(journal, customerId), offerId))
                : recorded;
    }
}
