package io.receivables.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Severity;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementProblemTest {
    @Test
    void both_languages_say_the_same_things() {
        Set<String> english =
                new TreeSet<>(StatementProblem.MISSING.messages(Locale.ENGLISH).keySet());
        Set<String> french =
                new TreeSet<>(StatementProblem.MISSING.messages(Locale.FRENCH).keySet());

        assertThat(french).isEqualTo(english);
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_has_a_message_and_its_number_tells_errors_from_warnings(StatementProblem problem) {
        int number = Integer.parseInt(problem.id().substring("RCV-STATEMENT-".length()));

        assertThat(problem.messages(Locale.ENGLISH).getString(problem.id())).isNotBlank();
        assertThat(problem.messages(Locale.FRENCH).getString(problem.id())).isNotBlank();
        assertThat(problem.severity()).isEqualTo(number > 100 ? Severity.WARNING : Severity.ERROR);
    }
}
