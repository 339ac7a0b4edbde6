package io.receivables.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

/** Texts of anybody's making. */
class ReferenceFuzzProperties {

    @Provide
    Arbitrary<String> pieces() {
        Arbitrary<String> piece = Arbitraries.of(
                "RF",
                "RF18",
                "5390",
                "0754",
                "7034",
                "RF18539007547034",
                "+++",
                "***",
                "010",
                "/",
                "8068",
                "17183",
                "21",
                "00000",
                "03139",
                "47143",
                "09017",
                "00003",
                "13947",
                "14300",
                " ",
                "\n",
                "\u00a0",
                "\u0661",
                "\ud83d",
                "-",
                "DE33",
                "1002",
                "x",
                "0");
        return piece.list().ofMaxSize(30).map(list -> String.join("", list));
    }

    @Property
    void no_text_breaks_a_check(@ForAll String text) {
        assertNothingBreaks(text);
    }

    @Property
    void no_pieces_of_references_break_a_check(@ForAll("pieces") String text) {
        assertNothingBreaks(text);
    }

    private static void assertNothingBreaks(String text) {
        for (ReferenceScheme scheme : ReferenceScheme.values()) {
            assertThat(scheme.check(text).isEmpty()).isEqualTo(scheme.isValid(text));
            assertThat(PaymentReference.recognise(text).contains(scheme)).isEqualTo(scheme.isValid(text));
        }
        assertThat(Iban.check(text).isEmpty()).isEqualTo(Iban.isValid(text));
        assertThat(Bic.check(text)).isNotNull();
        List<PaymentReference> found = PaymentReferences.in(text);
        String compact = Characters.compact(text.replaceAll("[\\s/]", ""));
        assertThat(found).doesNotHaveDuplicates().allSatisfy(reference -> {
            assertThat(reference.scheme().isValid(reference.value())).isTrue();
            assertThat(compact).contains(reference.value());
        });
    }

    @Property
    void a_printed_reference_among_words_is_found(
            @ForAll @StringLength(max = 20) @AlphaChars String before,
            @ForAll @StringLength(max = 20) @AlphaChars String after,
            @ForAll("numbers") String number) {
        for (ReferenceScheme scheme : List.of(ReferenceScheme.RF, ReferenceScheme.OGM, ReferenceScheme.QRR)) {
            PaymentReference reference = scheme.makeFilled(number);

            assertThat(PaymentReferences.in(before + " " + reference.printed() + " " + after))
                    .contains(reference);
            assertThat(PaymentReferences.in(before + ":" + reference.printed() + "," + after))
                    .contains(reference);
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(10);
    }
}
