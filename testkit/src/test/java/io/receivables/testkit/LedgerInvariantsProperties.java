package io.receivables.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Fact;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(ReceivablesDomain.class)
@Domain(DomainContext.Global.class)
class LedgerInvariantsProperties {
    @Property(tries = 100)
    void hold_for_every_ledger_on_every_date_that_matters(@ForAll Ledger ledger) {
        LedgerInvariants.hold(ledger);
    }

    @Property
    void hold_for_every_ledger_on_any_date(@ForAll Ledger ledger, @ForAll LocalDate asOf) {
        LedgerInvariants.hold(ledger, asOf);
    }

    @Property(tries = 100)
    void hold_for_every_ledger_made_of_columns(@ForAll Ledger ledger) {
        LedgerInvariants.hold(BulkLedgers.copyOf(ledger));
    }

    @Property(tries = 300)
    void hold_for_what_was_known_on_any_day(@ForAll Ledger ledger, @ForAll LocalDate day, @ForAll LocalDate asOf) {
        LedgerInvariants.hold(ledger.knownOn(day), asOf);
    }

    @Provide
    Arbitrary<Tuple2<Ledger, List<Fact>>> shuffled() {
        return ReceivablesArbitraries.ledgers()
                .flatMap(ledger -> Arbitraries.shuffle(ledger.facts()).map(facts -> Tuple.of(ledger, facts)));
    }

    @Property
    void facts_may_come_in_any_order(@ForAll("shuffled") Tuple2<Ledger, List<Fact>> sample, @ForAll LocalDate asOf) {
        LedgerInvariants.independentOfOrder(sample.get1(), sample.get2(), asOf, LedgerInvariants::position);
    }

    @Property(tries = 300)
    void amounts_scale_by_any_factor(
            @ForAll Ledger ledger, @ForAll LocalDate asOf, @ForAll @LongRange(min = 1, max = 1000) long factor) {
        LedgerInvariants.scales(ledger, asOf, factor, Ledger::balance);
    }

    @Property(tries = 300)
    void nothing_changes_between_turning_days(@ForAll Ledger ledger, @ForAll LocalDate asOf) {
        LocalDate before = asOf.minusDays(1);
        if (!LedgerInvariants.turningDays(ledger).contains(asOf)) {
            assertThat(LedgerInvariants.position(ledger, asOf)).isEqualTo(LedgerInvariants.position(ledger, before));
        }
    }
}
