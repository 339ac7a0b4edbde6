package io.receivables.dunning.jdbc;

import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.desk.Acceptance;
import io.receivables.dunning.desk.Dispatch;
import io.receivables.dunning.desk.DunningDesk;
import io.receivables.dunning.desk.DunningJournal;
import io.receivables.dunning.desk.LetterSender;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A process that duns the same six customers, each with one invoice, over a journal that it shares with others. */
final class Office {
    static final int CUSTOMERS = 6;
    static final LocalDate MONDAY = LocalDate.parse("2026-05-04");

    private static final Policies POLICIES =
            Policies.of(DunningPolicy.of("standard", DunningStep.reminder(1, 3)).onCalendar(DunningPolicy.EVERY_DAY));
    private static final CollectionLog LOG = CollectionLog.of(Ledger.of(invoices()), List.of());
    private static final DunningOptions TODAY = DunningOptions.standard(MONDAY);

    private final DunningJournal journal;
    private final DunningDesk desk;

    Office(DunningJournal journal) {
        this.journal = journal;
        this.desk = DunningDesk.over(journal, POLICIES);
    }

    private static List<Invoice> invoices() {
        LocalDate issued = LocalDate.parse("2026-04-01");
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> Invoice.of("F-" + i, "C-" + i, issued, Money.of("100.00", "CAD"))
                        .dueOn(LocalDate.parse("2026-04-30")))
                .toList();
    }

    Acceptance accept() {
        return desk.accept(DunningRun.plan(LOG, journal.cases(), POLICIES, TODAY));
    }

    Dispatch dispatch(LetterSender sender) {
        return desk.dispatch(sender, LOG, TODAY);
    }

    Dispatch resume(LetterSender sender) {
        return desk.resume(sender, MONDAY);
    }
}
