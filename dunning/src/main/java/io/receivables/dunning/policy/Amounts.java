package io.receivables.dunning.policy;

import io.receivables.core.Money;
import io.receivables.dunning.internal.Checks;
import java.util.Map;

/** Amounts by currency code. */
final class Amounts {
    private Amounts() {}

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
