package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.receivables.examples.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as a user runs it: arguments in, exit code, output and files out. */
class ReceivablesReportTest {
    /** Two currencies, credits, an overpayment, a dispute, and rows that are wrong. */
    private static final String INVOICES = """
            invoice_id,customer_id,customer_name,type,issue_date,due_date,currency,amount,disputed,settled_date
            A1,C1,Bücher & Söhne,INVOICE,2026-01-15,2026-02-14,CAD,1000.00,no,2026-02-24
            A2,C1,,INVOICE,2026-04-10,2026-05-10,CAD,600.00,no,
            A3,C2,Ébénisterie Roy,INVOICE,2026-05-05,2026-06-04,CAD,900.00,yes,
            A4,C2,,INVOICE,2026-06-01,2026-07-01,CAD,1500.00,yes,
            A5,C1,,DEBIT_NOTE,2026-06-15,2026-06-30,CAD,100.00,,
            A6,C1,,CREDIT_NOTE,2026-06-20,2026-06-20,CAD,120.00,,
            B1,C3,Maison Durand SA,INVOICE,2026-06-10,2026-06-25,EUR,250.00,,
            A2,C1,,INVOICE,2026-04-10,2026-05-10,CAD,600.00,no,
            X1,C1,,INVOICE,2026-02-30,2026-05-10,CAD,600.00,no,
            X2,C1,,INVOICE,2026-04-10,2026-05-10,CAD,6.001,no,
            """;

    private static final String PAYMENTS = """
            payment_id,invoice_id,customer_id,date,amount,currency
            P1,A2,,2026-05-20,200.00,CAD
            P2,A3,,2026-06-10,950.00,CAD
            P3,,C3,2026-06-28,300.00,EUR
            """;

    @TempDir
    private Path folder;

    private Path invoices;
    private Path payments;

    @BeforeEach
    void write() throws IOException {
        invoices = Files.writeString(folder.resolve("invoices.csv"), INVOICES);
        payments = Files.writeString(folder.resolve("payments.csv"), PAYMENTS);
    }

    private record Ran(int exit, String out, String err) {}

    private static Ran run(Style style, List<String> args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = ReceivablesReport.run(
                args.toArray(String[]::new),
                style,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(
                exit,
                out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"),
                err.toString(StandardCharsets.UTF_8));
    }

    private static Ran run(String... args) {
        return run(Style.PLAIN, List.of(args));
    }

    private Ran runSmall(String asOf, String... more) {
        List<String> args = new ArrayList<>(
                List.of("--invoices", invoices.toString(), "--payments", payments.toString(), "--as-of", asOf));
        args.addAll(List.of(more));
        return run(Style.PLAIN, args);
    }

    private JsonNode json(String asOf, String... more) throws IOException {
        Path file = folder.resolve("report.json");
        List<String> args = new ArrayList<>(List.of("--json", file.toString()));
        args.addAll(List.of(more));
        assertThat(runSmall(asOf, args.toArray(String[]::new)).exit()).isZero();
        return JsonMapper.builder().build().readTree(Files.readString(file));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReceivablesReportTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    // ---- JSON

    /** The expected file shows the arithmetic of every figure. */
    @Test
    void json_of_a_small_ledger_is_as_computed_by_hand() throws IOException {
        JsonNode expected = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .build()
                .readTree(resource("report/small.json5"));

        assertThat(json("2026-06-30").toPrettyString()).isEqualTo(expected.toPrettyString());
    }

    @Test
    void json_is_the_same_bytes_every_time() throws IOException {
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");

        runSmall("2026-06-30", "--json", first.toString());
        runSmall("2026-06-30", "--json", second.toString());

        assertThat(Files.readString(second))
                .isEqualTo(Files.readString(first))
                .startsWith("{\n  \"asOf\": \"2026-06-30\",\n");
    }

    @Test
    void off_a_month_end_whole_month_figures_are_null_with_a_reason() throws IOException {
        JsonNode cad = json("2026-06-15").at("/currencies/CAD");

        assertThat(cad.at("/dso/countBackMonthly").isNull()).isTrue();
        assertThat(cad.at("/dso/countBackMonthlyReason").textValue()).contains("2026-06-15", "month");
        assertThat(cad.at("/dso/countBackStatus/monthly").textValue()).isEqualTo("UNDEFINED");
        assertThat(cad.at("/cei").isNull()).isTrue();
        assertThat(cad.at("/ceiReason").textValue()).contains("2026-06-15");
        // net 400 + 1,500 + 100 - 50 = 1,950: 15 days of June consume 100 and 1,500, 26 days of May nothing, the rest
        // 350 / 900
        assertThat(cad.at("/dso/countBackDaily").textValue()).isEqualTo("41.388889");
        assertThat(cad.at("/dso/countBackStatus/daily").textValue()).isEqualTo("OK");
    }

    @Test
    void what_is_dated_later_is_counted_as_an_item_and_nowhere_else() throws IOException {
        JsonNode report = json("2026-01-31");

        assertThat(report.at("/items/invoices").intValue()).isEqualTo(6);
        assertThat(report.get("currencies")).hasSize(1);
        assertThat(report.at("/currencies/CAD/receivables").textValue()).isEqualTo("1000.00");
        // the receivables of 1,000.00 are all of January's sales: 31 days by the month, 17 days back to the 15th
        assertThat(report.at("/currencies/CAD/dso/countBackMonthly").textValue())
                .isEqualTo("31.000000");
        assertThat(report.at("/currencies/CAD/dso/countBackDaily").textValue()).isEqualTo("17.000000");
        assertThat(report.get("customers")).hasSize(1);
    }

    @Test
    void before_the_first_invoice_there_is_nothing() throws IOException {
        JsonNode report = json("2020-12-31");

        assertThat(report.get("currencies")).isEmpty();
        assertThat(report.get("customers")).isEmpty();
        assertThat(report.get("problems")).hasSize(4);
        assertThat(runSmall("2020-12-31").out()).contains("Nothing was issued by 31 December 2020.");
    }

    @Test
    void messages_are_in_the_language_asked_for() throws IOException {
        JsonNode report = json("2026-06-30", "--lang", "fr");

        assertThat(report.at("/currencies/CAD/dso/simple365Reason").textValue()).contains("ventes");
        assertThat(report.get("problems"))
                .allSatisfy(problem -> assertThat(problem.get("message").textValue())
                        .isNotBlank()
                        .doesNotContain(" is "));
    }

    // ---- page

    @Test
    void page_shows_the_figures_of_the_report_under_the_file_s_name() throws IOException {
        Path page = folder.resolve("report.html");

        Ran ran = runSmall("2026-06-30", "--html", page.toString(), "--lang", "fr");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).endsWith("La page pour le navigateur : " + page + "\n");
        assertThat(Files.readString(page))
                .contains("<html lang=\"fr\"", "<h1><bdi>invoices.csv + payments.csv</bdi></h1>")
                .contains("data-figure=\"CAD.dso.simple90\" data-value=\"55.268456\"")
                .contains("data-problem=\"RCV-FILES-021\" data-count=\"1\"");
    }

    @Test
    void page_of_the_sample_is_written_without_being_asked_for() throws IOException {
        Path page = Path.of("target", "receivables.html");
        Files.deleteIfExists(page);

        assertThat(run().out()).endsWith("The page for the browser: " + page + "\n");
        assertThat(Files.readString(page)).contains("<h1><bdi>Équipement Boréal inc. / Boreal Gear Inc.");
        assertThat(runSmall("2026-06-30").out()).doesNotContain("The page");
    }

    @Test
    void page_that_cannot_be_written_is_one_line_and_exit_code_1() {
        assertFailed(runSmall("2026-06-30", "--html", folder.toString()), folder.toString());
    }

    // ---- terminal

    @ParameterizedTest
    @CsvSource({"en", "fr"})
    void terminal_report_of_a_small_ledger_reads_well(String lang) throws IOException {
        assertThat(runSmall("2026-06-30", "--lang", lang).out()).isEqualTo(resource("report/small-" + lang + ".txt"));
    }

    @ParameterizedTest
    @CsvSource({"en", "fr"})
    void no_line_is_longer_than_80_columns(String lang) throws IOException {
        assertThat(run("--lang", lang).out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        Files.writeString(invoices, """
                invoice_id,customer_id,customer_name,issue_date,due_date,currency,amount
                A,C1,%s,2026-01-15,2026-02-14,CAD,9999999999999.99
                B,C2,,2026-06-15,2026-07-14,CAD,1234567890123.45
                C,C3,,never,2026-02-14,%s,1
                """.replace("%s", "x".repeat(300)));
        assertThat(runSmall("2026-06-30", "--lang", lang).out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void without_arguments_the_sample_is_shown_as_of_its_last_month_end() {
        Ran ran = run();

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("RECEIVABLES as of 30 June 2026", "Boreal Gear", "━━ CAD", "━━ EUR", "━━ USD");
    }

    @Test
    void sample_is_shown_as_of_any_date() {
        assertThat(run("--as-of", "2025-03-15").out()).contains("RECEIVABLES as of 15 March 2025");
        assertThat(run("--as-of=2025-03-15", "--lang=fr").out()).contains("CRÉANCES CLIENTS au 15 mars 2025");
    }

    @Test
    void plain_output_has_no_colours_and_coloured_output_says_the_same() {
        String plain = run().out();
        String coloured = run(Style.COLOUR, List.of()).out();

        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[1m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void control_characters_of_a_file_do_not_reach_the_terminal() throws IOException {
        Files.writeString(invoices, """
                invoice_id,customer_id,customer_name,issue_date,due_date,currency,amount
                A,C1,"Evil \u001b[2J\u202e",2026-01-15,2026-02-14,CAD,10.00
                B,C1,,\u001b[2J,2026-02-14,CAD,10.00
                """);

        assertThat(runSmall("2026-06-30").out()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void large_files_tell_how_far_they_were_read() throws IOException {
        StringBuilder large = new StringBuilder("invoice_id,customer_id,issue_date,due_date,currency,amount\n");
        for (int i = 0; i < 50_000; i++) {
            large.append(i).append(",C,2026-06-01,2026-07-01,CAD,1\n");
        }
        Files.writeString(invoices, large);

        assertThat(runSmall("2026-06-30", "--lang", "fr").err().strip()).isEqualTo("invoices.csv : 50 000 lignes lues");
    }

    // ---- currency, mapping

    @Test
    void currency_fills_a_missing_column_only() throws IOException {
        assertThat(json("2026-06-30", "--currency", "USD").get("currencies").fieldNames())
                .toIterable()
                .containsExactly("CAD", "EUR");
        Files.writeString(invoices, "invoice_id,customer_id,issue_date,due_date,amount\nA,C,2026-06-01,2026-07-01,5\n");
        Files.writeString(payments, "payment_id,invoice_id,date,amount\nP,A,2026-06-02,2\n");

        JsonNode report = json("2026-06-30", "--currency", "USD");

        assertThat(report.at("/currencies/USD/receivables").textValue()).isEqualTo("3.00"); // 5 - 2
        assertThat(report.at("/items/payments").intValue()).isEqualTo(1);
    }

    @Test
    void shipped_mapping_reads_the_file_that_it_was_made_for() throws IOException {
        Files.writeString(invoices, """
                countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate
                391,0379-NEVHP,4/6/2013,0000611365,1/2/2013,2/1/2013,55.94,No,1/15/2013
                406,8976-AMJEO,3/3/2012,0007900770,1/26/2013,2/25/2013,61.74,Yes,3/3/2013
                """);
        Files.writeString(payments, "payment_id,invoice_id,date,amount\n");
        Path mapping = Path.of("mappings", "ibm-ar.json");

        JsonNode report = json("2013-02-28", "--mapping", mapping.toString());

        assertThat(report.at("/currencies/USD/receivables").textValue()).isEqualTo("61.74");
        assertThat(report.at("/currencies/USD/overdue").textValue()).isEqualTo("61.74"); // due 3 days ago
        assertThat(report.at("/currencies/USD/disputed/amount").textValue()).isEqualTo("61.74");
        assertThat(report.at("/currencies/USD/averageDaysLate").textValue()).isEqualTo("0.000000"); // 17 days early
    }

    // ---- wrong usage

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--frobnicate                                   | unknown option --frobnicate",
                "-x                                             | unknown option -x",
                "invoices.csv                                   | unexpected argument invoices.csv",
                "--invoices a.csv                               | --as-of DATE",
                "--invoices                                     | --invoices needs a value",
                "--invoices --as-of 2026-06-30                  | --invoices needs a value",
                "--invoices= --as-of 2026-06-30                 | --invoices needs a value",
                "--as-of 30/06/2026                             | 30/06/2026 is no date",
                "--as-of 2026-02-30                             | 2026-02-30 is no date",
                "--as-of 0026-06-30                             | 0026-06-30 is no date",
                "--as-of 2026-06-30 --as-of 2026-06-30          | --as-of is given twice",
                "--lang de                                      | language de is neither en nor fr",
                "--payments p.csv                               | --payments needs --invoices FILE",
                "--mapping m.json                               | --mapping needs --invoices FILE",
                "--currency EUR                                 | --currency needs --invoices FILE",
                "--invoices a --as-of 2026-06-30 --currency eur | eur is no ISO 4217 currency",
                "--invoices a --as-of 2026-06-30 --currency EU  | EU is no ISO 4217 currency",
                "--invoices a --as-of 2026-06-30 --json ./a     | would overwrite the file of --invoices",
                "--invoices a --as-of 2026-06-30 --html ./a     | --html ./a would overwrite the file of --invoices",
                "--json a --html b/../a                         | would overwrite the file of --",
                "--html                                         | --html needs a value",
                "--rejected r                                   | --rejected needs --invoices FILE",
                "--invoices a --as-of 2026-06-30 --answer a=b   | --answer needs --mapping auto",
                "--invoices a --mapping m --as-of 2026-06-30 --save-mapping s | --save-mapping needs --mapping auto",
                "--invoices a --mapping auto --answer a         | a is no answer: write KEY=VALUE",
                "--invoices a --mapping auto --answer a=b --answer a=c | --answer a is given twice",
                "--invoices a --mapping auto --as-of 2026-06-30 --save-mapping ./a | would overwrite",
                "--lang fr --as-of hier                         | hier n'est pas une date",
                "--foo --lang fr                                | option inconnue --foo",
            })
    void wrong_usage_is_one_clear_line_and_exit_code_2(String args, String message) {
        Ran ran = run(args.split(" "));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(message, "--help"));
    }

    @ParameterizedTest
    @CsvSource({
        "--help,--as-of DATE",
        "-h,--as-of DATE",
        "--help --lang fr,la devise",
        "--invoices a --help,--json FILE"
    })
    void help_is_no_failure(String args, String contained) {
        Ran ran = run(args.split(" "));

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains(contained);
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    // ---- files that cannot be used at all

    private void assertFailed(Ran ran, String... contained) {
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(contained));
    }

    @Test
    void a_file_that_does_not_exist_is_one_line_and_exit_code_1() {
        assertFailed(run("--invoices", "missing.csv", "--as-of", "2026-06-30"), "missing.csv", "no such file");
        assertFailed(
                runSmall("2026-06-30", "--mapping", "missing.json", "--lang", "fr"), "missing.json", "n'existe pas");
        assertFailed(run("--invoices", folder.toString(), "--as-of", "2026-06-30"), "it is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"colums\":{}}", "{\"columns\":{\"amount\":\"no such header\"}}"})
    void a_mapping_that_cannot_be_used_is_one_line_and_exit_code_1(String mapping) throws IOException {
        Path file = Files.writeString(folder.resolve("mapping.json"), mapping);

        assertFailed(runSmall("2026-06-30", "--mapping", file.toString()), "RCV-FILES-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "a,b,c\n1,2,3\n"})
    void an_invoice_file_without_its_header_is_one_line_and_exit_code_1(String csv) throws IOException {
        Files.writeString(invoices, csv);

        assertFailed(runSmall("2026-06-30"), "RCV-FILES-01");
    }

    @Test
    void a_report_that_cannot_be_written_is_one_line_and_exit_code_1() {
        assertFailed(runSmall("2026-06-30", "--json", folder.toString()), folder.toString());
        assertFailed(
                runSmall(
                        "2026-06-30",
                        "--json",
                        folder.resolve("no/such/folder.json").toString()),
                "no such file");
    }
}
