package io.receivables.dunning.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.ledger.Workers;
import io.receivables.dunning.simulation.Trial.Result;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The long simulation: {@code mvn -Psimulation -pl dunning -am verify}. A seed that failed is run alone with {@code
 * -Dsimulation.seed=4711}; {@code simulation.customerDays}, {@code simulation.customers} and {@code simulation.days} change
 * how much is simulated.
 */
class DunningSimulation {
    private static final int CUSTOMERS = Integer.getInteger("simulation.customers", 30);
    private static final int DAYS = Integer.getInteger("simulation.days", 730);
    private static final long CUSTOMER_DAYS = Long.getLong("simulation.customerDays", 2_000_000);

    @Test
    void nothing_goes_wrong_in_years() {
        long seeds = 1 + (CUSTOMER_DAYS - 1) / Math.multiplyExact((long) CUSTOMERS, DAYS);
        Long only = Long.getLong("simulation.seed");
        LongStream chosen = only == null ? LongStream.rangeClosed(1, seeds) : LongStream.of(only);

        Result total = chosen.parallel()
                .mapToObj(seed -> Trial.run(seed, CUSTOMERS, DAYS, Workers.caller(), Sabotage.NONE))
                .reduce(Result::plus)
                .orElseThrow();

        System.out.println(total);
        assertThat(total.customerDays()).isEqualTo((only == null ? seeds : 1) * CUSTOMERS * DAYS);
        assertThat(total.letters()).isPositive();
    }
}
