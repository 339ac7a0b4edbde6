package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceTest {
    private static final String INVOICE =
            "{'id':'A','customer':'C','type':'INVOICE','issueDate':'2024-05-01','dueDate':'2024-05-31',"
                    + "'currency':'EUR','amount':'100.00','settlements':[{'date':'2024-06-30','amount':'40.00'}]}";

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {}

    private static Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Conformance.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ran runFile(String file, String... json) throws IOException {
        Files.writeString(folder.resolve(file), String.join("", json).replace('\'', '"'));
        return run(folder.toString());
    }

    private Ran runCases(String kind, String... cases) throws IOException {
        return runFile(kind + ".json", "{'kind':'" + kind + "','cases':[", String.join(",", cases), "]}");
    }

    private static String aging(String id, String expect, String more, String... items) {
        return "{'id':'" + id + "','input':{'asOf':'2024-06-30','basis':'DUE_DATE','buckets':[0,30],'items':["
                + String.join(",", items) + "]},'expect':" + expect + more + "}";
    }

    private static String dso(String id, String input, String expect, String more) {
        return "{'id':'" + id + "','input':{" + input + "},'expect':{" + expect + "}" + more + "}";
    }

    // ---- the examples that the project keeps

    @Test
    void the_worked_examples_that_the_project_keeps_all_pass() {
        Ran ran = run(Path.of("src/test/resources/conformance").toString());

        assertThat(ran.out().lines())
                .containsExactly(
                        "aging: 49 passed, 0 failed, 0 skipped",
                        "skipped: BILL_DISCOUNT (2), FACTORING_APR (2), FACTORING_NET_BENEFIT (2)",
                        "discount-financing: 38 passed, 0 failed, 6 skipped",
                        "skipped: ALTMAN_Z_PRIVATE (2), PAYDEX (1), PAYDEX_POINTS (11)",
                        "dso: 73 passed, 0 failed, 14 skipped",
                        "due-dates: 111 passed, 0 failed, 0 skipped",
                        "dunning: 36 passed, 0 failed, 0 skipped",
                        "late-interest: 42 passed, 0 failed, 0 skipped",
                        "references: 89 passed, 0 failed, 0 skipped",
                        "term-texts: 73 passed, 0 failed, 0 skipped");
        assertThat(ran.exit()).isZero();
    }

    // ---- answers

    @Test
    void an_answer_as_expected_passes() throws IOException {
        // 100.00 - 40.00 = 60.00, due 30 days ago: 1 to 30
        Ran ran = runCases("aging", aging("a", "{'buckets':['0','60.00','0.00'],'total':'60'}", "", INVOICE));

        assertThat(ran.out().lines()).containsExactly("aging: 1 passed, 0 failed, 0 skipped");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void another_answer_fails_and_shows_expected_and_actual() throws IOException {
        Ran ran = runCases(
                "aging",
                aging("wrong-total", "{'buckets':['0','60.00','0.00'],'total':'61'}", "", INVOICE),
                aging("right", "{'buckets':['0','60.00','0.00'],'total':'60'}", "", INVOICE));

        assertThat(ran.out().lines())
                .containsExactly(
                        "FAILED wrong-total",
                        "  expected {\"buckets\":[\"0\",\"60.00\",\"0.00\"],\"total\":\"61\"}",
                        "  actual   {\"buckets\":[\"0.00\",\"60.00\",\"0.00\"],\"total\":\"60.00\"}",
                        "aging: 1 passed, 1 failed, 0 skipped");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void a_currency_of_which_nothing_exists_yet_is_left_out() throws IOException {
        String later = INVOICE.replace("'A'", "'B'")
                .replace("2024-05-01", "2024-07-01")
                .replace("EUR", "JPY")
                .replace("100.00", "100")
                .replace("40.00", "40");
        Ran ran = runCases(
                "aging",
                aging(
                        "by-currency",
                        "{'byCurrency':{'EUR':{'buckets':['0','60','0'],'total':'60'}}}",
                        "",
                        INVOICE,
                        later),
                aging("plain", "{'buckets':['0','60','0'],'total':'60'}", "", INVOICE, later));

        assertThat(ran.out()).isEqualTo("aging: 2 passed, 0 failed, 0 skipped" + System.lineSeparator());
    }

    @Test
    void a_status_that_is_not_expected_fails() throws IOException {
        Ran ran = runCases(
                "dso",
                dso(
                        "undefined",
                        "'method':'SIMPLE','receivables':'1','sales':'0','days':'30'",
                        "'value':null,'unit':'days'",
                        ""),
                dso(
                        "ok",
                        "'method':'SIMPLE','receivables':'1','sales':'2','days':'30'",
                        "'value':'15','unit':'days','status':'UNDEFINED'",
                        ""),
                dso(
                        "unit",
                        "'method':'SIMPLE','receivables':'1','sales':'2','days':'30'",
                        "'value':'15','unit':'percent'",
                        ""));

        assertThat(ran.out()).contains("FAILED undefined", "FAILED ok", "FAILED unit", "dso: 0 passed, 3 failed");
    }

    @Test
    void a_stated_tolerance_wins_over_that_of_the_kind() throws IOException {
        // 1 / 3 x 100 = 33.333333...; dso allows 0.005 unless stated
        String input = "'method':'SIMPLE','receivables':'1','sales':'3','days':'100'";
        Ran ran = runCases(
                "dso",
                dso("default", input, "'value':'33.33','unit':'days'", ""),
                dso("exact", input, "'value':'33.33','unit':'days'", ",'tolerance':'0'"),
                dso("truncated", input.replace("'1'", "'2'"), "'value':'66.66','unit':'days'", ""));

        assertThat(ran.out()).contains("FAILED exact", "FAILED truncated", "dso: 1 passed, 2 failed");
    }

    private static String lateInterest(String id, String input, String expect, String more) {
        return "{'id':'" + id + "','input':{'principal':'1000.00','currency':'EUR','dueDate':'2024-03-31',"
                + "'dayCount':'ACT_365F','firstDay':'DAY_AFTER_DUE','rounding':'HALF_UP'," + input + "},'expect':{"
                + expect
                + "}" + more + "}";
    }

    @Test
    void late_interest_counts_the_day_of_a_part_payment_even_where_the_last_day_does_not_count() throws IOException {
        String twelve = ",'rates':[{'from':'1990-01-01','annualPercent':'12'}]";
        String parts = "'payments':[{'date':'2024-04-10','amount':'400.00'}],'asOf':'2024-04-30'";
        Ran ran = runCases(
                "late-interest",
                // (1000 x 10 + 600 x 20) x 12% / 365 = 7.232...; without 30 April (1000 x 10 + 600 x 19) x 12% / 365
                lateInterest("with", parts + twelve + ",'lastDayInclusive':true", "'interest':'7.23'", ""),
                lateInterest("without", parts + twelve + ",'lastDayInclusive':false", "'interest':'7.04'", ""),
                // paid one day late: no day counts, and yet it was late
                lateInterest(
                        "late",
                        "'paidDate':'2024-04-01','fixedSumRule':'EU_40','lastDayInclusive':false" + twelve,
                        "'interest':'0','days':0,'fixedSum':'40','total':'40'",
                        ""),
                lateInterest(
                        "gap",
                        "'paidDate':'2024-04-30','lastDayInclusive':true,"
                                + "'rates':[{'from':'2024-04-02','annualPercent':'12'}]",
                        "",
                        ",'reject':true"),
                lateInterest(
                        "rule",
                        "'paidDate':'2024-04-30','fixedSumRule':'MARS_7','lastDayInclusive':true" + twelve,
                        "'interest':'1'",
                        ""));

        assertThat(ran.out().lines())
                .containsExactly("skipped: MARS_7 (1)", "late-interest: 4 passed, 0 failed, 1 skipped");
    }

    // ---- refusals

    @Test
    void what_is_to_be_rejected_passes_only_if_it_is_refused() throws IOException {
        String reject = ",'reject':true";
        Ran ran = runCases(
                "aging",
                aging("negative-size", "{}", reject, INVOICE.replace("100.00", "-100.00")),
                aging("three-decimals", "{}", reject, INVOICE.replace("100.00", "100.001")),
                aging("no-currency", "{}", reject, INVOICE.replace("EUR", "EURO")),
                aging("no-date", "{}", reject, INVOICE.replace("2024-05-01", "2024-02-30")),
                aging("nothing-wrong", "{}", reject, INVOICE));

        assertThat(ran.out().lines())
                .containsExactly(
                        "FAILED nothing-wrong",
                        "  expected to be refused",
                        "  actual   {\"buckets\":[\"0.00\",\"60.00\",\"0.00\"],\"total\":\"60.00\"}",
                        "aging: 4 passed, 1 failed, 0 skipped");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void a_refusal_where_an_answer_is_expected_fails() throws IOException {
        Ran ran = runCases(
                "aging",
                aging("refused", "{'buckets':['0','0','0'],'total':'0'}", "", INVOICE.replace("100.00", "-100.00")));

        assertThat(ran.out()).contains("FAILED refused", "actual   refused: ", "-10000", "aging: 0 passed, 1 failed");
    }

    // ---- what is not supported

    @Test
    void unknown_kinds_and_methods_are_skipped_by_name_and_never_passed() throws IOException {
        Files.writeString(
                folder.resolve("b.json"), "{\"kind\":\"tea-leaves\",\"cases\":[{\"id\":\"x\"},{\"id\":\"y\"}]}");
        Files.writeString(folder.resolve("c.json"), "{\"kind\":\"rates\",\"series\":[]}");
        Files.writeString(folder.resolve("d.json"), "{\"kind\":\"aging\",\"cases\":[]}");
        Ran ran = runFile(
                "a.json",
                "{'kind':'dso','cases':[",
                dso("p", "'method':'PAYDEX'", "", ",'reject':true"),
                ",",
                dso("q", "'method':'CLAIRVOYANCE'", "'value':'1'", ""),
                "]}");

        assertThat(ran.out().lines())
                .containsExactly(
                        "skipped: CLAIRVOYANCE (1), PAYDEX (1)",
                        "dso: 0 passed, 0 failed, 2 skipped",
                        "skipped: tea-leaves (2)",
                        "tea-leaves: 0 passed, 0 failed, 2 skipped",
                        "skipped: rates (no cases)",
                        "rates: 0 passed, 0 failed, 0 skipped",
                        "skipped: aging (no cases)",
                        "aging: 0 passed, 0 failed, 0 skipped");
        assertThat(ran.exit()).isZero();
    }

    // ---- broken files

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "null",
                "{'cases':[]}",
                "{'kind':7,'cases':[]}",
                "{'kind':'aging','cases':{}}",
                "{'kind':'aging','cases':'many'}",
                "{'kind':'aging','kind':'dso','cases':[]}",
                "{'kind':'aging','cases':[]} trailing",
                "{'kind':'aging','cases':[",
            })
    void a_file_that_cannot_be_made_out_fails_with_a_line(String json) throws IOException {
        Ran ran = runFile("broken.json", json);

        assertThat(ran.out().lines()).hasSize(2);
        assertThat(ran.out()).startsWith("FAILED broken.json: ").contains(": 0 passed, 1 failed, 0 skipped");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "null",
                "{}",
                "{'id':'x'}",
                "{'id':'x','input':{},'expect':{}}",
                "{'id':'x','input':[],'expect':{},'reject':true}",
                "{'id':'x','input':{'asOf':5},'expect':{}}",
                "{'id':'x','input':{'asOf':'2024-06-30','basis':'DUE_DATE','buckets':[0.5],'items':[]},'expect':{}}",
                "{'id':'x','input':{'asOf':'2024-06-30','basis':'DUE_DATE','buckets':[],'items':[]},'expect':{},"
                        + "'reject':'yes'}",
                "{'id':'x','input':{'asOf':'2024-06-30','basis':'DUE_DATE','buckets':[],'items':[]},'expect':{},"
                        + "'tolerance':'-1'}",
                "{'id':'x','input':{'asOf':'2024-06-30','basis':'DUE_DATE','buckets':[],'items':[]},'expect':{},"
                        + "'tolerance':'1e999999999'}",
                "{'id':'x','input':{'asOf':'2024-06-30','basis':'DUE_DATE','buckets':[],'items':[]},'expect':{}}",
            })
    void a_case_that_cannot_be_made_out_fails_and_the_others_run(String broken) throws IOException {
        Ran ran = runCases("aging", broken, aging("good", "{'buckets':['0','60','0'],'total':'60'}", "", INVOICE));

        assertThat(ran.out()).contains("FAILED ", "aging: 1 passed, 1 failed, 0 skipped");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void bytes_that_are_no_text_and_deep_nesting_fail_with_a_line() throws IOException {
        Files.write(folder.resolve("bytes.json"), new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', (byte) 0xFF});
        Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));

        Ran ran = run(folder.toString());

        assertThat(ran.out()).contains("FAILED bytes.json: ", "FAILED deep.json: ");
        assertThat(ran.out().lines()).hasSize(4);
    }

    @Test
    void control_characters_of_a_file_do_not_reach_the_terminal() throws IOException {
        Ran ran = runCases("aging", "{'id':'\\u001b[2J','input':{},'expect':{}}");

        assertThat(ran.out()).doesNotContain("\u001b").contains("FAILED  [2J");
    }

    // ---- usage

    @Test
    void wrong_usage_is_one_line_and_exit_code_2() throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), "");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (String[] args : List.of(
                new String[0],
                new String[] {"no-such-folder"},
                new String[] {file.toString()},
                new String[] {empty.toString()},
                new String[] {"bad\0name"})) {
            Ran ran = run(args);

            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines()).hasSize(1).allMatch(line -> line.contains("usage: Conformance DIR..."));
        }
    }

    @Test
    void help_is_no_failure() {
        assertThat(run("--help")).satisfies(ran -> {
            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).contains("usage: Conformance DIR...");
        });
    }

    @Test
    void all_folders_count() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("x.json"), "nonsense");
        Files.createDirectory(folder.resolve("folder.json"));

        Ran ran = runCases("aging", aging("a", "{'buckets':['0','60','0'],'total':'60'}", "", INVOICE));
        Ran both = run(folder.toString(), other.toString());

        assertThat(ran.exit()).isZero();
        assertThat(both.exit()).isEqualTo(1);
        assertThat(both.out()).contains("aging: 1 passed", "x.json: 0 passed, 1 failed");
    }

    // ---- dunning

    private static String dunning(String id, String steps, String timeline, String runDates, String actions) {
        return "{'id':'" + id + "','input':{'policy':{'steps':[" + steps + "],'grouping':'PER_CUSTOMER'},'items':["
                + "{'id':'A','customer':'C','currency':'EUR','amount':'10.00','dueDate':'2024-01-01'},"
                + "{'id':'B','customer':'C','currency':'EUR','amount':'7.00','dueDate':'2024-01-02'}],'timeline':["
                + timeline + "],'runDates':[" + runDates + "]},'expect':{'actions':[" + actions + "]}}";
    }

    @Test
    void events_of_dunning_are_facts_of_a_ledger() throws IOException {
        String step = "{'level':1,'daysPastDue':5}";
        Ran ran = runCases(
                "dunning",
                dunning(
                        "paid-above-open-and-returned-in-part",
                        step,
                        "{'date':'2024-01-03','event':'PAYMENT','item':'A','amount':'12.00'},"
                                + "{'date':'2024-01-06','event':'PAYMENT_REVERSED','item':'A','amount':'3.00'}",
                        "'2024-01-07'",
                        "{'date':'2024-01-07','level':1,'items':[{'id':'B','open':'7'},{'id':'A','open':'3'}]}"),
                dunning(
                        "disputed-above-the-item",
                        step,
                        "{'date':'2024-01-03','event':'DISPUTE','item':'A','amount':'12.00'}",
                        "'2024-01-06'",
                        ""),
                dunning(
                        "minimum-and-fees-of-several-items",
                        "{'level':1,'daysPastDue':5,'minAmount':'17.00','fee':{'percentOfOriginal':'5'}}",
                        "{'date':'2024-01-03','event':'HOLD','customer':'C','until':'2024-01-08'}",
                        "'2024-01-08','2024-01-09'",
                        "{'date':'2024-01-09','level':1,'items':[{'id':'A','open':'10'},{'id':'B','open':'7'}],'fee':'0.85'}"));

        assertThat(ran.out()).contains("dunning: 3 passed, 0 failed, 0 skipped");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void dunning_that_makes_no_sense_is_refused() throws IOException {
        String more = ",'reject':true}";
        String returned = dunning(
                "never-paid",
                "{'level':1,'daysPastDue':5}",
                "{'date':'2024-01-03','event':'PAYMENT_REVERSED','item':'A','amount':'1.00'}",
                "'2024-01-07'",
                "");
        String alone = dunning("first-step-alone", "{'level':1,'daysAfterPreviousStep':5}", "", "'2024-01-07'", "");
        Ran ran = runCases(
                "dunning",
                returned.substring(0, returned.length() - 1) + more,
                alone.substring(0, alone.length() - 1) + more);

        assertThat(ran.out()).contains("dunning: 2 passed, 0 failed, 0 skipped");
    }

    // ---- references

    private static String references(String id, String input, String expect) {
        return "{'id':'" + id + "','input':{" + input + "},'expect':{" + expect + "}}";
    }

    @Test
    void references_are_compared_sign_by_sign() throws IOException {
        Ran ran = runCases(
                "references",
                references("zeros", "'scheme':'FI','operation':'GENERATE','base':'0012'", "'value':'00123'"),
                references("no-zeros", "'scheme':'FI','operation':'GENERATE','base':'0012'", "'value':'123'"),
                references(
                        "iban",
                        "'scheme':'IBAN','operation':'GENERATE','base':'BE000000001616'",
                        "'value':'BE72000000001616'"),
                references(
                        "iban-apart",
                        "'scheme':'IBAN','operation':'GENERATE','country':'BE','base':'000000001616'",
                        "'value':'BE72000000001616'"),
                references(
                        "sepa-creditor",
                        "'scheme':'SEPA_CI','operation':'VALIDATE','value':'DE98ZZZ09999999999'",
                        "'valid':true"),
                references("sum", "'scheme':'RF','operation':'SUM','value':'RF741'", "'valid':true"));

        assertThat(ran.out().lines())
                .containsExactly(
                        "FAILED no-zeros",
                        "  expected {\"value\":\"123\"}",
                        "  actual   {\"value\":\"\\\"00123\\\"\"}",
                        "skipped: RF SUM (1), SEPA_CI VALIDATE (1)",
                        "references: 3 passed, 1 failed, 2 skipped");
    }

    @Test
    void lines_at_the_end_of_a_code_and_an_empty_bic_do_not_count() throws IOException {
        String input = "'scheme':'EPC_QR','operation':'PAYLOAD','version':'002','name':'N','bic':'',"
                + "'iban':'DE33100205000001194700','amount':'1.00'";
        String payload = "BCD\\n002\\n1\\nSCT\\n\\nN\\nDE33100205000001194700\\nEUR1.00";
        // 4 + 4 + 2 + 4 + 1 + 2 + 23 + 7 = 47 bytes, and four line ends for the last four lines
        Ran ran = runCases(
                "references",
                references("kept", input, "'payload':'" + payload + "\\n\\n\\n\\n','bytes':51"),
                references("left-out", input, "'payload':'" + payload + "','bytes':51"),
                references("other-bytes", input, "'payload':'" + payload + "','bytes':47"));

        assertThat(ran.out()).contains("FAILED other-bytes", "references: 2 passed, 1 failed, 0 skipped");
    }
}
