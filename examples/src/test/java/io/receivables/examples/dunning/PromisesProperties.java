package io.receivables.examples.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.dunning.measure.PromiseReliability;
import io.receivables.dunning.measure.PromiseReliability.Row;
import io.receivables.metrics.Measures;
import io.receivables.metrics.collection.CollectionMeasures;
import io.receivables.metrics.collection.CollectionMethod;
import io.receivables.testkit.ReceivablesProviders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Dunning and metrics do not know each other, and judge promises alike. */
class PromisesProperties implements ReceivablesProviders {
    @Property(tries = 30)
    void the_reliability_of_promises_is_the_promise_kept_ratio(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("dates") LocalDate asOf,
            @ForAll @IntRange(max = 20) int grace) {
        CollectionOptions options = CollectionOptions.standard(asOf).withGraceDays(grace);
        Measures byCount =
                CollectionMeasures.of(log, asOf, CollectionMethod.promisesKept().withGraceDays(grace));
        Measures byAmount = CollectionMeasures.of(
                log, asOf, CollectionMethod.promisesKeptByAmount().withGraceDays(grace));

        Map<String, Row> total = PromiseReliability.of(log, options).total();
        // metrics know the currencies in which anything was issued
        for (String currency : byCount.currencies()) {
            Optional<Row> row = Optional.ofNullable(total.get(currency));
            assertThat(number(row.flatMap(Row::percentKept)))
                    .isEqualTo(number(byCount.in(currency).value()));
            assertThat(number(row.flatMap(Row::percentReceived)))
                    .isEqualTo(number(byAmount.in(currency).value()));
        }
    }

    /** A quotient's zeros at the end depend on the scale of what was divided; they say nothing. */
    private static Optional<BigDecimal> number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::stripTrailingZeros);
    }
}
