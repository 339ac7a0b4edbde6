package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.receivables.core.Problem;
import io.receivables.files.CsvLayout.MissingDueDate;
import io.receivables.files.CsvLayout.NegativeAmount;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvMappingTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void an_empty_document_has_the_defaults() {
        CsvMapping mapping = CsvMapping.parse("{}");

        assertThat(mapping).isEqualTo(CsvMapping.canonical());
        assertThat(mapping.invoices().columns()).isEmpty();
        assertThat(mapping.invoices().dateFormats()).containsExactly("yyyy-MM-dd", "dd/MM/yyyy");
        assertThat(mapping.invoices().decimal()).isEqualTo('.');
        assertThat(mapping.invoices().delimiter()).isEqualTo(',');
        assertThat(mapping.invoices().encoding()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(mapping.invoices().negativeAmount()).isEqualTo(NegativeAmount.CREDIT_NOTE);
        assertThat(mapping.invoices().missingDueDate()).isEqualTo(MissingDueDate.REJECT);
        assertThat(mapping.payments()).isEqualTo(mapping.invoices());
    }

    @Test
    void every_key_is_read() {
        CsvMapping mapping = CsvMapping.parse("""
                {"columns": {"invoice_id": "No", "amount": "Total"},
                 "constants": {"currency": "CAD", "segment": "retail"},
                 "dateFormats": ["d.M.yyyy"], "decimal": ",", "delimiter": "\\t", "encoding": "windows-1252",
                 "negativeAmount": "reject", "missingDueDate": "issue-date"}""");

        assertThat(mapping.invoices())
                .isEqualTo(CsvLayout.canonical()
                        .withColumn(CsvField.INVOICE_ID, "No")
                        .withColumn(CsvField.AMOUNT, "Total")
                        .withConstant(CsvField.CURRENCY, "CAD")
                        .withConstant(CsvField.SEGMENT, "retail")
                        .withDateFormats("d.M.yyyy")
                        .withDecimal(',')
                        .withDelimiter('\t')
                        .withEncoding(Charset.forName("windows-1252"))
                        .withNegativeAmount(NegativeAmount.REJECT)
                        .withMissingDueDate(MissingDueDate.ISSUE_DATE));
    }

    @Test
    void payments_are_written_as_invoices_are_unless_stated_otherwise() {
        CsvMapping mapping = CsvMapping.parse("""
                {"columns": {"amount": "Total"}, "constants": {"currency": "CAD", "segment": "retail"},
                 "dateFormats": ["d.M.yyyy"], "decimal": ",", "delimiter": ";", "encoding": "ISO-8859-1",
                 "payments": {"columns": {"date": "Paid"}, "delimiter": "|"}}""");

        assertThat(mapping.payments())
                .isEqualTo(CsvLayout.canonical()
                        .withColumn(CsvField.DATE, "Paid")
                        .withConstant(CsvField.CURRENCY, "CAD")
                        .withDateFormats("d.M.yyyy")
                        .withDecimal(',')
                        .withDelimiter('|')
                        .withEncoding(StandardCharsets.ISO_8859_1));
    }

    @Test
    void payments_have_a_currency_of_their_own_where_stated() {
        CsvMapping mapping = CsvMapping.parse(
                "{\"constants\": {\"currency\": \"CAD\"}, \"payments\": {\"constants\": {\"currency\": \"USD\"}}}");

        assertThat(mapping.payments().constants()).isEqualTo(Map.of(CsvField.CURRENCY, "USD"));
        assertThat(CsvMapping.of(mapping.invoices()).payments().constants())
                .isEqualTo(Map.of(CsvField.CURRENCY, "CAD"));
    }

    @Test
    void the_document_of_a_mapping_states_everything() {
        CsvMapping mapping = CsvMapping.of(CsvLayout.canonical()
                        .withColumn(CsvField.INVOICE_ID, "N° de facture")
                        .withConstant(CsvField.TYPE, "INVOICE"))
                .withPayments(CsvLayout.canonical().withDelimiter(';'));

        assertThat(mapping.toJson()).isEqualTo("""
                {
                  "columns" : {
                    "invoice_id" : "N° de facture"
                  },
                  "constants" : {
                    "type" : "INVOICE"
                  },
                  "dateFormats" : [ "yyyy-MM-dd", "dd/MM/yyyy" ],
                  "decimal" : ".",
                  "delimiter" : ",",
                  "quote" : "\\"",
                  "encoding" : "UTF-8",
                  "negativeAmount" : "credit-note",
                  "missingDueDate" : "reject",
                  "payments" : {
                    "delimiter" : ";"
                  }
                }
                """);
        assertThat(CsvMapping.parse(mapping.toJson())).isEqualTo(mapping);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"colums\": {}}|UNKNOWN_KEY|a key colums, which is unknown; the nearest is columns",
                "{\"payments\": {\"payments\": {}}}|UNKNOWN_KEY|a key payments.payments",
                "{\"columns\": {\"ammount\": \"x\"}}|UNKNOWN_FIELD|a field ammount in columns, which is unknown there; the nearest is amount",
                "{\"columns\": {\"Amount\": \"x\"}}|UNKNOWN_FIELD|the nearest is amount",
                "{\"columns\": {\"payment_id\": \"x\"}}|UNKNOWN_FIELD|a field payment_id in columns",
                "{\"payments\": {\"columns\": {\"due_date\": \"x\"}}}|UNKNOWN_FIELD|a field due_date in payments.columns",
                "{\"constants\": {\"curency\": \"EUR\"}}|UNKNOWN_FIELD|the nearest is currency",
                "{\"columns\": {\"amount\": \" \"}}|WRONG_SETTING|columns.amount to \" \"; expected: the header",
                "{\"columns\": {\"amount\": 3}}|WRONG_SETTING|columns.amount to \"3\"; expected: a text in quotes",
                "{\"columns\": [\"amount\"]}|WRONG_SETTING|columns to \"[\"; expected: an object in braces",
                "{\"constants\": {\"currency\": \"EURO\"}}|WRONG_SETTING|constants.currency to \"EURO\"",
                "{\"constants\": {\"issue_date\": \"31/02/2026\"}}|WRONG_SETTING|constants.issue_date",
                "{\"constants\": {\"disputed\": \"maybe\"}}|WRONG_SETTING|constants.disputed",
                "{\"constants\": {\"type\": \"bill\"}}|WRONG_SETTING|constants.type",
                "{\"constants\": {\"amount\": \"1,5\"}}|WRONG_SETTING|constants.amount",
                "{\"constants\": {\"segment\": \"\"}}|WRONG_SETTING|constants.segment",
                "{\"constants\": {\"invoice_id\": \"F-1\"}}|WRONG_SETTING|expected: no constant, because each row has its own",
                "{\"payments\": {\"constants\": {\"payment_id\": \"P\"}}}|WRONG_SETTING|payments.constants.payment_id",
                "{\"dateFormats\": []}|WRONG_SETTING|one pattern or more",
                "{\"dateFormats\": \"dd/MM/yyyy\"}|WRONG_SETTING|expected: a list of texts in square brackets",
                "{\"dateFormats\": [\"DD/MM/YYYY\"]}|WRONG_SETTING|dateFormats to \"DD/MM/YYYY\"",
                "{\"payments\": {\"dateFormats\": [\"MM/yy\"]}}|WRONG_SETTING|payments.dateFormats to \"MM/yy\"",
                "{\"decimal\": \"..\"}|WRONG_SETTING|decimal to \"..\"; expected: one character",
                "{\"decimal\": \"x\"}|WRONG_SETTING|decimal to \"x\"; expected: \".\", \",\"",
                "{\"delimiter\": \"\"}|WRONG_SETTING|delimiter to \"\"; expected: one character",
                "{\"delimiter\": \"a\"}|WRONG_SETTING|delimiter to \"a\"",
                "{\"delimiter\": \"\\n\"}|WRONG_SETTING|delimiter to",
                "{\"payments\": {\"delimiter\": \"a\"}}|WRONG_SETTING|payments.delimiter to \"a\"",
                "{\"encoding\": \"UTF-9\"}|WRONG_SETTING|encoding to \"UTF-9\"; expected: a character encoding such as",
                "{\"encoding\": \"!\"}|WRONG_SETTING|encoding to \"!\"",
                "{\"negativeAmount\": \"ignore\"}|WRONG_SETTING|negativeAmount to \"ignore\"; expected: \"credit-note\", \"reject\"",
                "{\"missingDueDate\": null}|WRONG_SETTING|missingDueDate to \"null\"; expected: a text in quotes",
                "{\"payments\": 1}|WRONG_SETTING|payments to \"1\"; expected: an object",
                "[]|WRONG_SETTING|mapping to \"[\"; expected: an object in braces",
                "``|WRONG_SETTING|mapping to \"\"",
                "{} {}|WRONG_SETTING|the end of the document",
                "{\"columns\": {|MAPPING_NOT_JSON|no JSON at line 1, column",
                "{'columns': {}}|MAPPING_NOT_JSON|no JSON at line 1",
                "{\"decimal\": \".\", \"decimal\": \",\"}|MAPPING_NOT_JSON|Duplicate",
                "nonsense|MAPPING_NOT_JSON|no JSON",
            })
    void what_is_wrong_is_named_with_its_fix(String json, CsvProblem code, String message) {
        CsvException refused = catchThrowableOfType(CsvException.class, () -> CsvMapping.parse(json));

        assertThat(refused.problem().code()).isEqualTo(code);
        assertThat(refused).hasMessageContaining(message);
        assertThat(refused.problem().message(Locale.FRENCH))
                .isNotEqualTo(refused.problem().message())
                .doesNotContainPattern("\\{[a-z]");
    }

    @Test
    void a_mapping_is_read_from_the_file_that_it_was_written_to() {
        CsvMapping mapping = CsvMapping.of(CsvLayout.canonical().withColumn(CsvField.CUSTOMER_NAME, "Société"));
        Path file = folder.resolve("mapping.json");
        mapping.write(file);

        assertThat(CsvMapping.read(file)).isEqualTo(mapping);
    }

    @Test
    void a_byte_order_mark_is_skipped() {
        assertThat(CsvMapping.parse("\uFEFF{}")).isEqualTo(CsvMapping.canonical());
    }

    @Test
    void a_problem_names_the_file() throws IOException {
        Path file = folder.resolve("mapping.json");
        Files.writeString(file, "{\"decimals\": \".\"}");

        CsvException refused = catchThrowableOfType(CsvException.class, () -> CsvMapping.read(file));

        assertThat(refused.problem().attribute(Problem.FILE)).isEqualTo("mapping.json");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> CsvMapping.read(folder.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.json");
        assertThatThrownBy(() -> CsvMapping.canonical().write(folder.resolve("no/such/folder.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("folder.json");
    }

    @Test
    void a_failing_reader_is_no_wrong_mapping() {
        assertThatThrownBy(() -> CsvMapping.read(new Broken())).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_document_without_end_is_refused() {
        String endless = "{\"columns\": {\"amount\": \"" + "x".repeat(2_000_000) + "\"}}";

        assertThatThrownBy(() -> CsvMapping.parse(endless)).isInstanceOf(CsvException.class);
        assertThatThrownBy(() -> CsvMapping.parse("[".repeat(100_000))).isInstanceOf(CsvException.class);
    }

    @Test
    void a_layout_of_the_wrong_file_is_refused() {
        CsvLayout payments = CsvLayout.canonical().withColumn(CsvField.PAYMENT_ID, "Receipt");

        assertThatThrownBy(() -> CsvMapping.canonical().withInvoices(payments))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("payment_id");
        assertThat(CsvMapping.canonical().withPayments(payments).payments()).isEqualTo(payments);
    }

    @Test
    void fields_are_found_by_their_code() {
        assertThat(CsvField.find("due_date")).contains(CsvField.DUE_DATE);
        assertThat(CsvField.find("Due_Date")).isEmpty();
        assertThat(CsvField.ofInvoices()).extracting(CsvField::code).doesNotContain("payment_id", "date");
        assertThat(CsvField.ofPayments())
                .extracting(CsvField::code)
                .containsExactlyInAnyOrderElementsOf(
                        List.of("payment_id", "invoice_id", "customer_id", "date", "currency", "amount", "reference"));
    }

    private static final class Broken extends Reader {
        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("broken");
        }

        @Override
        public void close() {}
    }
}
