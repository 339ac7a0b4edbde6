package io.receivables.files;

import io.receivables.core.Customer;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.ledger.ItemKind;
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
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts the columns of both files together to a ledger. What a payment settles is a settlement on the document's row; the
 * payment has a row of its own where any of it is unapplied cash at the end of some day.
 */
final class ColumnarAssembly {
    private final DocumentColumns documents;
    private final DocumentCells cells;
    private final PaymentColumns stated;
    private final PaymentList payments;
    private final Tally tally;
    private final boolean keepingPayments;
    private final int documentRows;
    private final int block;

    /** Payments that get a row, and what of them exceeds the document. */
    private final BitSet unapplied = new BitSet();

    private final Map<Integer, Long> excess = new HashMap<>();

    /**
     * @param block how many documents one task settles
     */
    ColumnarAssembly(
            DocumentColumns documents, PaymentColumns stated, boolean keepingPayments, int block, Tally tally) {
        this.documents = documents;
        this.stated = stated;
        this.keepingPayments = keepingPayments;
        this.block = block;
        this.tally = tally;
        cells = documents.cells;
        payments = new PaymentList(stated, documents);
        documentRows = cells.rows();
    }

    /** The columns, not yet in the order in which the ledger keeps them. */
    LedgerColumns.Builder assemble(Workers workers) {
        checkTotals();
        int before = tally.kept();
        SettlementColumns settlements = settle(workers);
        addUnapplied();
        tally.sortByLine(before);
        return columns(settlements);
    }

    // ---- what is settled

    private SettlementColumns settle(Workers workers) {
        int tasks = (int) ((documentRows + block - 1L) / block);
        int[] next = starts(tasks, workers);
        SettlementColumns settlements = new SettlementColumns(documentRows, next[tasks], cells.settledDay != null);
        int[] ends = new int[tasks];
        List<Settling> all = workers.all(tasks, task -> {
            Settling settling = new Settling(documents, stated, keepingPayments, settlements, next[task]);
            ends[task] = settling.settle(first(task), first(task + 1));
            return settling;
        });
        for (int task = 0; task < tasks; task++) {
            settlements.follow(first(task), first(task + 1), next[task], ends[task]);
            take(all.get(task));
        }
        return settlements;
    }

    /** The first document of a task. */
    private int first(int task) {
        return (int) Math.min(documentRows, (long) task * block);
    }

    /** Where the settlements of each task may start: there is one for each payment, and for each settled date. */
    private int[] starts(int tasks, Workers workers) {
        List<Integer> settled = workers.all(tasks, task -> countSettled(first(task), first(task + 1)));
        int[] starts = new int[tasks + 1];
        for (int task = 0; task < tasks; task++) {
            int paid = stated.start(first(task + 1)) - stated.start(first(task));
            starts[task + 1] = Math.addExact(starts[task], Math.addExact(paid, settled.get(task)));
        }
        return starts;
    }

    private int countSettled(int from, int to) {
        int count = 0;
        for (int document = from; cells.settledDay != null && document < to; document++) {
            count += cells.settledDay[document] == DocumentCells.NOT_SETTLED ? 0 : 1;
        }
        return count;
    }

    private void take(Settling settled) {
        int shift = payments.addImplied(settled.payments());
        IntUnaryOperator renumbered = payment -> payments.isStated(payment) ? payment : payment + shift;
        settled.forUnapplied(renumbered, (payment, rest) -> {
            unapplied.set(payment);
            if (rest > 0) {
                excess.put(payment, rest);
            }
        });
        settled.tell(renumbered, this::tell);
    }

    // ---- what deserves a look

    private void tell(LedgerProblem code, int document, int payment) {
        if (!tally.keepsProblems()) {
            tally.reportUnkept(code);
        } else if (payment == Settling.NO_PAYMENT) {
            tellOfRefund(code, document);
        } else if (code == LedgerProblem.OVERPAYMENT) {
            report(
                    code,
                    FactKind.PAYMENT,
                    payment,
                    CsvField.AMOUNT,
                    payments.id(payment),
                    "document",
                    documents.ids().get(document),
                    Problem.VALUE,
                    documents.money(document, payments.amount(payment)),
                    "excess",
                    documents.money(document, excess.getOrDefault(payment, 0L)));
        } else {
            tellOfAllocation(code, document, payment);
        }
    }

    private void tellOfAllocation(LedgerProblem code, int document, int payment) {
        String name = documents.ids().get(document);
        String allocation = payments.id(payment) + "/" + name;
        if (code == LedgerProblem.PAYMENT_BEFORE_DOCUMENT) {
            report(
                    code,
                    FactKind.ALLOCATION,
                    payment,
                    CsvField.DATE,
                    allocation,
                    Problem.VALUE,
                    LocalDate.ofEpochDay(payments.day(payment)),
                    "document",
                    name,
                    "date",
                    LocalDate.ofEpochDay(cells.issueDay[document]));
        } else {
            report(
                    code,
                    FactKind.ALLOCATION,
                    payment,
                    CsvField.CUSTOMER_ID,
                    allocation,
                    Problem.VALUE,
                    documents.customers().text(payments.customer(payment)),
                    "document",
                    name,
                    "customer",
                    documents.customerId(document));
        }
    }

    private void tellOfRefund(LedgerProblem code, int document) {
        tally.report(Problem.of(
                code,
                Problem.FILE,
                documents.file().columns().file(),
                Problem.LINE,
                documents.file().line(document),
                Problem.FIELD,
                CsvField.SETTLED_DATE.code(),
                "kind",
                FactKind.REFUND.code(),
                Problem.ID,
                stated.newId(documents.impliedId(document)),
                Problem.VALUE,
                LocalDate.ofEpochDay(cells.settledDay(document)),
                "date",
                LocalDate.ofEpochDay(cells.issueDay[document])));
    }

    private void report(LedgerProblem code, FactKind kind, int payment, CsvField field, String id, Object... more) {
        boolean isStated = payments.isStated(payment);
        List<Object> all = new ArrayList<>(List.of(
                Problem.FILE,
                isStated ? stated.name() : documents.file().columns().file(),
                Problem.LINE,
                isStated ? stated.line(payment) : documents.file().line(payments.document(payment)),
                Problem.FIELD,
                isStated ? field.code() : CsvField.SETTLED_DATE.code(),
                "kind",
                kind.code(),
                Problem.ID,
                id));
        all.addAll(List.of(more));
        tally.report(Problem.of(code, all.toArray()));
    }

    private void addUnapplied() {
        for (int payment = 0; payment < stated.rows(); payment++) {
            if (stated.cells.target[payment] < 0 && !stated.isDropped(payment)) {
                unapplied.set(payment);
            }
        }
    }

    // ---- the columns

    private LedgerColumns.Builder columns(SettlementColumns settlements) {
        Rows rows = new Rows(settlements);
        int row = rows.documents;
        for (int payment = unapplied.nextSetBit(0); payment >= 0; payment = unapplied.nextSetBit(payment + 1)) {
            rows.add(row++, payment);
        }
        return rows.columns();
    }

    /** The rows of the ledger: the documents that stay, then the payments. Columns that need no change are not copied. */
    private final class Rows {
        final int documents;
        private final int count;
        /** The rows of the documents that stay; null if all do. */
        private final int @Nullable [] from;

        private final byte[] kind;
        private final int[] currency;
        private final int[] customer;
        private final int[] issueDay;
        private final int[] dueDay;
        private final int @Nullable [] postingDay;
        private final long[] amount;
        private final long @Nullable [] tax;
        private final SettlementColumns settlements;
        private final int[] settlementStart;
        private final PackedIds.Builder paymentIds;

        Rows(SettlementColumns settlements) {
            this.settlements = settlements;
            DocumentColumns given = ColumnarAssembly.this.documents;
            DocumentCells all = given.cells;
            documents = documentRows - given.dropped().cardinality();
            count = Math.addExact(documents, unapplied.cardinality());
            from = given.dropped().isEmpty() ? null : kept(documents);
            kind = resized(all.kind, from, count);
            currency = currencies(all.currency, from, count);
            customer = resized(all.customer, from, count);
            issueDay = resized(all.issueDay, from, count);
            dueDay = resized(all.dueDay, from, count);
            postingDay = all.postingDay == null ? null : resized(all.postingDay, from, count);
            amount = resized(all.amount, from, count);
            tax = all.tax == null ? null : resized(all.tax, from, count);
            settlementStart = resized(settlements.starts, from, count + 1);
            settlementStart[documents] = settlements.size();
            paymentIds = PackedIds.builder(count - documents);
        }

        /** A payment, and what it settles. */
        void add(int row, int payment) {
            int document = payments.document(payment);
            kind[row] = ItemKind.PAYMENT.code();
            currency[row] = payments.currency(payment);
            customer[row] = payments.customer(payment);
            issueDay[row] = payments.day(payment);
            dueDay[row] = payments.day(payment);
            if (postingDay != null) {
                postingDay[row] = payments.day(payment);
            }
            amount[row] = payments.amount(payment);
            paymentIds.add(payments.id(payment));
            long applied = document < 0 ? 0 : payments.amount(payment) - excess.getOrDefault(payment, 0L);
            if (applied > 0) {
                settlements.add(
                        Math.max(payments.day(payment), cells.issueDay[document]), applied, SettlementKind.CASH);
            }
            settlementStart[row + 1] = settlements.size();
        }

        LedgerColumns.Builder columns() {
            settlements.trim();
            LedgerColumns.Builder columns = LedgerColumns.of(count)
                    .kinds(kind)
                    .issueDays(issueDay)
                    .dueDays(dueDay)
                    .minorUnits(amount)
                    .ids(ids(from, paymentIds.build()))
                    .settlements(settlementStart, settlements.days(), settlements.amounts());
            setCurrencies(columns, currency);
            setCustomers(columns, customer);
            if (postingDay != null) {
                columns.postingDays(postingDay);
            }
            if (tax != null) {
                columns.taxes(tax);
            }
            byte[] kinds = settlements.kinds();
            if (kinds != null) {
                columns.settlementKinds(kinds);
            }
            addDisputes(columns);
            return columns;
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

    private static int[] currencies(short[] column, int @Nullable [] from, int length) {
        int[] numbers = new int[length];
        for (int row = 0; row < Math.min(length, from == null ? column.length : from.length); row++) {
            numbers[row] = column[from == null ? row : from[row]];
        }
        return numbers;
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
    private void setCurrencies(LedgerColumns.Builder columns, int[] numbers) {
        List<Currency> all = documents.currencies().currencies();
        boolean[] used = new boolean[all.size()];
        for (int number : numbers) {
            used[number] = true;
        }
        List<Currency> sorted = new ArrayList<>();
        for (int number = 0; number < used.length; number++) {
            if (used[number]) {
                sorted.add(all.get(number));
            }
        }
        sorted.sort(Comparator.comparing(Currency::getCurrencyCode));
        int[] places = all.stream().mapToInt(sorted::indexOf).toArray();
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = places[numbers[row]];
        }
        columns.currencies(sorted, numbers);
    }

    /** The customers that are used, by their identifiers: also one who only paid what another owed. */
    private void setCustomers(LedgerColumns.Builder columns, int[] numbers) {
        PackedIds all = documents.customers().texts();
        boolean[] used = new boolean[all.size()];
        for (int number : numbers) {
            used[number] = true;
        }
        stated.eachPayer(number -> used[number] = true);
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
                columns.dispute(row, cells.issueDay[document], LedgerColumns.UNRESOLVED, LedgerColumns.WHOLE);
            }
        });
    }

    // ---- what can be counted

    /** Refuses what does not fit: then a balance could be more than a {@code long} holds. */
    private void checkTotals() {
        long[] totals = new long[documents.currencies().currencies().size()];
        try {
            for (int row = 0; row < documentRows; row++) {
                totals[cells.currency[row]] = Math.addExact(totals[cells.currency[row]], cells.amount[row]);
            }
            for (int row = 0; row < stated.rows(); row++) {
                int number = stated.cells.target[row] < 0
                        ? stated.cells.currency[row]
                        : cells.currency[stated.cells.target[row]];
                totals[number] = Math.addExact(totals[number], stated.cells.amount[row]);
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
