package io.receivables.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    private static final Texts ENGLISH = Texts.english();
    private static final Texts FRENCH = Texts.french();

    @Test
    void both_languages_have_the_same_texts_with_the_same_places() {
        ResourceBundle english = ResourceBundle.getBundle("io.receivables.examples.report.Texts", Locale.ENGLISH);
        ResourceBundle french = ResourceBundle.getBundle("io.receivables.examples.report.Texts", Locale.FRENCH);

        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet())
                .allSatisfy(key ->
                        assertThat(places(french.getString(key))).as(key).isEqualTo(places(english.getString(key))));
    }

    private static String places(String text) {
        return text.replaceAll("[^{}0-9]|(?<!\\{)\\d", "")
                .chars()
                .sorted()
                .boxed()
                .toList()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.00         | 0.00          | 0,00",
                "-0.05        | -0.05         | -0,05",
                "999.99       | 999.99        | 999,99",
                "1234.56      | 1,234.56      | 1 234,56",
                "-1234567.80  | -1,234,567.80 | -1 234 567,80",
            })
    void amounts_are_written_as_in_the_language(String amount, String english, String french) {
        assertThat(ENGLISH.amount(Money.of(amount, "CAD"))).isEqualTo(english);
        assertThat(FRENCH.amount(Money.of(amount, "CAD"))).isEqualTo(french);
    }

    @Test
    void amounts_have_the_decimals_of_their_currency() {
        assertThat(FRENCH.amount(Money.of("1234", "JPY"))).isEqualTo("1 234");
        assertThat(ENGLISH.amount(Money.of("1234", "KWD"))).isEqualTo("1,234.000");
    }

    @Test
    void numbers_counts_and_percentages_are_written_as_in_the_language() {
        assertThat(ENGLISH.number(-1_234_567)).isEqualTo("-1,234,567");
        assertThat(FRENCH.percent(new BigDecimal("12.25"))).isEqualTo("12,3 %");
        assertThat(ENGLISH.percent(new BigDecimal("-12.25"))).isEqualTo("-12.3%");
        assertThat(ENGLISH.count("items.invoices", 0)).isEqualTo("0 invoices");
        assertThat(FRENCH.count("items.invoices", 0)).isEqualTo("0 facture");
        assertThat(ENGLISH.count("items.invoices", 1)).isEqualTo("1 invoice");
        assertThat(FRENCH.count("items.invoices", 2_000)).isEqualTo("2 000 factures");
    }

    @Test
    void dates_are_written_as_in_the_language() {
        assertThat(ENGLISH.date(LocalDate.parse("2026-02-01"))).isEqualTo("1 February 2026");
        assertThat(FRENCH.date(LocalDate.parse("2026-02-01"))).isEqualTo("1er février 2026");
        assertThat(FRENCH.date(LocalDate.parse("2026-08-31"))).isEqualTo("31 août 2026");
    }

    @Test
    void a_value_that_looks_like_a_place_is_not_replaced() {
        assertThat(ENGLISH.text("problem.read", "{1}", "{0}")).isEqualTo("{1} cannot be read: {0}");
    }
}
