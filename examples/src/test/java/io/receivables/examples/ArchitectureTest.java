package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.receivables.examples.fixture.core.Offences;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String FIXTURE = "io.receivables.examples.fixture";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.receivables");

    private static final JavaClasses BAD = new ClassFileImporter().importPackages(FIXTURE);

    private static final ArchitectureRules RULES = new ArchitectureRules("io.receivables");

    private static final ArchitectureRules RULES_FOR_BAD = new ArchitectureRules(FIXTURE);

    static Set<String> rules() {
        return RULES.all().keySet();
    }

    private static ArchRule rule(ArchitectureRules rules, String name) {
        return Objects.requireNonNull(rules.all().get(name), name);
    }

    private static List<String> violations(String rule) {
        return rule(RULES_FOR_BAD, rule).evaluate(BAD).getFailureReport().getDetails();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_code_keeps_every_rule(String name) {
        rule(RULES, name).check(MAIN);
    }

    @Test
    void all_modules_are_looked_at() {
        for (Project.Module module : Project.publishedModules()) {
            assertThat(MAIN).anyMatch(type -> (type.getPackageName() + ".").startsWith(module.name() + "."));
        }
    }

    @Test
    void it_is_decided_for_every_module_what_it_may_use() {
        assertThat(ArchitectureRules.MAY_USE.keySet())
                .containsExactlyInAnyOrderElementsOf(Project.modules().stream()
                        .filter(Project.Module::isPublished)
                        .map(module -> module.name().substring("io.receivables.".length()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "packages are free of cycles, fixture.cycle.a",
        "internal types stay out of exported signatures, Offences$Leaks",
        "clock and defaults are arguments, Offences$Ambient",
        "only examples log or print, Offences$Logs",
        "only examples log or print, Offences$Prints",
        "engines use the JDK and annotations only, Offences$Heavy",
        "every package is null-marked, Unmarked",
        "engines are closed to subclassing, Offences$Open",
        "core knows no floating point, Offences$Floating",
        "modules use each other in one direction, Offences$UsesMetrics",
        "modules use each other in one direction, Offences$UsesExamples"
    })
    void every_rule_finds_its_offender(String rule, String offender) {
        assertThat(violations(rule)).anyMatch(violation -> violation.contains(offender));
    }

    @Test
    void every_rule_has_an_offender() {
        assertThat(rules()).allSatisfy(rule -> assertThat(violations(rule)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void no_rule_blames_a_careful_class(String rule) {
        assertThat(violations(rule)).noneMatch(violation -> violation.contains("Offences$Careful"));
    }

    @Test
    void every_way_to_read_the_clock_or_a_default_is_found() {
        Set<String> written = Arrays.stream(Offences.Ambient.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(violations("clock and defaults are arguments"))
                .extracting(violation -> violation.replaceAll("(?s).*Offences\\$Ambient\\.(\\w+)\\(.*", "$1"))
                .containsAll(written);
    }
}
