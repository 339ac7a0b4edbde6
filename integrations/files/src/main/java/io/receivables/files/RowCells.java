package io.receivables.files;

import io.receivables.files.RowCursor.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in the cells of one row, and what kind of row that makes it: first all cells, then those of wanted columns. */
final class RowCells {
    private static final int LONGEST_LEAD = 1000;

    private final boolean withHeadings;
    private final boolean keepingAll;
    private List<String> header = List.of();
    private List<Integer> wantedColumns = List.of();
    /** The slot of each column, or -1; null while all cells of the header are wanted. */
    private int @Nullable [] slots;

    private @Nullable String[] wanted = {};
    private final List<String> all = new ArrayList<>();
    private int count;
    private int used;
    private int filled;
    private boolean drawn;
    private String lead = "";
    private boolean severalLines;

    /**
     * @param keepingAll whether to remember all cells of a row, beside the wanted ones
     */
    RowCells(CsvLayout layout, boolean keepingAll) {
        this(layout.headings().isPresent(), keepingAll);
    }

    private RowCells(boolean withHeadings, boolean keepingAll) {
        this.withHeadings = withHeadings;
        this.keepingAll = keepingAll;
    }

    /** Takes the current row for the header. */
    List<String> header() {
        header = List.copyOf(all.subList(0, used));
        return header;
    }

    /** From now on keeps the cells of these columns only, in this order. */
    void want(List<Integer> columns) {
        wantedColumns = List.copyOf(columns);
        int[] slotOfColumn = new int[header.size()];
        Arrays.fill(slotOfColumn, -1);
        for (int slot = 0; slot < columns.size(); slot++) {
            slotOfColumn[columns.get(slot)] = slot;
        }
        slots = slotOfColumn;
        wanted = new String[columns.size()];
    }

    /** Others that know the same header and want the same of its columns. */
    RowCells another() {
        RowCells other = new RowCells(withHeadings, keepingAll);
        other.header = header;
        other.want(wantedColumns);
        return other;
    }

    // ---- one row

    void begin() {
        count = 0;
        used = 0;
        filled = 0;
        drawn = true;
        lead = "";
        severalLines = false;
        all.clear();
        Arrays.fill(wanted, null);
    }

    void take(int column, char[] buffer, int offset, int length, boolean quoted) {
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

    private static boolean hasLineBreak(char[] buffer, int start, int end) {
        for (int i = start; i < end; i++) {
            if (buffer[i] == '\n' || buffer[i] == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Whether the row says nothing at all. */
    boolean isBlank() {
        return drawn && !severalLines;
    }

    /** A row over several lines with a wrong number of cells is most likely one with a quote that is never closed. */
    Outcome shape() {
        if (slots == null) {
            return Outcome.READ;
        }
        if (isLoneText()) {
            return Outcome.LONE_TEXT;
        }
        if (count >= header.size() && used <= header.size()) {
            return isHeaderAgain() ? Outcome.HEADER_AGAIN : Outcome.READ;
        }
        return severalLines ? Outcome.MALFORMED : Outcome.WRONG_NUMBER_OF_CELLS;
    }

    /** A single word may as well be what is left of a row, unless headings are expected. */
    private boolean isLoneText() {
        return filled == 1
                && header.size() > 2
                && !severalLines
                && (withHeadings || lead.chars().anyMatch(c -> Text.isBlank((char) c)));
    }

    private boolean isHeaderAgain() {
        boolean again = !wantedColumns.isEmpty();
        for (int slot = 0; again && slot < wanted.length; slot++) {
            String cell = wanted[slot];
            String name = header.get(wantedColumns.get(slot));
            again = cell != null
                    && cell.length() == name.length()
                    && Text.header(cell).equals(Text.header(name));
        }
        return again;
    }

    int count() {
        return count;
    }

    int columnCount() {
        return header.size();
    }

    /** The first filled cell, shortened; empty if there is none. */
    String lead() {
        return lead;
    }

    /** All cells, trimmed, if they are kept. */
    List<String> all() {
        return all;
    }

    /** The trimmed cell of a wanted column; null where it is blank. */
    @Nullable String cell(int slot) {
        return wanted[slot];
    }
}
