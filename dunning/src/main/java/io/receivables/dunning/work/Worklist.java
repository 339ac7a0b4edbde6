package io.receivables.dunning.work;

import io.receivables.core.collection.CollectionLog;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.cases.Cases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people have to do, most valuable first: calls and visits to make, letters whose fate is unknown, contacts to put
 * right, sales to ask again, broken promises and plans to follow up. All that concerns one customer is one entry, so that
 * one call serves several items.
 *
 * <p>Entries are ordered by what the work is worth: probability x collectable amount - cost. That measure is this
 * library's choice; its parts are shown, and the probability is the caller's ({@link Estimator}). Of entries of equal value
 * the one with more to collect comes first, then the one of the lower customer id. Amounts of different currencies are not
 * compared: there is one list for each, and a customer who owes in two is on both.
 *
 * <p>Nobody is asked to collect what must not be dunned: items that are contested as a whole, covered by credits, promised
 * for later, on a payment plan or one that was offered, on hold or handed over, and customers in insolvency proceedings. A
 * letter of unknown fate is listed all the same.
 */
public final class Worklist {
    private static final Comparator<WorkEntry> MOST_VALUABLE_FIRST = Comparator.comparing(
                    WorkEntry::value, Comparator.reverseOrder())
            .thenComparing(WorkEntry::collectable, Comparator.reverseOrder())
            .thenComparing(WorkEntry::customerId);

    private final LocalDate date;
    private final Map<String, List<WorkEntry>> byCurrency;

    private Worklist(LocalDate date, List<WorkEntry> entries) {
        this.date = date;
        this.byCurrency = new TreeMap<>();
        for (WorkEntry entry : entries) {
            byCurrency
                    .computeIfAbsent(entry.currency().getCurrencyCode(), each -> new ArrayList<>())
                    .add(entry);
        }
        byCurrency.values().forEach(each -> each.sort(MOST_VALUABLE_FIRST));
    }

    /**
     * The work of the day of a plan. Calls and visits are those accepted and not yet made, and those that the plan proposes.
     *
     * @throws IllegalArgumentException if the estimator gives a probability that is not between 0 and 1
     */
    public static Worklist of(CollectionLog log, Cases cases, DunningPlan plan, WorklistOptions options) {
        return new Worklist(plan.date(), new WorkFinder(log, cases, plan, options).entries());
    }

    /** The day whose work it is. */
    public LocalDate date() {
        return date;
    }

    /** The codes of the currencies in which there is work. */
    public Set<String> currencies() {
        return Collections.unmodifiableSet(byCurrency.keySet());
    }

    /** The entries of a currency, most valuable first; none where there is no work in it. */
    public List<WorkEntry> entries(String currencyCode) {
        return Collections.unmodifiableList(byCurrency.getOrDefault(currencyCode, List.of()));
    }

    /** Who has work; the empty name stands for customers whom no collector is in charge of. */
    public Set<String> collectors() {
        Set<String> collectors = new TreeSet<>();
        byCurrency.values().forEach(entries -> entries.forEach(entry -> collectors.add(entry.collector())));
        return collectors;
    }

    /** The part of this list that is one collector's. */
    public Worklist ofCollector(String collector) {
        return new Worklist(
                date,
                byCurrency.values().stream()
                        .flatMap(List::stream)
                        .filter(entry -> entry.collector().equals(collector))
                        .toList());
    }

    @Override
    public String toString() {
        return "Worklist[" + date + ", "
                + byCurrency.values().stream().mapToInt(List::size).sum() + " entries in " + byCurrency.keySet() + "]";
    }
}
