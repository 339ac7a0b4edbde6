package io.receivables.metrics.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.internal.TestLedgers;
import io.receivables.testkit.BulkLedgers;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Daily totals against the rows one by one. */
class DailyTotalsProperties {
    @Provide
    Arbitrary<Ledger> ledgers() {
        return TestLedgers.ledgers();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return TestLedgers.dates();
    }

    @Property
    void totals_are_those_of_the_rows(
            @ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate from, @ForAll("dates") LocalDate to) {
        DailyTotals totals = DailyTotals.of(ledger, MeasureBasis.standard(), Workers.caller());
        List<OpenItem> items = IntStream.range(0, ledger.columns().rows())
                .mapToObj(row -> ledger.item(row, to))
                .toList();

        for (Currency currency : totals.currencies()) {
            Money sales = Money.zero(currency);
            Money receivables = Money.zero(currency);
            for (OpenItem item : items) {
                boolean mine = item.amount().currency().equals(currency);
                boolean sold = item.kind() != ItemKind.PAYMENT
                        && !item.issueDate().isBefore(from)
                        && !item.issueDate().isAfter(to);
                sales = mine && sold ? sales.plus(signed(item)) : sales;
                receivables = mine ? receivables.plus(item.signedOpen()) : receivables;
            }
            assertThat(totals.receivables(currency.getCurrencyCode(), to)).isEqualTo(receivables);
            if (!to.isBefore(from)) {
                assertThat(totals.sales(currency.getCurrencyCode(), from, to)).isEqualTo(sales);
            }
        }
    }

    private static Money signed(OpenItem item) {
        return item.kind().isDebit() ? item.amount() : item.amount().negated();
    }

    @Property
    void shards_and_threads_do_not_matter(@ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate date) {
        Workers three = Workers.on(task -> new Thread(task).start(), 3);
        DailyTotals whole = DailyTotals.of(ledger, MeasureBasis.standard(), Workers.caller());
        DailyTotals shards = BulkLedgers.shards(ledger, 3).stream()
                .map(shard -> DailyTotals.of(shard, MeasureBasis.standard(), three))
                .reduce(DailyTotals::plus)
                .orElseThrow();

        for (Currency each : whole.currencies()) {
            String currency = each.getCurrencyCode();
            assertThat(shards.receivables(currency, date)).isEqualTo(whole.receivables(currency, date));
            assertThat(shards.sales(currency, date.minusDays(40), date))
                    .isEqualTo(whole.sales(currency, date.minusDays(40), date));
            assertThat(shards.firstRow(shards.index(currency))).isEqualTo(whole.firstRow(whole.index(currency)));
            assertThat(shards.firstDocument(shards.index(currency)))
                    .isEqualTo(whole.firstDocument(whole.index(currency)));
        }
    }

    @Property
    void totals_of_the_accounts_add_up(@ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate date) {
        DailyTotals whole = DailyTotals.of(ledger, MeasureBasis.standard(), Workers.caller());

        for (int c = 0; c < whole.currencies().size(); c++) {
            long receivables = 0;
            for (int account = 0; account < ledger.columns().accounts().count(); account++) {
                receivables += DailyTotals.ofAccount(ledger, MeasureBasis.standard(), account)
                        .receivables(c, (int) date.toEpochDay());
            }
            assertThat(receivables).isEqualTo(whole.receivables(c, (int) date.toEpochDay()));
        }
    }
}
