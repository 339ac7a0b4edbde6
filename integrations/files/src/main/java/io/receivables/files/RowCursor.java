package io.receivables.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one file, one at a time, from the header on. */
interface RowCursor {
    /** What became of a row. */
    enum Outcome {
        READ,
        WRONG_NUMBER_OF_CELLS,
        MALFORMED,
        /** The header once more. */
        HEADER_AGAIN,
        /** A single filled cell: a heading, a title or a remark. */
        LONE_TEXT
    }

    /** Goes to the next row that has anything in it; false at the end of the file. */
    boolean next();

    /**
     * Takes the current row for the header.
     *
     * @throws CsvException if it cannot be made out
     */
    List<String> header();

    Outcome outcome();

    /** The line on which the row starts, from 1. */
    long line();

    int cellCount();

    int columnCount();

    /** The first filled cell of the row, shortened; empty if there is none. */
    String lead();

    /** The heading above the current row; null if there is none. */
    @Nullable String heading();

    /** The trimmed cell of a wanted column; null where it is blank. */
    @Nullable String cell(int slot);
}
