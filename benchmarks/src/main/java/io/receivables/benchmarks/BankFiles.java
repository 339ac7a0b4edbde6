package io.receivables.benchmarks;

import io.receivables.core.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/** Statements as banks send them, of any size: each line pays an invoice that it names. */
final class BankFiles {
    static final String ACCOUNT = "DE33100205000001194700";
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final DateTimeFormatter SIX_DIGITS = DateTimeFormatter.ofPattern("yyMMdd");

    private BankFiles() {}

    /** The invoice that a line pays, from 0. */
    static String invoice(int line) {
        return "F-" + (1_000_000 + line);
    }

    /** What a line pays, in cents. */
    static long cents(int line) {
        return 100 + new SplittableRandom(line).nextLong(1_000_000);
    }

    private static String amount(int line) {
        return Money.ofMinor(cents(line), Money.currency("EUR")).amount().toPlainString();
    }

    private static String total(int lines) {
        long sum = 0;
        for (int line = 0; line < lines; line++) {
            sum += cents(line);
        }
        return Money.ofMinor(sum, Money.currency("EUR")).amount().toPlainString();
    }

    /** A camt.053 statement; every second line names its invoice as a creditor reference, the others in a text. */
    static byte[] camt053(int lines) {
        StringBuilder xml = new StringBuilder(lines * 900 + 2_000);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>")
                .append("<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-05-04T21:00:00</CreDtTm></GrpHdr><Stmt><Id>S</Id>")
                .append("<Acct><Id><IBAN>" + ACCOUNT + "</IBAN></Id><Ccy>EUR</Ccy></Acct>");
        balance(xml, "OPBD", "0.00");
        balance(xml, "CLBD", total(lines));
        for (int line = 0; line < lines; line++) {
            String amount = amount(line);
            xml.append("\n<Ntry><Amt Ccy=\"EUR\">")
                    .append(amount)
                    .append("</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>")
                    .append(DAY)
                    .append("</Dt></BookgDt><ValDt><Dt>")
                    .append(DAY)
                    .append("</Dt></ValDt><AcctSvcrRef>B")
                    .append(line)
                    .append(
                            "</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>")
                    .append("</Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>")
                    .append("<Amt Ccy=\"EUR\">")
                    .append(amount)
                    .append("</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>Customer ")
                    .append(line % 1_000)
                    .append("</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>")
                    .append("</RltdPties><RmtInf>")
                    .append(line % 2 == 0 ? "<Strd><CdtrRefInf><Ref>" : "<Ustrd>Payment of invoice ")
                    .append(invoice(line))
                    .append(line % 2 == 0 ? "</Ref></CdtrRefInf></Strd>" : ", thank you</Ustrd>")
                    .append("</RmtInf></TxDtls></NtryDtls></Ntry>");
        }
        xml.append("</Stmt></BkToCstmrStmt></Document>");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void balance(StringBuilder xml, String type, String amount) {
        xml.append("<Bal><Tp><CdOrPrtry><Cd>")
                .append(type)
                .append("</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">")
                .append(amount)
                .append("</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>")
                .append(DAY)
                .append("</Dt></Dt></Bal>");
    }

    /** An MT940 statement with the text of German banks. */
    static byte[] mt940(int lines) {
        String day = SIX_DIGITS.format(DAY);
        StringBuilder text = new StringBuilder(lines * 250 + 500);
        text.append(":20:S\r\n:25:" + ACCOUNT + "\r\n:28C:1/1\r\n:60F:C")
                .append(day)
                .append("EUR0,00\r\n");
        for (int line = 0; line < lines; line++) {
            text.append(":61:")
                    .append(day)
                    .append("0504C")
                    .append(amount(line).replace('.', ','))
                    .append("N051NONREF//B")
                    .append(line)
                    .append("\r\n:86:166?00GUTSCHRIFT?109310?20SVWZ+Payment of invoice?21 ")
                    .append(invoice(line))
                    .append("?30COBADEFFXXX?\r\n31DE89370400440532013000?32Customer ")
                    .append(line % 1_000)
                    .append("\r\n");
        }
        text.append(":62F:C")
                .append(day)
                .append("EUR")
                .append(total(lines).replace('.', ','))
                .append("\r\n-\r\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
