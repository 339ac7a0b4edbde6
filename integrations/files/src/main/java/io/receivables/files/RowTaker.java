package io.receivables.files;

/** What makes facts of the rows of files of one kind. */
interface RowTaker {
    /**
     * Called for each file before its rows.
     *
     * @throws CsvException if a column is missing
     */
    void check(Columns columns);

    /** Takes a row over, unless it has reported a problem that speaks against that. */
    Tally.Fate take(Row row);
}
