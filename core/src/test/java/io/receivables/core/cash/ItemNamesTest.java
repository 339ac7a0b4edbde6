package io.receivables.core.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ItemNamesTest {
    private static Set<String> in(String text, String... known) {
        return ItemNames.in(List.of(text), List.of(known)::contains);
    }

    @Test
    void names_are_compared_by_letters_and_digits_in_compatible_upper_case() {
        assertThat(ItemNames.normalized("inv/2026 - 0007.")).isEqualTo("INV20260007");
        // full-width digits, a ligature, a letter with its accent apart
        assertThat(ItemNames.normalized("\uFF11\uFF12\uFB01e\u0301")).isEqualTo("12FIÉ");
        assertThat(ItemNames.normalized("@[`{/:")).isEmpty();
        assertThat(ItemNames.normalized("azAZ09")).isEqualTo("AZAZ09");
    }

    /** The short way for ASCII and the long one agree. */
    @Property
    void plain_text_is_compared_as_any_other(
            @ForAll @StringLength(max = 30) @CharRange(from = ' ', to = '~') String text) {
        assertThat(ItemNames.normalized(text + "\u00A7")).isEqualTo(ItemNames.normalized(text));
        assertThat(ItemNames.normalized(text)).isEqualTo(ItemNames.normalized(text.toLowerCase(Locale.ROOT)));
    }

    @Test
    void the_longest_name_is_found_where_one_is_within_another() {
        assertThat(in("F 1001 2", "F1001", "F10012")).containsExactly("F10012");
        assertThat(in("F 1001 2 F1001", "F1001", "F10012")).containsExactly("F10012", "F1001");
    }

    @Test
    void nine_words_may_be_one_name_and_ten_are_none() {
        assertThat(in("x 1 2 3 4 5 6 7 8 9 y", "123456789")).containsExactly("123456789");
        assertThat(in("x 1 2 3 4 5 6 7 8 9 0 y", "1234567890")).isEmpty();
    }

    @Test
    void four_signs_are_a_name_within_a_text_and_three_are_not() {
        assertThat(in("no 1234 x", "1234")).containsExactly("1234");
        assertThat(in("no 123 x", "123")).isEmpty();
        assertThat(in("123", "123")).containsExactly("123");
        assertThat(in("1-2-3", "123")).containsExactly("123");
    }

    @Test
    void signs_beyond_the_basic_plane_part_or_make_words_as_what_they_are() {
        assertThat(in("F1001\uD83D\uDE00", "F1001")).containsExactly("F1001");
        assertThat(in("F1001\uD801\uDC00", "F1001")).isEmpty(); // a letter of Deseret
    }

    /** Every start is tried with nine words at most: a long text takes no longer than its length. */
    @Test
    void a_hostile_text_is_read_to_its_end() {
        assertThat(in("1 ".repeat(200_000) + "F1001", "F1001")).containsExactly("F1001");
        assertThat(in("1".repeat(400_000) + " F1001", "F1001")).containsExactly("F1001");
    }
}
