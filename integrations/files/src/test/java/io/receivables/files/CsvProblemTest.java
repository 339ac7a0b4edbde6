package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Problem;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsvProblemTest {
    @Test
    void both_languages_say_the_same_things() {
        Set<String> english =
                new TreeSet<>(CsvProblem.BLANK.messages(Locale.ENGLISH).keySet());
        Set<String> french =
                new TreeSet<>(CsvProblem.BLANK.messages(Locale.FRENCH).keySet());

        assertThat(french).isEqualTo(english);
        assertThat(english).hasSizeGreaterThan(CsvProblem.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void the_number_tells_errors_from_warnings(CsvProblem problem) {
        int number = Integer.parseInt(problem.id().substring("RCV-FILES-".length()));
        boolean warning = (number > 100 && number < 200) || problem == CsvProblem.DETAIL_NOT_WRITTEN;

        assertThat(problem.severity()).isEqualTo(warning ? Severity.WARNING : Severity.ERROR);
    }

    @Test
    void a_value_that_looks_like_a_placeholder_stays_as_it_is() {
        Problem problem = Problem.of(CsvProblem.NOT_YES_OR_NO, Problem.FIELD, "disputed", Problem.VALUE, "{field}");

        assertThat(problem.message()).startsWith("disputed \"{field}\" is neither yes nor no");
    }
}
