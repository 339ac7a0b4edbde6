package io.receivables.core.ledger;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as columns: one row per open item (document, instalment) and per payment, and for each row its settlements
 * in order of their days. Immutable; rows are numbered as they were given.
 *
 * <p>Days are epoch days ({@link LocalDate#toEpochDay()}), amounts are minor units of the row's currency and never
 * negative: the kind gives the sign. Columns that say nothing (all rows are invoices, the posting day is the issue day,
 * nothing is disputed, …) are not stored.
 *
 * <p>Made with {@link #of(int)} from arrays:
 *
 * <pre>{@code
 * LedgerColumns columns = LedgerColumns.of(rows)
 *         .currency("EUR")
 *         .customers(customerIds, customerIndex)
 *         .issueDays(issued).dueDays(due).minorUnits(amounts)
 *         .settlements(offsets, settlementDays, settlementAmounts)
 *         .build();
 * }</pre>
 *
 * <p>They are kept by customer and currency: engines, and whoever goes through all rows, use {@link #accounts()}, which
 * reads memory in its order. Asking by row is for single rows; the first such question makes an index of 4 bytes per row.
 *
 * <p>One set of columns holds at most {@value #MOST_ROWS} rows and as many settlements. Beyond that, cut the rows into
 * several ledgers, each with whole customers or not, and add up what engines answer for each.
 */
public final class LedgerColumns {
    /** The settled-from day of a row that is still open. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** The amount of a dispute over all that is open. */
    public static final long WHOLE = Long.MAX_VALUE;

    /** The last day of a dispute that is not resolved, plus one. */
    public static final int UNRESOLVED = Integer.MAX_VALUE;

    /** The most rows of one set of columns: what one array of any Java virtual machine holds. */
    public static final int MOST_ROWS = Integer.MAX_VALUE - 16;

    private static final int MOST_CURRENCIES = 256;

    private static final int FIRST_DAY =
            (int) LocalDate.of(Checks.FIRST_YEAR, 1, 1).toEpochDay();
    private static final int LAST_DAY =
            (int) LocalDate.of(Checks.LAST_YEAR, 12, 31).toEpochDay();

    private final int rows;
    private final List<Currency> currencies;
    private final List<Customer> customers;
    private final Accounts accounts;
    private final @Nullable PackedIds ids;
    private @Nullable RowPlaces places;

    /** Where each row stands. Safe to share without synchronization, for its field is final. */
    private static final class RowPlaces {
        private final int[] ofRow;

        RowPlaces(Accounts accounts) {
            ofRow = new int[accounts.places()];
            for (int place = 0; place < ofRow.length; place++) {
                ofRow[accounts.row(place)] = place;
            }
        }
    }

    private LedgerColumns(Builder from, Workers workers) {
        rows = from.rows;
        currencies = from.currencies;
        customers = from.customers;
        ids = from.ids;
        accounts = new Accounts(new AccountsBuilder(from, workers), workers);
    }

    /**
     * Starts a set of columns of that many rows.
     *
     * @throws IllegalArgumentException if the number is negative or above {@link #MOST_ROWS}
     */
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

    /** The same rows in the order in which they are kept: the fast way through all of them. */
    public Accounts accounts() {
        return accounts;
    }

    /** Where a row stands in {@link #accounts()}. */
    public int place(int row) {
        RowPlaces known = places;
        if (known == null) {
            known = new RowPlaces(accounts);
            places = known;
        }
        return known.ofRow[row];
    }

    public ItemKind kind(int row) {
        return ItemKind.ofCode(kindCode(row));
    }

    /** {@link ItemKind#code()} of a row. */
    public byte kindCode(int row) {
        return accounts.kindCode(place(row));
    }

    /** Whether the row raises what is owed (invoice, debit note). */
    public boolean isDebit(int row) {
        return accounts.isDebit(place(row));
    }

    /** Index into {@link #currencies()}. */
    public int currency(int row) {
        return accounts.currency(accounts.accountAt(place(row)));
    }

    /** Index into {@link #customers()}. */
    public int customer(int row) {
        return accounts.customer(accounts.accountAt(place(row)));
    }

    /** The day from which the row counts. */
    public int issueDay(int row) {
        return accounts.issueDay(place(row));
    }

    public int dueDay(int row) {
        return accounts.dueDay(place(row));
    }

    public int postingDay(int row) {
        return accounts.postingDay(place(row));
    }

    /** The day to whose sales the row belongs if credit notes lower the sales of the document that they correct. */
    public int originDay(int row) {
        return accounts.originDay(place(row));
    }

    /** The day on which the row became known. */
    public int recordedDay(int row) {
        return accounts.recordedDay(place(row));
    }

    /** The original size in minor units, zero or more. */
    public long amount(int row) {
        return accounts.amount(place(row));
    }

    /** The tax within {@link #amount}, in minor units. */
    public long tax(int row) {
        return accounts.tax(place(row));
    }

    /** Whether any row states a tax. */
    public boolean statesTax() {
        return accounts.statesTax();
    }

    /** The instalment's number from 1. */
    public int instalment(int row) {
        return accounts.instalment(place(row));
    }

    /** The ids; null where none were given. */
    @Nullable PackedIds packedIds() {
        return ids;
    }

    /** The document's or payment's id; the row number where no ids were given. */
    public String id(int row) {
        return ids == null ? Integer.toString(Objects.checkIndex(row, rows)) : ids.get(row);
    }

    /** A row's first settlement, to be counted up to {@link #settlementsTo}. */
    public int settlementsFrom(int row) {
        return accounts.settlementStart(place(row));
    }

    /** The number after a row's last settlement. */
    public int settlementsTo(int row) {
        return accounts.settlementStart(place(row) + 1);
    }

    /** The number of settlements of all rows. */
    public int settlements() {
        return accounts.settlementStart(rows);
    }

    public int settlementDay(int settlement) {
        return accounts.settlementDay(settlement);
    }

    /** What left the open amount, in minor units; negative when an earlier settlement was undone. */
    public long settlementAmount(int settlement) {
        return accounts.settlementAmount(settlement);
    }

    public SettlementKind settlementKind(int settlement) {
        return SettlementKind.ofCode(settlementKindCode(settlement));
    }

    /** {@link SettlementKind#code()} of a settlement. */
    public byte settlementKindCode(int settlement) {
        return accounts.settlementKindCode(settlement);
    }

    /** The day on which the settlement became known. */
    public int settlementRecordedDay(int settlement) {
        return accounts.settlementRecordedDay(settlement);
    }

    /** The first day from whose end on nothing is open any more, not before the issue day; {@link #NEVER} while something is. */
    public int settledFrom(int row) {
        return accounts.settledFrom(place(row));
    }

    /**
     * What is open of a row at the end of a day, in minor units: its size less the settlements up to that day, and zero
     * before it was issued. Negative only where the given settlements exceed the size.
     */
    public long openAt(int row, int day) {
        return accounts.openAt(place(row), day);
    }

    /** How much of a row's open amount is contested at the end of a day, in minor units. */
    public long disputedAt(int row, int day, long open) {
        return accounts.disputedAt(place(row), day, open);
    }

    /** A row's first dispute, to be counted up to {@link #disputesTo}. */
    public int disputesFrom(int row) {
        return accounts.disputeStart(place(row));
    }

    /** The number after a row's last dispute. */
    public int disputesTo(int row) {
        return accounts.disputeStart(place(row) + 1);
    }

    /** The number of disputes of all rows. */
    public int disputes() {
        return accounts.disputeStart(rows);
    }

    /** The first day of a dispute. */
    public int disputeFrom(int dispute) {
        return accounts.disputeFrom(dispute);
    }

    /** The day from which a dispute is resolved, or {@link #UNRESOLVED}. */
    public int disputeTo(int dispute) {
        return accounts.disputeTo(dispute);
    }

    /** The contested amount in minor units, or {@link #WHOLE}. */
    public long disputeAmount(int dispute) {
        return accounts.disputeAmount(dispute);
    }

    /** The bytes that the numeric columns take, ids, customers and the index of {@link #place} apart. */
    public long sizeInBytes() {
        return accounts.sizeInBytes();
    }

    /** The bytes that the packed ids take. */
    public long idSizeInBytes() {
        return ids == null ? 0 : ids.sizeInBytes();
    }

    /** These columns with only what was known by the end of a day: rows and settlements recorded later are left out. */
    LedgerColumns knownOn(int day) {
        return new KnownColumns(this, day).columns();
    }

    /** Days, the earliest and the latest of them. */
    static final class Days {
        static final Days NONE = new Days(new int[0], Integer.MAX_VALUE, Integer.MIN_VALUE);

        private final int[] values;
        private final int first;
        private final int last;

        Days(int[] values, int first, int last) {
            this.values = values;
            this.first = first;
            this.last = last;
        }

        int[] values() {
            return values;
        }

        int first() {
            return first;
        }

        int last() {
            return last;
        }

        PackedDays packed() {
            return new PackedDays(values.length, first, last);
        }
    }

    /** A dispute of a row. */
    record Contested(int row, int from, int to, long amount) {}

    /**
     * Collects the columns. Currency, customers, issue days, due days and amounts are needed; the rest is optional. What
     * does not fit is refused with its column, row and value. Arrays are not copied until {@link #build()}: do not change
     * them before; afterwards they are the caller's again.
     */
    public static final class Builder {
        final int rows;
        List<Currency> currencies = List.of();
        List<Customer> customers = List.of();
        byte @Nullable [] kind;
        int[] currency = {};
        int[] customer = {};
        Days issueDay = Days.NONE;
        Days dueDay = Days.NONE;

        @Nullable Days postingDay;

        @Nullable Days originDay;

        @Nullable Days recordedDay;

        long[] amount = {};
        long @Nullable [] tax;
        int @Nullable [] instalment;

        @Nullable PackedIds ids;

        int[] settlementStart;
        Days settlementDay = Days.NONE;
        long[] settlementAmount = {};
        byte @Nullable [] settlementKind;

        @Nullable Days settlementRecordedDay;

        final List<Contested> disputes = new ArrayList<>();

        private Builder(int rows) {
            Checks.that(rows >= 0, () -> "rows " + rows + " is negative");
            Checks.that(
                    rows <= MOST_ROWS,
                    () -> "rows " + rows + " are above " + MOST_ROWS
                            + ", the most that one set of columns holds: cut them into several ledgers");
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
            currency = checkIndex(index, "currency", dictionary.size());
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
            for (int row = 0; row < rows; row++) {
                if (codes[row] < 0 || codes[row] > 3) {
                    throw invalid("kind " + codes[row] + " in row " + row + " is not between 0 and 3");
                }
            }
            kind = codes;
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
            originDay = days(epochDays, "origin day", rows);
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
            for (int row = 0; row < rows; row++) {
                if (numbers[row] < 1) {
                    throw invalid(
                            "instalment " + numbers[row] + " in row " + row + " is below 1: instalments count from 1");
                }
            }
            instalment = numbers;
            return this;
        }

        /** The document's or payment's id by row. */
        public Builder ids(String[] documentIds) {
            length(documentIds.length, "id", rows);
            for (int row = 0; row < rows; row++) {
                if (documentIds[row] == null || documentIds[row].isBlank()) {
                    throw invalid(
                            "id in row " + row + " is missing or blank: give the one that the source system uses");
                }
            }
            ids = PackedIds.of(documentIds);
            return this;
        }

        /** The document's or payment's id by row, packed. */
        public Builder ids(PackedIds documentIds) {
            length(documentIds.size(), "id", rows);
            int blank = documentIds.firstBlank();
            Checks.that(blank < 0, () -> "id in row " + blank + " is blank: give the one that the source system uses");
            ids = documentIds;
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
            for (int row = 0; row < rows; row++) {
                if (starts[row] > starts[row + 1]) {
                    throw invalid("settlement start " + starts[row + 1] + " after row " + row + " is below its start "
                            + starts[row]);
                }
            }
            Checks.that(
                    starts[rows] == epochDays.length,
                    () -> "settlement starts end at " + starts[rows] + " but there are " + epochDays.length
                            + " settlements");
            settlementStart = starts;
            settlementDay = days(epochDays, "settlement day", epochDays.length);
            settlementAmount = minorUnits;
            return this;
        }

        /** {@link SettlementKind#code()} by settlement; all are {@link SettlementKind#CASH} when not given. */
        public Builder settlementKinds(byte[] codes) {
            for (int s = 0; s < codes.length; s++) {
                if (codes[s] < 0 || codes[s] > 4) {
                    throw invalid("settlement kind " + codes[s] + " at " + s + " is not between 0 and 4");
                }
            }
            settlementKind = codes;
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
            disputes.add(new Contested(row, fromDay, toDay, minorUnits));
            return this;
        }

        /** {@link #build(Workers)} by the calling thread alone. */
        public LedgerColumns build() {
            return build(Workers.caller());
        }

        /**
         * The columns.
         *
         * @param workers who sort the rows and fill the columns
         * @throws IllegalArgumentException if a needed column is missing or a column has another length than the others
         * @throws ArithmeticException if the settlements of a row do not fit a {@code long}
         */
        public LedgerColumns build(Workers workers) {
            length(customer.length, "customer", rows);
            length(currency.length, "currency", rows);
            length(issueDay.values.length, "issue day", rows);
            length(dueDay.values.length, "due day", rows);
            length(amount.length, "amount", rows);
            checkTax();
            if (settlementKind != null) {
                length(settlementKind.length, "settlement kind", settlementDay.values.length);
            }
            if (settlementRecordedDay != null) {
                length(settlementRecordedDay.values.length, "settlement recorded day", settlementDay.values.length);
            }
            if (!SettlementOrder.isKept(this)) {
                new SettlementOrder(this).restore();
            }
            return new LedgerColumns(this, workers);
        }

        private void checkTax() {
            long[] within = tax;
            for (int row = 0; within != null && row < rows; row++) {
                if (within[row] > amount[row]) {
                    throw invalid("tax " + within[row] + " in row " + row + " is above the amount " + amount[row]
                            + " that includes it");
                }
            }
        }

        private int[] checkIndex(int[] index, String column, int size) {
            length(index.length, column, rows);
            for (int row = 0; row < rows; row++) {
                if (index[row] < 0 || index[row] >= size) {
                    throw invalid(column + " index " + index[row] + " in row " + row + " is not below " + size);
                }
            }
            return index;
        }

        private long[] sizes(long[] values, String column) {
            length(values.length, column, rows);
            for (int row = 0; row < rows; row++) {
                if (values[row] < 0) {
                    throw invalid(
                            column + " " + values[row] + " in row " + row + " is negative: the kind gives the sign");
                }
            }
            return values;
        }

        private static Days days(int[] values, String column, int length) {
            length(values.length, column, length);
            int first = Integer.MAX_VALUE;
            int last = Integer.MIN_VALUE;
            for (int i = 0; i < length; i++) {
                first = Math.min(first, values[i]);
                last = Math.max(last, values[i]);
                if (values[i] < FIRST_DAY || values[i] > LAST_DAY) {
                    throw invalid(
                            column + " " + values[i] + " at " + i + " is no business date: give days since 1970-01-01");
                }
            }
            return new Days(values, first, last);
        }

        private static IllegalArgumentException invalid(String message) {
            return new IllegalArgumentException(message);
        }

        private static void length(int actual, String column, int expected) {
            Checks.that(
                    actual == expected,
                    () -> "column " + column + (actual <= 0 ? " is missing" : " has " + actual + " values") + ", "
                            + expected + " are needed");
        }
    }
}
