package io.receivables.core.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Strings by row, packed as UTF-8 into one array. */
final class IdPool {
    private final byte[] bytes;
    private final int[] ends;

    private IdPool(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    static IdPool of(String[] ids) {
        byte[] bytes = new byte[Math.max(16, ids.length * 8)];
        int[] ends = new int[ids.length];
        int size = 0;
        for (int row = 0; row < ids.length; row++) {
            byte[] id = ids[row].getBytes(StandardCharsets.UTF_8);
            int needed = Math.addExact(size, id.length);
            if (needed > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(needed, (int)
                        Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
            }
            System.arraycopy(id, 0, bytes, size, id.length);
            size = needed;
            ends[row] = size;
        }
        return new IdPool(Arrays.copyOf(bytes, size), ends);
    }

    String get(int row) {
        int start = row == 0 ? 0 : ends[row - 1];
        return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    long sizeInBytes() {
        return bytes.length + 4L * ends.length;
    }
}
