package io.receivables.dunning.desk;

import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.OfLetter;
import io.receivables.dunning.internal.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A journal that lasts as long as its process: for tests, and for hosts that keep events themselves. */
public final class InMemoryJournal implements DunningJournal {
    private final Map<String, List<DunningEvent>> events = new LinkedHashMap<>();
    private final Map<String, Set<String>> ids = new LinkedHashMap<>();
    private final Map<String, String> customerOfLetter = new TreeMap<>();
    private final Set<String> underWay = new TreeSet<>();
    private @Nullable LocalDate lastRun;

    @Override
    public synchronized Outcome append(String customerId, long expectedVersion, List<? extends DunningEvent> appended) {
        appended.forEach(event -> check(customerId, event));
        List<DunningEvent> further = unknown(customerId, appended);
        if (further.isEmpty()) {
            return Outcome.KNOWN;
        }
        if (version(customerId) != expectedVersion) {
            return Outcome.CONFLICT;
        }
        further.forEach(this::add);
        return Outcome.APPENDED;
    }

    private void check(String customerId, DunningEvent event) {
        Checks.that(
                event.customerId().equals(customerId),
                () -> "event \"" + event.id() + "\" is of customer " + event.customerId() + ", not of " + customerId);
        if (event instanceof OfLetter ofLetter) {
            String owner = customerOfLetter.getOrDefault(ofLetter.letterId(), customerId);
            Checks.that(
                    owner.equals(customerId),
                    () -> "letter " + ofLetter.letterId() + " is of customer " + owner + ", not of " + customerId);
        }
    }

    private List<DunningEvent> unknown(String customerId, List<? extends DunningEvent> told) {
        Set<String> known = new HashSet<>(ids.getOrDefault(customerId, Set.of()));
        return told.stream()
                .filter(event -> known.add(event.id()))
                .<DunningEvent>map(event -> event)
                .toList();
    }

    private void add(DunningEvent event) {
        events.computeIfAbsent(event.customerId(), id -> new ArrayList<>()).add(event);
        ids.computeIfAbsent(event.customerId(), id -> new HashSet<>()).add(event.id());
        if (event instanceof OfLetter ofLetter) {
            customerOfLetter.put(ofLetter.letterId(), event.customerId());
            if (DunningJournal.isUnderWay(ofLetter)) {
                underWay.add(ofLetter.letterId());
            } else {
                underWay.remove(ofLetter.letterId());
            }
        }
    }

    @Override
    public synchronized long version(String customerId) {
        return events.getOrDefault(customerId, List.of()).size();
    }

    @Override
    public synchronized List<DunningEvent> events(String customerId) {
        return List.copyOf(events.getOrDefault(customerId, List.of()));
    }

    @Override
    public synchronized Optional<String> customerOfLetter(String letterId) {
        return Optional.ofNullable(customerOfLetter.get(letterId));
    }

    @Override
    public synchronized List<String> customersWithLettersUnderWay() {
        Set<String> customers = new TreeSet<>();
        underWay.forEach(letterId -> customerOfLetter(letterId).ifPresent(customers::add));
        return List.copyOf(customers);
    }

    @Override
    public synchronized Cases cases() {
        Cases cases = Cases.of(events.values().stream().flatMap(List::stream).toList());
        return lastRun == null ? cases : cases.ranOn(lastRun);
    }

    @Override
    public synchronized void ranOn(LocalDate date) {
        LocalDate last = lastRun;
        Checks.that(
                last == null || !date.isBefore(last),
                () -> "the run of " + date + " comes after that of " + last + ", which was accepted already");
        lastRun = date;
    }
}
