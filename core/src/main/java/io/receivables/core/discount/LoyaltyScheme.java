package io.receivables.core.discount;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Rewards for paying on time. A payment earns the reward of one rule: of those that it keeps, the one that asks for the
 * earliest payment.
 *
 * <pre>{@code
 * LoyaltyScheme scheme = LoyaltyScheme.of(
 *         new LoyaltyRule(0, LoyaltyReward.points("1", "0.002")),     // a point for each euro paid when due
 *         new LoyaltyRule(10, LoyaltyReward.rebate("0.5")));          // half a percent for ten days earlier
 * LoyaltyCost cost = scheme.cost(payments);
 * cost.perDayGained();                                                // what one day earlier costs
 * cost.rate(365);                                                     // the same as a rate, to hold against a loan's
 * }</pre>
 *
 * @param rules the rules, each asking for another number of days; earliest payment first
 */
public record LoyaltyScheme(List<LoyaltyRule> rules) {
    /**
     * @throws IllegalArgumentException if there is no rule, or two ask for the same number of days
     */
    public LoyaltyScheme {
        rules = rules.stream()
                .sorted(Comparator.comparingInt(LoyaltyRule::daysBeforeDue).reversed())
                .toList();
        boolean hasRules = !rules.isEmpty();
        Checks.that(hasRules, () -> "loyalty scheme has no rule: give one or more");
        for (int i = 1; i < rules.size(); i++) {
            int days = rules.get(i).daysBeforeDue();
            Checks.that(
                    rules.get(i - 1).daysBeforeDue() != days,
                    () -> "two rules ask for payment " + days + " days before the due date: keep one");
        }
    }

    public static LoyaltyScheme of(LoyaltyRule... rules) {
        return new LoyaltyScheme(List.of(rules));
    }

    /** The rule by which a payment is rewarded; none for a late one. */
    public Optional<LoyaltyRule> rule(LoyaltyPayment payment) {
        long early = ChronoUnit.DAYS.between(payment.paidOn(), payment.dueDate());
        return rules.stream().filter(rule -> early >= rule.daysBeforeDue()).findFirst();
    }

    /**
     * What the rewards of payments cost, and what they brought.
     *
     * @param payments one or more, of one currency; rewarded or not
     * @throws IllegalArgumentException if there is none, or currencies differ
     */
    public LoyaltyCost cost(List<LoyaltyPayment> payments) {
        Checks.that(!payments.isEmpty(), () -> "there is no payment to reward");
        Money zero = Money.zero(payments.get(0).amount().currency());
        LoyaltyCost cost = new LoyaltyCost(zero, BigDecimal.ZERO, zero, BigDecimal.ZERO);
        for (LoyaltyPayment payment : payments) {
            cost = cost.plus(rewarded(payment));
        }
        return cost;
    }

    private LoyaltyCost rewarded(LoyaltyPayment payment) {
        Money amount = payment.amount();
        long gained = ChronoUnit.DAYS.between(payment.paidOn(), payment.expectedOn());
        Optional<LoyaltyReward> reward = rule(payment).map(LoyaltyRule::reward);
        return new LoyaltyCost(
                amount,
                reward.map(earned -> earned.points(amount)).orElse(BigDecimal.ZERO),
                reward.map(earned -> earned.cost(amount)).orElse(Money.zero(amount.currency())),
                amount.amount().multiply(BigDecimal.valueOf(gained)));
    }
}
