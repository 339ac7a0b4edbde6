package io.receivables.payments.desk;

import io.receivables.payments.desk.PaymentEvent.Requested;
import io.receivables.payments.spi.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A journal that lasts as long as its process: for tests, and for trying things out. */
public final class InMemoryPaymentJournal implements PaymentJournal {
    /** A name that a provider knows a payment by. */
    private record Name(String provider, String name) {}

    /** What makes an observation the same as another. */
    private record Told(String provider, String providerRef, String eventId) {
        static Told of(Unclaimed unclaimed) {
            return new Told(
                    unclaimed.provider(),
                    unclaimed.observation().providerRef(),
                    unclaimed.observation().eventId());
        }
    }

    private final TreeMap<String, List<PaymentEvent>> events = new TreeMap<>();
    private final Map<Name, String> names = new HashMap<>();
    private final Map<String, Set<String>> byDocument = new HashMap<>();
    private final List<Entry> money = new ArrayList<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final TreeSet<Due> agenda =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::paymentId));
    private final Map<Told, Unclaimed> unclaimed = new LinkedHashMap<>();
    private final Map<String, String> cursors = new HashMap<>();

    /** A journal in which there is nothing yet. */
    public InMemoryPaymentJournal() {}

    @Override
    public synchronized Outcome append(String paymentId, int expectedVersion, List<? extends PaymentEvent> appended) {
        checkBeginning(paymentId, expectedVersion, appended);
        List<PaymentEvent> known = events.getOrDefault(paymentId, List.of());
        if (known.size() != expectedVersion) {
            return Outcome.CONFLICT;
        }
        String provider = provider(known.isEmpty() ? appended : known);
        boolean isTaken = appended.stream()
                .flatMap(event -> PaymentNames.of(event).stream())
                .map(name -> names.getOrDefault(new Name(provider, name), paymentId))
                .anyMatch(owner -> !owner.equals(paymentId));
        if (isTaken) {
            return Outcome.NAME_TAKEN;
        }
        appended.forEach(event -> add(paymentId, provider, event));
        return Outcome.APPENDED;
    }

    private static void checkBeginning(String paymentId, int version, List<? extends PaymentEvent> appended) {
        if (version == 0 && (appended.isEmpty() || appended.get(0).kind() != PaymentEvent.Kind.REQUESTED)) {
            throw new IllegalArgumentException("the events of payment " + paymentId + " do not begin with its request");
        }
    }

    private static String provider(List<? extends PaymentEvent> from) {
        return ((Requested) from.get(0)).provider();
    }

    private void add(String paymentId, String provider, PaymentEvent event) {
        List<PaymentEvent> history = events.computeIfAbsent(paymentId, id -> new ArrayList<>());
        history.add(event);
        PaymentNames.of(event).forEach(name -> names.put(new Name(provider, name), paymentId));
        if (event.kind() == PaymentEvent.Kind.REQUESTED) {
            plan(paymentId, Optional.of(event.at()));
            for (Share share : ((Requested) event).command().shares()) {
                byDocument
                        .computeIfAbsent(share.documentId(), id -> new TreeSet<>())
                        .add(paymentId);
            }
        }
        if (PaymentNames.isAboutMoney(event)) {
            money.add(new Entry(money.size() + 1L, paymentId, history.size()));
        }
    }

    @Override
    public synchronized List<PaymentEvent> events(String paymentId) {
        return List.copyOf(events.getOrDefault(paymentId, List.of()));
    }

    @Override
    public synchronized Optional<String> paymentOf(String provider, String name) {
        return Optional.ofNullable(names.get(new Name(provider, name)));
    }

    @Override
    public synchronized List<String> paymentsFor(String documentId) {
        return List.copyOf(byDocument.getOrDefault(documentId, Set.of()));
    }

    @Override
    public synchronized List<String> payments(String after, int most) {
        return events.tailMap(after, false).keySet().stream().limit(most).toList();
    }

    @Override
    public synchronized List<Entry> moneySince(long position, int most) {
        int from = (int) Math.min(position, money.size());
        return List.copyOf(money.subList(from, Math.min(from + most, money.size())));
    }

    @Override
    public synchronized List<Due> due(Instant now, int most) {
        return agenda.stream()
                .takeWhile(each -> !each.at().isAfter(now))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized boolean move(Due from, Optional<Instant> to) {
        if (!agenda.remove(from)) {
            return false;
        }
        due.remove(from.paymentId());
        plan(from.paymentId(), to);
        return true;
    }

    @Override
    public synchronized void plan(String paymentId, Optional<Instant> at) {
        Instant before = due.remove(paymentId);
        if (before != null) {
            agenda.remove(new Due(paymentId, before));
        }
        at.filter(when -> events.containsKey(paymentId)).ifPresent(when -> {
            due.put(paymentId, when);
            agenda.add(new Due(paymentId, when));
        });
    }

    @Override
    public synchronized Optional<Instant> dueAt(String paymentId) {
        return Optional.ofNullable(due.get(paymentId));
    }

    @Override
    public synchronized void keep(Unclaimed told) {
        unclaimed.putIfAbsent(Told.of(told), told);
    }

    @Override
    public synchronized void drop(Unclaimed claimed) {
        unclaimed.remove(Told.of(claimed));
    }

    @Override
    public synchronized List<Unclaimed> unclaimed(String provider, String providerRef) {
        return unclaimed.values().stream()
                .filter(each -> each.provider().equals(provider)
                        && each.observation().providerRef().equals(providerRef))
                .toList();
    }

    @Override
    public synchronized List<Unclaimed> unclaimed(int most) {
        return unclaimed.values().stream().limit(most).toList();
    }

    @Override
    public synchronized String cursor(String provider) {
        return cursors.getOrDefault(provider, "");
    }

    @Override
    public synchronized void cursor(String provider, String cursor) {
        cursors.put(provider, cursor);
    }
}
