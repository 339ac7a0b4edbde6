package io.receivables.metrics.live;

import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Loaded;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import io.receivables.core.ledger.LedgerColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the ledger makes of facts that are connected, by its own rules. No fact outside of them has a part in it: so it is
 * what a ledger of all facts would make of them.
 */
final class Derivation {
    /** No such day. */
    static final int NEVER = Integer.MAX_VALUE;

    private final FactGraph graph;
    private final int[] members;
    private final LedgerColumns columns;
    private final SortedMap<Integer, List<Problem>> problems = new TreeMap<>();

    private Derivation(FactGraph graph, int[] members) {
        this.graph = graph;
        this.members = members;
        LedgerBuilder builder = Ledger.builder();
        for (int member : members) {
            Fact fact = graph.fact(member);
            if (fact != null) {
                builder.fact(fact);
            }
        }
        Loaded<Ledger> loaded = builder.load();
        columns = loaded.value().columns();
        for (Problem problem : loaded.problems()) {
            FactKind kind = FactKind.ofCode(problem.attribute("kind"));
            int concerned = graph.number(kind, problem.attribute(Problem.ID));
            problems.computeIfAbsent(concerned, fact -> new ArrayList<>()).add(problem);
        }
    }

    /** Derives all that a fact is connected to. */
    static Derivation of(int number, FactGraph graph) {
        return new Derivation(graph, graph.cluster(number));
    }

    /** The numbers of the facts, in order. */
    int[] members() {
        return members;
    }

    /** What is wrong with them, by number. */
    SortedMap<Integer, List<Problem>> problems() {
        return problems;
    }

    /** The number of rows that the book needs for them at most. */
    int rows() {
        return columns.rows();
    }

    /** Puts what is open at the end of the book's day into the book. */
    void enter(Book book) {
        int day = book.day();
        for (int row = 0; row < columns.rows(); row++) {
            if (columns.issueDay(row) <= day) {
                long open = columns.openAt(row, day);
                book.set(bookRow(row, book), open, columns.disputedAt(row, day, open));
            }
        }
        boolean derived = !isOrdinary(day);
        for (int member : members) {
            graph.setDerived(member, derived);
        }
    }

    /** The book's row of a row of the columns; its document or payment is issued first where it has not been. */
    private int bookRow(int row, Book book) {
        int item = graph.number(columns.kind(row).factKind(), columns.id(row));
        if (graph.firstRow(item) == FactGraph.NONE) {
            Fact fact = graph.requireFact(item);
            int day = columns.issueDay(row);
            graph.setFirstRow(
                    item,
                    fact instanceof Document document ? book.issue(document, day) : book.receive((Payment) fact, day));
        }
        return graph.firstRow(item) + columns.instalment(row) - 1;
    }

    /**
     * Whether further facts about them may be posted as if all of them had been: all fit, all took effect, and no amount
     * was ever given back, contested or divided among instalments.
     */
    private boolean isOrdinary(int day) {
        return nextChange(day) == NEVER
                && problems.values().stream().flatMap(List::stream).noneMatch(Problem::isError)
                && Arrays.stream(members).mapToObj(graph::requireFact).allMatch(Derivation::isOrdinary);
    }

    private static boolean isOrdinary(Fact fact) {
        return switch (fact.kind()) {
            case REVERSAL, DISPUTE, DISPUTE_RESOLUTION -> false;
            case INVOICE, DEBIT_NOTE, CREDIT_NOTE ->
                ((Document) fact).instalments().size() == 1;
            case PAYMENT, ALLOCATION, REFUND, WRITE_OFF -> true;
        };
    }

    /** The first day after a day on which anything takes effect, or {@link #NEVER}. */
    int nextChange(int day) {
        int next = NEVER;
        for (int row = 0; row < columns.rows(); row++) {
            next = earlier(columns.issueDay(row), day, next);
            for (int s = columns.settlementsFrom(row); s < columns.settlementsTo(row); s++) {
                next = earlier(columns.settlementDay(s), day, next);
            }
            for (int d = columns.disputesFrom(row); d < columns.disputesTo(row); d++) {
                next = earlier(columns.disputeFrom(d), day, next);
                next = earlier(columns.disputeTo(d), day, next);
            }
        }
        return next;
    }

    private static int earlier(int candidate, int after, int next) {
        return candidate > after ? Math.min(candidate, next) : next;
    }
}
