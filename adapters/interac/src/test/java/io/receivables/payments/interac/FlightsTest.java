package io.receivables.payments.interac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.payments.spi.CallContext;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private static final Instant NOW = Instant.parse("2026-05-11T08:00:00Z");

    private final Flights<String> flights = new Flights<>(() -> NOW);
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final CountDownLatch isUnderWay = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void end() {
        mayEnd.countDown();
        other.shutdownNow();
    }

    private static CallContext within(long millis) {
        return new CallContext("key-1", NOW.plusMillis(millis));
    }

    private Future<Optional<String>> leading(String result) throws InterruptedException {
        Future<Optional<String>> first = other.submit(() -> flights.join("key-1", within(10_000), () -> {
            isUnderWay.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return result;
        }));
        assertThat(isUnderWay.await(10, TimeUnit.SECONDS)).isTrue();
        return first;
    }

    @Test
    void whoever_comes_second_does_not_do_it_again_and_waits_no_longer_than_their_deadline() throws Exception {
        Future<Optional<String>> first = leading("one");

        assertThat(flights.join("key-1", within(20), FlightsTest::notAgain)).isEmpty();
        assertThat(flights.join("key-1", within(0), FlightsTest::notAgain)).isEmpty();
        mayEnd.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).contains("one");
    }

    private static String notAgain() {
        throw new AssertionError("it is under way");
    }

    @Test
    void another_name_does_not_wait() throws Exception {
        Future<Optional<String>> first = leading("one");

        assertThat(flights.join("key-2", within(0), () -> "two")).contains("two");
        mayEnd.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).contains("one");
    }

    @Test
    void what_is_over_is_done_anew() {
        assertThat(flights.join("key-1", within(0), () -> "one")).contains("one");
        assertThat(flights.join("key-1", within(0), () -> "two")).contains("two");
    }

    @Test
    void a_bug_of_one_holds_nobody_else_up() {
        assertThatThrownBy(() -> flights.join("key-1", within(0), () -> {
                    throw new IllegalStateException("bug");
                }))
                .hasMessage("bug");
        assertThat(flights.join("key-1", within(0), () -> "two")).contains("two");
    }

    @Test
    void whoever_is_interrupted_while_waiting_stays_so() throws Exception {
        Future<Optional<String>> first = leading("one");
        Thread.currentThread().interrupt();

        assertThat(flights.join("key-1", within(10_000), FlightsTest::notAgain)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        mayEnd.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).contains("one");
    }
}
