package io.receivables.testkit;

import io.receivables.core.Fact;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Gives parameters of the domain's types their values without naming a provider:
 *
 * <pre>{@code
 * @Domain(ReceivablesDomain.class)
 * class MyReportProperties {
 *     @Property
 *     void my_report_foots(@ForAll Ledger ledger, @ForAll LocalDate asOf) { … }
 * }
 * }</pre>
 *
 * <p>As with every jqwik domain, numbers and strings need {@code @Domain(DomainContext.Global.class)} beside it.
 * A subclass that overrides {@link #ledgerSpec()} gives ledgers of another size.
 */
public class ReceivablesDomain extends DomainContextBase implements ReceivablesProviders {
    /** For jqwik. */
    public ReceivablesDomain() {}

    /** Not provided by type: there a list of facts is one that fits together. */
    @Override
    public Arbitrary<List<Fact>> dirtyFacts() {
        return ReceivablesProviders.super.dirtyFacts();
    }
}
