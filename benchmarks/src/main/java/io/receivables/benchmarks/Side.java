package io.receivables.benchmarks;

/** Who answers. */
public enum Side {
    ENGINE_1("ours, 1 thread", 4),
    ENGINE_2("ours, 2 threads", 3),
    PREPARED("ours, prepared", 0),
    FLAT("DuckDB flat", 30),
    JOIN("DuckDB join", 250),
    STREAMS("streams", 450);

    final String title;

    /** Roughly how long a document takes; only for how often to repeat. */
    private final int nanos;

    Side(String title, int nanos) {
        this.title = title;
        this.nanos = nanos;
    }

    /** Whether it has the task. */
    boolean answers(Task task) {
        return this != PREPARED || task == Task.T2 || task == Task.T3;
    }

    /** Roughly how long a call takes. */
    double expectedSeconds(Task task, int rows) {
        int dates = this == STREAMS || task == Task.T1_MONTH_ENDS ? task.dates().size() : 1;
        return 1e-9 * nanos * rows * dates;
    }

    /** Takes the data in. */
    Peer open(Dataset data) {
        return switch (this) {
            case ENGINE_1 -> EnginePeer.of(data.ledger(), TwoThreads.workers(1));
            case ENGINE_2 -> EnginePeer.of(data.ledger(), TwoThreads.workers(2));
            case PREPARED -> PreparedPeer.of(data.ledger());
            case FLAT, JOIN -> DuckDbPeer.of(data, this);
            case STREAMS -> new StreamsPeer(data.ledger().records());
        };
    }
}
