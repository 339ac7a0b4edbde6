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
 * The rows of one file: first the header, then what is in the wanted columns, trimmed. Rows of blank cells and drawn
 * lines are passed over. A row that cannot be made out costs its first line only: reading starts again at the next one.
 */
final class RowReader implements AutoCloseable {
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

    /** A character that no text contains, as the quote of files without one. */
    static final char NEVER = '\uFFFF';

    private static final int LONGEST_LEAD = 1000;
    private static final int LONGEST_RAW_LINE = 30_000;
    private static final int LONGEST_CELL = 1_000_000;

    private final String file;
    private final CsvLayout layout;
    private final boolean keepingAll;
    private final ReplayReader text;
    private final Cells cells = new Cells();
    private Iterator<Cells> records;
    private long linesBefore;
    private List<String> header = List.of();
    private Outcome outcome = Outcome.READ;
    private List<Integer> wantedColumns = List.of();
    private @Nullable String heading;
    private String rawLine = "";

    /** A reader that remembers all cells of the current row, beside the wanted ones, if it is told to. */
    RowReader(CsvSource source, CsvLayout layout, boolean keepingAll) {
        file = source.name();
        this.layout = layout;
        this.keepingAll = keepingAll;
        try {
            text = new ReplayReader(source.opener().open(layout.encoding()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
        records = parser();
    }

    private Iterator<Cells> parser() {
        return CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .quoteCharacter(layout.quote().orElse(NEVER))
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
        private int filled;
        private boolean drawn;
        private String lead = "";
        private boolean severalLines;

        @Override
        protected void handleBegin(long startingLine) {
            line = linesBefore + startingLine;
            text.keepFrom(line);
            count = 0;
            used = 0;
            filled = 0;
            drawn = true;
            lead = "";
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
            boolean isFilled = start < end;
            if (isFilled) {
                used = column + 1;
                drawn = drawn && NonData.isRule(buffer, start, end);
                if (filled++ == 0) {
                    lead = new String(buffer, start, Math.min(end - start, LONGEST_LEAD));
                }
            }
            if (slots == null || keepingAll) {
                all.add(new String(buffer, start, end - start));
            }
            if (slots != null && isFilled && column < slots.length && slots[column] >= 0) {
                wanted[slots[column]] = new String(buffer, start, end - start);
            }
        }

        /** Whether the record says nothing at all. */
        private boolean isBlank() {
            return drawn && !severalLines;
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
     * Takes the current row for the header.
     *
     * @throws CsvException if it cannot be made out
     */
    List<String> header() {
        if (outcome == Outcome.MALFORMED) {
            throw new CsvException(
                    Problem.of(CsvProblem.UNREADABLE_HEADER, Problem.FILE, file, Problem.LINE, cells.line));
        }
        header = List.copyOf(cells.all.subList(0, cells.used));
        return header;
    }

    /** From now on keeps the cells of these columns only, in this order. */
    void want(List<Integer> columns) {
        wantedColumns = List.copyOf(columns);
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
            } while (cells.isBlank());
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
        if (cells.slots == null) {
            return Outcome.READ;
        }
        if (isLoneText()) {
            return Outcome.LONE_TEXT;
        }
        if (cells.count >= header.size() && cells.used <= header.size()) {
            return isHeaderAgain() ? Outcome.HEADER_AGAIN : Outcome.READ;
        }
        return cells.severalLines ? Outcome.MALFORMED : Outcome.WRONG_NUMBER_OF_CELLS;
    }

    /** A single word may as well be what is left of a row, unless headings are expected. */
    private boolean isLoneText() {
        return cells.filled == 1
                && header.size() > 2
                && !cells.severalLines
                && (layout.headings().isPresent() || cells.lead.chars().anyMatch(c -> Text.isBlank((char) c)));
    }

    private boolean isHeaderAgain() {
        boolean again = !wantedColumns.isEmpty();
        for (int slot = 0; again && slot < cells.wanted.length; slot++) {
            String cell = cells.wanted[slot];
            String name = header.get(wantedColumns.get(slot));
            again = cell != null
                    && cell.length() == name.length()
                    && Text.header(cell).equals(Text.header(name));
        }
        return again;
    }

    private void startAgainAfter(long line) {
        try {
            text.keepFrom(line);
            rawLine = keepingAll ? text.line(LONGEST_RAW_LINE) : "";
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

    /** The first filled cell of the row, shortened; empty if there is none. */
    String lead() {
        return cells.lead;
    }

    /** Takes the current row for the heading of those that follow. */
    void startHeading() {
        heading = cells.lead;
    }

    /** The heading above the current row; null if there is none. */
    @Nullable String heading() {
        return heading;
    }

    /** The line on which a malformed row starts, shortened, if all cells are kept. */
    String rawLine() {
        return rawLine;
    }

    /** All cells of the current row, trimmed, if they are kept. */
    List<String> all() {
        return cells.all;
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
