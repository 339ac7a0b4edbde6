package io.receivables.dunning.policy;

import io.receivables.core.Money;
import io.receivables.dunning.internal.Checks;
import java.util.Map;
import java.util.TreeMap;

/** Amounts by currency code. */
final class Amounts {
    private Amounts() {}

    /** Amounts under their currency's code, at most one of each. */
    static Map<String, Money> byCurrency(String what, Money... amounts) {
        Map<String, Money> byCurrency = new TreeMap<>();
        for (Money amount : amounts) {
            Money other = byCurrency.put(amount.currency().getCurrencyCode(), amount);
            Checks.that(
                    other == null, () -> what + " " + amount + " comes beside " + other + ": give one per currency");
        }
        return byCurrency;
    }

    /** Each under its own currency's code, none negative. */
    static void check(Map<String, Money> amounts, String what) {
        amounts.forEach((code, amount) -> {
            Checks.that(
                    amount.currency().getCurrencyCode().equals(code),
                    () -> what + " " + amount + " stands under " + code + ": use its own currency");
            Checks.that(!amount.isNegative(), () -> what + " " + amount + " is negative: give zero or more");
        });
    }
}
