package io.receivables.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ProblemTest {
    /** A code of another module, with messages of its own. */
    private record Code(String id, Severity severity, String english) implements ProblemCode {
        @Override
        public ResourceBundle messages(Locale language) {
            boolean french = language.equals(Locale.FRENCH);
            return new ListResourceBundle() {
                @Override
                protected Object[][] getContents() {
                    return new Object[][] {
                        {id, french ? "FR {kind} {id}" : english},
                        {"kind.invoice", french ? "facture" : "sales invoice"},
                    };
                }
            };
        }
    }

    private static final Code ERROR = new Code("RCV-TEST-001", Severity.ERROR, "{kind} {id} is above {value}");
    private static final Code WARNING = new Code("RCV-TEST-101", Severity.WARNING, "look at {id}");

    @Test
    void message_is_filled_with_attributes_whose_words_are_translated() {
        Problem problem = Problem.of(ERROR, "kind", "invoice", Problem.ID, "F-1", Problem.VALUE, 5);

        assertThat(problem.message()).isEqualTo("sales invoice F-1 is above 5");
        assertThat(problem.message(Locale.CANADA_FRENCH)).isEqualTo("FR facture F-1");
        assertThat(problem.message(Locale.GERMANY)).isEqualTo("sales invoice F-1 is above 5");
        assertThat(problem).hasToString("RCV-TEST-001: sales invoice F-1 is above 5");
    }

    @Test
    void a_value_that_looks_like_a_placeholder_is_not_expanded() {
        Problem problem = Problem.of(ERROR, "kind", "{value}", "id", "{id}", "value", "} { {kind}");
        assertThat(problem.message()).isEqualTo("{value} {id} is above } { {kind}");
    }

    @Test
    void a_placeholder_without_a_value_stays_and_a_lone_brace_is_text() {
        assertThat(Problem.of(ERROR, "kind", "credit").message()).isEqualTo("credit {id} is above {value}");
        assertThat(Problem.of(new Code("X", Severity.ERROR, "a } b {id} c { d"), "id", 1)
                        .message())
                .isEqualTo("a } b 1 c { d");
        assertThat(Problem.of(new Code("X", Severity.ERROR, "{id}{id}"), "id", "")
                        .message())
                .isEmpty();
        assertThat(Problem.of(new Code("X", Severity.ERROR, "plain")).message()).isEqualTo("plain");
    }

    @Test
    void attributes_keep_their_order_and_where_comes_first() {
        Problem problem = Problem.of(ERROR, "id", "F-1", "value", 5).at(Map.of(Problem.FILE, "invoices.csv"));

        assertThat(problem.attributes())
                .containsExactly(entry("file", "invoices.csv"), entry("id", "F-1"), entry("value", "5"))
                .isUnmodifiable();
        assertThat(problem.attribute(Problem.ID)).isEqualTo("F-1");
        assertThat(problem.attribute(Problem.LINE)).isEmpty();
        assertThat(problem.code()).isEqualTo(ERROR);
        assertThat(problem.at("policy", "P", "step", 2).attributes())
                .containsExactly(
                        entry("policy", "P"),
                        entry("step", "2"),
                        entry("file", "invoices.csv"),
                        entry("id", "F-1"),
                        entry("value", "5"));
    }

    @Test
    void names_and_values_come_in_pairs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problem.of(ERROR, "id"))
                .withMessage("names and values of RCV-TEST-001 do not come in pairs");
    }

    @Test
    void loaded_parts_errors_from_warnings() {
        Problem error = Problem.of(ERROR);
        Problem warning = Problem.of(WARNING);
        Loaded<String> loaded = new Loaded<>("value", List.of(warning, error, warning));

        assertThat(error.isError()).isTrue();
        assertThat(warning.isError()).isFalse();
        assertThat(warning.severity()).isEqualTo(Severity.WARNING);
        assertThat(loaded.value()).isEqualTo("value");
        assertThat(loaded.problems()).containsExactly(warning, error, warning);
        assertThat(loaded.errors()).containsExactly(error);
        assertThat(loaded.warnings()).containsExactly(warning, warning);
    }
}
