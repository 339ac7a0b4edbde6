package io.receivables.files;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one stretch of a file, read by one thread. Of each row that is taken over it keeps where it stands, so that it
 * can be looked at again; of each that is left out, too, so that its problems can be told in the order of the file.
 */
abstract class FilePart {
    /** So many bytes are in memory at a time: few enough for a processor's cache. */
    private static final int WINDOW = 1 << 18;

    private static final int USUAL_ROW = 60;
    /** One more of so many rows is made room for than is expected. */
    private static final int SLACK = 16;

    private final Columns columns;
    /** Counts the problems, and keeps none of them: they are told later, with the lines of the whole file. */
    private final Tally tally = new Tally(0);

    private long start;
    private long end;
    private long lines;
    private int rejected;
    private int passedOver;
    private IntList offsets = new IntList(0);
    /** The line of each row; null while each row is a line, and each line a row. */
    private @Nullable IntList rowLines;

    private final IntList leftOutOffsets = new IntList(0);
    private final IntList leftOutLines = new IntList(0);

    FilePart(Columns columns) {
        this.columns = columns;
    }

    /** What is made of a row that is not plain. */
    abstract RowTaker taker();

    /** Reads the cells of rows, and leaves those rows of which any is not plainly written. */
    abstract void readPlain(RowBlock block);

    /** Takes rows over that were read, all of them plain. */
    abstract void keep(RowBlock block, int from, int to);

    /** Makes room for so many rows in all. */
    abstract void expect(int rows);

    /** Ends the reading: there are no more rows. */
    abstract void finish();

    /**
     * Reads the rows that start from one position on and before another.
     *
     * @param rowsStart where a row starts
     */
    void read(FileBytes file, RowCells cells, long rowsStart, long stop) {
        start = rowsStart;
        ByteRows rows = new ByteRows(file, cells, start, stop, 0, WINDOW);
        OddRows odd = new OddRows(rows);
        OddRows again = new OddRows(new ByteRows(file, cells.another(), start, start, 0, 0));
        RowBlock block = new RowBlock(columns);
        boolean more = rows.advance();
        while (more) {
            if (rows.isWhole(cells.columnCount())) {
                more = block.fill(rows, cells.columnCount());
                take(block, again, stop);
            } else {
                odd.decide();
                more = rows.advance();
            }
        }
        end = rows.nextPosition();
        lines = rows.nextLine();
        offsets.trim();
        if (rowLines != null) {
            rowLines.trim();
        }
        finish();
    }

    private int length(long stop) {
        return (int) Math.max(0, stop - start);
    }

    /** Takes over what is plain in a block of rows, and decides on each of the others. */
    private void take(RowBlock block, OddRows again, long stop) {
        if (rows() == 0) {
            expectLike(block, stop);
        }
        readPlain(block);
        int row = 0;
        while (row < block.size()) {
            int runEnd = block.endOfRun(row);
            if (block.isPlain(row)) {
                keep(block, row, runEnd);
                keepPlaces(block, row, runEnd);
            } else {
                decide(block, row, runEnd, again);
            }
            row = runEnd;
        }
    }

    private void keepPlaces(RowBlock block, int from, int to) {
        for (int row = from; row < to; row++) {
            keepPlace(block.position(row), block.line(row));
        }
    }

    private static void decide(RowBlock block, int from, int to, OddRows again) {
        for (int row = from; row < to; row++) {
            again.decide(block.position(row), block.line(row));
        }
    }

    /** Makes room for as many rows as there are if the others are as long as these. */
    private void expectLike(RowBlock block, long stop) {
        long bytes = block.position(block.size() - 1) - block.position(0);
        long each = block.size() == 1 ? USUAL_ROW : Math.max(1, bytes / (block.size() - 1));
        expect((int) Math.max(block.size(), length(stop) / each + length(stop) / each / SLACK));
    }

    private void keepPlace(long position, long line) {
        if (rowLines == null && line != offsets.size()) {
            rowLines = IntList.upTo(offsets.size());
        }
        if (rowLines != null) {
            rowLines.add((int) line);
        }
        offsets.add((int) (position - start));
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
        return rowLines == null ? row : rowLines.get(row);
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

    /** Rows that are not plain. Most parts have none, and need no more of this than the rows. */
    private final class OddRows {
        private final ByteRows rows;
        private @Nullable Row row;

        OddRows(ByteRows rows) {
            this.rows = rows;
        }

        /** Decides on the row at a position. */
        void decide(long position, long line) {
            rows.seek(position, line);
            if (rows.advance()) {
                decide();
            }
        }

        /** Decides on the current row, unless there is nothing in it. */
        void decide() {
            if (!rows.inspect()) {
                return;
            }
            Row read = row == null ? new Row(columns, rows, tally, null) : row;
            row = read;
            read.reset();
            Tally.Fate fate = CsvLedgerReader.fate(read, rows, taker());
            if (fate == Tally.Fate.REJECTED || fate == Tally.Fate.PASSED_OVER) {
                rejected += fate == Tally.Fate.REJECTED ? 1 : 0;
                passedOver += fate == Tally.Fate.PASSED_OVER ? 1 : 0;
                leftOutOffsets.add((int) (rows.position() - start));
                leftOutLines.add((int) rows.line());
            } else {
                keepPlace(rows.position(), rows.line());
            }
        }
    }
}
