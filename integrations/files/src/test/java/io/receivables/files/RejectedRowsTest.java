package io.receivables.files;

import static io.receivables.files.Given.HEADER;
import static io.receivables.files.Given.open;
import static io.receivables.files.Given.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedRowsTest {
    private final Map<String, StringWriter> written = new LinkedHashMap<>();

    private Writer target(String file) {
        StringWriter writer = new StringWriter();
        written.put(file, writer);
        return writer;
    }

    private LoadedLedger load(CsvMapping mapping, String... files) {
        CsvLedgerReader reader = CsvLedgerReader.with(mapping).rejectedRows(this::target, Locale.ENGLISH);
        for (int i = 0; i < files.length; i++) {
            reader.invoices("invoices-" + i + ".csv", new StringReader(files[i]));
        }
        return reader.load();
    }

    private String written(String file) {
        return written.get(file).toString();
    }

    @Test
    void rejected_rows_are_mended_and_read_again() {
        String original = HEADER
                + "F-1,C1,2026-01-05,2026-02-04,EUR,100.00\n"
                + "F-2,\"Acme, Inc\",2026-02-30,2026-02-04,EUR,1e3\n"
                + "F-3,C1,2026-01-05,2026-02-04,EUR\n"
                + "\"F-4,C1,2026-01-05,2026-02-04,EUR,7.00\n"
                + "F-5,C1,2026-01-05,2026-02-04,EUR,9.00,x\n";
        LoadedLedger first = load(CsvMapping.canonical(), original);

        assertThat(first.counts()).isEqualTo(new LoadedLedger.Counts(5, 1, 0, 0, 4, 0, 0));
        assertThat(written("invoices-0.csv"))
                .isEqualTo("\uFEFF"
                        + "rejected_line,rejected_because,rejected_text,invoice_id,customer_id,issue_date,due_date,currency,amount\r\n"
                        + "3,\"issue_date \"\"2026-02-30\"\" is no date of the formats yyyy-MM-dd, dd/MM/yyyy; amount \"\"1e3\"\" is no"
                        + " amount: write digits with \"\".\"\" before the decimals, such as 1200.50\",,F-2,\"Acme, Inc\",2026-02-30,"
                        + "2026-02-04,EUR,1e3\r\n"
                        + "4,the row has 5 cells where the header has 6: is a cell that contains the delimiter not in quotes?,,"
                        + "F-3,C1,2026-01-05,2026-02-04,EUR\r\n"
                        + "5,\"the row cannot be made out: is a quote never closed, or followed by text? Reading went on with the next"
                        + " line\",\"\"\"F-4,C1,2026-01-05,2026-02-04,EUR,7.00\",,,,,,\r\n"
                        + "6,the row has 7 cells where the header has 6: is a cell that contains the delimiter not in quotes?,,"
                        + "F-5,C1,2026-01-05,2026-02-04,EUR,9.00,x\r\n");

        String mended = written("invoices-0.csv")
                .replace("2026-02-30", "2026-02-28")
                .replace(",1e3\r", ",1000\r")
                .replace("EUR\r\n5", "EUR,3.00\r\n5")
                .replace(",,,,,,\r", ",F-4,C1,2026-01-05,2026-02-04,EUR,7.00\r")
                .replace(",9.00,x", ",9.00");
        LoadedLedger second = load(CsvMapping.canonical(), original, mended);

        assertThat(open(second))
                .isEqualTo(Map.of(
                        "F-1", eur("100.00"),
                        "F-2", eur("1000.00"),
                        "F-3", eur("3.00"),
                        "F-4", eur("7.00"),
                        "F-5", eur("9.00")));
        assertThat(second.counts()).isEqualTo(new LoadedLedger.Counts(9, 5, 0, 0, 4, 0, 0));
        assertThat(written).containsOnlyKeys("invoices-0.csv");
    }

    @Test
    void what_was_not_mended_is_rejected_again_and_its_reasons_are_replaced() {
        load(CsvMapping.canonical(), HEADER + "F-2,C1,2026-02-30,2026-02-04,EUR,5\n\"F-3,C1\n");
        String once = written("invoices-0.csv");
        LoadedLedger again = load(CsvMapping.canonical(), once);

        assertThat(again.counts()).isEqualTo(new LoadedLedger.Counts(2, 0, 0, 0, 2, 0, 0));
        assertThat(written("invoices-0.csv").lines().findFirst())
                .isEqualTo(once.lines().findFirst());
        assertThat(written("invoices-0.csv")).doesNotContain("rejected_line,rejected_because,rejected_text,rejected");
    }

    @Test
    void no_cell_starts_a_formula_and_the_guard_comes_off_again() {
        String row = "=cmd|' /C calc'!A0,@C1,2026-02-30,2026-02-04,EUR,-5.00\n";
        load(CsvMapping.canonical(), HEADER + row);

        assertThat(written("invoices-0.csv")).contains(",'=cmd|' /C calc'!A0,'@C1,2026-02-30,2026-02-04,EUR,-5.00\r\n");
        LoadedLedger mended =
                load(CsvMapping.canonical(), written("invoices-0.csv").replace("2026-02-30", "2026-02-28"));
        assertThat(open(mended)).isEqualTo(Map.of("=cmd|' /C calc'!A0", eur("-5.00")));
        assertThat(mended.ledger().customers().get(0).id()).isEqualTo("@C1");
    }

    @Test
    void a_file_without_quotes_gets_its_rows_back_without_quotes() {
        CsvMapping mapping = CsvMapping.of(
                CsvLayout.canonical().withDelimiter('|').withoutQuotes().withColumn(CsvField.REFERENCE, "text"));
        String header = HEADER.strip().replace(',', '|') + "|text\n";
        load(mapping, header + "F-1|C1|2026-02-30|2026-02-04|EUR|5|19\" \"TFT\"\n");
        LoadedLedger mended = load(mapping, written("invoices-0.csv").replace("2026-02-30", "2026-02-28"));

        assertThat(mended.ledger().document("F-1").orElseThrow().reference()).contains("19\" \"TFT\"");
    }

    @Test
    void headings_go_with_their_rows() {
        CsvMapping mapping = CsvMapping.of(CsvLayout.canonical().withHeadings(CsvField.CUSTOMER_NAME));
        String header = "invoice_id,issue_date,due_date,currency,amount\n";
        load(
                mapping,
                header + "Acme\nF-1,2026-02-30,2026-02-04,EUR,5\nF-2,2026-02-01,2026-02-04,EUR,5\nZebra\n"
                        + "F-3,2026-02-30,2026-02-04,EUR,7\nF-4,2026-02-30,2026-02-04,EUR,8\n");
        LoadedLedger mended = load(mapping, written("invoices-0.csv").replace("2026-02-30", "2026-02-28"));

        assertThat(problems(mended)).allMatch(problem -> problem.endsWith("DUE_BEFORE_ISSUE"));
        assertThat(mended.ledger().openItems(Given.LATE))
                .extracting(item -> item.id() + " " + item.customerId())
                .containsExactly("F-1 Acme", "F-3 Zebra", "F-4 Zebra");
    }

    @Test
    void reasons_are_told_in_french() {
        CsvLedgerReader.canonical()
                .rejectedRows(this::target, Locale.FRENCH)
                .invoices("i.csv", new StringReader(HEADER + ",C1,2026-02-03,2026-02-04,EUR,5\n"))
                .load();

        assertThat(written("i.csv")).contains("invoice_id est vide");
    }

    @Test
    void each_file_has_its_own_in_a_folder(@TempDir Path folder) throws IOException {
        String bad = HEADER + ",C1,2026-02-03,2026-02-04,EUR,5\n";
        CsvLedgerReader.canonical()
                .rejectedRows(folder.resolve("out"), Locale.ENGLISH)
                .invoices("a.csv", new StringReader(bad))
                .invoices("../x/a.csv", new StringReader(bad))
                .invoices("A.csv", new StringReader(bad))
                .invoices("good.csv", new StringReader(HEADER + "F-1,C1,2026-02-03,2026-02-04,EUR,5\n"))
                .payments("p", new StringReader(Given.PAYMENT_HEADER + "P-1,,,2026-02-03,EUR,5\n"))
                .load();

        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "a-rejected.csv", ".._x_a-rejected.csv", "A-rejected-2.csv", "p-rejected.csv");
        }
        assertThat(Files.readString(folder.resolve("out/p-rejected.csv"))).contains("names neither a document");
        LoadedLedger again = CsvLedgerReader.canonical()
                .invoices(folder.resolve("out/a-rejected.csv"))
                .load();
        assertThat(problems(again)).containsExactly("2 invoice_id BLANK");
    }

    @Test
    void a_target_that_fails_is_no_bad_row() {
        assertThatThrownBy(() -> CsvLedgerReader.canonical()
                        .rejectedRows(
                                file -> {
                                    throw new IOException("disk full");
                                },
                                Locale.ENGLISH)
                        .invoices("i.csv", new StringReader(HEADER + ",C1,2026-02-03,2026-02-04,EUR,5\n"))
                        .load())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("i.csv")
                .hasMessageContaining("disk full");
    }

    @Test
    void problems_beyond_the_most_that_are_kept_are_counted() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 30; i++) {
            rows.append(",C1,2026-02-03,2026-02-04,EUR,5\n");
        }
        LoadedLedger loaded = CsvLedgerReader.canonical()
                .keepingProblems(10)
                .rejectedRows(this::target, Locale.ENGLISH)
                .invoices("i.csv", new StringReader(rows.toString()))
                .load();

        assertThat(loaded.counts().rejected()).isEqualTo(30);
        assertThat(loaded.problems()).hasSize(11);
        assertThat(loaded.problems().get(10).message())
                .isEqualTo("20 more problems RCV-FILES-020 were met; only the first 10 of all are listed");
        assertThat(written("i.csv").lines()).hasSize(31);
        assertThatThrownBy(() -> CsvLedgerReader.canonical().keepingProblems(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(List.copyOf(loaded.errors())).hasSize(10);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
