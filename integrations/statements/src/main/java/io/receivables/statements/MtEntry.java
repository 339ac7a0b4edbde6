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
    private static final Pattern FIRST = Pattern.compile(
            "(.{6})(\\d{4})?(RC|RD|EC|ED|C|D)([A-Z])?(\\d[\\d,.]*) ?(?:([A-Z][A-Z0-9 ]{3})(.*))?", Pattern.DOTALL);
    /** Older statements of a bank have the reference in sixteen signs, then a name. */
    private static final int REFERENCE = 16;

    private static final Pattern ORDERED = Pattern.compile("/OCMT/([A-Z]{3})([\\d,.]+)/?");
    private static final Pattern CHARGED = Pattern.compile("/CHGS/([A-Z]{3})([\\d,.]+)/?");

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
    final List<String> information = new ArrayList<>();

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
        int bank = references.indexOf("//");
        String customer = bank < 0 ? references : references.substring(0, bank);
        boolean named = bank < 0
                && customer.stripTrailing().length() > REFERENCE
                && !Character.isWhitespace(customer.charAt(REFERENCE));
        this.customerReference = named ? customer.substring(0, REFERENCE) : customer;
        this.name = named ? customer.substring(REFERENCE).stripTrailing() : "";
        this.bankReference = bank < 0 ? "" : references.substring(bank + 2);
        this.supplement = supplement;
        this.number = number;
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
        String type = parts.group(6);
        String references = parts.group(7);
        return new MtEntry(
                valueDate,
                bookingDate == null ? valueDate : bookingDate,
                parts.group(3),
                amount,
                type == null ? "" : type,
                references == null ? "" : references,
                String.join("", texts.subList(1, texts.size())).strip(),
                number);
    }

    BankLine line(StatementHeader header) {
        MtDetails details = MtInformation.read(information);
        BankLine.Builder line = BankLine.of(header.account(), bookingDate, booked)
                .valueOn(valueDate)
                .status(expected ? LineStatus.PENDING : LineStatus.BOOKED)
                .kind(MtCodes.kind(type, details))
                .bankCode(
                        details.transaction.isEmpty() || type.isEmpty()
                                ? type + details.transaction
                                : type + "/" + details.transaction)
                .reference(BankReference.SERVICER, bankReference)
                .from(header.id(), number);
        if (!ELSEWHERE.contains(customerReference.strip())) {
            line.reference(BankReference.INSTRUCTION, customerReference);
        }
        details.references.forEach(line::reference);
        counterparty(details, line);
        amounts(details, line);
        if (!supplement.isEmpty()) {
            details.bankSays(supplement);
        }
        line.text(String.join(" ", details.bankText)).remittance(details.remittance());
        boolean returned = MtCodes.isReturn(type, details);
        if (returned) {
            line.returned(new LineReturn(MtCodes.reason(details), String.join(" ", details.text)));
        }
        if (returned || reversal || MtCodes.isCancelled(details)) {
            line.reversal();
        }
        if (MtCodes.isSum(details)) {
            line.part(new BatchPart(0, 0, booked));
        }
        return line.build();
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
        Money original = amount(ORDERED);
        Money charge = amount(CHARGED);
        if (original == null) {
            original = MtValues.amount(details.original, booked.currency());
        }
        if (charge == null) {
            charge = MtValues.amount(details.charge, booked.currency());
        }
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

    private @Nullable Money amount(Pattern pattern) {
        if (supplement.isEmpty()) {
            return null;
        }
        Matcher found = pattern.matcher(supplement);
        if (!found.find()) {
            return null;
        }
        Currency currency = MtValues.currency(found.group(1));
        return currency == null ? null : MtValues.amount(found.group(2), currency);
    }
}
