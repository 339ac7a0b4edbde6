package io.receivables.dunning.measure;

import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.collection.PromiseState.Status;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.policy.Policies.Segmentation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How far customers' promises can be relied on: what became of every promise made by a date, by count and by amount, for
 * all customers, each of them, or each segment. How a promise stands is told by {@link CollectionLog#promises}.
 *
 * <p>The percentages are this library's definition: cancelled promises do not count, nor do those with time left, kept
 * already or not, so that the good news do not come in before the bad. They are rounded half-even to 34 digits.
 */
public final class PromiseReliability {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Ledger ledger;
    private final LocalDate asOf;
    private final List<PromiseState> states;

    private PromiseReliability(CollectionLog log, CollectionOptions options) {
        ledger = log.ledger();
        asOf = options.asOf();
        states = log.promises(options);
    }

    /** The promises of a log as they stood at the end of a day. */
    public static PromiseReliability of(CollectionLog log, CollectionOptions options) {
        return new PromiseReliability(log, options);
    }

    /** All promises by currency code; only currencies in which anything was promised. */
    public Map<String, Row> total() {
        return byCurrency(states);
    }

    /** By customer id, and within it by currency code; only customers who promised anything. */
    public Map<String, Map<String, Row>> perCustomer() {
        return by(state -> state.promise().customerId());
    }

    /** By segment, and within it by currency code; the empty segment has those who are in none. */
    public Map<String, Map<String, Row>> perSegment(Segmentation segmentation) {
        return by(state -> segmentation.segmentOf(
                ledger.customer(state.promise().customerId()).orElseThrow()));
    }

    private Map<String, Map<String, Row>> by(Function<PromiseState, String> group) {
        Map<String, List<PromiseState>> groups = new TreeMap<>();
        for (PromiseState state : states) {
            groups.computeIfAbsent(group.apply(state), each -> new ArrayList<>())
                    .add(state);
        }
        Map<String, Map<String, Row>> rows = new TreeMap<>();
        groups.forEach((name, members) -> rows.put(name, byCurrency(members)));
        return rows;
    }

    private Map<String, Row> byCurrency(List<PromiseState> members) {
        Map<String, Row> rows = new TreeMap<>();
        for (PromiseState state : members) {
            Currency currency = state.promise().amount().currency();
            rows.merge(currency.getCurrencyCode(), Row.of(state, asOf), Row::plus);
        }
        return rows;
    }

    /**
     * Promises and their money; what was received and what is missing add up to what was promised.
     *
     * @param promises how many
     * @param promised what they promise
     * @param received what came in time
     * @param missing the rest
     */
    public record Figures(long promises, Money promised, Money received, Money missing) {
        private static Figures none(Currency currency) {
            Money zero = Money.zero(currency);
            return new Figures(0, zero, zero, zero);
        }

        private static Figures of(PromiseState state) {
            return new Figures(1, state.promise().amount(), state.received(), state.missing());
        }

        private Figures plus(Figures other) {
            return new Figures(
                    promises + other.promises,
                    promised.plus(other.promised),
                    received.plus(other.received),
                    missing.plus(other.missing));
        }

        private Figures minus(Figures other) {
            return new Figures(
                    promises - other.promises,
                    promised.minus(other.promised),
                    received.minus(other.received),
                    missing.minus(other.missing));
        }
    }

    /**
     * What became of promises in one currency.
     *
     * @param byStatus by how they stand, figures for every status
     * @param keptAhead of the kept ones, those that have time left: they are judged once it is over
     */
    public record Row(Map<Status, Figures> byStatus, Figures keptAhead) {
        public Row {
            byStatus = Collections.unmodifiableMap(new EnumMap<>(byStatus));
        }

        private static Row of(PromiseState state, LocalDate asOf) {
            Figures none = Figures.none(state.promise().amount().currency());
            Map<Status, Figures> byStatus = new EnumMap<>(Status.class);
            for (Status status : Status.values()) {
                byStatus.put(status, status == state.status() ? Figures.of(state) : none);
            }
            boolean isAhead = state.status() == Status.KEPT && !state.deadline().isBefore(asOf);
            return new Row(byStatus, isAhead ? Figures.of(state) : none);
        }

        private Row plus(Row other) {
            Map<Status, Figures> sums = new EnumMap<>(Status.class);
            for (Status status : Status.values()) {
                sums.put(status, of(status).plus(other.of(status)));
            }
            return new Row(sums, keptAhead.plus(other.keptAhead));
        }

        /** The promises that stand so. */
        public Figures of(Status status) {
            return Objects.requireNonNull(byStatus.get(status), "status");
        }

        /** All promises, however they stand. */
        public Figures all() {
            return byStatus.values().stream().reduce(Figures::plus).orElseThrow();
        }

        /** The promises that are judged: their last day in time is over, and they were not cancelled. */
        public Figures judged() {
            return judgedKept().plus(of(Status.PARTLY_KEPT)).plus(of(Status.BROKEN));
        }

        private Figures judgedKept() {
            return of(Status.KEPT).minus(keptAhead);
        }

        /** Promises kept in full, in percent of those that are judged; empty when none is. */
        public Optional<BigDecimal> percentKept() {
            return percent(BigDecimal.valueOf(judgedKept().promises()), BigDecimal.valueOf(judged().promises()));
        }

        /** What was received in time, in percent of what was promised, of promises that are judged; empty when none is. */
        public Optional<BigDecimal> percentReceived() {
            return percent(judged().received().amount(), judged().promised().amount());
        }

        private static Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole) {
            return whole.signum() == 0
                    ? Optional.empty()
                    : Optional.of(part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL128));
        }
    }
}
