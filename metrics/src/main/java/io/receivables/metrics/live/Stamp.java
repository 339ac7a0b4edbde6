package io.receivables.metrics.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread write and many threads read without locks: a number that is odd while the writer is at work. A reader
 * takes the number, reads, and reads again if the number has changed since. It never holds up the writer; what it read
 * while the writer was at work is thrown away.
 *
 * <p>A reader that the writer overtakes again and again leaves its question to the writer, who answers it between two
 * changes: so every reader gets an answer, however busy the writer is.
 */
final class Stamp {
    private static final int PATIENCE = 32;
    private static final long PAUSE_NANOS = 1_000;
    private static final VarHandle NUMBER;

    static {
        try {
            NUMBER = MethodHandles.lookup().findVarHandle(Stamp.class, "number", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final AtomicReference<@Nullable Question<?>> questions = new AtomicReference<>();

    /** The thread that is in the middle of a change; only the writer looks at it. */
    private @Nullable Thread writer;

    /** Why a change was broken off in its middle, for good. */
    private volatile @Nullable Throwable failure;

    @SuppressWarnings("UnusedVariable") // through the handle
    private long number;

    /** What a reader wants to know, and the answer once the writer gave it. */
    private static final class Question<T> {
        final Supplier<T> query;
        final AtomicReference<@Nullable T> answer = new AtomicReference<>();

        @Nullable Question<?> next;

        Question(Supplier<T> query) {
            this.query = query;
        }

        void answer() {
            try {
                answer.set(query.get());
            } catch (RuntimeException e) {
                // the reader asks again by itself, and is told
                answer.set(null);
            }
        }
    }

    // ---- the writer

    /**
     * Begins a change.
     *
     * @throws IllegalStateException if another one has not ended, or was broken off
     */
    void begin() {
        long now = number;
        ensureWhole();
        if (isOdd(now)) {
            throw new IllegalStateException("a live ledger has one writer: another thread is writing");
        }
        writer = Thread.currentThread();
        NUMBER.setOpaque(this, now + 1);
        // whoever sees any of the change sees the odd number, too
        VarHandle.storeStoreFence();
    }

    /** Ends a change; from now on readers see it. */
    void end() {
        writer = null;
        NUMBER.setRelease(this, number + 1);
        if (questions.getOpaque() != null) {
            answer();
        }
    }

    /** Says that the calling thread failed; if that was in the middle of a change, nobody reads or writes any more. */
    void fail(Throwable cause) {
        if (writer == Thread.currentThread()) {
            failure = cause;
        }
    }

    private void ensureWhole() {
        Throwable cause = failure;
        if (cause != null) {
            throw new IllegalStateException(
                    "a change of this live ledger broke off in its middle (" + cause
                            + "): its figures are lost, build it anew from its facts",
                    cause);
        }
    }

    private void answer() {
        Question<?> question = questions.getAndSet(null);
        while (question != null) {
            question.answer();
            question = question.next;
        }
    }

    // ---- readers

    /** The number before reading, to be handed to {@link #isUnchanged}. */
    long now() {
        return (long) NUMBER.getAcquire(this);
    }

    /** Whether nothing was written since, so that what was read belongs together. */
    boolean isUnchanged(long since) {
        // nothing that was read may be read only after this
        VarHandle.acquireFence();
        return !isOdd(since) && (long) NUMBER.getOpaque(this) == since;
    }

    private static boolean isOdd(long number) {
        return (number & 1) != 0;
    }

    /**
     * The answer to a question at one moment.
     *
     * @param query reads what the writer writes and nothing else; it may meet any state, and runs on either thread
     */
    <T> T read(Supplier<T> query) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            T answer = tryRead(query);
            if (answer != null) {
                return answer;
            }
            Thread.onSpinWait();
        }
        return ask(query);
    }

    private <T> T ask(Supplier<T> query) {
        Question<T> question = new Question<>(query);
        question.next = questions.get();
        while (!questions.compareAndSet(question.next, question)) {
            question.next = questions.get();
        }
        while (true) {
            T answer = question.answer.get();
            if (answer == null) {
                answer = tryRead(query); // the writer may have nothing more to write
            }
            if (answer != null) {
                return answer;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private <T> @Nullable T tryRead(Supplier<T> query) {
        long since = now();
        if (isOdd(since)) {
            ensureWhole();
            return null;
        }
        try {
            T answer = query.get();
            return isUnchanged(since) ? answer : null;
        } catch (RuntimeException e) {
            // half a change can look like anything, such as an index beyond an array that has grown since
            if (isUnchanged(since)) {
                throw e;
            }
            return null;
        }
    }
}
