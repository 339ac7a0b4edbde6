package io.receivables.core.collection;

import io.receivables.core.Loaded;
import io.receivables.core.Problem;
import io.receivables.core.internal.Checks;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All facts of a collection beside the ledger that they are about; immutable. Facts tell what was promised, agreed and
 * sent; the ledger decides what came of it, as of any date:
 *
 * <ul>
 *   <li>{@link #promises} and {@link #plans}: kept or broken. Only money counts, credit notes and write-offs do not, and
 *       money that went back counts no longer.
 *   <li>{@link #creditPositions} and {@link #holds}: who owes more than their limit, who is on hold.
 *   <li>{@link #reminders}: what was sent.
 * </ul>
 *
 * <p>An answer as of D depends on facts dated D or earlier only, of the log and of the ledger, and not on the order in
 * which they were given. {@link #knownOn} leaves out what became known later.
 */
public final class CollectionLog {
    private static final int SHOWN = 5;

    private final Ledger ledger;
    private final List<CollectionFact> facts;
    private final Map<Cancellation.Target, Map<String, CollectionCheck.Ended>> ended;

    private CollectionLog(Ledger ledger, CollectionCheck check) {
        this.ledger = ledger;
        this.facts = check.kept();
        this.ended = check.ended();
    }

    /** The log of all facts that fit the ledger, with a problem for every one that does not and for what deserves a look. */
    public static Loaded<CollectionLog> load(Ledger ledger, Iterable<? extends CollectionFact> facts) {
        CollectionCheck check = new CollectionCheck(ledger, facts);
        return new Loaded<>(new CollectionLog(ledger, check), check.problems());
    }

    /**
     * The log of facts.
     *
     * @throws IllegalArgumentException if any fact does not fit the ledger; {@link #load} keeps the others
     */
    public static CollectionLog of(Ledger ledger, Iterable<? extends CollectionFact> facts) {
        Loaded<CollectionLog> loaded = load(ledger, facts);
        List<Problem> errors = loaded.errors();
        Checks.that(
                errors.isEmpty(),
                () -> errors.size() + " of the facts do not fit the ledger: "
                        + errors.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("; "))
                        + (errors.size() > SHOWN ? "; …" : ""));
        return loaded.value();
    }

    public Ledger ledger() {
        return ledger;
    }

    /** The facts, by date; those of one day by kind and id. */
    public List<CollectionFact> facts() {
        return facts;
    }

    /** This log and its ledger as they were known at the end of a day: what was recorded later is left out. */
    public CollectionLog knownOn(LocalDate day) {
        List<CollectionFact> known =
                facts.stream().filter(fact -> !fact.recordedOn().isAfter(day)).toList();
        return load(ledger.knownOn(day), known).value();
    }

    /**
     * The promises made by the as-of date, in order of date and id, and how they stand.
     *
     * <p>What counts for a promise about items is the cash applied to them from the day of the promise to its deadline;
     * for one about a whole account, the payments of the customer on those days in the promise's currency. Money counts
     * once among promises of items, and once among those of accounts: it goes to the promise that is due first, of those
     * to the one about the fewest items, then to the older one.
     */
    public List<PromiseState> promises(CollectionOptions options) {
        return new PromiseBook(this, options).states();
    }

    /**
     * The payment plans agreed by the as-of date, in order of date and id, and how they stand. What counts is the cash
     * applied to a plan's items from the day of the agreement on; it pays the instalments in their order.
     */
    public List<PlanState> plans(CollectionOptions options) {
        return new PlanBook(this, options).states();
    }

    /**
     * The exposure of every customer with a limit at the end of a day, by customer and currency. Of limits of one day the
     * one that became known last applies, then the one of the greater id.
     */
    public List<CreditPosition> creditPositions(LocalDate asOf) {
        return CreditBook.positions(this, asOf);
    }

    /** The credit holds that were in force at the end of a day, in order of date and id. */
    public List<CreditHold> holds(LocalDate asOf) {
        return by(asOf, CreditHold.class).stream()
                .filter(hold -> !isCancelled(Cancellation.Target.HOLD, hold.id(), asOf))
                .toList();
    }

    /** The reminders sent by the end of a day, in order of date and id. */
    public List<ReminderSent> reminders(LocalDate asOf) {
        return by(asOf, ReminderSent.class);
    }

    /** The facts of a type that are dated up to a day. */
    <F extends CollectionFact> List<F> by(LocalDate asOf, Class<F> type) {
        return facts.stream()
                .takeWhile(fact -> !fact.date().isAfter(asOf))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private boolean isCancelled(Cancellation.Target target, String id, LocalDate asOf) {
        return !cancelledFrom(target, id).isAfter(asOf);
    }

    /** The day from which something is over; far away where it is not cancelled. */
    LocalDate cancelledFrom(Cancellation.Target target, String id) {
        CollectionCheck.Ended end = ended.getOrDefault(target, Map.of()).get(id);
        return end == null ? LocalDate.MAX : end.from();
    }

    @Override
    public String toString() {
        return "CollectionLog[facts=" + facts.size() + ", " + ledger + "]";
    }
}
