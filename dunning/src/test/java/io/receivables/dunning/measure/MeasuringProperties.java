package io.receivables.dunning.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.StandingCash;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.measure.Effectiveness.Row;
import io.receivables.dunning.measure.PromiseReliability.Figures;
import io.receivables.testkit.ReceivablesProviders;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every ledger, whatever was sent and promised. */
class MeasuringProperties implements ReceivablesProviders {
    private static final int CENTURIES = 3_660;

    private static LocalDate date(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }

    /** A letter about each invoice's first instalment, none to three times, by whatever channel. */
    private static Cases letters(Ledger ledger, Random random, Channel... channels) {
        SentLetters letters = new SentLetters();
        LedgerColumns columns = ledger.columns();
        for (int row = 0; row < columns.rows(); row++) {
            if (!columns.isDebit(row) || columns.instalment(row) > 1) {
                continue;
            }
            Money size = Money.ofMinor(columns.amount(row), columns.currencies().get(columns.currency(row)));
            String customer = columns.customers().get(columns.customer(row)).id();
            int day = columns.issueDay(row);
            for (int level = 1; level <= random.nextInt(4); level++) {
                day += random.nextInt(20);
                letters.letter("L-" + row + "-" + level, customer, date(day), channels[random.nextInt(channels.length)])
                        .about(columns.id(row), level, size)
                        .sent();
            }
        }
        return letters.cases();
    }

    @Property
    void rows_add_up_to_the_total_whatever_the_dimensions(
            @ForAll("ledgers") Ledger ledger,
            @ForAll("dates") LocalDate asOf,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll long seed) {
        Cases cases = letters(ledger, new Random(seed), Channel.EMAIL, Channel.PHONE, Channel.LETTER);
        EffectivenessOptions options = EffectivenessOptions.standard(asOf)
                .within(days)
                .costing(Channel.LETTER, Money.of("1.50", "EUR"))
                .comparing(Assignment.of("test", "a", "b"));

        Effectiveness effectiveness = Effectiveness.of(ledger, cases, options);

        Map<String, String> total = sums(effectiveness.by());
        assertThat(sums(effectiveness.by(Dimension.values()))).isEqualTo(total);
        assertThat(sums(effectiveness.by(Dimension.VARIANT, Dimension.CHANNEL))).isEqualTo(total);
        assertThat(effectiveness.by().stream().flatMap(row -> row.over().actions().stream()))
                .allSatisfy(action -> assertThat(action.sentOn().plusDays(days)).isBeforeOrEqualTo(asOf));
        assertThat(effectiveness.by().stream().flatMap(row -> row.running().actions().stream()))
                .allSatisfy(action -> assertThat(action.sentOn().plusDays(days)).isAfter(asOf));
    }

    /** The figures of rows, added up by currency. */
    private static Map<String, String> sums(List<Row> rows) {
        Map<Currency, List<Row>> byCurrency =
                rows.stream().collect(java.util.stream.Collectors.groupingBy(Row::currency));
        Map<String, String> sums = new TreeMap<>();
        byCurrency.forEach((currency, each) -> sums.put(
                currency.getCurrencyCode(), sums(each, currency, Row::over) + sums(each, currency, Row::running)));
        return sums;
    }

    private static String sums(List<Row> rows, Currency currency, Function<Row, Results> side) {
        long[] counts = new long[4];
        Money[] amounts = {Money.zero(currency), Money.zero(currency)};
        Map<String, Money> cost = new TreeMap<>();
        for (Row row : rows) {
            Results results = side.apply(row);
            counts[0] += results.letters();
            counts[1] += results.items();
            counts[2] += results.paid();
            counts[3] += results.disputed();
            amounts[0] = amounts[0].plus(results.claimed());
            amounts[1] = amounts[1].plus(results.collected());
            results.cost().forEach((code, money) -> cost.merge(code, money, Money::plus));
        }
        return List.of(counts[0], counts[1], counts[2], counts[3], amounts[0], amounts[1], cost)
                .toString();
    }

    @Property
    void cash_since_the_first_letter_is_put_down_to_one_letter_each(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf, @ForAll long seed) {
        Cases cases = letters(ledger, new Random(seed), Channel.EMAIL);
        List<ActionResult> actions = Effectiveness.of(
                        ledger, cases, EffectivenessOptions.standard(asOf).within(CENTURIES))
                .actions();
        Map<String, LocalDate> firstSent = new TreeMap<>();
        Map<String, Long> collected = new TreeMap<>();
        for (ActionResult action : actions) {
            String id = action.action().key().item().documentId();
            firstSent.merge(id, action.sentOn(), (one, other) -> one.isBefore(other) ? one : other);
            collected.merge(id, action.collected().minorUnits(), Long::sum);
        }
        firstSent.forEach((id, sent) -> {
            long[] since = {0};
            StandingCash.forEach(
                    ledger.columns(),
                    ledger.rowsOf(id)[0],
                    Math.toIntExact(asOf.toEpochDay()),
                    (day, amount) -> since[0] += day > sent.toEpochDay() ? amount : 0);
            assertThat(collected.get(id)).isEqualTo(since[0]);
        });
    }

    @Property
    void promises_of_all_customers_and_statuses_add_up(
            @ForAll("collectionLogs") CollectionLog log,
            @ForAll("dates") LocalDate asOf,
            @ForAll @IntRange(max = 10) int grace) {
        CollectionOptions options = CollectionOptions.standard(asOf).withGraceDays(grace);
        PromiseReliability reliability = PromiseReliability.of(log, options);
        List<PromiseState> states = log.promises(options);

        reliability.total().forEach((currency, row) -> {
            Figures all = row.all();
            assertThat(all.received().plus(all.missing())).isEqualTo(all.promised());
            assertThat(all.promises())
                    .isEqualTo(states.stream()
                            .filter(state ->
                                    state.missing().currency().getCurrencyCode().equals(currency))
                            .count());
            Map<String, Map<String, PromiseReliability.Row>> segments = reliability.perSegment(
                    customer -> customer.attribute(Customer.SEGMENT).orElse(""));
            assertThat(promised(reliability.perCustomer(), currency)).isEqualTo(all.promised());
            assertThat(promised(segments, currency)).isEqualTo(all.promised());
        });
    }

    private static Money promised(Map<String, Map<String, PromiseReliability.Row>> groups, String currency) {
        return groups.values().stream()
                .filter(rows -> rows.containsKey(currency))
                .map(rows -> rows.get(currency).all().promised())
                .reduce(Money.zero(Money.currency(currency)), Money::plus);
    }
}
