package io.receivables.files;

import java.io.IOException;
import java.io.Writer;

/**
 * Where rows go that were left out, as files that are mended and read again with the same mapping: see {@link
 * CsvLedgerReader#rejectedRows(RejectedRows, java.util.Locale)}.
 */
@FunctionalInterface
public interface RejectedRows {
    /**
     * Opens the target of one file's rows; called for the first row that is left out, and not at all where there is none.
     *
     * @param file the name of the file that is read
     * @return a writer, which is closed at the end of the file
     * @throws IOException if it cannot be opened
     */
    Writer open(String file) throws IOException;
}
