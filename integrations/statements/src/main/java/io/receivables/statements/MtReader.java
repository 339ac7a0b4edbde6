package io.receivables.statements;

import io.receivables.core.Money;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.StatementHeader;
import io.receivables.core.cash.StatementKind;
import io.receivables.core.reference.Iban;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads MT940 (a statement) and MT942 (a report within the day), in whatever envelope: SWIFT's blocks, a bank's header lines,
 * {@code :940:}, or none. A message goes from one {@code :20:} to the next, so that an end that is missing, or stands too early,
 * does no harm.
 *
 * <p>Credits (C) and reversals of debits (RD) came in; debits (D) and reversals of credits (RC) went out. What MT942 only
 * expects (EC, ED) is pending. What is written in {@code :86:} or {@code :NS:} of no booking, before the first or after the
 * closing balance, is passed over.
 */
final class MtReader {
    private static final Set<String> KNOWN = Set.of(
            "20", "21", "25", "25P", "28", "28C", "13", "13D", "34F", "60F", "60M", "61", "86", "62F", "62M", "64",
            "65", "65F", "90C", "90D", "NS");
    /** Fields of more than one line. */
    private static final Set<String> MORE_LINES = Set.of("25P", "61", "86", "NS");
    /** Fields that tell of the booking before them. */
    private static final Set<String> TELLING = Set.of("86", "NS");

    private static final Pattern END = Pattern.compile("-\\}(?:\\s*$|\\{5:|\\x03)");
    private static final Pattern MESSAGE = Pattern.compile("\\{2:[IO](94\\d)");
    /** Older forms of SWIFT's header have the session before the address, and the priority behind the message's type. */
    private static final Pattern HEADER =
            Pattern.compile("[A-Z0-9]{8,12}|\\d{4} +\\d{2}[A-Z0-9]{8,12}\\d*|94[02](?: \\d{2})?|:94[02]:.*");

    private static final Pattern NUMBER = Pattern.compile(":?(94\\d)(?:[: ].*)?");
    private static final Pattern BALANCE = Pattern.compile("([CD])(.{6})(.{3})(.*)", Pattern.DOTALL);
    private static final Pattern TOTAL = Pattern.compile("(\\d{0,5})([A-Z]{3})(.*)", Pattern.DOTALL);
    private static final Pattern FLOOR = Pattern.compile("([A-Z]{3}) ?[CD]? ?[\\d,.]*");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?");
    private static final Pattern WITH_CURRENCY = Pattern.compile("(.*[0-9])\\s?([A-Z]{3})");
    private static final int SHORTEST_IBAN = 15;
    static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Map<String, BankBalance.Type> BALANCES = Map.of(
            "60F", BankBalance.Type.OPENING,
            "60M", BankBalance.Type.INTERIM_OPENING,
            "62F", BankBalance.Type.CLOSING,
            "62M", BankBalance.Type.INTERIM_CLOSING,
            "64", BankBalance.Type.AVAILABLE,
            "65", BankBalance.Type.FORWARD,
            "65F", BankBalance.Type.FORWARD);

    private final ByteLines lines;
    private final Reading reading;
    private final MtValues values;
    private final Field field = new Field();
    private @Nullable MtEntry entry;
    private Message message = new Message();
    private boolean intraday;
    /** Whether the file has SWIFT's blocks. */
    private boolean blocks;
    /** What the open field has taken of the text that is allowed. */
    private int kept;

    private MtReader(InputStream bytes, Reading reading) {
        this.lines = new ByteLines(bytes, reading.limits(), reading.charset());
        this.reading = reading;
        this.values = new MtValues(reading);
    }

    static void read(InputStream bytes, Reading reading) throws IOException {
        new MtReader(bytes, reading).readAll();
    }

    /** What is known of a message before its statement begins. */
    private static final class Message {
        private String id = "";
        private String number = "";
        private String account = "";
        private String bank = "";
        private boolean refused;
        private @Nullable StatementHeader header;
        private @Nullable Currency currency;
        private final Tally credits = new Tally();
        private final Tally debits = new Tally();
    }

    /** How many there are of one side, and their sum in minor units; what is only expected apart. */
    private static final class Tally {
        private int booked;
        private int expected;
        private BigInteger bookedSum = BigInteger.ZERO;
        private BigInteger expectedSum = BigInteger.ZERO;

        void add(Money amount, boolean isExpected) {
            BigInteger units = BigInteger.valueOf(amount.minorUnits()).abs();
            if (isExpected) {
                expected++;
                expectedSum = expectedSum.add(units);
            } else {
                booked++;
                bookedSum = bookedSum.add(units);
            }
        }

        /** Banks do not agree on whether what is expected counts. */
        boolean agrees(int number, BigInteger sum) {
            return (number == booked && sum.equals(bookedSum))
                    || (number == booked + expected && sum.equals(bookedSum.add(expectedSum)));
        }

        String text(Currency currency) {
            return (booked + expected)
                    + currency.getCurrencyCode()
                    + new BigDecimal(bookedSum.add(expectedSum), Money.digits(currency))
                            .toPlainString()
                            .replace('.', ',');
        }
    }

    /** The field that is open: its tag, empty for none, and its lines. */
    private static final class Field {
        private String tag = "";
        private int line;
        private final List<String> texts = new ArrayList<>();
    }

    private void readAll() throws IOException {
        String line = lines.next();
        while (line != null) {
            if (lines.isCut()) {
                reading.problem(
                        StatementProblem.TOO_LARGE,
                        "field",
                        "line",
                        "limit",
                        reading.limits().text());
            }
            take(line);
            line = lines.next();
        }
        endMessage();
        reading.endStatements("MT940");
        if (lines.isTooLarge()) {
            reading.problem(
                    StatementProblem.TOO_LARGE,
                    "field",
                    "file",
                    "limit",
                    reading.limits().bytes());
        }
    }

    /** Takes a line: the end of one message, the blocks before the next, and text may stand in one. */
    private void take(String physical) {
        int from = 0;
        while (from < physical.length() && (physical.charAt(from) == 1 || physical.charAt(from) == 3)) {
            from++;
        }
        String line = physical.substring(from);
        int end = end(line);
        if (end >= 0) {
            takeLine(line.substring(0, end));
            endMessage();
            takeBlocks(line.substring(end + 2));
        } else if (isBlock(line)) {
            takeBlocks(line);
        } else {
            takeLine(line);
        }
    }

    /**
     * Where on a line a message ends, or -1: at the line's begin, or in a message that has blocks at its end too. Anywhere else
     * it is text.
     */
    private int end(String line) {
        if (line.startsWith("-}")) {
            return 0;
        }
        if (!blocks) {
            return -1;
        }
        Matcher end = END.matcher(line);
        return end.find() ? end.start() : -1;
    }

    private static boolean isBlock(String line) {
        return line.length() > 2
                && line.charAt(0) == '{'
                && line.charAt(1) >= '1'
                && line.charAt(1) <= '5'
                && line.charAt(2) == ':';
    }

    /** The blocks before and after the text of a message; what follows the begin of block 4 on the same line is text. */
    private void takeBlocks(String line) {
        Matcher type = MESSAGE.matcher(line);
        if (type.find()) {
            endMessage();
            intraday = type.group(1).equals("942");
        }
        // the last one: a message has line breaks, so that no two of them are on one line
        int text = line.lastIndexOf("{4:");
        if (text >= 0) {
            endMessage();
            blocks = true;
            takeLine(line.substring(text + 3));
        }
    }

    private void takeLine(String physical) {
        // an end that stands where there is none, before the next field
        String line = physical.startsWith("-:") ? physical.substring(1) : physical;
        String tag = tag(line);
        // within :86: only a tag that belongs here is one: text may look like any other
        if (!tag.isEmpty() && (KNOWN.contains(tag) || !TELLING.contains(field.tag))) {
            open(tag, line.substring(tag.length() + 2));
        } else if (line.strip().equals("-")) {
            endField();
        } else if (line.isBlank()) {
            return;
        } else if (!MORE_LINES.contains(field.tag)
                && HEADER.matcher(line.strip()).matches()) {
            endField();
            Matcher number = NUMBER.matcher(line.strip());
            intraday = number.matches() ? number.group(1).equals("942") : intraday;
        } else if (field.tag.isEmpty()) {
            leftOut("text-outside", line, lines.number());
        } else {
            append(line);
        }
    }

    /** Between colons at the begin of a line: two letters or digits, perhaps a letter more; empty for none. */
    private static String tag(String line) {
        int end = line.indexOf(':', 1);
        if ((end != 3 && end != 4) || line.charAt(0) != ':' || (end == 4 && !isLetter(line.charAt(3)))) {
            return "";
        }
        boolean isTag = isLetterOrDigit(line.charAt(1)) && isLetterOrDigit(line.charAt(2));
        return isTag ? line.substring(1, end) : "";
    }

    private static boolean isLetter(char sign) {
        return sign >= 'A' && sign <= 'Z';
    }

    private static boolean isLetterOrDigit(char sign) {
        return isLetter(sign) || (sign >= '0' && sign <= '9');
    }

    private void open(String tag, String text) {
        boolean more = tag.equals("86") && field.tag.equals("86");
        if (!more) {
            endField();
            field.tag = tag;
            field.line = lines.number();
        }
        append(text);
    }

    private void append(String text) {
        // an empty line costs something too
        int size = 8 + text.length();
        if (!TELLING.contains(field.tag)) {
            keep(field.texts, text, size);
        } else if (entry != null) {
            keep(field.tag.equals("86") ? entry.information : entry.nonSwift, text, size);
        }
    }

    private void keep(List<String> texts, String text, int size) {
        int before = kept;
        kept = (int) Math.min(Integer.MAX_VALUE, (long) kept + size);
        if (kept <= reading.limits().text() + 8) {
            texts.add(text);
        } else if (before <= reading.limits().text() + 8) {
            reading.problem(
                    StatementProblem.TOO_LARGE,
                    "field",
                    ":" + field.tag + ":",
                    "limit",
                    reading.limits().text());
        }
    }

    private void endField() {
        String tag = field.tag;
        field.tag = "";
        kept = 0;
        if (!tag.isEmpty() && !TELLING.contains(tag)) {
            process(tag, field.texts, field.line);
        }
        field.texts.clear();
    }

    private void process(String tag, List<String> texts, int line) {
        String text = texts.isEmpty() ? "" : texts.get(0).strip();
        endEntry();
        switch (tag) {
            case "20" -> {
                endMessage();
                message.id = text;
            }
            case "21", "13", "13D" -> {}
            case "25", "25P" -> {
                if (message.header != null) {
                    // another account without a :20: of its own
                    String id = message.id;
                    endMessage();
                    message.id = id;
                }
                message.account = withoutSlashes(text);
                if (tag.equals("25P") && texts.size() > 1) {
                    message.bank = texts.get(1).strip();
                }
            }
            case "28", "28C" -> message.number = text;
            case "34F" -> floor(text, line);
            case "60F", "60M", "62F", "62M", "64", "65", "65F" -> balance(tag, text, line);
            case "90C", "90D" -> total(tag, text, line);
            case "61" -> entry(texts, line);
            default -> leftOut(":" + tag + ":", text, line);
        }
    }

    private void floor(String text, int line) {
        Matcher floor = FLOOR.matcher(text);
        intraday = true;
        if (floor.matches() && isCurrency(floor.group(1))) {
            message.currency = Money.currency(floor.group(1));
        } else {
            leftOut(":34F:", text, line);
        }
    }

    private void balance(String tag, String text, int line) {
        boolean needed = tag.startsWith("60") || tag.startsWith("62");
        String name = ":" + tag + ":";
        // an MT942 has no opening balance
        intraday = intraday && !tag.startsWith("60");
        Matcher parts = BALANCE.matcher(text);
        // without a currency of its own it is in the account's
        boolean bare = message.currency != null && parts.matches() && isDigit(parts.group(3));
        Currency currency = bare ? message.currency : null;
        if (!bare && parts.matches() && isCurrency(parts.group(3))) {
            currency = Money.currency(parts.group(3));
        }
        if (message.currency == null) {
            message.currency = currency;
        }
        if (!begin(line)) {
            return;
        }
        if (!parts.matches()) {
            reading.problem(
                    needed ? StatementProblem.NOT_AN_AMOUNT : StatementProblem.LEFT_OUT,
                    "field",
                    name,
                    "value",
                    MtValues.shown(text),
                    "line",
                    line);
            return;
        }
        if (currency == null) {
            reading.problem(
                    needed ? StatementProblem.UNKNOWN_CURRENCY : StatementProblem.LEFT_OUT,
                    "field",
                    name,
                    "value",
                    MtValues.shown(needed ? parts.group(3) : text),
                    "line",
                    line);
            return;
        }
        LocalDate date = values.date(
                parts.group(2), name, line, needed ? StatementProblem.NOT_A_DATE : StatementProblem.LEFT_OUT);
        Money amount = values.amount(
                (bare ? parts.group(3) : "") + parts.group(4).strip(),
                currency,
                name,
                line,
                needed ? null : StatementProblem.LEFT_OUT);
        if (date != null && amount != null) {
            reading.balance(new BankBalance(
                    Objects.requireNonNull(BALANCES.get(tag)),
                    date,
                    parts.group(1).equals("D") ? amount.negated() : amount));
        }
    }

    private void total(String tag, String text, int line) {
        intraday = intraday || message.header == null;
        if (!begin(line)) {
            return;
        }
        Matcher parts = TOTAL.matcher(text);
        Currency currency = message.currency;
        Money sum = parts.matches()
                        && currency != null
                        && currency.getCurrencyCode().equals(parts.group(2))
                ? MtValues.amount(parts.group(3), currency)
                : null;
        if (sum == null) {
            leftOut(":" + tag + ":", text, line);
            return;
        }
        Tally tally = tag.equals("90C") ? message.credits : message.debits;
        int number = parts.group(1).isEmpty() ? 0 : Integer.parseInt(parts.group(1));
        if (!tally.agrees(number, BigInteger.valueOf(sum.minorUnits()))) {
            reading.problem(
                    StatementProblem.TOTALS_DISAGREE,
                    "field",
                    ":" + tag + ":",
                    "value",
                    MtValues.shown(text),
                    "found",
                    tally.text(sum.currency()),
                    "line",
                    line);
        }
    }

    private void entry(List<String> texts, int line) {
        if (!begin(line)) {
            return;
        }
        int number = reading.nextEntry();
        Currency currency = message.currency;
        if (currency == null) {
            reading.problem(StatementProblem.MISSING, "field", "currency", "line", line);
            return;
        }
        entry = MtEntry.read(texts, currency, number, line, values, reading);
    }

    private void endEntry() {
        MtEntry ended = entry;
        StatementHeader header = message.header;
        entry = null;
        if (ended != null && header != null) {
            (ended.credit ? message.credits : message.debits).add(ended.booked, ended.expected);
            reading.line(ended.line(header));
        }
    }

    /** Begins the statement, if it has not begun; whether there is one, which takes an account. */
    private boolean begin(int line) {
        if (message.header == null && !message.refused) {
            String account = BankAccount.normalized(message.account);
            if (account.isEmpty()) {
                message.refused = true;
                reading.end();
                reading.problem(StatementProblem.MISSING, "field", ":25:", "line", line);
                return false;
            }
            StatementHeader header = header(account);
            message.header = header;
            reading.begin(header);
        }
        return message.header != null;
    }

    private static String withoutSlashes(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '/') {
            from++;
        }
        return text.substring(from);
    }

    private static boolean isDigit(String text) {
        return Character.isDigit(text.charAt(0));
    }

    /**
     * An account is the bank and its number, and its currency where the bank keeps several under one number: {@code BANKDKKK/123},
     * {@code 87052000/123/EUR}. A BIC is the bank, and an IBAN says its bank itself; any other number of a bank stays with the
     * account, whose number is not unique without it.
     */
    private StatementHeader header(String stated) {
        String account = stated;
        int last = account.lastIndexOf('/');
        if (last > 0 && isCurrency(account.substring(last + 1))) {
            message.currency =
                    message.currency == null ? Money.currency(account.substring(last + 1)) : message.currency;
            account = account.substring(0, last);
            last = account.lastIndexOf('/');
        }
        String bank = last < 0 ? "" : account.substring(0, last);
        String within = account.substring(last + 1);
        if (!within.isEmpty() && (isIban(within) || BIC.matcher(bank).matches())) {
            account = within;
            message.bank = message.bank.isEmpty() ? bank : message.bank;
        }
        String number = account;
        Currency currency = message.currency;
        Matcher withCurrency = WITH_CURRENCY.matcher(account);
        if (!isIban(account) && withCurrency.matches() && isCurrency(withCurrency.group(2))) {
            number = withCurrency.group(1);
            if (currency == null) {
                currency = Money.currency(withCurrency.group(2));
                message.currency = currency;
            }
        }
        return new StatementHeader(
                intraday ? StatementKind.REPORT : StatementKind.STATEMENT,
                intraday ? "MT942" : "MT940",
                message.id,
                message.number,
                new BankAccount(
                        reading.accountNumber(number),
                        currency == null ? "" : currency.getCurrencyCode(),
                        message.bank,
                        ""));
    }

    private static boolean isCurrency(String code) {
        return MtValues.currency(code) != null;
    }

    /** Whether it is an IBAN, written as machines do. */
    static boolean isIban(String account) {
        return account.length() >= SHORTEST_IBAN && IBAN.matcher(account).matches() && Iban.isValid(account);
    }

    private void endMessage() {
        endField();
        endEntry();
        if (message.header == null && !message.refused && !message.id.isEmpty()) {
            reading.problem(StatementProblem.NO_STATEMENT, "value", MtValues.shown(message.id));
        }
        reading.end();
        message = new Message();
    }

    private void leftOut(String name, String value, int line) {
        reading.problem(StatementProblem.LEFT_OUT, "field", name, "value", MtValues.shown(value), "line", line);
    }
}
