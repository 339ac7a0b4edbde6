package io.receivables.benchmarks;

import io.receivables.core.Money;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A made-up ledger of any size, the same for every run, as columns and as the equal list of records.
 *
 * <ul>
 *   <li>Documents arrive in the order of their issue dates, evenly over the 36 months from {@link #FIRST_DAY} to {@link
 *       #TODAY}; 3% are credit notes.
 *   <li>There is a customer per 200 documents, but a tenth of the customers has almost half of the documents
 *       (customer = customers × u³).
 *   <li>Of three currencies a customer has one, and one document in ten is in any of the three.
 *   <li>Amounts are log-normal around 500.00. Terms are 0, 15, 30 (half of the documents), 45 or 60 days.
 *   <li>A customer is late by a habit of its own, 15 days on average, and 10 days or so more or less each time. 8% of the
 *       invoices are never paid in full. Of twenty invoices four are paid in two parts and one in three, 15 days apart.
 *   <li>Four credit notes in five are refunded within 60 days, the others stay open.
 *   <li>What would be settled after {@link #TODAY} is not settled yet. About 1.14 settlements per document remain.
 * </ul>
 */
final class SyntheticLedger {
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 12, 31);

    private static final int FIRST = (int) FIRST_DAY.toEpochDay();
    private static final int LAST = (int) TODAY.toEpochDay();
    private static final String[] CURRENCIES = {"CAD", "EUR", "USD"};
    private static final int[] TERMS = {0, 15, 30, 30, 30, 30, 30, 45, 45, 60};
    private static final int DAYS_BETWEEN_PARTS = 15;
    private static final int MOST_PARTS = 3;

    // java.util.Random: its sequence is specified, and so the same on every JDK
    private final Random random;
    private final int rows;
    private final String[] customers;
    private final int[] customer;
    private final int[] currency;
    private final byte[] kind;
    private final int[] issued;
    private final int[] due;
    private final long[] amount;
    private final int[] settlementStart;
    private int[] settlementDay;
    private long[] settlementAmount;
    private byte[] settlementKind;

    private SyntheticLedger(int rows, long seed) {
        this.random = new Random(seed);
        this.rows = rows;
        customers = IntStream.range(0, Math.max(1, rows / 200))
                .mapToObj(c -> "C" + (1_000_000 + c))
                .toArray(String[]::new);
        customer = new int[rows];
        currency = new int[rows];
        kind = new byte[rows];
        issued = new int[rows];
        due = new int[rows];
        amount = new long[rows];
        settlementStart = new int[rows + 1];
        int mostSettlements = Math.multiplyExact(rows, MOST_PARTS);
        settlementDay = new int[mostSettlements];
        settlementAmount = new long[mostSettlements];
        settlementKind = new byte[mostSettlements];
    }

    /** The ledger of that many documents; the same seed gives the same ledger. */
    static SyntheticLedger of(int rows, long seed) {
        SyntheticLedger ledger = new SyntheticLedger(rows, seed);
        ledger.fill();
        return ledger;
    }

    /** The ledger that all benchmarks of a size share. */
    static SyntheticLedger of(int rows) {
        return of(rows, 42);
    }

    private void fill() {
        int[] habit = new int[customers.length];
        int[] homeCurrency = new int[customers.length];
        Arrays.setAll(habit, c -> (int) (-15 * Math.log(1 - random.nextDouble())));
        Arrays.setAll(homeCurrency, c -> random.nextInt(CURRENCIES.length));
        for (int row = 0; row < rows; row++) {
            double u = random.nextDouble();
            int c = (int) (customers.length * u * u * u);
            customer[row] = c;
            currency[row] = random.nextInt(10) == 0 ? random.nextInt(CURRENCIES.length) : homeCurrency[c];
            issued[row] = FIRST + (int) ((long) row * (LAST - FIRST + 1) / rows);
            amount[row] = 1 + (long) (50_000 * Math.exp(random.nextGaussian()));
            if (random.nextInt(100) < 3) {
                fillCreditNote(row);
            } else {
                fillInvoice(row, habit[c]);
            }
        }
        settlementDay = Arrays.copyOf(settlementDay, settlementStart[rows]);
        settlementAmount = Arrays.copyOf(settlementAmount, settlementStart[rows]);
        settlementKind = Arrays.copyOf(settlementKind, settlementStart[rows]);
    }

    private void fillCreditNote(int row) {
        kind[row] = ItemKind.CREDIT_NOTE.code();
        due[row] = issued[row];
        settlementStart[row + 1] = settlementStart[row];
        if (random.nextInt(5) != 0) {
            settle(row, issued[row] + 1 + random.nextInt(60), amount[row], SettlementKind.REFUND);
        }
    }

    private void fillInvoice(int row, int habit) {
        kind[row] = ItemKind.INVOICE.code();
        due[row] = issued[row] + TERMS[random.nextInt(TERMS.length)];
        int draw = random.nextInt(20);
        int parts = draw == 0 ? 3 : draw <= 4 ? 2 : 1;
        int paid = random.nextInt(100) < 8 ? parts - 1 : parts;
        int day = Math.max(issued[row], due[row] + habit + (int) (10 * random.nextGaussian()));
        settlementStart[row + 1] = settlementStart[row];
        for (int part = 1; part <= paid; part++) {
            long share = part == parts ? amount[row] - (parts - 1) * (amount[row] / parts) : amount[row] / parts;
            settle(row, day, share, SettlementKind.CASH);
            day += DAYS_BETWEEN_PARTS;
        }
    }

    private void settle(int row, int day, long minorUnits, SettlementKind why) {
        if (day <= LAST && minorUnits > 0) {
            int at = settlementStart[row + 1]++;
            settlementDay[at] = day;
            settlementAmount[at] = minorUnits;
            settlementKind[at] = why.code();
        }
    }

    private static String id(int row) {
        return "F" + (10_000_000 + row);
    }

    /** As the library keeps it. */
    Ledger ledger() {
        return Ledger.ofColumns(LedgerColumns.of(rows)
                .currencies(Arrays.stream(CURRENCIES).map(Money::currency).toList(), currency)
                .customers(customers, customer)
                .kinds(kind)
                .issueDays(issued)
                .dueDays(due)
                .minorUnits(amount)
                .ids(IntStream.range(0, rows).mapToObj(SyntheticLedger::id).toArray(String[]::new))
                .settlements(settlementStart, settlementDay, settlementAmount)
                .settlementKinds(settlementKind)
                .build());
    }

    /** As records; customers and currency codes are shared, dates and amounts are each row's own. */
    List<InvoiceRow> records() {
        List<InvoiceRow> records = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            records.add(new InvoiceRow(
                    id(row),
                    kind[row] == ItemKind.CREDIT_NOTE.code(),
                    customers[customer[row]],
                    CURRENCIES[currency[row]],
                    LocalDate.ofEpochDay(issued[row]),
                    LocalDate.ofEpochDay(due[row]),
                    BigDecimal.valueOf(amount[row], 2),
                    IntStream.range(settlementStart[row], settlementStart[row + 1])
                            .mapToObj(s -> new InvoiceRow.Settled(
                                    LocalDate.ofEpochDay(settlementDay[s]), BigDecimal.valueOf(settlementAmount[s], 2)))
                            .toList()));
        }
        return records;
    }
}
