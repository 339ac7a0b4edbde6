package io.receivables.dunning.desk;

import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.LetterState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the journal says about one customer, as read at one moment. */
final class CustomerFile {
    private final String customerId;
    private final List<DunningEvent> events;
    private final Cases cases;

    private CustomerFile(String customerId, List<DunningEvent> events) {
        this.customerId = customerId;
        this.events = events;
        this.cases = Cases.of(events);
    }

    static CustomerFile read(DunningJournal journal, String customerId) {
        return new CustomerFile(customerId, journal.events(customerId));
    }

    /** This file after an event that was appended to it. */
    CustomerFile with(DunningEvent event) {
        List<DunningEvent> more = new ArrayList<>(events);
        more.add(event);
        return new CustomerFile(customerId, more);
    }

    String customerId() {
        return customerId;
    }

    long version() {
        return events.size();
    }

    List<DunningEvent> events() {
        return events;
    }

    Cases cases() {
        return cases;
    }

    /** The event of the same id. */
    Optional<DunningEvent> recorded(DunningEvent event) {
        return events.stream().filter(other -> other.id().equals(event.id())).findFirst();
    }

    <E extends DunningEvent> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    /** The letters of the customer, in the order of acceptance. */
    List<LetterState> letters() {
        return all(ActionAccepted.class)
                .map(ActionAccepted::letterId)
                .distinct()
                .map(this::letter)
                .toList();
    }

    LetterState letter(String letterId) {
        return cases.letter(letterId).orElseThrow();
    }

    /** What a sender recognises a repetition of a letter by. */
    SendingKey key(String letterId) {
        return new SendingKey(letterId, returns(letterId).size());
    }

    /** The returns of a letter, in order. */
    List<LetterFailed> returns(String letterId) {
        return all(LetterFailed.class)
                .filter(failed -> failed.letterId().equals(letterId) && wentOut(letterId, failed.attempt()))
                .toList();
    }

    /** Whether an attempt of the latest sending of a letter began. */
    boolean isBegun(String letterId) {
        int before =
                returns(letterId).stream().mapToInt(LetterFailed::attempt).max().orElse(0);
        return letter(letterId).attempts() > before;
    }

    private boolean wentOut(String letterId, int attempt) {
        return all(LetterSent.class).anyMatch(sent -> sent.letterId().equals(letterId) && sent.attempt() == attempt);
    }
}
