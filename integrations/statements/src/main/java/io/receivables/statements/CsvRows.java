package io.receivables.statements;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file. A cell in quotes may go over several lines; a quote that nothing closes costs its own line only:
 * reading goes on with the next one.
 */
final class CsvRows {
    private static final int MOST_LINES = 20;

    /** A line of the file and its number. */
    private record Line(String text, int number) {}

    /**
     * A row.
     *
     * @param cells stripped
     * @param line where it begins in the file, from 1
     */
    record Row(List<String> cells, int line) {}

    private final CsvStatementLayout layout;
    private final Reading reading;
    private final ByteLines lines;
    private final Deque<Line> again = new ArrayDeque<>();
    private final Deque<Row> rows = new ArrayDeque<>();
    private boolean wrongEncodingTold;

    CsvRows(InputStream bytes, CsvStatementLayout layout, Reading reading) {
        this.layout = layout;
        this.reading = reading;
        this.lines = new ByteLines(bytes, reading.limits(), layout.charset());
    }

    /** The next row with anything in it; null after the last one. */
    @Nullable Row next() throws IOException {
        while (rows.isEmpty()) {
            Line first = line();
            if (first == null) {
                return null;
            }
            if (first.number() >= layout.headerLine()) {
                read(first);
            }
        }
        return rows.remove();
    }

    boolean isTooLarge() {
        return lines.isTooLarge();
    }

    private @Nullable Line line() throws IOException {
        if (!again.isEmpty()) {
            return again.remove();
        }
        String text = lines.next();
        if (text == null) {
            return null;
        }
        if (lines.isCut()) {
            reading.problem(
                    StatementProblem.TOO_LARGE,
                    "field",
                    "line",
                    "limit",
                    reading.limits().text());
            // half a row would be a wrong one
            return new Line("", lines.number());
        }
        if (text.indexOf('\uFFFD') >= 0 && !wrongEncodingTold) {
            wrongEncodingTold = true;
            reading.problem(
                    StatementProblem.WRONG_ENCODING, "value", layout.charset().name(), "line", lines.number());
        }
        return new Line(text, lines.number());
    }

    private void read(Line first) throws IOException {
        if (first.text().isBlank()) {
            return;
        }
        if (parse(first.text(), first.number())) {
            return;
        }
        List<Line> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        while (more.size() < MOST_LINES && text.length() < reading.limits().text()) {
            Line next = line();
            if (next == null) {
                break;
            }
            more.add(next);
            text.append('\n').append(next.text());
            if (next.text().indexOf(layout.quote()) >= 0 && parse(text.toString(), first.number())) {
                return;
            }
        }
        reading.problem(StatementProblem.BROKEN, "value", MtValues.shown(first.text()), "line", first.number());
        // what was looked at comes before what was set aside earlier
        for (int i = more.size() - 1; i >= 0; i--) {
            again.addFirst(more.get(i));
        }
    }

    /** Takes the rows of a text; false where a quote is not closed, or the text cannot be read as CSV. */
    private boolean parse(String text, int line) {
        List<Row> found = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(layout.separator())
                .quoteCharacter(layout.quote())
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord record : records) {
                List<String> cells =
                        record.getFields().stream().map(CsvRows::stripped).toList();
                if (!cells.stream().allMatch(String::isEmpty)) {
                    found.add(new Row(cells, line + (int) record.getStartingLineNumber() - 1));
                }
            }
        } catch (CsvParseException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot break off", e);
        }
        rows.addAll(found);
        return true;
    }

    private static String stripped(String cell) {
        return cell.replace('\n', ' ').replace('\u00A0', ' ').strip();
    }
}
