package io.receivables.testkit;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
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
 */
public class ReceivablesDomain extends DomainContextBase {
    @Provide
    Arbitrary<Currency> currencies() {
        return ReceivablesArbitraries.currencies();
    }

    @Provide
    Arbitrary<Money> money() {
        return ReceivablesArbitraries.money();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return ReceivablesArbitraries.dates();
    }

    @Provide
    Arbitrary<Customer> customers() {
        return ReceivablesArbitraries.customers();
    }

    @Provide
    Arbitrary<Invoice> invoices() {
        return ReceivablesArbitraries.invoices();
    }

    @Provide
    Arbitrary<DebitNote> debitNotes() {
        return ReceivablesArbitraries.debitNotes();
    }

    @Provide
    Arbitrary<CreditNote> creditNotes() {
        return ReceivablesArbitraries.creditNotes();
    }

    @Provide
    Arbitrary<Document> documents() {
        return ReceivablesArbitraries.documents();
    }

    @Provide
    Arbitrary<Payment> payments() {
        return ReceivablesArbitraries.payments();
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return ReceivablesArbitraries.facts();
    }

    @Provide
    Arbitrary<Ledger> ledgers() {
        return ReceivablesArbitraries.ledgers();
    }
}
