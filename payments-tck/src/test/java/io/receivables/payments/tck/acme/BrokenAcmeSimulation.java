package io.receivables.payments.tck.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each broken provider meets every rule. Takes minutes: {@code mvn -Psimulation -pl payments-tck -am verify}. */
class BrokenAcmeSimulation {
    @TestFactory
    Stream<DynamicTest> broken_provider_fails_at_the_rule_that_it_breaks_and_at_no_other() {
        List<BrokenAcme> all = BrokenAcme.all();
        return IntStream.range(0, all.size())
                .mapToObj(broken -> DynamicTest.dynamicTest(
                        all.get(broken).toString(),
                        () -> assertThat(KitRun.failures(broken, KitRun.RULES))
                                .containsOnlyKeys(all.get(broken).rule())));
    }
}
