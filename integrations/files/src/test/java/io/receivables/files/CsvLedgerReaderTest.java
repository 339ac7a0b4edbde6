package io.receivables.files;

import static io.receivables.files.Given.HEADER;
import static io.receivables.files.Given.PAYMENT_HEADER;
import static io.receivables.files.Given.open;
import static io.receivables.files.Given.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Document;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.ledger.LedgerProblem;
import io.receivables.files.CsvLayout.MissingDueDate;
import io.receivables.files.CsvLayout.NegativeAmount;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLedgerReaderTest {
    @TempDir
    Path folder = Path.of("");

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static Document document(LoadedLedger loaded, String id) {
        return loaded.ledger().document(id).orElseThrow();
    }

    // ---- the whole of it

    @Test
    void a_dirty_export_loads_its_good_rows_and_names_the_bad_ones() {
        LoadedLedger loaded = Given.invoicesAndPayments("""
                invoice_id,customer_id,customer_name,country,type,issue_date,due_date,currency,amount,disputed
                F-1,C1,Acme SA,FR,INVOICE,2026-01-05,2026-02-04,EUR,1200.00,
                F-2,C1,Acme SA,FR,,05/01/2026,04/02/2026,EUR,"1,300.50",oui
                F-3,C2,Dupont,FR,CREDIT_NOTE,2026-01-10,2026-01-10,EUR,200.00,no
                F-4,C2,Dupont,FR,INVOICE,2026-01-12,2026-02-11,EUR,-50.00,no
                F-5,C3,Beta Ltd,CA,DEBIT_NOTE,2026-01-15,2026-02-14,CAD,75.25,no
                F-1,C1,Acme SA,FR,INVOICE,2026-01-05,2026-02-04,EUR,1200.00,
                F-2,C1,Acme SA,FR,INVOICE,2026-01-05,2026-02-04,EUR,1300.51,yes
                F-6,C4,Gamma,DE,INVOICE,31/02/2026,2026-03-01,EUR,10.00,
                F-7,C4,Gamma,DE,INVOICE,2026-02-01,,EUR,10.00,
                F-8,C4,Gamma,DE,INVOICE,2026-02-01,2026-03-03,EURO,10.00,perhaps
                F-9,C4,Gamma,DE,INVOICE,2026-02-01,2026-03-03,EUR,5442.091,
                """, """
                payment_id,invoice_id,customer_id,date,currency,amount,reference
                P-1,F-1,C1,2026-02-01,EUR,200.00,part
                P-2,F-5,C3,2026-02-20,CAD,100.00,too much
                P-3,F-99,C2,2026-02-21,EUR,30.00,
                P-4,F-99,,2026-02-21,EUR,30.00,
                P-5,,,2026-02-21,EUR,30.00,
                P-6,F-1,,2026-02-22,USD,30.00,
                P-1,F-1,C1,2026-02-01,EUR,200.00,part
                P-7,F-1,,2026-02-23,EUR,-5.00,
                P-8,F-3,,2026-02-23,EUR,5.00,
                """);

        // 11 + 9 rows = 3 invoices and debit notes + 2 credit notes + 3 payments + 10 rejected + 2 duplicates
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(20, 3, 2, 3, 10, 2, 0));
        assertThat(loaded.counts().addUp()).isTrue();
        assertThat(problems(loaded))
                .containsExactly(
                        "7 invoice_id DUPLICATE_ROW",
                        "8 invoice_id CONFLICTING_ROW",
                        "9 issue_date NOT_A_DATE",
                        "10 due_date BLANK",
                        "11 currency UNKNOWN_CURRENCY",
                        "11 disputed NOT_YES_OR_NO",
                        "12 amount TOO_MANY_DECIMALS",
                        "4 invoice_id UNAPPLIED_TO_UNKNOWN_INVOICE",
                        "5 invoice_id UNKNOWN_INVOICE",
                        "6 invoice_id NEITHER_INVOICE_NOR_CUSTOMER",
                        "7 currency OTHER_CURRENCY",
                        "8 payment_id DUPLICATE_ROW",
                        "9 amount PAYMENT_NOT_POSITIVE",
                        "10 invoice_id PAYS_CREDIT_NOTE",
                        "3 amount OVERPAYMENT");
        assertThat(loaded.problems().get(2)).satisfies(problem -> {
            assertThat(problem.attributes())
                    .containsEntry(Problem.FILE, "invoices.csv")
                    .containsEntry(Problem.LINE, "9")
                    .containsEntry(Problem.FIELD, "issue_date")
                    .containsEntry(Problem.VALUE, "31/02/2026");
            assertThat(problem.message())
                    .isEqualTo("issue_date \"31/02/2026\" is no date of the formats yyyy-MM-dd, dd/MM/yyyy");
            assertThat(problem.message(Locale.CANADA_FRENCH))
                    .isEqualTo("issue_date « 31/02/2026 » n'est pas une date aux formats yyyy-MM-dd, dd/MM/yyyy");
        });
        assertThat(open(loaded))
                .isEqualTo(Map.of(
                        "F-1", eur("1000.00"), // 1,200.00 - 200.00
                        "F-2", eur("1300.50"),
                        "F-3", eur("-200.00"),
                        "F-4", eur("-50.00"),
                        "P-2", Money.of("-24.75", "CAD"), // 100.00 - 75.25 of F-5
                        "P-3", eur("-30.00")));
        assertThat(loaded.ledger().items("F-2", Given.LATE))
                .singleElement()
                .satisfies(item -> assertThat(item.disputed()).isEqualTo(eur("1300.50")));
        assertThat(loaded.ledger().customer("C1"))
                .contains(Customer.of("C1", "Acme SA").inCountry("FR"));
        assertThat(loaded.errors()).hasSize(11).allMatch(Problem::isError);
        assertThat(loaded.warnings()).hasSize(4).noneMatch(Problem::isError);
    }

    @Test
    void every_field_of_a_document_is_taken_over() {
        LoadedLedger loaded = Given.invoices("""
                invoice_id,customer_id,customer_name,country,segment,type,issue_date,due_date,delivery_date,posting_date,\
                currency,amount,tax_amount,reference,terms
                F-1,C1,Acme,FR,retail,debit note,2026-01-05,2026-02-04,2026-01-02,2026-01-06,EUR,120.00,20.00,PO-77,net 30
                """);

        assertThat(document(loaded, "F-1"))
                .isEqualTo(DebitNote.of("F-1", "C1", date("2026-01-05"), eur("120.00"))
                        .dueOn(date("2026-02-04"))
                        .deliveredOn(date("2026-01-02"))
                        .postedOn(date("2026-01-06"))
                        .withTax(eur("20.00"))
                        .withReference("PO-77")
                        .withTerms("net 30"));
        assertThat(loaded.ledger().customers())
                .containsExactly(Customer.of("C1", "Acme").inCountry("FR").inSegment("retail"));
    }

    @Test
    void a_mapped_export_reads_as_it_is_written() {
        CsvMapping mapping = CsvMapping.parse("""
                {"columns": {"invoice_id": "No facture", "customer_name": "Client", "issue_date": "Émise le",
                             "due_date": "Échéance", "amount": "Montant TTC", "tax_amount": "dont TVA"},
                 "constants": {"currency": "CAD"},
                 "dateFormats": ["d MMM yyyy"], "decimal": ",", "delimiter": ";", "encoding": "windows-1252",
                 "payments": {"columns": {"invoice_id": "Facture", "date": "Reçu", "amount": "Montant"},
                              "dateFormats": ["dd.MM.yyyy"]}}""");
        Charset encoding = Charset.forName("windows-1252");
        byte[] invoices = """
                no facture ;CLIENT;Émise le;Échéance;Montant TTC;dont TVA;autre
                F-1;Société Générale;5 janv. 2026;4 févr. 2026;1 234,50;205,75;x
                """.getBytes(encoding);
        byte[] payments = "Facture;Reçu;Montant\nF-1;01.02.2026;34,50\n".getBytes(encoding);

        LoadedLedger loaded = CsvLedgerReader.with(mapping)
                .invoices("factures.csv", new ByteArrayInputStream(invoices))
                .payments("paiements.csv", new ByteArrayInputStream(payments))
                .load();

        assertThat(loaded.problems()).isEmpty();
        assertThat(document(loaded, "F-1"))
                .isEqualTo(Invoice.of("F-1", "Société Générale", date("2026-01-05"), Money.of("1234.50", "CAD"))
                        .dueOn(date("2026-02-04"))
                        .withTax(Money.of("205.75", "CAD")));
        assertThat(loaded.ledger().facts())
                .contains(Payment.of(
                        "paiements.csv:2", "Société Générale", date("2026-02-01"), Money.of("34.50", "CAD")));
        assertThat(open(loaded)).isEqualTo(Map.of("F-1", Money.of("1200.00", "CAD")));
    }

    @Test
    void files_are_read_from_paths_and_progress_is_told() throws IOException {
        Path invoices = folder.resolve("invoices.csv");
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 25_000; i++) {
            text.append("F-").append(i).append(",C1,2026-01-05,2026-02-04,EUR,1.00\n");
        }
        Files.writeString(invoices, text);
        Path payments = folder.resolve("payments.csv");
        Files.writeString(payments, PAYMENT_HEADER + "P-1,F-7,,2026-02-04,EUR,1.00\n");
        List<String> told = new ArrayList<>();

        LoadedLedger loaded = CsvLedgerReader.canonical()
                .onProgress((file, rows) -> told.add(file + " " + rows))
                .invoices(invoices)
                .payments(payments)
                .load();

        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(25_001, 25_000, 0, 1, 0, 0, 0));
        assertThat(told)
                .containsExactly("invoices.csv 10000", "invoices.csv 20000", "invoices.csv 25000", "payments.csv 1");
    }

    @Test
    void several_files_of_a_kind_are_one_ledger() {
        LoadedLedger loaded = CsvLedgerReader.canonical()
                .payments("p.csv", new StringReader(PAYMENT_HEADER + "P-1,F-2,,2026-02-01,EUR,5.00\n"))
                .invoices("a.csv", new StringReader(HEADER + "F-1,C1,2026-01-05,2026-02-04,EUR,10.00\n"))
                .invoices(
                        "b.csv",
                        new StringReader(HEADER + "F-2,C1,2026-01-05,2026-02-04,EUR,20.00\n"
                                + "F-1,C1,2026-01-05,2026-02-04,EUR,10.00\n"))
                .load();

        assertThat(open(loaded)).isEqualTo(Map.of("F-1", eur("10.00"), "F-2", eur("15.00")));
        assertThat(loaded.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).isEqualTo("F-1 repeats line 2 of a.csv; it counts once"));
    }

    @Test
    void without_files_there_is_nothing_to_read() {
        assertThatThrownBy(() -> CsvLedgerReader.canonical().load())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no file");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> CsvLedgerReader.canonical()
                        .invoices(folder.resolve("none.csv"))
                        .load())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.csv");
        assertThatThrownBy(() -> CsvLedgerReader.canonical().invoices(folder).load())
                .isInstanceOf(UncheckedIOException.class);
    }

    // ---- headers

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "customer_id,issue_date,due_date,currency,amount|MISSING_COLUMN|invoice_id",
                "invoice_id,issue_date,due_date,currency,amount|MISSING_COLUMN|customer_id",
                "invoice_id,customer_id,due_date,currency,amount|MISSING_COLUMN|issue_date",
                "invoice_id,customer_id,issue_date,currency,amount|MISSING_COLUMN|due_date",
                "invoice_id,customer_id,issue_date,due_date,amount|MISSING_COLUMN|currency",
                "invoice_id,customer_id,issue_date,due_date,currency|MISSING_COLUMN|amount",
                "invoice_id,customer_id,issue_date,due_date,currency,amount,Amount |DUPLICATE_HEADER|amount",
                "invoice_id;customer_id;issue_date;due_date;currency;amount|WRONG_DELIMITER|-",
            })
    void a_header_that_does_not_do_is_refused(String header, CsvProblem code, String field) {
        assertThatThrownBy(() -> Given.invoices(header + "\n")).isInstanceOfSatisfying(CsvException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().attribute(Problem.FILE)).isEqualTo("invoices.csv");
            assertThat(refused.problem().attribute(Problem.FIELD)).isEqualTo(field == null ? "" : field);
        });
    }

    @Test
    void a_mapped_header_that_is_not_in_the_file_is_refused_with_the_nearest() {
        CsvMapping mapping = CsvMapping.of(CsvLayout.canonical().withColumn(CsvField.AMOUNT, "Total amount"));

        assertThatThrownBy(() ->
                        Given.invoices(mapping, "invoice_id,customer_id,issue_date,due_date,currency,TotalAmnt\n"))
                .isInstanceOf(CsvException.class)
                .hasMessage(
                        "RCV-FILES-012: invoices.csv has no column \"Total amount\", which the mapping gives to amount;"
                                + " the nearest is \"TotalAmnt\", all are:"
                                + " invoice_id, customer_id, issue_date, due_date, currency, TotalAmnt");
    }

    @Test
    void a_header_mapped_to_one_field_is_not_the_canonical_one_of_another() {
        CsvMapping mapping = CsvMapping.of(CsvLayout.canonical()
                .withColumn(CsvField.INVOICE_ID, "reference")
                .withColumn(CsvField.CUSTOMER_ID, "Customer")
                .withColumn(CsvField.CUSTOMER_NAME, "Customer"));
        LoadedLedger loaded = Given.invoices(mapping, """
                reference,customer,issue_date,due_date,currency,amount,invoice_id
                F-1,Acme,2026-01-05,2026-02-04,EUR,10.00,not this
                """);

        assertThat(document(loaded, "F-1").reference()).isEmpty();
        assertThat(loaded.ledger().customers()).containsExactly(Customer.of("Acme", "Acme"));
    }

    @Test
    void a_header_that_nobody_needs_may_be_there_twice() {
        LoadedLedger loaded = Given.invoices("""
                note,invoice_id,customer_id,issue_date,due_date,currency,amount,note,,,
                a,F-1,C1,2026-01-05,2026-02-04,EUR,10.00,b
                a,F-2,C1,2026-01-05,2026-02-04,EUR,10.00,b,,,
                """);

        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(2, 2, 0, 0, 0, 0, 0));
    }

    @Test
    void a_customer_name_serves_as_identifier_where_there_is_none() {
        LoadedLedger loaded = Given.invoices("""
                invoice_id,customer_name,issue_date,due_date,currency,amount
                F-1,Acme SA,2026-01-05,2026-02-04,EUR,10.00
                F-2,,2026-01-05,2026-02-04,EUR,10.00
                """);

        assertThat(loaded.ledger().customers()).containsExactly(Customer.of("Acme SA", "Acme SA"));
        assertThat(problems(loaded)).containsExactly("3 customer_name BLANK");
    }

    // ---- currencies and constants

    @Test
    void the_default_currency_fills_a_missing_column_only() {
        LoadedLedger loaded = CsvLedgerReader.canonical()
                .defaultCurrency("EUR")
                .invoices("a.csv", new StringReader("""
                        invoice_id,customer_id,issue_date,due_date,amount
                        F-1,C1,2026-01-05,2026-02-04,10.00
                        """))
                .invoices("b.csv", new StringReader(HEADER + "F-2,C1,2026-01-05,2026-02-04,,10.00\n"))
                .load();

        assertThat(open(loaded)).isEqualTo(Map.of("F-1", eur("10.00")));
        assertThat(problems(loaded)).containsExactly("2 currency BLANK");
        assertThatThrownBy(() -> CsvLedgerReader.canonical().defaultCurrency("EURO"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_constant_fills_blank_cells_too_and_comes_before_the_default() {
        CsvMapping mapping = CsvMapping.of(CsvLayout.canonical()
                .withConstant(CsvField.CURRENCY, "CAD")
                .withConstant(CsvField.SEGMENT, "retail")
                .withConstant(CsvField.DUE_DATE, "2026-12-31"));
        LoadedLedger loaded = CsvLedgerReader.with(mapping)
                .defaultCurrency("EUR")
                .invoices("a.csv", new StringReader("""
                        invoice_id,customer_id,issue_date,currency,amount
                        F-1,C1,2026-01-05,,10.00
                        F-2,C1,2026-01-05,USD,10.00
                        """))
                .invoices("b.csv", new StringReader("""
                        invoice_id,customer_id,issue_date,amount
                        F-3,C1,2026-01-05,10.00
                        """))
                .load();

        assertThat(loaded.problems()).isEmpty();
        assertThat(open(loaded))
                .isEqualTo(Map.of(
                        "F-1", Money.of("10.00", "CAD"),
                        "F-2", Money.of("10.00", "USD"),
                        "F-3", Money.of("10.00", "CAD")));
        assertThat(document(loaded, "F-3").instalments().get(0).dueDate()).isEqualTo("2026-12-31");
        assertThat(loaded.ledger().customer("C1")).contains(Customer.of("C1").inSegment("retail"));
    }

    @Test
    void currency_codes_are_read_in_any_case_and_with_their_own_decimals() {
        LoadedLedger loaded = Given.invoices(HEADER + """
                F-1,C1,2026-01-05,2026-02-04,eur,10.5
                F-2,C1,2026-01-05,2026-02-04,JPY,1000
                F-3,C1,2026-01-05,2026-02-04,JPY,1000.5
                F-4,C1,2026-01-05,2026-02-04,KWD,1.234
                F-5,C1,2026-01-05,2026-02-04,XYZ,1
                """);

        assertThat(open(loaded))
                .isEqualTo(
                        Map.of("F-1", eur("10.50"), "F-2", Money.of("1000", "JPY"), "F-4", Money.of("1.234", "KWD")));
        assertThat(problems(loaded)).containsExactly("4 amount TOO_MANY_DECIMALS", "6 currency UNKNOWN_CURRENCY");
    }

    // ---- amounts and kinds

    @Test
    void an_amount_below_zero_is_a_credit_note_of_that_size() {
        LoadedLedger loaded = Given.invoices("""
                invoice_id,customer_id,type,issue_date,due_date,currency,amount,tax_amount
                F-1,C1,INVOICE,2026-01-05,2026-01-05,EUR,-120.00,-20.00
                F-2,C1,DEBIT_NOTE,2026-01-05,2026-01-05,EUR,-10.00,
                F-3,C1,CREDIT_NOTE,2026-01-05,2026-01-05,EUR,-30.00,
                F-4,C1,CREDIT_NOTE,2026-01-05,2026-01-05,EUR,40.00,4.00
                F-5,C1,INVOICE,2026-01-05,2026-01-05,EUR,-120.00,20.00
                F-6,C1,CREDIT_NOTE,2026-01-05,2026-01-05,EUR,120.00,-20.00
                F-7,C1,INVOICE,2026-01-05,2026-01-05,EUR,120.00,120.01
                F-8,C1,INVOICE,2026-01-05,2026-01-05,EUR,0.00,
                F-9,C1,INVOICE,2026-01-05,2026-01-05,EUR,-0.00,
                """);

        assertThat(document(loaded, "F-1"))
                .isEqualTo(CreditNote.of("F-1", "C1", date("2026-01-05"), eur("120.00"))
                        .withTax(eur("20.00")));
        assertThat(document(loaded, "F-2")).isInstanceOf(CreditNote.class);
        assertThat(document(loaded, "F-3").gross()).isEqualTo(eur("30.00"));
        assertThat(document(loaded, "F-4").tax()).isEqualTo(eur("4.00"));
        assertThat(document(loaded, "F-8")).isInstanceOf(Invoice.class);
        assertThat(document(loaded, "F-9")).isInstanceOf(Invoice.class);
        assertThat(problems(loaded))
                .containsExactly(
                        "6 tax_amount TAX_OUTSIDE_AMOUNT",
                        "7 tax_amount TAX_OUTSIDE_AMOUNT",
                        "8 tax_amount TAX_OUTSIDE_AMOUNT");
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(9, 2, 4, 0, 3, 0, 0));
    }

    @Test
    void an_amount_below_zero_is_rejected_where_the_mapping_says_so() {
        CsvMapping mapping = CsvMapping.of(CsvLayout.canonical().withNegativeAmount(NegativeAmount.REJECT));
        LoadedLedger loaded = Given.invoices(mapping, """
                invoice_id,customer_id,type,issue_date,due_date,currency,amount
                F-1,C1,INVOICE,2026-01-05,2026-01-05,EUR,-120.00
                F-2,C1,CREDIT_NOTE,2026-01-05,2026-01-05,EUR,-120.00
                F-3,C1,CREDIT_NOTE,2026-01-05,2026-01-05,EUR,120.00
                """);

        assertThat(problems(loaded)).containsExactly("2 amount NEGATIVE_AMOUNT", "3 amount NEGATIVE_AMOUNT");
        assertThat(open(loaded)).isEqualTo(Map.of("F-3", eur("-120.00")));
    }

    @Test
    void amounts_too_large_to_be_counted_are_rejected() {
        LoadedLedger loaded = Given.invoices(HEADER + """
                F-1,C1,2026-01-05,2026-02-04,EUR,9999999999999999.99
                F-2,C1,2026-01-05,2026-02-04,EUR,99999999999999999999999.99
                F-3,C1,2026-01-05,2026-02-04,EUR,9999999999999999.99
                F-4,C1,2026-01-05,2026-02-04,EUR,9999999999999999.99
                F-5,C1,2026-01-05,2026-02-04,USD,9999999999999999.99
                """);

        assertThat(problems(loaded)).containsExactly("3 amount AMOUNT_TOO_LARGE", "5 amount TOTAL_TOO_LARGE");
        assertThat(loaded.ledger().balance(Given.LATE))
                .containsEntry("EUR", eur("19999999999999999.98"))
                .containsEntry("USD", Money.of("9999999999999999.99", "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice", " Invoice ", "INVOICE", ""})
    void a_type_is_read_in_any_case(String type) {
        LoadedLedger loaded = Given.invoices("invoice_id,customer_id,type,issue_date,due_date,currency,amount\n"
                + "F-1,C1," + type + ",2026-01-05,2026-01-05,EUR,1.00\n");

        assertThat(document(loaded, "F-1")).isInstanceOf(Invoice.class);
    }

    @Test
    void an_unknown_type_is_rejected() {
        LoadedLedger loaded = Given.invoices("""
                invoice_id,customer_id,type,issue_date,due_date,currency,amount
                F-1,C1,receipt,2026-01-05,2026-01-05,EUR,1.00
                """);

        assertThat(problems(loaded)).containsExactly("2 type UNKNOWN_TYPE");
    }

    // ---- dates

    @Test
    void a_missing_due_date_is_the_issue_date_where_the_mapping_says_so() {
        CsvMapping mapping = CsvMapping.of(CsvLayout.canonical().withMissingDueDate(MissingDueDate.ISSUE_DATE));
        LoadedLedger loaded = Given.invoices(mapping, HEADER + "F-1,C1,2026-01-05,,EUR,1.00\n");
        LoadedLedger withoutColumn = Given.invoices(
                mapping, "invoice_id,customer_id,issue_date,currency,amount\nF-1,C1,2026-01-05,EUR,1.00\n");

        assertThat(document(loaded, "F-1").instalments().get(0).dueDate()).isEqualTo("2026-01-05");
        assertThat(document(withoutColumn, "F-1")).isEqualTo(document(loaded, "F-1"));
    }

    @Test
    void a_due_date_before_the_issue_date_is_a_warning() {
        LoadedLedger loaded = Given.invoices(HEADER + "F-1,C1,2026-01-05,2026-01-04,EUR,1.00\n");

        assertThat(problems(loaded)).containsExactly("2 due_date DUE_BEFORE_ISSUE");
        assertThat(loaded.counts().invoices()).isEqualTo(1);
    }

    @Test
    void a_year_that_must_be_a_typing_mistake_is_rejected() {
        LoadedLedger loaded = Given.invoices(HEADER + """
                F-1,C1,0026-01-05,2026-01-04,EUR,1.00
                F-2,C1,1899-12-31,2026-01-04,EUR,1.00
                F-3,C1,1900-01-01,9999-12-31,EUR,1.00
                """);

        assertThat(problems(loaded))
                .containsExactly("2 issue_date DATE_OUT_OF_RANGE", "3 issue_date DATE_OUT_OF_RANGE");
    }

    // ---- settled dates

    @Test
    void a_settled_date_pays_what_is_open_that_day() {
        LoadedLedger loaded = Given.invoicesAndPayments("""
                invoice_id,customer_id,type,issue_date,due_date,currency,amount,settled_date
                F-1,C1,INVOICE,2026-01-05,2026-02-04,EUR,100.00,2026-02-10
                F-2,C1,INVOICE,2026-01-05,2026-02-04,EUR,100.00,2026-02-10
                F-3,C1,INVOICE,2026-01-05,2026-02-04,EUR,100.00,2026-02-10
                F-4,C1,CREDIT_NOTE,2026-01-05,2026-01-05,EUR,40.00,2026-02-11
                F-5,C1,INVOICE,2026-01-05,2026-02-04,EUR,0.00,2026-02-10
                """, """
                payment_id,invoice_id,customer_id,date,currency,amount
                P-1,F-1,,2026-01-20,EUR,30.00
                P-2,F-1,,2026-02-10,EUR,20.00
                P-3,F-2,,2026-02-11,EUR,100.00
                P-4,F-3,,2026-02-01,EUR,130.00
                """);

        // F-1: 100 - 30 - 20 = 50 by the settled date; F-2: all 100, so that P-3 a day later finds nothing open;
        // F-3: nothing left, P-4 is 30 too much
        assertThat(loaded.ledger().facts())
                .contains(
                        Payment.of("settled/F-1", "C1", date("2026-02-10"), eur("50.00")),
                        Payment.of("settled/F-2", "C1", date("2026-02-10"), eur("100.00")))
                .noneMatch(fact -> fact.id().equals("settled/F-3") || fact.id().equals("settled/F-5"));
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(9, 4, 1, 4, 0, 0, 0));
        assertThat(open(loaded, date("2026-02-09")))
                .isEqualTo(
                        Map.of("F-1", eur("70.00"), "F-2", eur("100.00"), "F-4", eur("-40.00"), "P-4", eur("-30.00")));
        assertThat(open(loaded, date("2026-02-10"))).isEqualTo(Map.of("F-4", eur("-40.00"), "P-4", eur("-30.00")));
        assertThat(open(loaded)).isEqualTo(Map.of("P-3", eur("-100.00"), "P-4", eur("-30.00")));
        assertThat(problems(loaded)).containsExactlyInAnyOrder("4 amount OVERPAYMENT", "5 amount OVERPAYMENT");
    }

    @Test
    void a_settled_date_before_the_issue_date_is_a_warning() {
        LoadedLedger loaded = Given.invoicesAndPayments("""
                invoice_id,customer_id,issue_date,due_date,currency,amount,settled_date
                F-1,C1,2026-01-05,2026-02-04,EUR,100.00,2026-01-02
                """, """
                payment_id,invoice_id,customer_id,date,currency,amount
                P-1,F-1,,2026-01-04,EUR,30.00
                """);

        assertThat(problems(loaded))
                .containsExactlyInAnyOrder("2 settled_date PAYMENT_BEFORE_DOCUMENT", "2 date PAYMENT_BEFORE_DOCUMENT");
        assertThat(open(loaded, date("2026-01-05"))).isEmpty();
    }

    @Test
    void the_payment_of_a_settled_date_has_an_identifier_of_its_own() {
        LoadedLedger loaded = Given.invoicesAndPayments("""
                invoice_id,customer_id,issue_date,due_date,currency,amount,settled_date
                F-1,C1,2026-01-05,2026-02-04,EUR,100.00,2026-02-02
                """, PAYMENT_HEADER + "settled/F-1,,C1,2026-01-20,EUR,30.00\n");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.ledger().facts())
                .contains(Payment.of("settled/F-1'", "C1", date("2026-02-02"), eur("100.00")));
    }

    @Test
    void the_longest_identifiers_make_no_trouble() {
        String id = "F".repeat(200);
        LoadedLedger loaded = Given.invoicesAndPayments(
                "invoice_id,customer_id,issue_date,due_date,currency,amount,settled_date,disputed\n"
                        + id + "," + "C".repeat(200) + ",2026-01-05,2026-02-04,EUR,100.00,2026-02-02,x\n"
                        + id + "F,C,2026-01-05,2026-02-04,EUR,100.00,2026-02-02,x\n",
                PAYMENT_HEADER + "P".repeat(200) + "," + id + ",,2026-01-20,EUR,30.00\n");

        assertThat(problems(loaded)).containsExactly("3 invoice_id TOO_LONG");
        assertThat(open(loaded)).isEmpty();
    }

    // ---- disputes

    @ParameterizedTest
    @ValueSource(strings = {"yes", "YES", "true", "1", "y", "oui", "vrai", "x", "X"})
    void a_disputed_document_is_disputed_from_its_issue_date_on(String flag) {
        LoadedLedger loaded = disputed(flag, "INVOICE");

        assertThat(loaded.ledger().items("F-1", date("2026-01-05")))
                .singleElement()
                .satisfies(item -> assertThat(item.disputed()).isEqualTo(eur("10.00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "No", "false", "0", "n", "non", "faux", ""})
    void no_is_no_dispute(String flag) {
        LoadedLedger loaded = disputed(flag, "INVOICE");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.ledger().facts()).hasSize(1);
    }

    @Test
    void a_disputed_credit_note_is_a_warning() {
        assertThat(problems(disputed("yes", "CREDIT_NOTE"))).containsExactly("2 disputed DISPUTED_CREDIT_NOTE");
        assertThat(problems(disputed("2", "INVOICE"))).containsExactly("2 disputed NOT_YES_OR_NO");
    }

    private static LoadedLedger disputed(String flag, String type) {
        return Given.invoices("invoice_id,customer_id,type,issue_date,due_date,currency,amount,disputed\n" + "F-1,C1,"
                + type + ",2026-01-05,2026-02-04,EUR,10.00," + flag + "\n");
    }

    // ---- customers

    @Test
    void the_first_value_that_a_customer_is_given_counts() {
        LoadedLedger loaded = Given.invoices("""
                invoice_id,customer_id,customer_name,country,issue_date,due_date,currency,amount
                F-1,C1,,FR,2026-01-05,2026-02-04,EUR,10.00
                F-2,C1,Acme,,2026-01-05,2026-02-04,EUR,10.00
                F-3,C1,Acme SA,BE,2026-01-05,2026-02-04,EUR,10.00
                F-4,C1,ACME,LU,2026-01-05,2026-02-04,EUR,10.00
                F-5,C2,Rejected first,FR,2026-01-05,,EUR,10.00
                F-6,C2,Accepted,FR,2026-01-05,2026-02-04,EUR,10.00
                """);

        assertThat(loaded.ledger().customers())
                .containsExactly(
                        Customer.of("C1", "Acme").inCountry("FR"),
                        Customer.of("C2", "Accepted").inCountry("FR"));
        assertThat(problems(loaded))
                .containsExactly("4 customer_name CUSTOMER_DIFFERS", "4 country CUSTOMER_DIFFERS", "6 due_date BLANK");
        assertThat(loaded.problems().get(0).message())
                .isEqualTo("customer_name \"Acme SA\" of customer C1 differs from \"Acme\","
                        + " which was given first and is kept");
    }

    // ---- repeated rows

    @Test
    void a_row_is_a_duplicate_when_it_says_the_same() {
        LoadedLedger loaded = Given.invoices(HEADER + """
                F-1,C1,2026-01-05,2026-02-04,EUR,1200.00
                F-1,C1,05/01/2026,04/02/2026,EUR,"1,200.000"
                F-1,C1,2026-01-05,2026-02-04,EUR,1200.01
                F-1,C1,2026-01-05,2026-02-04,EUR,1200.01
                """);

        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(4, 1, 0, 0, 2, 1, 0));
        assertThat(problems(loaded))
                .containsExactly(
                        "3 invoice_id DUPLICATE_ROW", "4 invoice_id CONFLICTING_ROW", "5 invoice_id CONFLICTING_ROW");
    }

    @Test
    void a_row_whose_namesake_was_rejected_is_no_duplicate() {
        LoadedLedger loaded = Given.invoices(HEADER + """
                F-1,C1,2026-01-05,2026-02-04,EUR,ten
                F-1,C1,2026-01-05,2026-02-04,EUR,ten
                F-1,C1,2026-01-05,2026-02-04,EUR,10.00
                """);

        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(3, 1, 0, 0, 2, 0, 0));
    }

    // ---- payments

    @Test
    void a_payment_without_identifiers_is_named_by_its_line() {
        LoadedLedger loaded = Given.invoicesAndPayments(HEADER + "F-1,C1,2026-01-05,2026-02-04,EUR,100.00\n", """
                invoice_id,date,amount
                F-1,2026-02-01,10.00
                F-1,2026-02-01,10.00
                F-1,2026-02-02,10.00
                """);

        assertThat(loaded.ledger().facts())
                .contains(
                        Payment.of("payments.csv:2", "C1", date("2026-02-01"), eur("10.00")),
                        Payment.of("payments.csv:4", "C1", date("2026-02-02"), eur("10.00")));
        assertThat(problems(loaded)).containsExactly("3 payment_id DUPLICATE_ROW");
        assertThat(loaded.problems().get(0).message())
                .isEqualTo("payments.csv:2 repeats line 2 of payments.csv; it counts once");
        assertThat(open(loaded)).isEqualTo(Map.of("F-1", eur("80.00")));
    }

    @Test
    void payments_of_two_files_of_one_name_do_not_clash() {
        String header = "customer_id,date,currency,amount\n";
        LoadedLedger loaded = CsvLedgerReader.canonical()
                .payments("p.csv", new StringReader(header + "C1,2026-02-01,EUR,10.00\n"))
                .payments("p.csv", new StringReader(header + "C1,2026-02-02,EUR,10.00\n"))
                .load();

        assertThat(loaded.problems()).isEmpty();
        assertThat(open(loaded)).isEqualTo(Map.of("p.csv:2", eur("-10.00"), "p.csv:2'", eur("-10.00")));
    }

    @Test
    void a_blank_payment_identifier_is_rejected() {
        LoadedLedger loaded = Given.invoicesAndPayments(HEADER, PAYMENT_HEADER + ",,C1,2026-02-01,EUR,10.00\n");

        assertThat(problems(loaded)).containsExactly(" " + " NO_ROWS", "2 payment_id BLANK");
    }

    @Test
    void money_of_another_customer_is_a_warning() {
        LoadedLedger loaded = Given.invoicesAndPayments(
                HEADER + "F-1,C1,2026-01-05,2026-02-04,EUR,100.00\n",
                PAYMENT_HEADER + "P-1,F-1,C2,2026-02-01,EUR,10.00\n");

        assertThat(problems(loaded)).containsExactly("2 customer_id OTHER_CUSTOMER");
        assertThat(loaded.problems().get(0)).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(LedgerProblem.OTHER_CUSTOMER);
            assertThat(problem.attribute(Problem.FILE)).isEqualTo("payments.csv");
            assertThat(problem.attribute(Problem.VALUE)).isEqualTo("C2");
        });
        assertThat(open(loaded)).isEqualTo(Map.of("F-1", eur("90.00")));
    }

    @Test
    void a_payment_takes_the_currency_of_its_document_where_there_is_no_column() {
        LoadedLedger loaded = CsvLedgerReader.canonical()
                .defaultCurrency("USD")
                .invoices("i.csv", new StringReader(HEADER + "F-1,C1,2026-01-05,2026-02-04,EUR,100.00\n"))
                .payments("p.csv", new StringReader("""
                        payment_id,invoice_id,customer_id,date,amount
                        P-1,F-1,,2026-02-01,10.00
                        P-2,,C1,2026-02-01,10.00
                        P-3,F-9,C1,2026-02-01,10.00
                        """))
                .load();

        assertThat(open(loaded))
                .isEqualTo(Map.of(
                        "F-1", eur("90.00"), "P-2", Money.of("-10.00", "USD"), "P-3", Money.of("-10.00", "USD")));
    }

    @Test
    void a_payment_without_any_currency_is_rejected() {
        LoadedLedger loaded = Given.invoicesAndPayments(HEADER + "F-1,C1,2026-01-05,2026-02-04,EUR,100.00\n", """
                payment_id,invoice_id,customer_id,date,amount
                P-2,,C1,2026-02-01,10.00
                """);
        LoadedLedger blank = Given.invoicesAndPayments(
                HEADER + "F-1,C1,2026-01-05,2026-02-04,EUR,100.00\n", PAYMENT_HEADER + "P-1,F-1,,2026-02-01,,10.00\n");

        assertThat(problems(loaded)).containsExactly("2 currency BLANK");
        assertThat(problems(blank)).containsExactly("2 currency BLANK");
        assertThatThrownBy(() -> Given.invoicesAndPayments(HEADER, "customer_id,date,amount\n"))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("no column for currency");
    }

    @Test
    void all_that_is_wrong_with_a_row_is_reported_at_once() {
        LoadedLedger loaded =
                Given.invoicesAndPayments(HEADER + ",,32/01/2026,,Euro,12x\n", PAYMENT_HEADER + ",F-1,,soon,Euro,\n");

        assertThat(problems(loaded))
                .containsExactly(
                        "2 invoice_id BLANK",
                        "2 customer_id BLANK",
                        "2 issue_date NOT_A_DATE",
                        "2 due_date BLANK",
                        "2 currency UNKNOWN_CURRENCY",
                        "2 amount NOT_AN_AMOUNT",
                        "2 invoice_id UNKNOWN_INVOICE",
                        "2 date NOT_A_DATE",
                        "2 currency UNKNOWN_CURRENCY",
                        "2 amount BLANK",
                        "2 payment_id BLANK");
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(2, 0, 0, 0, 2, 0, 0));
    }

    // ---- bytes

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_wins_over_the_encoding(String encoding) {
        CsvMapping mapping = CsvMapping.of(CsvLayout.canonical().withEncoding(StandardCharsets.ISO_8859_1));
        String text = "\uFEFF" + HEADER + "F-1,Société,2026-01-05,2026-02-04,EUR,100.00\n";

        LoadedLedger loaded = CsvLedgerReader.with(mapping)
                .invoices("i.csv", new ByteArrayInputStream(text.getBytes(Charset.forName(encoding))))
                .load();

        assertThat(document(loaded, "F-1").customerId()).isEqualTo("Société");
    }

    @Test
    void bytes_that_are_no_text_reject_their_row_only() {
        String text = HEADER + "F-1,Société,2026-01-05,2026-02-04,EUR,100.00\nF-2,C2,2026-01-05,2026-02-04,EUR,7.00\n";

        LoadedLedger loaded = CsvLedgerReader.canonical()
                .invoices("i.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))
                .load();

        assertThat(problems(loaded)).containsExactly("2 customer_id UNDECODABLE");
        assertThat(loaded.problems().get(0).message()).contains("set encoding in the mapping, such as windows-1252");
        assertThat(open(loaded)).isEqualTo(Map.of("F-2", eur("7.00")));
    }
}
