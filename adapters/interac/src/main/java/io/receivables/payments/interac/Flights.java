package io.receivables.payments.interac;

import io.receivables.payments.spi.CallContext;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One thread at a time does what has a name; whoever comes meanwhile waits for what comes of it, and no longer than until their
 * own deadline.
 */
final class Flights<T> {
    private final Map<String, CompletableFuture<T>> underWay = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Flights(InstantSource clock) {
        this.clock = clock;
    }

    /** What comes of the work, one's own or that of whoever was first; empty when waiting for another one was in vain. */
    Optional<T> join(String name, CallContext call, Supplier<T> work) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> first = underWay.putIfAbsent(name, mine);
        return first == null ? Optional.of(lead(name, mine, work)) : follow(first, call);
    }

    private T lead(String name, CompletableFuture<T> mine, Supplier<T> work) {
        try {
            T result = work.get();
            mine.complete(result);
            return result;
        } finally {
            // nothing but a bug leaves it open, and then nobody waits in vain
            mine.cancel(false);
            underWay.remove(name, mine);
        }
    }

    private Optional<T> follow(CompletableFuture<T> first, CallContext call) {
        try {
            return Optional.of(first.get(call.left(clock.instant()).toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return Optional.empty();
        }
    }
}
