package io.receivables.dunning.cases;

import io.receivables.core.Money;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands after its events: a stage, and beside it what suspends it; the stage survives whatever suspends.
 * Immutable. Days are epoch days ({@link java.time.LocalDate#toEpochDay()}), {@link #NEVER} where there is none.
 */
public final class CaseState {
    /** In place of a day: there is none. */
    public static final int NEVER = Integer.MIN_VALUE;

    /** Nothing has happened. */
    public static final CaseState INITIAL = new CaseState(new Fields());

    private final Stage stage;
    private final @Nullable Stage stoodAt;
    private final int level;
    private final int cycle;
    private final int anchorDay;
    private final int lastActionDay;
    private final @Nullable ActionAccepted pending;
    private final @Nullable Taken taken;
    private final int failures;
    private final int attempt;
    private final boolean undeliverable;
    private final Map<String, Integer> postponed;
    private final List<Hold> holds;
    private final Map<String, Integer> offers;
    private final Set<String> done;
    private final Map<String, Integer> rejectedDebits;
    private final Map<ActionKey, SalesReply> sales;
    private final Set<String> promises;
    private final Set<String> plans;
    private final boolean insolvent;
    private final @Nullable Money disputed;
    private final @Nullable Money writtenOff;
    private final @Nullable Money recovered;

    /** What sales said about an action, so far. */
    enum SalesReply {
        ASKED,
        AGREED,
        REFUSED
    }

    /**
     * The last action that went out, and where the case stood before it: a letter that comes back leads there.
     *
     * @param attempt the latest attempt of sending it that is known
     */
    record Taken(ActionAccepted action, Stage stage, int level, int lastActionDay, int attempt) {
        Taken attempted(int attempt) {
            return new Taken(action, stage, level, lastActionDay, Math.max(this.attempt, attempt));
        }
    }

    /** The parts of a state to be; collections are replaced, never changed. */
    static final class Fields {
        Stage stage = Stage.CURRENT;

        @Nullable Stage stoodAt;

        int level;
        int cycle;
        int anchorDay = NEVER;
        int lastActionDay = NEVER;

        @Nullable ActionAccepted pending;

        @Nullable Taken taken;

        int failures;
        int attempt;
        boolean undeliverable;
        Map<String, Integer> postponed = Map.of();
        List<Hold> holds = List.of();
        Map<String, Integer> offers = Map.of();
        Set<String> done = Set.of();
        Map<String, Integer> rejectedDebits = Map.of();
        Map<ActionKey, SalesReply> sales = Map.of();
        Set<String> promises = Set.of();
        Set<String> plans = Set.of();
        boolean insolvent;

        @Nullable Money disputed;

        @Nullable Money writtenOff;

        @Nullable Money recovered;

        Fields() {}

        Fields(CaseState state) {
            stage = state.stage;
            stoodAt = state.stoodAt;
            level = state.level;
            cycle = state.cycle;
            anchorDay = state.anchorDay;
            lastActionDay = state.lastActionDay;
            pending = state.pending;
            taken = state.taken;
            failures = state.failures;
            attempt = state.attempt;
            undeliverable = state.undeliverable;
            postponed = state.postponed;
            holds = state.holds;
            offers = state.offers;
            done = state.done;
            rejectedDebits = state.rejectedDebits;
            sales = state.sales;
            promises = state.promises;
            plans = state.plans;
            insolvent = state.insolvent;
            disputed = state.disputed;
            writtenOff = state.writtenOff;
            recovered = state.recovered;
        }

        /** Goes to the stage that a row leads to. */
        void go(CaseNext next) {
            switch (next) {
                case SETTLED -> close(Stage.SETTLED);
                case WRITTEN_OFF -> close(Stage.WRITTEN_OFF);
                case REOPENS -> {
                    stage = Objects.requireNonNull(stoodAt);
                    stoodAt = null;
                }
                case GOES_BACK -> goBack();
                default -> stage = next.stage().orElse(stage);
            }
        }

        /** Undoes the action that was taken last. */
        private void goBack() {
            Taken last = Objects.requireNonNull(taken);
            stage = last.stage();
            level = last.level();
            lastActionDay = last.lastActionDay();
            taken = null;
        }

        void close(Stage closed) {
            stoodAt = stage;
            stage = closed;
        }

        void markDone(ActionKey key) {
            done = plus(done, key.step());
        }

        void unmarkDone(ActionKey key) {
            done = minus(done, key.step());
        }
    }

    private CaseState(Fields fields) {
        stage = fields.stage;
        stoodAt = fields.stoodAt;
        level = fields.level;
        cycle = fields.cycle;
        anchorDay = fields.anchorDay;
        lastActionDay = fields.lastActionDay;
        pending = fields.pending;
        taken = fields.taken;
        failures = fields.failures;
        attempt = fields.attempt;
        undeliverable = fields.undeliverable;
        postponed = fields.postponed;
        holds = fields.holds;
        offers = fields.offers;
        done = fields.done;
        rejectedDebits = fields.rejectedDebits;
        sales = fields.sales;
        promises = fields.promises;
        plans = fields.plans;
        insolvent = fields.insolvent;
        disputed = fields.disputed;
        writtenOff = fields.writtenOff;
        recovered = fields.recovered;
    }

    CaseState with(Consumer<Fields> change) {
        Fields fields = new Fields(this);
        change.accept(fields);
        return new CaseState(fields);
    }

    /** This state with the holds and offers of another as well. */
    CaseState suspendedLike(CaseState whole) {
        return with(fields -> {
            whole.holds.forEach(hold -> fields.holds = plus(fields.holds, hold));
            whole.offers.forEach((offer, until) -> fields.offers = plus(fields.offers, offer, until));
        });
    }

    /** A map with one more entry; all of these keep the order in which entries came, so that a history is always the same. */
    static <K, V> Map<K, V> plus(Map<K, V> map, K key, V value) {
        Map<K, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return Collections.unmodifiableMap(more);
    }

    /** A map with one entry fewer. */
    static <K, V> Map<K, V> minus(Map<K, V> map, K key) {
        Map<K, V> fewer = new LinkedHashMap<>(map);
        fewer.remove(key);
        return Collections.unmodifiableMap(fewer);
    }

    static <E> Set<E> plus(Set<E> set, E element) {
        Set<E> more = new LinkedHashSet<>(set);
        more.add(element);
        return Collections.unmodifiableSet(more);
    }

    static <E> Set<E> minus(Set<E> set, E element) {
        if (!set.contains(element)) {
            return set;
        }
        Set<E> fewer = new LinkedHashSet<>(set);
        fewer.remove(element);
        return Collections.unmodifiableSet(fewer);
    }

    static <E> List<E> plus(List<E> list, E element) {
        List<E> more = new ArrayList<>(list);
        more.add(element);
        return List.copyOf(more);
    }

    public Stage stage() {
        return stage;
    }

    /** Where a closed case would reopen; empty while it is open. */
    public Optional<Stage> stoodAt() {
        return Optional.ofNullable(stoodAt);
    }

    /** The highest level taken in this cycle; 0 before the first. */
    public int level() {
        return level;
    }

    /** How often the ladder was restarted. */
    public int cycle() {
        return cycle;
    }

    /** The day from which a restarted ladder counts; {@link #NEVER} while it counts from the due date. */
    public int anchorDay() {
        return anchorDay;
    }

    /** The day of the last step that was taken or passed over. */
    public int lastActionDay() {
        return lastActionDay;
    }

    /** The action that was accepted and has no outcome yet. */
    public Optional<ActionKey> pending() {
        return Optional.ofNullable(pending).map(ActionAccepted::key);
    }

    /** How often sending the pending action failed. */
    public int failures() {
        return failures;
    }

    /** Whether sending was given up, so that a person has to look. */
    public boolean isUndeliverable() {
        return undeliverable;
    }

    /** The last day on which the next step waits. */
    public int postponedUntil() {
        return latest(postponed);
    }

    /** The last day on which a step waits that was postponed by its code. */
    public int postponedUntil(String stepCode) {
        return postponed.getOrDefault(stepCode, NEVER);
    }

    private static int latest(Map<String, Integer> days) {
        int latest = NEVER;
        for (int day : days.values()) {
            latest = Math.max(latest, day);
        }
        return latest;
    }

    public List<Hold> holds() {
        return holds;
    }

    /** The last day of the payment plans that were offered and not answered to; until then the item is not dunned. */
    public int offerUntil() {
        return latest(offers);
    }

    /** Whether a step beside the ladder (a courtesy, the contact after a return) was taken or is being taken. */
    public boolean isDone(String stepCode) {
        return done.contains(stepCode);
    }

    /** The days of rejected debits by their ids. */
    public Map<String, Integer> rejectedDebits() {
        return rejectedDebits;
    }

    /** The day of the last direct debit that was rejected; {@link #NEVER} when none was. */
    public int lastRejectedDebit() {
        return latest(rejectedDebits);
    }

    /** Whether sales were asked about an action, or answered unasked. */
    public boolean isSalesAsked(ActionKey key) {
        return sales.containsKey(key);
    }

    /** What sales said about an action; empty while they have not answered. */
    public Optional<Boolean> salesAnswer(ActionKey key) {
        return Optional.ofNullable(sales.get(key))
                .filter(reply -> reply != SalesReply.ASKED)
                .map(reply -> reply == SalesReply.AGREED);
    }

    /** The promises that wait for money, by their ids. */
    public Set<String> promises() {
        return promises;
    }

    /** The payment plans that run, by their ids; also those that are behind and not broken yet. */
    public Set<String> plans() {
        return plans;
    }

    /** Whether insolvency proceedings are open over the customer. */
    public boolean isInsolvent() {
        return insolvent;
    }

    /** How much of what is open is contested; empty when nothing is. */
    public Optional<Money> disputed() {
        return Optional.ofNullable(disputed);
    }

    /** How much was given up as a loss; empty when nothing was. */
    public Optional<Money> writtenOff() {
        return Optional.ofNullable(writtenOff);
    }

    /** What came of the loss afterwards; empty when nothing did. */
    public Optional<Money> recovered() {
        return Optional.ofNullable(recovered);
    }

    /** The latest attempt of sending that is known of the pending action. */
    int attempt() {
        return attempt;
    }

    Optional<ActionAccepted> pendingAction() {
        return Optional.ofNullable(pending);
    }

    Optional<Taken> taken() {
        return Optional.ofNullable(taken);
    }

    private List<Object> parts() {
        return List.of(
                stage,
                stoodAt(),
                level,
                cycle,
                anchorDay,
                lastActionDay,
                pendingAction(),
                taken(),
                failures,
                attempt,
                undeliverable,
                postponed,
                holds,
                offers,
                done,
                rejectedDebits,
                sales,
                promises,
                plans,
                insolvent,
                disputed(),
                writtenOff(),
                recovered());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CaseState that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "CaseState[" + stage.code() + ", level=" + level + ", cycle=" + cycle + "]";
    }
}
