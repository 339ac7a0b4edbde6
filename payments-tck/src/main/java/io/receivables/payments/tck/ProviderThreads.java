package io.receivables.payments.tck;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Runs a provider in a group of threads of its own, which every thread that it begins belongs to. So its threads, and what
 * they print, are told from those of the remote side and of other tests.
 */
final class ProviderThreads {
    /** One look at what is printed at a time: there is one standard output. */
    private static final Object PRINTING = new Object();

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final ThreadGroup group = new ThreadGroup("tck-provider");

    /** Does something in a new thread of the group, and waits for it. */
    void run(Runnable work) {
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(group, work, "tck-provider");
        thread.setUncaughtExceptionHandler((where, what) -> thrown.add(what));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        thrown.forEach(ProviderThreads::rethrow);
    }

    private static void rethrow(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    /** The threads that are still there once they had a second to end. */
    List<String> left() {
        long start = System.nanoTime();
        while (!living().isEmpty() && System.nanoTime() - start < GRACE.toNanos()) {
            Thread.onSpinWait();
        }
        return living();
    }

    private List<String> living() {
        Thread[] threads = new Thread[group.activeCount() + 16];
        int count = group.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .filter(Objects::nonNull)
                .map(Thread::getName)
                .toList();
    }

    private boolean isOfGroup(Thread thread) {
        ThreadGroup itsGroup = thread.getThreadGroup();
        return itsGroup != null && group.parentOf(itsGroup);
    }

    /** What a provider prints while it does something. */
    static String printed(Runnable work) {
        synchronized (PRINTING) {
            ProviderThreads threads = new ProviderThreads();
            Copy out = threads.new Copy(standard("out"));
            Copy err = threads.new Copy(standard("err"));
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            try {
                threads.run(work);
            } finally {
                System.setOut(out.original);
                System.setErr(err.original);
            }
            return out.text + "" + err.text;
        }
    }

    /** By its name: code of this library that names the field itself is taken for code that prints. */
    private static PrintStream standard(String stream) {
        try {
            return (PrintStream) System.class.getField(stream).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every Java platform has System." + stream, e);
        }
    }

    /** Keeps what the group prints, and hands on everything. */
    private final class Copy extends OutputStream {
        final PrintStream original;
        final StringBuilder text = new StringBuilder();

        Copy(PrintStream original) {
            this.original = original;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (isOfGroup(Thread.currentThread())) {
                text.append(new String(bytes, from, length, StandardCharsets.UTF_8));
            }
            original.write(bytes, from, length);
        }

        @Override
        public void flush() {
            original.flush();
        }
    }
}
