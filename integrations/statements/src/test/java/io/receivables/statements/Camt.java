package io.receivables.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Loaded;
import io.receivables.core.Problem;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankStatement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Messages for tests, in the shapes of versions 02 and 08. */
final class Camt {
    static final String IBAN = "DE89370400440532013000";
    static final String PAYER = "FR1420041010050500013M02606";

    private Camt() {}

    /** A camt.053.001.02 with one statement. */
    static String v02(String within) {
        return statement("02", within);
    }

    /** A camt.053.001.08 with one statement. */
    static String v08(String within) {
        return statement("08", within);
    }

    private static String statement(String version, String within) {
        return message(
                "camt.053.001." + version,
                "BkToCstmrStmt",
                "<Stmt><Id>S-1</Id><ElctrncSeqNb>17</ElctrncSeqNb><CreDtTm>2026-04-21T06:00:00+02:00</CreDtTm>"
                        + ACCOUNT + within + "</Stmt>");
    }

    static final String ACCOUNT = "<Acct><Id><IBAN>" + IBAN + "</IBAN></Id><Ccy>EUR</Ccy>"
            + "<Ownr><Nm>Muster GmbH</Nm></Ownr>"
            + "<Svcr><FinInstnId><BICFI>COBADEFFXXX</BICFI></FinInstnId></Svcr></Acct>";

    static String message(String name, String element, String within) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:" + name
                + "\"><" + element + "><GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-04-21T06:00:00</CreDtTm></GrpHdr>"
                + within
                + "</" + element + "></Document>";
    }

    static String notification(String within) {
        return message(
                "camt.054.001.08",
                "BkToCstmrDbtCdtNtfctn",
                "<Ntfctn><Id>N-1</Id><CreDtTm>2026-04-20T20:00:00</CreDtTm>" + ACCOUNT + within + "</Ntfctn>");
    }

    static String balance(String code, String amount, String direction, String day) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
    }

    /** A booked entry of 2026-04-20 in EUR, its status as text. */
    static String entry(String amount, String direction, String within) {
        return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd>"
                + "<Sts>BOOK</Sts><BookgDt><Dt>2026-04-20</Dt></BookgDt>" + within + "</Ntry>";
    }

    static String details(String... transactions) {
        StringBuilder details = new StringBuilder("<NtryDtls>");
        for (String transaction : transactions) {
            details.append("<TxDtls>").append(transaction).append("</TxDtls>");
        }
        return details.append("</NtryDtls>").toString();
    }

    static String amount(String amount) {
        return "<Amt Ccy=\"EUR\">" + amount + "</Amt>";
    }

    static String code(String family, String sub) {
        return "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>" + family + "</Cd><SubFmlyCd>" + sub
                + "</SubFmlyCd></Fmly></Domn></BkTxCd>";
    }

    static Loaded<StatementFile> read(String xml) {
        return StatementReader.standard().readAll(xml.getBytes(StandardCharsets.UTF_8));
    }

    static Loaded<StatementFile> read(String xml, Limits limits) {
        StatementCollector collector = new StatementCollector();
        Reading reading = new Reading(collector, limits, StandardCharsets.UTF_8, Map.of());
        try {
            CamtReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reading.endFile();
        return collector.loaded();
    }

    /** The only statement of a message in which nothing is wrong. */
    static BankStatement good(String xml) {
        Loaded<StatementFile> file = read(xml);
        assertThat(file.problems()).isEmpty();
        assertThat(file.value().statements()).hasSize(1);
        return file.value().statements().get(0);
    }

    /** The only line of a statement in which nothing is wrong. */
    static BankLine line(String entry) {
        BankStatement statement = good(v02(entry));
        assertThat(statement.lines()).hasSize(1);
        return statement.lines().get(0);
    }

    static List<BankLine> lines(String entry) {
        return good(v02(entry)).lines();
    }

    static List<String> codes(Loaded<StatementFile> file) {
        return file.problems().stream().map(Camt::code).toList();
    }

    static String code(Problem problem) {
        return ((StatementProblem) problem.code()).name();
    }
}
