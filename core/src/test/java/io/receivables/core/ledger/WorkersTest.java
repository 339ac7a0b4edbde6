package io.receivables.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {
    private static final List<Integer> SQUARES =
            IntStream.range(0, 1000).mapToObj(t -> t * t).toList();

    private final ExecutorService two = Executors.newFixedThreadPool(2);

    @AfterEach
    void close() {
        two.shutdownNow();
    }

    @Test
    void results_are_in_the_order_of_the_tasks_whatever_the_number_of_threads() {
        assertThat(Workers.caller().all(1000, t -> t * t)).isEqualTo(SQUARES);
        assertThat(Workers.on(two, 3).all(1000, t -> t * t)).isEqualTo(SQUARES);
        assertThat(Workers.on(two, 3).all(0, t -> t)).isEmpty();
    }

    @Test
    void work_runs_on_the_calling_thread_and_on_those_of_the_executor_at_once() throws InterruptedException {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch both = new CountDownLatch(2);
        Workers.on(two, 2).all(2, t -> {
            seen.add(Thread.currentThread());
            both.countDown();
            await(both);
            return t;
        });
        assertThat(seen).hasSize(2).contains(Thread.currentThread());
    }

    @Test
    void a_pass_within_a_pass_on_a_full_executor_ends() {
        Workers workers = Workers.on(two, 3);
        assertThat(workers.all(
                        8, outer -> workers.all(8, inner -> outer * inner).get(7)))
                .containsExactly(0, 7, 14, 21, 28, 35, 42, 49);
    }

    @Test
    void an_executor_that_takes_nothing_leaves_all_to_the_caller() {
        Workers workers = Workers.on(
                task -> {
                    throw new RejectedExecutionException("full");
                },
                4);
        assertThat(workers.all(1000, t -> t * t)).isEqualTo(SQUARES);
        assertThat(Workers.on(task -> {}, 4).all(1000, t -> t * t)).isEqualTo(SQUARES);
    }

    @Test
    void what_a_task_throws_reaches_the_caller_and_ends_the_pass() {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> Workers.on(two, 3).all(100_000, t -> {
                    begun.incrementAndGet();
                    throw new ArithmeticException("long overflow");
                }))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("long overflow");
        assertThat(begun.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void sums_are_gathered_whatever_the_number_of_threads_until_one_fails() {
        for (Workers workers : List.of(Workers.caller(), Workers.on(two, 3), Workers.on(task -> {}, 3))) {
            List<AtomicInteger> sums = workers.gather(1000, AtomicInteger::new, (sum, t) -> sum.addAndGet(t));
            assertThat(sums).hasSizeLessThanOrEqualTo(workers.threads());
            assertThat(sums.stream().mapToInt(AtomicInteger::get).sum()).isEqualTo(499_500);
        }
        CountDownLatch failed = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> Workers.on(two, 2).gather(100_000, AtomicInteger::new, (sum, t) -> {
                    begun.incrementAndGet();
                    if (t == 0) {
                        failed.countDown();
                        throw new ArithmeticException("long overflow");
                    }
                    await(failed);
                    parkAWhile();
                }))
                .hasMessage("long overflow");
        assertThat(begun.get()).isLessThan(1000);
    }

    @Test
    void a_signal_stops_the_pass_before_its_next_task() {
        AtomicInteger done = new AtomicInteger();
        Workers workers = Workers.caller().cancelledBy(() -> done.get() == 5);
        assertThatThrownBy(() -> workers.all(1000, t -> done.incrementAndGet()))
                .isInstanceOf(CancellationException.class)
                .hasMessage("cancelled after 5 of 1000 tasks");
        assertThat(done).hasValue(5);
    }

    @Test
    void an_interrupted_caller_waits_for_what_runs_and_stays_interrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        Thread[] caller = new Thread[1];
        Future<Boolean> pass = two.submit(() -> {
            caller[0] = Thread.currentThread();
            assertThatThrownBy(() -> Workers.on(two, 2).all(2, t -> {
                        if (Thread.currentThread() != caller[0]) {
                            begun.countDown();
                            await(release);
                        } else {
                            await(begun);
                        }
                        return finished.incrementAndGet();
                    }))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("interrupted");
            return Thread.currentThread().isInterrupted();
        });
        await(begun);
        caller[0].interrupt();
        while (caller[0].isInterrupted() || caller[0].getState() != Thread.State.WAITING) {
            Thread.onSpinWait(); // until it has noticed, and waits again
        }
        release.countDown();
        assertThat(pass.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(finished).hasValue(2);
    }

    @Test
    void there_is_at_least_the_calling_thread() {
        assertThatThrownBy(() -> Workers.on(two, 0))
                .hasMessage("threads 0 is below 1: the calling thread is one of them");
    }

    private static void parkAWhile() {
        LockSupport.parkNanos(1_000_000);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
