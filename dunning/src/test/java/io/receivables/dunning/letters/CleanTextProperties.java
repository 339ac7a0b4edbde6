package io.receivables.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class CleanTextProperties {
    @Property
    void whatever_comes_in_one_bounded_line_without_controls_comes_out(@ForAll @StringLength(max = 700) String value) {
        String clean = CleanText.of(value);

        assertThat(clean.length()).isLessThanOrEqualTo(CleanText.LONGEST);
        assertThat(clean.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(each -> each == 0x2028 || each == 0x2029 || (each >= 0x202a && each <= 0x202e))
                .noneMatch(each -> Character.getType(each) == Character.SURROGATE);
        assertThat(CleanText.of(clean)).isEqualTo(clean);
    }

    @Example
    void ordinary_names_stay_as_they_are() {
        for (String name :
                new String[] {"Lefèvre & Fils", "Ångström AB", "株式会社", "O'Neill <x>", "{{evil}}", "a\u00a0b"}) {
            assertThat(CleanText.of(name)).isEqualTo(name);
        }
    }

    @Example
    void line_breaks_and_other_gaps_become_one_space_and_none_at_the_ends() {
        assertThat(CleanText.of(" \r\n a\r\nBcc: b\t\u0000c\u2028d \n")).isEqualTo("a Bcc: b c d");
    }

    @Example
    void marks_that_turn_the_direction_of_reading_are_left_out_and_joiners_stay() {
        assertThat(CleanText.of("a\u202Eb\u200Fc\u2066d\u2069\uFEFFe\u200Bf")).isEqualTo("abcdef");
        assertThat(CleanText.of("نمی\u200cخواهم")).isEqualTo("نمی\u200cخواهم");
        assertThat(CleanText.of("a\u200db")).isEqualTo("a\u200db");
    }

    @Example
    void halves_of_characters_are_replaced() {
        assertThat(CleanText.of("a\ud83db")).isEqualTo("a\ufffdb");
        assertThat(CleanText.of("a\ud83d\ude00b")).isEqualTo("a\ud83d\ude00b");
        assertThat(CleanText.of("\uffff")).isEqualTo("\ufffd");
    }

    @Example
    void only_what_is_too_long_is_cut_and_never_within_a_character() {
        String longest = "x".repeat(CleanText.LONGEST);

        assertThat(CleanText.of(longest)).isEqualTo(longest);
        assertThat(CleanText.of(longest + "x")).isEqualTo("x".repeat(CleanText.LONGEST - 1) + "…");
        assertThat(CleanText.of("x".repeat(CleanText.LONGEST - 2) + "\ud83d\ude00".repeat(3)))
                .isEqualTo("x".repeat(CleanText.LONGEST - 2) + "…");
        assertThat(CleanText.of("\ud83d\ude00".repeat(400)).length()).isLessThanOrEqualTo(CleanText.LONGEST);
    }
}
