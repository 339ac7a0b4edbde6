package io.receivables.core.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/**
 * Spreads bytes over 32 bits. The seed is another one in every process, so that nobody can write a file whose identifiers
 * all fall on the same place; nothing that leaves a process depends on it.
 */
final class IdHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SEED = new SplittableRandom().nextLong();
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private IdHash() {}

    static int of(byte[] text, int from, int to) {
        long hash = SEED ^ (to - from);
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(text, at));
        }
        if (at > from) {
            // the last eight bytes, some of them once more: sooner done than one by one
            return (int) (mixed(hash ^ (long) LONGS.get(text, to - Long.BYTES)) >>> Integer.SIZE);
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << Byte.SIZE | (text[at] & 0xFF);
        }
        hash = mixed(hash ^ rest);
        return (int) (hash >>> Integer.SIZE);
    }

    private static long mixed(long value) {
        return Math.multiplyHigh(value, FACTOR) ^ (value * FACTOR);
    }
}
