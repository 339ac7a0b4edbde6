package io.receivables.metrics.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Aging over a ledger that is kept in several periods and parts, against sums over its rows one by one. */
class LargeLedgerTest {
    private static final int ROWS = 120_000;
    private static final int CUSTOMERS = 6_000;
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final List<LocalDate> DATES = List.of(
            LocalDate.parse("2023-12-31"),
            LocalDate.parse("2024-06-30"),
            LocalDate.parse("2025-03-14"),
            LocalDate.parse("2026-08-31"),
            LocalDate.parse("2030-01-01"));
    private static final BucketScheme WITHOUT_A_BOUND_AT_ZERO = BucketScheme.ofUpperBounds(-10, 20, 5_000);

    /** With settlements beyond the size of what they settle. */
    private static Ledger ledger;

    /** Without: so that what stands open at the end is known of every part. */
    private static Ledger tidy;

    private static ExecutorService executor;

    private record Line(String group, String currency, int bucket, boolean credit) {}

    @BeforeAll
    static void make() {
        executor = Executors.newFixedThreadPool(2);
        ledger = ledger(120_000);
        tidy = ledger(0);
    }

    private static Ledger ledger(int mostSettled) {
        Random random = new Random(7);
        int first = (int) FIRST.toEpochDay();
        int[] customer = new int[ROWS];
        int[] currency = new int[ROWS];
        byte[] kind = new byte[ROWS];
        int[] issued = new int[ROWS];
        int[] due = new int[ROWS];
        long[] amount = new long[ROWS];
        int[] start = new int[ROWS + 1];
        int[] day = new int[2 * ROWS];
        long[] settled = new long[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            customer[row] = random.nextInt(CUSTOMERS);
            currency[row] = random.nextInt(2);
            kind[row] = (byte) (random.nextInt(10) == 0 ? random.nextInt(4) : 0);
            issued[row] = first + random.nextInt(900);
            due[row] = issued[row] + random.nextInt(60);
            amount[row] = 1L + random.nextInt(100_000);
            start[row + 1] = start[row];
            if (random.nextInt(10) > 0) {
                long part = random.nextInt(3) > 0
                        ? amount[row]
                        : mostSettled == 0 ? random.nextLong(amount[row]) : random.nextInt(mostSettled);
                day[start[row + 1]] = issued[row] - 2 + random.nextInt(90);
                settled[start[row + 1]++] = part;
                if (part < amount[row] && random.nextBoolean()) {
                    day[start[row + 1]] = issued[row] + 90 + random.nextInt(90);
                    settled[start[row + 1]++] = amount[row] - part;
                }
            }
        }
        return Ledger.ofColumns(LedgerColumns.of(ROWS)
                .currencies(List.of(Money.currency("CAD"), Money.currency("EUR")), currency)
                .customers(
                        IntStream.range(0, CUSTOMERS)
                                .mapToObj(c -> Customer.of("C" + c).inSegment("S" + c % 7))
                                .toList(),
                        customer)
                .kinds(kind)
                .issueDays(issued)
                .dueDays(due)
                .minorUnits(amount)
                .settlements(start, Arrays.copyOf(day, start[ROWS]), Arrays.copyOf(settled, start[ROWS]))
                .build());
    }

    @AfterAll
    static void close() {
        executor.shutdownNow();
    }

    @Test
    void lines_are_the_sums_of_their_rows() {
        for (LocalDate date : DATES) {
            AgingOptions options = AgingOptions.standard(date);
            assertLinesAreSums(ledger, options.perCustomer());
            assertLinesAreSums(ledger, options.per(Grouping.attribute(Customer.SEGMENT)));
            assertLinesAreSums(
                    ledger, options.perCustomer().by(AgingBasis.INVOICE_DATE).into(WITHOUT_A_BOUND_AT_ZERO));
            assertLinesAreSums(tidy, options.perCustomer());
        }
    }

    private static void assertLinesAreSums(Ledger ledger, AgingOptions options) {
        AgedBalance balance = Aging.of(ledger, options, Workers.on(executor, 3));
        Map<Line, Long> actual = new HashMap<>();
        for (AgedLine line : balance.groups()) {
            for (int b = 0; b < line.buckets().size(); b++) {
                AgedBucket bucket = line.buckets().get(b);
                String currency = line.currency().getCurrencyCode();
                put(
                        actual,
                        new Line(line.group(), currency, b, false),
                        bucket.amount().minorUnits());
                put(
                        actual,
                        new Line(line.group(), currency, b, true),
                        bucket.credits().minorUnits());
            }
        }
        assertThat(differences(actual, sums(ledger, options))).isEmpty();
        assertThat(balance.footing().holds()).isTrue();
        assertOldestItems(ledger, options, balance);
    }

    private static void assertOldestItems(Ledger ledger, AgingOptions options, AgedBalance balance) {
        LedgerColumns columns = ledger.columns();
        int asOf = (int) options.asOf().toEpochDay();
        Map<String, OldestItem> oldest = new HashMap<>();
        Map<String, Integer> items = new HashMap<>();
        for (int row = 0; row < ROWS; row++) {
            if (columns.isDebit(row) && columns.openAt(row, asOf) > 0) {
                int since = options.basis() == AgingBasis.DUE_DATE ? columns.dueDay(row) : columns.issueDay(row);
                OldestItem item = new OldestItem(columns.id(row), 1, LocalDate.ofEpochDay(since));
                String currency =
                        columns.currencies().get(columns.currency(row)).getCurrencyCode();
                String group =
                        options.grouping().key().apply(columns.customers().get(columns.customer(row)));
                for (String line : List.of(currency, currency + " " + group)) {
                    oldest.merge(line, item, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                    items.merge(line, 1, Integer::sum);
                }
            }
        }
        for (String currency : balance.currencies()) {
            assertThat(balance.in(currency).oldest().orElse(null)).isEqualTo(oldest.get(currency));
            assertThat(balance.in(currency).openItems()).isEqualTo(items.getOrDefault(currency, 0));
        }
        Map<String, OldestItem> told = new HashMap<>();
        Map<String, Integer> counted = new HashMap<>();
        for (AgedLine line : balance.groups()) {
            String key = line.currency().getCurrencyCode() + " " + line.group();
            line.oldest().ifPresent(item -> told.put(key, item));
            counted.put(key, line.openItems());
        }
        oldest.keySet().removeAll(balance.currencies());
        items.keySet().removeAll(balance.currencies());
        counted.values().removeIf(count -> count == 0);
        assertThat(differences(told, oldest)).isEmpty();
        assertThat(differences(counted, items)).isEmpty();
    }

    /** A few of the keys whose values differ. */
    private static <K, V> List<String> differences(Map<K, V> actual, Map<K, V> expected) {
        Set<K> keys = new HashSet<>(actual.keySet());
        keys.addAll(expected.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(actual.get(key), expected.get(key)))
                .limit(5)
                .map(key -> key + ": " + actual.get(key) + ", expected " + expected.get(key))
                .toList();
    }

    private static Map<Line, Long> sums(Ledger ledger, AgingOptions options) {
        LedgerColumns columns = ledger.columns();
        int asOf = (int) options.asOf().toEpochDay();
        Map<Line, Long> sums = new HashMap<>();
        for (int row = 0; row < ROWS; row++) {
            long open = columns.openAt(row, asOf);
            int since = options.basis() == AgingBasis.DUE_DATE ? columns.dueDay(row) : columns.issueDay(row);
            boolean credit = open < 0 || !columns.isDebit(row);
            Line line = new Line(
                    options.grouping().key().apply(columns.customers().get(columns.customer(row))),
                    columns.currencies().get(columns.currency(row)).getCurrencyCode(),
                    bucket(options.buckets(), asOf - since),
                    credit);
            // a credit note or payment that is settled beyond its size is less of a credit
            put(sums, line, credit && columns.isDebit(row) ? -open : open);
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static int bucket(BucketScheme scheme, int age) {
        return IntStream.range(0, scheme.size())
                .filter(b -> age <= scheme.buckets().get(b).to())
                .findFirst()
                .orElseThrow();
    }

    private static void put(Map<Line, Long> sums, Line line, long amount) {
        if (amount != 0) {
            sums.merge(line, amount, Long::sum);
        }
    }

    @Test
    void one_pass_for_many_dates_gives_what_one_for_each_date_gives() {
        for (AgingOptions options : List.of(
                AgingOptions.standard(FIRST),
                AgingOptions.standard(FIRST).perCustomer(),
                AgingOptions.standard(FIRST).perCustomer().withCredits(CreditTreatment.OLDEST_FIRST),
                AgingOptions.standard(FIRST).into(WITHOUT_A_BOUND_AT_ZERO))) {
            for (Ledger each : List.of(ledger, tidy)) {
                SortedMap<LocalDate, AgedBalance> atDates = Aging.atDates(each, DATES, options, Workers.caller());
                assertThat(atDates.keySet()).containsExactlyElementsOf(DATES);
                atDates.forEach((date, balance) -> {
                    AgedBalance alone = Aging.of(each, options.asOf(date));
                    assertThat(balance.equals(alone)).as(date.toString()).isTrue();
                    assertThat(balance.groups().equals(alone.groups())).isTrue();
                });
            }
        }
    }

    @Test
    void dates_may_be_many_and_far_apart() {
        AgingOptions options = AgingOptions.standard(FIRST);
        List<LocalDate> dates = new ArrayList<>(List.of(LocalDate.parse("-0999-01-01"), LocalDate.of(900_000, 1, 1)));
        IntStream.range(0, 150).mapToObj(week -> FIRST.plusWeeks(week)).forEach(dates::add);
        SortedMap<LocalDate, AgedBalance> atDates = Aging.atDates(ledger, dates, options, Workers.on(executor, 2));
        assertThat(atDates.keySet()).containsExactlyInAnyOrderElementsOf(dates);
        atDates.forEach((date, balance) -> assertThat(balance.equals(Aging.of(ledger, options.asOf(date))))
                .as(date.toString())
                .isTrue());
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        AgingOptions options = AgingOptions.standard(DATES.get(3)).perCustomer();
        AgedBalance alone = Aging.of(ledger, options);
        for (int threads = 2; threads <= 3; threads++) {
            AgedBalance together = Aging.of(ledger, options, Workers.on(executor, threads));
            assertThat(together.equals(alone)).isTrue();
            assertThat(together.in("CAD")).isEqualTo(alone.in("CAD"));
        }
    }

    @Test
    void a_pass_that_is_not_wanted_any_more_stops() {
        AtomicInteger asked = new AtomicInteger();
        Workers workers = Workers.on(executor, 2).cancelledBy(() -> asked.incrementAndGet() > 3);
        assertThatThrownBy(() -> Aging.of(ledger, AgingOptions.standard(DATES.get(3)), workers))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void there_is_at_least_one_date() {
        assertThatThrownBy(() -> Aging.atDates(ledger, List.of(), AgingOptions.standard(FIRST), Workers.caller()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dates are empty: give at least one");
    }
}
