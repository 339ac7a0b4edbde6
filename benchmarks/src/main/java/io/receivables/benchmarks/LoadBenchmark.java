package io.receivables.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From two CSV files to data that can be asked; DuckDB keeps cells as they are, dates and amounts apart. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class LoadBenchmark {
    /** Who loads. */
    public enum Loader {
        ENGINE,
        DUCKDB
    }

    @Param
    public Loader loader;

    @Param("100000")
    public int rows;

    @Param("42")
    public long seed;

    /** Where the run's files are. */
    @Param(".")
    public String folder;

    private Path files;

    @Setup
    public void find() {
        files = Dataset.of(rows, seed, Path.of(folder)).folder();
    }

    /** The number of documents. */
    @Benchmark
    public long load() {
        if (loader == Loader.ENGINE) {
            return EnginePeer.load(files).columns().rows();
        }
        try (DuckDb db = DuckDb.open()) {
            db.run(DuckDb.statement("csv", "folder", files.toString()));
            db.run("CREATE TABLE loaded_invoices AS FROM invoices");
            db.run("CREATE TABLE loaded_payments AS FROM payments");
            return db.number("SELECT count(*) FROM loaded_invoices");
        }
    }
}
