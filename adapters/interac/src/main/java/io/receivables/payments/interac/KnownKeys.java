package io.receivables.payments.interac;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which request was asked for by which key, as a bank told it. That never changes, so it is asked once; nothing but speed is lost
 * when it is forgotten.
 */
final class KnownKeys {
    private static final int MOST = 100_000;

    private final Map<String, String> references = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    synchronized void learn(String reference, String key) {
        if (keys.size() >= MOST) {
            keys.clear();
            references.clear();
        }
        keys.put(reference, key);
        references.put(key, reference);
    }

    /** The request that was asked for by a key. */
    synchronized Optional<String> reference(String key) {
        return Optional.ofNullable(references.get(key));
    }

    /** Whether the key of a request is known. */
    synchronized boolean knows(String reference) {
        return keys.containsKey(reference);
    }
}
