package io.receivables.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Loaded;
import io.receivables.core.Problem;
import io.receivables.core.cash.BankLine;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Messages that were damaged at random: nothing comes out but statements and problems. {@code mvn -Pfuzz -pl
 * integrations/statements -am verify} tries many more.
 */
class CamtFuzzProperties {
    private static final List<String> MESSAGES = List.of(
            Camt.v02(Camt.balance("OPBD", "10.00", "CRDT", "2026-04-19")
                    + Camt.balance("ITBD", "10.00", "DBIT", "2026-04-20")
                    + "<TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries><Sum>1</Sum></TtlNtries></TxsSummry>"
                    + Camt.entry(
                            "53.00",
                            "DBIT",
                            "<RvslInd>true</RvslInd>" + Camt.code("IDDT", "UPDD")
                                    + Camt.details(
                                            "<Refs><MndtId>M</MndtId></Refs><AmtDtls><InstdAmt>" + Camt.amount("50.00")
                                                    + "</InstdAmt></AmtDtls><Chrgs>" + Camt.amount("3.00")
                                                    + "</Chrgs><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>"))),
            Camt.v08(Camt.entry(
                    "4.50",
                    "CRDT",
                    "<Chrgs><TtlChrgsAndTaxAmt Ccy=\"EUR\">1.00</TtlChrgsAndTaxAmt><Rcrd>" + Camt.amount("1.00")
                            + "<ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>"
                            + Camt.details(
                                    Camt.amount("1.50")
                                            + "<CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>A</Nm></Pty></Dbtr>"
                                            + "</RltdPties><RmtInf><Strd><RfrdDocInf><Nb>1</Nb></RfrdDocInf><RfrdDocAmt>"
                                            + "<RmtdAmt Ccy='EUR'>1.50</RmtdAmt></RfrdDocAmt></Strd></RmtInf>",
                                    Camt.amount("4.00") + "<CdtDbtInd>CRDT</CdtDbtInd>"))),
            Camt.notification(Camt.entry("1.00", "CRDT", "<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch></NtryDtls>")),
            "<Document xmlns='urn:x:pain.002.001.10'><CstmrPmtStsRpt><OrgnlGrpInfAndSts><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts>"
                    + "<OrgnlPmtInfAndSts><OrgnlPmtInfId>P</OrgnlPmtInfId><TxInfAndSts><TxSts>RJCT</TxSts><StsRsnInf><Rsn>"
                    + "<Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");
    private static final List<String> SCRAPS = List.of(
            "<",
            ">",
            "</",
            "/>",
            "\"",
            "&",
            "&#0;",
            "&#x10FFFF;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?",
            "?>",
            "<?xml version=\"1.1\"?>",
            "<!DOCTYPE a [",
            "<!ENTITY e 'e'>",
            "\0",
            "\uFEFF",
            "\uFFFF",
            "\uD800",
            "\u202E",
            "-",
            ".",
            "0",
            "9".repeat(17),
            "92233720368547758",
            "1e9",
            "2026-02-30",
            "JPY",
            "ZZZ",
            "CRDT",
            "DBIT",
            " ",
            "xmlns=\"\"",
            "x".repeat(70_000),
            "<a>".repeat(120),
            "<Ntry>",
            "</Ntry>",
            "<TxDtls>",
            "<TxDtls/>",
            "</TxDtls>",
            "<Stmt>",
            "</Stmt>",
            "<Amt Ccy='EUR'>4.50</Amt>",
            "<Acct><Id><IBAN>X</IBAN></Id></Acct>",
            "<Id>Y</Id>",
            "<BkToCstmrStmt>");
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.ISO_8859_1);

    @Property
    void a_damaged_message_ends_in_statements_and_problems(@ForAll long seed, @ForAll @IntRange(max = 6) int damages) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(pick(MESSAGES, random));
        for (int i = 0; i < damages; i++) {
            damage(text, random);
        }
        byte[] bytes = text.toString().getBytes(pick(ENCODINGS, random));
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Loaded<StatementFile> file = StatementReader.standard().readAll(bytes);

        boolean saysSomething = !file.value().statements().isEmpty()
                || !file.value().orders().isEmpty()
                || !file.problems().isEmpty();
        assertThat(saysSomething).isTrue();
        assertThat(file.problems()).allSatisfy(CamtFuzzProperties::assertTold);
        assertThat(file.value().lines()).allSatisfy(CamtFuzzProperties::assertSound);
        assertThat(file.value().statements())
                .allSatisfy(statement -> assertThat(statement.lines()).allSatisfy(line -> {
                    assertThat(line.account()).isEqualTo(statement.header().account());
                    assertThat(line.statement()).isEqualTo(statement.header().id());
                }));
    }

    private static void assertTold(Problem problem) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(problem.message(language)).isNotBlank();
            assertThat(problem.message(language).length()).isLessThan(700);
        }
    }

    private static void assertSound(BankLine line) {
        assertThat(line.principal().signum() * line.booked().signum()).isNotNegative();
        assertThat(line.key()).isNotNull();
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + 1 + random.nextInt(40));
        switch (random.nextInt(5)) {
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, pick(SCRAPS, random));
            case 2 -> text.replace(at, to, pick(SCRAPS, random));
            case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, to));
            default -> {
                // a value of an element is another
                int open = text.indexOf(">", at);
                int close = open < 0 ? -1 : text.indexOf("<", open);
                if (close > 0) {
                    text.replace(open + 1, close, pick(SCRAPS, random));
                }
            }
        }
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
