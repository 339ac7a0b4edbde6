package io.receivables.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StampTest {
    private final Stamp stamp = new Stamp();
    private final ExecutorService readers = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        readers.shutdownNow();
    }

    /** Asks while a change goes on, and comes back when the reader has left its question to the writer. */
    private <T> Future<T> ask(Supplier<T> query) throws InterruptedException {
        AtomicReference<Thread> reader = new AtomicReference<>();
        Future<T> answer = readers.submit(() -> {
            reader.set(Thread.currentThread());
            return stamp.read(query);
        });
        while (reader.get() == null || reader.get().getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        return answer;
    }

    @Test
    void a_question_asked_during_a_change_is_answered_after_it() throws Exception {
        int[] value = {1};
        stamp.begin();
        Future<Integer> answer = ask(() -> value[0]);
        value[0] = 2;
        stamp.end();
        assertThat(answer.get()).isEqualTo(2);
    }

    @Test
    void a_question_that_throws_concerns_its_reader_and_not_the_writer() throws Exception {
        stamp.begin();
        Future<Integer> answer = ask(() -> {
            throw new ArithmeticException("of the reader");
        });
        stamp.end();
        assertThatThrownBy(answer::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("of the reader");
        stamp.begin();
        stamp.end();
    }

    @Test
    void a_change_that_breaks_off_leaves_nobody_waiting() throws Exception {
        stamp.begin();
        Future<Integer> waiting = ask(() -> 1);
        stamp.fail(new OutOfMemoryError("no room"));
        assertThatThrownBy(waiting::get).hasRootCauseMessage("no room").hasMessageContaining("build it anew");
        assertThatThrownBy(() -> stamp.read(() -> 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "a change of this live ledger broke off in its middle (java.lang.OutOfMemoryError: no room):"
                                + " its figures are lost, build it anew from its facts");
        assertThatThrownBy(stamp::begin)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("no room");
    }

    @Test
    void a_failure_outside_of_a_change_or_of_another_thread_breaks_nothing() throws Exception {
        stamp.fail(new IllegalArgumentException("before any change"));
        stamp.begin();
        readers.submit(() -> {
                    assertThatThrownBy(stamp::begin)
                            .hasMessage("a live ledger has one writer: another thread is writing");
                    stamp.fail(new IllegalStateException("of another thread"));
                })
                .get();
        stamp.end();
        assertThat(stamp.read(() -> 1)).isEqualTo(1);
    }
}
