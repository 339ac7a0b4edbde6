package io.receivables.payments.manual;

import io.receivables.core.Problem;
import io.receivables.payments.manual.Cheque.Happening;
import io.receivables.payments.manual.ChequeFact.Passed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All cheques of a register, as far as it was read, and the way to write into it. For one thread at a time. */
final class ChequeBook {
    private static final Comparator<Passed> BY_DAY =
            Comparator.comparing(Passed::on).thenComparing(Passed::payment);

    private final ChequeRegister register;
    private final ChequeTerms terms;
    private final InstantSource clock;
    private final Map<String, Cheque> cheques = new HashMap<>();
    private final List<Happening> happenings = new ArrayList<>();

    ChequeBook(ChequeRegister register, ChequeTerms terms, InstantSource clock) {
        this.register = register;
        this.terms = terms;
        this.clock = clock;
    }

    /** Reads what was written since. */
    void refresh() {
        register.since(happenings.size()).forEach(this::add);
    }

    private void add(ChequeEntry entry) {
        Cheque cheque = known(entry.fact().payment());
        ChequeRow row = cheque.row(entry.fact());
        if (row.rule().problem().isPresent()) {
            throw new UncheckedIOException(new IOException("entry " + happenings.size() + " of the register, "
                    + entry.fact().trigger().code() + " of " + cheque.payment() + ", cannot be: rule "
                    + row.rule().id() + "; restore the register from a copy"));
        }
        Cheque next = cheque.after(entry);
        cheques.put(next.payment(), next);
        happenings.add(new Happening(entry, row));
    }

    private Cheque known(String payment) {
        return cheques.getOrDefault(payment, Cheque.none(payment));
    }

    /** What happened, in the order of the register. */
    List<Happening> happenings() {
        return happenings;
    }

    /** The cheque of a payment as it stands now: what time did is counted, written down or not. */
    Cheque cheque(String payment) {
        Instant now = clock.instant();
        Cheque cheque = known(payment);
        Optional<Passed> due = cheque.due(today(), terms);
        while (due.isPresent()) {
            cheque = cheque.after(new ChequeEntry(now, due.get()));
            due = cheque.due(today(), terms);
        }
        return cheque;
    }

    /** Writes down what time did. */
    void passTime() {
        List<Passed> due = due();
        while (!due.isEmpty()) {
            due.forEach(this::write);
            due = due();
        }
    }

    private List<Passed> due() {
        return cheques.values().stream()
                .flatMap(cheque -> cheque.due(today(), terms).stream())
                .sorted(BY_DAY)
                .toList();
    }

    /** Writes a fact down, unless it is there, or says why it is not taken. */
    Optional<Problem> tell(ChequeFact fact) {
        boolean isWritten = false;
        while (!isWritten) {
            passTime();
            Cheque cheque = known(fact.payment());
            if (cheque.knows(fact)) {
                return Optional.empty();
            }
            Optional<Problem> problem = cheque.problem(fact, today());
            if (problem.isPresent()) {
                return problem;
            }
            isWritten = write(fact);
        }
        return Optional.empty();
    }

    /** Whether the fact was written; where others were faster, the register is read on and it was not. */
    private boolean write(ChequeFact fact) {
        ChequeEntry entry = new ChequeEntry(clock.instant(), fact);
        if (register.append(happenings.size(), entry)) {
            add(entry);
            return true;
        }
        refresh();
        return false;
    }

    LocalDate today() {
        return terms.day(clock.instant());
    }
}
