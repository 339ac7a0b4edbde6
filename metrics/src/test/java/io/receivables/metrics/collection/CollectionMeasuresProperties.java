package io.receivables.metrics.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ReminderSent;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.Measures;
import io.receivables.testkit.ReceivablesProviders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every log and date. */
class CollectionMeasuresProperties implements ReceivablesProviders {
    @Property
    void kept_ratios_lie_between_nothing_and_all_and_keep_nothing_for_themselves(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("dates") LocalDate asOf,
            @ForAll @IntRange(max = 30) int grace) {
        Measures byCount =
                CollectionMeasures.of(log, asOf, CollectionMethod.promisesKept().withGraceDays(grace));
        Measures byAmount = CollectionMeasures.of(
                log, asOf, CollectionMethod.promisesKeptByAmount().withGraceDays(grace));
        for (String currency : byCount.currencies()) {
            Measure count = byCount.in(currency);
            Measure amount = byAmount.in(currency);
            assertThat(count.input("kept").add(count.input("partlyKept")).add(count.input("broken")))
                    .isEqualByComparingTo(count.input("promises"));
            assertThat(count.status()).isEqualTo(amount.status());
            if (count.status() == MeasureStatus.OK) {
                assertThat(count.value().orElseThrow()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
                assertThat(amount.value().orElseThrow()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
                // whatever share of them was kept in full was received in full
                assertThat(amount.value().orElseThrow().signum())
                        .isGreaterThanOrEqualTo(count.value().orElseThrow().signum());
            }
        }
    }

    @Property
    void reminders_of_all_levels_add_up_to_those_sent(
            @ForAll("collectionLogs") CollectionLog log, @ForAll("dates") LocalDate asOf) {
        Map<String, BigDecimal> counted = new HashMap<>();
        for (int level = 0; level < 5; level++) {
            CollectionMeasures.of(log, asOf, CollectionMethod.remindersSent(level))
                    .byCurrency()
                    .forEach((currency, measure) ->
                            counted.merge(currency, measure.value().orElseThrow(), BigDecimal::add));
        }
        for (String currency : counted.keySet()) {
            long sent = log.reminders(asOf).stream()
                    .filter(reminder -> currencyOf(log, reminder).equals(currency))
                    .count();
            assertThat(counted.get(currency)).isEqualByComparingTo(BigDecimal.valueOf(sent));
        }
    }

    /** Generated reminders are about one document. */
    private static String currencyOf(CollectionLog log, ReminderSent reminder) {
        return log.ledger()
                .document(reminder.items().get(0).documentId())
                .orElseThrow()
                .gross()
                .currency()
                .getCurrencyCode();
    }

    @Property
    void limit_use_is_never_negative(@ForAll("collectionLogs") CollectionLog log, @ForAll("dates") LocalDate asOf) {
        CollectionMeasures.of(log, asOf, CollectionMethod.creditLimitUse())
                .byCurrency()
                .values()
                .forEach(use -> assertThat(use.value().orElse(BigDecimal.ZERO)).isNotNegative());
    }

    @Property
    void series_says_what_each_date_alone_says(
            @ForAll("collectionLogs") CollectionLog log, @ForAll("dates") LocalDate asOf) {
        CollectionMethod method = CollectionMethod.promisesKeptByAmount();
        CollectionMeasures.atMonthEnds(log, asOf.minusMonths(3), asOf, method)
                .byDate()
                .forEach((date, measures) ->
                        assertThat(CollectionMeasures.of(log, date, method)).isEqualTo(measures));
    }
}
