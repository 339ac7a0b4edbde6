package io.receivables.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.receivables.core.Allocation;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What users see when a property fails: runs properties that must fail, and reads jqwik's report. */
class FailingExamplesTest {
    private static final AtomicBoolean PROVOKED = new AtomicBoolean();

    /** Fail when this test runs them; a runner that finds them by itself sees them pass. */
    @Domain(ReceivablesDomain.class)
    static class WrongClaims {
        @Property(seed = "1", shrinking = ShrinkingMode.FULL, afterFailure = AfterFailureMode.RANDOM_SEED)
        boolean no_payment_is_ever_reversed(@ForAll Ledger ledger, @ForAll LocalDate asOf) {
            return !PROVOKED.get()
                    || ledger.openItems(asOf).stream()
                            .flatMap(item -> item.settlements().stream())
                            .noneMatch(settlement -> settlement.amount().isNegative());
        }

        @Property(seed = "1", shrinking = ShrinkingMode.FULL, afterFailure = AfterFailureMode.RANDOM_SEED)
        boolean a_credit_note_is_never_applied(@ForAll Ledger ledger) {
            return !PROVOKED.get()
                    || ledger.facts().stream()
                            .noneMatch(fact -> fact instanceof Allocation allocation
                                    && allocation.source() == Allocation.Source.CREDIT_NOTE);
        }
    }

    private static final Map<String, String> REPORTS = new HashMap<>();
    private static final Map<String, TestExecutionResult.Status> OUTCOMES = new HashMap<>();

    @BeforeAll
    static void run_the_wrong_claims() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(WrongClaims.class))
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .configurationParameter("jqwik.database", "")
                .build();
        PROVOKED.set(true);
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                entry.getKeyValuePairs()
                        .values()
                        .forEach(text -> REPORTS.merge(test.getDisplayName(), text, String::concat));
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                OUTCOMES.put(test.getDisplayName(), result.getStatus());
            }
        });
        PROVOKED.set(false);
    }

    private static String shrunk(String property) {
        assertThat(OUTCOMES).containsEntry(property, TestExecutionResult.Status.FAILED);
        return REPORTS.getOrDefault(property, "no report")
                .lines()
                .dropWhile(line -> !line.startsWith("Shrunk Sample"))
                .skip(2)
                .takeWhile(line -> !line.startsWith("Original Sample"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_failing_ledger_shrinks_to_the_facts_that_matter_and_is_shown_as_java() {
        assertThat(shrunk("no payment is ever reversed")).isEqualTo("""
                ledger:
                Ledger of [
                Customer.of("C1"),
                Invoice.of("INV-1", "C1", date("2024-01-01"), Money.of("1.00", "EUR")).dueOn(date("2024-01-31")),
                Payment.of("P-1", "C1", date("2024-01-01"), Money.of("1.00", "EUR")),
                Allocation.ofPayment("A-2", "P-1", "INV-1", date("2024-01-01"), Money.of("1.00", "EUR")),
                Reversal.ofPayment("R-3", "P-1", date("2024-01-02"))
                ]
                asOf: 2024-01-02""");
    }

    @Test
    void amounts_dates_and_text_shrink_too() {
        assertThat(shrunk("a credit note is never applied")).isEqualTo("""
                ledger:
                Ledger of [
                Customer.of("C1"),
                Invoice.of("INV-1", "C1", date("2024-01-01"), Money.of("1.00", "EUR")).dueOn(date("2024-01-31")),
                CreditNote.of("CN-2", "C1", date("2024-01-01"), Money.of("1.00", "EUR")).dueOn(date("2024-01-31")),
                Allocation.ofCreditNote("A-1", "CN-2", "INV-1", date("2024-01-01"), Money.of("1.00", "EUR"))
                ]""");
    }
}
