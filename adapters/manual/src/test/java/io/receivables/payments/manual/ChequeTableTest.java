package io.receivables.payments.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChequeTableTest {
    private static final ChequeTable TABLE = ChequeTable.standard();
    private static final String RENDERED = ChequesPage.render(TABLE);

    private static Path page() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(".mvn"))) {
            directory = Objects.requireNonNull(directory.getParent(), "no .mvn above the working directory");
        }
        return directory.resolve("adapters/manual/CHEQUES.md");
    }

    @Test
    void the_page_is_what_the_table_says() throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page(), RENDERED);
        }

        assertThat(Files.readString(page()))
                .as("adapters/manual/CHEQUES.md differs from ChequeTable: run this test with -Ddocs.write=true")
                .isEqualTo(RENDERED);
    }

    @Test
    void every_rule_state_and_trigger_is_on_the_page() {
        for (ChequeRule rule : ChequeRule.values()) {
            assertThat(RENDERED).contains("\n| " + rule.id() + " |");
        }
        for (ChequeTrigger trigger : ChequeTrigger.values()) {
            assertThat(RENDERED).contains(trigger.code());
        }
        assertThat(RENDERED).contains("deposited --> presumed_cleared : CHQ-40");
    }

    @Test
    void a_row_less_or_twice_is_no_table() {
        for (ChequeRow row : TABLE.rows()) {
            List<ChequeRow> without = new ArrayList<>(TABLE.rows());
            without.remove(row);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChequeTable.of(without))
                    .withMessageContaining(
                            row.from().code() + " x " + row.trigger().code())
                    .withMessageContaining("has 0 rows");
            List<ChequeRow> twice = new ArrayList<>(TABLE.rows());
            twice.add(row);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChequeTable.of(twice))
                    .withMessageContaining("has 2 rows, not one: [" + row.rule().id());
        }
    }

    @Test
    void what_is_refused_changes_nothing_and_says_nothing() {
        assertThat(TABLE.rows())
                .filteredOn(row -> row.rule().problem().isPresent())
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.next()).isEqualTo(row.from());
                    assertThat(row.rule().says()).isEmpty();
                });
    }

    @Test
    void only_the_bank_leads_to_money_and_only_from_money_is_money_taken_back() {
        assertThat(TABLE.rows())
                .filteredOn(row ->
                        row.rule().says().filter(fact -> fact.isMoneyIn()).isPresent())
                .allSatisfy(row -> assertThat(row.from()).isEqualTo(ChequeState.DEPOSITED))
                .hasSize(1);
        assertThat(TABLE.rows())
                .filteredOn(row ->
                        row.rule().says().filter(fact -> fact.isMoneyBack()).isPresent())
                .allSatisfy(row -> assertThat(row.from()).isEqualTo(ChequeState.PRESUMED_CLEARED))
                .hasSize(1);
    }

    @Test
    void nothing_leads_out_of_returned() {
        assertThat(TABLE.rows())
                .filteredOn(row -> row.from() == ChequeState.RETURNED)
                .allSatisfy(row -> assertThat(row.next()).isEqualTo(ChequeState.RETURNED));
    }

    @Test
    void every_rule_and_problem_speaks_both_languages() {
        Set<String> wanted = new TreeSet<>();
        for (ChequeRule rule : ChequeRule.values()) {
            wanted.add(rule.id());
            assertThat(rule.text(Locale.CANADA_FRENCH)).isNotEqualTo(rule.text(Locale.ENGLISH));
        }
        EnumSet.allOf(ChequeProblem.class).forEach(problem -> wanted.add(problem.id()));
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            ResourceBundle messages = ChequeProblem.NOT_ASKED.messages(language);
            assertThat(messages.keySet().stream()
                            .filter(key -> !key.startsWith("fact."))
                            .collect(Collectors.toSet()))
                    .isEqualTo(wanted);
        }
    }
}
