package io.receivables.payments.desk.choice;

import io.receivables.core.Money;
import io.receivables.core.ProblemCode;
import io.receivables.payments.desk.choice.DaysToCash.Figure;
import io.receivables.payments.spi.Capabilities.Effort;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider that can be offered, and what it is expected to cost. All amounts are in the currency of the payment.
 *
 * @param provider its name
 * @param effort what the payer has to do
 * @param cashOn the day on which the money is expected
 * @param waiting the days from the request to that day
 * @param measured where {@code cashOn} comes from; null where the ledger shows too few payments, and the provider's own
 *     word counts
 * @param fee what the provider keeps
 * @param costOfWaiting what the amount costs until it is there
 * @param costOfDoubt the price of money that may be taken back
 */
public record ProviderOffer(
        String provider,
        Effort effort,
        LocalDate cashOn,
        int waiting,
        @Nullable Figure measured,
        Money fee,
        Money costOfWaiting,
        Money costOfDoubt) {
    public ProviderOffer {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(effort, "effort");
        Objects.requireNonNull(cashOn, "cashOn");
    }

    /** What all of it comes to. */
    public Money cost() {
        return fee.plus(costOfWaiting).plus(costOfDoubt);
    }

    /** What the ledger shows of the provider; empty where it shows too little. */
    public Optional<Figure> figure() {
        return Optional.ofNullable(measured);
    }

    /** The arithmetic in words, in French where the locale's language is French, in English otherwise. */
    public String explain(Locale locale) {
        Map<String, String> values = new HashMap<>(Map.of(
                "provider", provider,
                "cashOn", cashOn.toString(),
                "waiting", Integer.toString(waiting),
                "fee", fee.toString(),
                "costOfWaiting", costOfWaiting.toString(),
                "costOfDoubt", costOfDoubt.toString(),
                "cost", cost().toString(),
                "source", "declared"));
        figure().ifPresent(figure -> {
            values.put("days", Integer.toString(figure.days()));
            values.put("payments", Integer.toString(figure.payments()));
            values.put("source", figure.source() == DaysToCash.Source.CUSTOMER ? "customer" : "all");
        });
        String key = "offer." + values.get("source");
        return ProblemCode.fill(ChoiceMessages.in(locale), key, values);
    }
}
