package io.receivables.statements;

import io.receivables.core.Money;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.BatchPart;
import io.receivables.core.cash.LineCharge;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.LineStatus;
import io.receivables.core.cash.Remittance;
import io.receivables.core.cash.RemittedDocument;
import io.receivables.core.cash.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes statements as XML of version 02 or 08, for what is then read back. */
final class CamtWriter {
    private static final Map<BankReference, String> REFERENCES = Map.of(
            BankReference.PART, "AcctSvcrRef",
            BankReference.END_TO_END, "EndToEndId",
            BankReference.MANDATE, "MndtId",
            BankReference.INSTRUCTION, "InstrId",
            BankReference.PAYMENT_INFORMATION, "PmtInfId",
            BankReference.MESSAGE, "MsgId",
            BankReference.TRANSACTION, "TxId",
            BankReference.UETR, "UETR",
            BankReference.CHEQUE, "ChqNb");

    private final StringBuilder xml = new StringBuilder();
    private final boolean isNew;
    private final String prefix;
    private final String attributes;

    private CamtWriter(boolean isNew, String prefix, String attributes) {
        this.isNew = isNew;
        this.prefix = prefix.isEmpty() ? "" : prefix + ":";
        this.attributes = attributes;
    }

    /**
     * The message of a statement.
     *
     * @param prefix of the elements; empty for none
     * @param attributes written into amounts besides the currency, before it
     */
    static String write(BankStatement statement, String prefix, String attributes) {
        String format = statement.header().format();
        CamtWriter writer = new CamtWriter(format.endsWith("08"), prefix, attributes);
        writer.xml
                .append("<?xml version='1.0'?><")
                .append(writer.prefix)
                .append("Document xmlns")
                .append(prefix.isEmpty() ? "" : ":" + prefix)
                .append("='urn:iso:std:iso:20022:tech:xsd:")
                .append(format)
                .append("'>");
        writer.statement(statement);
        writer.close("Document");
        return writer.xml.toString();
    }

    private void open(String name) {
        xml.append('<').append(prefix).append(name).append('>');
    }

    private void close(String name) {
        xml.append("</").append(prefix).append(name).append(">\n");
    }

    private void in(String path, Runnable within) {
        String[] names = path.split("/", -1);
        for (String name : names) {
            open(name);
        }
        within.run();
        for (int i = names.length - 1; i >= 0; i--) {
            close(names[i]);
        }
    }

    private void text(String path, String text) {
        if (!text.isEmpty()) {
            in(
                    path,
                    () -> xml.append(
                            text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")));
        }
    }

    private void amount(String path, Money amount) {
        int slash = path.lastIndexOf('/');
        String last = path.substring(slash + 1);
        Runnable leaf = () -> {
            xml.append('<').append(prefix).append(last).append(attributes).append(" Ccy=\"");
            xml.append(amount.currency().getCurrencyCode()).append("\">");
            xml.append(amount.abs().amount().toPlainString());
            close(last);
        };
        if (slash < 0) {
            leaf.run();
        } else {
            in(path.substring(0, slash), leaf);
        }
    }

    private void direction(boolean isDebit) {
        text("CdtDbtInd", isDebit ? "DBIT" : "CRDT");
    }

    private void statement(BankStatement statement) {
        StatementKind kind = statement.header().kind();
        String message = kind == StatementKind.STATEMENT
                ? "BkToCstmrStmt/Stmt"
                : kind == StatementKind.REPORT ? "BkToCstmrAcctRpt/Rpt" : "BkToCstmrDbtCdtNtfctn/Ntfctn";
        in(message, () -> {
            text("Id", statement.header().id());
            text("ElctrncSeqNb", statement.header().number());
            in("Acct", () -> {
                text("Id/IBAN", statement.header().account().number());
                text("Ccy", statement.header().account().currency());
                text("Ownr/Nm", statement.header().account().holder());
                text("Svcr/FinInstnId/" + bic(), statement.header().account().bank());
            });
            statement.balances().forEach(this::balance);
            List<BankLine> parts = new ArrayList<>();
            for (BankLine line : statement.lines()) {
                parts.add(line);
                if (line.part().map(part -> part.number() == part.count()).orElse(true)) {
                    entry(List.copyOf(parts));
                    parts.clear();
                }
            }
        });
    }

    private String bic() {
        return isNew ? "BICFI" : "BIC";
    }

    private void balance(BankBalance balance) {
        in("Bal", () -> {
            text("Tp/CdOrPrtry/Cd", balance.type() == BankBalance.Type.OPENING ? "OPBD" : "CLBD");
            amount("Amt", balance.amount());
            direction(balance.amount().isNegative());
            text("Dt/Dt", balance.date().toString());
        });
    }

    private static String status(LineStatus status) {
        return switch (status) {
            case BOOKED -> "BOOK";
            case PENDING -> "PDNG";
            case FUTURE -> "FUTR";
            case INFORMATION -> "INFO";
        };
    }

    private void entry(List<BankLine> lines) {
        BankLine first = lines.get(0);
        Money booked = first.part().map(BatchPart::total).orElse(first.booked());
        in("Ntry", () -> {
            text("NtryRef", first.reference(BankReference.ENTRY).orElse(""));
            amount("Amt", booked);
            direction(booked.isNegative());
            text(
                    "RvslInd",
                    lines.stream()
                                    .anyMatch(line ->
                                            line.isReversal() && line.returned().isEmpty())
                            ? "true"
                            : "");
            text(isNew ? "Sts/Cd" : "Sts", status(first.status()));
            text("BookgDt/Dt", first.bookingDate().toString());
            text("ValDt/DtTm", first.valueDate() + "T00:00:00Z");
            text("AcctSvcrRef", first.reference(BankReference.SERVICER).orElse(""));
            bankCode(first.bankCode());
            in("NtryDtls", () -> lines.forEach(this::transaction));
            text("AddtlNtryInf", first.text());
        });
    }

    private void bankCode(String code) {
        String[] parts = code.split("/", -1);
        in("BkTxCd", () -> {
            if (parts.length == 3) {
                in("Domn", () -> {
                    text("Cd", parts[0]);
                    in("Fmly", () -> {
                        text("Cd", parts[1]);
                        text("SubFmlyCd", parts[2]);
                    });
                });
            } else {
                text("Prtry/Cd", code);
            }
        });
    }

    private void transaction(BankLine line) {
        boolean isDebit = line.booked().isNegative();
        String side = isDebit ? "Cdtr" : "Dbtr";
        in("TxDtls", () -> {
            in(
                    "Refs",
                    () -> REFERENCES.forEach(
                            (kind, name) -> text(name, line.reference(kind).orElse(""))));
            if (isNew) {
                amount("Amt", line.booked());
                direction(isDebit);
            }
            in("AmtDtls", () -> {
                line.instructed().ifPresent(ordered -> amount("InstdAmt/Amt", ordered));
                if (!isNew) {
                    amount("TxAmt/Amt", line.booked());
                }
            });
            line.charges().forEach(this::charge);
            in("RltdPties", () -> {
                text(side + (isNew ? "/Pty/Nm" : "/Nm"), line.counterparty().name());
                text(side + "Acct/Id/IBAN", line.counterparty().account());
                text(
                        "Ultmt" + side + (isNew ? "/Pty/Nm" : "/Nm"),
                        line.counterparty().ultimate());
            });
            text(
                    "RltdAgts/" + side + "Agt/FinInstnId/" + bic(),
                    line.counterparty().bank());
            in("RmtInf", () -> remittance(line.remittance()));
            line.returned().ifPresent(this::returned);
        });
    }

    private void charge(LineCharge charge) {
        in(isNew ? "Chrgs/Rcrd" : "Chrgs", () -> {
            amount("Amt", charge.amount());
            direction(!charge.amount().isNegative());
            text("ChrgInclInd", Boolean.toString(charge.included()));
            text("Tp/Cd", charge.text());
        });
    }

    private void remittance(Remittance remittance) {
        remittance.text().forEach(piece -> text("Ustrd", piece));
        remittance
                .references()
                .forEach(reference -> in("Strd/CdtrRefInf", () -> {
                    text("Tp/CdOrPrtry/Cd", reference.type());
                    text("Ref", reference.value());
                }));
        remittance.documents().forEach(document -> in("Strd", () -> document(document)));
    }

    private void document(RemittedDocument document) {
        in("RfrdDocInf", () -> {
            text("Tp/CdOrPrtry/Cd", document.type());
            text("Nb", document.number());
            text("RltdDt", document.date().map(Object::toString).orElse(""));
        });
        document.amount()
                .ifPresent(amount -> amount("RfrdDocAmt/" + (amount.isNegative() ? "CdtNoteAmt" : "RmtdAmt"), amount));
    }

    private void returned(LineReturn returned) {
        in("RtrInf", () -> {
            text("Rsn/Cd", returned.reason().code());
            text("AddtlInf", returned.text());
        });
    }
}
