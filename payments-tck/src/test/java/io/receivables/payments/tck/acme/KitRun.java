package io.receivables.payments.tck.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.receivables.payments.tck.ContractRules;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the kit on a broken provider, by JUnit's own launcher. */
final class KitRun implements TestExecutionListener {
    /** The methods of all rules, by number. */
    static final List<Method> RULES = Arrays.stream(ContractRules.class.getMethods())
            .sorted(Comparator.comparing(Method::getName))
            .toList();

    private final Map<Integer, String> failures = new TreeMap<>();
    private int run;

    private KitRun() {}

    /** The number of a rule's method. */
    static int number(Method rule) {
        return Integer.parseInt(rule.getName().split("_", 3)[1]);
    }

    /** The rules that a broken provider failed, with the messages. */
    static Map<Integer, String> failures(int broken, List<Method> rules) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(rules.stream()
                        .map(rule -> selectMethod(BrokenAcmeTck.class, rule.getName()))
                        .toList())
                .configurationParameter(BrokenAcmeTck.NUMBER, Integer.toString(broken))
                .build();
        KitRun listener = new KitRun();
        LauncherFactory.create().execute(request, listener);
        assertThat(listener.run).as("rules that ran").isPositive();
        return listener.failures;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            run++;
        }
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            String message = result.getThrowable().orElseThrow().getMessage();
            failures.put(Integer.valueOf(test.getDisplayName().substring(0, 3)), message);
        }
    }
}
