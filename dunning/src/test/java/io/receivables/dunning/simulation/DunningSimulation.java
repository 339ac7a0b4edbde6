package io.receivables.dunning.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.ledger.Workers;
import io.receivables.dunning.simulation.Trial.Result;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The long simulation, {@code mvn -Psimulation -pl dunning -am verify}: two million days of customers, in some two thousand
 * companies of six customers each, which are simulated for five months, and every 25th of them for two years. Customers
 * owe in several currencies, some of them are written to as a group; two runners get into each other's way, die and begin
 * again, and the sender does not always say what it did.
 *
 * <p>A seed that failed is run alone with {@code -Dsimulation.seed=4711}; {@code simulation.customerDays} changes how much
 * is simulated, {@code simulation.firstSeed} where the seeds begin.
 */
class DunningSimulation {
    private static final long CUSTOMER_DAYS = Long.getLong("simulation.customerDays", 2_000_000);
    private static final long FIRST_SEED = Long.getLong("simulation.firstSeed", 1);
    private static final int CUSTOMERS = 6;
    private static final int DAYS = 150;
    private static final int YEARS = 730;
    private static final int YEARS_EVERY = 25;

    @Test
    void nothing_goes_wrong_in_years() {
        Long only = Long.getLong("simulation.seed");
        LongStream seeds = only == null ? LongStream.range(FIRST_SEED, FIRST_SEED + trials()) : LongStream.of(only);

        Result total = seeds.parallel()
                .mapToObj(seed -> Trial.run(seed, CUSTOMERS, days(seed), Workers.caller(), Sabotage.NONE))
                .reduce(Result::plus)
                .orElseThrow();

        System.out.println(total);
        assertThat(total.letters()).isPositive();
        assertThat(total.customerDays()).isGreaterThanOrEqualTo(only == null ? CUSTOMER_DAYS : 1);
    }

    private static int days(long seed) {
        return seed % YEARS_EVERY == 0 ? YEARS : DAYS;
    }

    /** So many that they come to the days asked for, wherever the seeds begin. */
    private static long trials() {
        long daysOfCycle = CUSTOMERS * ((YEARS_EVERY - 1L) * DAYS + YEARS);
        return YEARS_EVERY * ((CUSTOMER_DAYS + daysOfCycle - 1) / daysOfCycle);
    }
}
