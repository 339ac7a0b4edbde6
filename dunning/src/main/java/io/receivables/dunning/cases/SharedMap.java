package io.receivables.dunning.cases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that does not change. A changed copy is made through an {@link Editor} and shares with its origin every part in
 * which nothing differs, so that a few changes to millions of entries copy a few small parts.
 */
final class SharedMap<K, V> {
    /** So many entries a part has at most on average. */
    private static final int ENTRIES_PER_PART = 64;

    /** A power of two of them; an entry is in the part of its key's hash. */
    private final List<Map<K, V>> parts;

    private final int size;

    private SharedMap(List<Map<K, V>> parts, int size) {
        this.parts = parts;
        this.size = size;
    }

    static <K, V> SharedMap<K, V> empty() {
        return new SharedMap<>(List.of(Map.of()), 0);
    }

    @Nullable V get(K key) {
        return parts.get(part(key, parts.size())).get(key);
    }

    V get(K key, V otherwise) {
        V value = get(key);
        return value == null ? otherwise : value;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void forEach(BiConsumer<? super K, ? super V> consumer) {
        parts.forEach(part -> part.forEach(consumer));
    }

    Editor<K, V> edit() {
        return new Editor<>(this);
    }

    private static int part(Object key, int parts) {
        // hash maps within a part look at the low bits, which therefore differ among the keys of one part
        return Integer.rotateRight(key.hashCode() * 0x9E3779B9, 16) & (parts - 1);
    }

    /** Collects changes. Not for several threads. */
    static final class Editor<K, V> {
        private List<Map<K, V>> parts;
        /** The parts that are this editor's own and may be changed. */
        private BitSet own = new BitSet();

        private int size;

        private Editor(SharedMap<K, V> from) {
            this.parts = new ArrayList<>(from.parts);
            this.size = from.size;
        }

        @Nullable V get(K key) {
            return parts.get(part(key, parts.size())).get(key);
        }

        void put(K key, V value) {
            if (size >= (long) ENTRIES_PER_PART * parts.size()) {
                grow();
            }
            if (ownPart(key).put(key, Objects.requireNonNull(value)) == null) {
                size++;
            }
        }

        private Map<K, V> ownPart(K key) {
            int part = part(key, parts.size());
            if (!own.get(part)) {
                parts.set(part, new HashMap<>(parts.get(part)));
                own.set(part);
            }
            return parts.get(part);
        }

        private void grow() {
            List<Map<K, V>> wider = new ArrayList<>();
            for (int i = 0; i < 2 * parts.size(); i++) {
                wider.add(new HashMap<>());
            }
            for (Map<K, V> part : parts) {
                part.forEach((key, value) -> wider.get(part(key, wider.size())).put(key, value));
            }
            parts = wider;
            own = new BitSet();
            own.set(0, wider.size());
        }

        /** What came of it; nothing more may be changed after this. */
        SharedMap<K, V> done() {
            return new SharedMap<>(parts, size);
        }
    }
}
