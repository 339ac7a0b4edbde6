package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Problem;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.PolicyProblem;
import io.receivables.dunning.policy.ReadyPolicies;
import io.receivables.dunning.policy.SalesInvolvement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/dunning-policies.md are those of the code. */
class DunningPoliciesPageTest {
    private static final String PAGE = Project.read("docs/dunning-policies.md");

    /** The rows of the table in a section. */
    private static List<String> rows(String section) {
        int start = PAGE.indexOf("\n## " + section + "\n");
        assertThat(start).as("section %s", section).isNotNegative();
        int end = PAGE.indexOf("\n## ", start + 1);
        return PAGE.substring(start, end < 0 ? PAGE.length() : end)
                .lines()
                .filter(line -> line.startsWith("| ")
                        && !line.startsWith("| step ")
                        && !line.startsWith("| policy ")
                        && !line.startsWith("| code "))
                .toList();
    }

    private static String row(Object... cells) {
        return Stream.of(cells).map(Object::toString).collect(Collectors.joining(" | ", "| ", " |"));
    }

    @Test
    void policies_are_listed_with_what_is_theirs_as_a_whole() {
        assertThat(rows("All at a glance"))
                .isEqualTo(ReadyPolicies.all().stream()
                        .map(policy -> row(
                                "`" + policy.id() + "`",
                                policy.language(),
                                policy.country(),
                                policy.interestRegime(),
                                policy.graceDays(),
                                policy.minimumInterval(),
                                policy.promiseGraceDays(),
                                policy.planToleranceDays(),
                                policy.grouping().code(),
                                policy.catchUp().code()))
                        .toList());
    }

    static List<Map.Entry<String, DunningPolicy>> steps() {
        return List.of(
                Map.entry("Courteous, France", ReadyPolicies.france()),
                Map.entry("Courteous, Canada and Quebec", ReadyPolicies.canada()),
                Map.entry("Courteous, Canada and Quebec", ReadyPolicies.quebec()),
                Map.entry("Strict", ReadyPolicies.strict(ReadyPolicies.france())),
                Map.entry("Strict", ReadyPolicies.strict(ReadyPolicies.quebec())),
                Map.entry("Public sector", ReadyPolicies.publicSector()));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void steps_are_those_of_the_policy(Map.Entry<String, DunningPolicy> section) {
        assertThat(rows(section.getKey()))
                .isEqualTo(section.getValue().steps().stream()
                        .map(step -> row(
                                step.code(),
                                step.kind().code(),
                                step.daysPastDue().orElseThrow(),
                                step.kind().reachesCustomer() ? step.channel().code() : "-",
                                step.kind().reachesCustomer() ? step.tone().code() : "-",
                                extras(step)))
                        .toList());
    }

    private static String extras(DunningStep step) {
        List<String> extras = new ArrayList<>();
        step.minimums().values().forEach(minimum -> extras.add("from " + minimum));
        if (step.paymentLink()) {
            extras.add("payment link");
        }
        if (step.sales() != SalesInvolvement.NONE) {
            extras.add("sales " + step.sales().code());
        }
        if (step.claimsInterest()) {
            extras.add("interest");
        }
        if (step.kind().isLast()) {
            extras.add("to " + step.successor().code());
        }
        return extras.isEmpty() ? "-" : String.join(", ", extras);
    }

    @Test
    void mistakes_are_listed_with_code_and_severity() {
        assertThat(rows("What is checked"))
                .extracting(row -> row.substring(0, row.indexOf(" |", row.indexOf(" |") + 1)))
                .isEqualTo(Stream.of(PolicyProblem.values())
                        .map(code -> "| " + code.id() + " | "
                                + code.severity().name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void the_json_of_the_page_is_a_policy_without_problems() throws Exception {
        int start = PAGE.indexOf("```json\n") + "```json\n".length();
        DunningPolicy policy = com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .findAndAddModules()
                .build()
                .readValue(PAGE.substring(start, PAGE.indexOf("```", start)), DunningPolicy.class);

        assertThat(policy.problems()).extracting(Problem::message).isEmpty();
        assertThat(policy.steps()).hasSize(5);
    }
}
