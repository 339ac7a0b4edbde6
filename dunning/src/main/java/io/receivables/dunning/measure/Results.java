package io.receivables.dunning.measure;

import io.receivables.core.Money;
import io.receivables.core.collection.ReminderSent.Channel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What came of several actions in one currency. Counts and amounts are exact; percentages and mean days are rounded
 * half-even to 34 digits. The definitions are this library's own, see {@link Effectiveness}.
 */
public final class Results {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Currency currency;
    private final Map<Channel, Money> costs;
    private final List<ActionResult> actions;

    Results(Currency currency, Map<Channel, Money> costs, List<ActionResult> actions) {
        this.currency = currency;
        this.costs = costs;
        this.actions = List.copyOf(actions);
    }

    /** The actions, one per item asked for. */
    public List<ActionResult> actions() {
        return actions;
    }

    /** Letters, calls and visits that took place; each is counted with its highest action, and so counted once. */
    public long letters() {
        return count(ActionResult::leads);
    }

    /** Items asked for; an item asked for twice counts twice. */
    public long items() {
        return actions.size();
    }

    /** What was asked for, without fees and interest. */
    public Money claimed() {
        return actions.stream().map(result -> result.action().claimed()).reduce(zero(), Money::plus);
    }

    /** Items of which all that was to be paid came in cash. */
    public long paid() {
        return count(result -> result.daysToPay().isPresent());
    }

    /** Cash that came. */
    public Money collected() {
        return actions.stream().map(ActionResult::collected).reduce(zero(), Money::plus);
    }

    /** Items that were contested. */
    public long disputed() {
        return count(ActionResult::disputed);
    }

    /** What the letters, calls and visits cost, by currency code; of channels with a stated cost. */
    public Map<String, Money> cost() {
        Map<String, Money> sums = new TreeMap<>();
        for (ActionResult result : actions) {
            Money cost = costs.get(result.action().channel());
            if (result.leads() && cost != null) {
                sums.merge(cost.currency().getCurrencyCode(), cost, Money::plus);
            }
        }
        return sums;
    }

    /** Paid items in percent of all; empty without items. */
    public Optional<BigDecimal> percentPaid() {
        return percent(BigDecimal.valueOf(paid()), BigDecimal.valueOf(items()));
    }

    /** Cash in percent of what was claimed; empty when nothing was. */
    public Optional<BigDecimal> percentCollected() {
        return percent(collected().amount(), claimed().amount());
    }

    /** Contested items in percent of all; empty without items. */
    public Optional<BigDecimal> percentDisputed() {
        return percent(BigDecimal.valueOf(disputed()), BigDecimal.valueOf(items()));
    }

    /** Days from sending to cash, weighted by amount: Σ(amount × days) / Σ amount; empty when no cash came. */
    public Optional<BigDecimal> meanDays() {
        BigInteger weighted = BigInteger.ZERO;
        BigInteger amounts = BigInteger.ZERO;
        for (ActionResult result : actions) {
            for (ActionResult.Receipt receipt : result.receipts()) {
                BigInteger amount = BigInteger.valueOf(receipt.amount().minorUnits());
                weighted = weighted.add(amount.multiply(BigInteger.valueOf(receipt.days())));
                amounts = amounts.add(amount);
            }
        }
        return amounts.signum() == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(weighted).divide(new BigDecimal(amounts), MathContext.DECIMAL128));
    }

    /** The median of the days from sending to full payment, over paid items; of two in the middle their mean. */
    public Optional<BigDecimal> medianDays() {
        int[] days = actions.stream()
                .map(ActionResult::daysToPay)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .sorted()
                .toArray();
        if (days.length == 0) {
            return Optional.empty();
        }
        BigDecimal lower = BigDecimal.valueOf(days[(days.length - 1) / 2]);
        BigDecimal upper = BigDecimal.valueOf(days[days.length / 2]);
        return Optional.of(lower.add(upper).multiply(HALF));
    }

    private Money zero() {
        return Money.zero(currency);
    }

    private long count(Predicate<ActionResult> condition) {
        return actions.stream().filter(condition).count();
    }

    private static Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL128));
    }

    @Override
    public String toString() {
        return "Results[letters=" + letters() + ", items=" + items() + ", claimed=" + claimed() + ", collected="
                + collected() + "]";
    }
}
