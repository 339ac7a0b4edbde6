package io.receivables.benchmarks;

import io.receivables.core.ledger.Workers;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The calling thread and one more. */
final class TwoThreads {
    private static final Executor SECOND = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "second");
        thread.setDaemon(true);
        return thread;
    });

    private TwoThreads() {}

    static Workers workers(int threads) {
        return threads == 1 ? Workers.caller() : Workers.on(SECOND, threads);
    }
}
