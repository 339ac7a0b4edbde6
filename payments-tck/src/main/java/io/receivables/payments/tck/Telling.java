package io.receivables.payments.tck;

import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Submission;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that a host could read of what a provider gave back: for messages of failed checks, and to look for secrets in. */
final class Telling {
    private Telling() {}

    static String of(@Nullable Object told) {
        if (told instanceof Submission submission) {
            return submission + " " + inside(submission);
        }
        if (told instanceof Lookup lookup) {
            return lookup + (lookup.kind() == Lookup.Kind.FOUND ? of(((Lookup.Found) lookup).observation()) : "");
        }
        if (told instanceof Reception reception) {
            return reception + (reception instanceof Reception.Accepted accepted ? of(accepted.observations()) : "");
        }
        if (told instanceof ObservationPage page) {
            return page + of(page.observations());
        }
        if (told instanceof List<?> several) {
            return several.stream().map(Telling::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return told instanceof Observation observation ? of(observation) : String.valueOf(told);
    }

    private static String inside(Submission submission) {
        return switch (submission.kind()) {
            case ACKNOWLEDGED -> of(((Submission.Acknowledged) submission).observation());
            case TOO_LATE -> of(((Submission.TooLate) submission).observation());
            case REFUSED, NOT_SENT, UNKNOWN, UNSUPPORTED -> "";
        };
    }

    private static String of(Observation it) {
        return it + "{raw " + it.rawCode() + " " + it.rawText() + ", of " + it.providerRef() + ", seen " + it.seenAt()
                + it.reason().map(Reason::toString).map(reason -> ", " + reason).orElse("") + "}";
    }
}
