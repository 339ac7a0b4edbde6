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

/** The Java blocks of the page of payments are one program, which is compiled and run over {@link PaymentsScene}. */
class PaymentsPageTest {
    @TempDir
    Path folder;

    @Test
    void a_request_is_made_a_message_received_and_a_provider_chosen() throws IOException {
        String code = ReadmeTest.snippets(Project.read("docs/payments.md")).stream()
                .map(Snippet::code)
                .collect(Collectors.joining());
        String outcome = "System.out.print(link.getHost() + \" \" + receipt.answer().status() + \" \" + best);\n"
                + "bank.close();\n";
        Snippet all = new Snippet(1, "import java.net.URI;\nimport java.net.http.HttpClient;\n" + code + outcome, "");
        String classPath = System.getProperty("java.class.path");
        Path classes = JavaProgram.compile(
                folder,
                Map.of("Snippet.java", "package io.receivables.examples;\n" + all.source(" extends PaymentsScene")),
                List.of("-cp", classPath));
        String told = JavaProgram.run(
                folder, List.of("-cp", classes + File.pathSeparator + classPath, "io.receivables.examples.Snippet"));
        // nobody signed the message, and a transfer costs nothing
        assertThat(told).isEqualTo("etransfer.interac.ca 401 interac");
    }

    @Test
    void the_page_of_stages_has_no_java_that_nobody_compiles() {
        assertThat(ReadmeTest.snippets(Project.read("docs/payment-states.md"))).isEmpty();
    }
}
