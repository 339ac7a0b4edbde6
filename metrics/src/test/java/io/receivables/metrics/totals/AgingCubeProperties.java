package io.receivables.metrics.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.aging.AgedBalance;
import io.receivables.metrics.aging.AgedBucket;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import io.receivables.metrics.aging.Bucket;
import io.receivables.metrics.aging.BucketScheme;
import io.receivables.metrics.internal.TestLedgers;
import io.receivables.testkit.BulkLedgers;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the cube of every ledger: it says what the aging engine says. */
class AgingCubeProperties {
    private static final Workers THREE = Workers.on(task -> new Thread(task).start(), 3);

    @Provide
    Arbitrary<Ledger> ledgers() {
        return Arbitraries.oneOf(
                TestLedgers.ledgers(),
                row().list().ofMaxSize(12).map(AgingCubeProperties::ledger),
                row().list().ofMaxSize(4).map(AgingCubeProperties::ledger));
    }

    /** A row as columns may have it: settled before it was issued, beyond its size, and opened again. */
    private record Row(int kind, int currency, int issued, int due, long amount, List<Settled> settled) {}

    private record Settled(int day, long amount) {}

    private static Arbitrary<Row> row() {
        Arbitrary<Settled> settled = Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.longs().between(-150, 150))
                .as(Settled::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(-20, 150),
                        Arbitraries.longs().between(0, 100),
                        settled.list().ofMaxSize(5))
                .as(Row::new);
    }

    private static Ledger ledger(List<Row> rows) {
        List<Settled> settled =
                rows.stream().flatMap(row -> row.settled.stream()).toList();
        int[] starts = new int[rows.size() + 1];
        byte[] kinds = new byte[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            starts[row + 1] = starts[row] + rows.get(row).settled.size();
            kinds[row] = (byte) rows.get(row).kind;
        }
        return Ledger.ofColumns(LedgerColumns.of(rows.size())
                .currencies(
                        List.of(Money.currency("EUR"), Money.currency("JPY"), Money.currency("EUR")),
                        ints(rows, Row::currency))
                .customers(List.of(Customer.of("ACME")), new int[rows.size()])
                .kinds(kinds)
                .issueDays(ints(rows, Row::issued))
                .dueDays(ints(rows, Row::due))
                .minorUnits(rows.stream().mapToLong(Row::amount).toArray())
                .settlements(
                        starts,
                        ints(settled, Settled::day),
                        settled.stream().mapToLong(Settled::amount).toArray())
                .build());
    }

    private static <T> int[] ints(List<T> of, ToIntFunction<T> value) {
        return of.stream().mapToInt(value).toArray();
    }

    @Provide
    Arbitrary<BucketScheme> schemes() {
        return Arbitraries.oneOf(
                Arbitraries.just(BucketScheme.standard()),
                Arbitraries.integers().between(1, 10).map(BucketScheme::weekly),
                Arbitraries.integers()
                        .between(-120, 400)
                        .set()
                        .ofMaxSize(8)
                        .map(bounds -> BucketScheme.ofUpperBounds(new TreeSet<>(bounds)
                                .stream().mapToInt(Integer::intValue).toArray())));
    }

    /** The days on which anything of a ledger turns, their eves and their morrows. */
    private static NavigableSet<LocalDate> turningDays(Ledger ledger) {
        LedgerColumns columns = ledger.columns();
        IntStream days = IntStream.concat(
                IntStream.range(0, columns.rows())
                        .flatMap(row -> IntStream.of(columns.issueDay(row), columns.dueDay(row))),
                IntStream.range(0, columns.settlements()).map(columns::settlementDay));
        NavigableSet<LocalDate> dates = new TreeSet<>(List.of(LocalDate.EPOCH));
        days.forEach(day -> IntStream.rangeClosed(day - 1, day + 1)
                .mapToObj(LocalDate::ofEpochDay)
                .forEach(dates::add));
        return dates;
    }

    private static Map<Bucket, Money> expected(
            AgedBalance balance, Currency currency, Function<AgedBucket, Money> amount) {
        Map<Bucket, Money> expected = new LinkedHashMap<>();
        balance.options().buckets().buckets().forEach(bucket -> expected.put(bucket, Money.zero(currency)));
        if (balance.currencies().contains(currency.getCurrencyCode())) {
            balance.in(currency.getCurrencyCode())
                    .buckets()
                    .forEach(bucket -> expected.put(bucket.bucket(), amount.apply(bucket)));
        }
        return expected;
    }

    private static void assertSays(AgingCube cube, LocalDate date, AgedBalance balance) {
        BucketScheme scheme = balance.options().buckets();
        for (Currency currency : cube.currencies()) {
            String code = currency.getCurrencyCode();
            assertThat(cube.debits(code, date, scheme))
                    .as("debits of %s on %s", code, date)
                    .containsExactlyEntriesOf(expected(balance, currency, AgedBucket::amount));
            assertThat(cube.credits(code, date, scheme))
                    .as("credits of %s on %s", code, date)
                    .containsExactlyEntriesOf(expected(balance, currency, AgedBucket::credits));
            if (balance.currencies().contains(code)) {
                assertThat(cube.net(code, date)).isEqualTo(balance.in(code).net());
                assertThat(cube.overdue(code, date)).isEqualTo(balance.in(code).overdue());
            }
        }
    }

    @Property
    void cube_says_on_every_day_what_the_engine_says(
            @ForAll("ledgers") Ledger ledger, @ForAll("schemes") BucketScheme scheme) {
        AgingCube cube = AgingCube.of(ledger);
        AgingOptions options = AgingOptions.standard(LocalDate.EPOCH).into(scheme);

        assertThat(cube.isIndexed()).isTrue();
        assertThat(cube.currencies())
                .containsOnlyOnceElementsOf(ledger.columns().currencies());
        Aging.atDates(ledger, turningDays(ledger), options, Workers.caller())
                .forEach((date, balance) -> assertSays(cube, date, balance));
    }

    @Property
    void threads_change_nothing(@ForAll("ledgers") Ledger ledger) {
        AgingCube one = AgingCube.of(ledger);
        AgingCube three = AgingCube.of(ledger, THREE);

        assertThat(three.sizeInBytes()).isEqualTo(one.sizeInBytes());
        for (LocalDate date : turningDays(ledger)) {
            for (Currency currency : one.currencies()) {
                String code = currency.getCurrencyCode();
                BucketScheme scheme = BucketScheme.weekly(10);
                assertThat(three.debits(code, date, scheme)).isEqualTo(one.debits(code, date, scheme));
                assertThat(three.credits(code, date, scheme)).isEqualTo(one.credits(code, date, scheme));
            }
        }
    }

    @Property
    void cube_without_sums_says_the_same(
            @ForAll("ledgers") Ledger ledger, @ForAll("schemes") BucketScheme scheme, @ForAll int any) {
        AgingCube scanning = AgingCube.of(ledger, 0, Workers.caller());
        LocalDate date = anyOf(turningDays(ledger), any);

        assertThat(scanning.isIndexed()).isEqualTo(ledger.columns().currencies().isEmpty());
        assertSays(scanning, date, Aging.of(ledger, AgingOptions.standard(date).into(scheme)));
    }

    private static LocalDate anyOf(NavigableSet<LocalDate> dates, int any) {
        return List.copyOf(dates).get(Math.floorMod(any, dates.size()));
    }

    @Property
    void range_of_due_days_has_what_its_items_have(
            @ForAll("ledgers") Ledger ledger, @ForAll int any, @ForAll int oneEnd, @ForAll int otherEnd) {
        LocalDate date = anyOf(turningDays(ledger), any);
        LocalDate from = anyOf(turningDays(ledger), oneEnd);
        LocalDate to = anyOf(turningDays(ledger), otherEnd);
        NavigableSet<LocalDate> range = new TreeSet<>(List.of(from, to));
        List<OpenItem> due = ledger.openItems(date).stream()
                .filter(item -> !item.dueDate().isBefore(range.first())
                        && !item.dueDate().isAfter(range.last()))
                .toList();

        for (AgingCube cube : List.of(AgingCube.of(ledger), AgingCube.of(ledger, 0, Workers.caller()))) {
            for (Currency currency : cube.currencies()) {
                List<OpenItem> inCurrency = due.stream()
                        .filter(item -> item.open().currency().equals(currency))
                        .toList();
                int c = cube.indexOf(currency.getCurrencyCode());
                assertThat(cube.debits(c, day(date), day(range.first()), day(range.last())))
                        .isEqualTo(inCurrency.stream()
                                .mapToLong(item -> debit(item) ? item.open().minorUnits() : 0)
                                .sum());
                assertThat(cube.credits(c, day(date), day(range.first()), day(range.last())))
                        .isEqualTo(inCurrency.stream()
                                .mapToLong(item ->
                                        debit(item) ? 0 : -item.signedOpen().minorUnits())
                                .sum());
            }
        }
    }

    private static boolean debit(OpenItem item) {
        return item.kind().isDebit() && item.open().minorUnits() > 0;
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    @Property
    void shards_add_up(@ForAll("ledgers") Ledger ledger, @ForAll int any) {
        AgingCube whole = AgingCube.of(ledger);
        List<AgingCube> shards =
                BulkLedgers.shards(ledger, 3).stream().map(AgingCube::of).toList();
        LocalDate date = anyOf(turningDays(ledger), any);

        for (Currency currency : whole.currencies()) {
            String code = currency.getCurrencyCode();
            assertThat(shards.stream()
                            .map(shard -> shard.overdue(code, date))
                            .reduce(Money.zero(currency), Money::plus))
                    .isEqualTo(whole.overdue(code, date));
            assertThat(shards.stream().map(shard -> shard.net(code, date)).reduce(Money.zero(currency), Money::plus))
                    .isEqualTo(whole.net(code, date));
        }
    }
}
