package io.receivables.payments.desk;

import io.receivables.payments.desk.Trial.Result;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The long simulation: {@code mvn -Psimulation -pl payments-desk -am verify}, or one seed by {@code -Dsimulation.seed=N}. */
class PaymentDeskSimulation {
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 100_000);

    @Test
    void money_is_booked_once_and_nobody_is_charged_twice() {
        Long only = Long.getLong("simulation.seed");
        LongStream seeds = only == null ? LongStream.range(0, SEEDS).parallel() : LongStream.of(only);
        Result result = seeds.mapToObj(seed -> Trial.run(seed, Sabotage.NONE)).reduce(Result.nothing(), Result::plus);
        System.out.println(result.requests() + " requests, " + result.doubts() + " faults, " + result.crashes()
                + " crashes, money back in " + result.moneyBack() + " histories");
    }
}
