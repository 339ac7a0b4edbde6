package io.receivables.payments.desk.choice;

import java.util.List;
import java.util.Optional;

/**
 * The providers for a payment.
 *
 * @param offers those that can be offered, the cheapest first
 * @param excluded those that cannot, by name
 */
public record ProviderRanking(List<ProviderOffer> offers, List<ProviderExclusion> excluded) {
    public ProviderRanking {
        offers = List.copyOf(offers);
        excluded = List.copyOf(excluded);
    }

    /** The provider to offer first; empty where none can be. */
    public Optional<ProviderOffer> best() {
        return offers.stream().findFirst();
    }
}
