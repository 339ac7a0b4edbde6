package io.receivables.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'100'              | '100.00'             | 0     | true",
                "'100'              | 100                  | 0     | true",
                "'100'              | '100.01'             | 0     | false",
                "'50.555556'        | '50.56'              | 0.005 | true",
                "'50.555556'        | '50.55'              | 0.005 | false",
                "'-50.555556'       | '50.555556'          | 0.005 | false",
                "null               | null                 | 0.005 | true",
                "null               | '0'                  | 0.005 | false",
                "'0'                | null                 | 0.005 | false",
                "'days'             | 'days'               | 0     | true",
                "'days'             | 'times'              | 9     | false",
                "'OK'               | '1'                  | 9     | false",
                "['1','2']          | ['1.0','2.0']        | 0     | true",
                "['1','2']          | ['2','1']            | 0     | false",
                "['1']              | ['1','0']            | 0     | false",
                "{'a':'1'}          | {'a':'1.0'}          | 0     | true",
                "{'a':'1'}          | {'a':'1','b':'2'}    | 0     | false",
                "{'a':'1','b':'2'}  | {'a':'1'}            | 0     | false",
                "{'a':['1',null]}   | {'a':['1',null]}     | 0     | true",
                "{}                 | []                   | 0     | false",
                "true               | true                 | 0     | true",
                "true               | 'true'               | 0     | false",
            },
            quoteCharacter = '"')
    void answers_are_compared_as_numbers_lists_and_objects(
            String expected, String actual, BigDecimal tolerance, boolean matches) {
        assertThat(new Comparison(tolerance).matches(json(expected), json(actual)))
                .isEqualTo(matches);
    }
}
