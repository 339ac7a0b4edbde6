package io.receivables.payments.desk.choice;

import io.receivables.core.Problem;
import java.util.List;

/**
 * A provider that cannot be offered.
 *
 * @param provider its name
 * @param reasons all that stands against it, one or more
 */
public record ProviderExclusion(String provider, List<Problem> reasons) {
    public ProviderExclusion {
        reasons = List.copyOf(reasons);
    }
}
