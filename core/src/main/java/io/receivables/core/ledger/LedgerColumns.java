package io.receivables.core.ledger;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as columns: one row per open item (document, instalment) and per payment, and for each row its settlements
 * in order of their days. Engines compute on this; it is immutable, and every accessor is a plain array read.
 *
 * <p>Days are epoch days ({@link LocalDate#toEpochDay()}), amounts are minor units of the row's currency and never
 * negative: the kind gives the sign. Columns that say nothing (all rows are invoices, the posting day is the issue day,
 * nothing is disputed, …) are not stored.
 *
 * <p>Made with {@link #of(int)} from arrays, which are copied:
 *
 * <pre>{@code
 * LedgerColumns columns = LedgerColumns.of(rows)
 *         .currency("EUR")
 *         .customers(customerIds, customerIndex)
 *         .issueDays(issued).dueDays(due).minorUnits(amounts)
 *         .settlements(offsets, settlementDays, settlementAmounts)
 *         .build();
 * }</pre>
 */
public final class LedgerColumns {
    /** The settled-from day of a row that is still open. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** The amount of a dispute over all that is open. */
    public static final long WHOLE = Long.MAX_VALUE;

    /** The last day of a dispute that is not resolved, plus one. */
    public static final int UNRESOLVED = Integer.MAX_VALUE;

    private static final int MOST_CURRENCIES = 256;

    private static final int FIRST_DAY =
            (int) LocalDate.of(Checks.FIRST_YEAR, 1, 1).toEpochDay();
    private static final int LAST_DAY =
            (int) LocalDate.of(Checks.LAST_YEAR, 12, 31).toEpochDay();

    private final int rows;
    private final List<Currency> currencies;
    private final List<Customer> customers;
    private final byte @Nullable [] kind;
    private final byte @Nullable [] currency;
    private final int[] customer;
    private final int[] issueDay;
    private final int[] dueDay;
    private final int @Nullable [] postingDay;
    private final int @Nullable [] salesDay;
    private final int @Nullable [] recordedDay;
    private final long[] amount;
    private final long @Nullable [] tax;
    private final int @Nullable [] instalment;
    private final @Nullable IdPool ids;
    private final int[] settlementStart;
    private final int[] settlementDay;
    private final long[] settlementAmount;
    private final byte @Nullable [] settlementKind;
    private final int @Nullable [] settlementRecordedDay;
    private final int[] settledFrom;
    private final int @Nullable [] disputeStart;
    private final int[] disputeFrom;
    private final int[] disputeTo;
    private final long[] disputeAmount;

    private LedgerColumns(Builder from) {
        rows = from.rows;
        currencies = List.copyOf(from.currencies);
        customers = List.copyOf(from.customers);
        kind = elide(from.kind, ItemKind.INVOICE.code());
        currency = elide(from.currency, (byte) 0);
        customer = from.customer;
        issueDay = from.issueDay;
        dueDay = from.dueDay;
        postingDay = elide(from.postingDay, issueDay);
        salesDay = elide(from.salesDay, issueDay);
        recordedDay = elide(from.recordedDay, issueDay);
        amount = from.amount;
        tax = from.tax == null || Arrays.stream(from.tax).allMatch(t -> t == 0) ? null : from.tax;
        instalment = from.instalment == null || Arrays.stream(from.instalment).allMatch(i -> i == 1)
                ? null
                : from.instalment;
        ids = from.ids == null ? null : IdPool.of(from.ids);
        settlementStart = from.settlementStart;
        settlementDay = from.settlementDay;
        settlementAmount = from.settlementAmount;
        settlementKind = elide(from.settlementKind, SettlementKind.CASH.code());
        settlementRecordedDay = elide(from.settlementRecordedDay, settlementDay);
        settledFrom = settledFrom();
        disputeStart = from.disputeFrom.length == 0 ? null : from.disputeStart;
        disputeFrom = from.disputeFrom;
        disputeTo = from.disputeTo;
        disputeAmount = from.disputeAmount;
    }

    private static byte @Nullable [] elide(byte @Nullable [] column, byte usual) {
        if (column != null) {
            for (byte value : column) {
                if (value != usual) {
                    return column;
                }
            }
        }
        return null;
    }

    private static int @Nullable [] elide(int @Nullable [] column, int[] same) {
        return column == null || Arrays.equals(column, same) ? null : column;
    }

    private int[] settledFrom() {
        int[] from = new int[rows];
        for (int row = 0; row < rows; row++) {
            long open = amount[row];
            int since = open == 0 ? issueDay[row] : NEVER;
            int end = settlementStart[row + 1];
            for (int s = settlementStart[row]; s < end; s++) {
                open = Math.subtractExact(open, settlementAmount[s]);
                boolean lastOfDay = s + 1 == end || settlementDay[s + 1] != settlementDay[s];
                if (lastOfDay) {
                    since = open != 0 ? NEVER : since == NEVER ? settlementDay[s] : since;
                }
            }
            from[row] = since;
        }
        return from;
    }

    /** Starts a set of columns of that many rows. */
    public static Builder of(int rows) {
        return new Builder(rows);
    }

    public int rows() {
        return rows;
    }

    /** The currencies by their index. */
    public List<Currency> currencies() {
        return currencies;
    }

    /** The customers by their index. */
    public List<Customer> customers() {
        return customers;
    }

    public ItemKind kind(int row) {
        return ItemKind.ofCode(kindCode(row));
    }

    /** {@link ItemKind#code()} of a row. */
    public byte kindCode(int row) {
        return kind == null ? ItemKind.INVOICE.code() : kind[row];
    }

    /** Whether the row raises what is owed (invoice, debit note). */
    public boolean isDebit(int row) {
        return kind == null || kind[row] <= 1;
    }

    /** Index into {@link #currencies()}. */
    public int currency(int row) {
        return currency == null ? 0 : Byte.toUnsignedInt(currency[row]);
    }

    /** Index into {@link #customers()}. */
    public int customer(int row) {
        return customer[row];
    }

    /** The day from which the row counts. */
    public int issueDay(int row) {
        return issueDay[row];
    }

    public int dueDay(int row) {
        return dueDay[row];
    }

    public int postingDay(int row) {
        return postingDay == null ? issueDay[row] : postingDay[row];
    }

    /** The day to whose sales the row belongs if credit notes lower the sales of the document that they correct. */
    public int originDay(int row) {
        return salesDay == null ? issueDay[row] : salesDay[row];
    }

    /** The day on which the row became known. */
    public int recordedDay(int row) {
        return recordedDay == null ? issueDay[row] : recordedDay[row];
    }

    /** The original size in minor units, zero or more. */
    public long amount(int row) {
        return amount[row];
    }

    /** The tax within {@link #amount}, in minor units. */
    public long tax(int row) {
        return tax == null ? 0 : tax[row];
    }

    /** Whether any row states a tax. */
    public boolean statesTax() {
        return tax != null;
    }

    /** The instalment's number from 1. */
    public int instalment(int row) {
        return instalment == null ? 1 : instalment[row];
    }

    /** The document's or payment's id; the row number where no ids were given. */
    public String id(int row) {
        return ids == null ? Integer.toString(Objects.checkIndex(row, rows)) : ids.get(row);
    }

    /** The index of a row's first settlement; {@code settlementStart(rows())} is the number of settlements. */
    public int settlementStart(int row) {
        return settlementStart[row];
    }

    public int settlementDay(int settlement) {
        return settlementDay[settlement];
    }

    /** What left the open amount, in minor units; negative when an earlier settlement was undone. */
    public long settlementAmount(int settlement) {
        return settlementAmount[settlement];
    }

    public SettlementKind settlementKind(int settlement) {
        return SettlementKind.ofCode(settlementKindCode(settlement));
    }

    /** {@link SettlementKind#code()} of a settlement. */
    public byte settlementKindCode(int settlement) {
        return settlementKind == null ? SettlementKind.CASH.code() : settlementKind[settlement];
    }

    /** The day on which the settlement became known. */
    public int settlementRecordedDay(int settlement) {
        return settlementRecordedDay == null ? settlementDay[settlement] : settlementRecordedDay[settlement];
    }

    /** The first day from whose end on nothing is open any more; {@link #NEVER} while something is. */
    public int settledFrom(int row) {
        return settledFrom[row];
    }

    /**
     * What is open of a row at the end of a day, in minor units: its size less the settlements up to that day, and zero
     * before it was issued. Negative only where the given settlements exceed the size.
     */
    public long openAt(int row, int day) {
        if (issueDay[row] > day || settledFrom[row] <= day) {
            return 0;
        }
        long open = amount[row];
        int end = settlementStart[row + 1];
        for (int s = settlementStart[row]; s < end && settlementDay[s] <= day; s++) {
            open -= settlementAmount[s];
        }
        return open;
    }

    /** How much of a row's open amount is contested at the end of a day, in minor units. */
    public long disputedAt(int row, int day, long open) {
        if (disputeStart == null || open <= 0) {
            return 0;
        }
        long disputed = 0;
        for (int d = disputeStart[row]; d < disputeStart[row + 1]; d++) {
            if (disputeFrom[d] <= day && day < disputeTo[d]) {
                disputed = disputeAmount[d] >= open - disputed ? open : disputed + disputeAmount[d];
            }
        }
        return disputed;
    }

    /** The index of a row's first dispute; {@code disputeStart(rows())} is the number of disputes. */
    public int disputeStart(int row) {
        return disputeStart == null ? 0 : disputeStart[row];
    }

    /** The first day of a dispute. */
    public int disputeFrom(int dispute) {
        return disputeFrom[dispute];
    }

    /** The day from which a dispute is resolved, or {@link #UNRESOLVED}. */
    public int disputeTo(int dispute) {
        return disputeTo[dispute];
    }

    /** The contested amount in minor units, or {@link #WHOLE}. */
    public long disputeAmount(int dispute) {
        return disputeAmount[dispute];
    }

    /** The bytes that the numeric columns take, ids and customers apart. */
    public long sizeInBytes() {
        return bytes(kind)
                + bytes(currency)
                + bytes(customer)
                + bytes(issueDay)
                + bytes(dueDay)
                + bytes(postingDay)
                + bytes(salesDay)
                + bytes(recordedDay)
                + bytes(amount)
                + bytes(tax)
                + bytes(instalment)
                + bytes(settlementStart)
                + bytes(settlementDay)
                + bytes(settlementAmount)
                + bytes(settlementKind)
                + bytes(settlementRecordedDay)
                + bytes(settledFrom)
                + bytes(disputeStart)
                + bytes(disputeFrom)
                + bytes(disputeTo)
                + bytes(disputeAmount);
    }

    /** The bytes that the packed ids take. */
    public long idSizeInBytes() {
        return ids == null ? 0 : ids.sizeInBytes();
    }

    private static long bytes(byte @Nullable [] column) {
        return column == null ? 0 : column.length;
    }

    private static long bytes(int @Nullable [] column) {
        return column == null ? 0 : 4L * column.length;
    }

    private static long bytes(long @Nullable [] column) {
        return column == null ? 0 : 8L * column.length;
    }

    /** These columns with only what was known by the end of a day: rows and settlements recorded later are left out. */
    LedgerColumns knownOn(int day) {
        int[] kept =
                IntStream.range(0, rows).filter(row -> recordedDay(row) <= day).toArray();
        Builder known = of(kept.length).currencies(currencies, pick(kept, this::currency));
        known.customers(customers, pick(kept, this::customer));
        known.issueDays(pick(kept, row -> issueDay[row])).dueDays(pick(kept, row -> dueDay[row]));
        known.postingDays(pick(kept, this::postingDay)).originDays(pick(kept, this::originDay));
        known.recordedDays(pick(kept, this::recordedDay)).instalments(pick(kept, this::instalment));
        known.kinds(asBytes(pick(kept, this::kindCode)));
        known.minorUnits(Arrays.stream(kept).mapToLong(row -> amount[row]).toArray());
        known.taxes(Arrays.stream(kept).mapToLong(this::tax).toArray());
        if (ids != null) {
            known.ids(Arrays.stream(kept).mapToObj(this::id).toArray(String[]::new));
        }
        List<Integer> settlements = new ArrayList<>();
        int[] starts = new int[kept.length + 1];
        for (int i = 0; i < kept.length; i++) {
            for (int s = settlementStart[kept[i]]; s < settlementStart[kept[i] + 1]; s++) {
                if (settlementRecordedDay(s) <= day) {
                    settlements.add(s);
                }
            }
            starts[i + 1] = settlements.size();
        }
        int[] chosen = settlements.stream().mapToInt(Integer::intValue).toArray();
        known.settlements(
                        starts,
                        pick(chosen, s -> settlementDay[s]),
                        Arrays.stream(chosen)
                                .mapToLong(s -> settlementAmount[s])
                                .toArray())
                .settlementKinds(asBytes(pick(chosen, this::settlementKindCode)))
                .settlementRecordedDays(pick(chosen, this::settlementRecordedDay));
        for (int i = 0; i < kept.length; i++) {
            for (int d = disputeStart(kept[i]); disputeStart != null && d < disputeStart(kept[i] + 1); d++) {
                known.dispute(i, disputeFrom[d], disputeTo[d], disputeAmount[d]);
            }
        }
        return known.build();
    }

    private static int[] pick(int[] indexes, IntUnaryOperator value) {
        return Arrays.stream(indexes).map(value).toArray();
    }

    private static byte[] asBytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /**
     * Collects the columns. Currency, customers, issue days, due days and amounts are needed; the rest is optional. Every
     * array is copied; {@link #build()} names the column, row and value of whatever does not fit.
     */
    public static final class Builder {
        private final int rows;
        private List<Currency> currencies = List.of();
        private List<Customer> customers = List.of();
        private byte @Nullable [] kind;
        private byte @Nullable [] currency;
        private int[] customer = {};
        private int[] issueDay = {};
        private int[] dueDay = {};
        private int @Nullable [] postingDay;
        private int @Nullable [] salesDay;
        private int @Nullable [] recordedDay;
        private long[] amount = {};
        private long @Nullable [] tax;
        private int @Nullable [] instalment;
        private String @Nullable [] ids;
        private int[] settlementStart;
        private int[] settlementDay = {};
        private long[] settlementAmount = {};
        private byte @Nullable [] settlementKind;
        private int @Nullable [] settlementRecordedDay;
        private int[] disputeStart = {};
        private int[] disputeFrom = {};
        private int[] disputeTo = {};
        private long[] disputeAmount = {};
        private final List<long[]> disputes = new ArrayList<>();

        private Builder(int rows) {
            Checks.that(rows >= 0, () -> "rows " + rows + " is negative");
            this.rows = rows;
            this.settlementStart = new int[rows + 1];
        }

        /** All rows are in one currency, given by its ISO 4217 code. */
        public Builder currency(String code) {
            return currencies(List.of(Money.currency(code)), new int[rows]);
        }

        /** The currencies, and for each row its index into them. At most 256. */
        public Builder currencies(List<Currency> dictionary, int[] index) {
            Checks.that(
                    dictionary.size() <= MOST_CURRENCIES,
                    () -> dictionary.size() + " currencies: at most " + MOST_CURRENCIES + " are allowed");
            currencies = List.copyOf(dictionary);
            currency = asBytes(checkIndex(index, "currency", dictionary.size()));
            return this;
        }

        /** The customers, and for each row its index into them. */
        public Builder customers(List<Customer> dictionary, int[] index) {
            customers = List.copyOf(dictionary);
            customer = checkIndex(index, "customer", dictionary.size());
            return this;
        }

        /** The customers by id, and for each row its index into them. */
        public Builder customers(String[] customerIds, int[] index) {
            return customers(Arrays.stream(customerIds).map(Customer::of).toList(), index);
        }

        /** {@link ItemKind#code()} by row; all rows are invoices when not given. */
        public Builder kinds(byte[] codes) {
            length(codes.length, "kind", rows);
            kind = codes.clone();
            each(
                    rows,
                    row -> codes[row] >= 0 && codes[row] <= 3,
                    row -> "kind " + codes[row] + " in row " + row + " is not between 0 and 3");
            return this;
        }

        public Builder issueDays(int[] epochDays) {
            issueDay = days(epochDays, "issue day", rows);
            return this;
        }

        public Builder dueDays(int[] epochDays) {
            dueDay = days(epochDays, "due day", rows);
            return this;
        }

        /** The posting days; the issue days when not given. */
        public Builder postingDays(int[] epochDays) {
            postingDay = days(epochDays, "posting day", rows);
            return this;
        }

        /** For credit notes the issue day of the document that they correct; the issue days when not given. */
        public Builder originDays(int[] epochDays) {
            salesDay = days(epochDays, "origin day", rows);
            return this;
        }

        /** The days on which the rows became known; the issue days when not given. */
        public Builder recordedDays(int[] epochDays) {
            recordedDay = days(epochDays, "recorded day", rows);
            return this;
        }

        /** The sizes in minor units, zero or more; the kind gives the sign. */
        public Builder minorUnits(long[] amounts) {
            amount = sizes(amounts, "amount");
            return this;
        }

        /** The taxes within the amounts, in minor units; zero when not given. */
        public Builder taxes(long[] minorUnits) {
            tax = sizes(minorUnits, "tax");
            return this;
        }

        /** The instalment's number from 1 by row; 1 when not given. */
        public Builder instalments(int[] numbers) {
            length(numbers.length, "instalment", rows);
            each(
                    rows,
                    row -> numbers[row] >= 1,
                    row -> "instalment " + numbers[row] + " in row " + row + " is below 1: instalments count from 1");
            instalment = numbers.clone();
            return this;
        }

        /** The document's or payment's id by row. */
        public Builder ids(String[] documentIds) {
            length(documentIds.length, "id", rows);
            each(
                    rows,
                    row -> documentIds[row] != null && !documentIds[row].isBlank(),
                    row -> "id in row " + row + " is missing or blank: give the one that the source system uses");
            ids = documentIds.clone();
            return this;
        }

        /**
         * The settlements, grouped by row.
         *
         * @param starts for each row the index of its first settlement, and at the end the number of settlements: {@code
         *     rows + 1} ascending numbers
         * @param epochDays the effective days, in any order within a row
         * @param minorUnits what left the open amount; negative for what was undone
         */
        public Builder settlements(int[] starts, int[] epochDays, long[] minorUnits) {
            length(starts.length, "settlement start", rows + 1);
            length(minorUnits.length, "settlement amount", epochDays.length);
            Checks.that(starts[0] == 0, () -> "settlement start of row 0 is " + starts[0] + ", not 0");
            each(
                    rows,
                    row -> starts[row] <= starts[row + 1],
                    row -> "settlement start " + starts[row + 1] + " after row " + row + " is below its start "
                            + starts[row]);
            Checks.that(
                    starts[rows] == epochDays.length,
                    () -> "settlement starts end at " + starts[rows] + " but there are " + epochDays.length
                            + " settlements");
            settlementStart = starts.clone();
            settlementDay = days(epochDays, "settlement day", epochDays.length);
            settlementAmount = minorUnits.clone();
            return this;
        }

        /** {@link SettlementKind#code()} by settlement; all are {@link SettlementKind#CASH} when not given. */
        public Builder settlementKinds(byte[] codes) {
            each(
                    codes.length,
                    s -> codes[s] >= 0 && codes[s] <= 4,
                    s -> "settlement kind " + codes[s] + " at " + s + " is not between 0 and 4");
            settlementKind = codes.clone();
            return this;
        }

        /** The days on which the settlements became known; their effective days when not given. */
        public Builder settlementRecordedDays(int[] epochDays) {
            settlementRecordedDay = days(epochDays, "settlement recorded day", epochDays.length);
            return this;
        }

        /**
         * A dispute of a row.
         *
         * @param row the row
         * @param fromDay its first day
         * @param toDay the day from which it is resolved, or {@link #UNRESOLVED}
         * @param minorUnits the contested amount, or {@link #WHOLE}
         * @throws IndexOutOfBoundsException if there is no such row
         * @throws IllegalArgumentException if it ends before it begins or contests nothing
         */
        public Builder dispute(int row, int fromDay, int toDay, long minorUnits) {
            Objects.checkIndex(row, rows);
            Checks.that(
                    minorUnits > 0, () -> "disputed amount " + minorUnits + " of row " + row + " is not above zero");
            Checks.that(
                    fromDay >= FIRST_DAY && fromDay <= LAST_DAY,
                    () -> "dispute day " + fromDay + " of row " + row
                            + " is no business date: give days since 1970-01-01");
            Checks.that(
                    toDay >= fromDay,
                    () -> "dispute of row " + row + " is resolved on day " + toDay + ", before its first day "
                            + fromDay);
            disputes.add(new long[] {row, fromDay, toDay, minorUnits});
            return this;
        }

        /**
         * The columns.
         *
         * @throws IllegalArgumentException if a needed column is missing or a column has another length than the others
         * @throws ArithmeticException if the settlements of a row do not fit a {@code long}
         */
        public LedgerColumns build() {
            length(customer.length, "customer", rows);
            length(currency == null ? -1 : currency.length, "currency", rows);
            length(issueDay.length, "issue day", rows);
            length(dueDay.length, "due day", rows);
            length(amount.length, "amount", rows);
            checkTax();
            if (settlementKind != null) {
                length(settlementKind.length, "settlement kind", settlementDay.length);
            }
            if (settlementRecordedDay != null) {
                length(settlementRecordedDay.length, "settlement recorded day", settlementDay.length);
            }
            sortSettlements();
            groupDisputes();
            return new LedgerColumns(this);
        }

        private void checkTax() {
            long[] within = tax;
            if (within != null) {
                each(
                        rows,
                        row -> within[row] <= amount[row],
                        row -> "tax " + within[row] + " in row " + row + " is above the amount " + amount[row]
                                + " that includes it");
            }
        }

        /** By day within each row, those of one day in the order given; most rows are in order already. */
        private void sortSettlements() {
            for (int row = 0; row < rows; row++) {
                int start = settlementStart[row];
                int count = settlementStart[row + 1] - start;
                long[] dayAndPlace = new long[count];
                boolean inOrder = true;
                for (int s = 0; s < count; s++) {
                    dayAndPlace[s] = ((long) settlementDay[start + s] << 32) | s;
                    inOrder &= s == 0 || dayAndPlace[s - 1] < dayAndPlace[s];
                }
                if (!inOrder) {
                    Arrays.sort(dayAndPlace);
                    reorderSettlements(
                            start,
                            Arrays.stream(dayAndPlace)
                                    .mapToInt(each -> start + (int) each)
                                    .toArray());
                }
            }
        }

        private void reorderSettlements(int start, int[] from) {
            int[] days = pick(from, s -> settlementDay[s]);
            System.arraycopy(days, 0, settlementDay, start, from.length);
            long[] amounts =
                    Arrays.stream(from).mapToLong(s -> settlementAmount[s]).toArray();
            System.arraycopy(amounts, 0, settlementAmount, start, from.length);
            byte[] codes = settlementKind;
            if (codes != null) {
                System.arraycopy(asBytes(pick(from, s -> codes[s])), 0, codes, start, from.length);
            }
            int[] recorded = settlementRecordedDay;
            if (recorded != null) {
                System.arraycopy(pick(from, s -> recorded[s]), 0, recorded, start, from.length);
            }
        }

        private void groupDisputes() {
            int count = disputes.size();
            disputes.sort(Comparator.<long[]>comparingLong(d -> d[0]).thenComparingLong(d -> d[1]));
            disputeStart = new int[rows + 1];
            disputeFrom = new int[count];
            disputeTo = new int[count];
            disputeAmount = new long[count];
            for (int d = 0; d < count; d++) {
                long[] dispute = disputes.get(d);
                disputeStart[(int) dispute[0] + 1]++;
                disputeFrom[d] = (int) dispute[1];
                disputeTo[d] = (int) dispute[2];
                disputeAmount[d] = dispute[3];
            }
            for (int row = 0; row < rows; row++) {
                disputeStart[row + 1] += disputeStart[row];
            }
        }

        private int[] checkIndex(int[] index, String column, int size) {
            length(index.length, column, rows);
            each(
                    rows,
                    row -> index[row] >= 0 && index[row] < size,
                    row -> column + " index " + index[row] + " in row " + row + " is not below " + size);
            return index.clone();
        }

        private long[] sizes(long[] values, String column) {
            length(values.length, column, rows);
            each(
                    rows,
                    row -> values[row] >= 0,
                    row -> column + " " + values[row] + " in row " + row + " is negative: the kind gives the sign");
            return values.clone();
        }

        private static int[] days(int[] values, String column, int length) {
            length(values.length, column, length);
            each(
                    length,
                    i -> values[i] >= FIRST_DAY && values[i] <= LAST_DAY,
                    i -> column + " " + values[i] + " at " + i + " is no business date: give days since 1970-01-01");
            return values.clone();
        }

        /** Refuses the first index at which a condition does not hold; messages are made only then. */
        private static void each(int count, IntPredicate holds, IntFunction<String> message) {
            for (int i = 0; i < count; i++) {
                if (!holds.test(i)) {
                    throw new IllegalArgumentException(message.apply(i));
                }
            }
        }

        private static void length(int actual, String column, int expected) {
            Checks.that(
                    actual == expected,
                    () -> "column " + column + (actual <= 0 ? " is missing" : " has " + actual + " values") + ", "
                            + expected + " are needed");
        }
    }
}
