package io.receivables.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LedgerProperties {
    private static final LocalDate FAR = LocalDate.parse("2999-12-31");

    @Provide
    Arbitrary<History> histories() {
        return History.any();
    }

    @Property(tries = 300)
    void order_of_facts_does_not_matter(@ForAll("histories") History history, @ForAll long seed) {
        Loaded<Ledger> one = history.load();
        Loaded<Ledger> other = history.shuffled(seed).load();

        for (LocalDate day : History.days()) {
            assertThat(History.items(other.value(), day)).isEqualTo(History.items(one.value(), day));
        }
        assertThat(other.problems()).containsExactlyInAnyOrderElementsOf(one.problems());
        assertThat(other.value().facts())
                .containsExactlyInAnyOrderElementsOf(one.value().facts());
    }

    @Property(tries = 300)
    void what_is_dated_later_changes_nothing_before(
            @ForAll("histories") History history, @ForAll @IntRange(max = History.DAYS) int days) {
        LocalDate day = History.START.plusDays(days);
        Ledger whole = history.ledger();
        Ledger then = history.datedUpTo(day).ledger();

        for (LocalDate before = day; !before.isBefore(History.START); before = before.minusDays(1)) {
            assertThat(History.items(then, before)).isEqualTo(History.items(whole, before));
        }
    }

    @Property(tries = 300)
    void a_ledger_can_be_made_again_from_its_facts(@ForAll("histories") History history) {
        Ledger ledger = history.ledger();
        Ledger again = Ledger.of(ledger.facts());

        assertSame(again, ledger);
        assertThat(again.facts()).isEqualTo(ledger.facts());
    }

    @Property(tries = 300)
    void open_items_foot_to_the_balance_and_lie_within_their_size(@ForAll("histories") History history) {
        Ledger ledger = history.ledger();
        for (LocalDate day : History.days()) {
            List<OpenItem> items = ledger.openItems(day);
            Map<String, Money> sums = new TreeMap<>(ledger.balance(day));
            sums.replaceAll((code, balance) -> Money.zero(balance.currency()));
            items.forEach(item -> sums.merge(item.open().currency().getCurrencyCode(), item.signedOpen(), Money::plus));

            assertThat(ledger.balance(day)).isEqualTo(sums);
            assertThat(items).allSatisfy(item -> {
                assertThat(item.open()).isBetween(Money.ofMinor(1, item.open().currency()), item.amount());
                assertThat(item.disputed()).isBetween(Money.zero(item.open().currency()), item.open());
            });
        }
    }

    @Property(tries = 300)
    void a_row_is_settled_from_the_day_on_which_nothing_is_open_any_more(@ForAll("histories") History history) {
        LedgerColumns columns = history.ledger().columns();
        for (int row = 0; row < columns.rows(); row++) {
            int settled = columns.settledFrom(row);
            int last = settled == LedgerColumns.NEVER ? (int) FAR.toEpochDay() : settled;
            assertThat(columns.openAt(row, last) == 0).isEqualTo(settled != LedgerColumns.NEVER);
            if (settled > columns.issueDay(row) && settled != LedgerColumns.NEVER) {
                assertThat(columns.openAt(row, settled - 1)).isPositive();
            }
        }
    }

    @Property(tries = 300)
    void nothing_is_dropped_without_an_error_of_its_own(@ForAll("histories") History history) {
        Loaded<Ledger> loaded = history.load();
        Set<String> dropped = new HashSet<>();
        for (History.Step step : history.steps()) {
            if (!loaded.value().facts().contains(step.fact())) {
                dropped.add(name(step.fact()));
            }
        }
        Set<String> reported = loaded.errors().stream()
                .map(problem -> problem.attribute("kind") + " " + problem.attribute(Problem.ID))
                .collect(Collectors.toSet());

        assertThat(reported).isEqualTo(dropped);
        assertThat(loaded.value().warnings()).isEqualTo(loaded.warnings());
    }

    private static String name(Fact fact) {
        return fact.kind().code() + " " + fact.id();
    }

    @Property(tries = 500)
    void known_on_a_far_day_is_the_ledger_itself(@ForAll("histories") History history) {
        Ledger ledger = history.ledger();
        assertSame(ledger.knownOn(FAR), ledger);
        assertThat(ledger.knownOn(FAR).warnings())
                .containsExactlyInAnyOrderElementsOf(Ledger.of(ledger.facts()).warnings());
    }

    @Property(tries = 500)
    void known_on_a_day_holds_nothing_that_was_recorded_later(
            @ForAll("histories") History history, @ForAll @IntRange(max = History.DAYS) int days) {
        LocalDate day = History.START.plusDays(days);
        Ledger known = history.ledger().knownOn(day);
        LedgerColumns ofColumns =
                Ledger.ofColumns(history.ledger().columns()).knownOn(day).columns();

        assertThat(known.facts()).allMatch(fact -> !fact.recordedOn().isAfter(day));
        for (LedgerColumns columns : List.of(known.columns(), ofColumns)) {
            int last = (int) day.toEpochDay();
            assertThat(IntStream.range(0, columns.rows()).map(columns::recordedDay))
                    .allMatch(d -> d <= last);
            assertThat(IntStream.range(0, columns.settlements()).map(columns::settlementRecordedDay))
                    .allMatch(d -> d <= last);
        }
    }

    @Property(tries = 500)
    void columns_made_of_arrays_give_the_same_ledger(@ForAll("histories") History history) {
        Ledger ledger = history.ledger();
        Ledger bulk = Ledger.ofColumns(copy(ledger.columns()));

        assertSame(bulk, ledger);
        assertSame(bulk.knownOn(FAR), ledger);
        for (OpenItem item : ledger.openItems(FAR)) {
            assertThat(bulk.rowsOf(item.id())).isEqualTo(ledger.rowsOf(item.id()));
            assertThat(bulk.items(item.id(), FAR)).isEqualTo(ledger.items(item.id(), FAR));
        }
        assertThat(bulk.columns().sizeInBytes()).isEqualTo(ledger.columns().sizeInBytes());
        assertThat(bulk.columns().idSizeInBytes()).isEqualTo(ledger.columns().idSizeInBytes());
        assertThat(bulk.firstDate()).isEqualTo(ledger.firstDate());
    }

    private static void assertSame(Ledger actual, Ledger expected) {
        assertThat(actual.columns().rows()).isEqualTo(expected.columns().rows());
        for (LocalDate day : History.days()) {
            assertThat(actual.openItems(day)).isEqualTo(expected.openItems(day));
            assertThat(actual.balance(day)).isEqualTo(expected.balance(day));
        }
        for (int row = 0; row < expected.columns().rows(); row++) {
            assertThat(actual.item(row, FAR)).isEqualTo(expected.item(row, FAR));
            assertThat(actual.columns().originDay(row))
                    .isEqualTo(expected.columns().originDay(row));
            assertThat(actual.columns().recordedDay(row))
                    .isEqualTo(expected.columns().recordedDay(row));
            assertThat(actual.columns().tax(row)).isEqualTo(expected.columns().tax(row));
        }
    }

    /** The same columns, given as arrays. */
    private static LedgerColumns copy(LedgerColumns from) {
        int rows = from.rows();
        int[] settlements = IntStream.range(0, rows)
                .flatMap(row -> IntStream.range(from.settlementsFrom(row), from.settlementsTo(row)))
                .toArray();
        int[] starts = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            starts[row + 1] = starts[row] + from.settlementsTo(row) - from.settlementsFrom(row);
        }
        LedgerColumns.Builder to = LedgerColumns.of(rows)
                .currencies(from.currencies(), ints(rows, from::currency))
                .customers(
                        from.customers().stream().map(Customer::id).toArray(String[]::new), ints(rows, from::customer))
                .kinds(bytes(ints(rows, from::kindCode)))
                .issueDays(ints(rows, from::issueDay))
                .dueDays(ints(rows, from::dueDay))
                .postingDays(ints(rows, from::postingDay))
                .originDays(ints(rows, from::originDay))
                .recordedDays(ints(rows, from::recordedDay))
                .minorUnits(IntStream.range(0, rows).mapToLong(from::amount).toArray())
                .taxes(IntStream.range(0, rows).mapToLong(from::tax).toArray())
                .instalments(ints(rows, from::instalment))
                .ids(IntStream.range(0, rows).mapToObj(from::id).toArray(String[]::new))
                .settlements(
                        starts,
                        ints(settlements, from::settlementDay),
                        Arrays.stream(settlements)
                                .mapToLong(from::settlementAmount)
                                .toArray())
                .settlementKinds(bytes(ints(settlements, from::settlementKindCode)))
                .settlementRecordedDays(ints(settlements, from::settlementRecordedDay));
        for (int row = 0; row < rows; row++) {
            for (int d = from.disputesFrom(row); d < from.disputesTo(row); d++) {
                to.dispute(row, from.disputeFrom(d), from.disputeTo(d), from.disputeAmount(d));
            }
        }
        return to.build();
    }

    private static int[] ints(int count, IntUnaryOperator value) {
        return IntStream.range(0, count).map(value).toArray();
    }

    private static int[] ints(int[] indexes, IntUnaryOperator value) {
        return Arrays.stream(indexes).map(value).toArray();
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
