package io.receivables.dunning.measure;

import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.cases.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What came of the letters, calls and visits that took place, by level, channel, template, segment or variant of an
 * experiment. The definitions are this library's choice:
 *
 * <ul>
 *   <li><b>Sent</b> is what went out by the as-of date and did not come back by then.
 *   <li><b>Effects</b> count from the day after the sending, for a run sees the whole of its day; those of a call or a
 *       visit from the day itself. They count for a stated number of days after the sending.
 *   <li><b>Collected</b> is the cash applied to the item in that time which still stands as of the date. Each amount is
 *       put down to the last action on the item before it, and to no other: nothing counts twice.
 *   <li><b>Paid</b> is an item whose claim came in cash in that time. A credit note that lowers the claim lowers what has
 *       to come; a write-off does not.
 *   <li><b>Disputed</b> is an item that was contested in that time; it too is put down to the last action.
 *   <li><b>Running</b> are actions whose days are not over. They are told apart and are no failures.
 * </ul>
 *
 * <p>It tells what came <em>after</em> an action, not because of it: whoever wants to know that compares two variants
 * ({@link Assignment}).
 *
 * <pre>{@code
 * Effectiveness effectiveness = Effectiveness.of(ledger, cases, EffectivenessOptions.standard(asOf).within(14));
 * for (Effectiveness.Row row : effectiveness.by(Dimension.LEVEL, Dimension.CHANNEL)) {
 *     row.over().percentCollected();
 * }
 * }</pre>
 */
public final class Effectiveness {
    private final EffectivenessOptions options;
    private final List<ActionResult> actions;

    /**
     * The actions of one kind in one currency.
     *
     * @param group what they have in common; empty for all actions
     * @param currency the currency of the items
     * @param over actions whose days are over
     * @param running actions whose days are not over
     */
    public record Row(Map<Dimension, String> group, Currency currency, Results over, Results running) {
        public Row {
            group = Collections.unmodifiableMap(group);
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(over, "over");
            Objects.requireNonNull(running, "running");
        }
    }

    private Effectiveness(EffectivenessOptions options, List<ActionResult> actions) {
        this.options = options;
        this.actions = List.copyOf(actions);
    }

    /**
     * What came of everything that was sent to the customers of a ledger.
     *
     * @throws IllegalArgumentException if something was sent about an item that the ledger does not have
     */
    public static Effectiveness of(Ledger ledger, Cases cases, EffectivenessOptions options) {
        return new Effectiveness(options, new EffectScan(ledger, cases, options).results());
    }

    /** What came of each action, by item and then by day of sending. */
    public List<ActionResult> actions() {
        return actions;
    }

    /**
     * A row for each combination of values that occurs and each currency, in the order of the dimensions given; without
     * dimensions, the total by currency. Counts and amounts of the rows add up to the total, whatever the dimensions.
     */
    public List<Row> by(Dimension... dimensions) {
        Map<List<String>, List<ActionResult>> groups = new TreeMap<>(order(dimensions));
        for (ActionResult result : actions) {
            groups.computeIfAbsent(key(result, dimensions), each -> new ArrayList<>())
                    .add(result);
        }
        return groups.values().stream().map(group -> row(group, dimensions)).toList();
    }

    private static List<String> key(ActionResult result, Dimension... dimensions) {
        List<String> key = new ArrayList<>();
        Arrays.stream(dimensions).forEach(dimension -> key.add(dimension.of(result)));
        key.add(result.due().currency().getCurrencyCode());
        return key;
    }

    private static Comparator<List<String>> order(Dimension... dimensions) {
        return (one, other) -> {
            for (int i = 0; i < dimensions.length; i++) {
                int order = dimensions[i].order().compare(one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return one.get(dimensions.length).compareTo(other.get(dimensions.length));
        };
    }

    private Row row(List<ActionResult> group, Dimension... dimensions) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        Arrays.stream(dimensions).forEach(dimension -> values.put(dimension, dimension.of(group.get(0))));
        Currency currency = group.get(0).due().currency();
        return new Row(values, currency, results(currency, group, true), results(currency, group, false));
    }

    private Results results(Currency currency, List<ActionResult> group, boolean over) {
        return new Results(
                currency,
                options.costs(),
                group.stream().filter(result -> result.over() == over).toList());
    }
}
