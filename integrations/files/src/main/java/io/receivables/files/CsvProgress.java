package io.receivables.files;

/** Told from time to time, and at the end of each file, how far reading has come. */
@FunctionalInterface
public interface CsvProgress {
    /**
     * Called about every ten thousand rows and after a file's last row.
     *
     * @param file the file's name
     * @param rows the rows of it that were read so far
     */
    void read(String file, int rows);
}
