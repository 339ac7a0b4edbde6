package io.receivables.payments.tck;

import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Reception;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A payment as the provider shows it, by each way that it has. */
record Sight(Bench bench, Bench.Ask ask, String providerRef) {
    /** The last thing that each way says of the payment, by the name of the way. Skips where there is no way. */
    Map<String, Observation> last() {
        Map<String, Observation> last = new LinkedHashMap<>();
        all().forEach((way, told) -> {
            if (!told.isEmpty()) {
                last.put(way, told.get(told.size() - 1));
            }
        });
        bench.needs(!last.isEmpty(), "nothing is said of the payment, neither by find nor by messages nor by polling");
        return last;
    }

    /** All that each way says of the payment, oldest first. */
    Map<String, List<Observation>> all() {
        Map<String, List<Observation>> all = new LinkedHashMap<>();
        all.put("find", byFind());
        all.put("receive", byMessages());
        all.put("poll", byPolling());
        return all;
    }

    private List<Observation> byFind() {
        if (!bench.can.can(Operation.FIND)) {
            return List.of();
        }
        Lookup answer = bench.find(LookupKey.of(ask.key(), providerRef));
        return answer.kind() == Lookup.Kind.FOUND ? List.of(((Lookup.Found) answer).observation()) : List.of();
    }

    private List<Observation> byMessages() {
        List<Observation> told = new ArrayList<>();
        if (bench.can.can(Operation.RECEIVE)) {
            for (InboundMessage message : bench.remote.messages()) {
                Reception reception = bench.receive(message);
                if (reception instanceof Reception.Accepted accepted) {
                    told.addAll(accepted.observations());
                }
            }
        }
        return ofThis(told);
    }

    private List<Observation> byPolling() {
        return bench.can.can(Operation.POLL) ? ofThis(History.since("", 50, bench)) : List.of();
    }

    private List<Observation> ofThis(List<Observation> told) {
        return told.stream()
                .filter(each -> each.providerRef().equals(providerRef))
                .toList();
    }

    /** The pages of a history. */
    static final class History {
        /** More pages than any remote side of a test has. */
        private static final int ENDLESS = 500;

        private History() {}

        static List<Observation> since(String cursor, int most, Bench bench) {
            List<Observation> all = new ArrayList<>();
            String place = cursor;
            for (int pages = 0; pages < ENDLESS; pages++) {
                ObservationPage page = bench.poll(place, most);
                all.addAll(page.observations());
                if (page.isLast() || page.problem().isPresent()) {
                    return all;
                }
                place = page.next();
            }
            bench.expect(false, "a history that ends", all.size() + " observations on " + ENDLESS + " pages");
            return all;
        }
    }
}
