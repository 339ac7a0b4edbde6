package io.receivables.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.receivables.core.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file: first the header, then what is in the wanted columns, trimmed. Rows of blank cells are passed
 * over. A row that cannot be made out costs its first line only: reading starts again at the next one.
 */
final class RowReader implements AutoCloseable {
    /** What became of a row. */
    enum Outcome {
        READ,
        WRONG_NUMBER_OF_CELLS,
        MALFORMED
    }

    private static final int LONGEST_CELL = 1_000_000;

    private final String file;
    private final char delimiter;
    private final ReplayReader text;
    private final Cells cells = new Cells();
    private Iterator<Cells> records;
    private long linesBefore;
    private List<String> header = List.of();
    private Outcome outcome = Outcome.READ;

    RowReader(CsvSource source, CsvLayout layout) {
        file = source.name();
        delimiter = layout.delimiter();
        try {
            text = new ReplayReader(source.opener().open(layout.encoding()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
        records = parser();
    }

    private Iterator<Cells> parser() {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(cells, text)
                .iterator();
    }

    /** The cells of one record at a time; only those of wanted columns are kept. */
    private final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {
        /** The slot of each column, or -1; null while all cells of the header are wanted. */
        private int @Nullable [] slots;

        private @Nullable String[] wanted = {};
        private final List<String> all = new ArrayList<>();
        private long line;
        private int count;
        private int used;
        private boolean severalLines;

        @Override
        protected void handleBegin(long startingLine) {
            line = linesBefore + startingLine;
            text.keepFrom(line);
            count = 0;
            used = 0;
            severalLines = false;
            all.clear();
            Arrays.fill(wanted, null);
        }

        @Override
        protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
            count++;
            int start = offset;
            int end = offset + length;
            if (quoted) {
                severalLines = severalLines || hasLineBreak(buffer, start, end);
            }
            while (start < end && Text.isBlank(buffer[start])) {
                start++;
            }
            while (end > start && Text.isBlank(buffer[end - 1])) {
                end--;
            }
            if (start < end) {
                used = column + 1;
            }
            if (slots == null) {
                all.add(new String(buffer, start, end - start));
            } else if (start < end && column < slots.length && slots[column] >= 0) {
                wanted[slots[column]] = new String(buffer, start, end - start);
            }
        }

        private static boolean hasLineBreak(char[] buffer, int start, int end) {
            for (int i = start; i < end; i++) {
                if (buffer[i] == '\n' || buffer[i] == '\r') {
                    return true;
                }
            }
            return false;
        }

        @Override
        protected Cells buildRecord() {
            return this;
        }
    }

    /**
     * Reads the header.
     *
     * @return its cells, or null if the file has none
     * @throws CsvException if it cannot be made out
     */
    @Nullable List<String> header() {
        if (!next()) {
            return null;
        }
        if (outcome == Outcome.MALFORMED) {
            throw new CsvException(
                    Problem.of(CsvProblem.UNREADABLE_HEADER, Problem.FILE, file, Problem.LINE, cells.line));
        }
        header = List.copyOf(cells.all.subList(0, cells.used));
        return header;
    }

    /** From now on keeps the cells of these columns only, in this order. */
    void want(List<Integer> columns) {
        int[] slots = new int[header.size()];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < columns.size(); slot++) {
            slots[columns.get(slot)] = slot;
        }
        cells.slots = slots;
        cells.wanted = new String[columns.size()];
    }

    /** Goes to the next row that has anything in it; false at the end of the file. */
    boolean next() {
        try {
            do {
                if (!records.hasNext()) {
                    return false;
                }
                records.next();
            } while (cells.used == 0 && !cells.severalLines);
            outcome = shape();
        } catch (CsvParseException e) {
            outcome = Outcome.MALFORMED;
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof ReplayReader.RowTooLongException)) {
                throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e.getCause());
            }
            outcome = Outcome.MALFORMED;
        }
        if (outcome == Outcome.MALFORMED) {
            startAgainAfter(cells.line);
        }
        return true;
    }

    /** A row over several lines with a wrong number of cells is most likely one with a quote that is never closed. */
    private Outcome shape() {
        boolean fits = cells.slots == null || (cells.count >= header.size() && cells.used <= header.size());
        return fits ? Outcome.READ : cells.severalLines ? Outcome.MALFORMED : Outcome.WRONG_NUMBER_OF_CELLS;
    }

    private void startAgainAfter(long line) {
        try {
            text.keepFrom(line);
            linesBefore = text.restartAfterLine() - 1;
            records = parser();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    Outcome outcome() {
        return outcome;
    }

    /** The line on which the row starts, from 1. */
    long line() {
        return cells.line;
    }

    int cellCount() {
        return cells.count;
    }

    int columnCount() {
        return header.size();
    }

    /** The trimmed cell of a wanted column; null where it is blank. */
    @Nullable String cell(int slot) {
        return cells.wanted[slot];
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
