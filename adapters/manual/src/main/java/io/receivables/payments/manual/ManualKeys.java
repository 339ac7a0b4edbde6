package io.receivables.payments.manual;

import io.receivables.core.Money;
import io.receivables.payments.spi.Capabilities.Limits;
import io.receivables.payments.spi.ConfigKey;
import io.receivables.payments.spi.ProviderConfig;

/** What a rail without an interface wants to be told. */
final class ManualKeys {
    static final ConfigKey<String> PAYEE = ConfigKey.text("payee", "to whom the payer pays, as on the account");
    static final ConfigKey<Money> MOST = ConfigKey.amount("most", "the greatest amount to ask for; gives the currency")
            .where(Money::isPositive, "above zero");
    static final ConfigKey<Money> LEAST = ConfigKey.amount("least", "the smallest amount to ask for; a cent otherwise")
            .where(Money::isPositive, "above zero")
            .optional();
    static final ConfigKey<Money> FEE = ConfigKey.amount("fee", "what one payment costs the seller")
            .where(fee -> !fee.isNegative(), "zero or more")
            .optional();
    static final ConfigKey<Integer> REFERENCE_LENGTH = ConfigKey.integer(
                    "referenceLength", "the most characters of a reference")
            .where(
                    length -> length >= ReferenceForm.MADE && length <= Facts.LONGEST,
                    "from " + ReferenceForm.MADE + " to " + Facts.LONGEST)
            .orElse(35);
    static final ConfigKey<String> REFERENCE_SIGNS = ConfigKey.text(
                    "referenceSigns", "what a reference may have beside letters and digits")
            .orElse(" -/");

    private ManualKeys() {}

    /**
     * The limits.
     *
     * @throws IllegalArgumentException if the least and the most do not go together
     */
    static Limits limits(ProviderConfig config) {
        Money most = config.get(MOST);
        Money least = config.find(LEAST).orElse(Money.ofMinor(1, most.currency()));
        if (!least.currency().equals(most.currency())) {
            throw new IllegalArgumentException("least " + least + " and most " + most + " are of two currencies");
        }
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("least " + least + " is above most " + most);
        }
        return new Limits(least, most);
    }

    static ReferenceForm references(ProviderConfig config) {
        return new ReferenceForm(config.get(REFERENCE_LENGTH), config.get(REFERENCE_SIGNS));
    }
}
