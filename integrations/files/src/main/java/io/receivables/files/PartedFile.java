package io.receivables.files;

import io.receivables.core.Problem;
import io.receivables.core.ledger.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A file that several threads read in parts. Where the parts start is a guess, namely at the first line after a multiple of
 * their size, and is checked: a part starts where the rows of the one before it end, or is read again from there. So quoted
 * line breaks may be anywhere, and what is read does not depend on the number of threads.
 */
final class PartedFile<P extends FilePart> implements AutoCloseable {
    /** Some ten thousand rows: what is made of them are arrays so short that a garbage collector can move them. */
    static final int PART_SIZE = 1 << 21;

    private static final long MOST_ROWS = Integer.MAX_VALUE - 8L;

    private final CsvLayout layout = CsvLayout.canonical();
    private final Tally tally;
    private final FileBytes file;
    private final RowCells cells;
    private final Columns columns;
    private final long firstRow;
    private final long firstLine;
    private List<P> parts = List.of();
    private int[] firstRows = {0};
    private long[] firstLines = {};

    /**
     * Opens a file, and reads its header.
     *
     * @throws CsvException if it cannot be used as a whole
     */
    PartedFile(Path path, Set<CsvField> known, RowTaker taker, Tally tally) {
        this.tally = tally;
        file = new FileBytes(path);
        cells = new RowCells(layout, false);
        try {
            ByteRows rows = new ByteRows(file, cells, file.first(), file.size(), 1, ByteRows.STEP);
            columns = CsvLedgerReader.columns(file.name(), layout, known, rows, taker, tally);
            cells.want(columns.used());
            firstRow = rows.nextPosition();
            firstLine = rows.nextLine();
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    Columns columns() {
        return columns;
    }

    List<P> parts() {
        return parts;
    }

    // ---- reading

    void read(Function<Columns, P> newPart, int partSize, Workers workers) {
        int count = Math.toIntExact(Math.max(1, (file.size() - firstRow + partSize - 1) / partSize));
        parts = new ArrayList<>(workers.all(count, i -> {
            long nominal = firstRow + (long) i * partSize;
            long start = i == 0 ? firstRow : file.startOfLine(nominal);
            return read(newPart, start, Math.min(file.size(), nominal + partSize));
        }));
        long expected = firstRow;
        for (int i = 0; i < count; i++) {
            if (parts.get(i).start() != expected) {
                long stop = Math.min(file.size(), firstRow + (i + 1L) * partSize);
                parts.set(i, read(newPart, expected, stop));
            }
            expected = parts.get(i).end();
        }
        number();
        countLeftOut();
    }

    private P read(Function<Columns, P> newPart, long start, long stop) {
        P part = newPart.apply(columns);
        part.read(file, cells.another(), start, stop);
        return part;
    }

    private void number() {
        firstRows = new int[parts.size() + 1];
        firstLines = new long[parts.size()];
        long rows = 0;
        long line = firstLine;
        for (int i = 0; i < parts.size(); i++) {
            firstLines[i] = line;
            line += parts.get(i).lines();
            rows += parts.get(i).rows();
            if (rows > MOST_ROWS) {
                throw new IllegalArgumentException(
                        file.name() + " has more than " + MOST_ROWS + " rows: split it, for example by year");
            }
            firstRows[i + 1] = (int) rows;
        }
    }

    private void countLeftOut() {
        boolean none = rows() == 0;
        for (P part : parts) {
            tally.add(Tally.Fate.REJECTED, part.rejected());
            tally.add(Tally.Fate.PASSED_OVER, part.passedOver());
            none &= part.leftOut() == 0;
        }
        if (none) {
            tally.report(Problem.of(CsvProblem.NO_ROWS, Problem.FILE, file.name()));
        }
    }

    /** How many rows were taken over. */
    int rows() {
        return firstRows[parts.size()];
    }

    /** The number of the first row of a part. */
    int firstRow(int part) {
        return firstRows[part];
    }

    // ---- looking again

    private int partOf(int row) {
        int found = Arrays.binarySearch(firstRows, row);
        int part = found < 0 ? -2 - found : found;
        while (parts.get(part).rows() == 0) {
            part++; // of several that start with this row, the last one has it
        }
        return part;
    }

    /** The line of a row. */
    long line(int row) {
        int part = partOf(row);
        return firstLines[part] + parts.get(part).line(row - firstRows[part]);
    }

    /** A look at single rows, wherever they stand. */
    Look look() {
        return new Look();
    }

    final class Look {
        private final ByteRows rows =
                new ByteRows(file, cells.another(), file.first(), file.first(), firstLine, ByteRows.STEP);
        private final Row row = new Row(columns, rows, tally, null);

        /** A row that was taken over. */
        Row at(int number) {
            int part = partOf(number);
            return at(parts.get(part).position(number - firstRows[part]), line(number));
        }

        private Row at(long position, long line) {
            rows.seek(position, line);
            if (!rows.next()) {
                throw new IllegalStateException(file.name() + " was changed while it was read: no row at " + position);
            }
            row.reset();
            return row;
        }

        /** Tells the problems of the rows that are left out, as far as problems are kept; of the others the number. */
        void tellLeftOut(RowTaker taker) {
            for (int p = 0; p < parts.size(); p++) {
                P part = parts.get(p);
                if (!tally.keepsProblems()) {
                    tally.addUnkept(part.tally());
                    continue;
                }
                for (int i = 0; i < part.leftOut(); i++) {
                    at(part.leftOutPosition(i), firstLines[p] + part.leftOutLine(i));
                    CsvLedgerReader.fate(row, rows, taker);
                }
            }
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
