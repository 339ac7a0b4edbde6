package io.receivables.dunning.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** docs/dunning-states.md tells the truth. */
class CaseStatesPageTest {
    private static final String RENDERED = CaseStatesPage.render(CaseTable.standard());

    private static Path page() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(".mvn"))) {
            directory = Objects.requireNonNull(directory.getParent(), "no .mvn above the working directory");
        }
        return directory.resolve("docs/dunning-states.md");
    }

    @Test
    void the_page_is_what_the_table_says() throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page(), RENDERED);
        }

        assertThat(Files.readString(page()))
                .as("docs/dunning-states.md differs from CaseTable: run this test with -Ddocs.write=true")
                .isEqualTo(RENDERED);
    }

    @Test
    void every_rule_stage_and_trigger_is_on_the_page() {
        for (CaseRule rule : CaseRule.values()) {
            assertThat(RENDERED).contains("\n| " + rule.id() + " |");
        }
        for (CaseTrigger trigger : CaseTrigger.values()) {
            assertThat(RENDERED).contains(trigger.code());
        }
        for (Stage stage : Stage.values()) {
            assertThat(RENDERED).contains(" : " + stage.code() + "\n");
        }
        assertThat(RENDERED)
                .contains("current --> notified : CASE-30")
                .contains("handed_over --> formal_notice : CASE-52");
    }
}
