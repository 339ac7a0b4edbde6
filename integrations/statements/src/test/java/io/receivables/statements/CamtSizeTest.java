package io.receivables.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Problem;
import io.receivables.core.cash.BankLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Statements that are larger than the memory. */
class CamtSizeTest {
    private static final int HEAP_MB = 10;

    @Test
    void bookings_come_while_the_statement_is_read() {
        StatementStream statement = new StatementStream(1_000);
        long[] first = {-1};
        long[] last = {-1};
        int[] lines = new int[1];
        StatementReader.standard().read(statement, new StatementSink() {
            @Override
            public void line(BankLine line) {
                first[0] = first[0] < 0 ? statement.bytes() : first[0];
                last[0] = statement.bytes();
                lines[0]++;
            }

            @Override
            public void problem(Problem problem) {
                throw new AssertionError(problem);
            }
        });

        assertThat(lines[0]).isEqualTo(1_000 * StatementStream.ENTRIES_PER_PIECE);
        // no more than the buffers on the way is read ahead
        assertThat(first[0]).isBetween(1L, 200_000L);
        assertThat(statement.bytes()).isGreaterThan(5_000_000);
        assertThat(last[0]).isGreaterThan(statement.bytes() - 200_000);
    }

    @Test
    void a_statement_larger_than_the_heap_is_read_and_would_not_fit_whole() throws IOException, InterruptedException {
        List<String> streamed = run(32, false);
        assertThat(streamed).hasSize(1);
        assertThat(streamed.get(0)).matches("53\\d{3} lines, balances hold, \\d\\d MB");
        assertThat(run(32, true)).hasSize(1).first().asString().startsWith("out of memory after ");
    }

    /** Takes some seconds: {@code -Dstatements.large=true}. */
    @Test
    @EnabledIfSystemProperty(named = "statements.large", matches = "true")
    void a_statement_of_half_a_gigabyte_is_read() throws IOException, InterruptedException {
        assertThat(run(500, false)).hasSize(1).first().asString().matches("83\\d{4} lines, balances hold, \\d{3} MB");
    }

    private static List<String> run(int megabytes, boolean keep) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MB + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        SmallHeap.class.getName(),
                        Integer.toString(megabytes),
                        Boolean.toString(keep))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).withFailMessage(output).isZero();
        return output.lines().toList();
    }
}
