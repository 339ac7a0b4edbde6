package io.receivables.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(ReceivablesDomain.class)
class ReceivablesDomainProperties {
    @Property
    void open_items_foot_to_the_balance(@ForAll Ledger ledger, @ForAll LocalDate asOf) {
        Map<String, Money> sums = new TreeMap<>();
        ledger.balance(asOf).forEach((code, balance) -> sums.put(code, Money.zero(balance.currency())));
        for (OpenItem item : ledger.openItems(asOf)) {
            sums.merge(item.open().currency().getCurrencyCode(), item.signedOpen(), Money::plus);
        }
        assertThat(sums).isEqualTo(ledger.balance(asOf));
    }

    @Property
    void a_list_of_facts_is_one_history(@ForAll List<Fact> facts) {
        assertThat(Ledger.of(facts).facts()).isEqualTo(facts);
    }

    @Property
    void each_type_has_values(
            @ForAll Currency currency,
            @ForAll Money money,
            @ForAll Document document,
            @ForAll List<Document> documents) {
        assertThat(Money.zero(currency).isZero()).isTrue();
        assertThat(money.minus(money).isZero()).isTrue();
        assertThat(document.net().plus(document.tax())).isEqualTo(document.gross());
        assertThat(documents).doesNotContainNull();
    }
}
