package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Problem;
import io.receivables.core.terms.TermsLanguage;
import io.receivables.core.terms.TermsReading;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/payment-terms.md tell the truth. */
class PaymentTermsPageTest {
    /** The rows of the tables of a section: language, text, and what the page says of it. */
    private static Stream<Arguments> rows(String section) {
        String page = Project.read("docs/payment-terms.md");
        int start = page.indexOf("## " + section);
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end)
                .lines()
                .filter(line -> line.startsWith("| EN ") || line.startsWith("| FR "))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .map(cells -> Arguments.of(
                        Locale.forLanguageTag(cells.get(1).toLowerCase(Locale.ROOT)),
                        cells.get(2),
                        cells.subList(3, cells.size())));
    }

    static Stream<Arguments> read() {
        return rows("What is read");
    }

    static Stream<Arguments> twoReadings() {
        return rows("What has two readings");
    }

    static Stream<Arguments> refused() {
        return rows("What is refused");
    }

    @ParameterizedTest
    @MethodSource("read")
    void what_is_read(Locale locale, String text, List<String> said) {
        TermsLanguage language = TermsLanguage.of(locale);
        TermsReading reading = language.read(text);

        assertThat(reading.problems()).isEmpty();
        assertThat(said).containsExactly(language.print(reading.orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("twoReadings")
    void what_has_two_readings(Locale locale, String text, List<String> said) {
        TermsLanguage language = TermsLanguage.of(locale);
        TermsReading reading = language.read(text);

        assertThat(said.get(0)).isEqualTo(language.print(reading.orElseThrow()));
        assertThat(reading.otherReadings().stream().map(language::print)).contains(said.get(1));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_refused(Locale locale, String text, List<String> said) {
        assertThat(TermsLanguage.of(locale).read(text).problems())
                .extracting(problem -> problem.message(locale))
                .isEqualTo(said);
    }

    @Test
    void the_page_has_rows_of_all_three_kinds() {
        assertThat(List.of(read().count(), twoReadings().count(), refused().count()))
                .allSatisfy(rows -> assertThat(rows).isGreaterThan(5));
        assertThat(TermsLanguage.FRENCH.read("escompte 2 % sous 8 jours").discounts())
                .hasSize(1);
        assertThat(TermsLanguage.ENGLISH.read("net -30").problems()).allMatch(Problem::isError);
    }
}
