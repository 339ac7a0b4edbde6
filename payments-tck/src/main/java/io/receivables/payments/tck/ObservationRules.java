package io.receivables.payments.tck;

import io.receivables.core.Money;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Chapter 5: observations. */
final class ObservationRules {
    private static final Set<Happening> ENDS =
            EnumSet.of(Happening.DECLINE, Happening.EXPIRE, Happening.CANCEL, Happening.FAIL);

    private ObservationRules() {}

    static void promiseIsNoMoney(Bench bench) {
        Observation first = bench.acknowledged(bench.ask());
        bench.expect(!first.fact().isMoneyIn(), "no money in where nobody paid", first);
        factOf(Happening.ACCEPT, bench);
    }

    private static void factOf(Happening happening, Bench bench) {
        bench.after(happening)
                .last()
                .forEach((way, told) -> bench.expect(
                        told.fact() == happening.fact(),
                        happening.fact() + " by " + way + " where the remote side did " + happening,
                        told));
    }

    static void moneyIsExact(Bench bench) {
        bench.needs(Happening.SETTLE);
        Sight settled = bench.after(Happening.SETTLE);
        moneyIn(bench.amount(), settled);
        if (bench.remote.happenings().contains(Happening.SETTLE_IN_PART)) {
            Sight inPart = bench.after(Happening.SETTLE_IN_PART);
            moneyIn(bench.payment(inPart.providerRef()).paid().orElseThrow(), inPart);
        }
        if (bench.remote.happenings().contains(Happening.TAKE_BACK)) {
            Sight back = bench.after(Happening.SETTLE, Happening.TAKE_BACK);
            back.last()
                    .forEach((way, told) -> bench.expect(
                            !told.fact().isMoneyBack() || told.amount().equals(Optional.of(bench.amount())),
                            bench.amount() + " back by " + way,
                            told));
        }
    }

    private static void moneyIn(Money amount, Sight sight) {
        sight.last()
                .forEach((way, told) -> sight.bench()
                        .expect(
                                isOnlyAHint(told)
                                        || (told.fact().isMoneyIn()
                                                && told.amount().equals(Optional.of(amount))),
                                amount + " in by " + way,
                                told));
    }

    /** A message that does not prove an amount need not tell one: the host asks anyway. */
    private static boolean isOnlyAHint(Observation told) {
        return told.trust() == Observation.Trust.HINT && !told.fact().isMoneyIn();
    }

    static void unknownStatusIsUnrecognised(Bench bench) {
        Sight sight = bench.after(Happening.SAY_SOMETHING_NEW);
        Map<String, Observation> last = sight.last();
        bench.expect(bench.thrown.isEmpty(), "no exception for a status that nobody knows", bench.thrown);
        bench.expect(
                !bench.can.can(Operation.FIND) || last.containsKey("find"),
                "the payment is found, whatever its status",
                last.keySet());
        last.forEach((way, told) -> bench.expect(
                told.fact() == Happening.SAY_SOMETHING_NEW.fact()
                        && !told.rawCode().isBlank(),
                "UNRECOGNISED with the raw code by " + way,
                told));
    }

    static void happeningHasOneEventId(Bench bench) {
        Happening happening = bench.firstOf(Happening.SETTLE, Happening.ACCEPT, Happening.DECLINE);
        Sight sight = bench.after(happening);
        Set<String> ids = idsOf(happening, sight);
        bench.clock.move(Duration.ofMinutes(1));
        ids.addAll(idsOf(happening, sight));
        bench.needs(!ids.isEmpty(), "nobody tells of " + happening);
        bench.expect(ids.size() == 1, "one eventId for one " + happening + ", by every way and at any time", ids);
        Sight other = bench.after(happening);
        boolean isAnother = idsOf(happening, other).stream().noneMatch(ids::contains);
        bench.expect(isAnother, "another eventId for another payment", ids);
        distinctFacts(sight);
    }

    private static Set<String> idsOf(Happening happening, Sight sight) {
        return sight.all().values().stream()
                .flatMap(List::stream)
                .filter(told -> told.fact() == happening.fact())
                .map(Observation::eventId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void distinctFacts(Sight sight) {
        Map<String, Set<String>> factsOfId = new TreeMap<>();
        sight.all().values().stream()
                .flatMap(List::stream)
                .forEach(told -> factsOfId
                        .computeIfAbsent(told.eventId(), id -> new HashSet<>())
                        .add(told.fact().code()));
        factsOfId.forEach((id, facts) ->
                sight.bench().expect(facts.size() == 1, "another eventId for another happening than " + id, facts));
    }

    static void endWithoutMoneyIsNoMoney(Bench bench) {
        List<Happening> ends =
                ENDS.stream().filter(bench.remote.happenings()::contains).toList();
        bench.needs(!ends.isEmpty(), "the harness's remote side ends no payment without money");
        ends.forEach(end -> factOf(end, bench));
    }

    static void moneyBackIsObserved(Bench bench) {
        bench.needs(bench.can.reversibleFor().isPresent(), "money of this provider stays");
        bench.after(Happening.SETTLE, Happening.TAKE_BACK)
                .last()
                .forEach((way, told) -> bench.expect(told.fact().isMoneyBack(), "money back by " + way, told));
    }

    static void timesAreWhoseTheyAre(Bench bench) {
        Observation first = bench.acknowledged(bench.ask());
        bench.expect(first.seenAt().equals(bench.clock.instant()), "seenAt " + bench.clock.instant(), first);
        Happening happening = bench.firstOf(Happening.SETTLE, Happening.ACCEPT, Happening.DECLINE);
        Sight sight = bench.after(happening);
        Optional<Instant> happenedAt = bench.payment(sight.providerRef()).changedAt();
        bench.clock.move(Duration.ofMinutes(3));
        Instant now = bench.clock.instant();
        sight.last().forEach((way, told) -> {
            boolean isReceived = way.equals("receive");
            bench.expect(isReceived || told.seenAt().equals(now), "seenAt " + now + " by " + way, told);
            happenedAt
                    .map(ObservationRules::seconds)
                    .ifPresent(at -> bench.expect(
                            seconds(told.occurredAt()).equals(at),
                            "occurredAt " + at + " by " + way,
                            told.occurredAt() + " of " + told));
        });
    }

    /** Not every remote side tells more. */
    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
