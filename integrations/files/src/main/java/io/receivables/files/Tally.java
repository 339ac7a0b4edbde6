package io.receivables.files;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is kept count of over all files: rows, what became of them, their amounts, and the problems. */
final class Tally {
    /** What became of a row. */
    enum Fate {
        INVOICE,
        CREDIT_NOTE,
        PAYMENT,
        REJECTED,
        DUPLICATE,
        PASSED_OVER
    }

    /** A quarter of what a {@code long} holds, so that no balance of what was read can overflow. */
    private static final long LARGEST_TOTAL = Long.MAX_VALUE / 4;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Currency, Long> totals = new HashMap<>();
    private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    private final Map<ProblemCode, Long> unkept = new LinkedHashMap<>();
    private final int kept;
    private int rows;

    /**
     * @param kept how many problems are kept; more are only counted
     */
    Tally(int kept) {
        this.kept = kept;
    }

    void met() {
        rows = Math.incrementExact(rows);
    }

    void decided(Fate fate) {
        fates.merge(fate, 1, Integer::sum);
    }

    /** Keeps a problem, or only counts it where there are too many already. */
    void report(Problem problem) {
        if (keepsProblems()) {
            problems.add(problem);
        } else {
            reportUnkept(problem.code());
        }
    }

    /** How many problems are kept so far. */
    int kept() {
        return problems.size();
    }

    /** Puts the problems from one number on into the order of their lines; what is told of a whole file comes last. */
    void sortByLine(int from) {
        problems.subList(from, problems.size()).sort(Comparator.comparingLong(Tally::line));
    }

    private static long line(Problem problem) {
        String line = problem.attributes().get(Problem.LINE);
        return line == null ? Long.MAX_VALUE : Long.parseLong(line);
    }

    boolean keepsProblems() {
        return problems.size() < kept;
    }

    void reportUnkept(ProblemCode code) {
        unkept.merge(code, 1L, Long::sum);
    }

    /** Adds a size, zero or more, to all of its currency; false, leaving it out, if that is more than can be counted. */
    boolean add(Money size) {
        long total = totals.getOrDefault(size.currency(), 0L);
        if (size.minorUnits() > LARGEST_TOTAL - total) {
            return false;
        }
        totals.put(size.currency(), total + size.minorUnits());
        return true;
    }

    /** So many rows that were met and decided on in one way. */
    void add(Fate fate, int count) {
        rows = Math.addExact(rows, count);
        fates.merge(fate, count, Integer::sum);
    }

    /** Counts the problems that another tally has only counted. */
    void addUnkept(Tally other) {
        other.unkept.forEach((code, count) -> unkept.merge(code, count, Long::sum));
    }

    /** The problems that were kept, and for each code of which there were more one that says how many. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        unkept.forEach((code, count) ->
                all.add(Problem.of(CsvProblem.MORE_PROBLEMS, Problem.VALUE, code.id(), "count", count, "kept", kept)));
        return all;
    }

    LoadedLedger.Counts counts() {
        return new LoadedLedger.Counts(
                rows,
                of(Fate.INVOICE),
                of(Fate.CREDIT_NOTE),
                of(Fate.PAYMENT),
                of(Fate.REJECTED),
                of(Fate.DUPLICATE),
                of(Fate.PASSED_OVER));
    }

    private int of(Fate fate) {
        return fates.getOrDefault(fate, 0);
    }
}
