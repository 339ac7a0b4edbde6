package io.receivables.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterLanguageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fr",
                "FR",
                " fr ",
                "fr-CA",
                "fr_CA",
                "FR-fr",
                "fra",
                "FRE",
                "French",
                "français",
                "FRANÇAIS",
                "Francais",
                "franc\u0327ais",
                "Français (Québec)"
            })
    void french_is_told_in_many_ways(String text) {
        assertThat(LetterLanguage.stated(text)).contains(LetterLanguage.FRENCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "EN", "en-GB", "en_CA", "eng", "English", "anglais", "Anglais (Canada)"})
    void english_is_told_in_many_ways(String text) {
        assertThat(LetterLanguage.stated(text)).contains(LetterLanguage.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "de", "f", "frc", "fry", "frisian", "enm", "-fr", "1", "française2", "\uD83D"})
    void a_language_without_letters_is_none(String text) {
        assertThat(LetterLanguage.stated(text)).isEmpty();
    }

    @Test
    void a_customer_is_written_to_in_their_language_or_else_in_another_one() {
        Customer customer = Customer.of("A");

        assertThat(LetterLanguage.of(customer, "fr")).isEqualTo("fr");
        assertThat(LetterLanguage.of(customer.with(Customer.LANGUAGE, "de"), "fr"))
                .isEqualTo("fr");
        assertThat(LetterLanguage.of(customer.with(Customer.LANGUAGE, "EN-ca"), "fr"))
                .isEqualTo("en");
    }
}
