package io.receivables.payments.interac;

import io.receivables.payments.spi.Submission;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a money request.
 *
 * @param request the request; null where there is none
 * @param failure why nothing was learned, as if it had been asked to do something; null where something was
 */
record Reading(@Nullable MoneyRequest request, @Nullable Submission failure) {
    static Reading found(MoneyRequest request) {
        return new Reading(request, null);
    }

    static Reading absent() {
        return new Reading(null, null);
    }

    static Reading failed(Submission failure) {
        return new Reading(null, failure);
    }
}
