package io.receivables.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);
    private static final ResourceBundle FRENCH = bundle(Locale.FRENCH);

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("io.receivables.dashboard.Texts", language);
    }

    private static Twin spaced(Twin twin) {
        return twin.map(text -> text.replace('\u00a0', ' '));
    }

    @Test
    void both_languages_have_the_same_texts_with_the_same_places() {
        assertThat(FRENCH.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(ENGLISH.keySet())
                .allSatisfy(key ->
                        assertThat(places(FRENCH.getString(key))).as(key).isEqualTo(places(ENGLISH.getString(key))));
    }

    private static String places(String text) {
        return text.replaceAll("(?s)[^{}]*(\\{\\d})?", "$1")
                .chars()
                .sorted()
                .boxed()
                .toList()
                .toString();
    }

    @Test
    void every_measure_of_the_page_has_a_definition() {
        for (Indicator indicator : Indicator.values()) {
            assertThat(ENGLISH.keySet()).contains("def." + indicator.kind().code());
        }
        assertThat(Definition.all()).extracting(Definition::id).doesNotHaveDuplicates();
    }

    @Test
    void french_puts_a_no_break_space_before_double_punctuation() {
        assertThat(FRENCH.keySet())
                .allSatisfy(key -> assertThat(FRENCH.getString(key))
                        .as(key)
                        .doesNotContainPattern("\\w ?(?<!\u00a0)[;:?!%](?!\\d)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.00        | CAD | 0.00          | 0,00",
                "-0.05       | CAD | -0.05         | -0,05",
                "1234.56     | CAD | 1,234.56      | 1 234,56",
                "-1234567.80 | CAD | -1,234,567.80 | -1 234 567,80",
                "1234        | JPY | 1,234         | 1 234",
                "1.234       | KWD | 1.234         | 1,234",
            })
    void amounts_are_written_as_in_the_language(String amount, String currency, String english, String french) {
        assertThat(spaced(Words.amount(Money.of(amount, currency)))).isEqualTo(new Twin(english, french));
    }

    @Test
    void money_stands_on_its_language_s_side_of_the_amount() {
        assertThat(spaced(Words.money(Money.of("1234.50", "CAD")))).isEqualTo(new Twin("CAD 1,234.50", "1 234,50 CAD"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7.5, 7.5",
        "999, 999",
        "1000, 1k",
        "1500, 1.5k",
        "12345, 12k",
        "2000000, 2M",
        "2500000000, 2.5bn",
        "-40000, -40k",
    })
    void round_numbers_are_short(BigDecimal number, String english) {
        assertThat(Words.compact(number).english()).isEqualTo(english);
    }

    @Test
    void dates_are_written_as_in_the_language() {
        assertThat(Words.date(LocalDate.parse("2026-02-01"))).isEqualTo(new Twin("1 Feb 2026", "1er févr. 2026"));
        assertThat(Words.month(LocalDate.parse("2009-08-31"))).isEqualTo(new Twin("Aug 09", "août 09"));
    }

    @Test
    void french_counts_zero_with_the_singular() {
        assertThat(Words.count("customers", 0)).isEqualTo(new Twin("0 customers", "0 client"));
        assertThat(Words.count("customers", 1)).isEqualTo(new Twin("1 customer", "1 client"));
        assertThat(spaced(Words.count("customers", 2_000))).isEqualTo(new Twin("2,000 customers", "2 000 clients"));
    }

    @Test
    void a_value_that_looks_like_a_place_is_not_replaced() {
        assertThat(Words.text("tip", "{1}", "{0}").english()).isEqualTo("{1}: {0}");
    }

    @Test
    void known_attributes_are_translated_and_others_shown_as_they_are() {
        assertThat(Page.attribute(Customer.SALES_REPRESENTATIVE).english()).isEqualTo("sales representative");
        assertThat(Page.attribute("region")).isEqualTo(Twin.same("region"));
    }
}
