package io.receivables.files;

import io.receivables.core.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which column of a file holds which field, by its header and its layout. */
final class Columns {
    private static final int LONGEST_LIST = 400;
    private static final String OTHER_DELIMITERS = ";\t|,";

    private final String file;
    private final CsvLayout layout;
    private final List<String> header;
    private final List<String> comparable;
    private final Map<CsvField, Integer> columns = new EnumMap<>(CsvField.class);

    /**
     * @throws CsvException if a mapped header is not in the file, or a header that is needed is there twice
     */
    Columns(String file, CsvLayout layout, Set<CsvField> known, List<String> header) {
        this.file = file;
        this.layout = layout;
        this.header = header;
        this.comparable = header.stream().map(Text::header).toList();
        layout.columns().forEach((field, name) -> columns.put(field, mapped(field, name)));
        List<Integer> taken = List.copyOf(columns.values());
        for (CsvField field : known) {
            if (!columns.containsKey(field)) {
                List<Integer> canonical = new ArrayList<>(matching(field.code()));
                canonical.removeAll(taken);
                if (!canonical.isEmpty()) {
                    columns.put(field, single(field, field.code(), canonical));
                }
            }
        }
    }

    private int mapped(CsvField field, String name) {
        List<Integer> matching = matching(name);
        if (matching.isEmpty()) {
            throw unusable(
                    CsvProblem.UNKNOWN_HEADER,
                    field,
                    Problem.VALUE,
                    Text.shown(name),
                    "nearest",
                    Text.nearest(name, header));
        }
        return single(field, name, matching);
    }

    private List<Integer> matching(String name) {
        String wanted = Text.header(name);
        return IntStream.range(0, comparable.size())
                .filter(column -> comparable.get(column).equals(wanted))
                .boxed()
                .toList();
    }

    private int single(CsvField field, String name, List<Integer> matching) {
        if (matching.size() > 1) {
            throw unusable(
                    CsvProblem.DUPLICATE_HEADER,
                    field,
                    Problem.VALUE,
                    Text.shown(name),
                    "columns",
                    matching.stream().map(column -> String.valueOf(column + 1)).collect(Collectors.joining(", ")));
        }
        return matching.get(0);
    }

    private CsvException unusable(CsvProblem code, CsvField field, Object... namesAndValues) {
        List<Object> all = new ArrayList<>(List.of(Problem.FILE, file, Problem.FIELD, field.code()));
        all.addAll(List.of(namesAndValues));
        all.addAll(List.of("headers", Text.shown(String.join(", ", header), LONGEST_LIST)));
        return wronglyCut() ? wrongDelimiter() : new CsvException(Problem.of(code, all.toArray()));
    }

    /** A header of one cell with another delimiter in it says that the delimiter is not the one that was stated. */
    private boolean wronglyCut() {
        return header.size() == 1 && header.get(0).chars().anyMatch(c -> OTHER_DELIMITERS.indexOf(c) >= 0);
    }

    private CsvException wrongDelimiter() {
        String found = OTHER_DELIMITERS
                .chars()
                .filter(c -> header.get(0).indexOf(c) >= 0)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
        return new CsvException(Problem.of(
                CsvProblem.WRONG_DELIMITER,
                Problem.FILE,
                file,
                Problem.VALUE,
                shown(String.valueOf(layout.delimiter())),
                "found",
                shown(found)));
    }

    private static String shown(String delimiter) {
        return delimiter.equals("\t") ? "\\t" : delimiter;
    }

    String file() {
        return file;
    }

    /** The cells of the header. */
    List<String> header() {
        return header;
    }

    CsvLayout layout() {
        return layout;
    }

    boolean hasColumn(CsvField field) {
        return columns.containsKey(field);
    }

    /** The column of a field, counted from 0; -1 if there is none. */
    int column(CsvField field) {
        return columns.getOrDefault(field, -1);
    }

    /** Whether there is a column, a heading or a constant. */
    boolean has(CsvField field) {
        return columns.containsKey(field)
                || layout.constants().containsKey(field)
                || layout.headings().filter(field::equals).isPresent();
    }

    /**
     * @throws CsvException if there is neither a column nor a constant
     */
    void require(CsvField field) {
        if (!has(field)) {
            throw unusable(CsvProblem.MISSING_COLUMN, field, "nearest", Text.nearest(field.code(), header));
        }
    }

    /** The columns that hold a field, each once, in ascending order. */
    List<Integer> used() {
        return columns.values().stream().distinct().sorted().toList();
    }

    /** Where each field's column stands in {@link #used()}; only fields that have a column are in it. */
    Map<CsvField, Integer> slots() {
        List<Integer> used = used();
        Map<CsvField, Integer> slots = new EnumMap<>(CsvField.class);
        columns.forEach((field, column) -> slots.put(field, used.indexOf(column)));
        return slots;
    }
}
