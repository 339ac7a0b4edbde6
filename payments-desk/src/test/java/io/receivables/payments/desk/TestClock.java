package io.receivables.payments.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
final class TestClock implements InstantSource {
    private Instant now = Instant.parse("2026-05-04T14:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    TestClock pass(Duration time) {
        now = now.plus(time);
        return this;
    }
}
