package io.receivables.payments.tck.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each broken provider fails at the rule that it breaks and at no other. Here each meets its own rule and a share of the
 * others, a different one for each; {@link BrokenAcmeSimulation} has them meet all.
 */
class BrokenAcmeTest {
    private static final List<BrokenAcme> ALL = BrokenAcme.all();
    private static final int SHARE = 18;

    @TestFactory
    Stream<DynamicTest> broken_provider_fails_at_the_rule_that_it_breaks_and_at_none_of_its_share_of_others() {
        return IntStream.range(0, ALL.size())
                .mapToObj(broken -> DynamicTest.dynamicTest(ALL.get(broken).toString(), () -> meet(broken)));
    }

    private static void meet(int broken) {
        int own = ALL.get(broken).rule();
        List<Method> rules = new ArrayList<>();
        for (int i = 0; i < KitRun.RULES.size(); i++) {
            boolean isMet = KitRun.number(KitRun.RULES.get(i)) == own || (i + broken) % SHARE == 0;
            if (isMet) {
                rules.add(KitRun.RULES.get(i));
            }
        }
        Map<Integer, String> failures = KitRun.failures(broken, rules);
        assertThat(failures).containsOnlyKeys(own);
        assertThat(failures.get(own)).startsWith(own + " ").contains("expected: ", "came: ", "read: ");
    }

    @Test
    void every_rule_is_broken_by_some_provider() {
        assertThat(ALL.stream().map(BrokenAcme::rule).collect(Collectors.toSet()))
                .isEqualTo(KitRun.RULES.stream().map(KitRun::number).collect(Collectors.toSet()));
    }
}
