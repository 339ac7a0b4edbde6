package io.receivables.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(ReceivablesDomain.class)
class ReceivablesDomainProperties {
    /** The example of the documentation: by type, without naming a provider. */
    @Property(tries = 300)
    void my_report_foots(@ForAll Ledger ledger, @ForAll LocalDate asOf) {
        LedgerInvariants.foots(ledger, asOf);
    }

    @Property(tries = 300)
    void a_list_of_facts_is_one_that_fits_together(@ForAll List<Fact> facts) {
        assertThat(Ledger.of(facts).facts()).isEqualTo(facts);
    }

    @Property(tries = 100)
    void each_type_has_values(
            @ForAll Currency currency,
            @ForAll Money money,
            @ForAll Customer customer,
            @ForAll Invoice invoice,
            @ForAll DebitNote debitNote,
            @ForAll CreditNote creditNote,
            @ForAll Document document,
            @ForAll Payment payment) {
        assertThat(ReceivablesArbitraries.CURRENCIES).contains(currency, money.currency());
        assertThat(customer.attributes().values()).doesNotContain("");
        assertThat(List.of(invoice.kind(), debitNote.kind(), creditNote.kind()))
                .containsExactly(FactKind.INVOICE, FactKind.DEBIT_NOTE, FactKind.CREDIT_NOTE);
        assertThat(document.tax()).isLessThanOrEqualTo(document.gross());
        assertThat(payment.recordedOn()).isAfterOrEqualTo(payment.date());
    }
}
