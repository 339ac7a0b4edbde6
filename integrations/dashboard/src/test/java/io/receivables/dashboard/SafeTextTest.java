package io.receivables.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("a\t\n\r\u0000\u007f\u0085\u200e\u2028\u202a\u202e\u2066\u2069\uffff\ud83d\ude80é");
    }

    @Test
    void ordinary_text_of_any_script_stays() {
        String text = "Bücher & Söhne, שלום \u200f, 株式会社 \uD83D\uDE80\nnext line";

        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Test
    void tabs_become_spaces_and_what_misleads_the_eye_a_mark() {
        assertThat(SafeText.of("a\tb\rc\u2028d")).isEqualTo("a b c d");
        assertThat(SafeText.of("\u202Egpj.exe\u0007\uD800")).isEqualTo("\uFFFDgpj.exe\uFFFD\uFFFD");
    }

    @Property
    void safe_text_can_be_encoded_and_stays_as_it_is(@ForAll("texts") String text) {
        String safe = SafeText.of(text);

        assertThat(new String(safe.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(safe);
        assertThat(SafeText.of(safe)).isEqualTo(safe);
        assertThat(safe).doesNotContainPattern("[\\p{Cntrl}&&[^\n]]|[\u2028-\u202E\u2066-\u2069]");
    }
}
