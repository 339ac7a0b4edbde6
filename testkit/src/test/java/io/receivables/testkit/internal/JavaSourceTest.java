package io.receivables.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.WriteOff;
import io.receivables.testkit.ReceivablesDomain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;

class JavaSourceTest {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");

    @Example
    void what_a_factory_sets_by_itself_is_left_out() {
        assertThat(JavaSource.of(Customer.of("C1"))).isEqualTo("Customer.of(\"C1\")");
        assertThat(JavaSource.of(Invoice.of("INV-1", "C1", MARCH_2, Money.of("1200.00", "CAD"))))
                .isEqualTo("Invoice.of(\"INV-1\", \"C1\", date(\"2026-03-02\"), Money.of(\"1200.00\", \"CAD\"))");
        assertThat(JavaSource.of(Payment.of("P-1", "C1", MARCH_2, Money.of("5", "JPY"))))
                .isEqualTo("Payment.of(\"P-1\", \"C1\", date(\"2026-03-02\"), Money.of(\"5\", \"JPY\"))");
    }

    @Example
    void what_differs_is_shown() {
        assertThat(JavaSource.of(Customer.of("C1", "Acme").inCountry("CA")))
                .isEqualTo("Customer.of(\"C1\", \"Acme\").with(\"country\", \"CA\")");
        assertThat(JavaSource.of(CreditNote.of("CN-1", "C1", MARCH_2, Money.of("1.00", "CAD"))
                        .dueOn(MARCH_2.plusDays(1))
                        .correcting("INV-1")
                        .recordedOn(MARCH_2.plusDays(2))))
                .endsWith(".dueOn(date(\"2026-03-03\")).correcting(\"INV-1\").recordedOn(date(\"2026-03-04\"))");
        assertThat(JavaSource.of(Allocation.ofCreditNote("A-1", "CN-1", "INV-1", MARCH_2, Money.of("1.00", "CAD"))
                        .toInstalment(2)))
                .startsWith("Allocation.ofCreditNote(\"A-1\", \"CN-1\", \"INV-1\", ")
                .endsWith(".toInstalment(2)");
        assertThat(JavaSource.of(Refund.ofCreditNote("RF-1", "CN-1", MARCH_2, Money.of("1.00", "CAD"))))
                .startsWith("Refund.ofCreditNote(\"RF-1\", \"CN-1\", ");
    }

    @Example
    void awkward_text_is_escaped() {
        assertThat(JavaSource.of(WriteOff.of("W-1", "INV-1", MARCH_2, Money.of("1.00", "CAD"))
                        .because("\"a\"\\b\n\t\r\u00a0é")))
                .endsWith(".because(\"\\\"a\\\"\\\\b\\n\\t\\r\\u00a0é\")");
    }

    /** What is shown compiles, and makes the facts and customers that were shown. */
    @Domain(ReceivablesDomain.class)
    @Property(tries = 1)
    void pasted_into_a_test_it_makes_the_same_facts(
            @ForAll @Size(15) List<List<Fact>> histories, @ForAll @Size(15) List<Customer> customers) throws Exception {
        List<Object> shown = new ArrayList<>(customers);
        histories.forEach(shown::addAll);
        List<String> expressions = new ArrayList<>();
        customers.forEach(customer -> expressions.add(JavaSource.of(customer)));
        histories.forEach(facts -> facts.forEach(fact -> expressions.add(JavaSource.of(fact))));

        assertThat(compiled(expressions)).isEqualTo(shown);
    }

    private static List<?> compiled(List<String> expressions) throws Exception {
        Path folder = Files.createTempDirectory("java-source");
        try {
            Path file = folder.resolve("Pasted.java");
            Files.writeString(file, """
                    import io.receivables.core.*;
                    import java.time.LocalDate;
                    import java.util.List;

                    public class Pasted implements java.util.function.Supplier<List<?>> {
                        private static LocalDate date(String text) {
                            return LocalDate.parse(text);
                        }

                        public List<?> get() {
                            return List.<Object>of(
                                    %s);
                        }
                    }
                    """.formatted(String.join(",\n", expressions)), StandardCharsets.UTF_8);
            compile(file);
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, JavaSourceTest.class.getClassLoader())) {
                return (List<?>) ((Supplier<?>) loader.loadClass("Pasted")
                                .getDeclaredConstructor()
                                .newInstance())
                        .get();
            }
        } finally {
            delete(folder);
        }
    }

    private static void compile(Path file) {
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int exit = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-proc:none",
                        "-encoding",
                        "UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        file.toString());
        assertThat(exit).as(messages.toString()).isZero();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.collect(Collectors.toList())) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
