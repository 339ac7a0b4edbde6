package io.receivables.statements;

import io.receivables.core.Money;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.StatementHeader;
import io.receivables.core.cash.StatementKind;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads BAI2, version 2 of the Bank Administration Institute's cash management balance reporting, and the records that its
 * successor BTRS (ANSI X9.121), version 3, kept as they are. A file has groups (02) of
 * accounts (03) with items (16); each level ends with control figures (49, 98, 99), which are compared with what was read. An
 * account's currency is its own, else its group's, else USD. A group of interim data is a report, any other a statement; one
 * that the bank deletes, or sends as a test, has nothing that was booked and is refused.
 */
final class Bai2Reader {
    private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,18}");
    private static final Set<String> INTERIM = Set.of("1", "3");
    private static final Set<String> NOT_BOOKED = Set.of("2", "4");
    private static final String DEFAULT_CURRENCY = "USD";

    private final Bai2Lines lines;
    private final Reading reading;
    private final MtValues values;
    private @Nullable Bai2Record record;
    private boolean cut;

    private String file = "";
    private String originator = "";
    private String groupCurrency = "";
    private boolean interim;
    private boolean refused;
    /** Whether a date that cannot be read has been told; one that is missing has not. */
    private boolean dateTold;
    /** Whether the account is left out, which has been told. */
    private boolean keptOut;

    private @Nullable LocalDate asOf;
    private @Nullable StatementHeader account;
    private @Nullable Currency currency;
    private int accounts;
    private final Control inFile = new Control();
    private final Control inGroup = new Control();
    private final Control inAccount = new Control();

    /** What is counted for the control figures of one level. */
    private static final class Control {
        private BigInteger sum = BigInteger.ZERO;
        private int parts;
        private int records;

        void restart() {
            sum = BigInteger.ZERO;
            parts = 0;
            records = 0;
        }
    }

    private Bai2Reader(InputStream bytes, Reading reading) {
        this.lines = new Bai2Lines(new ByteLines(bytes, reading.limits(), reading.charset()), reading);
        this.reading = reading;
        this.values = new MtValues(reading);
    }

    static void read(InputStream bytes, Reading reading) throws IOException {
        new Bai2Reader(bytes, reading).readAll();
    }

    private void readAll() throws IOException {
        String line = lines.next();
        while (line != null) {
            take(line);
            line = lines.next();
        }
        endRecord();
        reading.endStatements("BAI2");
        if (lines.isTooLarge()) {
            reading.problem(
                    StatementProblem.TOO_LARGE,
                    "field",
                    "file",
                    "limit",
                    reading.limits().bytes());
        }
    }

    private void take(String line) {
        boolean isRecord = Bai2Lines.isRecord(line);
        if (isRecord && !line.startsWith("88")) {
            endRecord();
            record = new Bai2Record(line, lines.number());
            cut = false;
            return;
        }
        Bai2Record open = record;
        if (open == null) {
            reading.problem(
                    StatementProblem.LEFT_OUT,
                    "field",
                    "record",
                    "value",
                    MtValues.shown(line),
                    "line",
                    lines.number());
            return;
        }
        if (isRecord) {
            open.records++;
        }
        if (!cut && !open.add(line, reading.limits().text())) {
            cut = true;
            reading.problem(
                    StatementProblem.TOO_LARGE,
                    "field",
                    "record " + open.code,
                    "limit",
                    reading.limits().text());
        }
    }

    private void endRecord() {
        Bai2Record ended = record;
        record = null;
        if (ended == null) {
            return;
        }
        count(ended);
        switch (ended.code) {
            case "01" -> file(ended);
            case "02" -> group(ended);
            case "03" -> account(ended);
            case "16" -> item(ended);
            case "49" -> {
                control(ended, inAccount, "49", "");
                inGroup.parts++;
                endAccount();
            }
            case "98" -> {
                control(ended, inGroup, "98", "accounts");
                inFile.parts++;
                endAccount();
            }
            default -> {
                control(ended, inFile, "99", "groups");
                endAccount();
            }
        }
    }

    /** Adds a record, with those that continue it, to the levels that it is in. */
    private void count(Bai2Record ended) {
        if (ended.code.equals("01")) {
            inFile.restart();
        } else if (ended.code.equals("02")) {
            inGroup.restart();
        } else if (ended.code.equals("03")) {
            inAccount.restart();
        }
        inFile.records += ended.records;
        inGroup.records += ended.records;
        inAccount.records += ended.records;
    }

    private void endAccount() {
        reading.end();
        account = null;
        keptOut = false;
    }

    private void file(Bai2Record record) {
        record.next();
        record.next();
        String date = record.nextOrEmpty();
        String time = record.nextOrEmpty();
        String id = record.nextOrEmpty();
        file = date + "-" + time + "-" + id;
        accounts = 0;
    }

    private void group(Bai2Record record) {
        endAccount();
        record.next();
        originator = record.nextOrEmpty();
        String status = record.nextOrEmpty();
        String date = record.nextOrEmpty();
        record.next();
        groupCurrency = record.nextOrEmpty();
        interim = INTERIM.contains(record.nextOrEmpty());
        refused = NOT_BOOKED.contains(status);
        if (refused) {
            problem(StatementProblem.UNKNOWN_CODE, "group-status", status, record, "expected", "1, 3");
        }
        asOf = date.isEmpty() ? null : values.date(date, "as-of-date", record.line, StatementProblem.NOT_A_DATE);
        dateTold = !date.isEmpty();
    }

    private void account(Bai2Record record) {
        endAccount();
        String number = reading.accountNumber(record.nextOrEmpty());
        String code = record.nextOrEmpty();
        if (code.isEmpty()) {
            code = groupCurrency.isEmpty() ? DEFAULT_CURRENCY : groupCurrency;
        }
        currency = MtValues.currency(code);
        LocalDate date = asOf;
        accounts++;
        if (currency == null) {
            problem(StatementProblem.UNKNOWN_CURRENCY, "currency", code, record);
        } else if (number.isEmpty()) {
            reading.problem(StatementProblem.MISSING, "field", "account-number", "line", record.line);
        } else if (date == null) {
            if (!dateTold) {
                reading.problem(StatementProblem.MISSING, "field", "as-of-date", "line", record.line);
            }
        } else if (!refused) {
            StatementHeader header = new StatementHeader(
                    interim ? StatementKind.REPORT : StatementKind.STATEMENT,
                    "BAI2",
                    file,
                    Integer.toString(accounts),
                    new BankAccount(number, code, originator, ""));
            account = header;
            reading.begin(header);
        }
        keptOut = account == null;
        summaries(record);
    }

    /**
     * Takes summaries of four fields and more: type, amount, number of items, funds. A record may end within any of them; some
     * banks end one with a comma too many or too few, so that the next type stands where an empty field, a number of items or
     * funds were expected.
     */
    private void summaries(Bai2Record record) {
        String type = record.next();
        String amount = record.next();
        while (type != null) {
            if (type.isEmpty()) {
                type = amount;
                amount = record.next();
                continue;
            }
            summary(type, amount == null ? "" : amount, record);
            boolean isContinued = record.isAtBreak();
            String items = record.nextOrEmpty();
            String funds = record.nextOrEmpty();
            if (isContinued && Bai2Codes.isCode(items) && funds.length() > 1) {
                type = items;
                amount = funds;
            } else if (Bai2Codes.isCode(funds)) {
                type = funds;
                amount = record.next();
            } else {
                funds(record, funds);
                type = record.next();
                amount = record.next();
            }
        }
    }

    private void summary(String type, String text, Bai2Record record) {
        BankBalance.Type balance = Bai2Codes.BALANCES.get(type);
        if (!AMOUNT.matcher(text).matches()) {
            if (!text.isEmpty()) {
                problem(
                        balance == null ? StatementProblem.LEFT_OUT : StatementProblem.NOT_AN_AMOUNT,
                        "type " + type,
                        text,
                        record);
            }
            return;
        }
        long amount = Long.parseLong(text);
        inAccount.sum = inAccount.sum.add(BigInteger.valueOf(amount));
        LocalDate date = asOf;
        Currency of = currency;
        if (balance != null && date != null && of != null && account != null) {
            reading.balance(new BankBalance(balance, date, Money.ofMinor(amount, of)));
        }
    }

    /** Passes over what a kind of funds brings with it; its value date, if it has one. */
    private static String funds(Bai2Record record, String kind) {
        switch (kind) {
            case "S" -> {
                record.next();
                record.next();
                record.next();
            }
            case "V" -> {
                String date = record.nextOrEmpty();
                record.next();
                return date;
            }
            case "D" -> {
                String count = record.nextOrEmpty();
                int pairs = count.length() <= 3 && MtValues.isDigits(count) ? Integer.parseInt(count) : 0;
                for (int i = 0; i < pairs; i++) {
                    record.next();
                    record.next();
                }
            }
            default -> {}
        }
        return "";
    }

    private void item(Bai2Record record) {
        StatementHeader header = account;
        LocalDate date = asOf;
        Currency of = currency;
        String type = record.nextOrEmpty();
        String text = record.nextOrEmpty();
        boolean read = AMOUNT.matcher(text).matches();
        if (read) {
            inAccount.sum = inAccount.sum.add(new BigInteger(text));
        }
        if (header == null || date == null || of == null) {
            // what keeps an account or a group out was told when that began
            if (!refused && !keptOut) {
                reading.problem(StatementProblem.MISSING, "field", "record-03", "line", record.line);
            }
            return;
        }
        int entry = reading.nextEntry();
        int sign = Bai2Codes.sign(type);
        if (text.isEmpty() && sign == 0) {
            // a remark without an amount
            problem(StatementProblem.LEFT_OUT, "type", type, record);
            return;
        }
        if (sign == 0) {
            problem(StatementProblem.UNKNOWN_CODE, "type", type, record, "expected", "100–699, 920–999");
            return;
        }
        if (!read) {
            problem(StatementProblem.NOT_AN_AMOUNT, "amount", text, record);
            return;
        }
        BankLine.Builder line = BankLine.of(header.account(), date, Money.ofMinor(sign * Long.parseLong(text), of))
                .bankCode(type)
                .from(header.id(), entry);
        String valueDate = funds(record, record.nextOrEmpty());
        if (!valueDate.isEmpty()) {
            LocalDate value = values.date(valueDate, "value-date", record.line, StatementProblem.LEFT_OUT);
            if (value != null) {
                line.valueOn(value);
            }
        }
        line.reference(BankReference.SERVICER, record.nextOrEmpty());
        String customer = record.nextOrEmpty();
        line.reference(type.equals("475") ? BankReference.CHEQUE : BankReference.INSTRUCTION, customer);
        Bai2Text told = new Bai2Text(record.text());
        told.addTo(line, sign > 0);
        line.kind(Bai2Codes.kind(type, told.joined()));
        if (Bai2Codes.isReturn(type, told.joined())) {
            line.returned(new LineReturn(told.reason(Bai2Codes.isCleared(type)), told.joined()))
                    .reversal();
        } else if (Bai2Codes.isReversal(type)) {
            line.reversal();
        }
        reading.line(line.build());
    }

    /** Compares a trailer with what was read, and adds its sum to the level above. */
    private void control(Bai2Record record, Control control, String level, String parts) {
        String sum = record.nextOrEmpty();
        if (AMOUNT.matcher(sum).matches()) {
            BigInteger stated = new BigInteger(sum);
            compare("control-total-" + level, stated, control.sum, record);
            Control above = level.equals("49") ? inGroup : inFile;
            if (!level.equals("99")) {
                above.sum = above.sum.add(stated);
            }
        } else if (!sum.isEmpty()) {
            problem(StatementProblem.LEFT_OUT, "control-total-" + level, sum, record);
        }
        if (!parts.isEmpty()) {
            compare("number-of-" + parts, record.nextOrEmpty(), control.parts, record);
        }
        compare("number-of-records-" + level, record.nextOrEmpty(), control.records, record);
    }

    private void compare(String field, String stated, int found, Bai2Record record) {
        if (AMOUNT.matcher(stated).matches()) {
            compare(field, new BigInteger(stated), BigInteger.valueOf(found), record);
        } else if (!stated.isEmpty()) {
            problem(StatementProblem.LEFT_OUT, field, stated, record);
        }
    }

    private void compare(String field, BigInteger stated, BigInteger found, Bai2Record record) {
        if (!stated.equals(found)) {
            problem(StatementProblem.TOTALS_DISAGREE, field, stated.toString(), record, "found", found);
        }
    }

    private void problem(StatementProblem code, String field, String value, Bai2Record record, Object... more) {
        Object[] all = new Object[6 + more.length];
        all[0] = "field";
        all[1] = field;
        all[2] = "value";
        all[3] = MtValues.shown(value);
        all[4] = "line";
        all[5] = record.line;
        System.arraycopy(more, 0, all, 6, more.length);
        reading.problem(code, all);
    }
}
