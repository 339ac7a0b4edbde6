package io.receivables.benchmarks;

import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.StepKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Open items of one company, made up: ten a customer, due between a hundred days ago and a hundred days ahead, every
 * tenth paid in part; and what was sent so far, the same as a ledger with cases and as records.
 */
final class DunningBooks {
    static final LocalDate TODAY = LocalDate.of(2026, 5, 11);
    static final int ITEMS_PER_CUSTOMER = 10;
    static final int FIRST_STEP = 10;
    static final int SECOND_STEP = 20;
    static final int THIRD_STEP = 40;
    static final int DAYS_BETWEEN = 7;

    private static final int SPREAD = 200;
    private static final int HALF = 100;
    private static final int TODAY_IS = (int) TODAY.toEpochDay();

    final Ledger ledger;
    final Cases cases;
    final List<Row> rows;

    /** An open item as an application keeps it. */
    record Row(
            String id,
            String customer,
            LocalDate due,
            BigDecimal amount,
            BigDecimal paid,
            int level,
            LocalDate lastAction) {}

    private DunningBooks(Ledger ledger, Cases cases, List<Row> rows) {
        this.ledger = ledger;
        this.cases = cases;
        this.rows = rows;
    }

    static Policies policies() {
        return Policies.of(DunningPolicy.of(
                        "benchmark",
                        DunningStep.reminder(1, FIRST_STEP),
                        DunningStep.reminder(2, SECOND_STEP).afterPrevious(DAYS_BETWEEN),
                        DunningStep.formalNotice(3, THIRD_STEP).afterPrevious(DAYS_BETWEEN))
                .onCalendar(DunningPolicy.EVERY_DAY));
    }

    /**
     * Books of a size.
     *
     * @param items how many items are open
     * @param reminded one of so many items was reminded ten days ago; 0 for none
     */
    static DunningBooks of(int items, int reminded) {
        int customers = Math.max(1, items / ITEMS_PER_CUSTOMER);
        String[] ids = new String[items];
        String[] customerIds = new String[customers];
        int[] customer = new int[items];
        int[] issued = new int[items];
        int[] due = new int[items];
        long[] amount = new long[items];
        int[] starts = new int[items + 1];
        int parts = (items + 9) / 10;
        int[] paidOn = new int[parts];
        long[] paid = new long[parts];
        for (int c = 0; c < customers; c++) {
            customerIds[c] = "C" + (1_000_000 + c);
        }
        List<Row> rows = new ArrayList<>(items);
        List<DunningEvent> events = new ArrayList<>();
        int part = 0;
        for (int i = 0; i < items; i++) {
            ids[i] = "F-" + (10_000_000 + i);
            // neither customers nor dates come in the order of rows
            customer[i] = (int) (i * 7_919L % customers);
            due[i] = TODAY_IS + (int) ((i * 104_729L + i / customers * 37L) % SPREAD) - HALF;
            issued[i] = due[i] - 30;
            amount[i] = 1_000 + i * 31L % 500_000;
            boolean isPart = i % 10 == 0;
            if (isPart) {
                paidOn[part] = issued[i] + 1;
                paid[part] = amount[i] / 2;
                part++;
            }
            starts[i + 1] = part;
            boolean wasReminded = reminded > 0 && i % reminded == 0 && due[i] <= TODAY_IS - 2 * FIRST_STEP;
            if (wasReminded) {
                remind(events, ids[i], customerIds[customer[i]], amount[i]);
            }
            rows.add(new Row(
                    ids[i],
                    customerIds[customer[i]],
                    LocalDate.ofEpochDay(due[i]),
                    BigDecimal.valueOf(amount[i], 2),
                    isPart ? BigDecimal.valueOf(amount[i] / 2, 2) : BigDecimal.ZERO,
                    wasReminded ? 1 : 0,
                    wasReminded ? TODAY.minusDays(10) : LocalDate.MIN));
        }
        Ledger ledger = Ledger.ofColumns(LedgerColumns.of(items)
                .ids(ids)
                .currency("EUR")
                .customers(customerIds, customer)
                .issueDays(issued)
                .dueDays(due)
                .minorUnits(amount)
                .settlements(starts, paidOn, paid)
                .build());
        return new DunningBooks(ledger, Cases.of(events), rows);
    }

    private static void remind(List<DunningEvent> events, String id, String customer, long amount) {
        Money claimed = Money.ofMinor(amount, Money.currency("EUR"));
        LocalDate date = TODAY.minusDays(10);
        events.add(new ActionAccepted(
                new ActionKey(ItemReference.of(id, 1), "level-1", 0),
                customer,
                date,
                "letter " + id,
                "benchmark",
                StepKind.REMINDER,
                1,
                Channel.EMAIL,
                "reminder-courteous",
                claimed,
                Money.zero(claimed.currency())));
        events.add(new LetterSent("letter " + id, customer, date, 1, ""));
    }
}
