package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0|0",
                "12|12",
                "0012.50|12.50",
                "-12.5|-12.5",
                "+12.5|12.5",
                ".50|0.50",
                "5442.09000|5442.09000",
                "1,234|1234",
                "1,234.50|1234.50",
                "12,345,678.9|12345678.9",
                "-1,234.50|-1234.50",
                "1 234.50|1234.50",
                "1\u00A0234.50|1234.50",
                "1\u202F234\u202F567.50|1234567.50",
                "1'234.50|1234.50",
                "1’234.50|1234.50",
                "1234567890123456789.25|1234567890123456789.25",
            })
    void decimal_point(String text, BigDecimal expected) {
        assertThat(Amounts.parse(text, '.')).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,5|12.5", "1.234|1234", "1.234,50|1234.50", "-1 234,50|-1234.50", "1.234.567,89|1234567.89"})
    void decimal_comma(String text, BigDecimal expected) {
        assertThat(Amounts.parse(text, ',')).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                ",",
                "5.",
                "-.",
                "--5",
                "5-",
                "(5)",
                "1e3",
                "1E3",
                "0x10",
                "NaN",
                "Infinity",
                "EUR 5",
                "5€",
                "$5",
                "1.2.3",
                "1,23",
                "1,2345",
                "12,34",
                "1234,567",
                "0,123",
                ",123",
                "1,,234",
                "1,234 567",
                "1 ,234",
                "1.5,000",
                "１２",
                "٣",
                "1_000",
                "5 ",
                "five"
            })
    void what_is_no_amount_is_refused(String text) {
        assertThat(Amounts.parse(text, '.')).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 10_000, 1_000_000})
    void an_endless_number_is_refused(int length) {
        assertThat(Amounts.parse("9".repeat(length), '.')).isNull();
    }
}
