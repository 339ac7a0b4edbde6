package io.receivables.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterLocaleTest {
    /** With the spaces that cannot be seen: ~ for a no-break space, _ for a narrow one. */
    private static String visible(String text) {
        return text.replace('\u00a0', '~').replace('\u202f', '_');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en;    1234567.89; EUR; EUR~1,234,567.89",
                "en;    0;          EUR; EUR~0.00",
                "en;    -12.30;     EUR; −EUR~12.30",
                "en;    999;        JPY; JPY~999",
                "en;    1000;       JPY; JPY~1,000",
                "en;    12.345;     KWD; KWD~12.345",
                "en-CA; 1234.50;    CAD; $1,234.50",
                "en-CA; -1234.50;   CAD; −$1,234.50",
                "en-CA; 1234.50;    EUR; EUR~1,234.50",
                "en-GB; 1234.50;    GBP; £1,234.50",
                "en-GB; 1234.50;    CAD; CAD~1,234.50",
                "fr;    1234567.89; EUR; 1_234_567,89~€",
                "fr;    -0.05;      EUR; −0,05~€",
                "fr;    1234.50;    CAD; 1_234,50~CAD",
                "fr-BE; 100000;     EUR; 100_000,00~€",
                "fr-CA; 1234.50;    CAD; 1~234,50~$",
                "fr-CA; 1234.50;    EUR; 1~234,50~EUR",
                "fr;    1000;       XOF; 1_000~XOF",
            })
    void amounts_are_written_as_readers_expect(String tag, String amount, String currency, String written) {
        assertThat(visible(LetterLocale.ofTag(tag).amount(Money.of(amount, currency))))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en;    2026-11-20; 20~November 2026",
                "en-GB; 2026-01-01; 1~January 2026",
                "en-CA; 2026-11-20; November~20, 2026",
                "en-US; 2026-12-01; December~1, 2026",
                "fr;    2026-11-20; 20~novembre 2026",
                "fr;    2026-03-01; 1er~mars 2026",
                "fr-CA; 2026-08-31; 31~août 2026",
            })
    void dates_are_written_as_readers_expect(String tag, LocalDate date, String written) {
        assertThat(visible(LetterLocale.ofTag(tag).date(date))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"en; 12.15;   12.15%", "fr; 12.150; 12,15~%", "en; 10; 10%", "fr; 0.0; 0~%", "en; 1E+1; 10%"})
    void percentages_have_no_needless_zeros(String tag, BigDecimal percent, String written) {
        assertThat(visible(LetterLocale.ofTag(tag).percent(percent))).isEqualTo(written);
    }

    @Test
    void lists_end_with_and() {
        assertThat(LetterLocale.ofTag("en").list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(LetterLocale.ofTag("fr").list(List.of("a", "b"))).isEqualTo("a et b");
        assertThat(LetterLocale.ofTag("fr").list(List.of("a"))).isEqualTo("a");
        assertThat(LetterLocale.ofTag("fr").list(List.of())).isEmpty();
    }

    @Test
    void french_punctuation_takes_its_spaces_and_canadian_french_takes_fewer() {
        String words = "L'avis « ci-joint » : oui ; non ? si !";

        assertThat(visible(LetterLocale.ofTag("fr").typeset(words)))
                .isEqualTo("L’avis «~ci-joint~»~: oui_; non_? si_!");
        assertThat(visible(LetterLocale.ofTag("fr-CA").typeset(words)))
                .isEqualTo("L’avis «~ci-joint~»~: oui; non? si!");
        assertThat(LetterLocale.ofTag("en").typeset("It's : so")).isEqualTo("It’s : so");
    }

    @Test
    void a_locale_is_made_of_a_language_and_the_country_of_a_law() {
        assertThat(LetterLocale.of("fr", "CA-QC").tag()).isEqualTo("fr-CA");
        assertThat(LetterLocale.of("en", "").tag()).isEqualTo("en");
        assertThat(LetterLocale.of("fr", "FR").messages()).isEqualTo(Locale.FRENCH);
        assertThat(LetterLocale.of("en", "FR").messages()).isEqualTo(Locale.ENGLISH);
        assertThatThrownBy(() -> LetterLocale.of("de", "DE"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("language \"de\" has no letters: use en or fr");
    }
}
