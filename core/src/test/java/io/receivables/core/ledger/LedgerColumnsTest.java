package io.receivables.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.receivables.core.Customer;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerColumnsTest {
    private static final int DAY = (int) LocalDate.parse("2026-03-02").toEpochDay();
    private static final int FIRST = (int) LocalDate.of(1900, 1, 1).toEpochDay();
    private static final int LAST = (int) LocalDate.of(9999, 12, 31).toEpochDay();

    /** Two invoices, of 100 and 200 minor units, due after 30 and 60 days. */
    private static LedgerColumns.Builder two() {
        return LedgerColumns.of(2)
                .currency("EUR")
                .customers(new String[] {"A", "B"}, new int[] {0, 1})
                .issueDays(new int[] {DAY, DAY + 1})
                .dueDays(new int[] {DAY + 30, DAY + 60})
                .minorUnits(new long[] {100, 200});
    }

    // ---- what is needed and what is not

    @Test
    void five_columns_are_enough() {
        LedgerColumns columns = two().build();

        assertThat(columns.rows()).isEqualTo(2);
        assertThat(columns.currencies()).containsExactly(Money.currency("EUR"));
        assertThat(columns.customers()).containsExactly(Customer.of("A"), Customer.of("B"));
        int row = 1;
        assertThat(columns)
                .returns(ItemKind.INVOICE, c -> c.kind(row))
                .returns((byte) 0, c -> c.kindCode(row))
                .returns(true, c -> c.isDebit(row))
                .returns(0, c -> c.currency(row))
                .returns(1, c -> c.customer(row))
                .returns(DAY + 1, c -> c.issueDay(row))
                .returns(DAY + 60, c -> c.dueDay(row))
                .returns(DAY + 1, c -> c.postingDay(row))
                .returns(DAY + 1, c -> c.originDay(row))
                .returns(DAY + 1, c -> c.recordedDay(row))
                .returns(200L, c -> c.amount(row))
                .returns(0L, c -> c.tax(row))
                .returns(false, LedgerColumns::statesTax)
                .returns(1, c -> c.instalment(row))
                .returns("1", c -> c.id(row))
                .returns(0, LedgerColumns::settlements)
                .returns(0, LedgerColumns::disputes)
                .returns(LedgerColumns.NEVER, c -> c.settledFrom(row))
                .returns(0L, LedgerColumns::idSizeInBytes)
                // by row: issue day, due day and settled-from day 3 x 2, amount 4, number 4, settlement start 4 + 1 x 4
                // for the end; accounts A and B: customer 4, currency 1, first days 2 x 4; their runs: account 4, start
                // 4, + 4 for the
                // end;
                // the period 4, the part 2 x 4, its runs 2 x 4;
                // what stands open: by row 8, by run 2 x 4, by part 4
                .returns(2L * 18 + 4 + 2 * 13 + 2 * 8 + 4 + 20 + 2 * 16 + 4, LedgerColumns::sizeInBytes);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> columns.id(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> columns.amount(2));
    }

    @Test
    void every_column_is_told_as_given() {
        LedgerColumns columns = two().currencies(
                        List.of(Money.currency("CAD"), Money.currency("EUR")), new int[] {1, 0})
                .customers(List.of(Customer.of("A", "Acme")), new int[] {0, 0})
                .kinds(new byte[] {2, 1})
                .postingDays(new int[] {DAY + 2, DAY + 3})
                .originDays(new int[] {DAY - 4, DAY + 1})
                .recordedDays(new int[] {DAY + 6, DAY + 7})
                .taxes(new long[] {100, 0})
                .instalments(new int[] {1, 2})
                .ids(new String[] {"G-1", "N-é"})
                .settlements(new int[] {0, 1, 3}, new int[] {DAY + 1, DAY + 2, DAY + 3}, new long[] {10, 20, -20})
                .settlementKinds(new byte[] {1, 0, 0})
                .settlementRecordedDays(new int[] {DAY + 1, DAY + 2, DAY + 9})
                .dispute(1, DAY + 1, DAY + 5, 50)
                .build();

        assertThat(columns)
                .returns(ItemKind.CREDIT_NOTE, c -> c.kind(0))
                .returns(ItemKind.DEBIT_NOTE, c -> c.kind(1))
                .returns(false, c -> c.isDebit(0))
                .returns(true, c -> c.isDebit(1))
                .returns(1, c -> c.currency(0))
                .returns(0, c -> c.currency(1))
                .returns(DAY + 3, c -> c.postingDay(1))
                .returns(DAY - 4, c -> c.originDay(0))
                .returns(DAY + 7, c -> c.recordedDay(1))
                .returns(100L, c -> c.tax(0))
                .returns(true, LedgerColumns::statesTax)
                .returns(2, c -> c.instalment(1))
                .returns("G-1", c -> c.id(0))
                .returns("N-é", c -> c.id(1))
                .returns(1, c -> c.settlementsTo(0) - c.settlementsFrom(0))
                .returns(2, c -> c.settlementsTo(1) - c.settlementsFrom(1))
                .returns(3, LedgerColumns::settlements)
                .returns(DAY + 3, c -> c.settlementDay(c.settlementsFrom(1) + 1))
                .returns(-20L, c -> c.settlementAmount(c.settlementsFrom(1) + 1))
                .returns(SettlementKind.CREDIT, c -> c.settlementKind(c.settlementsFrom(0)))
                .returns((byte) 0, c -> c.settlementKindCode(c.settlementsFrom(1) + 1))
                .returns(DAY + 9, c -> c.settlementRecordedDay(c.settlementsFrom(1) + 1))
                .returns(0, c -> c.disputesTo(0) - c.disputesFrom(0))
                .returns(1, c -> c.disputesTo(1) - c.disputesFrom(1))
                .returns(1, LedgerColumns::disputes)
                .returns(DAY + 1, c -> c.disputeFrom(0))
                .returns(DAY + 5, c -> c.disputeTo(0))
                .returns(50L, c -> c.disputeAmount(0))
                .returns(7L + 2 * 4, LedgerColumns::idSizeInBytes) // G-1 and N-é in UTF-8, and their two ends
                // by row: 2 x (kind 1 + 6 days 12 + amount 4 + tax 4 + instalment 4 + number 4 + settlement start 4), +
                // 4 for the end; settlements 3 x (day 2 + amount 4 + kind 1 + recorded 2); disputes 3 x 4 + 4 + 4 + 8;
                // accounts and what stands open as above
                .returns(2L * 33 + 4 + 3 * 9 + 28 + 2 * 21 + 4 + 20 + 2 * 16 + 4, LedgerColumns::sizeInBytes);
    }

    @Test
    void columns_that_say_nothing_are_not_stored() {
        LedgerColumns.Builder spelledOut = two().currencies(List.of(Money.currency("EUR")), new int[] {0, 0})
                .kinds(new byte[] {0, 0})
                .postingDays(new int[] {DAY, DAY + 1})
                .originDays(new int[] {DAY, DAY + 1})
                .recordedDays(new int[] {DAY, DAY + 1})
                .taxes(new long[] {0, 0})
                .instalments(new int[] {1, 1})
                .settlements(new int[3], new int[0], new long[0])
                .settlementKinds(new byte[0])
                .settlementRecordedDays(new int[0]);
        assertThat(spelledOut.build().sizeInBytes()).isEqualTo(two().build().sizeInBytes());
        assertThat(spelledOut.build().statesTax()).isFalse();

        LedgerColumns settled = two().settlements(new int[] {0, 1, 1}, new int[] {DAY}, new long[] {1})
                .settlementKinds(new byte[] {0})
                .settlementRecordedDays(new int[] {DAY})
                .build();
        assertThat(settled.sizeInBytes()).isEqualTo(two().build().sizeInBytes() + 2 + 4);
        assertThat(settled.settlementKind(0)).isEqualTo(SettlementKind.CASH);
        assertThat(settled.settlementRecordedDay(0)).isEqualTo(DAY);
    }

    @Test
    void a_column_that_says_something_in_its_last_row_is_stored() {
        long usual = two().build().sizeInBytes();
        List<UnaryOperator<LedgerColumns.Builder>> days = List.of(
                b -> b.postingDays(new int[] {DAY, DAY}),
                b -> b.originDays(new int[] {DAY, DAY}),
                b -> b.recordedDays(new int[] {DAY, DAY}));
        List<UnaryOperator<LedgerColumns.Builder>> ints =
                List.of(b -> b.instalments(new int[] {1, 2}), b -> b.taxes(new long[] {0, 1}));
        assertThat(two().kinds(new byte[] {0, 1}).build().sizeInBytes()).isEqualTo(usual + 2);
        assertThat(days)
                .allSatisfy(change ->
                        assertThat(change.apply(two()).build().sizeInBytes()).isEqualTo(usual + 2 * 2));
        assertThat(ints)
                .allSatisfy(change ->
                        assertThat(change.apply(two()).build().sizeInBytes()).isEqualTo(usual + 2 * 4));
    }

    @Test
    void arrays_are_the_callers_again_once_the_columns_are_built() {
        int[] due = {DAY + 30, DAY + 60};
        long[] amounts = {100, 200};
        String[] ids = {"F-1", "F-2"};
        int[] days = {DAY + 2, DAY + 1};
        long[] parts = {1, 2};
        LedgerColumns.Builder builder =
                two().dueDays(due).minorUnits(amounts).ids(ids).settlements(new int[] {0, 2, 2}, days, parts);
        LedgerColumns columns = builder.build();
        assertThat(days).as("sorting is on a copy").containsExactly(DAY + 2, DAY + 1);
        Arrays.fill(due, 0);
        Arrays.fill(amounts, 0);
        Arrays.fill(ids, "");
        Arrays.fill(parts, 0);

        assertThat(columns)
                .returns(DAY + 60, c -> c.dueDay(1))
                .returns(200L, c -> c.amount(1))
                .returns("F-2", c -> c.id(1))
                .returns(2L, c -> c.settlementAmount(0));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("rows -1 is negative", b -> LedgerColumns.of(-1)),
                refusal(
                        "rows 2147483632 are above 2147483631, the most that one set of columns holds: cut them into"
                                + " several ledgers",
                        b -> LedgerColumns.of(LedgerColumns.MOST_ROWS + 1)),
                refusal(
                        "column customer is missing, 2 are needed",
                        b -> LedgerColumns.of(2).currency("EUR").issueDays(new int[] {DAY, DAY})),
                refusal(
                        "column currency is missing, 2 are needed",
                        b -> LedgerColumns.of(2).customers(new String[] {"A"}, new int[2])),
                refusal(
                        "column issue day is missing, 2 are needed",
                        b -> LedgerColumns.of(2).currency("EUR").customers(new String[] {"A"}, new int[2])),
                refusal(
                        "column due day is missing, 2 are needed",
                        b -> LedgerColumns.of(2)
                                .currency("EUR")
                                .customers(new String[] {"A"}, new int[2])
                                .issueDays(new int[] {DAY, DAY})),
                refusal(
                        "column amount is missing, 2 are needed",
                        b -> LedgerColumns.of(2)
                                .currency("EUR")
                                .customers(new String[] {"A"}, new int[2])
                                .issueDays(new int[] {DAY, DAY})
                                .dueDays(new int[] {DAY, DAY})),
                refusal("column issue day has 1 values, 2 are needed", b -> b.issueDays(new int[] {DAY})),
                refusal("column due day has 3 values, 2 are needed", b -> b.dueDays(new int[] {DAY, DAY, DAY})),
                refusal("column posting day has 1 values", b -> b.postingDays(new int[] {DAY})),
                refusal("column origin day has 1 values", b -> b.originDays(new int[] {DAY})),
                refusal("column recorded day has 1 values", b -> b.recordedDays(new int[] {DAY})),
                refusal("column amount has 1 values", b -> b.minorUnits(new long[] {1})),
                refusal("column tax has 1 values", b -> b.taxes(new long[] {1})),
                refusal("column instalment has 1 values", b -> b.instalments(new int[] {1})),
                refusal("column id has 1 values", b -> b.ids(new String[] {"F-1"})),
                refusal("column kind has 1 values", b -> b.kinds(new byte[] {0})),
                refusal("column customer has 1 values", b -> b.customers(new String[] {"A"}, new int[] {0})),
                refusal("column currency has 1 values", b -> b.currencies(List.of(Money.currency("EUR")), new int[1])),
                refusal(
                        "customer index 2 in row 1 is not below 2",
                        b -> b.customers(new String[] {"A", "B"}, new int[] {0, 2})),
                refusal(
                        "customer index -1 in row 0 is not below 1",
                        b -> b.customers(new String[] {"A"}, new int[] {-1, 0})),
                refusal(
                        "currency index 1 in row 0 is not below 1",
                        b -> b.currencies(List.of(Money.currency("EUR")), new int[] {1, 0})),
                refusal(
                        "257 currencies: at most 256 are allowed",
                        b -> b.currencies(Collections.nCopies(257, Money.currency("EUR")), new int[2])),
                refusal("currency \"euro\" is no ISO 4217 code", b -> b.currency("euro")),
                refusal("kind 4 in row 1 is not between 0 and 3", b -> b.kinds(new byte[] {3, 4})),
                refusal("kind -1 in row 0 is not between 0 and 3", b -> b.kinds(new byte[] {-1, 0})),
                refusal(
                        "amount -1 in row 1 is negative: the kind gives the sign",
                        b -> b.minorUnits(new long[] {0, -1})),
                refusal("tax -1 in row 0 is negative", b -> b.taxes(new long[] {-1, 0})),
                refusal(
                        "tax 201 in row 1 is above the amount 200 that includes it",
                        b -> b.taxes(new long[] {100, 201})),
                refusal(
                        "instalment 0 in row 1 is below 1: instalments count from 1",
                        b -> b.instalments(new int[] {1, 0})),
                refusal("id in row 1 is missing or blank", b -> b.ids(new String[] {"F", null})),
                refusal("id in row 0 is missing or blank", b -> b.ids(new String[] {" ", "F"})),
                refusal(
                        "issue day " + (FIRST - 1) + " at 0 is no business date: give days since 1970-01-01",
                        b -> b.issueDays(new int[] {FIRST - 1, DAY})),
                refusal(
                        "due day " + (LAST + 1) + " at 1 is no business date",
                        b -> b.dueDays(new int[] {DAY, LAST + 1})),
                refusal("posting day 20260302 at 1 is no business date", b -> b.postingDays(new int[] {DAY, 20260302})),
                refusal("origin day", b -> b.originDays(new int[] {DAY, LAST + 1})),
                refusal("recorded day", b -> b.recordedDays(new int[] {DAY, LAST + 1})),
                refusal(
                        "column settlement start has 2 values, 3 are needed",
                        b -> b.settlements(new int[2], new int[0], new long[0])),
                refusal(
                        "column settlement amount has 2 values, 1 are needed",
                        b -> b.settlements(new int[] {0, 1, 1}, new int[] {DAY}, new long[2])),
                refusal(
                        "settlement start of row 0 is 1, not 0",
                        b -> b.settlements(new int[] {1, 1, 1}, new int[] {DAY}, new long[] {1})),
                refusal(
                        "settlement start 1 after row 1 is below its start 2",
                        b -> b.settlements(new int[] {0, 2, 1}, new int[] {DAY}, new long[] {1})),
                refusal(
                        "settlement starts end at 1 but there are 2 settlements",
                        b -> b.settlements(new int[] {0, 0, 1}, new int[] {DAY, DAY}, new long[] {1, 1})),
                refusal(
                        "settlement day 99999999 at 0 is no business date",
                        b -> b.settlements(new int[] {0, 1, 1}, new int[] {99999999}, new long[] {1})),
                refusal("settlement kind 5 at 0 is not between 0 and 4", b -> b.settlementKinds(new byte[] {5})),
                refusal("settlement kind -1 at 0 is not between 0 and 4", b -> b.settlementKinds(new byte[] {-1})),
                refusal("column settlement kind has 1 values, 0 are needed", b -> b.settlementKinds(new byte[] {0})),
                refusal(
                        "column settlement recorded day has 1 values, 0 are needed",
                        b -> b.settlementRecordedDays(new int[] {DAY})),
                refusal("settlement recorded day 99999999 at 0", b -> b.settlementRecordedDays(new int[] {99999999})),
                refusal("disputed amount 0 of row 1 is not above zero", b -> b.dispute(1, DAY, DAY, 0)),
                refusal("dispute of row 0 is resolved on day 4, before its first day 5", b -> b.dispute(0, 5, 4, 1)),
                refusal(
                        "dispute day " + (FIRST - 1) + " of row 0 is no business date",
                        b -> b.dispute(0, FIRST - 1, DAY, 1)),
                refusal(
                        "dispute day " + (LAST + 1) + " of row 0 is no business date",
                        b -> b.dispute(0, LAST + 1, LedgerColumns.UNRESOLVED, 1)));
    }

    private static Arguments refusal(String message, UnaryOperator<LedgerColumns.Builder> change) {
        return Arguments.of(message, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void what_does_not_fit_is_refused_with_column_row_and_value(
            String message, UnaryOperator<LedgerColumns.Builder> change) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.apply(two()).build())
                .withMessageStartingWith(message);
    }

    @Test
    void limits_themselves_are_fine() {
        List<Currency> most = Collections.nCopies(256, Money.currency("EUR"));
        LedgerColumns columns = two().issueDays(new int[] {FIRST, LAST})
                .dueDays(new int[] {FIRST, LAST})
                .kinds(new byte[] {0, 3})
                .taxes(new long[] {100, 200})
                .currencies(most, new int[] {127, 255})
                .settlements(new int[] {0, 0, 0}, new int[0], new long[0])
                .dispute(0, FIRST, FIRST, 1)
                .dispute(1, LAST, LedgerColumns.UNRESOLVED, LedgerColumns.WHOLE)
                .build();
        assertThat(columns)
                .returns(127, c -> c.currency(0))
                .returns(255, c -> c.currency(1))
                .returns(FIRST, c -> c.issueDay(0))
                .returns(LAST, c -> c.dueDay(1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> two().dispute(2, DAY, DAY, 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> two().dispute(-1, DAY, DAY, 1));
        assertThat(LedgerColumns.of(0)
                        .currency("EUR")
                        .customers(new String[0], new int[0])
                        .issueDays(new int[0])
                        .dueDays(new int[0])
                        .minorUnits(new long[0])
                        .build()
                        .rows())
                .isZero();
        assertThatNullPointerException().isThrownBy(() -> two().currency(null));
    }

    // ---- open, settled

    private static LedgerColumns one(long size, int[] days, long... amounts) {
        return LedgerColumns.of(1)
                .currency("EUR")
                .customers(new String[] {"A"}, new int[] {0})
                .issueDays(new int[] {DAY})
                .dueDays(new int[] {DAY})
                .minorUnits(new long[] {size})
                .settlements(new int[] {0, days.length}, days, amounts)
                .build();
    }

    @Test
    void open_amount_falls_with_each_settlement() {
        LedgerColumns columns = one(100, new int[] {DAY + 1, DAY + 3}, 60, 40);

        assertThat(open(columns, DAY - 1, DAY + 4)).containsExactly(0L, 100L, 40L, 40L, 0L, 0L);
        assertThat(columns.settledFrom(0)).isEqualTo(DAY + 3);
        assertThat(columns.openAt(0, Integer.MAX_VALUE)).isZero();
        assertThat(columns.openAt(0, Integer.MIN_VALUE)).isZero();
    }

    private static Stream<Long> open(LedgerColumns columns, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(day -> columns.openAt(0, day));
    }

    @Test
    void settlement_that_was_undone_opens_the_row_again() {
        LedgerColumns columns = one(100, new int[] {DAY + 1, DAY + 2, DAY + 4}, 100, -100, 100);
        assertThat(open(columns, DAY, DAY + 4)).containsExactly(100L, 0L, 100L, 100L, 0L);
        assertThat(columns.settledFrom(0)).isEqualTo(DAY + 4);
        assertThat(one(100, new int[] {DAY + 1, DAY + 2}, 100, -100).settledFrom(0))
                .isEqualTo(LedgerColumns.NEVER);
    }

    @Test
    void what_happens_within_a_day_does_not_show() {
        // paid, bounced and paid again on one day
        LedgerColumns columns = one(100, new int[] {DAY + 1, DAY + 2, DAY + 2, DAY + 2}, 60, 40, -40, 40);
        assertThat(columns.settledFrom(0)).isEqualTo(DAY + 2);
        LedgerColumns net = one(100, new int[] {DAY + 1, DAY + 2, DAY + 2}, 100, -100, 100);
        assertThat(net.settledFrom(0)).as("settled at the end of each day").isEqualTo(DAY + 1);
    }

    @Test
    void settlement_before_the_issue_counts_from_the_issue() {
        LedgerColumns columns = one(100, new int[] {DAY - 5, DAY + 1}, 30, 70);
        assertThat(open(columns, DAY - 5, DAY + 1)).containsExactly(0L, 0L, 0L, 0L, 0L, 70L, 0L);
        Ledger ledger = Ledger.ofColumns(columns);
        assertThat(ledger.balance(LocalDate.ofEpochDay(DAY - 5))).isEmpty();
        assertThat(ledger.balance(LocalDate.ofEpochDay(DAY))).containsEntry("EUR", Money.of("0.70", "EUR"));
        LedgerColumns prepaid = one(100, new int[] {DAY - 5}, 100);
        assertThat(prepaid.settledFrom(0)).isEqualTo(DAY);
        assertThat(open(prepaid, DAY - 6, DAY)).containsOnly(0L);
    }

    @Test
    void settlements_beyond_the_size_show_as_a_negative_amount() {
        LedgerColumns columns = one(100, new int[] {DAY + 1, DAY + 2}, 130, -30);
        assertThat(open(columns, DAY, DAY + 2)).containsExactly(100L, -30L, 0L);
        assertThat(columns.settledFrom(0)).isEqualTo(DAY + 2);
        assertThat(columns.disputedAt(0, DAY + 1, -30)).isZero();
        Ledger ledger = Ledger.ofColumns(columns);
        assertThat(ledger.openItems(LocalDate.ofEpochDay(DAY + 1)))
                .singleElement()
                .returns(Money.of("-0.30", "EUR"), OpenItem::open);
        assertThat(ledger.balance(LocalDate.ofEpochDay(DAY + 1))).containsEntry("EUR", Money.of("-0.30", "EUR"));
    }

    @Test
    void row_of_size_zero_is_settled_when_issued_until_something_opens_it() {
        assertThat(one(0, new int[0]).settledFrom(0)).isEqualTo(DAY);
        LedgerColumns columns = one(0, new int[] {DAY + 1, DAY + 2}, -5, 5);
        assertThat(columns.settledFrom(0)).isEqualTo(DAY + 2);
        assertThat(open(columns, DAY, DAY + 2)).containsExactly(0L, 5L, 0L);
    }

    @Test
    void overflow_of_settlements_is_loud() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> one(1, new int[] {DAY, DAY}, -Long.MAX_VALUE, -Long.MAX_VALUE));
    }

    @Test
    void settlements_are_sorted_by_day_and_keep_their_order_within_a_day() {
        LedgerColumns columns = LedgerColumns.of(3)
                .currency("EUR")
                .customers(new String[] {"A"}, new int[3])
                .issueDays(new int[] {DAY, DAY, DAY})
                .dueDays(new int[] {DAY, DAY, DAY})
                .minorUnits(new long[] {100, 100, 100})
                .settlements(
                        new int[] {0, 1, 5, 7},
                        new int[] {DAY + 9, DAY + 3, DAY + 1, DAY + 3, -7, DAY + 2, DAY + 2},
                        new long[] {9, 31, 11, 32, 1, 21, 22})
                .settlementKinds(new byte[] {0, 1, 2, 3, 4, 0, 1})
                .settlementRecordedDays(new int[] {DAY, 31, 11, 32, 10, 21, 22})
                .build();

        assertThat(IntStream.range(0, 7).map(columns::settlementDay))
                .containsExactly(DAY + 9, -7, DAY + 1, DAY + 3, DAY + 3, DAY + 2, DAY + 2);
        assertThat(IntStream.range(0, 7).mapToLong(columns::settlementAmount))
                .containsExactly(9L, 1L, 11L, 31L, 32L, 21L, 22L);
        assertThat(IntStream.range(0, 7).mapToObj(columns::settlementKind))
                .containsExactly(
                        SettlementKind.CASH,
                        SettlementKind.RETURN,
                        SettlementKind.WRITE_OFF,
                        SettlementKind.CREDIT,
                        SettlementKind.REFUND,
                        SettlementKind.CASH,
                        SettlementKind.CREDIT);
        assertThat(IntStream.range(0, 7).map(columns::settlementRecordedDay))
                .containsExactly(DAY, 10, 11, 31, 32, 21, 22);
    }

    @Test
    void a_row_of_very_many_settlements_in_any_order_is_sorted_in_no_time() {
        int count = 200_000;
        int[] days = new Random(7).ints(count, DAY, DAY + 5000).toArray();
        long[] amounts = new long[count];
        Arrays.fill(amounts, 1);
        LedgerColumns columns = one(count, days, amounts);

        assertThat(IntStream.range(1, count)).allMatch(s -> columns.settlementDay(s - 1) <= columns.settlementDay(s));
        assertThat(columns.settledFrom(0)).isEqualTo(Arrays.stream(days).max().orElseThrow());
    }

    // ---- disputes

    @Test
    void disputes_are_grouped_by_row_and_sorted_by_their_first_day() {
        LedgerColumns columns = two().dispute(1, DAY + 5, DAY + 6, 3)
                .dispute(0, DAY + 2, DAY + 3, 2)
                .dispute(1, DAY + 1, LedgerColumns.UNRESOLVED, 1)
                .build();
        assertThat(IntStream.range(0, 2).map(columns::disputesFrom)).containsExactly(0, 1);
        assertThat(IntStream.range(0, 2).map(columns::disputesTo)).containsExactly(1, 3);
        assertThat(IntStream.range(0, 3).map(columns::disputeFrom)).containsExactly(DAY + 2, DAY + 1, DAY + 5);
        assertThat(IntStream.range(0, 3).map(columns::disputeTo))
                .containsExactly(DAY + 3, LedgerColumns.UNRESOLVED, DAY + 6);
        assertThat(IntStream.range(0, 3).mapToLong(columns::disputeAmount)).containsExactly(2L, 1L, 3L);
    }

    @Test
    void contested_is_what_disputes_of_the_day_add_up_to_within_what_is_open() {
        LedgerColumns columns = two().dispute(0, DAY + 1, DAY + 4, 60)
                .dispute(0, DAY + 2, DAY + 3, 30)
                .dispute(1, DAY + 2, LedgerColumns.UNRESOLVED, LedgerColumns.WHOLE)
                .dispute(1, DAY + 2, LedgerColumns.UNRESOLVED, 7)
                .build();
        assertThat(IntStream.rangeClosed(DAY, DAY + 4).mapToLong(day -> columns.disputedAt(0, day, 100)))
                .containsExactly(0L, 60L, 90L, 60L, 0L);
        assertThat(columns.disputedAt(0, DAY + 2, 90)).isEqualTo(90);
        assertThat(columns.disputedAt(0, DAY + 2, 89)).isEqualTo(89);
        assertThat(columns.disputedAt(0, DAY + 2, 59)).isEqualTo(59);
        assertThat(columns.disputedAt(0, DAY + 2, 0)).isZero();
        assertThat(columns.disputedAt(1, DAY + 1, 200)).isZero();
        assertThat(columns.disputedAt(1, LAST, 200)).isEqualTo(200);
        assertThat(two().build().disputedAt(0, DAY, 100)).isZero();
    }

    // ---- known on

    @Test
    void known_on_leaves_out_rows_and_settlements_recorded_later() {
        LedgerColumns columns = two().ids(new String[] {"F-1", "F-2"})
                .kinds(new byte[] {0, 1})
                .postingDays(new int[] {DAY + 1, DAY + 2})
                .originDays(new int[] {DAY - 1, DAY - 2})
                .recordedDays(new int[] {DAY + 3, DAY + 5})
                .taxes(new long[] {10, 20})
                .instalments(new int[] {1, 2})
                .settlements(new int[] {0, 1, 3}, new int[] {DAY + 1, DAY + 1, DAY + 2}, new long[] {1, 2, 3})
                .settlementKinds(new byte[] {1, 2, 3})
                .settlementRecordedDays(new int[] {DAY + 9, DAY + 5, DAY + 6})
                .dispute(0, DAY, DAY + 1, 5)
                .dispute(1, DAY + 2, DAY + 3, 6)
                .build();

        assertThat(columns.knownOn(DAY + 2).rows()).isZero();
        LedgerColumns first = columns.knownOn(DAY + 4);
        assertThat(first)
                .returns(1, LedgerColumns::rows)
                .returns("F-1", c -> c.id(0))
                .returns(0, LedgerColumns::settlements)
                .returns(1, LedgerColumns::disputes)
                .returns(columns.customers(), LedgerColumns::customers);
        LedgerColumns second = columns.knownOn(DAY + 5);
        assertThat(second)
                .returns(2, LedgerColumns::rows)
                .returns(1, LedgerColumns::settlements)
                .returns(2L, c -> c.settlementAmount(0))
                .returns(DAY + 1, c -> c.settlementDay(0))
                .returns(DAY + 5, c -> c.settlementRecordedDay(0))
                .returns(SettlementKind.WRITE_OFF, c -> c.settlementKind(0))
                .returns(ItemKind.DEBIT_NOTE, c -> c.kind(1))
                .returns(DAY + 2, c -> c.postingDay(1))
                .returns(DAY - 2, c -> c.originDay(1))
                .returns(DAY + 5, c -> c.recordedDay(1))
                .returns(DAY + 1, c -> c.issueDay(1))
                .returns(DAY + 60, c -> c.dueDay(1))
                .returns(20L, c -> c.tax(1))
                .returns(200L, c -> c.amount(1))
                .returns(2, c -> c.instalment(1))
                .returns(1, c -> c.customer(1))
                .returns(2, LedgerColumns::disputes)
                .returns(6L, c -> c.disputeAmount(1));
        assertThat(columns.knownOn(DAY + 9).sizeInBytes()).isEqualTo(columns.sizeInBytes());
        assertThat(two().build().knownOn(LAST).idSizeInBytes()).isZero();
    }

    // ---- codes

    @Test
    void codes_of_kinds_are_pinned() {
        assertThat(ItemKind.values()).extracting(ItemKind::code).containsExactly((byte) 0, (byte) 1, (byte) 2, (byte)
                3);
        assertThat(ItemKind.values())
                .extracting(ItemKind::factKind)
                .containsExactly(FactKind.INVOICE, FactKind.DEBIT_NOTE, FactKind.CREDIT_NOTE, FactKind.PAYMENT);
        assertThat(ItemKind.values()).extracting(ItemKind::isDebit).containsExactly(true, true, false, false);
        assertThat(ItemKind.values())
                .allSatisfy(kind -> assertThat(ItemKind.ofCode(kind.code())).isEqualTo(kind));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemKind.ofCode(4))
                .withMessage("item kind 4 is not between 0 and 3");
        assertThatIllegalArgumentException().isThrownBy(() -> ItemKind.ofCode(-1));

        assertThat(SettlementKind.values())
                .extracting(SettlementKind::code)
                .containsExactly((byte) 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
        assertThat(SettlementKind.values())
                .allSatisfy(
                        kind -> assertThat(SettlementKind.ofCode(kind.code())).isEqualTo(kind));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettlementKind.ofCode(5))
                .withMessage("settlement kind 5 is not between 0 and 4");
        assertThatIllegalArgumentException().isThrownBy(() -> SettlementKind.ofCode(-1));
    }

    @Test
    void ids_of_any_length_and_script_are_kept() {
        int rows = 2000;
        String[] ids = IntStream.range(0, rows)
                .mapToObj(row -> row % 3 == 0 ? "№" + row : "x".repeat(1 + row % 50) + row)
                .toArray(String[]::new);
        int[] zeros = new int[rows];
        LedgerColumns columns = LedgerColumns.of(rows)
                .currency("EUR")
                .customers(new String[] {"A"}, zeros)
                .issueDays(zeros)
                .dueDays(zeros)
                .minorUnits(new long[rows])
                .ids(ids)
                .build();
        assertThat(IntStream.range(0, rows).mapToObj(columns::id)).containsExactly(ids);
    }
}
