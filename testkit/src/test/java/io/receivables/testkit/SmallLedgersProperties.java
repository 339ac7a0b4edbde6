package io.receivables.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Fact;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Ledgers of a size of one's own, by type and by name. */
@Domain(SmallLedgersProperties.SmallLedgers.class)
class SmallLedgersProperties implements ReceivablesProviders {
    private static final LedgerSpec SMALL = LedgerSpec.standard()
            .withDocuments(2)
            .withMovements(1)
            .withCurrencies("CAD")
            .between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    static class SmallLedgers extends ReceivablesDomain {
        @Override
        public LedgerSpec ledgerSpec() {
            return SMALL;
        }
    }

    @Override
    public LedgerSpec ledgerSpec() {
        return SMALL;
    }

    @Property(tries = 200)
    void both_ways_follow_the_spec(
            @ForAll Ledger byType,
            @ForAll("ledgers") Ledger byName,
            @ForAll LocalDate dateByType,
            @ForAll("dates") LocalDate dateByName) {
        for (Ledger ledger : List.of(byType, byName)) {
            List<Fact> facts = ledger.facts();
            assertThat(facts).hasSizeLessThanOrEqualTo(2 + 3); // one movement makes three facts at most
            assertThat(ledger.balance(LocalDate.of(2026, 3, 31)).keySet()).isSubsetOf("CAD");
        }
        for (LocalDate date : List.of(dateByType, dateByName)) {
            assertThat(date).isBetween(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 9, 30));
        }
    }
}
