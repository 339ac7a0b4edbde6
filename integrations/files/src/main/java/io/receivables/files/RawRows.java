package io.receivables.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of a text of which nothing is known but delimiter and quote: cells trimmed and shortened, of each row at most
 * the first {@value #MOST_COLUMNS}. What cannot be made out costs one line, as in {@link RowReader}.
 */
final class RawRows implements AutoCloseable {
    static final int MOST_COLUMNS = 1000;
    private static final int LONGEST_CELL = 1_000_000;
    private static final int LONGEST_KEPT = 300;
    /** Stands for a quote where there is none: no character of a text. */
    private static final char NONE = '\uFFFF';

    private final Dialect dialect;
    private final ReplayReader text;
    private final Cells cells = new Cells();
    private Iterator<Cells> records;
    private long linesBefore;
    private boolean malformed;

    RawRows(Reader reader, Dialect dialect) {
        this.dialect = dialect;
        this.text = new ReplayReader(reader);
        this.records = parser();
    }

    private Iterator<Cells> parser() {
        return CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote().orElse(NONE))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(cells, text)
                .iterator();
    }

    private final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {
        private final List<String> kept = new ArrayList<>();
        private long line;
        private int count;
        private int used;
        private int filled;

        @Override
        protected void handleBegin(long startingLine) {
            line = linesBefore + startingLine;
            text.keepFrom(line);
            kept.clear();
            count = 0;
            used = 0;
            filled = 0;
        }

        @Override
        protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
            count++;
            int start = offset;
            int end = offset + length;
            while (start < end && Text.isBlank(buffer[start])) {
                start++;
            }
            while (end > start && Text.isBlank(buffer[end - 1])) {
                end--;
            }
            if (start < end) {
                used = column + 1;
                filled++;
            }
            if (kept.size() < MOST_COLUMNS) {
                kept.add(start == end ? "" : new String(buffer, start, Math.min(LONGEST_KEPT, end - start)));
            }
        }

        @Override
        protected Cells buildRecord() {
            return this;
        }
    }

    /** Goes to the next row, blank ones included; false at the end of the text. */
    boolean next() throws IOException {
        try {
            if (!records.hasNext()) {
                return false;
            }
            records.next();
            malformed = false;
        } catch (CsvParseException e) {
            startAgain();
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof ReplayReader.RowTooLongException)) {
                throw e.getCause();
            }
            startAgain();
        }
        return true;
    }

    private void startAgain() throws IOException {
        malformed = true;
        text.keepFrom(cells.line);
        linesBefore = text.restartAfterLine() - 1;
        records = parser();
    }

    /** Whether the row could not be made out; it has no cells then. */
    boolean malformed() {
        return malformed;
    }

    /** The line on which the row starts, from 1. */
    long line() {
        return cells.line;
    }

    /** The cells kept; valid until the next row. */
    List<String> cells() {
        return malformed ? List.of() : cells.kept;
    }

    /** How many cells the row has, those not kept included. */
    int count() {
        return cells.count;
    }

    /** How many cells the row has up to the last one with anything in it. */
    int used() {
        return cells.used;
    }

    /** How many cells have anything in them. */
    int filled() {
        return malformed ? 0 : cells.filled;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
