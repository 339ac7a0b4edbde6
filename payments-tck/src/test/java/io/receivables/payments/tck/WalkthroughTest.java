package io.receivables.payments.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What WRITE-AN-ADAPTER.md has a stranger type compiles, and is green in the kit. */
class WalkthroughTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SERVICE = Pattern.compile("```text\n(tiny\\..*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("class (\\w+) ");
    private static final Pattern RESULT = Pattern.compile("Of (\\d+) rules (\\d+) pass and (\\d+) are skipped");

    @TempDir
    Path folder;

    @Test
    void adapter_of_the_walkthrough_compiles_and_keeps_the_contract() throws Exception {
        String page = Files.readString(Path.of("WRITE-AN-ADAPTER.md"));
        compile(page);
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        String factory =
                SERVICE.matcher(page).results().findFirst().orElseThrow().group(1);
        Files.writeString(services.resolve("io.receivables.payments.spi.PaymentProviderFactory"), factory);

        Outcome outcome = run();

        assertThat(outcome.failures).isEmpty();
        MatchResult told = RESULT.matcher(page).results().findFirst().orElseThrow();
        assertThat(List.of(outcome.passed + outcome.reasons.size(), outcome.passed, outcome.reasons.size()))
                .as("rules, passed, skipped")
                .isEqualTo(List.of(number(told, 1), number(told, 2), number(told, 3)));
        assertThat(new TreeSet<>(outcome.reasons))
                .anyMatch(reason -> reason.contains("the capabilities do not name POLL"))
                .anyMatch(reason -> reason.contains("the harness's remote side cannot ACCEPT"));
        assertThat(page).contains("the capabilities do not name POLL", "the harness's remote side cannot ACCEPT");
    }

    private static int number(MatchResult result, int group) {
        return Integer.parseInt(result.group(group));
    }

    private void compile(String page) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-d", folder.toString(), "-Xlint:all,-processing", "-Werror"));
        arguments.addAll(List.of("-classpath", System.getProperty("java.class.path"), "-proc:none"));
        for (MatchResult block : JAVA.matcher(page).results().toList()) {
            String name = CLASS.matcher(block.group(1))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            Path file = folder.resolve(name + ".java");
            Files.writeString(file, block.group(1));
            arguments.add(file.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .as("the walkthrough compiles")
                .isZero();
    }

    private Outcome run() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(loader.loadClass("tiny.TinyTckTest")))
                    .build();
            Outcome outcome = new Outcome();
            LauncherFactory.create().execute(request, outcome);
            return outcome;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static final class Outcome implements TestExecutionListener {
        final List<String> failures = new ArrayList<>();
        final List<String> reasons = new ArrayList<>();
        int passed;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String message = result.getThrowable().map(Throwable::getMessage).orElse("");
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failures.add(test.getDisplayName() + ": " + message);
            } else if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
                reasons.add(message);
            } else if (test.isTest()) {
                passed++;
            }
        }
    }
}
