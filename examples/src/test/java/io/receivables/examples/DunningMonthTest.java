package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DunningMonthTest {
    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DunningMonth.run(args, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void a_month_is_told_day_by_day_with_letters_calendar_and_reasons(@TempDir Path folder) throws IOException {
        String told = run(folder.toString());

        assertThat(told)
                .contains("\n2026-06-01  Monday\n", "\n2026-06-30  Tuesday\n")
                .contains("courtesy", "reminder 1", "formal-notice", "hand-over", "registered-letter", "phone")
                .contains("CALENDAR of the 14 days from 2026-07-01", "WHY, AND WHY NOT, on 2026-06-30")
                .contains("DUN-17: all of it is disputed", "DUN-30: not past due", "this changes on 2026-07-")
                .doesNotContain("Saturday", "Sunday", "{");
        List<String> days =
                told.lines().filter(line -> line.matches("2026-06-\\d\\d  .*")).toList();
        assertThat(days).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(15);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> letters = files.toList();
            assertThat(letters).hasSizeGreaterThan(100);
            assertThat(letters)
                    .allSatisfy(letter ->
                            assertThat(Files.readString(letter)).isNotBlank().doesNotContain("{{"));
        }
    }

    @Test
    void no_item_is_dunned_twice_on_a_day_or_at_one_level() {
        List<String> lines = run().lines()
                .filter(line -> line.startsWith("    ") && line.contains("INV-"))
                .map(line -> line.substring(36))
                .toList();

        assertThat(lines).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }
}
