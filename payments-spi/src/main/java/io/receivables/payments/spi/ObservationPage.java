package io.receivables.payments.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of a provider's history.
 *
 * @param observations oldest first; they may have been told before
 * @param next where to go on, also when nothing more is there now; opaque, and good after a restart
 * @param isLast whether nothing more is there now
 * @param failure why the page is not there; null when it is
 */
public record ObservationPage(
        List<Observation> observations,
        String next,
        boolean isLast,
        @Nullable Reason failure) {
    public ObservationPage {
        observations = List.copyOf(observations);
        Objects.requireNonNull(next, "next");
    }

    public static ObservationPage of(List<Observation> observations, String next, boolean isLast) {
        return new ObservationPage(observations, next, isLast, null);
    }

    /** Nothing happened since; to be asked from the same place again. */
    public static ObservationPage nothingAfter(String cursor) {
        return new ObservationPage(List.of(), cursor, true, null);
    }

    /** Nothing was learned; to be asked from the same place again. */
    public static ObservationPage unavailable(String cursor, Reason reason) {
        return new ObservationPage(List.of(), cursor, true, Objects.requireNonNull(reason, "reason"));
    }

    /** Why the page is not there. */
    public Optional<Reason> problem() {
        return Optional.ofNullable(failure);
    }
}
