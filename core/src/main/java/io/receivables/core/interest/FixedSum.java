package io.receivables.core.interest;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A sum that is owed for the cost of recovery as soon as a debt is late, whatever its interest (French: indemnité
 * forfaitaire pour frais de recouvrement).
 *
 * @param tiers the sums by the size of the debt, in one currency and in order of size; empty where no sum is owed
 * @param perInstalment whether each late instalment of a document bears a sum of its own; otherwise a document bears one
 */
public record FixedSum(List<Tier> tiers, boolean perInstalment) {
    /**
     * The sum for debts of a size.
     *
     * @param from the smallest debt
     * @param sum what is owed
     */
    public record Tier(Money from, Money sum) {
        public Tier {
            Money smallest = from;
            Money owed = sum;
            Checks.that(!smallest.isNegative(), () -> "debt " + smallest + " of a tier is negative");
            Checks.that(owed.isPositive(), () -> "fixed sum " + owed + " is not above zero");
        }
    }

    public FixedSum {
        tiers = tiers.stream()
                .sorted(Comparator.comparing(tier -> tier.from().minorUnits()))
                .toList();
        for (Tier tier : tiers) {
            Currency currency = tiers.get(0).sum().currency();
            Checks.that(
                    tier.from().currency().equals(currency)
                            && tier.sum().currency().equals(currency),
                    () -> "tier " + tier + " is not in " + currency);
        }
    }

    /** No sum is owed. */
    public static FixedSum none() {
        return new FixedSum(List.of(), false);
    }

    /** One sum for a late document of any size. */
    public static FixedSum of(Money sum) {
        return tiers(new Tier(Money.zero(sum.currency()), sum));
    }

    /** Sums by the size of the debt. */
    public static FixedSum tiers(Tier... tiers) {
        return new FixedSum(List.of(tiers), false);
    }

    /** The same sums, for each late instalment of a document. */
    public FixedSum forEachInstalment() {
        return new FixedSum(tiers, true);
    }

    /** The currency of the sums; empty where none is owed. */
    public Optional<Currency> currency() {
        return tiers.stream().findFirst().map(tier -> tier.sum().currency());
    }

    /** What is owed for the late instalments of one document, of which {@code nothing} gives the currency. */
    Money on(List<Money> instalments, Money nothing) {
        if (perInstalment || instalments.isEmpty()) {
            return instalments.stream().map(this::on).reduce(nothing, Money::plus);
        }
        return on(instalments.stream().reduce(nothing, Money::plus));
    }

    /**
     * What is owed for a late debt; zero below the smallest tier.
     *
     * @throws IllegalArgumentException if sums are owed in another currency than the debt's
     */
    public Money on(Money debt) {
        Money owed = Money.zero(debt.currency());
        for (Tier tier : tiers) {
            if (debt.compareTo(tier.from()) >= 0) {
                owed = tier.sum();
            }
        }
        return owed;
    }
}
