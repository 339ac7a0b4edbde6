package io.receivables.benchmarks;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * DuckDB, in memory. <em>Flat</em> has documents and settlements joined before the clock starts; <em>join</em> joins them in
 * the query. What is timed computes every figure and fetches their number and sum, so that fetching millions of rows is not
 * part of it; statements are prepared beforehand.
 */
final class DuckDbPeer implements Peer {
    private final DuckDb db = DuckDb.open();
    private final Side side;
    private final Map<Task, PreparedStatement> prepared = new EnumMap<>(Task.class);

    private DuckDbPeer(Side side) {
        this.side = side;
    }

    /** Takes over the tables that one side needs. */
    static DuckDbPeer of(Dataset data, Side side) {
        DuckDbPeer peer = new DuckDbPeer(side);
        peer.db.run("ATTACH '" + data.database() + "' AS file (READ_ONLY)");
        if (side == Side.FLAT) {
            peer.db.run("CREATE TABLE intervals AS FROM file.intervals");
        } else {
            peer.db.run("CREATE TABLE documents AS SELECT * EXCLUDE (refunded) FROM file.documents");
            peer.db.run("CREATE TABLE settlements AS FROM file.settlements");
        }
        peer.db.run("DETACH file");
        for (String statement : List.of("month-ends", "millionths", "count-back")) {
            peer.db.run(DuckDb.statement(statement));
        }
        return peer;
    }

    /** Reads the CSV files into the tables of the join. */
    static DuckDbPeer ofCsv(Path folder) {
        DuckDbPeer peer = new DuckDbPeer(Side.JOIN);
        readCsv(peer.db, folder);
        return peer;
    }

    private static void readCsv(DuckDb db, Path folder) {
        db.run(DuckDb.statement("csv", "folder", folder.toString()));
        db.run(DuckDb.statement("documents"));
        db.run(DuckDb.statement("settlements"));
    }

    /** Reads the CSV files and keeps the tables of both sides in a file. */
    static void prepare(Dataset data) {
        try (DuckDb db = DuckDb.open()) {
            db.run("ATTACH '" + data.database() + "' AS file");
            db.run("USE file");
            readCsv(db, data.folder());
            db.run("CREATE TABLE intervals AS " + DuckDb.statement("intervals"));
            db.run("USE memory");
            db.run("DETACH file");
        }
    }

    @Override
    public long[] compute(Task task) {
        PreparedStatement statement = prepared.computeIfAbsent(task, this::prepare);
        return DuckDb.failing(() -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new long[] {row.getLong(1), row.getLong(2)};
            }
        });
    }

    private PreparedStatement prepare(Task task) {
        setFor(task);
        return db.prepare("SELECT count(*), sum(figure)::BIGINT FROM (" + query(task) + ")");
    }

    /** Groups by a packed number of up to 24 bits need no hash table; the many of T4 are twice as fast with one. */
    private void setFor(Task task) {
        db.run("SET perfect_ht_threshold = " + (task == Task.T4 ? 12 : 24));
    }

    private String query(Task task) {
        String asOf = task.dates().get(0).toString();
        return switch (task) {
            case T1_TODAY, T1_PAST -> aging("aging", open(), asOf);
            case T1_MONTH_ENDS -> monthEnds(task);
            case T2 -> aging("totals", open(), asOf);
            case T3 -> DuckDb.statement("dso", "changes", DuckDb.statement(layout() + "changes"));
            case T4 ->
                DuckDb.statement("customer-dso", "movements", DuckDb.statement(layout() + "movements"), "asOf", asOf);
        };
    }

    /** One date after the other; the join makes the flat table first, and once. */
    private String monthEnds(Task task) {
        String dates = task.dates().stream()
                .map(date -> aging("aging", DuckDb.statement("flat-open"), date.toString()))
                .collect(Collectors.joining("\nUNION ALL\n"));
        return side == Side.FLAT
                ? dates
                : "WITH intervals AS MATERIALIZED (" + DuckDb.statement("intervals") + ")\n" + dates;
    }

    private static String aging(String statement, String open, String asOf) {
        return DuckDb.statement(statement, "open", open, "asOf", asOf);
    }

    private String open() {
        return DuckDb.statement(layout() + "open");
    }

    private String layout() {
        return side == Side.FLAT ? "flat-" : "join-";
    }

    @Override
    public Answer answer(Task task, Object computed) {
        setFor(task);
        Answer answer = db.answer(query(task));
        long[] timed = (long[]) computed;
        if (timed[0] != answer.figures() || timed[1] != answer.total()) {
            throw new IllegalStateException(task + " of " + side + " was timed with " + timed[0] + " figures, sum "
                    + timed[1] + ", and fetched with " + answer);
        }
        return answer;
    }

    @Override
    public long sizeInBytes(long onHeap) {
        return db.number("SELECT sum(memory_usage_bytes)::BIGINT FROM duckdb_memory()");
    }

    @Override
    public void close() {
        db.close();
    }
}
