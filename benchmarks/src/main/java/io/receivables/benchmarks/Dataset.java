package io.receivables.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A synthetic ledger that several JVMs work on. Those that need numbers generate them; files are made once.
 *
 * @param folder where its files are
 */
record Dataset(int rows, long seed, Path folder) {
    /** The data set's place within the folder of a run. */
    static Dataset of(int rows, long seed, Path run) {
        return new Dataset(rows, seed, run.resolve(rows + "-" + seed));
    }

    SyntheticLedger ledger() {
        return SyntheticLedger.of(rows, seed);
    }

    /** A file with the tables that DuckDB answers from, so that not every JVM reads the CSV files again. */
    Path database() {
        return folder.resolve("tables.duckdb");
    }

    /** Writes the CSV files and DuckDB's tables. */
    void prepare() {
        try {
            Files.createDirectories(folder);
            ledger().writeCsv(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DuckDbPeer.prepare(this);
    }
}
