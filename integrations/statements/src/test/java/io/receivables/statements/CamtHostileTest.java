package io.receivables.statements;

import static io.receivables.statements.Camt.balance;
import static io.receivables.statements.Camt.codes;
import static io.receivables.statements.Camt.details;
import static io.receivables.statements.Camt.entry;
import static io.receivables.statements.Camt.read;
import static io.receivables.statements.Camt.v02;
import static io.receivables.statements.Camt.v08;
import static io.receivables.statements.Texts.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.BatchPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that want more of their reader than to be read, and files that are damaged. */
class CamtHostileTest {
    private static final String TWO = entry("1.00", "CRDT", "<AddtlNtryInf>über &amp; unter</AddtlNtryInf>")
            + entry("2.00", "DBIT", details("<RmtInf><Ustrd>zwei</Ustrd></RmtInf>"));
    private static final String FILE =
            v02(balance("OPBD", "10.00", "CRDT", "2026-04-19") + balance("CLBD", "9.00", "CRDT", "2026-04-20") + TWO);

    private static String withDoctype(String doctype) {
        return FILE.replace("?>", "?>" + doctype);
    }

    private static String within(String entry) {
        return FILE.replace("</Stmt>", entry + "</Stmt>");
    }

    private static void assertTooLarge(String xml, String field, int lines) {
        Loaded<StatementFile> file = read(xml);
        Problem problem = file.problems().get(0);
        assertThat(problem.code()).isEqualTo(StatementProblem.TOO_LARGE);
        assertThat(problem.attribute("field")).isEqualTo(field);
        assertThat(problem.message()).doesNotContain("{");
        assertThat(problem.message(Locale.FRENCH)).doesNotContain("{");
        assertThat(file.value().lines()).hasSize(lines);
    }

    // what XML brings

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Document>",
                "<!DOCTYPE Document [<!ENTITY e 'x'>]>",
                "<!DOCTYPE Document [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY e '&b;&b;&b;&b;'>]>",
                "<!DOCTYPE Document [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE Document SYSTEM 'http://localhost:1/camt.dtd'>",
                "<!DOCTYPE Document PUBLIC '-//X//Y' 'http://localhost:1/x.dtd' [<!ENTITY % p SYSTEM 'x'> %p;]>"
            })
    void a_document_type_is_refused(String doctype) {
        assertThat(codes(read(withDoctype(doctype)))).containsExactly("DOCTYPE");
        assertThat(codes(read(withDoctype(doctype).replace("zwei", "&e;")))).containsExactly("DOCTYPE");
    }

    @Test
    void billions_of_laughs_are_refused_at_once() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE Document [<!ENTITY e0 'lol'>");
        for (int i = 1; i < 20; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" '")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        assertThat(codes(read(withDoctype(entities + "]>").replace("zwei", "&e19;"))))
                .containsExactly("DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE",
                "<!DOCTYPE a [\uFFFF",
                "<!DOCTYPE a [<!--",
                "<!-- x --><?y z?>\n<!DOCTYPE a [\0]>",
                "<!ENTITY e 'x'>"
            })
    void a_damaged_document_type_is_refused_as_well(String doctype) {
        assertThat(codes(read(withDoctype(doctype)))).containsExactly("DOCTYPE");
        assertThat(codes(read(FILE.substring(0, FILE.indexOf("?>") + 2) + doctype)))
                .containsExactly("DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- <!DOCTYPE a> -->",
                "<!-- - - > <!DOCTYPE a> -->",
                "<?x <!DOCTYPE a> > ? ?>",
                "<!----><?x ??>"
            })
    void what_only_speaks_of_one_is_none(String remark) {
        assertThat(codes(read(withDoctype(remark)))).isEmpty();
        assertThat(codes(read(FILE.replace("zwei", "<![CDATA[<!DOCTYPE a>]]>"))))
                .isEmpty();
    }

    @Test
    void no_file_is_fetched_for_an_entity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        Loaded<StatementFile> file =
                read(withDoctype("<!DOCTYPE Document [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>")
                        .replace("zwei", "&e;"));

        assertThat(file.toString()).doesNotContain("SECRET");
    }

    @Test
    void an_entity_of_nowhere_breaks_the_file_and_what_came_before_stays() {
        Loaded<StatementFile> file = read(FILE.replace("zwei", "&nbsp;"));

        assertThat(codes(file)).containsExactly("BROKEN", "BALANCES_DISAGREE");
        assertThat(file.value().lines()).extracting(BankLine::entry).containsExactly(1);
    }

    @Test
    void the_entities_of_xml_itself_are_text() {
        assertThat(read(FILE.replace("zwei", "&#70;A&lt;&amp;&gt;&quot;&apos;<![CDATA[<x>]]><!-- no -->!"))
                        .value()
                        .lines()
                        .toList()
                        .get(1)
                        .remittance()
                        .text())
                .containsExactly("FA<&>\"'<x>!");
    }

    @Test
    void a_statement_within_a_remark_is_none() {
        assertThat(read(v02("<SplmtryData><Envlp>" + TWO + "</Envlp></SplmtryData>"))
                        .value()
                        .lines())
                .isEmpty();
    }

    // sizes

    @Test
    void deep_nesting_is_refused() {
        assertTooLarge(within("<a>".repeat(1_000_000)), "depth", 2);
        assertTooLarge("<a>".repeat(100), "depth", 0);
    }

    @Test
    void an_attribute_without_end_is_refused() {
        assertTooLarge(within("<a b='" + "x".repeat(1 << 20) + "'/>"), "markup", 2);
        assertTooLarge(within("<!--" + "x".repeat(1 << 20) + "-->"), "markup", 2);
    }

    @Test
    void names_without_end_are_refused() {
        assertTooLarge(
                within(IntStream.range(0, 3_000).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining())),
                "names",
                2);
        assertTooLarge(
                within(IntStream.range(0, 3_000)
                        .mapToObj(i -> "<n xmlns:p='urn:" + i + "'/>")
                        .collect(Collectors.joining())),
                "names",
                2);
    }

    @Test
    void a_text_without_end_costs_its_entry_and_no_other() {
        String endless = entry("5.00", "CRDT", "<AddtlNtryInf>" + "x".repeat(1 << 20) + "</AddtlNtryInf>");

        assertTooLarge(within(endless + entry("3.00", "CRDT", "")), "Ntry", 3);
        assertTooLarge(
                within(entry("5.00", "CRDT", "<AddtlNtryInf><![CDATA[" + "x".repeat(70_000) + "]]>x</AddtlNtryInf>")
                        + entry("3.00", "CRDT", "")),
                "Ntry",
                3);
        assertTooLarge(within(entry("5.00", "CRDT", "<a/>".repeat(100_000)) + entry("3.00", "CRDT", "")), "Ntry", 3);
    }

    @Test
    void a_transaction_without_end_leaves_the_sum() {
        Loaded<StatementFile> file = read(v02(entry(
                "5.00", "CRDT", details("<RmtInf><Ustrd>" + "x".repeat(1 << 17) + "</Ustrd></RmtInf>", "<RmtInf/>"))));

        assertThat(codes(file)).containsExactly("TOO_LARGE");
        assertThat(file.problems().get(0).attribute("field")).isEqualTo("TxDtls");
        assertThat(file.value().lines())
                .extracting(line -> line.part().orElseThrow())
                .containsExactly(new BatchPart(0, 2, Money.of("5.00", "EUR")));
    }

    @Test
    void a_sum_of_too_many_parts_is_kept_as_a_sum() {
        String[] parts = new String[11];
        Arrays.fill(parts, Camt.amount("1.00"));
        String ten = v02(entry("10.00", "CRDT", details(Arrays.copyOf(parts, 10))));
        String eleven = v02(entry("11.00", "CRDT", details(parts)));
        Limits limits = new Limits(1 << 20, 1 << 16, 10, 100);

        assertThat(read(ten, limits).value().lines()).hasSize(10);
        Loaded<StatementFile> file = read(eleven, limits);
        assertThat(codes(file)).containsExactly("TOO_LARGE");
        assertThat(file.value().lines())
                .extracting(line -> line.part().orElseThrow())
                .containsExactly(new BatchPart(0, 11, Money.of("11.00", "EUR")));
    }

    @Test
    void a_sum_whose_parts_are_too_large_together_is_kept_as_a_sum() {
        String[] parts = new String[10_000];
        Arrays.fill(parts, Camt.amount("1.00") + "<RmtInf><Ustrd>0123456789</Ustrd></RmtInf>");
        Limits limits = new Limits(1 << 22, 400, 100_000, 100);

        // each part weighs 97: its four elements 20 each, EUR 3, 1.00 4, and 10; 2,000 texts of 400 are allowed
        assertThat(read(v02(entry("8000.00", "CRDT", details(Arrays.copyOf(parts, 8_000)))), limits)
                        .value()
                        .lines())
                .hasSize(8_000);
        Loaded<StatementFile> file = read(v02(entry("10000.00", "CRDT", details(parts))), limits);
        assertThat(codes(file)).containsExactly("TOO_LARGE");
        assertThat(file.problems().get(0).attribute("limit")).isEqualTo("800000");
        assertThat(file.value().lines())
                .extracting(line -> line.part().orElseThrow())
                .containsExactly(new BatchPart(0, 10_000, Money.of("10000.00", "EUR")));
    }

    @Test
    void balances_without_end_are_refused_and_the_bookings_stay() {
        Loaded<StatementFile> file =
                read(v02(balance("INFO", "1.00", "CRDT", "2026-04-19").repeat(2_000) + TWO));

        assertThat(codes(file)).containsExactly("TOO_LARGE");
        assertThat(file.value().statements().get(0).balances()).hasSize(1_000);
        assertThat(file.value().lines()).hasSize(2);
    }

    @Test
    void balances_of_a_statement_that_has_no_account_are_not_those_of_the_next() {
        String balances = balance("OPBD", "1.00", "CRDT", "2026-04-19") + entry("1.00", "CRDT", "");
        String none = "<Stmt><Id>S-0</Id>" + balances + "</Stmt>";
        Loaded<StatementFile> file = read(v02(TWO).replace("<Stmt>", none + "<Stmt>"));

        assertThat(codes(file)).containsExactly("MISSING");
        assertThat(file.value().statements())
                .extracting(BankStatement::balances)
                .containsExactly(List.of());
        assertThat(codes(read(
                        Camt.message("camt.053.001.02", "BkToCstmrStmt", none).replace("</Stmt>", ""))))
                .containsExactly("MISSING", "BROKEN");
    }

    @Test
    void a_second_account_or_id_does_not_change_the_statement() {
        Loaded<StatementFile> file = read(v02(TWO + "<Id>S-2</Id><Acct><Id><IBAN>X</IBAN></Id></Acct>" + TWO));

        assertThat(file.value().lines()).hasSize(4);
        assertThat(file.value().lines()).extracting(BankLine::statement).containsOnly("S-1");
        assertThat(file.value().lines())
                .extracting(line -> line.account().number())
                .containsOnly(Camt.IBAN);
    }

    @Test
    void numbers_of_parts_beyond_all_bounds_are_no_trap() {
        String batch = "<Btch><NbOfTxs>999999999</NbOfTxs></Btch>";
        assertThat(read(v02(entry("5.00", "CRDT", "<NtryDtls>" + batch.repeat(5) + "</NtryDtls>")))
                        .value()
                        .lines())
                .extracting(line -> line.part().orElseThrow().count())
                .containsExactly(Integer.MAX_VALUE);
    }

    @Test
    void amounts_that_overflow_together_are_no_trap() {
        // the largest that a long of cents holds, less 7 cents
        String most = "92233720368547758";
        String charge = "<Chrgs><Amt Ccy='EUR'>" + most
                + "</Amt><CdtDbtInd>DBIT</CdtDbtInd><ChrgInclInd>true</ChrgInclInd></Chrgs>";
        Loaded<StatementFile> file = read(v02(entry(
                        most,
                        "CRDT",
                        "<Chrgs><Rcrd><Amt Ccy='EUR'>" + most + "</Amt><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>")
                + entry(most, "CRDT", details(Camt.amount(most) + charge + charge, Camt.amount(most)))
                + entry(most, "CRDT", charge + charge + details(Camt.amount(most), Camt.amount("1.00")))));

        assertThat(file.value().lines()).hasSize(3);
        assertThat(codes(file)).contains("PARTS_DISAGREE").doesNotContain("BROKEN");
    }

    @Test
    void problems_without_end_are_counted() {
        Loaded<StatementFile> file = read(v02(entry("x", "CRDT", "").repeat(1_500)));

        assertThat(file.problems()).hasSize(1_001);
        assertThat(file.problems().get(1_000).attribute("value")).isEqualTo("500");
    }

    @Test
    void a_file_larger_than_allowed_keeps_what_came_before() {
        byte[] bytes = within(entry("3.00", "CRDT", "").repeat(1_000)).getBytes(StandardCharsets.UTF_8);
        Loaded<StatementFile> file =
                StatementReader.standard().withMostBytes(20_000).readAll(bytes);

        assertThat(codes(file)).startsWith("TOO_LARGE");
        assertThat(file.value().lines().count()).isBetween(10L, 150L);
    }

    // damage

    /** What a statement says without its end: balances come when all of a statement is told. */
    @Test
    void a_file_cut_at_any_byte_keeps_a_beginning_of_its_bookings_and_says_so() {
        for (String whole : List.of(
                FILE,
                v08(TWO),
                Camt.notification(entry("3.00", "CRDT", details(Camt.amount("1.00"), Camt.amount("2.00")))))) {
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            List<BankLine> all = lines(read(whole));
            int most = 0;
            for (int length = 0; length < bytes.length; length++) {
                Loaded<StatementFile> cut = StatementReader.standard().readAll(Arrays.copyOf(bytes, length));
                List<BankLine> lines = lines(cut);
                assertThat(lines).isEqualTo(all.subList(0, lines.size()));
                assertThat(lines.size()).isGreaterThanOrEqualTo(most);
                most = lines.size();
                assertThat(cut.errors()).as("cut at %s", length).isNotEmpty();
            }
            assertThat(most).isEqualTo(all.size());
        }
    }

    @Test
    void a_second_message_that_is_damaged_or_has_a_document_type_leaves_the_first() {
        Loaded<StatementFile> cut = read(FILE + "\n" + FILE.substring(0, FILE.lastIndexOf("<Ntry>") + 20));
        assertThat(codes(cut)).containsExactly("BROKEN", "BALANCES_DISAGREE");
        assertThat(cut.problems().get(0).attribute("line")).isEqualTo("4");
        assertThat(lines(cut)).hasSize(3);

        Loaded<StatementFile> typed = read(FILE + "\n" + withDoctype("<!DOCTYPE x>"));
        assertThat(codes(typed)).containsExactly("DOCTYPE");
        assertThat(typed.problems().get(0).attribute("line")).isEqualTo("3");
        assertThat(lines(typed)).hasSize(2);
    }

    @Test
    void messages_without_end_are_refused() {
        Loaded<StatementFile> file = read(FILE + "<?xml version='1.0'?><a/>".repeat(2_000));

        assertThat(codes(file)).containsExactly("TOO_LARGE");
        assertThat(file.problems().get(0).attribute("field")).isEqualTo("documents");
        assertThat(lines(file)).hasSize(2);
    }

    @Test
    void a_statement_that_breaks_off_ends_with_its_check_and_the_line() {
        Loaded<StatementFile> file = read(FILE.substring(0, FILE.lastIndexOf("<Ntry>") + 20));
        BankStatement statement = file.value().statements().get(0);

        assertThat(codes(file)).containsExactly("BROKEN", "BALANCES_DISAGREE");
        assertThat(file.problems().get(0).attribute("line")).isEqualTo("2");
        assertThat(statement.balances())
                .extracting(BankBalance::type)
                .containsExactly(BankBalance.Type.OPENING, BankBalance.Type.CLOSING);
        // 9 - 10 - 1 = -2: the debit of 2.00 that is cut off
        assertThat(statement.check().difference()).contains(Money.of("-2.00", "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252", "UTF-8"})
    void a_file_is_read_in_its_encoding(String name) {
        String xml = FILE.replace("UTF-8", name);
        Loaded<StatementFile> file = StatementReader.standard().readAll(xml.getBytes(Charset.forName(name)));

        assertThat(file.problems()).isEmpty();
        assertThat(lines(file).get(0).text()).isEqualTo("über & unter");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, UTF-8", "utf-16le, UTF-8", "UTF-8, UTF-16", "x-none, UTF-16"})
    void bytes_decide_where_the_declaration_cannot_be_right(String declared, String real) {
        Loaded<StatementFile> file = StatementReader.standard()
                .readAll(FILE.replace("UTF-8", declared).getBytes(Charset.forName(real)));

        assertThat(file.problems()).isEmpty();
        assertThat(lines(file).get(0).text()).isEqualTo("über & unter");
    }

    @Test
    void a_byte_order_mark_and_blanks_before_the_declaration_are_passed_over() {
        assertThat(read("\uFEFF" + FILE).problems()).isEmpty();
        assertThat(read("\r\n  " + FILE).problems()).isEmpty();
        assertThat(read("\uFEFF\n" + FILE).problems()).isEmpty();
    }

    @Test
    void bytes_that_are_no_text_are_told_with_the_encoding() {
        Loaded<StatementFile> file = StatementReader.standard().readAll(FILE.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(codes(file)).contains("WRONG_ENCODING");
        assertThat(file.problems().get(0).attribute("value")).isEqualTo("UTF-8");

        Loaded<StatementFile> unknown = read(FILE.replace("UTF-8", "klingon"));
        assertThat(codes(unknown)).containsExactly("WRONG_ENCODING");
        assertThat(unknown.problems().get(0).attribute("value")).isEqualTo("klingon");
    }

    @Test
    void a_packed_file_is_told_as_such() throws IOException {
        byte[] statement = v02(entry("1.00", "CRDT", "")).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(zip)) {
            archive.putNextEntry(new ZipEntry("statement.xml"));
            archive.write(statement);
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(gzip)) {
            packed.write(statement);
        }

        assertThat(StatementReader.standard().readAll(zip.toByteArray()).problems())
                .extracting(Problem::message)
                .containsExactly("The file is packed (ZIP). Unpack it, and give each file within.");
        assertThat(StatementReader.standard().readAll(gzip.toByteArray()).problems())
                .extracting(Problem::message)
                .containsExactly("The file is packed (GZIP). Unpack it, and give each file within.");
    }

    @Test
    void a_file_of_no_known_format_is_shown_with_what_would_not_show() {
        assertThat(StatementReader.standard()
                        .readAll("%PDF\u0001\u202E".getBytes(StandardCharsets.UTF_8))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.attribute("value")).startsWith("%PDF\\u0001"));
    }

    @Test
    void a_stream_that_breaks_off_is_the_callers_matter() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };
        InputStream start = new ByteArrayInputStream(
                (FILE.substring(0, FILE.indexOf("</Stmt>")) + TWO.repeat(500)).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> StatementReader.standard().readAll(new SequenceInputStream(start, broken)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("connection reset");
    }

    @Test
    void what_a_sink_throws_comes_out() {
        StatementSink sink = new StatementSink() {
            @Override
            public void line(BankLine line) {
                throw new IllegalStateException("full");
            }

            @Override
            public void problem(Problem problem) {}
        };

        assertThatThrownBy(() -> StatementReader.standard()
                        .read(new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)), sink))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
    }

    @Test
    void a_value_that_is_told_is_short_and_shows_what_it_is() {
        String value = read(v02(entry("1\u202E" + "9".repeat(500), "CRDT", "")))
                .problems()
                .get(0)
                .attribute("value");

        assertThat(value).startsWith("1\\u202E999").endsWith("…");
        assertThat(value.length()).isLessThan(100);
    }
}
