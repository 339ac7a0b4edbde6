package io.receivables.payments.tck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several things at once. */
final class Together {
    private Together() {}

    /** Begins all at the same moment, each in a thread of its own, and waits for what comes of them. */
    static <T> List<T> all(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> begun = new ArrayList<>();
            for (Callable<T> task : tasks) {
                begun.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : begun) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check fell over", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many of these, all begun at the same moment, have not come to an end within a time. They are interrupted then. */
    static int unfinished(List<Runnable> tasks, Duration within) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Callable<Object>> calls =
                    tasks.stream().map(Executors::callable).toList();
            List<Future<Object>> begun = threads.invokeAll(calls, within.toMillis(), TimeUnit.MILLISECONDS);
            return (int) begun.stream().filter(Future::isCancelled).count();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
