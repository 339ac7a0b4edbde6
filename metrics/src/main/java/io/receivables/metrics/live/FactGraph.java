package io.receivables.metrics.live;

import io.receivables.core.Allocation;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The facts and what refers to what. A fact has a number from the moment on when it, or a fact that refers to it, is
 * known. Only the writer looks at it.
 */
final class FactGraph {
    static final int NONE = -1;

    /** The fact itself is known, not only facts that refer to it. */
    private static final int KNOWN = 1;

    /** It was derived together with all that it is connected to, and has to be derived again whenever one of them changes. */
    private static final int DERIVED = 2;

    /** A payment or allocation that was reversed, a dispute that was resolved. */
    private static final int ENDED = 4;

    // what belongs to a fact stands side by side; zero where there is none, and so each number is one more

    private static final int STATE = 0;
    private static final int FIRST_ROW = 1;

    /** The latest reference to a fact. The number of a reference is twice that of the fact that refers, plus 0 or 1. */
    private static final int LAST_REFERENCE = 2;

    /** What the fact refers to. */
    private static final int TARGET = 3;

    /** For each of its references, the one before it to the same fact. */
    private static final int NEXT_REFERENCE = 5;

    private static final int NODE = 7;

    private static final int MOST_REFERENCES = 2;

    private final IdTable ids = new IdTable();
    private @Nullable Fact[] facts = new Fact[64];
    private int[] nodes = new int[64 * NODE];

    // ---- facts

    /** The number of what has an id and is of a kind; documents share one space of ids. */
    int number(FactKind kind, String id) {
        int number = ids.findOrAdd(space(kind), id);
        if (number >= facts.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        int capacity = Math.multiplyExact(facts.length, 2);
        nodes = Arrays.copyOf(nodes, Math.multiplyExact(capacity, NODE));
        facts = Arrays.copyOf(facts, capacity);
    }

    private static int space(FactKind kind) {
        return switch (kind) {
            case INVOICE, DEBIT_NOTE, CREDIT_NOTE -> 0;
            case PAYMENT -> 1;
            case ALLOCATION -> 2;
            case REFUND -> 3;
            case WRITE_OFF -> 4;
            case REVERSAL -> 5;
            case DISPUTE -> 6;
            case DISPUTE_RESOLUTION -> 7;
        };
    }

    /** The fact of a number; null while only others refer to it. */
    @Nullable Fact fact(int number) {
        return facts[number];
    }

    /** The fact of a number that has one. */
    Fact requireFact(int number) {
        return Objects.requireNonNull(facts[number], "fact");
    }

    /** Adds a fact under its number, with what it refers to. */
    void add(int number, FactKind kind, Fact fact) {
        facts[number] = fact;
        nodes[number * NODE + STATE] |= KNOWN;
        switch (kind) {
            case ALLOCATION -> {
                Allocation allocation = (Allocation) fact;
                refer(number, 0, number(kindOf(allocation.source()), allocation.sourceId()));
                refer(number, 1, number(FactKind.INVOICE, allocation.documentId()));
            }
            case REFUND -> {
                Refund refund = (Refund) fact;
                refer(number, 0, number(kindOf(refund.source()), refund.sourceId()));
            }
            case WRITE_OFF -> refer(number, 0, number(FactKind.INVOICE, ((WriteOff) fact).documentId()));
            case REVERSAL -> {
                Reversal reversal = (Reversal) fact;
                refer(number, 0, number(kindOf(reversal.target()), reversal.targetId()));
            }
            case DISPUTE -> refer(number, 0, number(FactKind.INVOICE, ((Dispute) fact).documentId()));
            case DISPUTE_RESOLUTION ->
                refer(number, 0, number(FactKind.DISPUTE, ((DisputeResolution) fact).disputeId()));
            case INVOICE, DEBIT_NOTE, CREDIT_NOTE, PAYMENT -> {
                // refer to nothing whose balance they change
            }
        }
    }

    private static FactKind kindOf(Allocation.Source source) {
        return source == Allocation.Source.PAYMENT ? FactKind.PAYMENT : FactKind.CREDIT_NOTE;
    }

    private static FactKind kindOf(Reversal.Target target) {
        return target == Reversal.Target.PAYMENT ? FactKind.PAYMENT : FactKind.ALLOCATION;
    }

    private void refer(int number, int which, int to) {
        nodes[number * NODE + TARGET + which] = to + 1;
        nodes[number * NODE + NEXT_REFERENCE + which] = nodes[to * NODE + LAST_REFERENCE];
        nodes[to * NODE + LAST_REFERENCE] = number * MOST_REFERENCES + which + 1;
    }

    // ---- references

    /** What a fact refers to: of an allocation the source first and the document second. */
    int target(int number, int which) {
        return nodes[number * NODE + TARGET + which] - 1;
    }

    /** The latest reference to a fact, or {@link #NONE}. */
    int lastReference(int number) {
        return nodes[number * NODE + LAST_REFERENCE] - 1;
    }

    /** The reference to the same fact before this one, or {@link #NONE}. */
    int nextReference(int reference) {
        return nodes[referrer(reference) * NODE + NEXT_REFERENCE + reference % MOST_REFERENCES] - 1;
    }

    /** The fact whose reference it is. */
    static int referrer(int reference) {
        return reference / MOST_REFERENCES;
    }

    /** The numbers of all that a fact is connected to by references, itself among them, in order. */
    int[] cluster(int number) {
        Set<Integer> found = new HashSet<>(Set.of(number));
        Deque<Integer> waiting = new ArrayDeque<>(found);
        while (!waiting.isEmpty()) {
            forEachNeighbour(waiting.remove(), neighbour -> {
                if (found.add(neighbour)) {
                    waiting.add(neighbour);
                }
            });
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private void forEachNeighbour(int number, IntConsumer action) {
        for (int which = 0; which < MOST_REFERENCES; which++) {
            if (target(number, which) != NONE) {
                action.accept(target(number, which));
            }
        }
        for (int each = lastReference(number); each != NONE; each = nextReference(each)) {
            action.accept(referrer(each));
        }
    }

    /** The epoch day from which a fact counts: not before what it refers to does, as far as that is known. */
    int effectiveDay(int number) {
        int day = Days.of(requireFact(number).date());
        for (int which = 0; which < MOST_REFERENCES; which++) {
            int referred = target(number, which);
            if (referred != NONE && facts[referred] != null) {
                day = Math.max(day, effectiveDay(referred));
            }
        }
        return day;
    }

    // ---- state

    /** Whether a fact is known and was not derived. */
    boolean isOrdinary(int number) {
        return (nodes[number * NODE + STATE] & (KNOWN | DERIVED)) == KNOWN;
    }

    void setDerived(int number, boolean derived) {
        int state = nodes[number * NODE + STATE];
        nodes[number * NODE + STATE] = derived ? state | DERIVED : state & ~DERIVED;
    }

    boolean isEnded(int number) {
        return (nodes[number * NODE + STATE] & ENDED) != 0;
    }

    void end(int number) {
        nodes[number * NODE + STATE] |= ENDED;
    }

    /** The first row of a document or payment, or {@link #NONE} before it is issued. */
    int firstRow(int number) {
        return nodes[number * NODE + FIRST_ROW] - 1;
    }

    void setFirstRow(int number, int row) {
        nodes[number * NODE + FIRST_ROW] = row + 1;
    }
}
