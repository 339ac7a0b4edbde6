package io.receivables.dunning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.dunning.policy.Tone;
import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void an_identifier_is_not_blank_and_has_two_hundred_characters_at_most() {
        assertThat(Checks.id("x".repeat(200), "holdId")).hasSize(200);
        assertThatThrownBy(() -> Checks.id(" ", "holdId")).hasMessage("holdId is blank: give an identifier");
        assertThatThrownBy(() -> Checks.id("x".repeat(201), "holdId"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("holdId has 201 characters: at most 200 are allowed");
    }

    @Test
    void days_are_from_none_to_ten_years() {
        assertThat(Checks.days(0, "grace")).isZero();
        assertThat(Checks.days(3660, "grace")).isEqualTo(3660);
        for (int days : new int[] {-1, 3661}) {
            assertThatThrownBy(() -> Checks.days(days, "grace"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("grace " + days + " is not between 0 and 3660: count in days");
        }
    }

    @Test
    void a_code_that_is_unknown_is_answered_with_those_that_are() {
        assertThat(Codes.find("tone", "firm", Tone.values(), Tone::code)).isEqualTo(Tone.FIRM);
        assertThatThrownBy(() -> Codes.find("tone", "rude", Tone.values(), Tone::code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("tone \"rude\" is unknown: use", "firm");
    }
}
