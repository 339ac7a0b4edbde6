package io.receivables.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the sides of a run answered, by the files that its JVMs left in the run's folder. */
final class Answers {
    /** The task at which the memory is measured that a side's data take; it needs several full collections. */
    static final Task MEASURED = Task.T1_TODAY;

    private static final String FILE = "answers.txt";

    private final List<Line> lines;

    private Answers(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * What one side answered.
     *
     * @param sizeInBytes what its data take by its own count
     * @param heapBytes what its data take of the Java heap, if the task is {@link #MEASURED}
     */
    record Line(
            int rows,
            Task task,
            Side side,
            long figures,
            long total,
            String checksum,
            long sizeInBytes,
            long heapBytes) {
        Line(int rows, Task task, Side side, Answer answer, long sizeInBytes, long heapBytes) {
            this(rows, task, side, answer.figures(), answer.total(), answer.checksum(), sizeInBytes, heapBytes);
        }

        private static Line parse(String text) {
            String[] parts = text.split(" ", -1);
            return new Line(
                    Integer.parseInt(parts[0]),
                    Task.valueOf(parts[1]),
                    Side.valueOf(parts[2]),
                    Long.parseLong(parts[3]),
                    Long.parseLong(parts[4]),
                    parts[5],
                    Long.parseLong(parts[6]),
                    Long.parseLong(parts[7]));
        }

        @Override
        public String toString() {
            return String.join(
                    " ",
                    Integer.toString(rows),
                    task.name(),
                    side.name(),
                    Long.toString(figures),
                    Long.toString(total),
                    checksum,
                    Long.toString(sizeInBytes),
                    Long.toString(heapBytes));
        }

        private String saidBySide() {
            return side.title + " gives " + figures + " figures, sum " + total + ", checksum " + checksum;
        }
    }

    /** Adds a side's answer to those of the run. */
    static void record(Path folder, Line line) {
        try {
            Files.writeString(folder.resolve(FILE), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The answers of a run.
     *
     * @throws IllegalStateException if two sides gave different ones
     */
    static Answers of(Path folder) throws IOException {
        return of(Files.readAllLines(folder.resolve(FILE)).stream()
                .map(Line::parse)
                .toList());
    }

    static Answers of(List<Line> lines) {
        lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.task + " of " + line.rows + " documents", TreeMap::new, Collectors.toList()))
                .forEach(Answers::checkEqual);
        return new Answers(List.copyOf(lines));
    }

    private static void checkEqual(String question, Collection<Line> answers) {
        if (answers.stream().map(Line::checksum).distinct().count() > 1) {
            throw new IllegalStateException(
                    question + ": " + answers.stream().map(Line::saidBySide).collect(Collectors.joining("; ")));
        }
    }

    List<Line> lines() {
        return lines;
    }

    /** The answer to a question, the same on all sides that were asked. */
    Optional<Line> to(Task task, int rows) {
        return lines.stream()
                .filter(line -> line.task == task && line.rows == rows)
                .findFirst();
    }

    /** What a side's data of a size take. */
    Optional<Line> of(Side side, int rows) {
        return lines.stream()
                .filter(line -> line.task == MEASURED && line.side == side && line.rows == rows)
                .findFirst();
    }
}
