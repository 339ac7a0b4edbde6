package io.receivables.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EInvoiceProblemTest {
    @Test
    void both_languages_say_the_same_things() {
        Set<String> english =
                new TreeSet<>(EInvoiceProblem.MISSING.messages(Locale.ENGLISH).keySet());
        Set<String> french =
                new TreeSet<>(EInvoiceProblem.MISSING.messages(Locale.FRENCH).keySet());

        assertThat(french).isEqualTo(english);
        assertThat(english).hasSizeGreaterThan(EInvoiceProblem.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void the_number_tells_errors_from_warnings(EInvoiceProblem problem) {
        int number = Integer.parseInt(problem.id().substring("RCV-EINVOICE-".length()));

        assertThat(problem.severity()).isEqualTo(number > 100 ? Severity.WARNING : Severity.ERROR);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NUMBER", "ISSUE_DATE", "TYPE", "CURRENCY", "NET", "TAX", "TOTAL", "PREPAID", "ROUNDING", "PAYABLE"
            })
    void a_term_has_a_name_in_both_languages(Term term) {
        for (Locale language : Set.of(Locale.ENGLISH, Locale.FRENCH)) {
            ResourceBundle messages = EInvoiceProblem.MISSING.messages(language);
            assertThat(messages.getString("field." + term.id())).contains("(" + term.id() + ")");
        }
    }
}
