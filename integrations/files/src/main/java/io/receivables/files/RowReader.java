package io.receivables.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.receivables.core.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file: first the header, then what is in the wanted columns, trimmed. Rows of blank cells and drawn
 * lines are passed over. A row that cannot be made out costs its first line only: reading starts again at the next one.
 */
final class RowReader implements RowCursor, AutoCloseable {
    /** A character that no text contains, as the quote of files without one. */
    static final char NEVER = '\uFFFF';

    private static final int LONGEST_RAW_LINE = 30_000;
    private static final int LONGEST_CELL = 1_000_000;

    private final String file;
    private final CsvLayout layout;
    private final boolean keepingAll;
    private final ReplayReader text;
    private final RowCells cells;
    private Iterator<RowCells> records;
    private long linesBefore;
    private long line;
    private Outcome outcome = Outcome.READ;
    private @Nullable String heading;
    private String rawLine = "";

    /** A reader that remembers all cells of the current row, beside the wanted ones, if it is told to. */
    RowReader(CsvSource source, CsvLayout layout, boolean keepingAll) {
        file = source.name();
        this.layout = layout;
        this.keepingAll = keepingAll;
        cells = new RowCells(layout, keepingAll);
        try {
            text = new ReplayReader(source.opener().open(layout.encoding()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
        records = parser();
    }

    private Iterator<RowCells> parser() {
        return CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .quoteCharacter(layout.quote().orElse(NEVER))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(new Cells(), text)
                .iterator();
    }

    /** Hands the cells of one record at a time on. */
    private final class Cells extends AbstractBaseCsvCallbackHandler<RowCells> {
        @Override
        protected void handleBegin(long startingLine) {
            line = linesBefore + startingLine;
            text.keepFrom(line);
            cells.begin();
        }

        @Override
        protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
            cells.take(column, buffer, offset, length, quoted);
        }

        @Override
        protected RowCells buildRecord() {
            return cells;
        }
    }

    @Override
    public List<String> header() {
        if (outcome == Outcome.MALFORMED) {
            throw new CsvException(Problem.of(CsvProblem.UNREADABLE_HEADER, Problem.FILE, file, Problem.LINE, line));
        }
        return cells.header();
    }

    /** From now on keeps the cells of these columns only, in this order. */
    void want(List<Integer> columns) {
        cells.want(columns);
    }

    @Override
    public boolean next() {
        try {
            do {
                if (!records.hasNext()) {
                    return false;
                }
                records.next();
            } while (cells.isBlank());
            outcome = cells.shape();
        } catch (CsvParseException e) {
            outcome = Outcome.MALFORMED;
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof ReplayReader.RowTooLongException)) {
                throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e.getCause());
            }
            outcome = Outcome.MALFORMED;
        }
        if (outcome == Outcome.MALFORMED) {
            startAgainAfter(line);
        }
        return true;
    }

    private void startAgainAfter(long brokenLine) {
        try {
            text.keepFrom(brokenLine);
            rawLine = keepingAll ? text.line(LONGEST_RAW_LINE) : "";
            linesBefore = text.restartAfterLine() - 1;
            records = parser();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int cellCount() {
        return cells.count();
    }

    @Override
    public int columnCount() {
        return cells.columnCount();
    }

    @Override
    public String lead() {
        return cells.lead();
    }

    /** Takes the current row for the heading of those that follow. */
    void startHeading() {
        heading = cells.lead();
    }

    @Override
    public @Nullable String heading() {
        return heading;
    }

    /** The line on which a malformed row starts, shortened, if all cells are kept. */
    String rawLine() {
        return rawLine;
    }

    /** All cells of the current row, trimmed, if they are kept. */
    List<String> all() {
        return cells.all();
    }

    @Override
    public @Nullable String cell(int slot) {
        return cells.cell(slot);
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
