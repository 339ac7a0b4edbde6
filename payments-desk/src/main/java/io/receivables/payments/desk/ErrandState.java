package io.receivables.payments.desk;

import io.receivables.payments.desk.PaymentEvent.ErrandEnded;
import io.receivables.payments.desk.PaymentEvent.ErrandTried;
import io.receivables.payments.spi.Submission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an errand is.
 *
 * @param errand what is to be done
 * @param tried the last try; null before the first
 * @param answered what came of a try last; null while nothing did
 */
public record ErrandState(
        Errand errand,
        @Nullable ErrandTried tried,
        @Nullable ErrandEnded answered) {
    static ErrandState asked(Errand errand) {
        return new ErrandState(errand, null, null);
    }

    ErrandState tried(ErrandTried event) {
        return new ErrandState(errand, event, null);
    }

    ErrandState answered(ErrandEnded event) {
        return new ErrandState(errand, tried, event);
    }

    /** What came of it so far; empty while nothing did. */
    public Optional<Submission.Kind> outcome() {
        return Optional.ofNullable(answered).map(ErrandEnded::outcome);
    }

    /** Whether nothing more will be tried. */
    public boolean isOver() {
        return answered != null && answered.nextAt().isEmpty();
    }

    /** Whether the provider did it. */
    boolean isDone() {
        return outcome().filter(kind -> kind == Submission.Kind.ACKNOWLEDGED).isPresent();
    }
}
