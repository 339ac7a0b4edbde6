package io.receivables.files;

import io.receivables.core.Customer;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.LedgerProblem;
import io.receivables.core.ledger.PackedIds;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.core.ledger.Workers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the columns of both files together to a ledger. What a payment settles is a settlement on the document's row; the
 * payment has a row of its own where any of it is unapplied cash at the end of some day.
 */
final class ColumnarAssembly {
    private final DocumentColumns documents;
    private final PaymentColumns payments;
    private final Tally tally;
    private final boolean keepingPayments;

    private final int documentRows;
    private final int[] starts;
    private int settlements;
    private int[] settlementDay;
    private long[] settlementAmount;
    private byte @Nullable [] settlementKind;

    /** Payments that get a row, and what of them exceeds the document. */
    private final BitSet unapplied = new BitSet();

    private final Map<Integer, Long> excess = new HashMap<>();
    private final List<Implied> implied = new ArrayList<>();

    /** A payment that a settled date implies; it has a row of its own if it is made before the document is issued. */
    private record Implied(int document, String id, int day, long amount) {}

    ColumnarAssembly(DocumentColumns documents, PaymentColumns payments, boolean keepingPayments, Tally tally) {
        this.documents = documents;
        this.payments = payments;
        this.keepingPayments = keepingPayments;
        this.tally = tally;
        documentRows = documents.cells.rows();
        starts = new int[documentRows + 1];
        settlementDay = new int[payments.rows()];
        settlementAmount = new long[payments.rows()];
    }

    Ledger assemble(Workers workers) {
        checkTotals();
        int before = tally.kept();
        for (int document = 0; document < documentRows; document++) {
            starts[document] = settlements;
            if (!documents.dropped().get(document)) {
                settle(document);
            }
        }
        starts[documentRows] = settlements;
        addUnapplied();
        tally.sortByLine(before);
        return Ledger.ofColumns(columns(workers));
    }

    // ---- what is settled

    private void settle(int document) {
        int day = documents.cells.settledDay(document);
        LocalDate settled = day == DocumentCells.NOT_SETTLED ? null : LocalDate.ofEpochDay(day);
        if (!documents.isDebit(document)) {
            if (settled != null) {
                refund(document, settled);
            }
            return;
        }
        int first = payments.start(document);
        int end = payments.start(document + 1);
        if (end - first == 1 && settled == null && !payments.isDropped(payments.ofDocument(first))) {
            apply(document, payments.ofDocument(first), documents.cells.amount[document]);
        } else if (end > first || settled != null) {
            settle(document, first, end, settled);
        }
    }

    /** Several payments are applied in the order of their days, then of their identifiers. */
    private void settle(int document, int first, int end, @Nullable LocalDate settled) {
        List<Integer> paid = new ArrayList<>();
        for (int i = first; i < end; i++) {
            if (!payments.isDropped(payments.ofDocument(i))) {
                paid.add(payments.ofDocument(i));
            }
        }
        if (settled != null) {
            imply(document, settled, paid);
        }
        Comparator<Integer> byDay = Comparator.comparingInt(payment -> day(payment));
        paid.sort(byDay.thenComparing(this::id));
        long open = documents.cells.amount[document];
        for (int payment : paid) {
            open = apply(document, payment, open);
        }
    }

    /** Adds a payment of what the others have left open by a day. */
    private void imply(int document, LocalDate settled, List<Integer> paid) {
        int day = day(settled);
        int latest = Math.max(day, documents.cells.issueDay[document]);
        long left = documents.cells.amount[document];
        for (int payment : paid) {
            left -= day(payment) <= latest ? amount(payment) : 0;
        }
        if (left > 0) {
            implied.add(new Implied(document, payments.newId(impliedId(document)), day, left));
            paid.add(payments.rows() + implied.size() - 1);
        }
    }

    private String impliedId(int document) {
        return LedgerAssembly.derived("settled", documents.ids().get(document), document + 1);
    }

    /** Applies a payment as far as it reaches; returns what is still open. */
    private long apply(int document, int payment, long open) {
        int day = day(payment);
        boolean early = day < documents.cells.issueDay[document];
        long applied = Math.min(open, amount(payment));
        long rest = amount(payment) - applied;
        if (applied > 0) {
            settle(Math.max(day, documents.cells.issueDay[document]), applied, SettlementKind.CASH);
            warnAbout(document, payment, early);
        }
        if (rest > 0) {
            excess.put(payment, rest);
            report(
                    LedgerProblem.OVERPAYMENT,
                    FactKind.PAYMENT,
                    payment,
                    CsvField.AMOUNT,
                    id(payment),
                    "document",
                    documents.ids().get(document),
                    Problem.VALUE,
                    documents.money(document, amount(payment)),
                    "excess",
                    documents.money(document, rest));
        }
        if (early || rest > 0 || keepingPayments) {
            unapplied.set(payment);
        }
        return open - applied;
    }

    private void settle(int day, long minorUnits, SettlementKind kind) {
        if (settlements == settlementDay.length) {
            int room = Math.max(16, Math.addExact(settlements, settlements >> 2));
            settlementDay = Arrays.copyOf(settlementDay, room);
            settlementAmount = Arrays.copyOf(settlementAmount, room);
            settlementKind = settlementKind == null ? null : Arrays.copyOf(settlementKind, room);
        }
        if (kind != SettlementKind.CASH && settlementKind == null) {
            settlementKind = new byte[settlementDay.length];
            Arrays.fill(settlementKind, SettlementKind.CASH.code());
        }
        settlementDay[settlements] = day;
        settlementAmount[settlements] = minorUnits;
        if (settlementKind != null) {
            settlementKind[settlements] = kind.code();
        }
        settlements++;
    }

    /** A credit note that is settled was paid out. */
    private void refund(int document, LocalDate settled) {
        int effective = Math.max(day(settled), documents.cells.issueDay[document]);
        if (documents.cells.kind[document] == ItemKind.CREDIT_NOTE.code() && documents.cells.amount[document] > 0) {
            settle(effective, documents.cells.amount[document], SettlementKind.REFUND);
            if (day(settled) < effective) {
                tally.report(Problem.of(
                        LedgerProblem.BEFORE_ITS_TARGET,
                        Problem.FILE,
                        documents.file().columns().file(),
                        Problem.LINE,
                        documents.file().line(document),
                        Problem.FIELD,
                        CsvField.SETTLED_DATE.code(),
                        "kind",
                        FactKind.REFUND.code(),
                        Problem.ID,
                        payments.newId(impliedId(document)),
                        Problem.VALUE,
                        settled,
                        "date",
                        LocalDate.ofEpochDay(effective)));
            }
        }
    }

    // ---- what deserves a look

    private void warnAbout(int document, int payment, boolean early) {
        int payer = customer(payment);
        if (!early && payer == documents.cells.customer[document]) {
            return;
        }
        String name = documents.ids().get(document);
        String allocation = id(payment) + "/" + name;
        if (early) {
            report(
                    LedgerProblem.PAYMENT_BEFORE_DOCUMENT,
                    FactKind.ALLOCATION,
                    payment,
                    CsvField.DATE,
                    allocation,
                    Problem.VALUE,
                    LocalDate.ofEpochDay(day(payment)),
                    "document",
                    name,
                    "date",
                    LocalDate.ofEpochDay(documents.cells.issueDay[document]));
        }
        if (payer != documents.cells.customer[document]) {
            report(
                    LedgerProblem.OTHER_CUSTOMER,
                    FactKind.ALLOCATION,
                    payment,
                    CsvField.CUSTOMER_ID,
                    allocation,
                    Problem.VALUE,
                    documents.customers().text(payer),
                    "document",
                    name,
                    "customer",
                    documents.customerId(document));
        }
    }

    private void report(LedgerProblem code, FactKind kind, int payment, CsvField field, String id, Object... more) {
        if (!tally.keepsProblems()) {
            tally.reportUnkept(code);
            return;
        }
        boolean isStated = payment < payments.rows();
        List<Object> all = new ArrayList<>(List.of(
                Problem.FILE,
                isStated ? payments.name() : documents.file().columns().file(),
                Problem.LINE,
                isStated ? payments.line(payment) : documents.file().line(implied(payment).document),
                Problem.FIELD,
                isStated ? field.code() : CsvField.SETTLED_DATE.code(),
                "kind",
                kind.code(),
                Problem.ID,
                id));
        all.addAll(List.of(more));
        tally.report(Problem.of(code, all.toArray()));
    }

    // ---- payments, stated or implied

    private Implied implied(int payment) {
        return implied.get(payment - payments.rows());
    }

    private int day(int payment) {
        return payment < payments.rows() ? payments.cells.day[payment] : implied(payment).day;
    }

    private long amount(int payment) {
        return payment < payments.rows() ? payments.cells.amount[payment] : implied(payment).amount;
    }

    private String id(int payment) {
        return payment < payments.rows() ? payments.id(payment) : implied(payment).id;
    }

    private int customer(int payment) {
        return payment < payments.rows()
                ? payments.customer(payment)
                : documents.cells.customer[implied(payment).document];
    }

    /** The row of the document that is paid, or below zero. */
    private int target(int payment) {
        return payment < payments.rows() ? payments.cells.target[payment] : implied(payment).document;
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private void addUnapplied() {
        for (int payment = 0; payment < payments.rows(); payment++) {
            if (payments.cells.target[payment] < 0 && !payments.isDropped(payment)) {
                unapplied.set(payment);
            }
        }
    }

    // ---- the columns

    private LedgerColumns columns(Workers workers) {
        Rows rows = new Rows();
        int row = rows.documents;
        for (int payment = unapplied.nextSetBit(0); payment >= 0; payment = unapplied.nextSetBit(payment + 1)) {
            rows.add(row++, payment);
        }
        return rows.columns(workers);
    }

    /** The rows of the ledger: the documents that stay, then the payments. Columns that need no change are not copied. */
    private final class Rows {
        final int documents;
        private final int count;
        /** The rows of the documents that stay; null if all do. */
        private final int @Nullable [] from;

        private final byte[] kind;
        private final byte[] currency;
        private final int[] customer;
        private final int[] issueDay;
        private final int[] dueDay;
        private final int @Nullable [] postingDay;
        private final long[] amount;
        private final long @Nullable [] tax;
        private final int[] settlementStart;
        private final PackedIds.Builder paymentIds;

        Rows() {
            DocumentColumns given = ColumnarAssembly.this.documents;
            DocumentCells all = given.cells;
            documents = documentRows - given.dropped().cardinality();
            count = Math.addExact(documents, unapplied.cardinality());
            from = given.dropped().isEmpty() ? null : kept(documents);
            kind = resized(all.kind, from, count);
            currency = resized(all.currency, from, count);
            customer = resized(all.customer, from, count);
            issueDay = resized(all.issueDay, from, count);
            dueDay = resized(all.dueDay, from, count);
            postingDay = all.postingDay == null ? null : resized(all.postingDay, from, count);
            amount = resized(all.amount, from, count);
            tax = all.tax == null ? null : resized(all.tax, from, count);
            settlementStart = resized(starts, from, count + 1);
            settlementStart[documents] = settlements;
            paymentIds = PackedIds.builder(count - documents);
        }

        /** A payment, and what it settles. */
        void add(int row, int payment) {
            DocumentCells all = ColumnarAssembly.this.documents.cells;
            int document = target(payment);
            kind[row] = ItemKind.PAYMENT.code();
            currency[row] = document < 0 ? payments.cells.currency[payment] : all.currency[document];
            customer[row] = ColumnarAssembly.this.customer(payment);
            issueDay[row] = day(payment);
            dueDay[row] = day(payment);
            if (postingDay != null) {
                postingDay[row] = day(payment);
            }
            amount[row] = amount(payment);
            paymentIds.add(id(payment));
            long applied = document < 0 ? 0 : amount(payment) - excess.getOrDefault(payment, 0L);
            if (applied > 0) {
                settle(Math.max(day(payment), all.issueDay[document]), applied, SettlementKind.CASH);
            }
            settlementStart[row + 1] = settlements;
        }

        LedgerColumns columns(Workers workers) {
            LedgerColumns.Builder columns = LedgerColumns.of(count)
                    .kinds(kind)
                    .issueDays(issueDay)
                    .dueDays(dueDay)
                    .minorUnits(amount)
                    .ids(ids(from, paymentIds.build()))
                    .settlements(
                            settlementStart,
                            resized(settlementDay, null, settlements),
                            resized(settlementAmount, null, settlements));
            setCurrencies(columns, currency);
            setCustomers(columns, customer);
            if (postingDay != null) {
                columns.postingDays(postingDay);
            }
            if (tax != null) {
                columns.taxes(tax);
            }
            if (settlementKind != null) {
                columns.settlementKinds(resized(settlementKind, null, settlements));
            }
            addDisputes(columns);
            return columns.build(workers);
        }
    }

    /** The rows of the documents that are not dropped. */
    private int[] kept(int count) {
        int[] rows = new int[count];
        int next = 0;
        for (int row = 0; row < documentRows; row++) {
            if (!documents.dropped().get(row)) {
                rows[next++] = row;
            }
        }
        return rows;
    }

    private static byte[] resized(byte[] column, int @Nullable [] from, int length) {
        if (from == null) {
            return length == column.length ? column : Arrays.copyOf(column, length);
        }
        byte[] resized = new byte[length];
        for (int row = 0; row < from.length; row++) {
            resized[row] = column[from[row]];
        }
        return resized;
    }

    private static int[] resized(int[] column, int @Nullable [] from, int length) {
        if (from == null) {
            return length == column.length ? column : Arrays.copyOf(column, length);
        }
        int[] resized = new int[length];
        for (int row = 0; row < from.length; row++) {
            resized[row] = column[from[row]];
        }
        return resized;
    }

    private static long[] resized(long[] column, int @Nullable [] from, int length) {
        if (from == null) {
            return length == column.length ? column : Arrays.copyOf(column, length);
        }
        long[] resized = new long[length];
        for (int row = 0; row < from.length; row++) {
            resized[row] = column[from[row]];
        }
        return resized;
    }

    private PackedIds ids(int @Nullable [] from, PackedIds ofPayments) {
        if (from == null) {
            return ofPayments.size() == 0 ? documents.ids() : PackedIds.concat(List.of(documents.ids(), ofPayments));
        }
        PackedIds.Builder ids = PackedIds.builder(from.length + ofPayments.size());
        for (int row : from) {
            ids.add(documents.ids(), row);
        }
        for (int row = 0; row < ofPayments.size(); row++) {
            ids.add(ofPayments, row);
        }
        return ids.build();
    }

    /** The currencies that are used, by their codes. */
    private void setCurrencies(LedgerColumns.Builder columns, byte[] numbers) {
        List<Currency> all = documents.currencies().currencies();
        boolean[] used = new boolean[all.size()];
        for (byte number : numbers) {
            used[number] = true;
        }
        List<Currency> sorted = new ArrayList<>();
        for (int number = 0; number < used.length; number++) {
            if (used[number]) {
                sorted.add(all.get(number));
            }
        }
        sorted.sort(Comparator.comparing(Currency::getCurrencyCode));
        int[] index = new int[numbers.length];
        int[] places = all.stream().mapToInt(sorted::indexOf).toArray();
        for (int row = 0; row < numbers.length; row++) {
            index[row] = places[numbers[row]];
        }
        columns.currencies(sorted, index);
    }

    /** The customers that are used, by their identifiers. */
    private void setCustomers(LedgerColumns.Builder columns, int[] numbers) {
        PackedIds all = documents.customers().texts();
        boolean[] used = new boolean[all.size()];
        for (int number : numbers) {
            used[number] = true;
        }
        List<Integer> sorted = new ArrayList<>();
        for (int number = 0; number < used.length; number++) {
            if (used[number]) {
                sorted.add(number);
            }
        }
        sorted.sort(Comparator.comparing(all::get));
        List<Customer> customers = new ArrayList<>();
        int[] places = new int[used.length];
        for (int number : sorted) {
            places[number] = customers.size();
            customers.add(documents.customer(all.get(number)));
        }
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = places[numbers[row]];
        }
        columns.customers(customers, numbers);
    }

    private void addDisputes(LedgerColumns.Builder columns) {
        documents.odd().forEach((document, content) -> {
            boolean stays = content.disputed()
                    && documents.isDebit(document)
                    && !documents.dropped().get(document);
            if (stays) {
                int row = document - documents.dropped().get(0, document).cardinality();
                columns.dispute(row, documents.cells.issueDay[document], LedgerColumns.UNRESOLVED, LedgerColumns.WHOLE);
            }
        });
    }

    // ---- what can be counted

    /** Refuses what does not fit: then a balance could be more than a {@code long} holds. */
    private void checkTotals() {
        long[] totals = new long[documents.currencies().currencies().size()];
        try {
            for (int row = 0; row < documentRows; row++) {
                totals[documents.cells.currency[row]] =
                        Math.addExact(totals[documents.cells.currency[row]], documents.cells.amount[row]);
            }
            for (int row = 0; row < payments.rows(); row++) {
                int number = payments.cells.target[row] < 0
                        ? payments.cells.currency[row]
                        : documents.cells.currency[payments.cells.target[row]];
                totals[number] = Math.addExact(totals[number], payments.cells.amount[row]);
            }
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
        for (int number = 0; number < totals.length; number++) {
            Currency currency = documents.currencies().currencies().get(number);
            if (!tally.add(Money.ofMinor(totals[number], currency))) {
                throw tooLarge();
            }
        }
    }

    private CsvException tooLarge() {
        return new CsvException(Problem.of(
                CsvProblem.NOT_COLUMNAR,
                Problem.FILE,
                documents.file().columns().file(),
                Problem.FIELD,
                CsvField.AMOUNT.code(),
                Problem.VALUE,
                "more than can be added up"));
    }
}
