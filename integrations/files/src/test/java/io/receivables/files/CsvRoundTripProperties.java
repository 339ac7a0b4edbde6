package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Allocation;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Refund;
import io.receivables.core.ledger.Ledger;
import io.receivables.testkit.ReceivablesArbitraries;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRoundTripProperties {
    @Provide
    Arbitrary<Ledger> ledgers() {
        return ReceivablesArbitraries.ledgers();
    }

    @Provide
    Arbitrary<DirtyFiles> dirtyFiles() {
        return DirtyFiles.arbitrary();
    }

    @Property(tries = 300)
    void what_was_read_is_written_and_read_back_the_same(@ForAll("dirtyFiles") DirtyFiles files) {
        Ledger ledger =
                Given.invoicesAndPayments(files.invoices(), files.payments()).ledger();
        CsvLedgerWriter writer = CsvLedgerWriter.of(ledger);
        LoadedLedger loaded = reread(writer);

        assertThat(writer.problems()).isEmpty();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.ledger().facts()).isEqualTo(ledger.facts());
        assertThat(loaded.ledger().customers()).isEqualTo(ledger.customers());
        assertThat(CsvLedgerWriter.of(loaded.ledger()).invoices()).isEqualTo(writer.invoices());
        assertThat(CsvLedgerWriter.of(loaded.ledger()).payments()).isEqualTo(writer.payments());
    }

    @Property(tries = 400)
    void of_any_ledger_all_is_read_back_but_what_the_writer_names(@ForAll("ledgers") Ledger ledger) {
        CsvLedgerWriter writer = CsvLedgerWriter.of(ledger);
        Set<String> named = writer.problems().stream()
                .filter(Problem::isError)
                .map(problem -> problem.attribute("kind") + " " + problem.attribute(Problem.ID))
                .collect(Collectors.toSet());
        List<Fact> expected = ledger.facts().stream()
                .filter(fact -> !named.contains(fact.kind().code() + " " + fact.id()))
                .toList();
        Set<String> details = writer.problems().stream()
                .map(problem -> problem.attribute(Problem.ID) + " " + problem.attribute("detail"))
                .collect(Collectors.toSet());
        LoadedLedger loaded = reread(writer);

        assertThat(loaded.errors()).isEmpty();
        assertThat(contents(loaded.ledger().facts(), Set.of()))
                .containsExactlyInAnyOrderElementsOf(contents(expected, details));
        assertThat(named)
                .allMatch(name -> name.startsWith("customer ")
                        || ledger.facts().stream()
                                .anyMatch(fact -> name.equals(fact.kind().code() + " " + fact.id())));
        for (Customer customer : loaded.ledger().customers()) {
            Customer given = ledger.customer(customer.id()).orElseThrow();
            assertThat(given.attributes()).containsAllEntriesOf(customer.attributes());
        }
    }

    private static LoadedLedger reread(CsvLedgerWriter writer) {
        return CsvLedgerReader.canonical()
                .invoices("invoices.csv", new StringReader(writer.invoices()))
                .payments("payments.csv", new StringReader(writer.payments()))
                .load();
    }

    /** What a CSV file says of each fact, without the details that it does not hold. */
    private static List<String> contents(List<Fact> facts, Set<String> without) {
        return facts.stream().map(fact -> content(fact, without)).toList();
    }

    private static String content(Fact fact, Set<String> without) {
        if (fact instanceof Document document) {
            return String.join(
                    " ",
                    document.kind().code(),
                    document.id(),
                    document.customerId(),
                    document.issueDate().toString(),
                    document.postingDate().toString(),
                    document.deliveryDate().toString(),
                    document.gross().toString(),
                    document.tax().toString(),
                    document.instalments().toString(),
                    document.reference()
                            .filter(reference -> !without.contains(document.id() + " reference"))
                            .toString(),
                    document.terms()
                            .filter(terms -> !without.contains(document.id() + " terms"))
                            .toString());
        }
        if (fact instanceof Payment payment) {
            Payment plain = payment.recordedOn(payment.date());
            return (without.contains(payment.id() + " reference") ? plain.withReference("") : plain).toString();
        }
        if (fact instanceof Allocation allocation) {
            return String.join(
                    " ",
                    "allocation",
                    allocation.sourceId(),
                    allocation.documentId(),
                    allocation.date().toString(),
                    allocation.amount().toString());
        }
        if (fact instanceof Dispute dispute) {
            return "dispute " + dispute.documentId() + " " + dispute.date() + " " + dispute.amount();
        }
        if (fact instanceof Refund refund) {
            return "refund " + refund.sourceId() + " " + refund.date() + " " + refund.amount();
        }
        throw new AssertionError("no row says " + fact);
    }
}
