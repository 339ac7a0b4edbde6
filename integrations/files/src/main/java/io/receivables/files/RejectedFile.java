package io.receivables.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.receivables.core.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rejected rows of one file, written as they are met. Before the cells stand the line, the reasons and, where the row
 * could not be cut into cells, its text.
 */
final class RejectedFile implements AutoCloseable {
    /** Where rejected rows go, and in which language they are told why. */
    record Target(RejectedRows rows, Locale language) {}

    static final List<String> OWN_COLUMNS = List.of("rejected_line", "rejected_because", "rejected_text");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9., ]{0,40}");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Target target;
    private final RowReader reader;
    private final Columns columns;
    private final List<String> reasons = new ArrayList<>();
    private final Set<Integer> own;
    private @Nullable CsvWriter rows;
    private @Nullable String heading;

    RejectedFile(Target target, RowReader reader, Columns columns) {
        this.target = target;
        this.reader = reader;
        this.columns = columns;
        this.own = own(columns.header());
    }

    /** One file in a folder for each file that is read: what was {@code a.csv} is {@code a-rejected.csv}. */
    static RejectedRows in(Path folder) {
        Set<String> taken = new HashSet<>();
        return file -> {
            String plain = file.replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,5}$", "")
                    .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}_.-]", "_");
            String base = plain + "-rejected";
            String name = base;
            for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = base + "-" + i;
            }
            Files.createDirectories(folder);
            return Files.newBufferedWriter(folder.resolve(name + ".csv"), StandardCharsets.UTF_8);
        };
    }

    /** Columns of an earlier file of rejected rows, which this one is to replace. */
    private static Set<Integer> own(List<String> header) {
        Set<Integer> own = new HashSet<>();
        for (int column = 0; column < header.size(); column++) {
            if (OWN_COLUMNS.contains(Text.header(header.get(column)))) {
                own.add(column);
            }
        }
        return own;
    }

    /** Takes note of a reason to leave the current row out. */
    void because(Problem problem) {
        reasons.add(problem.message(target.language));
    }

    /** Forgets the reasons of the row before. */
    void startRow() {
        reasons.clear();
    }

    /** Writes the current row. */
    void write() {
        try {
            if (rows == null) {
                rows = open();
                add(OWN_COLUMNS, columns.header());
            }
            String above = reader.heading();
            if (above != null && !above.equals(heading)) {
                heading = above;
                add(List.of("", "", ""), List.of(above));
            }
            boolean isCut = reader.outcome() != RowCursor.Outcome.MALFORMED;
            List<String> remarks =
                    List.of(String.valueOf(reader.line()), String.join("; ", reasons), isCut ? "" : reader.rawLine());
            add(
                    remarks,
                    isCut ? reader.all() : Collections.nCopies(columns.header().size(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "rejected rows of " + columns.file() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private CsvWriter open() throws IOException {
        Writer writer = target.rows.open(columns.file());
        // wins over the encoding of the mapping, which may lack characters of the messages
        writer.write(BYTE_ORDER_MARK);
        return CsvWriter.builder()
                .fieldSeparator(columns.layout().delimiter())
                .quoteCharacter(columns.layout().quote().orElse(RowReader.NEVER))
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer);
    }

    private void add(List<String> remarks, List<String> cells) {
        List<String> row = new ArrayList<>();
        remarks.forEach(remark -> row.add(shown(remark)));
        for (int column = 0; column < cells.size(); column++) {
            if (!own.contains(column)) {
                row.add(shown(cells.get(column)));
            }
        }
        Objects.requireNonNull(rows, "rows").writeRecord(row);
    }

    /** A cell that no spreadsheet takes for a formula, and that needs no quotes where the file has none. */
    private String shown(String cell) {
        String safe = NUMBER.matcher(cell).matches() ? cell : Formulas.guarded(cell);
        return columns.layout().quote().isPresent()
                ? safe
                : safe.replace(columns.layout().delimiter(), ' ').replaceAll("[\r\n]+", " ");
    }

    @Override
    public void close() {
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "rejected rows of " + columns.file() + " cannot be written: " + e.getMessage(), e);
        }
    }
}
