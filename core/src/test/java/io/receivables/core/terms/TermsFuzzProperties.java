package io.receivables.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Problem;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts that are no terms, or hardly. */
class TermsFuzzProperties {

    @Property
    void a_text_ends_in_terms_or_in_one_error(@ForAll("texts") String text, @ForAll TermsLanguage language) {
        TermsReading reading = language.read(text);

        long errors = reading.problems().stream().filter(Problem::isError).count();
        assertThat(errors).isEqualTo(reading.terms().isPresent() ? 0 : 1);
        reading.problems()
                .forEach(problem -> assertThat(problem.message(Locale.FRENCH)).doesNotContain("{value}"));
        reading.terms()
                .ifPresent(terms ->
                        assertThat(language.read(language.print(terms)).terms()).contains(terms));
        reading.otherReadings().forEach(other -> assertThat(other).isNotEqualTo(reading.orElseThrow()));
    }

    @Property
    void both_languages_never_read_a_text_differently(@ForAll("texts") String text) {
        TermsReading english = TermsLanguage.ENGLISH.read(text);
        TermsReading french = TermsLanguage.FRENCH.read(text);

        if (english.terms().isPresent() && french.terms().isPresent()) {
            assertThat(french.terms()).isEqualTo(english.terms());
        }
    }

    /** Words of terms in any order, with scraps between them. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "net",
                "30",
                "60",
                "2/10",
                "2%",
                "50%",
                "EOM",
                "days",
                "jours",
                "fin de mois",
                "le 10",
                "10th",
                "prox",
                "à réception",
                "COD",
                "rest",
                "solde",
                "then",
                "puis",
                ",",
                ";",
                "(",
                "+",
                "-",
                "/",
                "%",
                "or",
                "n/",
                "escompte",
                "discount",
                "within",
                "sous",
                "from delivery",
                "30/60/90",
                "sum of 200",
                "#SKONTO#TAGE=14",
                "#PROZENT=2#",
                "\n",
                "<",
                "€",
                "\ud83d\ude00",
                "\u0000",
                "é",
                "9999999999",
                "1.5",
                "1,5",
                ".",
                "-30");
        return Arbitraries.oneOf(
                words.list().ofMaxSize(8).map(list -> String.join(" ", list)),
                words.list().ofMaxSize(8).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(40));
    }
}
