package io.receivables.files;

import static io.receivables.files.Given.HEADER;
import static io.receivables.files.Given.open;
import static io.receivables.files.Given.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what they should be. */
@Timeout(60)
class RowReaderTest {
    private static final String NAMED = "invoice_id,customer_id,customer_name,issue_date,due_date,currency,amount\n";

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static String row(int number) {
        return "F-" + number + ",C1,2026-01-05,2026-02-04,EUR,1.00\n";
    }

    // ---- no rows

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\r\n", "\uFEFF", " , ,\n", "\"\"\n"})
    void a_file_without_header_is_refused(String text) {
        assertThatThrownBy(() -> Given.invoices(text))
                .isInstanceOfSatisfying(
                        CsvException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(CsvProblem.EMPTY_FILE))
                .hasMessageContaining("invoices.csv is empty");
    }

    @Test
    void a_header_alone_is_an_empty_ledger_and_a_warning() {
        LoadedLedger loaded = Given.invoices(HEADER);

        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(0, 0, 0, 0, 0, 0, 0));
        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(CsvProblem.NO_ROWS);
            assertThat(problem.attribute(Problem.FILE)).isEqualTo("invoices.csv");
        });
        assertThat(loaded.ledger().columns().rows()).isZero();
    }

    @Test
    void a_header_with_an_open_quote_is_refused() {
        assertThatThrownBy(() -> Given.invoices("\"invoice_id,customer_id\n" + row(1)))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("the header of invoices.csv on line 1 cannot be made out");
    }

    // ---- lines

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_are_counted_as_an_editor_counts_them(String lineBreak) {
        String text = "\n" + NAMED + "\n\n"
                + "F-1,C1,\"Acme\nSecond line\",2026-01-05,2026-02-04,EUR,1.00\n"
                + "F-2,C1,,bad,2026-02-04,EUR,1.00\n"
                + " , ,,,,,\n"
                + "F-3,C1,,2026-01-05,2026-02-04,EUR,bad";

        LoadedLedger loaded = Given.invoices(text.replace("\n", lineBreak));

        assertThat(problems(loaded)).containsExactly("7 issue_date NOT_A_DATE", "9 amount NOT_AN_AMOUNT");
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(3, 1, 0, 0, 2, 0, 0));
        assertThat(loaded.ledger().customers().get(0).name()).isEqualTo("Acme" + lineBreak + "Second line");
    }

    @Test
    void quoted_cells_hold_delimiters_quotes_and_blanks() {
        LoadedLedger loaded = Given.invoices(
                NAMED + "\"F-1\",\" C1 \",\"Acme, \"\"the\"\" firm\",2026-01-05,2026-02-04,EUR,\"1,000.00\"\n");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.ledger().customer("C1"))
                .hasValueSatisfying(customer -> assertThat(customer.name()).isEqualTo("Acme, \"the\" firm"));
    }

    // ---- ragged and malformed rows

    @Test
    void rows_with_too_few_or_too_many_cells_are_rejected() {
        LoadedLedger loaded = Given.invoices(HEADER
                + "F-1,C1,2026-01-05,2026-02-04,EUR\n"
                + "F-2,C1,2026-01-05,2026-02-04,EUR,1,50\n"
                + "F-3,C1,2026-01-05,2026-02-04,EUR,1.00,,,\n"
                + "F-4\n"
                + row(5));

        assertThat(problems(loaded))
                .containsExactly("2  WRONG_NUMBER_OF_CELLS", "3  WRONG_NUMBER_OF_CELLS", "5  WRONG_NUMBER_OF_CELLS");
        assertThat(loaded.problems().get(1).message()).startsWith("the row has 7 cells where the header has 6");
        assertThat(open(loaded)).isEqualTo(Map.of("F-3", eur("1.00"), "F-5", eur("1.00")));
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_line_only() {
        LoadedLedger loaded = Given.invoices(NAMED
                + "F-1,C1,\"Acme,2026-01-05,2026-02-04,EUR,1.00\n"
                + "F-2,C1,\"Beta, Inc\",2026-01-05,2026-02-04,EUR,2.00\n"
                + "F-3,C1,Gamma,2026-01-05,2026-02-04,EUR,3.00\n"
                + "F-4,C1,\"Delta,2026-01-05,2026-02-04,EUR,4.00\n"
                + "F-5,C1,Epsilon,2026-01-05,2026-02-04,EUR,oops\n");

        assertThat(problems(loaded))
                .containsExactly(
                        "2  MALFORMED_ROW",
                        "4 customer_name CUSTOMER_DIFFERS",
                        "5  MALFORMED_ROW",
                        "6 amount NOT_AN_AMOUNT");
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(5, 2, 0, 0, 3, 0, 0));
        assertThat(open(loaded)).isEqualTo(Map.of("F-2", eur("2.00"), "F-3", eur("3.00")));
    }

    @Test
    void text_after_a_closing_quote_costs_its_line_only() {
        LoadedLedger loaded = Given.invoices(NAMED
                + "F-1,C1,\"Acme\" SA,2026-01-05,2026-02-04,EUR,1.00\n"
                + "F-2,C1,Acme \"SA\",2026-01-05,2026-02-04,EUR,2.00\n");

        assertThat(problems(loaded)).containsExactly("2  MALFORMED_ROW");
        assertThat(loaded.ledger().customers().get(0).name()).isEqualTo("Acme \"SA\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void reading_goes_on_at_the_right_line_far_into_a_file(String lineBreak) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 2; i <= 5_000; i++) {
            text.append(i % 700 == 0 ? "\"" + row(i) : row(i));
        }
        text.append("F-last,C1,bad,2026-02-04,EUR,1.00\n");

        LoadedLedger loaded = Given.invoices(text.toString().replace("\n", lineBreak));

        assertThat(problems(loaded))
                .containsExactly(
                        "700  MALFORMED_ROW",
                        "1400  MALFORMED_ROW",
                        "2100  MALFORMED_ROW",
                        "2800  MALFORMED_ROW",
                        "3500  MALFORMED_ROW",
                        "4200  MALFORMED_ROW",
                        "4900  MALFORMED_ROW",
                        "5001 issue_date NOT_A_DATE");
        assertThat(loaded.counts()).isEqualTo(new LoadedLedger.Counts(5_000, 4_992, 0, 0, 8, 0, 0));
    }

    // ---- what would fill the memory

    @Test
    void a_cell_of_millions_of_characters_costs_its_line_only() {
        String huge = "x".repeat(3_000_000);
        LoadedLedger loaded = Given.invoices(HEADER
                + row(1)
                + huge + ",C1,2026-01-05,2026-02-04,EUR,1.00\n"
                + "F-3,\"" + huge + "\",2026-01-05,2026-02-04,EUR,1.00\n"
                + "F-4," + "y".repeat(5_000) + ",2026-01-05,2026-02-04,EUR,1.00\n"
                + row(5));

        assertThat(problems(loaded)).containsExactly("3  MALFORMED_ROW", "4  MALFORMED_ROW", "5 customer_id TOO_LONG");
        assertThat(loaded.problems())
                .allSatisfy(problem -> assertThat(problem.message()).hasSizeLessThan(300));
        assertThat(open(loaded)).containsOnlyKeys("F-1", "F-5");
    }

    @Test
    void a_line_without_end_is_passed_over() {
        Reader endless = new Parts(
                new StringReader(HEADER + row(1)), new Repeated(',', 50_000_000), new StringReader("\n" + row(3)));
        LoadedLedger loaded =
                CsvLedgerReader.canonical().invoices("i.csv", endless).load();

        assertThat(problems(loaded)).containsExactly("3  MALFORMED_ROW");
        assertThat(open(loaded)).containsOnlyKeys("F-1", "F-3");
    }

    @Test
    void blank_lines_without_end_are_no_rows() {
        Reader endless =
                new Parts(new StringReader(HEADER + row(1)), new Repeated('\n', 20_000_000), new StringReader(row(3)));
        LoadedLedger loaded =
                CsvLedgerReader.canonical().invoices("i.csv", endless).load();

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.counts().invoices()).isEqualTo(2);
    }

    @Test
    void many_malformed_rows_take_no_more_than_their_share_of_time() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 10_000; i++) {
            text.append("\"F").append(i).append("\"\"\" ,\"\n");
        }
        LoadedLedger loaded = Given.invoices(text.toString());

        assertThat(loaded.counts().rejected()).isEqualTo(loaded.counts().rows()).isEqualTo(10_000);
    }

    // ---- what hides in cells

    @Test
    void characters_that_do_not_show_reject_their_row_and_show_in_the_problem() {
        LoadedLedger loaded = Given.invoices(NAMED
                + "F\u0000-1,C1,Acme,2026-01-05,2026-02-04,EUR,1.00\n"
                + "F-2,C\u202E1,Acme,2026-01-05,2026-02-04,EUR,1.00\n"
                + "F-3,C1,\u001B[31mAcme,2026-01-05,2026-02-04,EUR,1.00\n"
                + "F-4,C1,Acme,2026-01-05,2026-02-04,EUR,\u0007\n"
                + "F-5,\"C\n1\",Acme,2026-01-05,2026-02-04,EUR,1.00\n"
                + "F-6,C1,\u200Fשלום,2026-01-05,2026-02-04,EUR,1.00\n");

        assertThat(problems(loaded))
                .containsExactly(
                        "2 invoice_id INVISIBLE_CHARACTER",
                        "3 customer_id INVISIBLE_CHARACTER",
                        "4 customer_name INVISIBLE_CHARACTER",
                        "5 amount NOT_AN_AMOUNT",
                        "6 customer_id INVISIBLE_CHARACTER");
        assertThat(loaded.problems())
                .allSatisfy(problem -> assertThat(problem.message())
                        .doesNotContainPattern("\\p{Cntrl}|\u202E")
                        .contains("\\u"));
        assertThat(open(loaded)).containsOnlyKeys("F-6");
    }

    @Test
    void noise_is_refused_or_reported() {
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder(HEADER).append(row(1));
            random.ints(2_000, 0, 300).forEach(c -> text.append((char) (c < 128 ? c : ",\"\n\r".charAt(c % 4))));

            LoadedLedger loaded = Given.invoices(text.toString());

            assertThat(loaded.counts().addUp()).isTrue();
            assertThat(loaded.counts().invoices()).isEqualTo(1);
        }
    }

    // ---- readers

    @Test
    void a_reader_that_gives_single_characters_is_read_all_the_same() {
        String text = HEADER + row(1) + "\"" + row(2) + row(3) + "F-4,C1,\r\n" + row(5).replace("\n", "\r\n");
        LoadedLedger slow = CsvLedgerReader.canonical()
                .invoices("invoices.csv", new Slow(text))
                .load();

        assertThat(slow.counts()).isEqualTo(new LoadedLedger.Counts(5, 3, 0, 0, 2, 0, 0));
        assertThat(slow.problems()).isEqualTo(Given.invoices(text).problems());
    }

    @Test
    void a_reader_that_fails_is_no_bad_row() {
        assertThatThrownBy(() -> CsvLedgerReader.canonical()
                        .invoices("i.csv", new Parts(new StringReader(HEADER + row(1)), new Failing()))
                        .load())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("i.csv cannot be read");
    }

    /** One reader after the other. */
    private static final class Parts extends Reader {
        private final Reader[] parts;
        private int current;

        Parts(Reader... parts) {
            this.parts = parts;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            while (current < parts.length) {
                int read = parts[current].read(buffer, offset, length);
                if (read > 0) {
                    return read;
                }
                current++;
            }
            return -1;
        }

        @Override
        public void close() {}
    }

    private static final class Repeated extends Reader {
        private final char character;
        private long left;

        Repeated(char character, long times) {
            this.character = character;
            this.left = times;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            int read = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + read, character);
            left -= read;
            return read == 0 ? -1 : read;
        }

        @Override
        public void close() {}
    }

    /** Sometimes gives nothing, otherwise one character. */
    private static final class Slow extends Reader {
        private final String text;
        private int calls;

        Slow(String text) {
            this.text = text;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            int at = calls++ / 2;
            if (at >= text.length()) {
                return -1;
            }
            buffer[offset] = text.charAt(at);
            return calls % 2 == 0 ? 1 : 0;
        }

        @Override
        public void close() {}
    }

    private static final class Failing extends Reader {
        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk gone");
        }

        @Override
        public void close() {}
    }
}
