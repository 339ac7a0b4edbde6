package io.receivables.payments.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The kit has exactly the rules of SPEC.md, in its words. */
class SpecTest {
    private static final Path SPEC = Path.of("..", "payments-spi", "SPEC.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\d{3}) \\| (MUST|SHOULD) \\| (.+?) \\| .+ \\|");

    @Test
    void kit_has_a_test_for_every_rule_in_its_words_and_no_other() throws IOException {
        Map<String, String> rules = new TreeMap<>();
        Files.readAllLines(SPEC).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> {
                    String before = rules.put(row.group(1), row.group(1) + " " + row.group(2) + ": " + row.group(3));
                    assertThat(before).as("a second rule " + row.group(1)).isNull();
                });
        assertThat(rules).hasSizeGreaterThan(50);
        assertThat(tests(test -> test.getAnnotation(DisplayName.class).value())).isEqualTo(rules);
    }

    @Test
    void no_author_can_override_a_rule() {
        assertThat(tests(test -> Boolean.toString(Modifier.isFinal(test.getModifiers()))))
                .allSatisfy((number, isFinal) -> assertThat(isFinal).isEqualTo("true"));
    }

    @Test
    void every_method_of_the_contract_is_a_test() {
        Map<String, String> contract = Arrays.stream(ContractRules.class.getMethods())
                .collect(Collectors.toMap(SpecTest::number, Method::getName, (one, other) -> other, TreeMap::new));
        assertThat(tests(Method::getName)).isEqualTo(contract);
    }

    private static Map<String, String> tests(Function<Method, String> what) {
        return Arrays.stream(PaymentProviderTck.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .collect(Collectors.toMap(SpecTest::number, what, (one, other) -> other, TreeMap::new));
    }

    private static String number(Method method) {
        return method.getName().substring("rule_".length(), "rule_".length() + 3);
    }
}
