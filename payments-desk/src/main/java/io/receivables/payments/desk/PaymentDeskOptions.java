package io.receivables.payments.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;

/** What a desk takes from its host in place of the machine's clock and zone, and how patient it is. */
public final class PaymentDeskOptions {
    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofHours(1);
    private static final Duration AFTER_END = Duration.ofDays(3);

    private final InstantSource clock;
    private final ZoneId zone;
    private final Duration call;
    private final Duration look;
    private final Duration afterEnd;

    private PaymentDeskOptions(InstantSource clock, ZoneId zone, Duration call, Duration look, Duration afterEnd) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.call = positive(call, "time of a call");
        this.look = positive(look, "time between looks");
        this.afterEnd = Objects.requireNonNull(afterEnd, "afterEnd");
    }

    private static Duration positive(Duration given, String what) {
        if (given.isNegative() || given.isZero()) {
            throw new IllegalArgumentException(what + " is " + given + ": give one above zero");
        }
        return given;
    }

    /**
     * Half a minute for a call, and a look once in an hour at what nothing was heard of.
     *
     * @param zone turns times into the days of the ledger where the provider tells no day
     */
    public static PaymentDeskOptions of(InstantSource clock, ZoneId zone) {
        return new PaymentDeskOptions(clock, zone, CALL, LOOK, AFTER_END);
    }

    /** How long one call of a provider may take. */
    public PaymentDeskOptions callWithin(Duration call) {
        return new PaymentDeskOptions(clock, zone, call, look, afterEnd);
    }

    /** How long at most nothing is heard of a live payment before it is looked up. */
    public PaymentDeskOptions lookEvery(Duration look) {
        return new PaymentDeskOptions(clock, zone, call, look, afterEnd);
    }

    /** How long a payment that ended without money is looked at still: a payer may have been faster than a cancellation. */
    public PaymentDeskOptions lookAfterEndFor(Duration afterEnd) {
        return new PaymentDeskOptions(clock, zone, call, look, afterEnd);
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId zone() {
        return zone;
    }

    Duration call() {
        return call;
    }

    Duration look() {
        return look;
    }

    Duration afterEnd() {
        return afterEnd;
    }
}
