package io.receivables.statements;

import static io.receivables.statements.Camt.IBAN;
import static io.receivables.statements.Camt.PAYER;
import static io.receivables.statements.Camt.amount;
import static io.receivables.statements.Camt.balance;
import static io.receivables.statements.Camt.code;
import static io.receivables.statements.Camt.codes;
import static io.receivables.statements.Camt.details;
import static io.receivables.statements.Camt.entry;
import static io.receivables.statements.Camt.good;
import static io.receivables.statements.Camt.line;
import static io.receivables.statements.Camt.lines;
import static io.receivables.statements.Camt.read;
import static io.receivables.statements.Camt.v02;
import static io.receivables.statements.Camt.v08;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.BatchPart;
import io.receivables.core.cash.Counterparty;
import io.receivables.core.cash.LineCharge;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.LineStatus;
import io.receivables.core.cash.Remittance;
import io.receivables.core.cash.RemittedDocument;
import io.receivables.core.cash.ReturnReason;
import io.receivables.core.cash.StatementHeader;
import io.receivables.core.cash.StatementKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Own messages, field by field; shapes as seen in messages of German, Swiss, Belgian and Baltic banks. */
class CamtReaderTest {
    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    // the message

    @Test
    void a_transfer_of_version_02_is_read() {
        BankStatement statement = good(v02(balance("OPBD", "100.00", "CRDT", "2026-04-19")
                + balance("CLBD", "1300.00", "CRDT", "2026-04-20")
                + "<Ntry><NtryRef>1</NtryRef><Amt Ccy=\"EUR\">1200.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                + "<Sts>BOOK</Sts><BookgDt><Dt>2026-04-20</Dt></BookgDt><ValDt><Dt>2026-04-21</Dt></ValDt>"
                + "<AcctSvcrRef>B-77</AcctSvcrRef>" + code("RCDT", "ESCT")
                + details("<Refs><EndToEndId>E-1</EndToEndId><InstrId>I-1</InstrId><PmtInfId>P-1</PmtInfId>"
                        + "<MsgId>M-9</MsgId><TxId>T-1</TxId><AcctSvcrRef>B-77-1</AcctSvcrRef></Refs>"
                        + "<RltdPties><Dbtr><Nm>Moreau SARL</Nm></Dbtr><DbtrAcct><Id><IBAN>" + PAYER
                        + "</IBAN></Id></DbtrAcct><UltmtDbtr><Nm>Filiale Nord</Nm></UltmtDbtr></RltdPties>"
                        + "<RltdAgts><DbtrAgt><FinInstnId><BIC>PSSTFRPPXXX</BIC></FinInstnId></DbtrAgt></RltdAgts>"
                        + "<RmtInf><Ustrd>Facture F-1001</Ustrd><Ustrd>merci</Ustrd></RmtInf>")
                + "<AddtlNtryInf>GUTSCHRIFT</AddtlNtryInf></Ntry>"));

        BankAccount account = new BankAccount(IBAN, "EUR", "COBADEFFXXX", "Muster GmbH");
        assertThat(statement.header())
                .isEqualTo(new StatementHeader(StatementKind.STATEMENT, "camt.053.001.02", "S-1", "17", account));
        assertThat(statement.balances())
                .containsExactly(
                        new BankBalance(BankBalance.Type.OPENING, day("2026-04-19"), eur("100.00")),
                        new BankBalance(BankBalance.Type.CLOSING, day("2026-04-20"), eur("1300.00")));
        // 100 + 1200 = 1300
        assertThat(statement.check().holds()).isTrue();
        assertThat(statement.lines())
                .containsExactly(BankLine.of(account, day("2026-04-20"), eur("1200.00"))
                        .valueOn(day("2026-04-21"))
                        .kind(LineKind.TRANSFER)
                        .bankCode("PMNT/RCDT/ESCT")
                        .text("GUTSCHRIFT")
                        .reference(BankReference.ENTRY, "1")
                        .reference(BankReference.SERVICER, "B-77")
                        .reference(BankReference.PART, "B-77-1")
                        .reference(BankReference.END_TO_END, "E-1")
                        .reference(BankReference.INSTRUCTION, "I-1")
                        .reference(BankReference.PAYMENT_INFORMATION, "P-1")
                        .reference(BankReference.MESSAGE, "M-9")
                        .reference(BankReference.TRANSACTION, "T-1")
                        .counterparty(new Counterparty("Moreau SARL", PAYER, "PSSTFRPPXXX", "Filiale Nord"))
                        .remittance(Remittance.ofText("Facture F-1001", "merci"))
                        .from("S-1", 1)
                        .build());
    }

    @Test
    void a_transfer_of_version_08_has_other_places_for_the_same() {
        BankStatement statement = good(v08("<Ntry><Amt Ccy=\"EUR\">1200.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                + "<Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-04-20T23:59:59.123+02:00</DtTm></BookgDt>"
                + code("RRCT", "ESCT")
                + details("<Refs><EndToEndId>NOTPROVIDED</EndToEndId>"
                        + "<UETR>255ae394-9965-4438-ac86-f406feada396</UETR></Refs>" + amount("1200.00")
                        + "<CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>Moreau SARL</Nm></Pty></Dbtr>"
                        + "<UltmtDbtr><Pty><Nm>Filiale Nord</Nm></Pty></UltmtDbtr></RltdPties>"
                        + "<RltdAgts><DbtrAgt><FinInstnId><ClrSysMmbId><MmbId>30004</MmbId></ClrSysMmbId>"
                        + "</FinInstnId></DbtrAgt></RltdAgts>")
                + "</Ntry>"));
        BankLine line = statement.lines().get(0);

        assertThat(statement.header().format()).isEqualTo("camt.053.001.08");
        assertThat(line.kind()).isEqualTo(LineKind.TRANSFER);
        assertThat(line.bookingDate()).isEqualTo(day("2026-04-20"));
        assertThat(line.counterparty()).isEqualTo(new Counterparty("Moreau SARL", "", "30004", "Filiale Nord"));
        assertThat(line.references()).isEqualTo(Map.of(BankReference.UETR, "255ae394-9965-4438-ac86-f406feada396"));
        assertThat(line.part()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BkToCstmrStmt, Stmt, STATEMENT, camt.053",
        "BkToCstmrAcctRpt, Rpt, REPORT, camt.052",
        "BkToCstmrAcctRptV01, Rpt, REPORT, camt.052",
        "BkToCstmrDbtCdtNtfctn, Ntfctn, NOTIFICATION, camt.054"
    })
    void a_message_without_a_namespace_is_known_by_its_element(
            String message, String element, StatementKind kind, String format) {
        StatementHeader header = good("<Document><" + message + "><" + element + "><Id>X</Id>" + Camt.ACCOUNT + "</"
                        + element + "></" + message + "></Document>")
                .header();

        assertThat(header.kind()).isEqualTo(kind);
        assertThat(header.format()).isEqualTo(format);
    }

    @Test
    void a_message_in_an_envelope_and_a_second_one_after_it_are_read() {
        String one = v08(entry("1.00", "CRDT", "")).replaceFirst("<\\?xml.*\\?>", "");
        Loaded<StatementFile> file =
                read("<Envelope xmlns='urn:x'><AppHdr><Fr>B</Fr></AppHdr>" + one + one + "</Envelope>");

        assertThat(file.problems()).isEmpty();
        assertThat(file.value().statements()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t\n", "\uFEFF", "\n\uFEFF", "<!-- end -->\n"})
    void messages_one_after_the_other_in_a_file_are_read(String between) {
        String xml = v08(entry("1.00", "CRDT", "")) + between
                + Camt.notification(entry("2.00", "CRDT", "<AddtlNtryInf>é</AddtlNtryInf>")) + between
                + v02(entry("x", "CRDT", "") + entry("3.00", "CRDT", ""))
                + "\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            Loaded<StatementFile> file = StatementReader.standard().readAll(xml.getBytes(charset));

            assertThat(file.value().lines().map(line -> line.booked().toString()))
                    .containsExactly("EUR 1.00", "EUR 2.00", "EUR 3.00");
            assertThat(file.value().statements())
                    .extracting(statement -> statement.header().kind())
                    .containsExactly(StatementKind.STATEMENT, StatementKind.NOTIFICATION, StatementKind.STATEMENT);
            // each message has its statement in its second line
            long line = 6 + 2 * between.chars().filter(sign -> sign == '\n').count();
            assertThat(file.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.attribute("line")).isEqualTo(Long.toString(line - 2)));
        }
    }

    @Test
    void a_message_is_found_wherever_the_one_before_it_ends() {
        // the reader takes the file in pieces of 8192 signs
        String second = v02(entry("2.00", "CRDT", ""));
        int short1 = v02(entry("1.00", "CRDT", "<AddtlNtryInf></AddtlNtryInf>")).length();
        for (int length = 8_192 - 12; length < 8_192 + 4; length++) {
            String first =
                    v02(entry("1.00", "CRDT", "<AddtlNtryInf>" + "x".repeat(length - short1) + "</AddtlNtryInf>"));
            Loaded<StatementFile> file = read(first + "\n" + second);

            assertThat(file.problems()).as("a first message of %s", length).isEmpty();
            assertThat(file.value().lines()).hasSize(2);
        }
    }

    @Test
    void a_declaration_within_a_message_begins_no_other() {
        String declaration = "<![CDATA[<?xml version='1.0'?><Document/>]]><!-- a <?xml version='1.0'?> -->";
        assertThat(line(entry("1.00", "CRDT", "<AddtlNtryInf>a" + declaration + "</AddtlNtryInf>"))
                        .text())
                .isEqualTo("a<?xml version='1.0'?><Document/>");
    }

    @Test
    void a_message_that_an_envelope_holds_as_text_is_told() {
        String message = v08(entry("1.00", "CRDT", ""));
        for (String text : List.of(
                "<![CDATA[" + message + "]]>",
                "\n  <![CDATA[" + message.replaceFirst("<\\?xml.*\\?>\\s*", "") + "]]>",
                message.replace("&", "&amp;").replace("<", "&lt;"))) {
            Loaded<StatementFile> file = read("<Envelope><Head/><Data>" + text + "</Data></Envelope>");

            assertThat(file.problems())
                    .extracting(Problem::message)
                    .containsExactly(
                            "The message stands as text within Data. Take it out of there, and give it alone.");
        }
    }

    @Test
    void an_order_is_no_statement() {
        Problem problem = read(Camt.message("pain.008.001.02", "CstmrDrctDbtInitn", "<PmtInf/>"))
                .problems()
                .get(0);

        assertThat(problem.code()).isEqualTo(StatementProblem.OTHER_MESSAGE);
        assertThat(problem.attribute("value")).isEqualTo("pain.008.001.02");
        assertThat(read("<Invoice xmlns='urn:oasis'><ID>1</ID></Invoice>")
                        .problems()
                        .get(0)
                        .attribute("value"))
                .isEqualTo("Invoice");
        assertThat(read("<Document><FIToFICstmrCdtTrf/></Document>")
                        .problems()
                        .get(0)
                        .attribute("value"))
                .isEqualTo("FIToFICstmrCdtTrf");
    }

    @Test
    void a_message_without_a_statement_is_told() {
        assertThat(codes(read(Camt.message("camt.053.001.02", "BkToCstmrStmt", ""))))
                .containsExactly("NO_STATEMENT");
    }

    @Test
    void a_statement_without_an_account_is_left_out_with_one_error() {
        String entry = entry("1.00", "CRDT", "");
        Loaded<StatementFile> file = read(v02(entry + entry).replace("<IBAN>" + IBAN + "</IBAN>", "<IBAN> </IBAN>"));

        assertThat(file.value().statements()).isEmpty();
        assertThat(codes(file)).containsExactly("MISSING");
        assertThat(file.problems().get(0).attribute("field")).isEqualTo("Acct/Id");
        assertThat(file.problems().get(0).attribute("statement")).isEqualTo("S-1");
    }

    @Test
    void the_account_may_have_a_number_of_the_bank() {
        assertThat(good(v02("").replace("<IBAN>" + IBAN + "</IBAN>", "<Othr><Id>00012 3456</Id></Othr>"))
                        .header()
                        .account()
                        .number())
                .isEqualTo("000123456");
    }

    @ParameterizedTest
    @CsvSource({"1, true, 17", "2, true, 17/2", "1, false, 17/1"})
    void the_page_is_part_of_the_number_where_there_are_several(String page, String isLast, String number) {
        String pages = "<StmtPgntn><PgNb>" + page + "</PgNb><LastPgInd>" + isLast + "</LastPgInd></StmtPgntn>";

        assertThat(good(v08("").replace("<Acct>", pages + "<Acct>")).header().number())
                .isEqualTo(number);
    }

    @Test
    void version_01_is_read() {
        BankStatement statement = good(
                Camt.message(
                        "camt.052.001.01",
                        "BkToCstmrAcctRptV01",
                        "<Rpt><Id>R-1</Id><Acct><Id><PrtryAcct><Id>12-3</Id></PrtryAcct></Id><Svcr><FinInstnId><NmAndAdr>"
                                + "<Nm>Bank</Nm></NmAndAdr></FinInstnId></Svcr></Acct>"
                                + "<Bal><Tp><Cd>OPBD</Cd></Tp>" + amount("1.00")
                                + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2007-10-18</Dt></Dt></Bal>"
                                + "<Ntry>" + amount("2.00") + "<CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>"
                                + "<BookgDt><DtTm>2007-10-18T10:15:00+01:00</DtTm></BookgDt><Btch><PmtInfId>P</PmtInfId><NbOfTxs>20</NbOfTxs></Btch>"
                                + "<TxDtls><RmtInf><Strd><CdtrRefInf><CdtrRefTp><Cd>SCOR</Cd></CdtrRefTp><CdtrRef>RF18539007547034</CdtrRef>"
                                + "</CdtrRefInf></Strd></RmtInf><RtrInf><OrgnlBkTxCd/><RtrRsn><Cd>AC01</Cd></RtrRsn></RtrInf></TxDtls></Ntry></Rpt>"));
        BankLine line = statement.lines().get(0);

        assertThat(statement.header().account()).isEqualTo(new BankAccount("12-3", "", "Bank", ""));
        assertThat(statement.balances()).hasSize(1);
        assertThat(line.part()).contains(new BatchPart(0, 20, eur("-2.00")));
        assertThat(line.remittance().references())
                .containsExactly(new Remittance.Reference("SCOR", "RF18539007547034"));
        assertThat(line.returned()).contains(LineReturn.because(ReturnReason.iso("AC01")));
    }

    // balances and totals

    @ParameterizedTest
    @CsvSource({
        "PRCD, OPENING",
        "OPBD, OPENING",
        "CLBD, CLOSING",
        "OPAV, OPENING_AVAILABLE",
        "CLAV, AVAILABLE",
        "ITAV, AVAILABLE",
        "FWAV, FORWARD",
        "XPCD, EXPECTED",
        "INFO, OTHER",
        "ITBD, INTERIM_CLOSING",
        "XXXX, OTHER"
    })
    void a_balance_has_a_type(String code, BankBalance.Type type) {
        assertThat(good(v02(balance(code, "5.00", "DBIT", "2026-04-20"))).balances())
                .containsExactly(new BankBalance(type, day("2026-04-20"), eur("-5.00")));
    }

    @Test
    void the_first_of_two_interim_balances_is_the_opening_one() {
        BankStatement statement = good(v08(balance("ITBD", "10.00", "CRDT", "2026-04-20")
                + balance("ITBD", "12.50", "CRDT", "2026-04-20")
                + entry("2.50", "CRDT", "")));

        assertThat(statement.balances())
                .extracting(BankBalance::type)
                .containsExactly(BankBalance.Type.INTERIM_OPENING, BankBalance.Type.INTERIM_CLOSING);
        // 10.00 + 2.50 = 12.50
        assertThat(statement.check().holds()).isTrue();
    }

    @Test
    void an_interim_balance_opens_where_there_is_only_a_closing_one() {
        BankStatement statement = good(v08(balance("ITBD", "10.00", "CRDT", "2026-04-20")
                + balance("CLBD", "7.50", "CRDT", "2026-04-20")
                + entry("2.50", "DBIT", "")));

        assertThat(statement.check().holds()).isTrue();
    }

    @Test
    void a_balance_may_have_its_code_as_the_banks_own() {
        assertThat(good(v02(balance("CLBD", "5.00", "CRDT", "2026-04-20")
                                .replace("<Cd>CLBD</Cd>", "<Prtry>CLBD</Prtry>")))
                        .balances())
                .extracting(BankBalance::type)
                .containsExactly(BankBalance.Type.CLOSING);
    }

    @Test
    void a_balance_of_a_page_is_interim() {
        String page = "<SubTp><Cd>INTM</Cd></SubTp></Tp>";
        BankStatement statement =
                good(v08(balance("OPBD", "10.00", "CRDT", "2026-04-20").replace("</Tp>", page)
                        + balance("CLBD", "10.00", "CRDT", "2026-04-20").replace("</Tp>", page)));

        assertThat(statement.balances())
                .extracting(BankBalance::type)
                .containsExactly(BankBalance.Type.INTERIM_OPENING, BankBalance.Type.INTERIM_CLOSING);
    }

    @Test
    void a_balance_may_have_a_time_and_more_decimals_than_are_needed() {
        assertThat(good(v02(balance("OPBD", "5442.09000", "CRDT", "x")
                                .replace("<Dt>x</Dt>", "<DtTm>2025-07-23T00:00:00.000000000</DtTm>")))
                        .balances())
                .containsExactly(new BankBalance(BankBalance.Type.OPENING, day("2025-07-23"), eur("5442.09")));
    }

    @Test
    void a_missing_booking_shows_in_the_balances() {
        Loaded<StatementFile> file = read(v02(balance("OPBD", "100.00", "CRDT", "2026-04-19")
                + balance("CLBD", "90.00", "CRDT", "2026-04-20")
                + entry("7.00", "DBIT", "")));

        // 90 - 100 - (-7) = -3
        assertThat(codes(file)).containsExactly("BALANCES_DISAGREE");
        assertThat(file.problems().get(0).attribute("difference")).isEqualTo("EUR -3.00");
    }

    @Test
    void a_wrong_balance_is_an_error_and_the_bookings_stay() {
        Loaded<StatementFile> file = read(v02(balance("OPBD", "1,00", "CRDT", "2026-04-19")
                + balance("CLBD", "1.00", "", "2026-04-20")
                + balance("CLAV", "1.00", "CRDT", "2026-02-30")
                + entry("7.00", "DBIT", "")));

        assertThat(codes(file)).containsExactly("NOT_AN_AMOUNT", "MISSING", "NOT_A_DATE");
        assertThat(file.value().statements().get(0).balances()).isEmpty();
        assertThat(file.value().lines()).hasSize(1);
        assertThat(file.problems())
                .allSatisfy(problem -> assertThat(problem.attribute("entry")).isEmpty());
    }

    private static String totals(String number, String sum, String net, String direction) {
        return "<TxsSummry><TtlNtries><NbOfNtries>" + number + "</NbOfNtries><Sum>" + sum + "</Sum><TtlNetNtryAmt>"
                + net
                + "</TtlNetNtryAmt><CdtDbtInd>" + direction + "</CdtDbtInd></TtlNtries>"
                + "<TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>10.00</Sum></TtlCdtNtries>"
                + "<TtlDbtNtries><NbOfNtries>2</NbOfNtries><Sum>7.5</Sum></TtlDbtNtries></TxsSummry>";
    }

    private static final String THREE =
            entry("10.00", "CRDT", "") + entry("3.00", "DBIT", "") + entry("4.50", "DBIT", "");

    @Test
    void totals_that_agree_are_silent() {
        // 10 + 3 + 4.5 = 17.5; 10 - 7.5 = 2.5
        assertThat(good(v02(totals("3", "17.50", "2.50", "CRDT") + THREE)).lines())
                .hasSize(3);
        assertThat(good(v08((totals("3", "17.50", "2.50", "CRDT") + THREE)
                                .replace("<TtlNetNtryAmt>", "<TtlNetNtry><Amt>")
                                .replace(
                                        "</TtlNetNtryAmt><CdtDbtInd>CRDT</CdtDbtInd>",
                                        "</Amt><CdtDbtInd>CRDT</CdtDbtInd></TtlNetNtry>")))
                        .lines())
                .hasSize(3);
    }

    @Test
    void totals_of_the_booked_entries_alone_are_silent_too() {
        assertThat(good(v02(totals("3", "17.50", "2.50", "CRDT")
                                + THREE
                                + entry("99.00", "CRDT", "").replace("BOOK", "PDNG")))
                        .lines())
                .hasSize(4);
    }

    @Test
    void a_total_of_all_entries_may_be_their_net() {
        // 10.00 - 3.00 - 4.50 = 2.50
        assertThat(read(v02(totals("3", "2.50", "2.50", "CRDT") + THREE)).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-3.00, -3.00, DBIT, 0",
        "3.00, -3.00, '', 0",
        "3.00, 3.00, DBIT, 0",
        "3.00, 3.00, CRDT, 1",
        "-7.00, --3, DBIT, 2"
    })
    void a_net_total_may_have_a_sign(String sum, String net, String direction, int problems) {
        String totals = "<TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries><Sum>" + sum + "</Sum><TtlNetNtryAmt>" + net
                + "</TtlNetNtryAmt><CdtDbtInd>" + direction + "</CdtDbtInd></TtlNtries></TxsSummry>";

        assertThat(read(v02(totals + entry("3.00", "DBIT", ""))).problems()).hasSize(problems);
    }

    @Test
    void totals_that_disagree_are_told_each() {
        Loaded<StatementFile> file = read(v02(totals("4", "18.50", "2.50", "DBIT") + THREE));

        assertThat(codes(file)).containsExactly("TOTALS_DISAGREE", "TOTALS_DISAGREE", "TOTALS_DISAGREE");
        assertThat(file.problems())
                .extracting(problem -> problem.attribute("found"))
                .containsExactly("3", "17.50", "-2.50");
        assertThat(file.problems())
                .allSatisfy(problem -> assertThat(problem.attribute("entry")).isEmpty());
    }

    // the entry

    @ParameterizedTest
    @CsvSource({"BOOK, BOOKED", "PDNG, PENDING", "FUTR, FUTURE", "INFO, INFORMATION"})
    void an_entry_has_a_status(String code, LineStatus status) {
        assertThat(line(entry("1.00", "CRDT", "").replace("BOOK", code)).status())
                .isEqualTo(status);
        assertThat(line(entry("1.00", "CRDT", "").replace("BOOK", "<Cd>" + code + "</Cd>"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void a_reversal_of_a_debit_is_a_credit() {
        // ISO 20022: CRDT with RvslInd true means that the original was a debit
        BankLine line = line(entry("500.00", "CRDT", "<RvslInd>true</RvslInd>"));

        assertThat(line.booked()).isEqualTo(eur("500.00"));
        assertThat(line.isReversal()).isTrue();
        assertThat(line.returned()).isEmpty();
        assertThat(line(entry("500.00", "DBIT", "<RvslInd>1</RvslInd>")).booked())
                .isEqualTo(eur("-500.00"));
        assertThat(line(entry("500.00", "DBIT", "<RvslInd>false</RvslInd>")).isReversal())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "5442.09000, 5442.09",
        "0, 0.00",
        ".5, 0.50",
        "5., 5.00",
        "9999999999999999.99, 9999999999999999.99",
        "00012.30, 12.30"
    })
    void an_amount_is_exact(String written, String meant) {
        assertThat(line(entry(written, "CRDT", "")).booked()).isEqualTo(eur(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1.00",
                "+1.00",
                "1,00",
                "1 000.00",
                "1'000.00",
                "1e3",
                "x",
                ".",
                "1.0.0",
                "NaN",
                "12345678901234567.89",
                "١.٠٠"
            })
    void what_is_no_amount_is_an_error_of_that_booking_alone(String written) {
        Loaded<StatementFile> file = read(v02(entry(written, "CRDT", "") + entry("2.00", "CRDT", "")));

        assertThat(codes(file)).containsExactly("NOT_AN_AMOUNT");
        assertThat(file.problems().get(0).attribute("value")).isEqualTo(written);
        assertThat(file.problems().get(0).attribute("entry")).isEqualTo("1");
        assertThat(file.value().lines()).extracting(BankLine::entry).containsExactly(2);
    }

    @Test
    void an_amount_has_18_digits_at_most() {
        String yen = entry("123456789012345678", "CRDT", "").replace("EUR", "JPY");

        assertThat(line(yen).booked()).isEqualTo(Money.of("123456789012345678", "JPY"));
        assertThat(codes(read(v02(yen.replace("5678<", "56789<"))))).containsExactly("NOT_AN_AMOUNT");
    }

    @Test
    void nothing_is_rounded() {
        Loaded<StatementFile> file = read(v02(entry("5442.091", "CRDT", "")
                + entry("5.5", "CRDT", "").replace("EUR", "JPY")
                + entry("5.125", "CRDT", "").replace("EUR", "KWD")));

        assertThat(codes(file)).containsExactly("TOO_MANY_DECIMALS", "TOO_MANY_DECIMALS");
        assertThat(file.value().lines()).extracting(BankLine::booked).containsExactly(Money.of("5.125", "KWD"));
    }

    @ParameterizedTest
    @CsvSource({"ZZZ", "eur", "EURO"})
    void an_unknown_currency_is_an_error(String currency) {
        assertThat(codes(read(v02(entry("1.00", "CRDT", "").replace("EUR", currency)))))
                .containsExactly("UNKNOWN_CURRENCY");
    }

    @Test
    void what_an_entry_needs_is_missing() {
        String good = entry("1.00", "CRDT", "");
        Loaded<StatementFile> file = read(v02(good.replace("<Amt Ccy=\"EUR\">1.00</Amt>", "")
                + good.replace(" Ccy=\"EUR\"", "")
                + good.replace("CRDT", "")
                + good.replace("BOOK", "")
                + good.replace("CRDT", "C")
                + good.replace("BOOK", "WAIT")
                + good.replace("2026-04-20", "2026-02-30")));

        assertThat(codes(file))
                .containsExactly(
                        "MISSING", "MISSING", "MISSING", "MISSING", "UNKNOWN_CODE", "UNKNOWN_CODE", "NOT_A_DATE");
        assertThat(file.problems())
                .extracting(problem -> problem.attribute("field"))
                .containsExactly(
                        "Ntry/Amt",
                        "Ntry/Amt/@Ccy",
                        "Ntry/CdtDbtInd",
                        "Ntry/Sts",
                        "Ntry/CdtDbtInd",
                        "Ntry/Sts",
                        "Ntry/BookgDt");
        assertThat(file.problems())
                .extracting(problem -> problem.attribute("entry"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(file.value().lines()).isEmpty();
        assertThat(file.problems()).allSatisfy(problem -> {
            assertThat(problem.message()).doesNotContain("{");
            assertThat(problem.message(Locale.FRENCH)).doesNotContain("{").isNotEqualTo(problem.message());
        });
    }

    @Test
    void a_booking_without_a_day_takes_its_value_date_else_the_statements() {
        String undated = entry("1.00", "CRDT", "<ValDt><Dt>2026-04-18</Dt></ValDt>")
                .replace("<BookgDt><Dt>2026-04-20</Dt></BookgDt>", "");

        assertThat(line(undated).bookingDate()).isEqualTo(day("2026-04-18"));
        // CreDtTm of the statement
        assertThat(line(undated.replaceAll("<ValDt>.*</ValDt>", "")).bookingDate())
                .isEqualTo(day("2026-04-21"));
        assertThat(good(v02("<FrToDt><FrDtTm>2026-04-19T00:00:00</FrDtTm><ToDtTm>2026-04-19T23:59:59</ToDtTm></FrToDt>"
                                + undated.replaceAll("<ValDt>.*</ValDt>", "")))
                        .lines()
                        .get(0)
                        .bookingDate())
                .isEqualTo(day("2026-04-19"));
        assertThat(codes(read(
                        v02(undated.replaceAll("<ValDt>.*</ValDt>", "")).replaceAll("<CreDtTm>[^<]*</CreDtTm>", ""))))
                .containsExactly("MISSING");
    }

    @Test
    void a_value_date_that_is_none_is_left_out() {
        Loaded<StatementFile> file = read(v02(entry("1.00", "CRDT", "<ValDt><Dt>2026-4-1</Dt></ValDt>")));

        assertThat(codes(file)).containsExactly("LEFT_OUT");
        assertThat(file.value().lines()).extracting(BankLine::valueDate).containsExactly(day("2026-04-20"));
    }

    @Test
    void a_day_is_that_which_is_written_whatever_the_zone() {
        for (String written : List.of(
                "<DtTm>2026-04-20T00:30:00+14:00</DtTm>",
                "<DtTm>2026-04-20T23:30:00-11:00</DtTm>",
                "<Dt>2026-04-20Z</Dt>",
                "<Dt>2026-04-20T10:00:00</Dt>")) {
            assertThat(line(entry("1.00", "CRDT", "").replace("<Dt>2026-04-20</Dt>", written))
                            .bookingDate())
                    .isEqualTo(day("2026-04-20"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ICDT, ESCT, TRANSFER",
        "RCDT, SALA, TRANSFER",
        "RRCT, ESCT, TRANSFER",
        "IDDT, ESDD, DIRECT_DEBIT",
        "RDDT, BBDD, DIRECT_DEBIT",
        "RCHQ, CCHQ, CHEQUE",
        "CCRD, POSD, CARD",
        "MCRD, POSP, CARD",
        "CNTR, CDPT, CASH",
        "RCDT, CHRG, CHARGES",
        "MDOP, FEES, CHARGES",
        "MCOP, INTR, INTEREST",
        "OTHR, OTHR, OTHER"
    })
    void a_bank_code_tells_the_kind(String family, String sub, LineKind kind) {
        BankLine line = line(entry("1.00", "CRDT", code(family, sub)));

        assertThat(line.kind()).isEqualTo(kind);
        assertThat(line.bankCode()).isEqualTo("PMNT/" + family + "/" + sub);
    }

    @ParameterizedTest
    @CsvSource({
        "NTRF+166+9201+000, TRANSFER, ",
        "NTRF+166, TRANSFER, ",
        "NDDT+105+9200+992, DIRECT_DEBIT, ",
        "NMSC+805+9999, CHARGES, ",
        "NRTI+109+9070+914, DIRECT_DEBIT, MS03",
        "NRTI+159+9070+901, TRANSFER, AC01",
        "NRTI+109+9070, DIRECT_DEBIT, ''",
        "XYZ+1, OTHER, ",
        "541, OTHER, "
    })
    void a_banks_own_code_stands_where_there_is_no_other_and_the_german_ones_are_known(
            String code, LineKind kind, @Nullable String reason) {
        BankLine line =
                line(entry("1.00", "DBIT", "<BkTxCd><Prtry><Cd>" + code + "</Cd><Issr>DK</Issr></Prtry></BkTxCd>"));

        assertThat(line.kind()).isEqualTo(kind);
        assertThat(line.bankCode()).isEqualTo(code);
        assertThat(line.returned().map(returned -> returned.reason().code())).isEqualTo(Optional.ofNullable(reason));
        assertThat(line.isReversal()).isEqualTo(reason != null);
    }

    @Test
    void what_the_bank_writes_of_the_entry_and_of_the_transaction_is_one_text() {
        assertThat(line(entry(
                                "1.00",
                                "CRDT",
                                details("<AddtlTxInf>zwei</AddtlTxInf>") + "<AddtlNtryInf>eins</AddtlNtryInf>"))
                        .text())
                .isEqualTo("eins zwei");
        assertThat(line(entry(
                                "1.00",
                                "CRDT",
                                details("<AddtlTxInf>eins</AddtlTxInf>") + "<AddtlNtryInf>eins</AddtlNtryInf>"))
                        .text())
                .isEqualTo("eins");
    }

    @Test
    void references_have_other_places_too() {
        BankLine line = line(entry(
                "1.00",
                "CRDT",
                details(
                        "<Refs><ClrSysRef>C-1</ClrSysRef><ChqNb>000123</ChqNb><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
                                + "<RltdPties><CdtrSchmeId><Id><PrvtId><Othr><Id>DE98ZZZ09999999999</Id></Othr></PrvtId></Id>"
                                + "</CdtrSchmeId></RltdPties>")));

        assertThat(line.references())
                .isEqualTo(Map.of(
                        BankReference.TRANSACTION,
                        "C-1",
                        BankReference.CHEQUE,
                        "000123",
                        BankReference.CREDITOR,
                        "DE98ZZZ09999999999"));
    }

    @Test
    void a_part_may_have_a_code_of_its_own() {
        List<BankLine> lines = lines(entry(
                "6.00",
                "CRDT",
                code("RCDT", "ESCT")
                        + details(
                                amount("10.00") + "<CdtDbtInd>CRDT</CdtDbtInd>",
                                amount("4.00") + "<CdtDbtInd>DBIT</CdtDbtInd>" + code("RCDT", "RRTN"))));

        assertThat(lines).extracting(BankLine::isReversal).containsExactly(false, true);
        assertThat(lines).extracting(BankLine::bankCode).containsExactly("PMNT/RCDT/ESCT", "PMNT/RCDT/RRTN");
    }

    // sums

    @Test
    void a_sum_is_divided() {
        List<BankLine> lines = lines(entry(
                "4.50",
                "CRDT",
                "<AcctSvcrRef>B-1</AcctSvcrRef>"
                        + details(
                                amount("1.50") + "<CdtDbtInd>CRDT</CdtDbtInd><Refs><EndToEndId>A</EndToEndId></Refs>",
                                amount("3.00")
                                        + "<CdtDbtInd>CRDT</CdtDbtInd><Refs><EndToEndId>B</EndToEndId></Refs>")));

        assertThat(lines).extracting(BankLine::booked).containsExactly(eur("1.50"), eur("3.00"));
        assertThat(lines)
                .extracting(line -> line.part().orElseThrow())
                .containsExactly(new BatchPart(1, 2, eur("4.50")), new BatchPart(2, 2, eur("4.50")));
        assertThat(lines).extracting(BankLine::entry).containsOnly(1);
        assertThat(lines)
                .extracting(line -> line.key().whole())
                .containsOnly(line(entry("4.50", "CRDT", "<AcctSvcrRef>B-1</AcctSvcrRef>"))
                        .key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TxAmt", "InstdAmt", "CntrValAmt"})
    void a_sum_of_version_02_is_divided_by_whatever_amount_the_parts_have(String name) {
        String open = "<AmtDtls><" + name + ">";
        String close = "</" + name + "></AmtDtls>";

        assertThat(lines(entry("4.50", "DBIT", details(open + amount("1.50") + close, open + amount("3.00") + close))))
                .extracting(BankLine::booked)
                .containsExactly(eur("-1.50"), eur("-3.00"));
    }

    @Test
    void a_sum_may_have_parts_in_both_directions() {
        // 10 - 4 = 6
        assertThat(lines(entry(
                        "6.00",
                        "CRDT",
                        details(
                                amount("10.00") + "<CdtDbtInd>CRDT</CdtDbtInd>",
                                amount("4.00") + "<CdtDbtInd>DBIT</CdtDbtInd>"))))
                .extracting(BankLine::booked)
                .containsExactly(eur("10.00"), eur("-4.00"));
    }

    @Test
    void parts_that_all_go_the_other_way_go_the_way_of_the_sum() {
        assertThat(lines(entry(
                        "14.00",
                        "DBIT",
                        details(
                                amount("10.00") + "<CdtDbtInd>CRDT</CdtDbtInd>",
                                amount("4.00") + "<CdtDbtInd>CRDT</CdtDbtInd>"))))
                .extracting(BankLine::booked)
                .containsExactly(eur("-10.00"), eur("-4.00"));
    }

    @Test
    void parts_that_do_not_add_up_leave_a_sum_with_what_they_say_alike() {
        String alike = "<RltdPties><Dbtr><Nm>Moreau</Nm></Dbtr></RltdPties>";
        Loaded<StatementFile> file = read(v02(entry(
                "5.00",
                "CRDT",
                details(
                        "<Refs><PmtInfId>P</PmtInfId><EndToEndId>A</EndToEndId></Refs>" + amount("1.50") + alike
                                + "<RmtInf><Ustrd>1</Ustrd></RmtInf>",
                        "<Refs><PmtInfId>P</PmtInfId><EndToEndId>B</EndToEndId></Refs>" + amount("3.00") + alike
                                + "<RmtInf><Ustrd>2</Ustrd></RmtInf>"))));
        BankLine line = file.value().lines().findFirst().orElseThrow();

        assertThat(codes(file)).containsExactly("PARTS_DISAGREE");
        assertThat(file.problems().get(0).attribute("parts")).isEqualTo("EUR 4.50");
        assertThat(line.part()).contains(new BatchPart(0, 2, eur("5.00")));
        assertThat(line.references()).isEqualTo(Map.of(BankReference.PAYMENT_INFORMATION, "P"));
        assertThat(line.counterparty().name()).isEqualTo("Moreau");
        assertThat(line.remittance()).isEqualTo(Remittance.NONE);
    }

    @Test
    void parts_in_another_currency_leave_a_sum_and_are_told_in_theirs() {
        String francs = details(amount("3.10"), amount("3.20")).replace("EUR", "CHF");
        Loaded<StatementFile> file = read(v02(entry("6.00", "DBIT", francs)));

        assertThat(codes(file)).containsExactly("PARTS_DISAGREE");
        assertThat(file.problems().get(0).attribute("parts")).isEqualTo("CHF -6.30");
    }

    @Test
    void parts_without_amounts_leave_a_sum() {
        Loaded<StatementFile> file = read(v02(entry("5.00", "CRDT", details("", ""))));

        assertThat(codes(file)).containsExactly("PARTS_DISAGREE");
        assertThat(file.problems().get(0).message()).contains("an unknown amount");
        assertThat(file.problems().get(0).message(Locale.FRENCH)).contains("un montant inconnu");
    }

    @Test
    void an_only_transaction_without_an_amount_has_that_of_the_entry() {
        assertThat(line(entry("5.00", "CRDT", details(""))).booked()).isEqualTo(eur("5.00"));
        assertThat(line(entry("5.00", "CRDT", details(""))).part()).isEmpty();
    }

    @Test
    void an_only_transaction_that_says_another_amount_does_not_change_what_was_booked() {
        Loaded<StatementFile> file = read(v02(entry("8.85", "CRDT", details(amount("105.75")))));

        assertThat(codes(file)).containsExactly("PARTS_DISAGREE");
        assertThat(file.value().lines()).extracting(BankLine::booked).containsExactly(eur("8.85"));
    }

    @Test
    void an_amount_of_nothing_is_none_where_the_version_demands_one() {
        BankLine line = line(entry("5.00", "CRDT", details(amount("0") + "<Refs><EndToEndId>E</EndToEndId></Refs>")));

        assertThat(line.booked()).isEqualTo(eur("5.00"));
        assertThat(line.part()).isEmpty();
        assertThat(line.reference(BankReference.END_TO_END)).contains("E");
    }

    @Test
    void a_sum_without_details_says_how_many_it_has() {
        String batch = "<NtryDtls><Btch><MsgId>M</MsgId><PmtInfId>P</PmtInfId><NbOfTxs>20</NbOfTxs></Btch></NtryDtls>";
        BankLine line = line(entry("5.00", "CRDT", batch));

        assertThat(line.part()).contains(new BatchPart(0, 20, eur("5.00")));
        assertThat(line.references())
                .isEqualTo(Map.of(BankReference.PAYMENT_INFORMATION, "P", BankReference.MESSAGE, "M"));
        assertThat(line(entry("5.00", "CRDT", batch.replace("20", "1"))).part()).isEmpty();
    }

    @Test
    void what_one_of_several_says_is_not_said_of_the_sum() {
        String one = "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch><TxDtls><Refs><EndToEndId>E</EndToEndId></Refs>";
        Loaded<StatementFile> file = read(v02(entry("5.00", "CRDT", one + amount("2.00") + "</TxDtls></NtryDtls>")));
        BankLine line = file.value().lines().findFirst().orElseThrow();

        assertThat(codes(file)).containsExactly("PARTS_DISAGREE");
        assertThat(line.part()).contains(new BatchPart(0, 3, eur("5.00")));
        assertThat(line.references()).isEmpty();
        // without an amount of its own it has that of the entry
        assertThat(line(entry("5.00", "CRDT", one + "</TxDtls></NtryDtls>")).references())
                .isEqualTo(Map.of(BankReference.END_TO_END, "E"));
    }

    @Test
    void a_number_of_parts_that_is_not_there_is_told() {
        Loaded<StatementFile> file = read(v02(entry(
                "5.00",
                "CRDT",
                "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch><TxDtls>" + amount("2.00") + "</TxDtls><TxDtls>"
                        + amount("3.00") + "</TxDtls></NtryDtls>")));

        assertThat(codes(file)).containsExactly("TOTALS_DISAGREE");
        assertThat(file.value().lines()).hasSize(2);
    }

    // charges

    private static String charge(String amount, String more) {
        return "<Chrgs><Amt Ccy=\"EUR\">" + amount + "</Amt>" + more + "</Chrgs>";
    }

    private static String record(String amount, String more) {
        return "<Chrgs><TtlChrgsAndTaxAmt Ccy=\"EUR\">" + amount + "</TtlChrgsAndTaxAmt><Rcrd><Amt Ccy=\"EUR\">"
                + amount + "</Amt>" + more + "</Rcrd></Chrgs>";
    }

    private static String instructed(String amount) {
        return "<AmtDtls><InstdAmt>" + amount(amount) + "</InstdAmt></AmtDtls>";
    }

    @Test
    void a_returned_direct_debit_takes_back_what_was_collected_and_a_charge() {
        BankLine line = line(
                entry(
                        "53.00",
                        "DBIT",
                        code("IDDT", "UPDD")
                                + details(
                                        "<Refs><MndtId>MND-1</MndtId><EndToEndId>E</EndToEndId></Refs>"
                                                + instructed("50.00")
                                                + charge("3.00", "<Tp><Cd>COMM</Cd></Tp><Br>SLEV</Br>")
                                                + "<RltdPties><Dbtr><Nm>Moreau</Nm></Dbtr><DbtrAcct><Id><IBAN>" + PAYER
                                                + "</IBAN></Id></DbtrAcct><Cdtr><Nm>Muster GmbH</Nm><Id><PrvtId><Othr>"
                                                + "<Id>DE98ZZZ09999999999</Id><SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId></Id></Cdtr>"
                                                + "<CdtrAcct><Id><IBAN>" + IBAN + "</IBAN></Id></CdtrAcct></RltdPties>"
                                                + "<RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>KONTO</AddtlInf><AddtlInf>AUFGELOEST</AddtlInf></RtrInf>")));

        // 53.00 = 50.00 + 3.00
        assertThat(line.booked()).isEqualTo(eur("-53.00"));
        assertThat(line.principal()).isEqualTo(eur("-50.00"));
        assertThat(line.charges()).containsExactly(LineCharge.included(eur("3.00"), "COMM SLEV"));
        assertThat(line.instructed()).isEmpty();
        assertThat(line.kind()).isEqualTo(LineKind.DIRECT_DEBIT);
        assertThat(line.isReversal()).isTrue();
        assertThat(line.returned()).contains(new LineReturn(ReturnReason.iso("AC04"), "KONTO AUFGELOEST"));
        assertThat(line.reference(BankReference.MANDATE)).contains("MND-1");
        assertThat(line.reference(BankReference.CREDITOR)).contains("DE98ZZZ09999999999");
        // roles are those of the collection: the debtor is the other side of what now goes out
        assertThat(line.counterparty()).isEqualTo(Counterparty.of("Moreau", PAYER));
    }

    @Test
    void a_credit_net_of_a_charge_pays_its_gross() {
        BankLine line = line(entry("97.00", "CRDT", details(instructed("100.00") + record("3.00", ""))));

        // 97.00 + 3.00 = 100.00
        assertThat(line.principal()).isEqualTo(eur("100.00"));
        assertThat(line.charges()).containsExactly(LineCharge.included(eur("3.00"), ""));
    }

    @Test
    void a_charge_that_the_amounts_do_not_show_is_apart() {
        BankLine line = line(entry("100.00", "CRDT", details(instructed("100.00") + record("3.00", ""))));

        assertThat(line.principal()).isEqualTo(eur("100.00"));
        assertThat(line.charges()).containsExactly(LineCharge.apart(eur("3.00"), ""));
    }

    @ParameterizedTest
    @CsvSource({"true, 100.00", "1, 100.00", "false, 97.00", "'', 97.00"})
    void the_bank_may_say_whether_a_charge_is_included(String included, String principal) {
        String flag = included.isEmpty() ? "" : "<ChrgInclInd>" + included + "</ChrgInclInd>";
        BankLine line = line(entry("97.00", "CRDT", record("3.00", "<CdtDbtInd>DBIT</CdtDbtInd>" + flag)));

        assertThat(line.principal()).isEqualTo(eur(principal));
    }

    @Test
    void a_charge_said_to_be_included_is_not_where_the_payer_ordered_what_was_booked() {
        String included = "<ChrgInclInd>true</ChrgInclInd>";
        BankLine line = line(entry("100.00", "CRDT", details(instructed("100.00") + record("3.00", included))));

        assertThat(line.principal()).isEqualTo(eur("100.00"));
        assertThat(line.charges()).containsExactly(LineCharge.apart(eur("3.00"), ""));
        assertThat(line(entry("97.00", "CRDT", details(amount("97.00") + record("3.00", included))))
                        .principal())
                .isEqualTo(eur("100.00"));
    }

    @Test
    void a_charge_given_back_is_negative() {
        BankLine line = line(
                entry("103.00", "CRDT", record("3.00", "<CdtDbtInd>CRDT</CdtDbtInd><ChrgInclInd>true</ChrgInclInd>")));

        assertThat(line.principal()).isEqualTo(eur("100.00"));
        assertThat(line.charges()).containsExactly(LineCharge.included(eur("-3.00"), ""));
    }

    @Test
    void a_charge_stated_for_the_entry_and_again_for_its_only_transaction_is_one() {
        assertThat(line(entry("97.00", "CRDT", record("3.00", "") + details(instructed("100.00") + record("3.00", ""))))
                        .charges())
                .containsExactly(LineCharge.included(eur("3.00"), ""));
    }

    @Test
    void a_charge_greater_than_what_was_booked_is_not_within_it() {
        BankLine line = line(entry("2.00", "DBIT", record("3.00", "<ChrgInclInd>true</ChrgInclInd>")));

        assertThat(line.principal()).isEqualTo(eur("-2.00"));
        assertThat(line.charges()).containsExactly(LineCharge.apart(eur("3.00"), ""));
    }

    @Test
    void a_charge_in_another_currency_and_one_of_nothing_are_not_within() {
        assertThat(line(entry(
                                "2.00",
                                "DBIT",
                                record("3.00", "<ChrgInclInd>true</ChrgInclInd>")
                                        .replace("EUR", "CHF")))
                        .charges())
                .containsExactly(LineCharge.apart(Money.of("3.00", "CHF"), ""));
        assertThat(line(entry("2.00", "DBIT", record("0", ""))).charges()).isEmpty();
    }

    @Test
    void a_total_of_charges_without_records_is_a_charge() {
        assertThat(line(entry(
                                "97.00",
                                "CRDT",
                                "<Chrgs><TtlChrgsAndTaxAmt Ccy=\"EUR\">3.00</TtlChrgsAndTaxAmt></Chrgs>"
                                        + details(instructed("100.00"))))
                        .principal())
                .isEqualTo(eur("100.00"));
    }

    @Test
    void each_part_of_a_sum_may_be_net_of_its_charge() {
        List<BankLine> lines = lines(entry(
                "95.00", "CRDT", details(amount("40.00") + record("2.00", ""), amount("60.00") + record("3.00", ""))));

        // (40 - 2) + (60 - 3) = 95
        assertThat(lines).extracting(BankLine::booked).containsExactly(eur("38.00"), eur("57.00"));
        assertThat(lines).extracting(BankLine::principal).containsExactly(eur("40.00"), eur("60.00"));
    }

    @Test
    void a_charge_for_the_whole_sum_is_a_line_of_its_own() {
        List<BankLine> lines =
                lines(entry("97.00", "CRDT", record("3.00", "") + details(amount("40.00"), amount("60.00"))));

        // 40 + 60 - 3 = 97
        assertThat(lines).extracting(BankLine::booked).containsExactly(eur("40.00"), eur("60.00"), eur("-3.00"));
        assertThat(lines.get(2).kind()).isEqualTo(LineKind.CHARGES);
        assertThat(lines.get(2).part()).contains(new BatchPart(3, 3, eur("97.00")));
    }

    @Test
    void a_charge_of_a_sum_that_is_not_within_it_is_told_with_the_first_part() {
        List<BankLine> lines =
                lines(entry("100.00", "CRDT", record("3.00", "") + details(amount("40.00"), amount("60.00"))));

        assertThat(lines).extracting(BankLine::principal).containsExactly(eur("40.00"), eur("60.00"));
        assertThat(lines.get(0).charges()).containsExactly(LineCharge.apart(eur("3.00"), ""));
    }

    @Test
    void a_charge_of_a_sum_that_its_parts_state_again_is_told_with_them_alone() {
        List<BankLine> lines = lines(entry(
                "100.00",
                "CRDT",
                record("3.00", "")
                        + details(amount("40.00") + record("1.00", ""), amount("60.00") + record("2.00", ""))));

        assertThat(lines.get(0).charges()).containsExactly(LineCharge.apart(eur("1.00"), ""));
        assertThat(lines.get(1).charges()).containsExactly(LineCharge.apart(eur("2.00"), ""));
    }

    @Test
    void a_charge_greater_than_its_part_is_not_within_it() {
        // (2 - 5) + 10 = 7 would turn the first part
        Loaded<StatementFile> file =
                read(v02(entry("7.00", "CRDT", details(amount("2.00") + record("5.00", ""), amount("10.00")))));

        assertThat(codes(file)).containsExactly("PARTS_DISAGREE");
        assertThat(file.value().lines()).extracting(BankLine::booked).containsExactly(eur("7.00"));
    }

    @Test
    void what_the_payer_ordered_in_another_currency_is_kept() {
        BankLine line = line(entry(
                "93.00",
                "CRDT",
                details("<AmtDtls><InstdAmt><Amt Ccy=\"USD\">100.00</Amt></InstdAmt><TxAmt>" + amount("93.00")
                        + "</TxAmt></AmtDtls>")));

        assertThat(line.instructed()).contains(Money.of("100.00", "USD"));
        assertThat(line.principal()).isEqualTo(eur("93.00"));
        // 2.00 less than ordered, and no charge stated: nothing is guessed
        assertThat(line(entry("98.00", "CRDT", details(instructed("100.00")))).instructed())
                .contains(eur("100.00"));
    }

    @Test
    void what_was_paid_in_another_currency_is_kept_wherever_it_is_stated() {
        String pounds = "<Amt Ccy=\"GBP\">80.00</Amt>";
        Money ordered = Money.of("-80.00", "GBP");
        // at the entry, while the transaction has an amount of its own
        assertThat(line(entry(
                                "93.00",
                                "DBIT",
                                "<AmtDtls><InstdAmt>" + pounds + "</InstdAmt><CntrValAmt>" + amount("93.00")
                                        + "</CntrValAmt></AmtDtls>" + details(amount("93.00"))))
                        .instructed())
                .contains(ordered);
        // as the amount of the transaction
        assertThat(line(entry("93.00", "DBIT", details(pounds))).instructed()).contains(ordered);
        assertThat(line(entry("93.00", "DBIT", details("<AmtDtls><TxAmt>" + pounds + "</TxAmt></AmtDtls>")))
                        .instructed())
                .contains(ordered);
        // of each part
        assertThat(lines(entry(
                        "94.00",
                        "DBIT",
                        details(
                                pounds + "<AmtDtls><CntrValAmt>" + amount("93.00") + "</CntrValAmt></AmtDtls>",
                                amount("1.00")))))
                .extracting(BankLine::instructed)
                .containsExactly(Optional.of(ordered), Optional.empty());
    }

    @Test
    void the_amounts_of_the_transaction_may_stand_beside_the_entrys_own() {
        BankLine line = line(entry("53.00", "DBIT", instructed("50.00") + charge("3.00", "") + details("")));

        assertThat(line.principal()).isEqualTo(eur("-50.00"));
        assertThat(line(entry("53.00", "DBIT", instructed("50.00"))).instructed())
                .contains(eur("-50.00"));
    }

    // returns and parties

    @Test
    void a_payment_out_that_came_back_is_from_whom_it_was_meant_for() {
        String parties = "<RltdPties><Dbtr><Nm>Muster GmbH</Nm></Dbtr><DbtrAcct><Id><IBAN>" + IBAN
                + "</IBAN></Id></DbtrAcct><Cdtr><Nm>Lieferant AG</Nm></Cdtr></RltdPties>";
        String reason = "<RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf>";

        assertThat(line(entry("500.00", "CRDT", code("ICDT", "RRTN") + details(parties + reason)))
                        .counterparty()
                        .name())
                .isEqualTo("Lieferant AG");
        // the roles of the return itself
        String turned = "<RltdPties><Dbtr><Nm>Lieferant AG</Nm></Dbtr></RltdPties>";
        assertThat(line(entry("500.00", "CRDT", code("ICDT", "RRTN") + details(turned + reason)))
                        .counterparty()
                        .name())
                .isEqualTo("Lieferant AG");
        // two strangers: the roles of the original
        assertThat(line(entry(
                                "500.00",
                                "CRDT",
                                code("ICDT", "RRTN")
                                        + details(
                                                parties.replace(IBAN, "X1").replace("Muster GmbH", "MUSTER") + reason)))
                        .counterparty()
                        .name())
                .isEqualTo("Lieferant AG");
    }

    @Test
    void the_holder_is_not_the_other_side() {
        String own = "<RltdPties><Cdtr><Nm>Muster GmbH</Nm></Cdtr><CdtrAcct><Id><IBAN>" + IBAN
                + "</IBAN></Id></CdtrAcct></RltdPties>";

        assertThat(line(entry("5.00", "DBIT", details(own))).counterparty()).isEqualTo(Counterparty.NONE);
        // of the same name, but another account: one of the holder's own
        assertThat(line(entry("5.00", "DBIT", details(own.replace(IBAN, PAYER))))
                        .counterparty())
                .isEqualTo(Counterparty.of("Muster GmbH", PAYER));
    }

    @Test
    void the_holder_of_a_return_is_known_by_name_where_there_is_no_account() {
        String own = "<RltdPties><Dbtr><Nm>MUSTER  gmbh</Nm></Dbtr></RltdPties>";

        assertThat(line(entry("5.00", "CRDT", code("ICDT", "RRTN") + details(own)))
                        .counterparty())
                .isEqualTo(Counterparty.NONE);
    }

    @Test
    void an_account_may_be_known_by_a_proxy_alone() {
        String proxy = "<Prxy><Tp><Cd>TELE</Cd></Tp><Id>%s</Id></Prxy>";
        BankStatement statement = good(v08(entry(
                        "5.00",
                        "CRDT",
                        details("<RltdPties><Dbtr><Pty><Nm>Ek AB</Nm></Pty></Dbtr><DbtrAcct>"
                                + proxy.formatted("+46701234567") + "</DbtrAcct></RltdPties>")))
                .replace("<Id><IBAN>" + IBAN + "</IBAN></Id>", proxy.formatted("+46707654321")));

        assertThat(statement.header().account().number()).isEqualTo("+46707654321");
        assertThat(statement.lines().get(0).counterparty().account()).isEqualTo("+46701234567");
    }

    @Test
    void a_mandates_creditor_may_be_known_by_an_id_of_no_scheme() {
        String creditor =
                "<RltdPties><Cdtr><Nm>C</Nm><Id><PrvtId><Othr><Id>DE98ZZZ09999999999</Id></Othr></PrvtId></Id></Cdtr></RltdPties>";
        assertThat(line(entry("5.00", "DBIT", details("<Refs><MndtId>M-1</MndtId></Refs>" + creditor)))
                        .reference(BankReference.CREDITOR))
                .contains("DE98ZZZ09999999999");
        assertThat(line(entry("5.00", "DBIT", details(creditor))).reference(BankReference.CREDITOR))
                .isEmpty();
    }

    @Test
    void a_bank_may_be_the_other_side() {
        assertThat(line(entry(
                                "5.00",
                                "DBIT",
                                details(
                                        "<RltdPties><Cdtr><Agt><FinInstnId><Nm>Bank of X</Nm></FinInstnId></Agt></Cdtr></RltdPties>")))
                        .counterparty()
                        .name())
                .isEqualTo("Bank of X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RRTN", "RPCR", "UPDD", "PRDD", "RCDD", "UPCQ", "CQRV"})
    void a_bank_code_alone_may_say_that_money_came_back(String sub) {
        BankLine line = line(entry("5.00", "DBIT", code("IDDT", sub)));

        assertThat(line.returned()).contains(LineReturn.because(ReturnReason.notStated()));
        assertThat(line.isReversal()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DE89370400440532013000, EUR, 901, iso-20022, AC01",
        "DE89370400440532013000, EUR, 903, iso-20022, AC06",
        "DE89370400440532013000, EUR, 914, iso-20022, MS03",
        "DE89370400440532013000, EUR, 999, proprietary, 999",
        "FR1420041010050500013M02606, EUR, 901, proprietary, 901",
        "000112345678, CAD, 901, canada-aft, 901",
        "000112345678, USD, R01, us-ach, R01"
    })
    void a_banks_own_reason_is_told_by_its_country(
            String account, String currency, String own, String scheme, String code) {
        String reason = "<RtrInf><Rsn><Prtry>" + own + "</Prtry></Rsn></RtrInf>";
        BankLine line = good(v02(entry("5.00", "DBIT", details(reason)))
                        .replace(IBAN, account)
                        .replace("EUR", currency))
                .lines()
                .get(0);

        ReturnReason returned = line.returned().orElseThrow().reason();
        assertThat(returned.scheme().code()).isEqualTo(scheme);
        assertThat(returned.code()).isEqualTo(code);
    }

    // remittance

    @Test
    void structured_remittance_is_read() {
        BankLine line = line(entry(
                "80.00",
                "CRDT",
                details("<RmtInf><Ustrd>frei</Ustrd><Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp>"
                        + "<Nb>R-1</Nb><RltdDt>2026-03-01</RltdDt></RfrdDocInf><RfrdDocAmt><DuePyblAmt Ccy=\"EUR\">110.00</DuePyblAmt>"
                        + "<RmtdAmt Ccy=\"EUR\">100.00</RmtdAmt></RfrdDocAmt>"
                        + "<CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>RF18539007547034</Ref></CdtrRefInf>"
                        + "<AddtlRmtInf>mehr</AddtlRmtInf></Strd>"
                        + "<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CREN</Cd></CdOrPrtry></Tp><Nb>G-1</Nb></RfrdDocInf>"
                        + "<RfrdDocAmt><CdtNoteAmt Ccy=\"EUR\">20.00</CdtNoteAmt></RfrdDocAmt></Strd>"
                        + "<Strd><CdtrRefInf><Tp><CdOrPrtry><Prtry>QRR</Prtry></CdOrPrtry></Tp>"
                        + "<Ref>210000000003139471430009017</Ref></CdtrRefInf></Strd></RmtInf>")));

        assertThat(line.remittance().text()).containsExactly("frei", "mehr");
        assertThat(line.remittance().references())
                .containsExactly(
                        new Remittance.Reference("SCOR", "RF18539007547034"),
                        new Remittance.Reference("QRR", "210000000003139471430009017"));
        // 100 - 20 = 80
        assertThat(line.remittance().documents())
                .containsExactly(
                        RemittedDocument.of("CINV", "R-1")
                                .datedOn(day("2026-03-01"))
                                .paying(eur("100.00")),
                        RemittedDocument.of("CREN", "G-1").paying(eur("-20.00")));
    }

    @Test
    void an_amount_without_a_document_number_is_for_the_creditor_reference_beside_it() {
        String reference = "<CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>%s</Ref></CdtrRefInf></Strd>";
        BankLine line = line(entry(
                "80.00",
                "CRDT",
                details("<RmtInf><Strd><RfrdDocAmt><RmtdAmt Ccy=\"EUR\">70.00</RmtdAmt></RfrdDocAmt>"
                        + reference.formatted("234567")
                        + "<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><RltdDt>2026-03-01</RltdDt></RfrdDocInf>"
                        + "<RfrdDocAmt><RmtdAmt Ccy=\"EUR\">30.00</RmtdAmt></RfrdDocAmt>"
                        + reference.formatted("12344")
                        + "<Strd><RfrdDocAmt><CdtNoteAmt Ccy=\"EUR\">20.00</CdtNoteAmt></RfrdDocAmt>"
                        + reference.formatted("1234561") + "<Strd>" + reference.formatted("9") + "</RmtInf>")));

        assertThat(line.remittance().references())
                .extracting(Remittance.Reference::value)
                .containsExactly("234567", "12344", "1234561", "9");
        // 70 + 30 - 20 = 80
        assertThat(line.remittance().documents())
                .containsExactly(
                        RemittedDocument.of("", "234567").paying(eur("70.00")),
                        RemittedDocument.of("CINV", "12344")
                                .datedOn(day("2026-03-01"))
                                .paying(eur("30.00")),
                        RemittedDocument.of("", "1234561").paying(eur("-20.00")));
    }

    @Test
    void amounts_of_a_document_may_each_state_their_type() {
        String typed = "<RmtAmtAndTp><Tp><Cd>%s</Cd></Tp><Amt Ccy=\"EUR\">%s</Amt></RmtAmtAndTp>";
        BankLine line = line(entry(
                "80.00",
                "CRDT",
                details(
                        "<RmtInf><Strd><RfrdDocInf><Nb>R-1</Nb><RltdDt><Tp><Cd>INDA</Cd></Tp><Dt>2026-03-01</Dt></RltdDt>"
                                + "</RfrdDocInf><RfrdDocAmt>" + typed.formatted("DUPA", "110.00")
                                + typed.formatted("TMDS", "10.00")
                                + typed.formatted("REMI", "100.00")
                                + "</RfrdDocAmt></Strd><Strd><RfrdDocInf><Nb>R-2</Nb></RfrdDocInf><RfrdDocAmt>"
                                + typed.formatted("DUPA", "5.00") + "</RfrdDocAmt></Strd>"
                                + "<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CREN</Cd></CdOrPrtry></Tp><Nb>G-1</Nb></RfrdDocInf><RfrdDocAmt>"
                                + typed.formatted("CREN", "25.00") + "</RfrdDocAmt></Strd></RmtInf>")));

        assertThat(line.remittance().documents())
                .containsExactly(
                        RemittedDocument.of("", "R-1")
                                .datedOn(day("2026-03-01"))
                                .paying(eur("100.00")),
                        RemittedDocument.of("", "R-2").paying(eur("5.00")),
                        RemittedDocument.of("CREN", "G-1").paying(eur("-25.00")));
    }

    @Test
    void one_amount_for_several_documents_is_nobodys() {
        assertThat(line(entry(
                                "80.00",
                                "CRDT",
                                details(
                                        "<RmtInf><Strd><RfrdDocInf><Nb>A</Nb></RfrdDocInf><RfrdDocInf><Nb>B</Nb></RfrdDocInf>"
                                                + "<RfrdDocAmt><RmtdAmt Ccy=\"EUR\">80.00</RmtdAmt></RfrdDocAmt></Strd></RmtInf>")))
                        .remittance()
                        .documents())
                .containsExactly(RemittedDocument.of("", "A"), RemittedDocument.of("", "B"));
    }

    @Test
    void a_wrong_amount_or_date_of_a_document_is_left_out_and_the_document_stays() {
        Loaded<StatementFile> file = read(v02(entry(
                "80.00",
                "CRDT",
                details("<RmtInf><Strd><RfrdDocInf><Nb>A</Nb><RltdDt>1.3.2026</RltdDt></RfrdDocInf>"
                        + "<RfrdDocAmt><RmtdAmt Ccy=\"EUR\">80,00</RmtdAmt></RfrdDocAmt></Strd></RmtInf>"))));

        assertThat(codes(file)).containsExactly("LEFT_OUT", "LEFT_OUT");
        assertThat(file.value().lines().findFirst().orElseThrow().remittance().documents())
                .containsExactly(RemittedDocument.of("", "A"));
    }

    // notifications

    @Test
    void a_notification_has_the_key_of_the_sum_in_the_statement() {
        String reference = "<AcctSvcrRef>B-1</AcctSvcrRef>";
        BankLine sum = line(entry("4.50", "CRDT", reference));
        List<BankLine> parts = good(Camt.notification(
                        entry("4.50", "CRDT", reference + details(amount("1.50"), amount("3.00")))))
                .lines();

        assertThat(parts).extracting(part -> part.key().whole()).containsOnly(sum.key());
        assertThat(parts).extracting(BankLine::key).doesNotHaveDuplicates();
    }
}
