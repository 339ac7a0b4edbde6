package io.receivables.statements;

import io.receivables.core.Money;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.LineStatus;
import io.receivables.core.cash.StatementHeader;
import io.receivables.core.cash.StatementKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads one statement, report or notification, an entry at a time. */
final class CamtStatement {
    /** Far more balances than there are types of them. */
    private static final int MOST_BALANCES = 1_000;

    /** Characters of one balance, which has 20 elements at most but for credit lines. */
    private static final int MOST_OF_BALANCE = 4_096;

    /** All that the transactions of one entry may weigh, in texts of the largest size: they are held until its end. */
    private static final int MOST_TEXTS = 2_000;

    private final XmlCursor xml;
    private final Reading reading;
    private final CamtValues values;
    private final StatementKind kind;
    private final String format;
    private final int line;
    private final List<Element> balances = new ArrayList<>();
    private final CamtTotals totals = new CamtTotals();
    private String id = "";
    private String electronicNumber = "";
    private String legalNumber = "";
    private String page;
    private String created;
    private String until = "";
    private @Nullable BankAccount account;
    private @Nullable Element summary;
    private @Nullable StatementHeader header;
    private boolean begun;

    CamtStatement(XmlCursor xml, Reading reading, StatementKind kind, String format, CamtGroup group) {
        this.xml = xml;
        this.reading = reading;
        this.values = new CamtValues(reading);
        this.kind = kind;
        this.format = format;
        this.line = xml.line();
        this.page = group.page();
        this.created = group.created();
    }

    /** Reads the statement that has begun, up to its end. */
    void read() throws XMLStreamException, IOException {
        while (xml.next() && xml.isStart()) {
            switch (xml.name()) {
                case "Id" -> id = small().text();
                case "ElctrncSeqNb" -> electronicNumber = small().text();
                case "LglSeqNb" -> legalNumber = small().text();
                case "CreDtTm" -> created = small().text();
                case "StmtPgntn", "RptPgntn", "NtfctnPgntn" -> page = CamtGroup.page(small());
                case "FrToDt" -> until = small().text("ToDtTm", "ToDt");
                case "Acct" -> account = account(small(), reading);
                case "Bal" -> balance();
                case "TxsSummry" -> summary = small();
                case "Ntry" -> entry();
                default -> xml.skip();
            }
        }
        if (begin() != null) {
            end();
            if (summary != null) {
                totals.check(summary, values, reading);
            }
            reading.end();
        }
    }

    /** The file ends within the statement: what was read of it stays. */
    void breakOff() {
        if ((begun || account != null) && begin() != null) {
            end();
            reading.end();
        }
    }

    private void end() {
        reading.endEntries();
        balances();
    }

    private Element small() throws XMLStreamException, IOException {
        return small(reading.limits().text());
    }

    private Element small(int most) throws XMLStreamException, IOException {
        Element small = Element.read(xml, most);
        if (small.isTooLarge()) {
            tooLarge(small.name(), most);
        }
        return small;
    }

    private void tooLarge(String field, long limit) {
        reading.problem(StatementProblem.TOO_LARGE, "field", field, "limit", limit);
    }

    private static @Nullable BankAccount account(Element stated, Reading reading) {
        String number = reading.accountNumber(CamtDetail.account(stated));
        return number.isEmpty()
                ? null
                : new BankAccount(
                        number,
                        stated.text("Ccy"),
                        CamtDetail.bank(stated.at("Svcr/FinInstnId")),
                        // the name of the account stands for its owner where none is stated
                        stated.text("Ownr/Nm", "Ownr/Pty/Nm", "Nm"));
    }

    /**
     * Begins the statement if it has not begun: what follows does not change its header. Null when it has no account, which
     * is reported once.
     */
    private @Nullable StatementHeader begin() {
        BankAccount of = account;
        if (!begun) {
            begun = true;
            if (of == null) {
                reading.problem(
                        StatementProblem.MISSING, "statement", CamtValues.shown(id), "field", "Acct/Id", "line", line);
            } else {
                StatementHeader begins = new StatementHeader(kind, format, id, number(), of);
                header = begins;
                reading.begin(begins);
            }
        }
        return header;
    }

    private String number() {
        String number = electronicNumber.isEmpty() ? legalNumber : electronicNumber;
        return number.isEmpty() || page.isEmpty() ? number : number + "/" + page;
    }

    /** The statement's own day: the end of what it tells of, else the day it was made; null when neither is stated. */
    private @Nullable LocalDate day() {
        LocalDate end = CamtValues.date(until);
        return end == null ? CamtValues.date(created) : end;
    }

    // balances

    private void balance() throws XMLStreamException, IOException {
        Element balance = small(MOST_OF_BALANCE);
        if (balances.size() < MOST_BALANCES) {
            balances.add(balance);
        } else if (balances.size() == MOST_BALANCES) {
            balances.add(balance);
            tooLarge("Bal", MOST_BALANCES);
        }
    }

    private void balances() {
        List<Element> taken = balances.subList(0, Math.min(balances.size(), MOST_BALANCES));
        Interim interim = new Interim(taken);
        for (Element balance : taken) {
            BankBalance.Type type = type(balance, interim);
            Money amount = values.amount(balance.at("Amt"), balance, "Bal/Amt");
            String direction = balance.text("CdtDbtInd");
            Element stated = balance.at("Dt/Dt").exists() ? balance.at("Dt/Dt") : balance.at("Dt/DtTm");
            LocalDate date = stated.text().isEmpty() ? day() : CamtValues.date(stated.text());
            if (date == null) {
                boolean isMissing = stated.text().isEmpty();
                reading.problem(
                        isMissing ? StatementProblem.MISSING : StatementProblem.NOT_A_DATE,
                        "field",
                        "Bal/Dt",
                        "value",
                        CamtValues.shown(stated.text()),
                        "line",
                        isMissing ? balance.line() : stated.line());
            }
            if (!direction.equals("CRDT") && !direction.equals("DBIT")) {
                reading.problem(
                        direction.isEmpty() ? StatementProblem.MISSING : StatementProblem.UNKNOWN_CODE,
                        "field",
                        "Bal/CdtDbtInd",
                        "value",
                        CamtValues.shown(direction),
                        "line",
                        balance.line(),
                        "expected",
                        "CRDT, DBIT");
            } else if (amount != null && date != null) {
                reading.balance(new BankBalance(type, date, direction.equals("DBIT") ? amount.negated() : amount));
            }
        }
    }

    private static BankBalance.Type type(Element balance, Interim interim) {
        boolean isIntermediate = balance.text("Tp/SubTp/Cd").equals("INTM");
        return switch (code(balance)) {
            case "OPBD", "PRCD" -> isIntermediate ? BankBalance.Type.INTERIM_OPENING : BankBalance.Type.OPENING;
            case "CLBD" -> isIntermediate ? BankBalance.Type.INTERIM_CLOSING : BankBalance.Type.CLOSING;
            case "ITBD" ->
                interim.isOpening(balance) ? BankBalance.Type.INTERIM_OPENING : BankBalance.Type.INTERIM_CLOSING;
            case "OPAV" -> BankBalance.Type.OPENING_AVAILABLE;
            case "CLAV", "ITAV" -> BankBalance.Type.AVAILABLE;
            case "FWAV" -> BankBalance.Type.FORWARD;
            case "XPCD" -> BankBalance.Type.EXPECTED;
            default -> BankBalance.Type.OTHER;
        };
    }

    private static String code(Element balance) {
        return balance.text("Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry", "Tp/Cd");
    }

    /**
     * Which interim balance is the opening one, since ITBD says it of none: the first of several; a single one where the
     * statement has a closing and no opening balance.
     */
    private static final class Interim {
        private final @Nullable Element opening;

        Interim(List<Element> balances) {
            Element first = null;
            int count = 0;
            boolean hasOpening = false;
            boolean hasClosing = false;
            for (Element balance : balances) {
                String code = code(balance);
                if (code.equals("ITBD")) {
                    count++;
                    first = first == null ? balance : first;
                }
                hasOpening |= code.equals("OPBD") || code.equals("PRCD");
                hasClosing |= code.equals("CLBD");
            }
            this.opening = count > 1 || (hasClosing && !hasOpening) ? first : null;
        }

        @SuppressWarnings("ReferenceEquality") // it is this very element
        boolean isOpening(Element balance) {
            return balance == opening;
        }
    }

    // entries

    private void entry() throws XMLStreamException, IOException {
        StatementHeader of = begin();
        if (of == null) {
            xml.skip();
            return;
        }
        int number = reading.nextEntry();
        Transactions transactions = new Transactions(of.account());
        Element entry = Element.read(xml, reading.limits().text(), transactions);
        if (entry.isTooLarge()) {
            tooLarge("Ntry", reading.limits().text());
            return;
        }
        Money booked = CamtEntry.booked(entry, values, reading);
        CamtEntry read = booked == null
                ? null
                : CamtEntry.of(of.account(), of.id(), day(), entry, booked, transactions.details, number, reading);
        if (booked != null && read != null) {
            List<BankLine> lines = read.lines(transactions.count);
            totals.add(booked, lines.get(0).status() == LineStatus.BOOKED);
            lines.forEach(reading::line);
        }
    }

    /** Takes the transactions of an entry one by one; where there are too many of them, or too much, only counts them. */
    private final class Transactions implements Element.Parts {
        private final BankAccount account;
        private final List<CamtDetail> details = new ArrayList<>(1);
        private boolean full;
        private long weight;
        private int count;

        Transactions(BankAccount account) {
            this.account = account;
        }

        @Override
        public boolean take(XmlCursor at) throws XMLStreamException, IOException {
            if (!at.name().equals("TxDtls")) {
                return false;
            }
            count = Math.min(count, Integer.MAX_VALUE - 1) + 1;
            if (full) {
                at.skip();
                return true;
            }
            int most = reading.limits().text();
            Element transaction = Element.read(at, most);
            weight += transaction.weight();
            if (transaction.isTooLarge()) {
                giveUp("TxDtls", most);
            } else if (count > reading.limits().parts()) {
                giveUp("Ntry/TxDtls", reading.limits().parts());
            } else if (weight > (long) most * MOST_TEXTS) {
                giveUp("Ntry", (long) most * MOST_TEXTS);
            } else {
                details.add(CamtDetail.of(transaction, account, values));
            }
            return true;
        }

        private void giveUp(String field, long limit) {
            tooLarge(field, limit);
            full = true;
            details.clear();
        }
    }
}
