package io.receivables.files;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one stretch of a file, read by one thread. Of each row that is taken over it keeps where it stands, so that it
 * can be looked at again; of each that is left out, too, so that its problems can be told in the order of the file.
 */
abstract class FilePart {
    private static final int USUAL_ROW = 60;

    private final Columns columns;
    /** Counts the problems, and keeps none of them: they are told later, with the lines of the whole file. */
    private final Tally tally = new Tally(0);

    private @Nullable Row current;
    private long start;
    private long end;
    private long lines;
    private int rejected;
    private int passedOver;
    private IntList offsets = new IntList(0);
    private IntList rowLines = new IntList(0);
    private final IntList leftOutOffsets = new IntList(0);
    private final IntList leftOutLines = new IntList(0);

    FilePart(Columns columns) {
        this.columns = columns;
    }

    /** What is made of a row that is not plain. */
    abstract RowTaker taker();

    /** Takes a row over if all of it is plainly written; false leaves it as it is. */
    abstract boolean takePlain(ByteRows rows);

    /** Makes room for so many rows. */
    abstract void expect(int rows);

    /**
     * Reads the rows that start from one position on and before another.
     *
     * @param rowsStart where a row starts
     */
    void read(FileBytes file, RowCells cells, long rowsStart, long stop) {
        start = rowsStart;
        int length = (int) Math.max(0, stop - rowsStart);
        int expected = length / USUAL_ROW;
        offsets = new IntList(expected);
        rowLines = new IntList(expected);
        expect(expected);
        ByteRows rows = new ByteRows(file, cells, start, stop, 0, length + ByteRows.STEP);
        while (rows.advance()) {
            boolean taken = rows.isWhole(cells.columnCount()) && takePlain(rows);
            if (taken) {
                keepPlace(rows);
            } else if (rows.inspect()) {
                decide(rows);
            }
        }
        end = rows.nextPosition();
        lines = rows.nextLine();
        current = null;
        offsets.trim();
        rowLines.trim();
    }

    private void decide(ByteRows rows) {
        // most parts have no such row
        Row row = current == null ? new Row(columns, rows, tally, null) : current;
        current = row;
        row.reset();
        Tally.Fate fate = CsvLedgerReader.fate(row, rows, taker());
        if (fate == Tally.Fate.REJECTED || fate == Tally.Fate.PASSED_OVER) {
            rejected += fate == Tally.Fate.REJECTED ? 1 : 0;
            passedOver += fate == Tally.Fate.PASSED_OVER ? 1 : 0;
            leftOutOffsets.add((int) (rows.position() - start));
            leftOutLines.add((int) rows.line());
        } else {
            keepPlace(rows);
        }
    }

    private void keepPlace(ByteRows rows) {
        offsets.add((int) (rows.position() - start));
        rowLines.add((int) rows.line());
    }

    /** Where the first row starts. */
    long start() {
        return start;
    }

    /** Where the first row after these starts. */
    long end() {
        return end;
    }

    /** How many lines there are. */
    long lines() {
        return lines;
    }

    /** How many rows were taken over. */
    int rows() {
        return offsets.size();
    }

    long position(int row) {
        return start + offsets.get(row);
    }

    /** The line on which a row starts; the first one is 0. */
    int line(int row) {
        return rowLines.get(row);
    }

    int rejected() {
        return rejected;
    }

    int passedOver() {
        return passedOver;
    }

    int leftOut() {
        return leftOutOffsets.size();
    }

    long leftOutPosition(int index) {
        return start + leftOutOffsets.get(index);
    }

    int leftOutLine(int index) {
        return leftOutLines.get(index);
    }

    /** The problems of the rows that are left out, which were only counted. */
    Tally tally() {
        return tally;
    }
}
