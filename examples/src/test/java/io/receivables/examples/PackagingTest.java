package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagingTest {
    private static final String CONSUMER = """
            package consumer;

            import io.receivables.core.Invoice;
            import io.receivables.core.Money;
            import io.receivables.core.ledger.Ledger;
            import io.receivables.metrics.aging.Aging;
            import io.receivables.metrics.aging.AgingOptions;
            import java.time.LocalDate;

            public class Main {
                public static void main(String[] args) {
                    Ledger ledger = Ledger.builder()
                            .invoice(Invoice.of("F-1", "ACME", LocalDate.parse("2026-03-02"), Money.of("800.00", "CAD")))
                            .build();
                    var balance = Aging.of(ledger, AgingOptions.standard(LocalDate.parse("2026-04-11")));
                    System.out.println(balance.in("CAD").bucket("31-60").amount()); // 29 days of March, 11 of April
                    Main.class.getModule().getLayer().modules().stream()
                            .map(Module::getName)
                            .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                            .sorted()
                            .forEach(System.out::println);
                }
            }
            """;

    @TempDir
    Path folder;

    private static final String HOLIDAYS = """
            package consumer;

            import io.receivables.holidays.HolidayCalendar;
            import java.time.LocalDate;
            import java.util.Locale;

            public class Main {
                public static void main(String[] args) {
                    System.out.println(HolidayCalendar.quebec().explain(LocalDate.parse("2024-07-01"), Locale.FRENCH));
                    System.out.println(HolidayCalendar.canadaFederal().next(LocalDate.parse("2024-12-24")));
                }
            }
            """;

    private static final String PROVIDERS = """
            package consumer;

            import io.receivables.payments.desk.PaymentProviders;
            import io.receivables.payments.desk.ProviderSetup;
            import io.receivables.payments.spi.HttpResult;
            import io.receivables.payments.spi.ProviderRuntime;
            import java.time.Clock;
            import java.util.List;
            import java.util.Map;

            public class Main {
                public static void main(String[] args) {
                    ProviderRuntime runtime =
                            new ProviderRuntime(Clock.systemUTC(), () -> "id", (request, call) -> new HttpResult.NotSent(""));
                    Map<String, String> account =
                            Map.of("payee", "Boreal", "account", "1234567", "bank", "815", "most", "CAD 5000.00");
                    ProviderSetup transfer = new ProviderSetup("transfer", "bank-transfer", account, Map.of());
                    System.out.println(PaymentProviders.load(List.of(transfer), runtime).capabilities());
                    try {
                        ProviderSetup unknown = new ProviderSetup("other", "unheard-of", Map.of(), Map.of());
                        PaymentProviders.load(List.of(unknown), runtime);
                    } catch (IllegalArgumentException e) {
                        System.out.println(e.getMessage());
                    }
                }
            }
            """;

    /** Compiles and runs a modular program that requires these modules; the first line is its answer. */
    private List<String> consume(Collection<String> modules) {
        return consume(CONSUMER, modules);
    }

    private List<String> consume(String program, Collection<String> modules) {
        String requires =
                modules.stream().map(name -> "requires " + name + "; ").collect(Collectors.joining());
        List<String> path = new ArrayList<>();
        for (ModuleReference module : Project.withRequired(modules).values()) {
            path.add(Path.of(module.location().orElseThrow()).toString());
        }
        Path classes = JavaProgram.compile(
                folder,
                Map.of("module-info.java", "module consumer { " + requires + "}", "Main.java", program),
                List.of("--module-path", String.join(File.pathSeparator, path)));
        path.add(classes.toString());
        return JavaProgram.run(
                        List.of("--module-path", String.join(File.pathSeparator, path), "-m", "consumer/consumer.Main"))
                .lines()
                .toList();
    }

    @Test
    void core_and_metrics_run_on_the_module_path_with_nothing_but_annotations() {
        List<String> modules = List.of("io.receivables.core", "io.receivables.metrics");

        assertThat(Project.withRequired(modules).keySet())
                .isSubsetOf(
                        "io.receivables.core",
                        "io.receivables.metrics",
                        "org.jspecify",
                        "jakarta.validation",
                        "com.fasterxml.jackson.annotation");
        assertThat(consume(modules))
                .startsWith("CAD 800.00", "consumer", "io.receivables.core", "io.receivables.metrics");
    }

    @Test
    void a_modular_program_can_require_all_published_modules() {
        List<String> modules =
                Project.publishedModules().stream().map(Project.Module::name).toList();

        assertThat(modules).contains("io.receivables.core", "io.receivables.metrics", "io.receivables.testkit");
        assertThat(consume(modules)).startsWith("CAD 800.00").containsAll(modules);
    }

    @Test
    void holidays_are_found_on_the_module_path() {
        // the runtime of the XML binding is a service that nothing requires
        assertThat(consume(HOLIDAYS, List.of("io.receivables.holidays", "org.glassfish.jaxb.runtime")))
                .contains("[Fête du Canada]", "2024-12-27");
    }

    @Test
    void payment_providers_are_found_on_the_module_path() {
        List<String> modules = List.of(
                "io.receivables.payments.desk",
                "io.receivables.payments.interac",
                "io.receivables.payments.manual",
                "io.receivables.payments.bank.transfer");
        assertThat(consume(PROVIDERS, modules))
                .anyMatch(line -> line.startsWith("{transfer=Capabilities[INSTRUCTION"))
                .anyMatch(line -> line.contains("found are: bank-transfer, cheque, interac, interac-bank"));
    }

    @Test
    void no_module_exports_an_internal_package() {
        assertThat(Project.publishedModules())
                .flatMap(module -> Project.find(module.name()).descriptor().exports())
                .extracting(ModuleDescriptor.Exports::source)
                .isNotEmpty()
                .noneMatch(name -> name.contains(".internal"));
    }

    @Test
    void the_bom_lists_every_published_artifact_and_no_other() {
        assertThat(artifacts("bom/pom.xml", "<dependency>.*<artifactId>(.+)</artifactId>"))
                .containsExactlyInAnyOrderElementsOf(Project.modules().stream()
                        .filter(Project.Module::isPublished)
                        .map(Project.Module::artifact)
                        .toList())
                .doesNotContain("receivables-examples", "receivables-benchmarks");
    }

    @Test
    void an_artifact_is_named_after_its_directory() {
        for (Project.Module module : Project.modules()) {
            assertThat(artifacts(module.directory() + "/pom.xml", "(?m)^  <artifactId>(.+)</artifactId>"))
                    .containsExactly(module.artifact());
        }
    }

    private static List<String> artifacts(String pom, String pattern) {
        return Pattern.compile(pattern)
                .matcher(Project.read(pom))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
