package io.receivables.files;

import org.jspecify.annotations.Nullable;

/** What rows say that were taken over before and are looked at again. */
final class SecondReading<C> {
    private @Nullable C current;

    /** Takes what the row says; given to what reads rows. */
    Tally.Fate take(C content) {
        current = content;
        return Tally.Fate.DUPLICATE;
    }

    /**
     * What a row says.
     *
     * @throws IllegalStateException if it cannot be taken over any more
     */
    C content(Row row, RowTaker reading) {
        current = null;
        reading.take(row);
        C content = current;
        if (content == null) {
            throw new IllegalStateException(
                    row.columns().file() + " was changed while it was read, line " + row.line());
        }
        return content;
    }
}
