package io.receivables.metrics.live;

import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerProblem;
import io.receivables.metrics.Measure;
import io.receivables.metrics.Window;
import io.receivables.metrics.dso.DsoMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A ledger that takes facts one by one and always knows its totals.
 *
 * <pre>{@code
 * LiveLedger live = LiveLedger.startingOn(LocalDate.parse("2026-05-31"));
 * live.apply(invoice);
 * live.apply(payment);
 * live.apply(allocation);
 * live.totals("CAD").overdue();                       // CAD 800.00
 * live.dso("CAD", DsoMethod.simple(90)).value();
 * live.advanceTo(LocalDate.parse("2026-06-01"));
 * }</pre>
 *
 * <p>At any moment its figures are those of a {@link Ledger} made of all facts so far, as of its day: whatever the order
 * in which they came, what does not fit is left out with a problem, what is dated later waits for its day, and what came
 * before the thing that it refers to waits for it.
 *
 * <p>One thread at a time applies facts and moves the day. Any number of threads may read at the same time; they take no
 * lock, never hold up the writer, and each answer belongs to one moment between two facts. See the package's description
 * for what things cost.
 */
public final class LiveLedger {
    private final Book book;
    private final Stamp stamp = new Stamp();
    private final FactGraph graph = new FactGraph();
    private final Posting posting;

    /** For a day to come, facts to derive again with all that they are connected to. */
    private final SortedMap<Integer, Set<Integer>> calendar = new TreeMap<>();

    /** What is wrong with derived facts, by number; facts that were posted have no problem. */
    private final ConcurrentNavigableMap<Integer, List<Problem>> problems = new ConcurrentSkipListMap<>();

    private final Queue<Problem> repetitions = new ConcurrentLinkedQueue<>();

    private LiveLedger(LiveOptions options) {
        book = new Book(options.buckets(), Days.checked(options.startingOn(), "startingOn"));
        posting = new Posting(graph, book, stamp);
    }

    /** An empty ledger. */
    public static LiveLedger of(LiveOptions options) {
        return new LiveLedger(options);
    }

    /** An empty ledger in the standard buckets. */
    public static LiveLedger startingOn(LocalDate day) {
        return of(LiveOptions.standard(day));
    }

    /**
     * A ledger that goes on from another one's facts.
     *
     * @throws IllegalArgumentException if that one was made from columns and holds no facts
     */
    public static LiveLedger of(Ledger ledger, LiveOptions options) {
        if (ledger.facts().isEmpty() && ledger.columns().rows() > 0) {
            throw new IllegalArgumentException(
                    "this ledger was made from columns and holds no facts to go on from: build it from facts");
        }
        LiveLedger live = of(options);
        ledger.facts().forEach(live::apply);
        return live;
    }

    // ---- the writer

    /**
     * Takes a fact.
     *
     * @return whether it counts, and why it does not
     * @throws ArithmeticException if the sizes of all documents and payments in its currency would not fit a {@code long} of
     *     minor units; the fact is then not taken
     * @throws IllegalStateException if another thread is found applying a fact, or a change broke off in its middle
     */
    public LiveOutcome apply(Fact fact) {
        try {
            return take(fact);
        } catch (RuntimeException | Error e) {
            stamp.fail(e);
            throw e;
        }
    }

    private LiveOutcome take(Fact fact) {
        FactKind kind = fact.kind();
        int number = graph.number(kind, fact.id());
        Fact earlier = graph.fact(number);
        if (earlier != null) {
            return repeated(fact, earlier);
        }
        addVolume(kind, fact);
        graph.add(number, kind, fact);
        if (posting.post(number, kind, fact)) {
            return LiveOutcome.COUNTED;
        }
        derive(number);
        return outcome(number);
    }

    private LiveOutcome repeated(Fact fact, Fact earlier) {
        LedgerProblem code = earlier.equals(fact) ? LedgerProblem.DUPLICATE : LedgerProblem.CONFLICTING_ID;
        Problem problem = Problem.of(code, "kind", fact.kind().code(), Problem.ID, fact.id());
        repetitions.add(problem);
        return new LiveOutcome(LiveOutcome.Status.REPEATED, List.of(problem));
    }

    private void addVolume(FactKind kind, Fact fact) {
        switch (kind) {
            case INVOICE, DEBIT_NOTE, CREDIT_NOTE -> book.addVolume(((Document) fact).gross());
            case PAYMENT -> book.addVolume(((Payment) fact).amount());
            case ALLOCATION, REFUND, WRITE_OFF, REVERSAL, DISPUTE, DISPUTE_RESOLUTION -> {
                // takes from or gives back to what was counted
            }
        }
    }

    private void derive(int number) {
        Derivation derivation = Derivation.of(number, graph);
        book.reserve(derivation.rows(), stamp);
        stamp.begin();
        enter(derivation);
        stamp.end();
    }

    private void enter(Derivation derivation) {
        derivation.enter(book);
        for (int member : derivation.members()) {
            problems.remove(member);
        }
        problems.putAll(derivation.problems());
        int next = derivation.nextChange(book.day());
        if (next != Derivation.NEVER) {
            calendar.computeIfAbsent(next, day -> new HashSet<>())
                    .add(derivation.members()[0]);
        }
    }

    private LiveOutcome outcome(int number) {
        List<Problem> found = problems.getOrDefault(number, List.of());
        List<Problem> errors = found.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            boolean waits = errors.stream().allMatch(LiveLedger::namesUnknown);
            return new LiveOutcome(waits ? LiveOutcome.Status.WAITING : LiveOutcome.Status.LEFT_OUT, found);
        }
        boolean waits = graph.effectiveDay(number) > book.day();
        return new LiveOutcome(waits ? LiveOutcome.Status.WAITING : LiveOutcome.Status.COUNTED, found);
    }

    /** Whether the fact names what is not there and may come. */
    private static boolean namesUnknown(Problem problem) {
        return problem.code() == LedgerProblem.UNKNOWN_DOCUMENT
                || problem.code() == LedgerProblem.UNKNOWN_SOURCE
                || problem.code() == LedgerProblem.UNKNOWN_REVERSAL_TARGET
                || problem.code() == LedgerProblem.UNKNOWN_DISPUTE;
    }

    /**
     * Moves on to a later day, day by day: what falls due changes its bucket, and what is dated on a day counts from it on.
     *
     * @throws IllegalArgumentException if the day is before the present one or after the year 9999
     */
    public void advanceTo(LocalDate day) {
        int to = Days.checked(day, "day");
        if (to < book.day()) {
            throw new IllegalArgumentException("day " + day + " is before " + LocalDate.ofEpochDay(book.day())
                    + ": a live ledger only moves on; for a past day use Ledger and Aging");
        }
        try {
            while (book.day() < to) {
                nextDay();
            }
        } catch (RuntimeException | Error e) {
            stamp.fail(e);
            throw e;
        }
    }

    private void nextDay() {
        List<Derivation> derivations = derivationsOf(book.day() + 1);
        book.reserve(derivations.stream().mapToInt(Derivation::rows).sum(), stamp);
        stamp.begin();
        book.nextDay();
        derivations.forEach(this::enter);
        stamp.end();
    }

    private List<Derivation> derivationsOf(int day) {
        List<Derivation> derivations = new ArrayList<>();
        Set<Integer> derived = new HashSet<>();
        for (int number : Objects.requireNonNullElse(calendar.remove(day), Set.<Integer>of())) {
            if (!derived.contains(number)) {
                Derivation derivation = Derivation.of(number, graph);
                for (int member : derivation.members()) {
                    derived.add(member);
                }
                derivations.add(derivation);
            }
        }
        return derivations;
    }

    // ---- readers

    /** The day at whose end the figures stand, as far as the facts of that day are known. */
    public LocalDate asOf() {
        return LocalDate.ofEpochDay(stamp.read(book::day));
    }

    /** The codes of the currencies in which anything was issued so far, in alphabetical order. */
    public List<String> currencies() {
        List<String> codes = new ArrayList<>();
        for (CurrencyTotals each : book.begun()) {
            codes.add(each.currency().getCurrencyCode());
        }
        return codes;
    }

    /**
     * What is open in a currency.
     *
     * @throws IllegalArgumentException if nothing was issued in that currency so far
     */
    public LiveTotals totals(String currencyCode) {
        return stamp.read(standing(currencyCode)::totals);
    }

    /** What a customer owes, by currency code; empty if nothing was ever issued to the customer. */
    public SortedMap<String, LiveTotals> customer(String customerId) {
        Objects.requireNonNull(customerId, "customerId");
        return stamp.read(() -> book.customer(customerId));
    }

    /** What a customer owes in a currency, less the customer's credits; zero for a customer who is not known. */
    public Money balance(String customerId, String currencyCode) {
        Objects.requireNonNull(customerId, "customerId");
        var currency = Money.currency(currencyCode);
        return Money.ofMinor(stamp.read(() -> book.balance(customerId, currency)), currency);
    }

    /**
     * Invoices and debit notes less credit notes, tax included, issued in a window that ends with the present day.
     *
     * @throws IllegalArgumentException if nothing was issued in that currency so far, or the window cannot end on this day
     */
    public Money sales(String currencyCode, Window window) {
        return LiveDso.sales(copy(currencyCode), window);
    }

    /**
     * A DSO with what it was computed from, equal to that of {@link io.receivables.metrics.dso.Dso} for a ledger of the same
     * facts.
     *
     * @param method simple, best-possible or dispute DSO or average days delinquent with closing balances, or count-back by
     *     days or months, on the standard basis
     * @throws IllegalArgumentException if nothing was issued in that currency so far, or the method is not one of them
     */
    public Measure dso(String currencyCode, DsoMethod method) {
        LiveDso.supported(method);
        return LiveDso.measure(copy(currencyCode), method);
    }

    /**
     * The value of {@link #dso} as a bare number, for those who ask very often: nothing is allocated. {@link Double#NaN} where
     * the measure has no value. Its last digits may differ from the exact value's.
     *
     * @throws IllegalArgumentException as {@link #dso} does
     */
    public double dsoDays(String currencyCode, DsoMethod method) {
        LiveDso.supported(method);
        Standing standing = standing(currencyCode);
        long since = stamp.now();
        try {
            double days = LiveDso.days(standing, method);
            if (stamp.isUnchanged(since)) {
                return days;
            }
        } catch (RuntimeException e) {
            // half a change can look like anything; if it was none, reading again tells
            return stamp.read(() -> LiveDso.days(standing, method));
        }
        return stamp.read(() -> LiveDso.days(standing, method));
    }

    /**
     * What is wrong with the facts so far or deserves a look, as {@link io.receivables.core.ledger.LedgerBuilder#load()} would
     * report it: by the order in which the facts came, repeated ones last.
     */
    public List<Problem> problems() {
        return stamp.read(() -> {
            List<Problem> all = new ArrayList<>();
            problems.values().forEach(all::addAll);
            all.addAll(repetitions);
            return all;
        });
    }

    /** All figures at one moment, customers apart. */
    public LiveSnapshot snapshot() {
        return stamp.read(() -> new LiveSnapshot(book.day(), book.begun()));
    }

    private Standing copy(String currencyCode) {
        return stamp.read(standing(currencyCode)::copy);
    }

    private Standing standing(String currencyCode) {
        for (CurrencyTotals each : book.begun()) {
            if (each.currency().getCurrencyCode().equals(currencyCode)) {
                return each.standing();
            }
        }
        throw new IllegalArgumentException(
                "nothing was issued in \"" + currencyCode + "\" so far: there is " + currencies());
    }

    @Override
    public String toString() {
        return snapshot().toString();
    }
}
