package io.receivables.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order in which columns are kept, of ledgers that are large enough for several periods and parts. */
class AccountsTest {
    private static final int ROWS = 150_000;
    private static final int DAY = (int) LocalDate.parse("2024-01-01").toEpochDay();
    private static final int DAYS = 1_000;

    /** Columns by row, at random. */
    private static final class Given {
        final int[] customer = new int[ROWS];
        final int[] currency = new int[ROWS];
        final byte[] kind = new byte[ROWS];
        final int[] issued = new int[ROWS];
        final int[] due = new int[ROWS];
        final long[] amount = new long[ROWS];
        final int[] start = new int[ROWS + 1];
        final int[] day;
        final long[] settled;

        Given(long seed, int farOffDay, long largeAmount) {
            Random random = new Random(seed);
            int[] days = new int[2 * ROWS];
            long[] amounts = new long[2 * ROWS];
            for (int row = 0; row < ROWS; row++) {
                customer[row] = (int) (300 * Math.pow(random.nextDouble(), 3));
                currency[row] = random.nextInt(100) < 90 ? 0 : random.nextInt(70);
                kind[row] = (byte) (random.nextInt(20) == 0 ? 2 + random.nextInt(2) : 0);
                issued[row] = DAY + (int) ((long) row * DAYS / ROWS);
                due[row] = random.nextInt(50_000) == 0 ? farOffDay : issued[row] + random.nextInt(90);
                amount[row] = random.nextInt(20_000) == 0 ? largeAmount : random.nextInt(100_000);
                int at = start[row];
                int settlements = random.nextInt(3);
                for (int s = 0; s < settlements; s++) {
                    days[at] = issued[row] + 40 * s + random.nextInt(40);
                    amounts[at++] = s == 1 || random.nextBoolean() ? amount[row] - (s == 1 ? amounts[at - 2] : 0) : 0;
                }
                start[row + 1] = at;
            }
            day = Arrays.copyOf(days, start[ROWS]);
            settled = Arrays.copyOf(amounts, start[ROWS]);
        }

        LedgerColumns columns(Workers workers) {
            return LedgerColumns.of(ROWS)
                    .currencies(
                            IntStream.range(0, 70)
                                    .mapToObj(c -> Money.currency(c % 2 == 0 ? "EUR" : "CAD"))
                                    .toList(),
                            currency)
                    .customers(
                            IntStream.range(0, 300)
                                    .mapToObj(c -> Customer.of("C" + c))
                                    .toList(),
                            customer)
                    .kinds(kind)
                    .issueDays(issued)
                    .dueDays(due)
                    .minorUnits(amount)
                    .settlements(start, day, settled)
                    .build(workers);
        }
    }

    @Test
    void rows_are_told_as_given_in_narrow_columns_and_in_wide_ones() {
        for (Given given : List.of(
                new Given(1, DAY, 1L << 31),
                new Given(2, (int) LocalDate.parse("9999-12-31").toEpochDay(), Long.MAX_VALUE / ROWS))) {
            LedgerColumns columns = given.columns(Workers.caller());
            for (int row = 0; row < ROWS; row++) {
                assertThat(columns.customer(row)).isEqualTo(given.customer[row]);
                assertThat(columns.currency(row)).isEqualTo(given.currency[row]);
                assertThat(columns.kindCode(row)).isEqualTo(given.kind[row]);
                assertThat(columns.issueDay(row)).isEqualTo(given.issued[row]);
                assertThat(columns.dueDay(row)).isEqualTo(given.due[row]);
                assertThat(columns.amount(row)).isEqualTo(given.amount[row]);
                int count = given.start[row + 1] - given.start[row];
                assertThat(columns.settlementsTo(row) - columns.settlementsFrom(row))
                        .isEqualTo(count);
                for (int s = 0; s < count; s++) {
                    int at = columns.settlementsFrom(row) + s;
                    assertThat(columns.settlementDay(at)).isEqualTo(given.day[given.start[row] + s]);
                    assertThat(columns.settlementAmount(at)).isEqualTo(given.settled[given.start[row] + s]);
                }
            }
        }
    }

    @Test
    void every_row_is_in_one_run_of_its_account_and_what_was_settled_last_comes_first() {
        Given given = new Given(3, DAY, 7);
        Accounts accounts = given.columns(Workers.caller()).accounts();
        BitSet seen = new BitSet();
        int previousPeriod = Integer.MAX_VALUE;
        assertThat(accounts.periods()).as("periods").isGreaterThan(2);
        assertThat(accounts.parts()).as("parts").isGreaterThan(10);
        for (int period = 0; period < accounts.periods(); period++) {
            assertThat(accounts.settledBy(period)).isLessThanOrEqualTo(previousPeriod);
            for (int part = 0; part < accounts.parts(); part++) {
                int previousAccount = accounts.firstAccount(part) - 1;
                for (int run = accounts.firstRun(period, part); run < accounts.endRun(period, part); run++) {
                    int account = accounts.account(run);
                    assertThat(account).isGreaterThan(previousAccount).isLessThan(accounts.firstAccount(part + 1));
                    int previous = accounts.settledBy(period);
                    for (int place = accounts.start(run); place < accounts.end(run); place++) {
                        int row = accounts.row(place);
                        assertThat(seen.get(row)).isFalse();
                        seen.set(row);
                        assertThat(accounts.accountAt(place)).isEqualTo(account);
                        assertThat(accounts.customer(account)).isEqualTo(given.customer[row]);
                        assertThat(accounts.currency(account)).isEqualTo(given.currency[row]);
                        assertThat(accounts.settledFrom(place)).isLessThanOrEqualTo(previous);
                        previous = accounts.settledFrom(place);
                    }
                    previousAccount = account;
                }
            }
            previousPeriod = accounts.settledBy(period) - 1;
        }
        assertThat(seen.cardinality()).isEqualTo(ROWS);
    }

    @Test
    void what_stands_open_is_what_was_never_settled_in_the_order_of_due_days() {
        Given given = new Given(5, DAY + 2_000, 1L << 40);
        Accounts accounts = given.columns(Workers.caller()).accounts();
        Standing standing = accounts.standing();
        long places = 0;
        for (int part = 0; part < accounts.parts(); part++) {
            for (int run = accounts.firstRun(0, part); run < accounts.endRun(0, part); run++) {
                int debitsEnd = standing.debitsEnd(run);
                long sum = 0;
                for (int place = accounts.start(run); place < accounts.end(run); place++) {
                    boolean never = accounts.settledFrom(place) == LedgerColumns.NEVER;
                    assertThat(place < standing.end(run)).isEqualTo(never);
                    assertThat(place < debitsEnd).isEqualTo(never && accounts.isDebit(place));
                    if (place < debitsEnd) {
                        long open = accounts.openAt(place, DAY + 10_000);
                        assertThat(standing.open(run, place, place + 1)).isEqualTo(open);
                        sum += open;
                        assertThat(standing.open(run, accounts.start(run), place + 1))
                                .isEqualTo(sum);
                        assertThat(place == accounts.start(run) || accounts.dueDay(place - 1) <= accounts.dueDay(place))
                                .isTrue();
                    }
                }
                assertThat(standing.open(run, debitsEnd, debitsEnd)).isZero();
                places += standing.end(run) - accounts.start(run);
            }
        }
        assertThat(places)
                .isEqualTo(IntStream.range(0, ROWS)
                        .filter(place -> accounts.settledFrom(place) == LedgerColumns.NEVER)
                        .count())
                .isGreaterThan(ROWS / 20);
    }

    @Test
    void the_first_days_of_an_account_are_those_of_its_rows_and_of_its_documents() {
        Given given = new Given(6, DAY, 7);
        Accounts accounts = given.columns(Workers.caller()).accounts();
        int[] any = new int[accounts.count()];
        int[] document = new int[accounts.count()];
        Arrays.fill(any, LedgerColumns.NEVER);
        Arrays.fill(document, LedgerColumns.NEVER);
        for (int place = 0; place < ROWS; place++) {
            int account = accounts.accountAt(place);
            int issued = accounts.issueDay(place);
            any[account] = Math.min(any[account], issued);
            if (accounts.kindCode(place) != ItemKind.PAYMENT.code()) {
                document[account] = Math.min(document[account], issued);
            }
        }
        for (int account = 0; account < accounts.count(); account++) {
            assertThat(accounts.firstIssue(account)).isEqualTo(any[account]);
            assertThat(accounts.firstDocument(account)).isEqualTo(document[account]);
        }
        assertThat(any).isNotEqualTo(document);
    }

    @Test
    void nothing_is_settled_before_it_was_issued() {
        Accounts accounts =
                two(100, new long[] {100}, new int[] {0, 0, 1}, DAY - 9).accounts();
        assertThat(IntStream.range(0, 2).map(accounts::settledFrom))
                .containsExactlyInAnyOrder(LedgerColumns.NEVER, DAY + 1);
    }

    @Test
    void what_stands_open_is_so_from_the_last_day_of_a_part_on() {
        int[] settledBeyond = {0, 1, 1};
        Accounts accounts = two(100, new long[] {0}, settledBeyond, DAY + 9).accounts();
        assertThat(accounts.standing().isAt(0, DAY + 8)).isFalse();
        assertThat(accounts.standing().isAt(0, DAY + 9)).isTrue();
        assertThat(accounts.standing().isAt(0, DAY + 10)).isTrue();
        Accounts overpaid = two(100, new long[] {101}, settledBeyond, DAY + 9).accounts();
        assertThat(overpaid.standing().isAt(0, DAY + 10))
                .as("a debit item settled beyond its size")
                .isFalse();
        Accounts huge =
                two(Long.MAX_VALUE, new long[] {0}, settledBeyond, DAY + 9).accounts();
        assertThat(huge.standing().isAt(0, DAY + 10)).as("more than 64 bits").isFalse();
    }

    /** Two invoices of one customer, the first of them settled on a day. */
    private static LedgerColumns two(long amount, long[] settled, int[] start, int settledOn) {
        return LedgerColumns.of(2)
                .currencies(List.of(Money.currency("EUR")), new int[2])
                .customers(List.of(Customer.of("A")), new int[2])
                .issueDays(new int[] {DAY, DAY + 1})
                .dueDays(new int[] {DAY + 30, DAY + 31})
                .minorUnits(new long[] {amount, amount})
                .settlements(start, new int[] {settledOn}, settled)
                .build();
    }

    @Test
    void the_order_is_the_same_for_any_number_of_threads() {
        Given given = new Given(4, DAY, 1L << 40);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Accounts alone = given.columns(Workers.caller()).accounts();
            Accounts together = given.columns(Workers.on(executor, 3)).accounts();
            assertThat(together.sizeInBytes()).isEqualTo(alone.sizeInBytes());
            for (int place = 0; place < ROWS; place++) {
                assertThat(together.row(place)).isEqualTo(alone.row(place));
                assertThat(together.amount(place)).isEqualTo(alone.amount(place));
                assertThat(together.settledFrom(place)).isEqualTo(alone.settledFrom(place));
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
