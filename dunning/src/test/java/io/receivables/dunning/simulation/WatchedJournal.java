package io.receivables.dunning.simulation;

import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.desk.DunningJournal;
import io.receivables.dunning.desk.InMemoryJournal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A journal that tells the ladders, and a digest, every event as it is appended. */
final class WatchedJournal implements DunningJournal {
    private final InMemoryJournal kept = new InMemoryJournal();
    private final Ladders ladders;
    private final Decisions decisions;
    private final Sabotage sabotage;
    private final MessageDigest digest;
    /** What was appended since the cases were last asked for. */
    private final List<DunningEvent> unfolded = new ArrayList<>();

    private Cases folded = Cases.none();
    private int changes;

    WatchedJournal(Ladders ladders, Decisions decisions, Sabotage sabotage) {
        this.ladders = ladders;
        this.decisions = decisions;
        this.sabotage = sabotage;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What identifies all that was written, in its order. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Grows with everything that is written, so that what was read from the journal is known to be out of date. */
    int changes() {
        return changes;
    }

    /** The cases as somebody folds them who reads all of the journal, not only what was added since the last time. */
    Cases replayed() {
        return kept.cases();
    }

    @Override
    public Outcome append(String customerId, long expectedVersion, List<? extends DunningEvent> events) {
        if (sabotage == Sabotage.JOURNAL_FORGETS_WHAT_WAS_SENT
                && events.stream().anyMatch(LetterSent.class::isInstance)) {
            return Outcome.APPENDED;
        }
        int before = kept.events(customerId).size();
        boolean unchecked = sabotage == Sabotage.JOURNAL_WITHOUT_VERSIONS;
        Outcome outcome = kept.append(customerId, unchecked ? before : expectedVersion, remembered(events));
        List<DunningEvent> after = kept.events(customerId);
        after.subList(before, after.size()).forEach(this::appended);
        if (outcome == Outcome.APPENDED) {
            events.forEach(decisions::tell);
        }
        return outcome;
    }

    private List<? extends DunningEvent> remembered(List<? extends DunningEvent> events) {
        return events.stream().filter(event -> !isForgotten(event)).toList();
    }

    private boolean isForgotten(DunningEvent event) {
        return (sabotage == Sabotage.SKIPS_FORGOTTEN && event instanceof ActionSkipped)
                || (sabotage == Sabotage.POSTPONEMENTS_FORGOTTEN && event instanceof ActionPostponed);
    }

    private void appended(DunningEvent event) {
        changes++;
        if (sabotage != Sabotage.EVENTS_NOT_FOLDED || !(event instanceof DebitRejected)) {
            unfolded.add(event);
        }
        ladders.tell(event);
        digest.update((event + "\n").getBytes(StandardCharsets.UTF_8));
        if (sabotage == Sabotage.CHANCE) {
            digest.update(Long.toString(System.nanoTime()).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public long version(String customerId) {
        return kept.version(customerId);
    }

    @Override
    public List<DunningEvent> events(String customerId) {
        return kept.events(customerId);
    }

    @Override
    public Optional<String> customerOfLetter(String letterId) {
        return kept.customerOfLetter(letterId);
    }

    @Override
    public List<String> customersWithLettersUnderWay() {
        return kept.customersWithLettersUnderWay();
    }

    @Override
    public Cases cases() {
        if (!unfolded.isEmpty()) {
            folded = folded.with(unfolded);
            unfolded.clear();
        }
        return folded;
    }

    @Override
    public void ranOn(LocalDate date) {
        kept.ranOn(date);
        changes++;
        folded = folded.ranOn(date);
    }
}
