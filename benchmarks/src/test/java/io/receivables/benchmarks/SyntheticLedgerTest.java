package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticLedgerTest {
    private static final int ROWS = 50_000;
    private static final SyntheticLedger SYNTHETIC = SyntheticLedger.of(ROWS, 42);
    private static final Ledger LEDGER = Ledger.ofColumns(SYNTHETIC.columns().build());
    private static final LedgerColumns COLUMNS = LEDGER.columns();
    private static final List<InvoiceRow> RECORDS = SYNTHETIC.records();

    @Test
    void same_seed_gives_the_same_ledger() {
        assertThat(SyntheticLedger.of(500, 7).records())
                .isEqualTo(SyntheticLedger.of(500, 7).records())
                .isNotEqualTo(SyntheticLedger.of(500, 8).records());
    }

    /** What every side answers, and so every figure of the benchmarks, follows from these bytes. */
    @Test
    void files_of_a_seed_are_the_same_on_every_machine_and_jdk(@TempDir Path folder) throws IOException {
        SyntheticLedger.of(1_000, 42).writeCsv(folder);

        try (Stream<String> lines = Files.lines(folder.resolve(SyntheticLedger.INVOICES))) {
            assertThat(lines.limit(2))
                    .containsExactly(
                            "invoice_id,customer_id,type,currency,issue_date,due_date,amount,settled_date",
                            "F10000000,C1000001,INVOICE,EUR,2024-01-01,2024-02-15,450.85,");
        }
        assertThat(crc(folder.resolve(SyntheticLedger.INVOICES))).isEqualTo("0596662d");
        assertThat(crc(folder.resolve(SyntheticLedger.PAYMENTS))).isEqualTo("f412f8f7");
    }

    private static String crc(Path file) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(Files.readAllBytes(file));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    @Test
    void documents_run_over_36_months_in_order_of_issue() {
        int[] issued = IntStream.range(0, ROWS).map(COLUMNS::issueDay).toArray();
        assertThat(issued).isSorted();
        assertThat(issued[0]).isEqualTo((int) SyntheticLedger.FIRST_DAY.toEpochDay());
        assertThat(issued[ROWS - 1]).isEqualTo((int) SyntheticLedger.TODAY.toEpochDay());
    }

    @Test
    void about_3_percent_are_credit_notes_and_there_are_1_14_settlements_per_document() {
        long credits =
                IntStream.range(0, ROWS).filter(row -> !COLUMNS.isDebit(row)).count();
        long settlements = RECORDS.stream()
                .mapToLong(invoice -> invoice.settlements().size())
                .sum();
        assertThat((double) credits / ROWS).isCloseTo(0.03, within(0.002));
        assertThat((double) settlements / ROWS).isCloseTo(1.14, within(0.02));
    }

    @Test
    void a_tenth_of_the_customers_has_almost_half_of_the_documents() {
        int[] documents = new int[COLUMNS.customers().size()];
        IntStream.range(0, ROWS).forEach(row -> documents[COLUMNS.customer(row)]++);
        int tenth = Arrays.stream(documents).limit(documents.length / 10).sum();
        assertThat(documents).hasSize(ROWS / 200);
        assertThat((double) tenth / ROWS).isCloseTo(0.46, within(0.02));
    }

    @Test
    void nothing_is_settled_beyond_its_amount_or_before_it_was_issued() {
        int today = (int) SyntheticLedger.TODAY.toEpochDay();
        for (int row = 0; row < ROWS; row++) {
            assertThat(COLUMNS.openAt(row, today)).isBetween(0L, COLUMNS.amount(row));
            InvoiceRow invoice = RECORDS.get(row);
            assertThat(invoice.settlements())
                    .allSatisfy(
                            settled -> assertThat(settled.date()).isBetween(invoice.issued(), SyntheticLedger.TODAY));
        }
    }

    @Test
    void three_currencies_and_every_bucket_are_filled_and_the_balance_foots() {
        var balance = Aging.of(LEDGER, AgingOptions.standard(SyntheticLedger.TODAY));
        assertThat(balance.currencies()).containsExactly("CAD", "EUR", "USD");
        balance.currencies()
                .forEach(code -> assertThat(balance.in(code).buckets()).allMatch(bucket -> bucket.items() > 0));
        assertThat(balance.footing().holds()).isTrue();
    }

    @Test
    void records_hold_what_the_columns_hold() {
        for (int row = 0; row < ROWS; row += 97) {
            var item = LEDGER.item(row, SyntheticLedger.TODAY);
            InvoiceRow invoice = RECORDS.get(row);
            assertThat(invoice.credit()).isEqualTo(!item.kind().isDebit());
            assertThat(invoice.customer()).isEqualTo(item.customerId());
            assertThat(invoice.currency()).isEqualTo(item.amount().currency().getCurrencyCode());
            assertThat(invoice.issued()).isEqualTo(item.issueDate());
            assertThat(invoice.due()).isEqualTo(item.dueDate());
            assertThat(invoice.amount()).isEqualTo(item.amount().amount());
            assertThat(invoice.settlements())
                    .isEqualTo(item.settlements().stream()
                            .map(s ->
                                    new InvoiceRow.Settled(s.date(), s.amount().amount()))
                            .toList());
            assertThat(invoice.openAt(SyntheticLedger.TODAY))
                    .isEqualTo(item.open().amount());
        }
    }
}
