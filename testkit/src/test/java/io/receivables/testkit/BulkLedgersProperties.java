package io.receivables.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Document;
import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(ReceivablesDomain.class)
@Domain(DomainContext.Global.class)
class BulkLedgersProperties {
    @Property(tries = 300)
    void a_copy_has_the_same_columns_and_no_facts(@ForAll Ledger ledger) {
        Ledger copy = BulkLedgers.copyOf(ledger);

        LedgerInvariants.agree(ledger.columns(), copy.columns());
        assertThat(copy.facts()).isEmpty();
    }

    @Property(tries = 300)
    void a_copy_shows_the_same_items(@ForAll Ledger ledger, @ForAll LocalDate asOf) {
        Ledger copy = BulkLedgers.copyOf(ledger);

        LedgerInvariants.agree(ledger, copy, asOf);
        assertThat(copy.openItems(asOf)).isEqualTo(ledger.openItems(asOf));
        ledger.facts().stream()
                .filter(Document.class::isInstance)
                .forEach(document ->
                        assertThat(copy.items(document.id(), asOf)).isEqualTo(ledger.items(document.id(), asOf)));
    }

    @Property(tries = 300)
    void rows_in_reverse_say_the_same(@ForAll Ledger ledger, @ForAll LocalDate asOf) {
        int last = ledger.columns().rows() - 1;
        Ledger reversed = BulkLedgers.ofRows(
                ledger, IntStream.rangeClosed(0, last).map(row -> last - row).toArray());

        LedgerInvariants.agree(ledger, reversed, asOf);
        List<OpenItem> items = new ArrayList<>(reversed.openItems(asOf));
        Collections.reverse(items);
        assertThat(items).isEqualTo(ledger.openItems(asOf));
    }

    @Property(tries = 300)
    void shards_add_up_to_the_whole(
            @ForAll Ledger ledger, @ForAll LocalDate asOf, @ForAll @IntRange(min = 1, max = 4) int shards) {
        Map<String, Money> sum = new TreeMap<>();
        int rows = 0;
        for (Ledger shard : BulkLedgers.shards(ledger, shards)) {
            rows += shard.columns().rows();
            shard.balance(asOf).forEach((code, balance) -> sum.merge(code, balance, Money::plus));
        }

        assertThat(rows).isEqualTo(ledger.columns().rows());
        assertThat(sum).isEqualTo(ledger.balance(asOf));
    }

    @Example
    void a_row_that_is_not_there_is_refused(@ForAll Ledger ledger) {
        int rows = ledger.columns().rows();

        assertThatThrownBy(() -> BulkLedgers.ofRows(ledger, rows)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> BulkLedgers.ofRows(Ledger.of(List.of()), 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
