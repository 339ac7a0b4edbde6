package io.receivables.benchmarks;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A made-up ledger of any size: the same for the same number of documents and the same seed, on every machine and JDK.
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
    static final List<String> CURRENCIES = List.of("CAD", "EUR", "USD");

    static final String INVOICES = "invoices.csv";
    static final String PAYMENTS = "payments.csv";

    private static final int FIRST = (int) FIRST_DAY.toEpochDay();
    private static final int LAST = (int) TODAY.toEpochDay();
    private static final int[] TERMS = {0, 15, 30, 30, 30, 30, 30, 45, 45, 60};
    private static final int DAYS_BETWEEN_PARTS = 15;
    private static final int FIRST_CUSTOMER = 1_000_000;
    private static final int FIRST_DOCUMENT = 10_000_000;

    // java.util.Random: its sequence is specified, and so the same on every JDK
    private final Random random;
    private final int rows;
    private final int customers;
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
        customers = Math.max(1, rows / 200);
        customer = new int[rows];
        currency = new int[rows];
        kind = new byte[rows];
        issued = new int[rows];
        due = new int[rows];
        amount = new long[rows];
        settlementStart = new int[rows + 1];
        settlementDay = new int[rows];
        settlementAmount = new long[rows];
        settlementKind = new byte[rows];
    }

    /** The ledger of that many documents; the same seed gives the same ledger. */
    static SyntheticLedger of(int rows, long seed) {
        SyntheticLedger ledger = new SyntheticLedger(rows, seed);
        ledger.fill();
        return ledger;
    }

    private void fill() {
        int[] habit = new int[customers];
        int[] homeCurrency = new int[customers];
        // StrictMath: the last digit of Math.log and Math.exp may differ from one processor to the next
        Arrays.setAll(habit, c -> (int) (-15 * StrictMath.log(1 - random.nextDouble())));
        Arrays.setAll(homeCurrency, c -> random.nextInt(CURRENCIES.size()));
        for (int row = 0; row < rows; row++) {
            double u = random.nextDouble();
            int c = (int) (customers * u * u * u);
            customer[row] = c;
            currency[row] = random.nextInt(10) == 0 ? random.nextInt(CURRENCIES.size()) : homeCurrency[c];
            issued[row] = FIRST + (int) ((long) row * (LAST - FIRST + 1) / rows);
            amount[row] = 1 + (long) (50_000 * StrictMath.exp(random.nextGaussian()));
            settlementStart[row + 1] = settlementStart[row];
            if (random.nextInt(100) < 3) {
                fillCreditNote(row);
            } else {
                fillInvoice(row, habit[c]);
            }
        }
        resizeSettlements(settlementStart[rows]);
    }

    private void fillCreditNote(int row) {
        kind[row] = ItemKind.CREDIT_NOTE.code();
        due[row] = issued[row];
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
        for (int part = 1; part <= paid; part++) {
            long share = part == parts ? amount[row] - (parts - 1) * (amount[row] / parts) : amount[row] / parts;
            settle(row, day, share, SettlementKind.CASH);
            day += DAYS_BETWEEN_PARTS;
        }
    }

    private void settle(int row, int day, long minorUnits, SettlementKind why) {
        if (day <= LAST && minorUnits > 0) {
            int at = settlementStart[row + 1]++;
            if (at == settlementDay.length) {
                resizeSettlements(at + at / 4 + 4);
            }
            settlementDay[at] = day;
            settlementAmount[at] = minorUnits;
            settlementKind[at] = why.code();
        }
    }

    private void resizeSettlements(int size) {
        settlementDay = Arrays.copyOf(settlementDay, size);
        settlementAmount = Arrays.copyOf(settlementAmount, size);
        settlementKind = Arrays.copyOf(settlementKind, size);
    }

    private boolean isCredit(int row) {
        return kind[row] == ItemKind.CREDIT_NOTE.code();
    }

    private static String documentId(int row) {
        return "F" + (FIRST_DOCUMENT + row);
    }

    private static String customerId(int index) {
        return "C" + (FIRST_CUSTOMER + index);
    }

    /** The index of a customer by its id, from 0. */
    static int customerIndex(String id) {
        return Integer.parseInt(id, 1, id.length(), 10) - FIRST_CUSTOMER;
    }

    /** The columns as the library takes them, documents without ids; what remains is to build them. */
    LedgerColumns.Builder columns() {
        return LedgerColumns.of(rows)
                .currencies(CURRENCIES.stream().map(Money::currency).toList(), currency)
                .customers(
                        IntStream.range(0, customers)
                                .mapToObj(SyntheticLedger::customerId)
                                .toArray(String[]::new),
                        customer)
                .kinds(kind)
                .issueDays(issued)
                .dueDays(due)
                .minorUnits(amount)
                .settlements(settlementStart, settlementDay, settlementAmount)
                .settlementKinds(settlementKind);
    }

    /** As records; customers and currency codes are shared, ids, dates and amounts are each row's own. */
    List<InvoiceRow> records() {
        String[] customerIds = IntStream.range(0, customers)
                .mapToObj(SyntheticLedger::customerId)
                .toArray(String[]::new);
        List<InvoiceRow> records = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            records.add(new InvoiceRow(
                    documentId(row),
                    isCredit(row),
                    customerIds[customer[row]],
                    CURRENCIES.get(currency[row]),
                    LocalDate.ofEpochDay(issued[row]),
                    LocalDate.ofEpochDay(due[row]),
                    BigDecimal.valueOf(amount[row], 2),
                    settlements(row)));
        }
        return records;
    }

    private List<InvoiceRow.Settled> settlements(int row) {
        return IntStream.range(settlementStart[row], settlementStart[row + 1])
                .mapToObj(s -> new InvoiceRow.Settled(
                        LocalDate.ofEpochDay(settlementDay[s]), BigDecimal.valueOf(settlementAmount[s], 2)))
                .toList();
    }

    /**
     * As facts, those of some days, in the order of their dates: documents, payments with the allocation of each, refunds.
     */
    List<Fact> facts(LocalDate from, LocalDate to) {
        int first = (int) from.toEpochDay();
        int last = (int) to.toEpochDay();
        List<Fact> facts = new ArrayList<>();
        for (int row = 0; row < rows && issued[row] <= last; row++) {
            if (issued[row] >= first) {
                facts.add(document(row));
            }
            for (int s = settlementStart[row]; s < settlementStart[row + 1]; s++) {
                if (settlementDay[s] >= first && settlementDay[s] <= last) {
                    addSettlement(facts, row, s);
                }
            }
        }
        // stable: a document comes before what settles it on the same day
        facts.sort(Comparator.comparing(Fact::date));
        return facts;
    }

    private Document document(int row) {
        Money gross = money(row, amount[row]);
        LocalDate date = LocalDate.ofEpochDay(issued[row]);
        return isCredit(row)
                ? CreditNote.of(documentId(row), customerId(customer[row]), date, gross)
                : Invoice.of(documentId(row), customerId(customer[row]), date, gross)
                        .dueOn(LocalDate.ofEpochDay(due[row]));
    }

    private void addSettlement(List<Fact> facts, int row, int settlement) {
        Money money = money(row, settlementAmount[settlement]);
        LocalDate date = LocalDate.ofEpochDay(settlementDay[settlement]);
        String payment = "P" + (FIRST_DOCUMENT + settlement);
        if (isCredit(row)) {
            facts.add(Refund.ofCreditNote("R" + settlement, documentId(row), date, money));
        } else {
            facts.add(Payment.of(payment, customerId(customer[row]), date, money));
            facts.add(Allocation.ofPayment("A" + settlement, payment, documentId(row), date, money));
        }
    }

    private Money money(int row, long minorUnits) {
        return Money.ofMinor(minorUnits, Money.currency(CURRENCIES.get(currency[row])));
    }

    /**
     * Writes {@code invoices.csv} and {@code payments.csv} with the headers that the library's reader of CSV files expects. A
     * refunded credit note states its settled date; payments are rows of the second file.
     */
    void writeCsv(Path folder) throws IOException {
        try (BufferedWriter invoices = Files.newBufferedWriter(folder.resolve(INVOICES));
                BufferedWriter payments = Files.newBufferedWriter(folder.resolve(PAYMENTS))) {
            invoices.write("invoice_id,customer_id,type,currency,issue_date,due_date,amount,settled_date\n");
            payments.write("payment_id,invoice_id,date,amount\n");
            String[] dates = dates();
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < rows; row++) {
                invoices.append(invoice(line, row, dates));
                for (int s = settlementStart[row]; s < settlementStart[row + 1] && !isCredit(row); s++) {
                    payments.append(payment(line, row, s, dates));
                }
            }
        }
    }

    private StringBuilder invoice(StringBuilder line, int row, String[] dates) {
        line.setLength(0);
        line.append(documentId(row)).append(',').append(customerId(customer[row]));
        line.append(isCredit(row) ? ",CREDIT_NOTE," : ",INVOICE,").append(CURRENCIES.get(currency[row]));
        line.append(',').append(dates[issued[row] - FIRST]).append(',').append(dates[due[row] - FIRST]);
        amount(line.append(','), amount[row]).append(',');
        if (isCredit(row) && settlementStart[row] < settlementStart[row + 1]) {
            line.append(dates[settlementDay[settlementStart[row]] - FIRST]);
        }
        return line.append('\n');
    }

    private StringBuilder payment(StringBuilder line, int row, int settlement, String[] dates) {
        line.setLength(0);
        line.append('P').append(FIRST_DOCUMENT + settlement).append(',').append(documentId(row));
        line.append(',').append(dates[settlementDay[settlement] - FIRST]);
        return amount(line.append(','), settlementAmount[settlement]).append('\n');
    }

    private static String[] dates() {
        int longestTerm = Arrays.stream(TERMS).max().orElseThrow();
        return FIRST_DAY
                .datesUntil(TODAY.plusDays(longestTerm + 1))
                .map(LocalDate::toString)
                .toArray(String[]::new);
    }

    private static StringBuilder amount(StringBuilder line, long minorUnits) {
        line.append(minorUnits / 100).append('.');
        return line.append(minorUnits % 100 / 10).append(minorUnits % 10);
    }
}
