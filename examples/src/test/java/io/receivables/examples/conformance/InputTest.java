package io.receivables.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
    private static Input input(String json) throws JsonProcessingException {
        return new Input(JsonMapper.builder().build().readTree(json), "input");
    }

    @Test
    void numbers_are_read_from_text_and_from_numbers() throws JsonProcessingException {
        Input input = input("{'a':'12.50','b':3,'c':[0,30]}".replace('\'', '"'));

        assertThat(input.decimal("a")).isEqualByComparingTo("12.5");
        assertThat(input.integer("b")).isEqualTo(3);
        assertThat(input.integers("c")).containsExactly(0, 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"x\":null}", "{\"x\":[]}", "{\"x\":{}}", "{\"x\":true}"})
    void what_is_missing_or_of_another_type_is_malformed(String json) throws JsonProcessingException {
        Input input = input(json);

        assertThatThrownBy(() -> input.decimal("x")).isInstanceOf(MalformedCaseException.class);
        assertThatThrownBy(() -> input.text("x")).isInstanceOf(MalformedCaseException.class);
    }

    @Test
    void a_text_that_is_no_number_or_date_is_refused_as_the_library_would() throws JsonProcessingException {
        Input input = input("{\"x\":\"2024-02-30\"}");

        assertThatThrownBy(() -> input.decimal("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(MalformedCaseException.class);
        assertThatThrownBy(() -> input.date("x")).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "9e2147483647"})
    void numbers_that_would_take_for_ever_are_refused(String number) {
        assertThatThrownBy(() -> Input.decimalOf(number)).isInstanceOf(IllegalArgumentException.class);
    }
}
