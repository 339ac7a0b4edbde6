package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read in a JVM whose heap is smaller than the file, or little larger. */
class SmallHeapTest {
    private static final int HEAP_MB = 72;

    @Test
    void a_file_larger_than_half_the_heap_loads(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("wide.csv");
        int rows = 50_000;
        write(file, rows);
        assertThat(Files.size(file)).isGreaterThan(HEAP_MB * 1024L * 1024 / 2);

        assertThat(run("file:" + file)).containsExactly("file: " + rows + " accepted, adds up true {}");
    }

    /** Thirty columns that are not needed, as exports of ERP systems have them. */
    private static void write(Path file, int rows) throws IOException {
        LocalDate first = LocalDate.parse("2024-01-01");
        String more = ",a remark, or what else ERP".replace(", ", " ").repeat(30);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(Given.HEADER.strip() + ",column".repeat(30) + "\n");
            for (int i = 0; i < rows; i++) {
                LocalDate issued = first.plusDays(i % 700);
                writer.write("INV-" + i + ",C" + i % 2_000 + "," + issued + "," + issued.plusDays(30) + ",EUR," + i
                        + ".50" + more + "\n");
            }
        }
    }

    @Test
    void what_is_meant_to_fill_the_memory_ends_in_problems() throws IOException, InterruptedException {
        assertThat(run("line", "quoted cell", "columns", "header", "NULs", "bad rows", "malformed rows", "blank lines"))
                .containsExactly(
                        "line: 2 accepted, adds up true {MALFORMED_ROW=1}",
                        "quoted cell: 2 accepted, adds up true"
                                + " {MALFORMED_ROW=1, MORE_PROBLEMS=1, WRONG_NUMBER_OF_CELLS=999}",
                        "columns: 2 accepted, adds up true {MALFORMED_ROW=1}",
                        "header: UNREADABLE_HEADER",
                        "NULs: 2 accepted, adds up true {MALFORMED_ROW=1}",
                        "bad rows: 2 accepted, adds up true"
                                + " {BLANK=250, MORE_PROBLEMS=3, NOT_AN_AMOUNT=250, NOT_A_DATE=500}",
                        "malformed rows: 2 accepted, adds up true {MALFORMED_ROW=1000, MORE_PROBLEMS=1}",
                        "blank lines: 2 accepted, adds up true {}");
    }

    @Test
    void nor_does_it_fill_the_memory_of_the_columnar_reader(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> kinds = List.of("bad rows", "malformed rows", "blank lines");
        for (String kind : kinds) {
            try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(kind));
                    Reader text = SmallHeap.hostile(kind)) {
                text.transferTo(writer);
            }
        }

        assertThat(run(kinds.stream()
                        .map(kind -> "columns:" + folder.resolve(kind))
                        .toArray(String[]::new)))
                .containsExactly(
                        "columns: 2 accepted, adds up true"
                                + " {BLANK=250, MORE_PROBLEMS=3, NOT_AN_AMOUNT=250, NOT_A_DATE=500}",
                        "columns: 2 accepted, adds up true {MALFORMED_ROW=1000, MORE_PROBLEMS=1}",
                        "columns: 2 accepted, adds up true {}");
    }

    private static List<String> run(String... what) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MB + "m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                SmallHeap.class.getName()));
        command.addAll(List.of(what));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).withFailMessage(output).isZero();
        return output.lines().toList();
    }
}
