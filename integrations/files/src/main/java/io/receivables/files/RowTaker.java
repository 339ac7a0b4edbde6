package io.receivables.files;

import java.util.List;

/** What makes facts of the rows of files of one kind. */
interface RowTaker {
    /**
     * Called for each file before its rows.
     *
     * @throws CsvException if a column is missing
     */
    void check(Columns columns);

    /** The identifier and the date of the file's own rows: what a row of data has, and a totals line lacks. */
    List<CsvField> marks();

    /** Takes a row over, unless it has reported a problem that speaks against that. */
    Tally.Fate take(Row row);
}
