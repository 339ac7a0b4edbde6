package io.receivables.files;

import static io.receivables.files.Given.open;
import static io.receivables.files.Given.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.files.CsvLayout.MissingDueDate;
import io.receivables.files.CsvLayout.PaymentRows;
import io.receivables.files.CsvLayout.RowType;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in other systems' exports beside plain rows. */
class ForeignExportsTest {
    private static final String HEADER = "invoice_id,customer_id,issue_date,due_date,currency,amount\n";
    private static final String ROW_1 = "F-1,C1,2026-01-05,2026-02-04,EUR,100.00\n";
    private static final String ROW_2 = "F-2,C1,2026-01-06,2026-02-05,EUR,50.00\n";

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    // ---- lines that are no data

    @Test
    void the_header_stands_below_titles() {
        LoadedLedger loaded = Given.invoices("Open items,,\n\nAcme Ltée\nAs of 30 June 2026\n" + HEADER + ROW_1);

        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(4, 1, 0, 0, 0, 0, 3));
        assertThat(problems(loaded)).containsExactly("1  TEXT_LINE", "3  TEXT_LINE", "4  TEXT_LINE");
        assertThat(loaded.problems().get(2).message())
                .isEqualTo("\"As of 30 June 2026\" is a line of text, no row of data; it is passed over");
    }

    @Test
    void a_header_below_many_rows_of_text_is_not_looked_for_without_end() {
        assertThatThrownBy(() -> Given.invoices("title\n".repeat(50) + HEADER + ROW_1))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("no column for invoice_id");
        assertThat(Given.invoices("title\n".repeat(49) + HEADER + ROW_1)
                        .counts()
                        .invoices())
                .isOne();
    }

    @Test
    void a_header_that_lacks_a_column_is_named_as_the_first_row() {
        assertThatThrownBy(() -> Given.invoices("invoice_id,customer_id,due_date,currency,amount\n" + ROW_1))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("issue_date");
    }

    @Test
    void repeated_headers_and_drawn_lines_are_no_rows() {
        LoadedLedger loaded = Given.invoices(HEADER + "------,-----,----,----,---,-----\n" + ROW_1 + HEADER + "=====\n"
                + HEADER.toUpperCase(Locale.ROOT) + ROW_2);

        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(4, 2, 0, 0, 0, 0, 2));
        assertThat(problems(loaded)).containsExactly("4  HEADER_AGAIN", "6  HEADER_AGAIN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total,,,,,150.00",
                "TOTAL EUR,,,,,150.00",
                "Total for Acme Inc,,,,EUR,150.00",
                "Acme Inc Total,,,,,150.00",
                "Sub-total:,,,,,150.00",
                "Subtotal,,,,,150.00",
                "Grand total,,,,,150.00",
                "Totaux,,,,,150.00",
                "Sous-total client C1,,,,,150.00",
                "Montant total,,,,,150.00",
                "Gesamtsumme,,,,,150.00",
                "Summe:,,,,,150.00",
                "Zwischensumme C1,,,,,150.00",
                "**,,,,EUR,150.00",
                ",Total,,,,150.00",
                ",,,,,150.00",
                ",,,,EUR,150.00",
                "Total,150.00",
                "Total"
            })
    void totals_are_passed_over(String line) {
        LoadedLedger loaded = Given.invoices(HEADER + ROW_1 + ROW_2 + line + "\n");

        assertThat(loaded.counts().rows()).isEqualTo(3);
        if (line.equals("Total")) {
            // a single word may be what is left of a row
            assertThat(loaded.counts().passedOver() + loaded.counts().rejected())
                    .isOne();
        } else {
            assertThat(problems(loaded)).containsExactly("4  TOTALS_LINE");
            assertThat(loaded.counts().passedOver()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F-9,Total Energies,,2026-02-04,EUR,100.00", // an invoice without its date
                ",Total Energies,2026-01-05,2026-02-04,EUR,100.00",
                "F-9,,,,EUR,100.00",
                ",C1,,,EUR,100.00",
                "Totalis,C1,,,EUR,100.00",
                "F-9",
            })
    void what_may_be_a_row_of_data_is_not_taken_for_a_total(String line) {
        LoadedLedger loaded = Given.invoices(HEADER + line + "\n");

        assertThat(loaded.counts().rejected()).isOne();
        assertThat(loaded.counts().passedOver()).isZero();
    }

    @Test
    void a_customer_called_total_is_a_customer() {
        LoadedLedger loaded = Given.invoices(HEADER + "Total 7,Total SA,2026-01-05,2026-02-04,EUR,100.00\n");

        assertThat(loaded.counts().invoices()).isOne();
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void a_remark_below_the_data_is_passed_over() {
        LoadedLedger loaded = Given.invoices(HEADER + ROW_1 + "Friday 30 June 2026 08:00 - accrual basis\n");

        assertThat(problems(loaded)).containsExactly("3  TEXT_LINE");
        assertThat(loaded.counts().addUp()).isTrue();
    }

    @Test
    void totals_of_payments_are_passed_over() {
        LoadedLedger loaded = Given.invoicesAndPayments(
                HEADER + ROW_1, Given.PAYMENT_HEADER + "P-1,F-1,,2026-02-01,EUR,40.00\nTotal,,,,,40.00\n,,,,,40.00\n");

        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(4, 1, 0, 1, 0, 0, 2));
    }

    @Test
    void lists_drawn_with_pipes_are_read() {
        CsvMapping mapping = CsvMapping.of(CsvLayout.canonical()
                .withColumn(CsvField.INVOICE_ID, "Belegnr")
                .withColumn(CsvField.CUSTOMER_ID, "Konto")
                .withColumn(CsvField.ISSUE_DATE, "Belegdatum")
                .withColumn(CsvField.DUE_DATE, "Fälligkeit")
                .withColumn(CsvField.AMOUNT, "Betrag")
                .withColumn(CsvField.CURRENCY, "Währg")
                .withDelimiter('|')
                .withoutQuotes()
                .withDecimal(',')
                .withDateFormats("dd.MM.yyyy"));
        LoadedLedger loaded = Given.invoices(mapping, """
                Debitoren Einzelposten 30.06.2026

                ------------------------------------------------------------------
                |  Konto |Belegnr  |Belegdatum|Fälligkeit| Betrag     |Währg|Text  |
                ------------------------------------------------------------------
                |  100001|900001   |05.01.2026|04.02.2026|   1.234,50 |EUR  |19" TFT|
                |  100001|900002   |06.01.2026|05.02.2026|     234,50-|EUR  |      |
                ------------------------------------------------------------------
                |* 100001|         |          |          |   1.000,00 |EUR  |      |
                ------------------------------------------------------------------
                """);

        assertThat(open(loaded)).isEqualTo(Map.of("900001", eur("1234.50"), "900002", eur("-234.50")));
        assertThat(problems(loaded)).containsExactly("1  TEXT_LINE", "9  TOTALS_LINE");
    }

    // ---- headings

    private static final CsvMapping GROUPED = CsvMapping.of(CsvLayout.canonical()
            .withColumn(CsvField.INVOICE_ID, "Num")
            .withColumn(CsvField.ISSUE_DATE, "Date")
            .withColumn(CsvField.DUE_DATE, "Due date")
            .withColumn(CsvField.AMOUNT, "Amount")
            .withConstant(CsvField.CURRENCY, "USD")
            .withDateFormats("MM/dd/yyyy")
            .withHeadings(CsvField.CUSTOMER_NAME));

    @Test
    void a_heading_names_the_customer_of_the_rows_below_it() {
        LoadedLedger loaded = Given.invoices(GROUPED, """
                Open Invoices
                All Dates
                ,Date,Num,Due date,Amount
                Acme Inc,,,,
                ,01/05/2026,1001,02/04/2026,$100.00
                ,01/06/2026,1002,02/05/2026,($30.00)
                Total for Acme Inc,,,,$70.00
                Zebra,,,,
                ,01/07/2026,1003,02/06/2026,"$1,000.00"
                Total for Zebra,,,,"$1,000.00"
                TOTAL,,,,"$1,070.00"
                """);

        assertThat(loaded.ledger().openItems(Given.LATE))
                .extracting(item -> item.id() + " " + item.customerId() + " " + item.signedOpen())
                .containsExactlyInAnyOrder(
                        "1001 Acme Inc USD 100.00", "1002 Acme Inc USD -30.00", "1003 Zebra USD 1000.00");
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(8, 2, 1, 0, 0, 0, 5));
    }

    @Test
    void a_row_above_the_first_heading_has_no_customer() {
        LoadedLedger loaded =
                Given.invoices(GROUPED, ",Date,Num,Due date,Amount\n,01/05/2026,1001,02/04/2026,1.00\nAcme,,,,\n");

        assertThat(problems(loaded)).containsExactly("2 customer_name BLANK");
    }

    // ---- types

    private static final CsvLayout TYPED = CsvLayout.canonical()
            .withTypes(Map.of(
                    "DR", RowType.INVOICE,
                    "DG", RowType.CREDIT_NOTE,
                    "DZ", RowType.PAYMENT,
                    "Draft", RowType.IGNORED));
    private static final String TYPED_HEADER = "type,invoice_id,customer_id,issue_date,due_date,currency,amount\n";

    @Test
    void the_texts_of_types_are_the_systems_own() {
        LoadedLedger loaded = Given.invoices(
                CsvMapping.of(TYPED),
                TYPED_HEADER
                        + "DR,1,C1,2026-01-05,2026-02-04,EUR,100.00\n"
                        + "dg,2,C1,2026-01-05,2026-02-04,EUR,-20.00\n"
                        + "DG,3,C1,2026-01-05,2026-02-04,EUR,5.00\n"
                        + "DZ,4,C1,2026-01-06,,EUR,30.00-\n"
                        + "draft,5,,,,,\n"
                        + "XX,6,C1,2026-01-05,2026-02-04,EUR,7.00\n");

        assertThat(open(loaded))
                .isEqualTo(Map.of("1", eur("100.00"), "2", eur("-20.00"), "3", eur("-5.00"), "4", eur("-30.00")));
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(6, 1, 2, 1, 1, 0, 1));
        assertThat(problems(loaded)).containsExactly("6  IGNORED_ROW", "7 type UNKNOWN_TYPE");
        assertThat(loaded.ledger().facts())
                .filteredOn(fact -> fact.kind() == FactKind.PAYMENT)
                .singleElement()
                .satisfies(payment -> assertThat(payment.date()).isEqualTo(LocalDate.parse("2026-01-06")));
    }

    @Test
    void rows_whose_status_does_not_count_are_passed_over() {
        LoadedLedger loaded = Given.invoices(CsvMapping.of(TYPED), """
                type,invoice_id,customer_id,issue_date,due_date,currency,amount,status
                DR,1,C1,2026-01-05,2026-02-04,EUR,100.00,posted
                DR,2,C1,2026-01-05,2026-02-04,EUR,100.00,DRAFT
                DG,3,C1,2026-01-05,2026-02-04,EUR,20.00,
                """);

        assertThat(open(loaded)).isEqualTo(Map.of("1", eur("100.00"), "3", eur("-20.00")));
        assertThat(problems(loaded)).containsExactly("3  IGNORED_ROW");
    }

    @Test
    void a_payment_of_the_other_sign_is_no_payment() {
        String rows = TYPED_HEADER + "DZ,4,C1,2026-01-06,,EUR,30.00\nDZ,5,C1,2026-01-06,,EUR,-30.00\n";

        LoadedLedger negative = Given.invoices(CsvMapping.of(TYPED), rows);
        LoadedLedger positive = Given.invoices(CsvMapping.of(TYPED.withPaymentRows(PaymentRows.POSITIVE)), rows);

        assertThat(problems(negative)).containsExactly("2 amount PAYMENT_ROW_SIGN");
        assertThat(open(negative)).isEqualTo(Map.of("5", eur("-30.00")));
        assertThat(problems(positive)).containsExactly("3 amount PAYMENT_ROW_SIGN");
        assertThat(open(positive)).isEqualTo(Map.of("4", eur("-30.00")));
    }

    @Test
    void a_payment_that_stands_in_both_files_counts_once() {
        LoadedLedger loaded = CsvLedgerReader.with(CsvMapping.of(TYPED))
                .invoices(
                        "i.csv",
                        new StringReader(TYPED_HEADER
                                + "DR,1,C1,2026-01-05,2026-02-04,EUR,100.00\nDZ,4,C1,2026-01-06,,EUR,-30.00\n"
                                + "DZ,4,C1,2026-01-06,,EUR,-30.00\n"))
                .payments("p.csv", new StringReader(Given.PAYMENT_HEADER + "4,1,C1,2026-01-06,EUR,30.00\n"))
                .load();

        assertThat(problems(loaded)).containsExactly("4 invoice_id DUPLICATE_ROW", "2 payment_id CONFLICTING_ROW");
        assertThat(open(loaded)).isEqualTo(Map.of("1", eur("100.00"), "4", eur("-30.00")));
    }

    // ---- amounts

    @Test
    void an_amount_marked_with_another_currency_is_rejected() {
        LoadedLedger loaded = Given.invoices(HEADER
                + "F-1,C1,2026-01-05,2026-02-04,CAD,$100.00\n"
                + "F-2,C1,2026-01-05,2026-02-04,CAD,100.00 $ CA\n"
                + "F-3,C1,2026-01-05,2026-02-04,CAD,100.00 €\n"
                + "F-4,C1,2026-01-05,2026-02-04,CAD,US$100.00\n");

        assertThat(problems(loaded)).containsExactly("4 amount MARKED_OTHERWISE", "5 amount MARKED_OTHERWISE");
        assertThat(loaded.counts().invoices()).isEqualTo(2);
    }

    @Test
    void debit_and_credit_are_two_columns() {
        LoadedLedger loaded = Given.invoices("""
                invoice_id,customer_id,issue_date,due_date,currency,amount,credit_amount
                F-1,C1,2026-01-05,2026-02-04,EUR,100.00,
                A-1,C1,2026-01-05,2026-02-04,EUR,,40.00
                A-2,C1,2026-01-05,2026-02-04,EUR,0.00,15.00
                F-2,C1,2026-01-05,2026-02-04,EUR,7.00,0.00
                F-3,C1,2026-01-05,2026-02-04,EUR,,
                F-4,C1,2026-01-05,2026-02-04,EUR,-,x
                """);

        assertThat(open(loaded))
                .isEqualTo(
                        Map.of("F-1", eur("100.00"), "A-1", eur("-40.00"), "A-2", eur("-15.00"), "F-2", eur("7.00")));
        assertThat(problems(loaded)).containsExactly("6 amount BLANK", "7 credit_amount NOT_AN_AMOUNT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "–", "n/a", "N/A", "null", "00/00/0000", "0000-00-00", "00.00.0000"})
    void a_date_that_says_nothing_is_blank(String nothing) {
        CsvMapping mapping = CsvMapping.of(CsvLayout.canonical().withMissingDueDate(MissingDueDate.ISSUE_DATE));
        LoadedLedger loaded = Given.invoices(mapping, HEADER + "F-1,C1,2026-01-05," + nothing + ",EUR,100.00\n");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.ledger().openItems(Given.LATE).get(0).dueDate()).isEqualTo(LocalDate.parse("2026-01-05"));
    }

    // ---- what is still open

    private static final String OPEN_HEADER =
            "type,invoice_id,customer_id,issue_date,due_date,currency,amount,open_amount,settled_date\n";
    private static final LocalDate SNAPSHOT = LocalDate.parse("2026-03-31");

    @Test
    void what_is_no_longer_open_was_paid_by_the_day_of_the_export() {
        String rows = "DR,F-1,C1,2026-01-05,2026-02-04,EUR,100.00,40.00,\n" // 60 paid by the snapshot
                + "DR,F-2,C1,2026-01-05,2026-02-04,EUR,100.00,0.00,\n" // all paid
                + "DR,F-3,C1,2026-01-05,2026-02-04,EUR,100.00,100.00,\n" // nothing paid
                + "DR,F-4,C1,2026-01-05,2026-02-04,EUR,100.00,,\n" // not stated: nothing paid
                + "DR,F-5,C1,2026-01-05,2026-02-04,EUR,100.00,10.00,2026-02-20\n" // 90 paid on that day
                + "DR,F-6,C1,2026-01-05,2026-02-04,EUR,100.00,-25.00,\n" // 125 paid: 25 too much
                + "DG,A-1,C1,2026-01-05,2026-02-04,EUR,-50.00,-20.00,\n" // 30 of the credit used
                + "DZ,P-1,C1,2026-01-06,,EUR,-80.00,-15.00,\n" // 65 of the payment are in the figures above
                + "DZ,P-2,C1,2026-01-06,,EUR,-80.00,0.00,\n"
                + "DR,F-7,C1,2026-01-05,2026-02-04,EUR,100.00,100.01,\n"
                + "DR,F-8,C1,2026-04-05,2026-05-04,EUR,100.00,100.00,\n";
        LoadedLedger loaded = CsvLedgerReader.with(CsvMapping.of(TYPED))
                .openOn(SNAPSHOT)
                .invoices("i.csv", new StringReader(OPEN_HEADER + rows))
                .load();

        assertThat(open(loaded, SNAPSHOT))
                .isEqualTo(Map.of(
                        "F-1", eur("40.00"),
                        "F-3", eur("100.00"),
                        "F-4", eur("100.00"),
                        "F-5", eur("10.00"),
                        "settled/F-6", eur("-25.00"),
                        "A-1", eur("-20.00"),
                        "P-1", eur("-15.00")));
        assertThat(open(loaded, LocalDate.parse("2026-02-28")))
                .containsEntry("F-1", eur("100.00"))
                .containsEntry("F-5", eur("10.00"));
        assertThat(problems(loaded))
                .contains("10 P-2 APPLIED_PAYMENT".replace("P-2", ""), "11 open_amount OPEN_ABOVE_AMOUNT");
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(11, 7, 1, 1, 1, 0, 1));
    }

    @Test
    void payments_that_are_known_are_part_of_what_is_no_longer_open() {
        LoadedLedger loaded = CsvLedgerReader.with(CsvMapping.of(TYPED.withOpenOn(SNAPSHOT)))
                .invoices(
                        "i.csv", new StringReader(OPEN_HEADER + "DR,F-1,C1,2026-01-05,2026-02-04,EUR,100.00,40.00,\n"))
                .payments(
                        "p.csv",
                        new StringReader(Given.PAYMENT_HEADER
                                + "P-1,F-1,C1,2026-02-10,EUR,35.00\nP-2,F-1,C1,2026-04-10,EUR,5.00\n"))
                .load();

        assertThat(open(loaded, LocalDate.parse("2026-02-15"))).containsEntry("F-1", eur("65.00"));
        assertThat(open(loaded, SNAPSHOT)).containsEntry("F-1", eur("40.00"));
        assertThat(open(loaded)).containsEntry("F-1", eur("35.00"));
    }

    @Test
    void open_amounts_of_no_day_are_refused() {
        assertThatThrownBy(() -> Given.invoices(OPEN_HEADER + ",F-1,C1,2026-01-05,2026-02-04,EUR,1.00,1.00,\n"))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("openOn");
    }
}
