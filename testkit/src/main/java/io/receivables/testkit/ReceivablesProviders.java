package io.receivables.testkit;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/**
 * Lets the properties of a test class name the arbitraries of {@link ReceivablesArbitraries}:
 *
 * <pre>{@code
 * class MyReportProperties implements ReceivablesProviders {
 *     @Property
 *     void my_report_foots(@ForAll("ledgers") Ledger ledger, @ForAll("dates") LocalDate asOf) { … }
 * }
 * }</pre>
 *
 * <p>{@link ReceivablesDomain} gives the same values by type.
 */
public interface ReceivablesProviders {
    /** The size of {@link #facts()}, {@link #dirtyFacts()}, {@link #ledgers()} and {@link #collectionLogs()}; override it for other ones. */
    default LedgerSpec ledgerSpec() {
        return LedgerSpec.standard();
    }

    @Provide
    default Arbitrary<Currency> currencies() {
        return ReceivablesArbitraries.currencies();
    }

    @Provide
    default Arbitrary<Money> money() {
        return ReceivablesArbitraries.money();
    }

    /** Dates from a month before the ledgers to half a year after them. */
    @Provide
    default Arbitrary<LocalDate> dates() {
        return ReceivablesArbitraries.dates(
                ledgerSpec().from().minusMonths(1), ledgerSpec().to().plusMonths(6));
    }

    @Provide
    default Arbitrary<Customer> customers() {
        return ReceivablesArbitraries.customers();
    }

    @Provide
    default Arbitrary<Invoice> invoices() {
        return ReceivablesArbitraries.invoices();
    }

    @Provide
    default Arbitrary<DebitNote> debitNotes() {
        return ReceivablesArbitraries.debitNotes();
    }

    @Provide
    default Arbitrary<CreditNote> creditNotes() {
        return ReceivablesArbitraries.creditNotes();
    }

    @Provide
    default Arbitrary<Document> documents() {
        return ReceivablesArbitraries.documents();
    }

    @Provide
    default Arbitrary<PaymentTerms> paymentTerms() {
        return ReceivablesArbitraries.paymentTerms();
    }

    @Provide
    default Arbitrary<Payment> payments() {
        return ReceivablesArbitraries.payments();
    }

    @Provide
    default Arbitrary<List<Fact>> facts() {
        return ReceivablesArbitraries.facts(ledgerSpec());
    }

    @Provide
    default Arbitrary<List<Fact>> dirtyFacts() {
        return ReceivablesArbitraries.dirtyFacts(ledgerSpec());
    }

    @Provide
    default Arbitrary<Ledger> ledgers() {
        return ReceivablesArbitraries.ledgers(ledgerSpec());
    }

    @Provide
    default Arbitrary<CollectionLog> collectionLogs() {
        return ReceivablesArbitraries.collectionLogs(ledgerSpec());
    }
}
