package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLedgerWriterTest {
    private static final LocalDate JAN_5 = LocalDate.parse("2026-01-05");
    private static final LocalDate FEB_4 = LocalDate.parse("2026-02-04");

    @TempDir
    Path folder = Path.of("");

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Invoice invoice(String id, String amount) {
        return Invoice.of(id, "C1", JAN_5, eur(amount)).dueOn(FEB_4);
    }

    /** "kind id reason-or-detail" of each problem. */
    private static List<String> problems(CsvLedgerWriter writer) {
        return writer.problems().stream()
                .map(problem -> problem.attribute("kind") + " " + problem.attribute(Problem.ID) + " "
                        + problem.attribute("reason") + problem.attribute("detail"))
                .toList();
    }

    private static LoadedLedger reread(CsvLedgerWriter writer) {
        return CsvLedgerReader.canonical()
                .invoices("i.csv", new StringReader(writer.invoices()))
                .payments("p.csv", new StringReader(writer.payments()))
                .load();
    }

    @Test
    void documents_and_payments_are_rows() throws IOException {
        Ledger ledger = Ledger.builder()
                .customer(
                        Customer.of("C1", "Acme, \"the\" firm").inCountry("FR").inSegment("=retail"))
                .invoice(invoice("F-1", "1200.00")
                        .withTax(eur("200.00"))
                        .withReference("PO-77")
                        .withTerms("net 30"))
                .fact(DebitNote.of("-2", "C2", JAN_5, Money.of("1000", "JPY"))
                        .deliveredOn(FEB_4)
                        .postedOn(FEB_4))
                .creditNote(CreditNote.of("A-3", "C1", JAN_5, eur("10.00")))
                .fact(Dispute.of("dispute/F-1", "F-1", JAN_5))
                .fact(Refund.ofCreditNote("settled/A-3", "A-3", FEB_4, eur("10.00")))
                .payment(Payment.of("P-1", "C1", FEB_4, eur("200.00")).withReference("@home"), "F-1")
                .fact(Payment.of("P-2", "C3", FEB_4, eur("7.00")))
                .build();
        CsvLedgerWriter writer = CsvLedgerWriter.of(ledger);

        assertThat(writer.problems()).isEmpty();
        assertThat(writer.invoices()).isEqualTo("""
                invoice_id,customer_id,customer_name,country,segment,type,issue_date,due_date,delivery_date,posting_date,\
                currency,amount,tax_amount,settled_date,disputed,reference,terms
                F-1,C1,"Acme, ""the"" firm",FR,'=retail,INVOICE,2026-01-05,2026-02-04,,2026-01-05,\
                EUR,1200.00,200.00,,yes,PO-77,net 30
                '-2,C2,,,,DEBIT_NOTE,2026-01-05,2026-01-05,2026-02-04,2026-02-04,JPY,1000,,,,,
                A-3,C1,"Acme, ""the"" firm",FR,'=retail,CREDIT_NOTE,2026-01-05,2026-01-05,,2026-01-05,\
                EUR,10.00,,2026-02-04,,,
                """);
        assertThat(writer.payments()).isEqualTo("""
                invoice_id,customer_id,payment_id,date,currency,amount,reference
                F-1,C1,P-1,2026-02-04,EUR,200.00,'@home
                ,C3,P-2,2026-02-04,EUR,7.00,
                """);

        writer.invoices(folder.resolve("i.csv"));
        writer.payments(folder.resolve("p.csv"));
        LoadedLedger loaded = CsvLedgerReader.canonical()
                .invoices(folder.resolve("i.csv"))
                .payments(folder.resolve("p.csv"))
                .load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.ledger().facts()).containsExactlyInAnyOrderElementsOf(ledger.facts());
        assertThat(loaded.ledger().customers()).isEqualTo(ledger.customers());
        assertThat(Files.readString(folder.resolve("i.csv"))).isEqualTo(writer.invoices());
    }

    @Test
    void what_has_no_column_is_named() {
        Ledger ledger = Ledger.builder()
                .customer(Customer.of("C1", "Acme"))
                .customer(Customer.of("C8").with("group", "G"))
                .customer(Customer.of("C9"))
                .invoice(invoice("F-1", "100.00"))
                .invoice(invoice("F-2", "100.00")
                        .payableIn(List.of(Instalment.of(JAN_5, eur("50.00")), Instalment.of(FEB_4, eur("50.00")))))
                .invoice(invoice("F-3", "100.00"))
                .invoice(invoice("F-4", "100.00"))
                .creditNote(CreditNote.of("A-1", "C1", JAN_5, eur("10.00")))
                .creditNote(CreditNote.of("A-2", "C1", JAN_5, eur("10.00")))
                .fact(Payment.of("P-1", "C1", FEB_4, eur("50.00")))
                .fact(Payment.of("P-2", "C1", FEB_4, eur("50.00")))
                .fact(Payment.of("P-3", "C1", FEB_4, eur("50.00")))
                .fact(Payment.of("P-4", "C8", FEB_4, eur("50.00")))
                .fact(Allocation.ofPayment("L-1", "P-1", "F-1", FEB_4, eur("10.00")))
                .fact(Allocation.ofPayment("L-2", "P-1", "F-3", FEB_4, eur("10.00")))
                .fact(Allocation.ofPayment("L-3", "P-2", "F-2", FEB_4, eur("50.00")))
                .fact(Allocation.ofPayment("L-4", "P-3", "F-3", FEB_4, eur("20.00")))
                .fact(Allocation.ofCreditNote("L-5", "A-1", "F-1", FEB_4, eur("4.00")))
                .fact(Refund.ofCreditNote("R-1", "A-2", FEB_4, eur("4.00")))
                .fact(Refund.ofPayment("R-2", "P-1", FEB_4, eur("1.00")))
                .fact(WriteOff.of("W-1", "F-4", FEB_4, eur("1.00")))
                .fact(Reversal.ofPayment("V-1", "P-4", FEB_4))
                .fact(Dispute.of("D-1", "F-1", FEB_4))
                .fact(Dispute.of("D-2", "F-3", JAN_5).over(eur("1.00")))
                .fact(Dispute.of("D-3", "F-2", JAN_5))
                .fact(Dispute.of("D-4", "F-4", JAN_5))
                .fact(DisputeResolution.of("S-4", "D-4", FEB_4))
                .build();
        CsvLedgerWriter writer = CsvLedgerWriter.of(ledger);

        assertThat(problems(writer))
                .containsExactlyInAnyOrder(
                        "invoice F-2 several-instalments",
                        "allocation L-1 not-derived",
                        "allocation L-2 not-derived",
                        "allocation L-3 not-derived",
                        "allocation L-4 not-derived", // 20.00 of 50.00, while 90.00 were open
                        "allocation L-5 no-column",
                        "refund R-1 part",
                        "refund R-2 no-column",
                        "write-off W-1 no-column",
                        "reversal V-1 no-column",
                        "dispute D-1 other-date",
                        "dispute D-2 part",
                        "dispute D-3 document-missing",
                        "dispute D-4 no-column",
                        "dispute-resolution S-4 no-column",
                        "customer C8 customer-details",
                        "customer C9 no-document");
        assertThat(writer.problems())
                .filteredOn(problem -> problem.attribute(Problem.ID).equals("V-1"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message())
                            .isEqualTo("reversal V-1 cannot be held by a CSV file and is not written:"
                                    + " there is no column for it");
                    assertThat(problem.message(Locale.FRENCH))
                            .isEqualTo("annulation V-1 ne peut figurer dans un fichier CSV et n'est pas écrit :"
                                    + " aucune colonne ne lui correspond");
                });
        assertThat(reread(writer).problems()).isEmpty();
    }

    @Test
    void details_without_column_are_named_and_the_row_is_written() {
        Ledger ledger = Ledger.builder()
                .customer(Customer.of("C1", " ").with("collector", "Zoé"))
                .invoice(invoice("F-1", "100.00")
                        .recordedOn(FEB_4)
                        .withReference(" PO ")
                        .withTerms("a\u0007b"))
                .creditNote(CreditNote.of("A-1", "C1", JAN_5, eur("10.00")).correcting("F-1"))
                .fact(Dispute.of("D-1", "F-1", JAN_5).because("broken").recordedOn(FEB_4))
                .fact(Payment.of("P-1", "C1", JAN_5, eur("50.00"))
                        .recordedOn(FEB_4)
                        .withReference("x".repeat(2_000)))
                .build();
        CsvLedgerWriter writer = CsvLedgerWriter.of(ledger);

        assertThat(problems(writer))
                .containsExactlyInAnyOrder(
                        "invoice F-1 recorded-on",
                        "invoice F-1 reference",
                        "invoice F-1 terms",
                        "credit-note A-1 corrects",
                        "dispute D-1 recorded-on",
                        "dispute D-1 reason",
                        "payment P-1 recorded-on",
                        "payment P-1 reference",
                        "customer C1 name",
                        "customer C1 collector");
        assertThat(writer.problems()).noneMatch(Problem::isError);
        assertThat(writer.problems().get(0).message())
                .isEqualTo("invoice F-1 is written without the day on which it became known,"
                        + " which a CSV file cannot hold");
        LoadedLedger loaded = reread(writer);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(3, 1, 1, 1, 0, 0, 0));
    }

    @Test
    void identifiers_and_amounts_that_would_not_be_read_back_keep_their_row_out() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice(" F-1", "1.00"))
                .invoice(invoice("F\n2", "1.00"))
                .invoice(Invoice.of("F-3", "C\u200B1", JAN_5, eur("1.00")))
                .invoice(Invoice.of("F-4", "C1", JAN_5, Money.ofMinor(Long.MAX_VALUE / 5, Money.currency("EUR"))))
                .invoice(Invoice.of("F-5", "C1", JAN_5, Money.ofMinor(Long.MAX_VALUE / 12, Money.currency("EUR"))))
                .fact(Payment.of("P\u0000", "C1", JAN_5, eur("50.00")))
                .build();
        CsvLedgerWriter writer = CsvLedgerWriter.of(ledger);

        assertThat(problems(writer))
                .contains(
                        "invoice  F-1 identifier",
                        "invoice F\\u000A2 identifier",
                        "invoice F-3 identifier",
                        "payment P\\u0000 identifier");
        LoadedLedger loaded = reread(writer);
        assertThat(loaded.problems().stream().filter(problem -> problem.code() != CsvProblem.NO_ROWS))
                .isEmpty();
        assertThat(loaded.counts().invoices()
                        + writer.problems().stream()
                                .filter(problem -> problem.attribute("kind").equals("invoice"))
                                .count())
                .isEqualTo(5);
    }

    @Test
    void an_overpayment_is_written_with_the_document_that_it_was_for() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-1", "100.00"))
                .payment(Payment.of("P-1", "C1", FEB_4, eur("130.00")), "F-1")
                .payment(Payment.of("P-2", "C1", FEB_4.plusDays(1), eur("30.00")), "F-1")
                .load()
                .value();
        CsvLedgerWriter writer = CsvLedgerWriter.of(ledger);

        assertThat(writer.problems()).isEmpty();
        assertThat(writer.payments())
                .contains("F-1,C1,P-1,2026-02-04,EUR,130.00")
                .contains("\n,C1,P-2,");
        assertThat(reread(writer).ledger().facts()).containsExactlyInAnyOrderElementsOf(ledger.facts());
    }

    @Test
    void a_ledger_of_columns_holds_no_facts_to_write() {
        Ledger ledger = Ledger.ofColumns(LedgerColumns.of(1)
                .currency("EUR")
                .customers(List.of(Customer.of("C1")), new int[] {0})
                .issueDays(new int[] {20_000})
                .dueDays(new int[] {20_030})
                .minorUnits(new long[] {100})
                .build());

        assertThatThrownBy(() -> CsvLedgerWriter.of(ledger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("made from columns");
    }

    @Test
    void an_empty_ledger_is_two_headers() {
        CsvLedgerWriter writer = CsvLedgerWriter.of(Ledger.builder().build());

        assertThat(writer.problems()).isEmpty();
        assertThat(writer.invoices().lines()).hasSize(1);
        assertThat(writer.payments().lines()).hasSize(1);
    }

    @Test
    void a_file_that_cannot_be_written_is_named() {
        CsvLedgerWriter writer = CsvLedgerWriter.of(
                Ledger.builder().invoice(invoice("F-1", "1.00")).build());

        assertThatThrownBy(() -> writer.invoices(folder.resolve("no/such/folder.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("folder.csv");
        assertThatThrownBy(() -> writer.payments(new Failing())).isInstanceOf(UncheckedIOException.class);
    }

    private static final class Failing extends Writer {
        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public void close() {}
    }
}
