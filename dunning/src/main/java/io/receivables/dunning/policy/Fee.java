package io.receivables.dunning.policy;

import io.receivables.core.Money;
import io.receivables.dunning.internal.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a step costs the customer, once for each level. A fee is told in the letter and claimed beside the items; it is
 * never added to them, so no later fee or interest is counted on it.
 */
public sealed interface Fee {
    /** No fee. */
    static Fee none() {
        return new Fixed(Map.of());
    }

    /**
     * The fee of an action over items of one currency.
     *
     * @param originals the original sizes of the items, one or more of one currency
     */
    Money on(List<Money> originals);

    /** A fixed fee in one or several currencies, at most one amount for each. */
    static Fee fixed(Money... amounts) {
        return new Fixed(Amounts.byCurrency("fee", amounts));
    }

    /**
     * A percentage of the original size of each item, rounded half-up to the minor unit for each.
     *
     * @param percent a decimal number from 0 to 100 with at most 4 decimals, such as {@code "2.5"}
     */
    static Fee percentOfOriginal(String percent) {
        Checks.that(
                PercentOfOriginal.PLAIN.matcher(percent).matches(),
                () -> "fee of \"" + (percent.length() > 20 ? percent.substring(0, 20) + "…" : percent)
                        + "\" percent is no percentage: write it as 2.5");
        return new PercentOfOriginal(new BigDecimal(percent));
    }

    /**
     * One sum for an action, however many items it is about; nothing in currencies that have none.
     *
     * @param amounts the sums by currency code, none negative
     */
    record Fixed(Map<String, Money> amounts) implements Fee {
        public Fixed {
            amounts = Collections.unmodifiableMap(new TreeMap<>(amounts));
            Amounts.check(amounts, "fee");
        }

        @Override
        public Money on(List<Money> originals) {
            Currency currency = originals.get(0).currency();
            return amounts.getOrDefault(currency.getCurrencyCode(), Money.zero(currency));
        }
    }

    /**
     * A share of the items' original sizes.
     *
     * @param percent from 0 to 100, with at most 4 decimals
     */
    record PercentOfOriginal(BigDecimal percent) implements Fee {
        private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,10}(\\.[0-9]{1,10})?");
        private static final BigDecimal ALL = BigDecimal.valueOf(100);
        private static final int MOST_DECIMALS = 4;

        public PercentOfOriginal {
            BigDecimal share = percent;
            Checks.that(
                    share.signum() >= 0 && share.compareTo(ALL) <= 0,
                    () -> "fee of " + share + " percent is not between 0 and 100");
            percent = share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
            int decimals = percent.scale();
            Checks.that(
                    decimals <= MOST_DECIMALS,
                    () -> "fee of " + share + " percent has more than " + MOST_DECIMALS + " decimals: round it");
        }

        @Override
        public Money on(List<Money> originals) {
            return originals.stream()
                    .map(original -> original.percent(percent, RoundingMode.HALF_UP))
                    .reduce(Money::plus)
                    .orElseThrow(() -> new IllegalArgumentException("a fee needs items"));
        }
    }

    /** The currencies of a fixed fee; none of a percentage, which goes with any. */
    default Collection<Money> fixedAmounts() {
        return this instanceof Fixed fixed ? fixed.amounts().values() : List.of();
    }
}
