package io.receivables.files;

import io.receivables.core.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a part of a file as cells of bytes, cut by the rules of {@link RowReader}: lines end with LF, CR or CR LF, a cell
 * that starts with a quote ends with the next one that is not doubled, and a row that cannot be made out costs its first
 * line only. What is in the cells is decoded only where somebody {@linkplain #inspect() asks}.
 */
final class ByteRows implements RowCursor {
    private static final int LONGEST_CELL = 1_000_000;
    private static final int LONGEST_ROW = 4_000_000;
    private static final int MOST_CELLS = 1 << 20;
    /** Enough for nearly every row. */
    static final int STEP = 1 << 14;

    private final FileBytes file;
    private long stop;
    private final RowCells cells;
    private final int step;

    /**
     * A window of the file that starts at {@link #base}, a line feed after its end, and a few bytes more, so that eight may be
     * taken from anywhere. What is loaded later goes to another array: rows that were cut before stay where they are.
     */
    private byte[] bytes;

    private long base;
    private int size;
    /** Where the current row starts, and the next one. */
    private int start;

    private int next;
    private long position;
    private long line;
    private long nextLine;

    private int[] from = new int[64];
    private int[] to = new int[64];
    private int count;
    private boolean escaped;
    private boolean broken;
    private Outcome outcome = Outcome.READ;

    /**
     * @param start where the first row starts
     * @param stop rows that start here or later are left to others
     * @param firstLine the number of the line at the start
     * @param window how many bytes to load at a time, or more for a longer row
     */
    ByteRows(FileBytes file, RowCells cells, long start, long stop, long firstLine, int window) {
        this.file = file;
        this.cells = cells;
        this.stop = stop;
        step = Math.max(STEP, window);
        base = start;
        nextLine = firstLine;
        bytes = new byte[(int) Math.min(file.size() - start, window) + EightBytes.LENGTH];
        fill();
    }

    private void fill() {
        size = file.read(base, bytes, 0, bytes.length - EightBytes.LENGTH);
        bytes[size] = '\n';
    }

    /** Goes to the row that starts at a position, and is the only one to be read from there. */
    void seek(long rowPosition, long rowLine) {
        stop = rowPosition + 1;
        nextLine = rowLine;
        next = 0;
        if (rowPosition >= base && rowPosition < base + size) {
            next = (int) (rowPosition - base);
        } else {
            base = rowPosition;
            fill();
        }
    }

    // ---- from row to row

    /** Goes to the next row that is no empty line; what is in it is not looked at. */
    boolean advance() {
        while (base + next < stop && (next < size || load(next))) {
            start = next;
            position = base + start;
            line = nextLine;
            scan();
            if (broken || count > 1 || from[0] < to[0]) {
                return true;
            }
        }
        return false;
    }

    /** Cuts the row into cells, with more of the file if its end is not there yet. */
    private void scan() {
        if (cutPlain()) {
            return;
        }
        while (!cut()) {
            if (size - start > LONGEST_ROW || !load(start)) {
                broken = true;
            }
            if (broken) {
                break;
            }
        }
        broken |= next - start > LONGEST_ROW;
        if (next - start > LONGEST_CELL) {
            for (int cell = 0; cell < count; cell++) {
                broken |= to[cell] - from[cell] > LONGEST_CELL;
            }
        }
        if (broken) {
            skipLine();
        }
    }

    /** Cuts a row without quotes that ends within the window; false if it is not known to be one. */
    private boolean cutPlain() {
        byte[] b = bytes;
        int begin = start;
        int cell = 0;
        for (int at = start; at <= size - EightBytes.LENGTH && at - start < LONGEST_CELL; at += EightBytes.LENGTH) {
            long special = EightBytes.atMost(EightBytes.at(b, at), ',');
            for (; special != 0; special &= special - 1) {
                int here = at + EightBytes.index(special);
                byte c = b[here];
                if (c == ',' && cell < from.length - 1) {
                    from[cell] = begin;
                    to[cell++] = here;
                    begin = here + 1;
                } else if (c == '\n' || (c == '\r' && here + 1 < size)) {
                    from[cell] = begin;
                    to[cell++] = here;
                    count = cell;
                    escaped = false;
                    broken = false;
                    return end(here, 1);
                } else if (c == '"' || c == ',' || c == '\r') {
                    return false;
                }
            }
        }
        return false;
    }

    /** Whether the row could be cut; not if more of the file is needed to tell. */
    private boolean cut() {
        byte[] b = bytes;
        int at = start;
        int cell = 0;
        long lines = 1;
        escaped = false;
        broken = false;
        while (true) {
            if (cell == from.length && !growCells()) {
                return true;
            }
            if (b[at] == '"') {
                int end = at + 1;
                while (b[end] != '"' || b[end + 1] == '"') {
                    if (end >= size) {
                        return false;
                    }
                    if (b[end] == '"') {
                        escaped = true;
                        end++;
                    } else if (b[end] == '\n' || (b[end] == '\r' && b[end + 1] != '\n')) {
                        lines++;
                    }
                    end++;
                }
                from[cell] = at + 1;
                to[cell++] = end;
                at = end + 1;
                if (b[at] != ',' && b[at] != '\n' && b[at] != '\r') {
                    count = cell;
                    broken = true;
                    return true;
                }
            } else {
                int begin = at;
                while (b[at] > ',' || (b[at] != ',' && b[at] != '\n' && b[at] != '\r')) {
                    at++;
                }
                from[cell] = begin;
                to[cell++] = at;
            }
            if (b[at] != ',') {
                count = cell;
                return end(at, lines);
            }
            at++;
        }
    }

    /** Whether the end of the row at the end of a line is the whole of it. */
    private boolean end(int at, long lines) {
        if (at + 1 >= size && base + size < file.size()) {
            return false; // a line feed may follow, or the line may go on
        }
        boolean two = at + 1 < size && bytes[at] == '\r' && bytes[at + 1] == '\n';
        next = Math.min(size, at + (two ? 2 : 1));
        nextLine = line + lines;
        return true;
    }

    private boolean growCells() {
        if (from.length >= MOST_CELLS) {
            broken = true;
            return false;
        }
        from = Arrays.copyOf(from, 2 * from.length);
        to = Arrays.copyOf(to, 2 * to.length);
        return true;
    }

    /** Goes on after the first line of the row, however long it is. */
    private void skipLine() {
        int at = start;
        while (true) {
            while (at < size && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            boolean known = at + 1 < size || base + size >= file.size();
            if (known) {
                boolean two = at + 1 < size && bytes[at] == '\r' && bytes[at + 1] == '\n';
                next = Math.min(size, at + (two ? 2 : 1));
                nextLine = line + 1;
                return;
            }
            load(at);
            at = 0;
        }
    }

    /** Loads more of the file, and lets go of what is before an index; false at the end of the file. */
    private boolean load(int keptFrom) {
        if (base + size >= file.size()) {
            return false;
        }
        int kept = size - keptFrom;
        int more = (int) Math.min(file.size() - base - size, Math.max(step, kept));
        byte[] target = new byte[kept + more + EightBytes.LENGTH];
        System.arraycopy(bytes, keptFrom, target, 0, kept);
        bytes = target;
        size = kept + file.read(base + size, bytes, kept, more);
        bytes[size] = '\n';
        base += keptFrom;
        next -= keptFrom;
        start = 0;
        return true;
    }

    /** Where the row after the current one starts in the file. */
    long nextPosition() {
        return base + next;
    }

    long nextLine() {
        return nextLine;
    }

    /** Where the current row starts in the file. */
    long position() {
        return position;
    }

    // ---- the cells as bytes

    /** Whether the row is cut into so many cells, and each stands there as it is meant: without doubled quotes. */
    boolean isWhole(int columns) {
        return count == columns && !escaped && !broken;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Copies where the cells of some columns start and end, to an index of each column's own. */
    void copyCells(int[] columns, int[][] starts, int[][] ends, int index) {
        for (int column : columns) {
            starts[column][index] = from[column];
            ends[column][index] = to[column];
        }
    }

    // ---- the cells as text

    /** Looks at what is in the cells; false if that is nothing at all. */
    boolean inspect() {
        if (broken) {
            outcome = Outcome.MALFORMED;
            return true;
        }
        cells.begin();
        for (int cell = 0; cell < count; cell++) {
            char[] text = text(cell).toCharArray();
            cells.take(cell, text, 0, text.length, isQuoted(cell));
        }
        if (cells.isBlank()) {
            return false;
        }
        outcome = cells.shape();
        if (outcome == Outcome.MALFORMED) {
            skipLine();
        }
        return true;
    }

    private String text(int cell) {
        String text = new String(bytes, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
        return escaped && isQuoted(cell) ? text.replace("\"\"", "\"") : text;
    }

    /** What stands before a cell is the delimiter, or its quote. */
    private boolean isQuoted(int cell) {
        return from[cell] > start && bytes[from[cell] - 1] == '"';
    }

    @Override
    public boolean next() {
        while (advance()) {
            if (inspect()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<String> header() {
        if (outcome == Outcome.MALFORMED) {
            throw new CsvException(
                    Problem.of(CsvProblem.UNREADABLE_HEADER, Problem.FILE, file.name(), Problem.LINE, line));
        }
        return cells.header();
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

    @Override
    public @Nullable String heading() {
        return null;
    }

    @Override
    public @Nullable String cell(int slot) {
        return cells.cell(slot);
    }
}
