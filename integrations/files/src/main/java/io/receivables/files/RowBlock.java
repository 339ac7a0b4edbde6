package io.receivables.files;

import java.util.Arrays;

/**
 * Some rows, cut into cells and not yet looked at. What stands in a column is read in one loop over the rows: each loop does one
 * thing, which is what compilers and processors are good at. A row of which any cell is not plainly written is left to others.
 */
final class RowBlock {
    /** So few that what is cut and what is read of it stay in a processor's cache. */
    static final int ROWS = 1 << 9;

    private final int[] columns;
    private final int[][] from;
    private final int[][] to;
    private final long[] position = new long[ROWS];
    private final long[] line = new long[ROWS];
    private final boolean[] plain = new boolean[ROWS];
    private byte[] text = {};
    private int size;

    /** For rows with the columns of a file, of which only those are kept that hold a field. */
    RowBlock(Columns of) {
        columns = of.used().stream().mapToInt(Integer::intValue).toArray();
        from = new int[of.header().size()][];
        to = new int[from.length][];
        for (int column : columns) {
            from[column] = new int[ROWS];
            to[column] = new int[ROWS];
        }
    }

    /**
     * Takes the current row and those after it, as long as they are whole, stand in one array and have room.
     *
     * @return whether there is a row after them, which then is the current one
     */
    boolean fill(ByteRows rows, int columnCount) {
        text = rows.bytes();
        size = 0;
        boolean more = true;
        while (more && size < ROWS && text == rows.bytes() && rows.isWhole(columnCount)) {
            rows.copyCells(columns, from, to, size);
            position[size] = rows.position();
            line[size] = rows.line();
            plain[size] = true;
            size++;
            more = rows.advance();
        }
        return more;
    }

    int size() {
        return size;
    }

    long position(int row) {
        return position[row];
    }

    long line(int row) {
        return line[row];
    }

    boolean isPlain(int row) {
        return plain[row];
    }

    /** A row that has to be looked at as text. */
    void leave(int row) {
        plain[row] = false;
    }

    /** The end of the rows from one on that are all plain, or all not. */
    int endOfRun(int first) {
        int end = first + 1;
        while (end < size && plain[end] == plain[first]) {
            end++;
        }
        return end;
    }

    // ---- columns

    /** What the cells stand in. */
    byte[] text() {
        return text;
    }

    /** Where the cells of a column start. */
    int[] from(int column) {
        return from[column];
    }

    /** Where the cells of a column end. */
    int[] to(int column) {
        return to[column];
    }

    /** Whether there is anything in a cell, or such a column at all. */
    boolean isFilled(int column, int row) {
        return column >= 0 && from[column][row] < to[column][row];
    }

    /** Whether these bytes are all that stands in a cell. */
    boolean is(int column, int row, byte[] other) {
        return Arrays.equals(text, from[column][row], to[column][row], other, 0, other.length);
    }

    /** The day of each row. */
    void readDays(int column, int[] days) {
        int[] start = from[column];
        int[] end = to[column];
        for (int row = 0; row < size; row++) {
            days[row] = PlainCells.day(text, start[row], end[row]);
            plain[row] &= days[row] != PlainCells.NO_DAY;
        }
    }

    /** The day of each row, or what stands for none. */
    void readDays(int column, int[] days, int none) {
        int[] start = from[column];
        int[] end = to[column];
        for (int row = 0; row < size; row++) {
            days[row] = start[row] == end[row] ? none : PlainCells.day(text, start[row], end[row]);
            plain[row] &= days[row] != PlainCells.NO_DAY;
        }
    }

    /** The currency of each row by its number; below zero where a text is none. */
    void readCurrencies(int column, CurrencyList currencies, short[] numbers) {
        int[] start = from[column];
        int[] end = to[column];
        for (int row = 0; row < size; row++) {
            int number = currencies.number(text, start[row], end[row]);
            numbers[row] = (short) number;
            plain[row] &= number >= 0;
        }
    }

    /** The amount of each row that has a currency. */
    void readAmounts(int column, CurrencyList currencies, short[] currency, long[] amounts) {
        int[] start = from[column];
        int[] end = to[column];
        for (int row = 0; row < size; row++) {
            if (plain[row]) {
                amounts[row] = PlainCells.amount(text, start[row], end[row], currencies.digits(currency[row]));
                plain[row] = amounts[row] != PlainCells.NO_AMOUNT;
            }
        }
    }

    /** The amount of each row that has a currency, or what stands for none. */
    void readAmounts(int column, CurrencyList currencies, short[] currency, long[] amounts, long none) {
        for (int row = 0; row < size; row++) {
            amounts[row] = none;
            if (plain[row] && isFilled(column, row)) {
                amounts[row] =
                        PlainCells.amount(text, from[column][row], to[column][row], currencies.digits(currency[row]));
                plain[row] = amounts[row] != PlainCells.NO_AMOUNT;
            }
        }
    }

    /** Leaves rows whose identifier is not plain. */
    void checkIds(int column) {
        int[] start = from[column];
        int[] end = to[column];
        for (int row = 0; row < size; row++) {
            plain[row] &= PlainCells.isId(text, start[row], end[row]);
        }
    }

    /** Leaves rows whose text is not plain; none if there is no such column. */
    void checkTexts(int column) {
        for (int row = 0; column >= 0 && row < size; row++) {
            plain[row] &= PlainCells.isText(text, from[column][row], to[column][row]);
        }
    }
}
