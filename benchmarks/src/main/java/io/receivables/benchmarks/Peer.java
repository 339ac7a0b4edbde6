package io.receivables.benchmarks;

/** One side's data, loaded, and how it answers. */
interface Peer extends AutoCloseable {
    /** Answers in the side's own form: this is what is timed. */
    Object compute(Task task);

    /**
     * The figures of an answer.
     *
     * @param computed what {@link #compute} gave for that task
     */
    Answer answer(Task task, Object computed);

    /**
     * The bytes that the data take, by the side's own count if it has one.
     *
     * @param onHeap how much of the Java heap they take
     */
    default long sizeInBytes(long onHeap) {
        return onHeap;
    }

    @Override
    default void close() {}
}
