package io.receivables.payments.tck;

import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Chapter 8: history. */
final class HistoryRules {
    private static final int PLENTY = 100;

    private HistoryRules() {}

    static void historyIsWholeAndInOrder(Bench bench) {
        bench.needs(Operation.POLL);
        List<Sight> sights = happened(bench, 4);
        List<Observation> all = Sight.History.since("", PLENTY, bench);
        sights.forEach(sight -> isTold(sight, all));
        List<Instant> times = all.stream().map(Observation::occurredAt).toList();
        bench.expect(times.stream().sorted().toList().equals(times), "oldest first", all);
        for (int most = 1; most <= 3; most++) {
            Set<String> piecemeal = ids(Sight.History.since("", most, bench));
            bench.expect(piecemeal.equals(ids(all)), "the same by pages of " + most + ": " + ids(all), piecemeal);
        }
        String end = end(bench);
        Sight late = happened(bench, 1).get(0);
        isTold(late, Sight.History.since(end, 2, bench));
    }

    private static List<Sight> happened(Bench bench, int number) {
        Happening happening = bench.firstOf(Happening.SETTLE, Happening.ACCEPT, Happening.DECLINE);
        List<Sight> sights = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            bench.clock.move(Duration.ofMinutes(1));
            sights.add(bench.after(happening));
        }
        return sights;
    }

    private static void isTold(Sight sight, List<Observation> all) {
        Happening happening = sight.bench().firstOf(Happening.SETTLE, Happening.ACCEPT, Happening.DECLINE);
        boolean isTold = all.stream()
                .anyMatch(told -> told.providerRef().equals(sight.providerRef()) && told.fact() == happening.fact());
        sight.bench().expect(isTold, happening.fact() + " of " + sight.providerRef() + " in the history", all);
    }

    private static Set<String> ids(List<Observation> told) {
        return told.stream().map(Observation::eventId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The cursor behind all that happened. */
    private static String end(Bench bench) {
        ObservationPage page = bench.poll("", PLENTY);
        while (!page.isLast()) {
            page = bench.poll(page.next(), PLENTY);
        }
        return page.next();
    }

    static void cursorIsGoodAfterARestart(Bench bench) {
        bench.needs(Operation.POLL);
        happened(bench, 4);
        ObservationPage first = bench.poll("", 2);
        Set<String> next = ids(bench.poll(first.next(), 2).observations());
        Set<String> again = ids(bench.poll(first.next(), 2).observations());
        PaymentProvider restarted = bench.restarted();
        Set<String> later = ids(bench.poll(restarted, first.next(), 2).observations());
        bench.expect(!next.isEmpty() && again.equals(next), next + " from one cursor, twice", again);
        bench.expect(later.equals(next), next + " from one cursor, after a restart", later);
    }

    static void pageIsNoLongerThanAskedFor(Bench bench) {
        bench.needs(Operation.POLL);
        happened(bench, 4);
        for (int most = 1; most <= 3; most++) {
            ObservationPage page = bench.poll("", most);
            bench.expect(page.observations().size() <= most, "at most " + most + " observations", page);
        }
        if (bench.remote.address().isPresent()) {
            bench.gateway().heal();
            String cursor = bench.poll("", 1).next();
            bench.needs(!bench.gateway().sent().isEmpty(), "polling sends nothing by the exchange that was given");
            for (Fault fault : EnumSet.of(Fault.NO_CONNECTION, Fault.ERROR_AFTERWARDS, Fault.ANSWER_GARBLED)) {
                bench.gateway().inject(fault, request -> true);
                ObservationPage page = bench.poll(cursor, 1);
                boolean hasMoved = page.problem().isEmpty()
                        || !page.observations().isEmpty()
                        || !page.next().equals(cursor);
                bench.expect(!hasMoved, "a problem, and the same cursor again, at " + fault, page);
            }
        }
    }
}
