package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.examples.ReadmeTest.Snippet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java blocks of the page of bank statements are one program, which is compiled and run over {@link BankScene}. */
class BankStatementsPageTest {
    @TempDir
    Path folder;

    @Test
    void a_reference_is_made_a_statement_read_and_its_lines_applied() throws IOException {
        String code = ReadmeTest.snippets(Project.read("docs/bank-statements.md")).stream()
                .map(Snippet::code)
                .collect(Collectors.joining());
        String outcome =
                "System.out.print(printed + \"; \" + svg.contains(\"<svg\") + \"; \" + run.facts().size() + \"; \""
                        + " + left.size() + \"; \" + ledger.balance(today) + \"; \" + advice.code());\n";
        Snippet all = new Snippet(1, code + outcome, "");
        String classPath = System.getProperty("java.class.path");
        Path classes = JavaProgram.compile(
                folder,
                Map.of("Snippet.java", "package io.receivables.examples;\n" + all.source(" extends BankScene")),
                List.of("-cp", classPath));
        String told = JavaProgram.run(
                folder, List.of("-cp", classes + File.pathSeparator + classPath, "io.receivables.examples.Snippet"));

        // one invoice, so one payment and its allocation; the other four lines name nothing in this ledger
        assertThat(told).isEqualTo("RF18 5390 0754 7034; true; 2; 4; {EUR=EUR 0.00}; represent-later");
    }
}
