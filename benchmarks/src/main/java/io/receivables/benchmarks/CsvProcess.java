package io.receivables.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JVM of its own that reads two CSV files, ages them and prints what came out: the time from its start to its end, class
 * loading, compilation and all, and the most memory that it took.
 *
 * @param seconds from its start to its end, the median of some runs
 * @param mebibytes the most memory that it had in use; 0 where the operating system does not tell
 */
record CsvProcess(Side side, int rows, double seconds, long mebibytes, long figures, long total) {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** {@code CsvProcess SIDE FOLDER}, in the JVM of its own. */
    public static void main(String[] args) throws IOException {
        Side side = Side.valueOf(args[0]);
        Path folder = Path.of(args[1]);
        try (Peer peer = side == Side.JOIN ? DuckDbPeer.ofCsv(folder) : EnginePeer.ofCsv(folder)) {
            Object computed = peer.compute(Task.T1_TODAY);
            long[] figuresAndTotal = computed instanceof long[] counted ? counted : counted(peer, computed);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.println(figuresAndTotal[0] + " " + figuresAndTotal[1] + " " + peakMebibytes());
        }
    }

    private static long[] counted(Peer peer, Object computed) {
        Answer answer = peer.answer(Task.T1_TODAY, computed);
        return new long[] {answer.figures(), answer.total()};
    }

    private static long peakMebibytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    /**
     * Runs it several times.
     *
     * @param jvmArguments such as the size of the heap
     */
    static CsvProcess of(Side side, Dataset data, int times, List<String> jvmArguments)
            throws IOException, InterruptedException {
        List<CsvProcess> runs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            runs.add(once(side, data, jvmArguments));
        }
        runs.sort((a, b) -> Double.compare(a.seconds, b.seconds));
        return runs.get(times / 2);
    }

    private static CsvProcess once(Side side, Dataset data, List<String> jvmArguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(
                List.of(CsvProcess.class.getName(), side.name(), data.folder().toString()));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        if (exit != 0) {
            throw new IllegalStateException("CSV to answer by " + side + " ended with " + exit + " after " + printed);
        }
        String[] parts = printed.split(" ", -1);
        return new CsvProcess(
                side,
                data.rows(),
                seconds,
                Long.parseLong(parts[2]),
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]));
    }
}
