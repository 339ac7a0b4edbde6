package io.receivables.testkit.internal;

import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.SampleReportingFormat;

/** Shows ledgers, facts and customers of failing properties as the Java that makes them. */
public final class JavaSourceFormat implements SampleReportingFormat {
    @Override
    public boolean appliesTo(Object value) {
        return value instanceof Fact || value instanceof Customer || value instanceof Ledger;
    }

    @Override
    public Object report(Object value) {
        if (value instanceof Fact fact) {
            return SampleReportingFormat.plainLabel(JavaSource.of(fact));
        } else if (value instanceof Customer customer) {
            return SampleReportingFormat.plainLabel(JavaSource.of(customer));
        }
        Ledger ledger = (Ledger) value;
        List<Object> lines = new ArrayList<>();
        lines.addAll(ledger.customers());
        lines.addAll(ledger.facts());
        return ledger.facts().isEmpty() ? SampleReportingFormat.plainLabel(ledger.toString()) : lines;
    }

    @Override
    public Optional<String> label(Object value) {
        return value instanceof Ledger ? Optional.of("Ledger of ") : Optional.empty();
    }
}
