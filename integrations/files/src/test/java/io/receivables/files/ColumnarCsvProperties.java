package io.receivables.files;

import io.receivables.core.ledger.Ledger;
import io.receivables.testkit.ReceivablesArbitraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** The columnar path says what {@link CsvLedgerReader} says, of good files and bad ones, however they are cut into parts. */
class ColumnarCsvProperties {
    private static final String[] PIECES = {
        "\"",
        "\"\"",
        ",",
        "\n",
        "\r\n",
        "\r",
        " ",
        "F-1",
        "F-2",
        "C1",
        "C2",
        "2026-01-05",
        "05/01/2026",
        "EUR",
        "JPY",
        "1.00",
        "-5",
        "1,000.5",
        "\u0000",
        "é",
        "'=x",
        "PAYMENT",
        "yes",
        "Total",
        "F-3,C1,2026-01-05,2026-02-04,EUR,1.00\n",
        "\"F-4\",C1,2026-01-05,2026-02-04,EUR,\"1.00\"\n",
        "F-5,C2,2026-01-05,2025-02-04,USD,-7\n"
    };
    private static final String[] PAYMENT_PIECES = {
        "\"",
        ",",
        "\n",
        "\r",
        "P-1",
        "F-3",
        "F-9",
        "C1",
        "2026-02-30",
        "EUR",
        "P-1,F-3,,2026-01-09,EUR,0.40\n",
        "P-2,F-3,C2,2025-12-01,EUR,5\n",
        "P-3,,C7,2026-01-09,JPY,100\n",
        "P-4,F-4,C1,2026-03-09,,1.00\n",
        "P-5,F-5,C2,2026-03-09,USD,1.00\n",
        "P-3,,C7,2026-01-09,JPY,100\n",
        "P-4,F-4,C1,2026-03-10,EUR,0.25\n"
    };

    private Path folder = Path.of("");

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("columnar");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("invoices.csv"));
        Files.deleteIfExists(folder.resolve("payments.csv"));
        Files.delete(folder);
    }

    @Provide
    Arbitrary<Ledger> ledgers() {
        return ReceivablesArbitraries.ledgers();
    }

    @Provide
    Arbitrary<DirtyFiles> dirtyFiles() {
        return DirtyFiles.arbitrary();
    }

    @Provide
    Arbitrary<String> invoiceScraps() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> paymentScraps() {
        return Arbitraries.of(PAYMENT_PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
    }

    @Property
    void what_the_writer_writes_is_read_the_same(
            @ForAll("ledgers") Ledger ledger, @ForAll @IntRange(min = 20, max = 2_000) int partSize) {
        CsvLedgerWriter writer = CsvLedgerWriter.of(ledger);
        BothReaders.agree(folder, writer.invoices(), writer.payments(), partSize);
    }

    @Property(tries = 100)
    void dirty_files_are_read_the_same(
            @ForAll("dirtyFiles") DirtyFiles files, @ForAll @IntRange(min = 40, max = 700) int partSize) {
        BothReaders.agree(folder, files.invoices(), files.payments(), partSize);
    }

    @Property(tries = 500)
    void whatever_the_text_it_is_read_the_same(
            @ForAll("invoiceScraps") String invoices,
            @ForAll("paymentScraps") String payments,
            @ForAll @IntRange(min = 20, max = 300) int partSize) {
        BothReaders.agree(folder, Given.HEADER + invoices, Given.PAYMENT_HEADER + payments, partSize);
    }

    @Property(tries = 250)
    void payments_without_identifiers_are_read_the_same(
            @ForAll("paymentScraps") String payments, @ForAll @IntRange(min = 20, max = 300) int partSize) {
        String rows = "F-3,C1,2026-01-05,2026-02-04,EUR,1.00\nF-4,C2,2026-01-05,2026-02-04,EUR,1.00\n";
        String header = Given.PAYMENT_HEADER.substring(Given.PAYMENT_HEADER.indexOf(',') + 1);
        BothReaders.agree(folder, Given.HEADER + rows, header + payments.replaceAll("P-\\d,", ""), partSize);
    }
}
