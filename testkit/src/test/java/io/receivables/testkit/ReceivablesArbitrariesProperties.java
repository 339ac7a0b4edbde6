package io.receivables.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Loaded;
import io.receivables.core.ledger.Ledger;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class ReceivablesArbitrariesProperties {
    @Provide
    Arbitrary<List<Fact>> facts() {
        return ReceivablesArbitraries.facts();
    }

    @Property
    void facts_fit_together_and_every_kind_occurs(@ForAll("facts") List<Fact> facts) {
        Loaded<Ledger> loaded = Ledger.builder().facts(facts).load();

        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.value().facts()).isEqualTo(facts);
        facts.forEach(fact -> Statistics.collect(fact.kind()));
        Statistics.coverage(coverage -> {
            for (FactKind kind : FactKind.values()) {
                coverage.check(kind).percentage(p -> p > 0.5);
            }
        });
    }
}
