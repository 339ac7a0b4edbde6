package io.receivables.dunning.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.ledger.Workers;
import io.receivables.dunning.simulation.Trial.Result;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short simulation, and the proof that a simulation notices mistakes; {@link DunningSimulation} is the long one. */
class DunningSimulationTest {
    private static final int CUSTOMERS = 6;
    private static final int DAYS = 100;
    private static final int SHORT = 60;
    /** A mistake need not matter in every small company, but soon does in one. */
    private static final int MOST_SEEDS = 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void customers_are_dunned_rightly_for_half_a_year(long seed) {
        Result result = Trial.run(seed, CUSTOMERS, 180, Workers.caller(), Sabotage.NONE);

        assertThat(result.customerDays()).isEqualTo(1_080);
        assertThat(result.letters()).isGreaterThan(50);
        assertThat(result.crashes()).isGreaterThan(20);
        assertThat(result.faultsOfSender()).isPositive();
        assertThat(result.daysAtRest()).isGreaterThan(50);
    }

    @Test
    void the_same_seed_gives_the_same_history_on_any_number_of_threads() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Result once = Trial.run(1, CUSTOMERS, SHORT, Workers.caller(), Sabotage.NONE);

            assertThat(Trial.run(1, CUSTOMERS, SHORT, Workers.caller(), Sabotage.NONE))
                    .isEqualTo(once);
            assertThat(Trial.run(1, CUSTOMERS, SHORT, Workers.on(threads, 2), Sabotage.NONE))
                    .isEqualTo(once);
            assertThat(Trial.run(2, CUSTOMERS, SHORT, Workers.caller(), Sabotage.NONE)
                            .digest())
                    .isNotEqualTo(once.digest());
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "CHANCE"})
    void a_mistake_is_noticed_by_the_check_that_is_meant_for_it(Sabotage sabotage) {
        Check meant = sabotage.checks().iterator().next();

        assertThatThrownBy(() -> {
                    for (long seed = 1; seed <= MOST_SEEDS; seed++) {
                        Trial.run(seed, CUSTOMERS, DAYS, Workers.caller(), sabotage);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seed ")
                .hasMessageContaining("Violation: " + meant + ": ");
    }

    @Test
    void what_comes_from_anything_but_the_seed_makes_another_history() {
        assertThat(Trial.run(1, CUSTOMERS, SHORT, Workers.caller(), Sabotage.CHANCE))
                .isNotEqualTo(Trial.run(1, CUSTOMERS, SHORT, Workers.caller(), Sabotage.CHANCE));
    }
}
