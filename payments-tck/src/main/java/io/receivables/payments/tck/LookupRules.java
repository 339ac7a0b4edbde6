package io.receivables.payments.tck;

import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.Lookup.Kind;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Chapter 4: looking up. */
final class LookupRules {
    /** How long after a try nobody can be sure that it does not arrive any more. */
    private static final List<Duration> SOON = List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(10));

    private LookupRules() {}

    static void unknownOutcomeEnds(Bench bench) {
        bench.needs(Operation.FIND);
        Course course = Course.ofAsking(bench);
        for (Fault fault : EnumSet.of(Fault.ANSWER_LOST, Fault.ERROR_AFTERWARDS, Fault.REQUEST_LATE)) {
            try (Bench other = bench.another()) {
                Bench.Ask ask = other.ask();
                other.gateway().inject(fault, course.effect());
                other.initiate(ask);
                other.gateway().heal();
                other.gateway().deliverLate();
                Lookup answer = other.find(LookupKey.of(ask.key()).triedAt(other.clock.instant()));
                other.expect(
                        answer.kind() == Kind.FOUND, "FOUND, since the remote side has it, after " + fault, answer);
            }
        }
    }

    static void absentForGoodIsNeverSaidSoon(Bench bench) {
        bench.needs(Operation.FIND);
        if (bench.remote.address().isPresent()) {
            Course course = Course.ofAsking(bench);
            bench.gateway().inject(Fault.REQUEST_LATE, course.effect());
        }
        Bench.Ask ask = bench.ask();
        Instant tried = bench.clock.instant();
        if (bench.remote.address().isPresent()) {
            bench.initiate(ask);
            bench.gateway().heal();
        }
        for (Duration later : SOON) {
            bench.clock.moveTo(tried.plus(later));
            Lookup answer = bench.find(LookupKey.of(ask.key()).triedAt(tried));
            bench.expect(
                    answer.kind() != Kind.ABSENT_FOR_GOOD,
                    "no ABSENT_FOR_GOOD " + later.toSeconds() + " s after a try",
                    answer);
        }
    }

    static void silenceIsUnavailable(Bench bench) {
        bench.needs(Operation.FIND);
        Bench.Ask ask = bench.ask();
        String ref = bench.acknowledged(ask).providerRef();
        FaultGateway gateway = bench.gateway();
        gateway.heal();
        bench.find(LookupKey.of(ask.key(), ref));
        bench.needs(!gateway.sent().isEmpty(), "looking up sends nothing by the exchange that was given");
        for (Fault fault : EnumSet.complementOf(EnumSet.of(Fault.ANSWER_LATE, Fault.REQUEST_LATE))) {
            for (LookupKey key : List.of(LookupKey.of(ask.key()), LookupKey.of(ask.key(), ref))) {
                gateway.inject(fault, request -> true);
                Lookup answer = bench.find(key);
                bench.expect(answer.kind() == Kind.UNAVAILABLE, "UNAVAILABLE at " + fault, answer);
            }
        }
    }

    static void findHasNoEffect(Bench bench) {
        bench.needs(Operation.FIND);
        bench.needs(bench.remote.keepsPayments(), "the remote side does not know what was asked for");
        Bench.Ask ask = bench.ask();
        String ref = bench.acknowledged(ask).providerRef();
        String before = bench.payments().toString();
        Instant now = bench.clock.instant();
        for (LookupKey key : List.of(
                LookupKey.of(ask.key()),
                LookupKey.of(ask.key(), ref),
                LookupKey.of(bench.newKey()),
                LookupKey.of(bench.newKey()).triedAt(now))) {
            bench.find(key);
            String after = bench.payments().toString();
            bench.expect(after.equals(before), "the same payments as before: " + before, after);
        }
    }

    static void findTellsAllMoney(Bench bench) {
        bench.needs(Operation.FIND);
        Sight sight = bench.after(Happening.SETTLE, Happening.TAKE_BACK);
        Lookup answer = bench.find(LookupKey.of(sight.ask().key(), sight.providerRef()));
        bench.expect(answer.kind() == Kind.FOUND, "FOUND", answer);
        Lookup.Found found = (Lookup.Found) answer;
        List<Observation> told = new ArrayList<>(found.earlier());
        told.add(found.observation());
        // how much it was is rule 502, and that it went back is rule 506
        bench.expect(
                told.stream().anyMatch(each -> each.fact().isMoneyIn()),
                "the money that came in, also after it went back",
                told);
    }
}
