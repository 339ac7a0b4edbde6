package io.receivables.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read in a JVM whose heap is a third of the document. */
class SmallHeapTest {
    private static final int HEAP_MB = 24;

    @Test
    void large_documents_are_read_and_what_is_meant_to_fill_the_memory_is_refused()
            throws IOException, InterruptedException {
        assertThat(run(
                        "attachment",
                        "lines",
                        "attribute",
                        "attributes",
                        "comment",
                        "cdata",
                        "names",
                        "namespaces",
                        "depth",
                        "number",
                        "means",
                        "dates",
                        "bomb"))
                .containsExactly(
                        "attachment: 1 read []",
                        "lines: 0 read [TOO_LARGE pieces]",
                        "attribute: 0 read [TOO_LARGE markup]",
                        "attributes: 0 read [TOO_LARGE markup]",
                        "comment: 0 read [TOO_LARGE markup]",
                        "cdata: 0 read [TOO_LARGE markup]",
                        "names: 0 read [TOO_LARGE names]",
                        "namespaces: 0 read [TOO_LARGE names]",
                        "depth: 0 read [TOO_LARGE depth]",
                        "number: 0 read [TOO_LARGE text]",
                        "means: 0 read [TOO_LARGE elements]",
                        "dates: 0 read [TOO_LARGE elements]",
                        "bomb: 0 read [DOCTYPE ]");
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
