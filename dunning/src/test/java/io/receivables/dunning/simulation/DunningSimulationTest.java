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
    private static final int FEW = 10;
    private static final int DAYS = 120;

    @ParameterizedTest
    @ValueSource(longs = 1)
    void thirty_customers_are_dunned_rightly_for_two_hundred_days(long seed) {
        Result result = Trial.run(seed, 30, 200, Workers.caller(), Sabotage.NONE);

        assertThat(result.customerDays()).isEqualTo(6_000);
        assertThat(result.letters()).isGreaterThan(300);
        assertThat(result.crashes()).isGreaterThan(100);
        assertThat(result.daysAtRest()).isGreaterThan(50);
    }

    @Test
    void the_same_seed_gives_the_same_history_on_any_number_of_threads() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Result once = Trial.run(1, FEW, DAYS, Workers.caller(), Sabotage.NONE);

            assertThat(Trial.run(1, FEW, DAYS, Workers.caller(), Sabotage.NONE)).isEqualTo(once);
            assertThat(Trial.run(1, FEW, DAYS, Workers.on(threads, 2), Sabotage.NONE))
                    .isEqualTo(once);
            assertThat(Trial.run(2, FEW, DAYS, Workers.caller(), Sabotage.NONE).digest())
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
                    for (long seed = 1; seed <= 5; seed++) {
                        Trial.run(seed, FEW, DAYS, Workers.caller(), sabotage);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seed ")
                .hasMessageContaining("Violation: " + meant + ": ");
    }

    @Test
    void what_comes_from_anything_but_the_seed_makes_another_history() {
        assertThat(Trial.run(1, FEW, 40, Workers.caller(), Sabotage.CHANCE))
                .isNotEqualTo(Trial.run(1, FEW, 40, Workers.caller(), Sabotage.CHANCE));
    }
}
