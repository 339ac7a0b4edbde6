package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.examples.ReadmeTest.Snippet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java blocks of the pages of dunning are compiled and run. Those of a page are one program, over what {@link
 * DunningScene} lays ready.
 */
class DunningPagesTest {
    @TempDir
    Path folder;

    /** What the blocks of a page print, with a last statement that shows what came of them. */
    private String run(String page, String last) throws IOException {
        String code = ReadmeTest.snippets(Project.read(page)).stream()
                .map(Snippet::code)
                .collect(Collectors.joining());
        assertThat(code).as("Java of %s", page).isNotBlank();
        Snippet all = new Snippet(1, code + last + "\n", "");
        String classPath = System.getProperty("java.class.path");
        Path sources = Files.createDirectories(folder.resolve("io/receivables/examples"));
        Path classes = JavaProgram.compile(
                sources,
                Map.of("Snippet.java", "package io.receivables.examples;\n" + all.source(" extends DunningScene")),
                List.of("-cp", classPath));
        template(classes.resolve("io/receivables/examples/letters"), "en/courtesy.txt");
        template(folder.resolve("letters"), "en/reminder-firm.txt");
        return JavaProgram.run(
                folder, List.of("-cp", classes + File.pathSeparator + classPath, "io.receivables.examples.Snippet"));
    }

    private static void template(Path below, String name) throws IOException {
        Path file = below.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, DunningScene.templates().getOrDefault(name, ""));
    }

    @Test
    void a_morning_sends_a_reminder_and_makes_a_call() throws IOException {
        String outcome = "System.out.print(sent.sent().size() + \" sent, \" + sent.calls().size() + \" called, \""
                + " + journal.cases().state(ItemReference.of(\"F-1002\", 1)).level());";

        assertThat(run("docs/dunning.md", outcome)).isEqualTo("1 sent, 1 called, 2");
    }

    @Test
    void letters_are_written_and_a_file_is_handed_over() throws IOException {
        String outcome = "System.out.print(writer.write(plan.letters().get(0), facts).subject());"
                + " ours.write(plan.letters().get(0), facts); withCodes.write(plan.letters().get(0), facts);";

        assertThat(run("docs/dunning-letters.md", outcome)).contains("F-1001");
        assertThat(folder.resolve("hand-over.json")).content().contains("F-1001");
    }

    @Test
    void pages_of_dunning_have_no_java_that_nobody_compiles() {
        assertThat(List.of("docs/dunning-policies.md", "docs/dunning-states.md"))
                .allSatisfy(page ->
                        assertThat(ReadmeTest.snippets(Project.read(page))).isEmpty());
    }
}
