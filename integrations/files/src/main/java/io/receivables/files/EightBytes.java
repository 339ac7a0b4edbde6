package io.receivables.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time as one number, the first of them lowest: what is done with each is done with all of them. */
final class EightBytes {
    static final int LENGTH = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long LOW_BITS = 0x7F * ONES;
    private static final long ZEROS = '0' * ONES;

    private EightBytes() {}

    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** The last eight bytes of a cell; a shorter one is filled up with the digit zero before its start. */
    static long upTo(byte[] bytes, int from, int to) {
        long all = at(bytes, to - LENGTH);
        int missing = LENGTH - (to - from);
        if (missing <= 0) {
            return all;
        }
        long before = -1L >>> (Byte.SIZE * (LENGTH - missing));
        return (all & ~before) | (ZEROS & before);
    }

    /** The high bit of each byte that is an ASCII character of this number or a smaller one. */
    static long atMost(long eight, int largest) {
        return ~(((eight & LOW_BITS) + (0x7F - largest) * ONES) | eight) & HIGH_BITS;
    }

    /** The index of the byte of the lowest bit that is set. */
    static int index(long bits) {
        return Long.numberOfTrailingZeros(bits) >>> 3;
    }

    /** Whether all are ASCII and no control characters. */
    static boolean arePrintable(long eight) {
        long deleted = ((eight & LOW_BITS) + ONES) & HIGH_BITS;
        return (atMost(eight, ' ' - 1) | deleted | (eight & HIGH_BITS)) == 0;
    }

    /** Whether all are digits: their upper halves are 3, and stay so if 6 is added. */
    static boolean areDigits(long eight) {
        long upper = 0xF0F0_F0F0_F0F0_F0F0L;
        return (eight & upper) == ZEROS && ((eight + 0x06 * ONES) & upper) == ZEROS;
    }

    /** The number that eight digits are: first pairs of them are put together, then all of these. */
    static long number(long digits) {
        long each = digits - ZEROS;
        long pairs = each * 10 + (each >>> 8);
        long first = (pairs & 0x0000_00FF_0000_00FFL) * 0x000F_4240_0000_0064L;
        long second = ((pairs >>> 16) & 0x0000_00FF_0000_00FFL) * 0x0000_2710_0000_0001L;
        return (first + second) >>> Integer.SIZE;
    }
}
