package io.receivables.dunning.desk;

import io.receivables.core.Customer;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.cases.LetterState.Status;
import io.receivables.dunning.desk.DunningJournal.Outcome;
import io.receivables.dunning.desk.SendOutcome.NotSent;
import io.receivables.dunning.desk.SendOutcome.Sent;
import io.receivables.dunning.desk.SendOutcome.Unknown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sends what was accepted. The journal tells before the sender is called that sending begins, and afterwards how it
 * ended; so whoever comes later knows which letters may have gone out.
 */
final class Outbox {
    private final DunningJournal journal;
    private final Scribe scribe;
    private final PolicyIndex policies;
    private final LetterSender sender;
    private final LocalDate date;
    private final Dispatch.Report report = new Dispatch.Report();

    Outbox(DunningJournal journal, PolicyIndex policies, LetterSender sender, LocalDate date) {
        this.journal = journal;
        this.scribe = new Scribe(journal);
        this.policies = policies;
        this.sender = sender;
        this.date = date;
    }

    // ---- what is to be sent

    Dispatch send(CollectionLog log, DunningOptions options) {
        Map<String, CustomerFile> files = new TreeMap<>();
        journal.customersWithLettersUnderWay().forEach(id -> files.put(id, CustomerFile.read(journal, id)));
        if (!files.isEmpty()) {
            Cases cases = Cases.of(allEvents(files, log.ledger()));
            Objections objections = new Objections(log, cases, policies, options);
            files.values().forEach(file -> send(file, log.ledger(), objections));
        }
        return report.done();
    }

    /** The events of the customers who are written to and of those whose items the letters are about. */
    private List<DunningEvent> allEvents(Map<String, CustomerFile> files, Ledger ledger) {
        Set<String> owners = new LinkedHashSet<>();
        files.values().stream().flatMap(file -> file.all(ActionAccepted.class)).forEach(action -> {
            int[] rows = ledger.rowsOf(action.key().item().documentId());
            if (rows.length > 0) {
                int customer = ledger.columns().customer(rows[0]);
                owners.add(ledger.customers().get(customer).id());
            }
        });
        owners.removeAll(files.keySet());
        List<DunningEvent> events = new ArrayList<>();
        files.values().forEach(file -> events.addAll(file.events()));
        owners.forEach(owner -> events.addAll(journal.events(owner)));
        return events;
    }

    private void send(CustomerFile read, Ledger ledger, Objections objections) {
        Optional<CustomerFile> file = Optional.of(read);
        for (LetterState letter : read.letters()) {
            if (file.isEmpty()) {
                // what was checked is no longer what is: the next dispatch checks again
                return;
            }
            file = send(file.get(), letter, ledger, objections);
        }
    }

    /** The file after a letter was seen to; empty when somebody else changed it meanwhile. */
    private Optional<CustomerFile> send(CustomerFile file, LetterState letter, Ledger ledger, Objections objections) {
        switch (letter.status()) {
            case ACCEPTED, FAILED -> {
                Optional<String> objection = objections.to(letter);
                if (objection.isPresent()) {
                    return withdraw(file, letter, objection.get());
                }
                if (objections.isDayOff(letter)) {
                    return Optional.of(file);
                }
                OutgoingLetter outgoing = outgoing(file, letter, ledger, objections);
                return outgoing.channel() == Channel.PHONE ? call(file, outgoing) : send(file, outgoing);
            }
            case SENDING -> {
                report.inDoubt.put(letter.letterId(), "attempt " + letter.attempts() + " began and has no outcome");
                return Optional.of(file);
            }
            default -> {
                return Optional.of(file);
            }
        }
    }

    private Optional<CustomerFile> withdraw(CustomerFile file, LetterState letter, String reason) {
        Optional<CustomerFile> after =
                append(file, new LetterWithdrawn(letter.letterId(), letter.customerId(), date, reason));
        after.ifPresent(withdrawn -> report.withdrawn.put(letter.letterId(), reason));
        return after;
    }

    private Optional<CustomerFile> call(CustomerFile file, OutgoingLetter task) {
        report.calls.add(task);
        return Optional.of(file);
    }

    private Optional<CustomerFile> send(CustomerFile file, OutgoingLetter letter) {
        LetterSending begin = new LetterSending(letter.letterId(), file.customerId(), date, letter.attempt());
        return append(file, begin).flatMap(begun -> {
            settle(begun.letter(letter.letterId()), outcome(letter));
            CustomerFile now = CustomerFile.read(journal, file.customerId());
            boolean isOurs = now.version() == begun.version() + 1;
            return isOurs ? Optional.of(now) : Optional.empty();
        });
    }

    private Optional<CustomerFile> append(CustomerFile file, DunningEvent event) {
        Outcome outcome = journal.append(file.customerId(), file.version(), List.of(event));
        return outcome == Outcome.APPENDED ? Optional.of(file.with(event)) : Optional.empty();
    }

    private SendOutcome outcome(OutgoingLetter letter) {
        try {
            return sender.send(letter);
        } catch (RuntimeException e) {
            // the letter may have gone out before; the others are to go out all the same
            return SendOutcome.unknown("the sender broke off: " + e);
        }
    }

    private OutgoingLetter outgoing(CustomerFile file, LetterState letter, Ledger ledger, Objections facts) {
        ActionAccepted first = letter.actions().get(0);
        Customer customer = ledger.customer(letter.customerId()).orElseGet(() -> Customer.of(letter.customerId()));
        List<OutgoingLetter.Item> items = letter.actions().stream()
                .map(action -> new OutgoingLetter.Item(action, state(action, facts)))
                .toList();
        return new OutgoingLetter(
                letter.letterId(),
                file.key(letter.letterId()).toString(),
                customer,
                date,
                first.channel(),
                policies.language(customer, first.policyId()),
                policies.salesToTell(customer, letter),
                letter.attempts() + 1,
                items);
    }

    private static OpenItem state(ActionAccepted action, Objections facts) {
        return facts.state(action.key().item()).orElseThrow();
    }

    // ---- what was begun and has no outcome

    Dispatch resume() {
        for (String customerId : journal.customersWithLettersUnderWay()) {
            CustomerFile file = CustomerFile.read(journal, customerId);
            file.letters().stream()
                    .filter(letter -> letter.status() == Status.SENDING)
                    .forEach(letter ->
                            settle(letter, found(file.key(letter.letterId()).toString())));
        }
        return report.done();
    }

    private SendOutcome found(String key) {
        try {
            return sender.find(key);
        } catch (RuntimeException e) {
            return SendOutcome.unknown("the sender could not say: " + e);
        }
    }

    // ---- how it ended

    private void settle(LetterState letter, SendOutcome outcome) {
        switch (outcome.kind()) {
            case SENT -> sent(letter, (Sent) outcome);
            case NOT_SENT -> failed(letter, (NotSent) outcome);
            case UNKNOWN -> report.inDoubt.put(letter.letterId(), ((Unknown) outcome).reason());
        }
    }

    private void sent(LetterState letter, Sent outcome) {
        String id = letter.letterId();
        scribe.write(letter.customerId(), file -> sent(file, letter, outcome.receipt()));
        report.sent.add(id);
    }

    /** A letter that went out after somebody noted that this attempt had failed was sent by a further one. */
    private Ruling sent(CustomerFile file, LetterState letter, String receipt) {
        String id = letter.letterId();
        LetterState now = file.letter(id);
        int attempt = letter.attempts();
        boolean wasFailed = file.all(LetterFailed.class)
                .anyMatch(failed -> failed.letterId().equals(id) && failed.attempt() == attempt);
        // what came back before the sender answered went out, and that is recorded
        boolean wasSent =
                file.all(LetterSent.class).anyMatch(sent -> sent.letterId().equals(id) && sent.attempt() == attempt);
        boolean isRefuted = wasFailed && !wasSent;
        if (!isRefuted) {
            return Ruling.of(new LetterSent(id, letter.customerId(), date, attempt, receipt));
        }
        boolean isOut = now.status() == Status.SENT || now.status() == Status.ACKNOWLEDGED;
        int further = now.status() == Status.SENDING ? now.attempts() : now.attempts() + 1;
        return isOut ? Ruling.of() : Ruling.of(new LetterSent(id, letter.customerId(), date, further, receipt));
    }

    private void failed(LetterState letter, NotSent outcome) {
        String id = letter.letterId();
        boolean last = outcome.permanent() || letter.attempts() >= policies.attempts(letter);
        LetterFailed failed =
                new LetterFailed(id, letter.customerId(), date, letter.attempts(), outcome.reason(), last);
        scribe.write(letter.customerId(), file -> isBeingSent(file, letter) ? Ruling.of(failed) : Ruling.of());
        report.failed.put(id, outcome.reason());
        if (last) {
            report.abandoned.add(id);
        }
    }

    /** Whether nothing was heard of an attempt meanwhile, such as that it was delivered. */
    private static boolean isBeingSent(CustomerFile file, LetterState letter) {
        LetterState now = file.letter(letter.letterId());
        return now.status() == Status.SENDING && now.attempts() == letter.attempts();
    }
}
