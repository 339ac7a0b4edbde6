package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Workers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnarCsvTest {
    private static final String ROW = "F-%d,C1,2026-01-05,2026-02-04,EUR,1.00\n";
    private static final int SMALL = 64;

    @TempDir
    Path folder;

    // ---- what becomes of payments

    @Test
    void payments_settle_documents_and_have_a_row_only_where_they_are_unapplied() {
        String invoices = Given.HEADER
                + "F-1,C1,2026-01-05,2026-02-04,EUR,100.00\n"
                + "F-2,C1,2026-01-05,2026-02-04,EUR,50.00\n"
                + "F-3,C2,2026-03-01,2026-03-31,JPY,700\n"
                + "F-4,C2,2026-01-05,2026-02-04,EUR,-20.00\n";
        String payments = Given.PAYMENT_HEADER
                + "P-1,F-1,,2026-01-20,EUR,60.00\n" // 40 stay open
                + "P-2,F-2,,2026-01-21,EUR,65.00\n" // 15 more than is open
                + "P-3,F-3,,2026-02-20,JPY,300\n" // nine days before the invoice
                + "P-4,,C2,2026-02-21,EUR,5.00\n"; // for no invoice
        LoadedLedger loaded = BothReaders.agree(folder, invoices, payments, SMALL);
        Ledger ledger = loaded.ledger();

        assertThat(IntStream.range(0, ledger.columns().rows()).mapToObj(ledger.columns()::id))
                .containsExactly("F-1", "F-2", "F-3", "F-4", "P-2", "P-3", "P-4");
        assertThat(open(ledger, "2026-02-25"))
                .isEqualTo(Map.of(
                        "F-1", Money.of("40.00", "EUR"),
                        "F-4", Money.of("-20.00", "EUR"),
                        "P-2", Money.of("-15.00", "EUR"),
                        "P-3", Money.of("-300", "JPY"),
                        "P-4", Money.of("-5.00", "EUR")));
        // 40 - 20 - 15 - 5 euros; on the day of F-3 its 700 less the 300 that were paid before
        assertThat(ledger.balance(LocalDate.parse("2026-03-01")))
                .isEqualTo(Map.of("EUR", Money.of("0.00", "EUR"), "JPY", Money.of("400", "JPY")));
        assertThat(Given.problems(loaded)).containsExactly("3 amount OVERPAYMENT", "4 date PAYMENT_BEFORE_DOCUMENT");
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(8, 3, 1, 4, 0, 0, 0));
    }

    private static Map<String, Money> open(Ledger ledger, String day) {
        return ledger.openItems(LocalDate.parse(day)).stream()
                .collect(java.util.stream.Collectors.toMap(OpenItem::id, OpenItem::signedOpen));
    }

    @Test
    void payments_of_one_day_are_applied_by_their_identifiers_whatever_their_order() {
        String payments = Given.PAYMENT_HEADER
                + "P-9,F-1,,2026-01-20,EUR,0.60\nP-10,F-1,,2026-01-20,EUR,0.70\nP-1,F-1,,2026-01-21,EUR,0.10\n";
        LoadedLedger loaded = BothReaders.agree(folder, Given.HEADER + ROW.formatted(1), payments, SMALL);

        // P-10 before P-9: 0.70, then 0.30 of 0.60, then nothing of 0.10
        assertThat(open(loaded.ledger(), "2026-02-01"))
                .isEqualTo(Map.of("P-9", Money.of("-0.30", "EUR"), "P-1", Money.of("-0.10", "EUR")));
    }

    @Test
    void settled_dates_disputes_and_payments_among_the_invoices_count() {
        String invoices = Given.HEADER.strip() + ",type,settled_date,disputed,customer_name,posting_date\n"
                + "F-1,C1,2026-01-05,2026-02-04,EUR,10.00,,2026-01-30,,Acme,\n"
                + "F-2,C1,2026-01-05,2026-02-04,EUR,10.00,,,yes,Acme,2026-01-07\n"
                + "F-3,C1,2026-01-05,2026-02-04,EUR,4.00,CREDIT_NOTE,2026-01-02,,Acme Ltd,\n"
                + "R-1,C2,2026-01-05,,EUR,-3.00,PAYMENT,,,Bob,\n"
                + "F-4,C2,2026-01-09,2026-02-04,EUR,3.00,,2026-01-08,,,\n";
        String payments = Given.PAYMENT_HEADER
                + "P-1,F-1,,2026-01-29,EUR,4.00\nR-1,F-1,,2026-01-29,EUR,1.00\nP-1,F-1,,2026-01-29,EUR,4.00\n";
        LoadedLedger loaded = BothReaders.agree(folder, invoices, payments, SMALL);

        assertThat(open(loaded.ledger(), "2026-01-08"))
                .containsEntry("settled/F-4", Money.of("-3.00", "EUR"))
                .containsEntry("R-1", Money.of("-3.00", "EUR"));
        assertThat(loaded.ledger().item(1, Given.LATE).disputed()).isEqualTo(Money.of("10.00", "EUR"));
        assertThat(loaded.ledger().customer("C1").orElseThrow().name()).isEqualTo("Acme");
    }

    // ---- how files are cut

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40, 64, 1000})
    void quoted_line_breaks_may_stand_where_a_part_ends(int partSize) {
        StringBuilder invoices = new StringBuilder(Given.HEADER.strip() + ",terms,reference\r\n");
        for (int i = 0; i < 40; i++) {
            invoices.append("F-")
                    .append(i)
                    .append(",C1,2026-01-05,2026-02-04,EUR,1.00,\"net\r\n30\n\nF-9,C1,\",\"a \"\"b\"\"\"\r\n");
        }
        LoadedLedger loaded = BothReaders.agree(folder, invoices.toString(), Given.PAYMENT_HEADER, partSize);

        assertThat(loaded.counts().invoices()).isEqualTo(40);
    }

    /** What does not fit leaves gaps between the settlements of documents that different tasks settle. */
    @Test
    void who_only_paid_what_another_owed_is_a_customer() {
        String invoices = Given.HEADER + "F-1,C1,2026-01-05,2026-02-04,EUR,100.00\n";
        String payments = Given.PAYMENT_HEADER + "P-1,F-1,C2,2026-01-20,EUR,60.00\n";
        Ledger ledger = BothReaders.agree(folder, invoices, payments, SMALL).ledger();
        assertThat(ledger.customers()).extracting(Customer::id).containsExactly("C1", "C2");
    }

    @Test
    void a_file_may_have_more_currencies_than_a_byte_counts() {
        StringBuilder invoices = new StringBuilder(Given.HEADER);
        StringBuilder payments = new StringBuilder(Given.PAYMENT_HEADER);
        List<String> codes = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode)
                .sorted()
                .limit(200)
                .toList();
        for (String code : codes) {
            invoices.append("F-")
                    .append(code)
                    .append(",C1,2026-01-05,2026-02-04,")
                    .append(code)
                    .append(",7\n");
            payments.append("P-")
                    .append(code)
                    .append(",F-")
                    .append(code)
                    .append(",,2026-01-20,")
                    .append(code)
                    .append(",9\n");
        }
        Ledger ledger = BothReaders.agree(folder, invoices.toString(), payments.toString(), SMALL)
                .ledger();
        assertThat(codes).hasSize(200);
        assertThat(ledger.columns().currencies()).hasSize(200);
        assertThat(ledger.balance(LocalDate.parse("2026-03-01")).get("USD")).isEqualTo(Money.of("-2", "USD"));
    }

    @Test
    void documents_after_one_that_is_overpaid_keep_their_own_settlements() {
        String payments = Given.PAYMENT_HEADER
                + "P-1,F-1,,2026-01-10,EUR,1.00\nP-2,F-1,,2026-01-11,EUR,0.30\nP-3,F-2,,2026-01-12,EUR,0.20\n";
        LoadedLedger loaded =
                BothReaders.agree(folder, Given.HEADER + ROW.formatted(1) + ROW.formatted(2), payments, SMALL);

        assertThat(open(loaded.ledger(), "2026-01-12"))
                .containsEntry("F-2", Money.of("0.80", "EUR"))
                .containsEntry("P-2", Money.of("-0.30", "EUR"))
                .doesNotContainKey("F-1");
    }

    /** More rows than are read at a time, and more bytes than are in memory at a time. */
    @ParameterizedTest
    @ValueSource(ints = {10_000, 1 << 21})
    void rows_that_are_not_plain_may_stand_anywhere_among_thousands_that_are(int partSize) {
        StringBuilder invoices = new StringBuilder(Given.HEADER.strip() + ",settled_date,reference\n");
        StringBuilder payments = new StringBuilder(Given.PAYMENT_HEADER);
        for (int i = 0; i < 7_000; i++) {
            String issued = i % 97 == 0 ? "05/01/2026" : i % 1_499 == 0 ? "2026-02-30" : "2026-01-05";
            String reference = i % 311 == 0 ? "\"two\nlines\"" : i % 53 == 0 ? "\"quoted\"" : "plain";
            String settled = i % 7 == 0 ? "2026-01-20" : "";
            invoices.append("F-%d,C%d,%s,2026-02-04,EUR,1.00,%s,%s\n".formatted(i, i % 11, issued, settled, reference))
                    .append(i % 1_000 == 999 ? "\n" : "");
            String paid = i % 101 == 0 ? "\"0.60\"" : i % 503 == 0 ? "0.60 EUR" : "0.60";
            payments.append("P-%d,F-%d,C%d,2026-01-%d,EUR,%s\n"
                    .formatted(i, i * 31L % 7_300, i % 11, i % 2 == 0 ? 19 : 21, paid));
        }
        LoadedLedger loaded = BothReaders.agree(folder, invoices.toString(), payments.toString(), partSize);

        // 1,499 and 2,998, 4,497 and 5,996 are days that do not exist
        assertThat(loaded.counts().invoices()).isEqualTo(7_000 - 4);
    }

    @Test
    void the_result_is_the_same_on_any_number_of_threads() throws IOException {
        StringBuilder invoices = new StringBuilder(Given.HEADER);
        StringBuilder payments = new StringBuilder(Given.PAYMENT_HEADER);
        for (int i = 0; i < 3_000; i++) {
            invoices.append("F-")
                    .append(i % 2_900)
                    .append(",C")
                    .append(i * 7 % 113)
                    .append(",2026-01-05,2026-02-04,")
                    .append(i % 3 == 0 ? "EUR" : "USD")
                    .append(',')
                    .append(i % 50 == 49 ? "x" : i + ".00")
                    .append('\n');
            payments.append("P-").append(i).append(",F-").append(i * 31 % 3_100).append(",C1,2026-02-01,,3.00\n");
        }
        Path invoiceFile = Files.writeString(folder.resolve("i.csv"), invoices);
        Path paymentFile = Files.writeString(folder.resolve("p.csv"), payments);
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            LoadedLedger one = load(invoiceFile, paymentFile, 1_000, Workers.caller());
            for (int threads = 2; threads <= 4; threads++) {
                LoadedLedger several = load(invoiceFile, paymentFile, 1_000, Workers.on(executor, threads));
                assertThat(several.problems()).isEqualTo(one.problems());
                assertThat(items(several)).isEqualTo(items(one));
            }
            assertThat(one.counts())
                    .isEqualTo(load(invoiceFile, paymentFile, 1 << 20, Workers.caller())
                            .counts());
            assertThat(one.counts().addUp()).isTrue();
        } finally {
            executor.shutdown();
        }
    }

    private static LoadedLedger load(Path invoices, Path payments, int partSize, Workers workers) {
        return ColumnarCsv.of(invoices).payments(payments).inPartsOf(partSize).load(workers);
    }

    private static List<OpenItem> items(LoadedLedger loaded) {
        return loaded.ledger().openItems(Given.LATE);
    }

    @Test
    void a_load_that_is_not_wanted_any_more_stops() throws IOException {
        Path file = Files.writeString(folder.resolve("i.csv"), Given.HEADER + ROW.formatted(1));

        assertThatThrownBy(() -> ColumnarCsv.of(file).load(Workers.caller().cancelledBy(() -> true)))
                .isInstanceOf(CancellationException.class);
    }

    // ---- what is in the way

    @Test
    void a_byte_order_mark_is_skipped_and_utf_16_refused() throws IOException {
        LoadedLedger loaded = BothReaders.agree(
                folder,
                "\uFEFF\"" + Given.HEADER.replaceFirst(",", "\",") + ROW.formatted(1),
                Given.PAYMENT_HEADER,
                SMALL);
        assertThat(loaded.counts().invoices()).isEqualTo(1);

        Path utf16 = Files.write(
                folder.resolve("utf16.csv"),
                ("\uFEFF" + Given.HEADER + ROW.formatted(1)).getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> ColumnarCsv.of(utf16).load(Workers.caller()))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("utf16.csv: encoding is \"UTF-16\"")
                .hasMessageContaining("CsvLedgerReader");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "credit_amount", "open_amount"})
    void columns_that_are_not_read_here_are_refused_by_name(String column) throws IOException {
        Path file = Files.writeString(folder.resolve("i.csv"), Given.HEADER.strip() + "," + column + "\n");

        assertThatThrownBy(() -> ColumnarCsv.of(file).load(Workers.caller()))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("\"" + column + "\"");
    }

    @Test
    void a_missing_column_an_empty_file_and_no_file_are_told() throws IOException {
        Path without = Files.writeString(folder.resolve("i.csv"), Given.HEADER.replace(",currency", ""));
        Path empty = Files.writeString(folder.resolve("e.csv"), "");

        assertThatThrownBy(() -> ColumnarCsv.of(without).load(Workers.caller()))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("currency");
        assertThatThrownBy(() -> ColumnarCsv.of(empty).load(Workers.caller())).isInstanceOf(CsvException.class);
        assertThatThrownBy(() -> ColumnarCsv.of(folder.resolve("none.csv")).load(Workers.caller()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.csv");
    }

    @Test
    void titles_above_the_header_are_passed_over() {
        String titles = "Receivables of Acme Ltd\n\nprinted on 5 January\n";
        assertThat(Given.problems(BothReaders.agree(folder, titles + Given.HEADER, Given.PAYMENT_HEADER, SMALL)))
                .containsExactly("1  TEXT_LINE", "3  TEXT_LINE", "  NO_ROWS", "  NO_ROWS");
        LoadedLedger loaded = BothReaders.agree(
                folder, titles + Given.HEADER + ROW.formatted(1), titles + Given.PAYMENT_HEADER, SMALL);
        assertThat(loaded.counts().invoices()).isEqualTo(1);
    }

    @Test
    void amounts_that_cannot_be_added_up_are_refused_as_a_whole() throws IOException {
        Path file = Files.writeString(
                folder.resolve("i.csv"),
                Given.HEADER
                        + ROW.formatted(1).replace("1.00", "90000000000000000")
                        + ROW.formatted(2).replace("1.00", "10000"));

        assertThatThrownBy(() -> ColumnarCsv.of(file).load(Workers.caller()))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("amount");
    }

    // ---- hostile files

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F-2,C1,2026-01-05,2026-02-04,EUR,\"1.00\n", // never closed
                "\"F-2\"x,C1,2026-01-05,2026-02-04,EUR,1.00\n",
                "\"F-2,C1\n,2026-01-05\",2026-02-04,EUR\n",
                "F\u0000-2,C1,2026-01-05,2026-02-04,EUR,1.00\n",
                "F-2,C1,2026-02-30,2026-02-04,EUX,1.001\n",
                "F-2,C1,2026-01-05,2026-02-04,EUR,92233720368547758.08\n",
                "F-2,C1,2026-01-05,2026-02-04,EUR,1.00,\n",
                "F-2,C1,2026-01-05,2026-02-04,EUR,1.00,,x\n",
                "'=F-2, C1 ,05/01/2026,2026-02-04,eur,\"1,234.50\"\n",
                "F-2,C1,2026-01-05,2026-02-04,JPY,12.50\n",
                "F-2,C1,2026-01-05,2026-02-04,EUR,.5\nF-3,C1,2026-01-05,2026-02-04,EUR,5.\n",
                "Total,,,,,5.00\ninvoice_id,customer_id,issue_date,due_date,currency,amount\na remark\n \n,,,,,\n----\n"
            })
    void odd_rows_are_read_or_told_as_elsewhere_and_cost_no_other(String rows) {
        for (int partSize : new int[] {30, 1_000}) {
            LoadedLedger loaded = BothReaders.agree(
                    folder,
                    Given.HEADER + ROW.formatted(1) + rows + ROW.formatted(9) + ROW.formatted(10),
                    Given.PAYMENT_HEADER,
                    partSize);

            assertThat(loaded.ledger().rowsOf("F-1")).hasSize(1);
            assertThat(loaded.ledger().rowsOf("F-10")).hasSize(1);
            assertThat(loaded.counts().addUp()).isTrue();
        }
    }

    @Test
    void lines_may_end_with_a_carriage_return_alone() {
        String rows = (ROW.formatted(1) + ROW.formatted(2) + ROW.formatted(3)).replace('\n', '\r');
        LoadedLedger loaded =
                BothReaders.agree(folder, Given.HEADER.replace('\n', '\r') + rows, Given.PAYMENT_HEADER, 30);

        assertThat(loaded.counts().invoices()).isEqualTo(3);
    }

    @Test
    void bytes_that_are_no_utf_8_are_told() {
        byte[] invoices = (Given.HEADER + "F-é,C1,2026-01-05,2026-02-04,EUR,1.00\n" + ROW.formatted(2))
                .getBytes(Charset.forName("windows-1252"));
        LoadedLedger loaded =
                BothReaders.agree(folder, invoices, Given.PAYMENT_HEADER.getBytes(StandardCharsets.UTF_8), SMALL);

        assertThat(Given.problems(loaded)).containsExactly("2 invoice_id UNDECODABLE", "  NO_ROWS");
        assertThat(loaded.counts().invoices()).isEqualTo(1);
    }

    @Test
    void a_cell_of_two_million_characters_costs_its_row_only() throws IOException {
        ByteArrayOutputStream invoices = new ByteArrayOutputStream();
        invoices.writeBytes((Given.HEADER + ROW.formatted(1)).getBytes(StandardCharsets.UTF_8));
        invoices.writeBytes(
                ROW.formatted(2).replace("C1", "x".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8));
        invoices.writeBytes(
                ROW.formatted(3).replace("C1", "\"" + "y".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8));
        invoices.writeBytes(ROW.formatted(4).getBytes(StandardCharsets.UTF_8));
        byte[] payments = Given.PAYMENT_HEADER.getBytes(StandardCharsets.UTF_8);
        for (int partSize : new int[] {100_000, 1 << 23}) {
            LoadedLedger loaded = BothReaders.agree(folder, invoices.toByteArray(), payments, partSize);

            assertThat(Given.problems(loaded)).containsExactly("3  MALFORMED_ROW", "4  MALFORMED_ROW", "  NO_ROWS");
            assertThat(loaded.counts().invoices()).isEqualTo(2);
        }
    }

    @Test
    void problems_are_kept_up_to_a_number_and_counted_beyond_it() throws IOException {
        Path file = Files.writeString(folder.resolve("i.csv"), Given.HEADER + "F-1,,x,2026-02-04,EUR,1\n".repeat(500));
        LoadedLedger loaded =
                ColumnarCsv.of(file).keepingProblems(7).inPartsOf(200).load(Workers.caller());

        // two problems in each row: seven are kept, and the 993 others counted by their code
        assertThat(loaded.problems()).hasSize(7 + 2);
        assertThat(loaded.problems().subList(7, 9).stream()
                        .mapToInt(problem -> Integer.parseInt(problem.attribute("count")))
                        .sum())
                .isEqualTo(993);
        assertThat(loaded.counts().rejected()).isEqualTo(500);
    }

    @Test
    void many_payments_of_one_document_that_say_the_same_are_one() {
        String payments = "invoice_id,date,amount,reference\n"
                + "F-1,2026-01-20,0.01,a\n".repeat(30) + "F-1,2026-01-20,0.01,b\n".repeat(2)
                + "F-1,2026-01-21,0.01,a\n";
        LoadedLedger loaded = BothReaders.agree(folder, Given.HEADER + ROW.formatted(1), payments, SMALL);

        assertThat(loaded.counts().payments()).isEqualTo(3);
        assertThat(loaded.counts().duplicates()).isEqualTo(30);
    }
}
