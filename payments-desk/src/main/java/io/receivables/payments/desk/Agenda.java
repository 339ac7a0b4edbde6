package io.receivables.payments.desk;

import io.receivables.payments.desk.PaymentEvent.Answered;
import io.receivables.payments.desk.PaymentEvent.ErrandEnded;
import io.receivables.payments.desk.PaymentEvent.ErrandTried;
import io.receivables.payments.desk.PaymentEvent.Tried;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a payment is to be looked at again. Messages and histories bring news by themselves; a look is the fallback, so the
 * longer nothing was heard the rarer it is.
 */
final class Agenda {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final PaymentDeskOptions options;

    Agenda(PaymentDeskOptions options) {
        this.options = options;
    }

    /** The next time; empty where nothing more is to come of looking. */
    Optional<Instant> next(PaymentState payment, PaymentProvider provider) {
        Optional<Instant> byErrands = payment.errands().stream()
                .filter(errand -> !errand.isOver() && payment.isAcknowledged())
                .flatMap(errand -> next(errand).stream())
                .min(Comparator.naturalOrder());
        return Stream.of(byErrands, nextOfPayment(payment, provider.capabilities()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** An errand is due again when its last try said so, or once that try must have ended. */
    private Optional<Instant> next(ErrandState errand) {
        return Optional.ofNullable(errand.answered())
                .flatMap(ErrandEnded::nextAt)
                .or(() -> Optional.ofNullable(errand.tried()).map(ErrandTried::until))
                .or(() -> Optional.of(options.now()));
    }

    private Optional<Instant> nextOfPayment(PaymentState payment, Capabilities capabilities) {
        return switch (payment.stage()) {
            case PLANNED -> Optional.of(whenToSend(payment));
            case SENDING -> payment.lastTry().map(Tried::until);
            case UNKNOWN -> whenToFind(payment, capabilities);
            case REFUSED -> Optional.empty();
            default -> whenToLook(payment, capabilities);
        };
    }

    /** At once, or when the last try advised. */
    Instant whenToSend(PaymentState payment) {
        return payment.answer()
                .filter(answer -> payment.lastTry()
                        .filter(tried -> tried.number() == answer.number())
                        .isPresent())
                .flatMap(Answered::nextAt)
                .orElse(options.now());
    }

    private static Optional<Instant> whenToFind(PaymentState payment, Capabilities capabilities) {
        return capabilities.can(Operation.FIND) ? payment.answer().flatMap(Answered::nextAt) : Optional.empty();
    }

    private Optional<Instant> whenToLook(PaymentState payment, Capabilities capabilities) {
        if (!capabilities.can(Operation.FIND) || !payment.isAcknowledged()) {
            return Optional.empty();
        }
        Instant heard = payment.observations().stream()
                .map(Observation::seenAt)
                .max(Comparator.naturalOrder())
                .orElse(payment.requestedAt());
        Optional<Instant> until = lookUntil(payment, capabilities, heard);
        Duration pause = payment.stage().isLive() ? pauseOfLive(capabilities, heard) : DAY;
        Instant next = options.now().plus(pause);
        return until.filter(last -> last.isBefore(next)).isPresent() ? Optional.empty() : Optional.of(next);
    }

    /** Until when something may still change; empty for a live payment, of which the end is awaited. */
    private Optional<Instant> lookUntil(PaymentState payment, Capabilities capabilities, Instant heard) {
        if (payment.stage().isLive() || payment.stage() == PaymentStage.PARTLY_SETTLED) {
            return Optional.empty();
        }
        return payment.stage() == PaymentStage.SETTLED
                ? Optional.of(heard.plus(capabilities.reversibleFor().orElse(Duration.ZERO)))
                : Optional.of(heard.plus(options.afterEnd()));
    }

    /** A quarter of the silence so far, between a minute and the option; a day where a history is read anyway. */
    private Duration pauseOfLive(Capabilities capabilities, Instant heard) {
        if (capabilities.can(Operation.POLL)) {
            return DAY;
        }
        Duration quarter = Duration.between(heard, options.now()).dividedBy(4);
        Duration longer = quarter.compareTo(SHORTEST) > 0 ? quarter : SHORTEST;
        return longer.compareTo(options.look()) < 0 ? longer : options.look();
    }

    /** When to try again what a remote side put off; advice that lies in the past is none. */
    Instant again(Reason reason, int tries) {
        return reason.retry().from().filter(at -> at.isAfter(options.now())).orElse(afterPause(tries));
    }

    /** A time that somebody advised, but not sooner than a look makes sense. */
    Instant noSooner(Instant advised) {
        Instant earliest = options.now().plus(SHORTEST);
        return advised.isBefore(earliest) ? earliest : advised;
    }

    /** When to try again after so many tries that did not arrive. */
    private Instant afterPause(int tries) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(tries, 10));
        return options.now().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
