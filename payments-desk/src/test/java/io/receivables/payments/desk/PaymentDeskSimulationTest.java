package io.receivables.payments.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.payments.desk.Trial.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short simulation, and the proof that a simulation notices mistakes; {@link PaymentDeskSimulation} is the long one. */
class PaymentDeskSimulationTest {
    private static final int SEEDS = 200;
    /** A mistake need not matter in every history, but soon does in one. */
    private static final int MOST_SEEDS = 300;

    @Test
    void money_is_booked_once_and_nobody_is_charged_twice() {
        Result result = Result.nothing();
        for (long seed = 0; seed < SEEDS; seed++) {
            result = result.plus(Trial.run(seed, Sabotage.NONE));
        }
        assertThat(result.requests()).isGreaterThan(2 * SEEDS);
        assertThat(result.crashes()).isGreaterThan(SEEDS);
        assertThat(result.doubts()).isGreaterThan(SEEDS);
        assertThat(result.moneyBack()).isGreaterThan(SEEDS / 10);
    }

    @Test
    void the_same_seed_gives_the_same_history() {
        assertThat(Trial.run(7, Sabotage.NONE)).isEqualTo(Trial.run(7, Sabotage.NONE));
        assertThat(Trial.run(7, Sabotage.NONE).digest())
                .isNotEqualTo(Trial.run(8, Sabotage.NONE).digest());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_mistake_is_noticed(Sabotage sabotage) {
        assertThatThrownBy(() -> {
                    for (long seed = 0; seed < MOST_SEEDS; seed++) {
                        Trial.run(seed, sabotage);
                    }
                })
                .isInstanceOf(AssertionError.class);
    }
}
