package io.receivables.dunning.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final int level;
    private final int cycle;
    private final int anchorDay;
    private final int lastActionDay;
    private final @Nullable ActionKey pending;
    private final int failures;
    private final boolean undeliverable;
    private final int postponedUntil;
    private final List<Hold> holds;
    private final Set<String> done;
    private final Map<String, Integer> rejectedDebits;
    private final Map<ActionKey, Boolean> salesAnswers;
    private final @Nullable CaseState before;

    static final class Fields {
        Stage stage = Stage.CURRENT;
        int level;
        int cycle;
        int anchorDay = NEVER;
        int lastActionDay = NEVER;

        @Nullable ActionKey pending;

        int failures;
        boolean undeliverable;
        int postponedUntil = NEVER;
        List<Hold> holds = List.of();
        Set<String> done = Set.of();
        Map<String, Integer> rejectedDebits = Map.of();
        Map<ActionKey, Boolean> salesAnswers = Map.of();

        @Nullable CaseState before;

        Fields() {}

        Fields(CaseState state) {
            stage = state.stage;
            level = state.level;
            cycle = state.cycle;
            anchorDay = state.anchorDay;
            lastActionDay = state.lastActionDay;
            pending = state.pending;
            failures = state.failures;
            undeliverable = state.undeliverable;
            postponedUntil = state.postponedUntil;
            holds = new ArrayList<>(state.holds);
            done = new HashSet<>(state.done);
            rejectedDebits = new HashMap<>(state.rejectedDebits);
            salesAnswers = new HashMap<>(state.salesAnswers);
            before = state.before;
        }
    }

    private CaseState(Fields fields) {
        stage = fields.stage;
        level = fields.level;
        cycle = fields.cycle;
        anchorDay = fields.anchorDay;
        lastActionDay = fields.lastActionDay;
        pending = fields.pending;
        failures = fields.failures;
        undeliverable = fields.undeliverable;
        postponedUntil = fields.postponedUntil;
        holds = List.copyOf(fields.holds);
        done = Set.copyOf(fields.done);
        rejectedDebits = Map.copyOf(fields.rejectedDebits);
        salesAnswers = Map.copyOf(fields.salesAnswers);
        before = fields.before;
    }

    CaseState with(Consumer<Fields> change) {
        Fields fields = new Fields(this);
        change.accept(fields);
        return new CaseState(fields);
    }

    public Stage stage() {
        return stage;
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
        return Optional.ofNullable(pending);
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
        return postponedUntil;
    }

    public List<Hold> holds() {
        return holds;
    }

    /** Whether a step beside the ladder (a courtesy, the contact after a return) was taken or is being taken. */
    public boolean isDone(String stepCode) {
        return done.contains(stepCode);
    }

    /** The days of rejected debits by their ids. */
    public Map<String, Integer> rejectedDebits() {
        return rejectedDebits;
    }

    /** What sales said about an action; empty while they have not answered. */
    public Optional<Boolean> salesAnswer(ActionKey key) {
        return Optional.ofNullable(salesAnswers.get(key));
    }

    /** The state before the last action went out, to which a letter that comes back leads. */
    Optional<CaseState> before() {
        return Optional.ofNullable(before);
    }

    @Override
    public String toString() {
        return "CaseState[" + stage.code() + ", level=" + level + ", cycle=" + cycle + "]";
    }
}
