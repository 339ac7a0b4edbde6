package io.receivables.core.ledger;

import io.receivables.core.internal.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Who does the work of a pass over many rows, and whether it is still wanted.
 *
 * <pre>{@code
 * Workers workers = Workers.on(executor, 4).cancelledBy(request::isGone);
 * AgedBalance balance = Aging.of(ledger, options, workers);
 * }</pre>
 *
 * <p>Work is cut into tasks in a way that does not depend on the number of threads, and the results are put together in the
 * order of the tasks: the answer is the same for any number. Nothing ever runs on a thread that the caller did not give; the
 * common pool is not used. The calling thread takes part: a pass ends even if the executor is full, or busy with the caller.
 */
public final class Workers {
    private static final Workers CALLER = new Workers(Runnable::run, 1, () -> false);

    private final Executor executor;
    private final int threads;
    private final BooleanSupplier cancelled;

    private Workers(Executor executor, int threads, BooleanSupplier cancelled) {
        this.executor = executor;
        this.threads = threads;
        this.cancelled = cancelled;
    }

    /** The calling thread alone. */
    public static Workers caller() {
        return CALLER;
    }

    /**
     * The calling thread and threads of an executor.
     *
     * @param threads how many threads there are in all: the calling one and, at most, one less of the executor
     * @throws IllegalArgumentException if there is no thread
     */
    public static Workers on(Executor executor, int threads) {
        Checks.that(threads >= 1, () -> "threads " + threads + " is below 1: the calling thread is one of them");
        return new Workers(Objects.requireNonNull(executor, "executor"), threads, CALLER.cancelled);
    }

    /**
     * These workers, who stop as soon as a signal says so. It is asked before every task, by several threads. A pass that
     * was stopped throws a {@link CancellationException} and leaves nothing behind.
     */
    public Workers cancelledBy(BooleanSupplier signal) {
        return new Workers(executor, threads, Objects.requireNonNull(signal, "signal"));
    }

    /** How many threads there are at most. */
    public int threads() {
        return threads;
    }

    /**
     * Does a number of tasks, several at a time.
     *
     * @param task gives the result of a task by its number from 0
     * @return the results in the order of the tasks
     * @throws CancellationException if the signal says so, or if the calling thread is interrupted while it waits for
     *     others; it stays interrupted
     * @throws RuntimeException the one that a task threw; the others are not begun any more
     */
    public <T> List<T> all(int tasks, IntFunction<? extends T> task) {
        Pass<T> pass = new Pass<>(tasks, task);
        try {
            for (int helper = 1; helper < Math.min(threads, tasks); helper++) {
                executor.execute(pass);
            }
        } catch (RejectedExecutionException e) {
            // a full or closed executor lends no thread; the calling one does it all
            pass.run();
            return pass.results();
        }
        pass.run();
        return pass.results();
    }

    /**
     * Does a number of tasks, several at a time, each thread adding up the results of its tasks in an accumulator of its
     * own. Which tasks are in which accumulator is left to chance: this is for sums, whose order does not matter.
     *
     * @return the accumulators, at most one per thread
     * @throws CancellationException as {@link #all} does
     * @throws RuntimeException the one that a task threw; the others are not begun any more
     */
    public <A> List<A> gather(int tasks, Supplier<? extends A> accumulator, ObjIntConsumer<? super A> task) {
        AtomicInteger next = new AtomicInteger();
        return all(Math.min(threads, tasks), thread -> {
            try {
                A sums = accumulator.get();
                for (int t = next.getAndIncrement(); t < tasks; t = next.getAndIncrement()) {
                    ensureWanted(t, tasks);
                    task.accept(sums, t);
                }
                return sums;
            } catch (RuntimeException | Error e) {
                next.set(tasks); // nobody needs the other sums any more
                throw e;
            }
        });
    }

    private void ensureWanted(int done, int tasks) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled after " + done + " of " + tasks + " tasks");
        }
    }

    /** As {@link #all}, for tasks that write their results to where they belong. */
    public void each(int tasks, IntConsumer task) {
        all(tasks, t -> {
            task.accept(t);
            return Boolean.TRUE;
        });
    }

    /** The tasks of one pass. Every thread takes the next one that nobody has taken. */
    private final class Pass<T> implements Runnable {
        private final int tasks;
        private final IntFunction<? extends T> task;
        private final AtomicReferenceArray<T> results;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private int running;

        Pass(int tasks, IntFunction<? extends T> task) {
            this.tasks = tasks;
            this.task = task;
            this.results = new AtomicReferenceArray<>(tasks);
        }

        @Override
        public void run() {
            begin();
            try {
                for (int t = next.getAndIncrement(); t < tasks && failure.get() == null; t = next.getAndIncrement()) {
                    ensureWanted(t, tasks);
                    results.set(t, Objects.requireNonNull(task.apply(t), "result"));
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                end();
            }
        }

        private synchronized void begin() {
            running++;
        }

        private synchronized void end() {
            running--;
            notifyAll();
        }

        /** Waits for the tasks that other threads have begun; threads that come later find none left. */
        List<T> results() {
            awaitOthers();
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown != null) {
                throw (RuntimeException) thrown;
            }
            List<T> inOrder = new ArrayList<>(tasks);
            for (int t = 0; t < tasks; t++) {
                inOrder.add(results.get(t));
            }
            return inOrder;
        }

        private synchronized void awaitOthers() {
            boolean interrupted = false;
            while (running > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    // no thread may still be at work on what the caller believes to have ended
                    failure.compareAndSet(null, new CancellationException("interrupted"));
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
