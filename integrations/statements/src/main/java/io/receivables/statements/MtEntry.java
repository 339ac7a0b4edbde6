package io.receivables.statements;

import io.receivables.core.Money;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BatchPart;
import io.receivables.core.cash.Counterparty;
import io.receivables.core.cash.LineCharge;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.LineStatus;
import io.receivables.core.cash.StatementHeader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One {@code :61:} with the {@code :86:} that follows it. */
final class MtEntry {
    /** A day of booking that is not stated may be blanks, and an amount may have blanks before it. */
    private static final Pattern FIRST = Pattern.compile(
            "(.{6})(?:(\\d{4})| {1,4})?(RC|RD|EC|ED|C|D)([A-Z])? {0,15}(,?\\d[\\d,.]*+) ?(.*)", Pattern.DOTALL);

    private static final int TYPE_LENGTH = 4;
    private static final int REFERENCE = 16;
    /** Signs of a currency's code. */
    private static final int CODE = 3;

    /** Older statements of a bank have the reference in sixteen signs, then a name. */
    private static final Pattern WITH_NAME = Pattern.compile("(.{15}\\s)(\\S.*)", Pattern.DOTALL);

    private static final Pattern ORDERED = Pattern.compile("/OCMT/([A-Z]{3}[\\d,.]+)/?");
    private static final Pattern CHARGED = Pattern.compile("/CHGS/([A-Z]{3}[\\d,.]+)/?");

    /** They say that the reference is in {@code :86:}. */
    private static final Set<String> ELSEWHERE = Set.of("EREF", "EREF+", "KREF", "KREF+", "MARF", "PREF");

    private final LocalDate bookingDate;
    private final LocalDate valueDate;
    private final boolean reversal;
    private final String type;
    private final String customerReference;
    private final String bankReference;
    private final String name;
    private final String supplement;
    private final int number;
    final Money booked;
    final boolean credit;
    final boolean expected;
    /** The lines of {@code :86:}. */
    final List<String> information = new ArrayList<>();
    /** The lines of {@code :NS:}. */
    final List<String> nonSwift = new ArrayList<>();

    private MtEntry(
            LocalDate valueDate,
            LocalDate bookingDate,
            String mark,
            Money amount,
            String type,
            String references,
            String supplement,
            int number) {
        this.valueDate = valueDate;
        this.bookingDate = bookingDate;
        this.reversal = mark.startsWith("R");
        this.expected = mark.startsWith("E");
        this.credit = mark.equals("C") || mark.equals("EC") || mark.equals("RD");
        this.booked = credit ? amount : amount.negated();
        this.type = type.strip();
        // what belongs on the line below may stand on the first
        int end = beginOfAmounts(references);
        int slashes = references.indexOf("//");
        int bank = slashes < 0 || slashes > end ? end : slashes;
        String customer = references.substring(0, bank);
        Matcher withName = WITH_NAME.matcher(customer.stripTrailing());
        boolean named = bank == end && customer.length() > REFERENCE && withName.matches();
        this.customerReference = (named ? withName.group(1) : customer).strip();
        this.name = named ? withName.group(2) : "";
        int from = Math.min(bank + 2, end);
        if (end - from > REFERENCE && references.charAt(from + REFERENCE) == '/') {
            end = from + REFERENCE;
        }
        this.bankReference = references.substring(from, end).strip();
        this.supplement = (references.substring(end) + supplement).strip();
        this.number = number;
    }

    private static int beginOfAmounts(String references) {
        int slash = references.indexOf('/');
        while (slash >= 0) {
            if (references.startsWith("/OCMT/", slash) || references.startsWith("/CHGS/", slash)) {
                return slash;
            }
            slash = references.indexOf('/', slash + 1);
        }
        return references.length();
    }

    /** Whether a type of a letter and three letters, digits or blanks begins it: some banks leave it out. */
    private static boolean hasType(String text) {
        if (text.length() < TYPE_LENGTH || text.startsWith("NONREF") || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < TYPE_LENGTH; i++) {
            char sign = text.charAt(i);
            if (!isLetter(sign) && sign != ' ' && (sign < '0' || sign > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char sign) {
        return sign >= 'A' && sign <= 'Z';
    }

    /** Reads a {@code :61:}; null, and a problem, where its date or amount cannot be. */
    static @Nullable MtEntry read(
            List<String> texts, Currency currency, int number, int line, MtValues values, Reading reading) {
        String first = texts.isEmpty() ? "" : texts.get(0);
        Matcher parts = FIRST.matcher(first);
        if (!parts.matches()) {
            reading.problem(
                    StatementProblem.NOT_AN_AMOUNT, "field", ":61:", "value", MtValues.shown(first), "line", line);
            return null;
        }
        LocalDate valueDate = values.date(parts.group(1), ":61:", line, StatementProblem.NOT_A_DATE);
        Money amount = values.amount(parts.group(5), currency, ":61:", line, null);
        if (valueDate == null || amount == null) {
            return null;
        }
        String entryDate = parts.group(2);
        LocalDate bookingDate = entryDate == null ? null : values.near(valueDate, entryDate, ":61:", line);
        String rest = parts.group(6);
        String type = hasType(rest) ? rest.substring(0, TYPE_LENGTH) : "";
        return new MtEntry(
                valueDate,
                bookingDate == null ? valueDate : bookingDate,
                parts.group(3),
                amount,
                type,
                rest.substring(type.length()),
                String.join("", texts.subList(1, texts.size())).strip(),
                number);
    }

    BankLine line(StatementHeader header) {
        MtDetails details = MtInformation.read(information, nonSwift, credit);
        boolean goesOn = textGoesOn(details);
        boolean otherSide = takeOtherSide(details);
        String code = details.transaction.isEmpty() ? details.ownCode : details.transaction;
        BankLine.Builder line = BankLine.of(header.account(), bookingDate, booked)
                .valueOn(valueDate)
                .status(expected ? LineStatus.PENDING : LineStatus.BOOKED)
                .kind(MtCodes.kind(type, details))
                .bankCode(code.isEmpty() || type.isEmpty() ? type + code : type + "/" + code)
                .from(header.id(), number);
        if (!goesOn) {
            line.reference(BankReference.SERVICER, bankReference);
        }
        if (!goesOn && !otherSide && !ELSEWHERE.contains(customerReference)) {
            line.reference(BankReference.INSTRUCTION, customerReference);
        }
        details.references.forEach(line::reference);
        counterparty(details, line);
        amounts(details, line);
        line.text(String.join(" ", details.bankText)).remittance(details.remittance());
        boolean returned = MtCodes.isReturn(type, details);
        if (returned) {
            line.returned(new LineReturn(MtCodes.reason(details), String.join(" ", details.text)));
        }
        if (returned || reversal || MtCodes.isCancelled(details)) {
            line.reversal();
        }
        if (MtCodes.isSum(details) || details.parts > 1) {
            line.part(new BatchPart(0, details.parts, booked));
        }
        return line.build();
    }

    /**
     * Whether both references are a text that goes on behind the slashes, and no references: {@code :86:} then begins with that
     * text in one.
     */
    private boolean textGoesOn(MtDetails details) {
        if (bankReference.isEmpty() || customerReference.isEmpty() || details.text.isEmpty()) {
            return false;
        }
        String text = details.text.get(0);
        return text.startsWith(customerReference)
                && text.substring(customerReference.length()).stripLeading().startsWith(bankReference);
    }

    /**
     * Takes the line below, and says whether the other side's account stands in place of the customer's reference: an IBAN, or
     * what {@code :86:} begins with, together with the name in the line below, which says nothing of what was paid.
     */
    private boolean takeOtherSide(MtDetails details) {
        boolean named = !supplement.isEmpty()
                && !details.text.isEmpty()
                && details.text.get(0).equalsIgnoreCase(customerReference + " " + supplement);
        if (named) {
            details.text.remove(0);
            details.name = details.name.isEmpty() ? supplement : details.name;
        } else {
            details.bankSays(supplement);
        }
        boolean otherSide = named || MtReader.isIban(customerReference);
        if (otherSide && details.account.isEmpty()) {
            details.account = customerReference;
        }
        return otherSide;
    }

    private void counterparty(MtDetails details, BankLine.Builder line) {
        boolean accountBelow = details.account.isEmpty()
                && MtReader.IBAN.matcher(supplement).matches()
                && !supplement.startsWith("RF");
        boolean byPayer = details.ultimatePayee.isEmpty() || (credit && !details.ultimatePayer.isEmpty());
        line.counterparty(new Counterparty(
                details.name.isEmpty() ? name : details.name,
                accountBelow ? supplement : details.account,
                details.bank,
                byPayer ? details.ultimatePayer : details.ultimatePayee));
    }

    /**
     * What was ordered and what was taken for it, in {@code :61:} or else as OAMT and COAM in {@code :86:}. A charge is within
     * what was booked only where the figures add up: a direct debit of 11.85 that comes back with a fee of 0.50 is booked as
     * 12.35.
     */
    private void amounts(MtDetails details, BankLine.Builder line) {
        Money original = amount(ORDERED, details.original);
        Money charge = amount(CHARGED, details.charge);
        if (original == null) {
            return;
        }
        Money ordered = booked.isNegative() ? original.negated() : original;
        if (ordered.equals(booked)) {
            return;
        }
        if (charge != null && charge.currency().equals(booked.currency()) && addUp(ordered, charge)) {
            line.charge(LineCharge.included(charge, ""));
        } else {
            line.instructed(ordered);
        }
    }

    private boolean addUp(Money ordered, Money charge) {
        return ordered.currency().equals(booked.currency())
                && booked.plus(charge).equals(ordered)
                && ordered.signum() * booked.signum() >= 0;
    }

    private @Nullable Money amount(Pattern pattern, String otherwise) {
        Matcher found = pattern.matcher(supplement);
        String amount = found.find() ? found.group(1) : otherwise;
        boolean bare = amount.isEmpty() || Character.isDigit(amount.charAt(0)) || amount.length() < CODE;
        Currency currency = bare ? booked.currency() : MtValues.currency(amount.substring(0, CODE));
        return currency == null ? null : MtValues.amount(bare ? amount : amount.substring(CODE), currency);
    }
}
