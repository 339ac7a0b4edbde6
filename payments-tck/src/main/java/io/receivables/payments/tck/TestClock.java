package io.receivables.payments.tck;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** A clock that stands still until it is moved, or told to run. */
public final class TestClock implements InstantSource {
    private Instant time;
    private boolean isRunning;
    private long runningSince;

    public TestClock(Instant time) {
        this.time = Objects.requireNonNull(time, "time");
    }

    @Override
    public synchronized Instant instant() {
        return isRunning ? time.plusNanos(System.nanoTime() - runningSince) : time;
    }

    public synchronized void moveTo(Instant time) {
        this.time = Objects.requireNonNull(time, "time");
        this.runningSince = System.nanoTime();
    }

    /** Moves the clock on. */
    public synchronized void move(Duration by) {
        moveTo(instant().plus(by));
    }

    /** From now on time goes by as it does outside. */
    public synchronized void run() {
        moveTo(instant());
        isRunning = true;
    }
}
