package io.receivables.statements;

import io.receivables.core.Money;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BatchPart;
import io.receivables.core.cash.Counterparty;
import io.receivables.core.cash.LineCharge;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.LineStatus;
import io.receivables.core.cash.Remittance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of one entry.
 *
 * <p>The direction is that of CdtDbtInd, also where RvslInd is true: ISO 20022 says that a reversal with CRDT takes back an
 * original debit, so the indicator already is that of the money that moves now.
 *
 * <p>A sum is divided where the amounts of its transactions add up to it, as they are or less the charges that the bank took
 * out of them; a charge of the entry itself that is missing from them becomes a line of its own. Where they do not add up, one
 * line is the sum, with what all transactions say alike.
 */
final class CamtEntry {
    /** More currencies and sources of an amount than a transaction can have. */
    private static final int MOST_AMOUNTS = 5;

    private final BankAccount account;
    private final String statement;
    private final Element entry;
    private final List<CamtDetail> details;
    private final int number;
    private final CamtValues values;
    private final Reading reading;
    private final Money booked;
    private final LocalDate bookingDate;
    private final @Nullable LocalDate valueDate;
    private final LineStatus status;
    private final List<CamtCharge> charges;
    private final List<Money> ofEntry;
    private final String bankCode;

    private CamtEntry(
            BankAccount account,
            String statement,
            Element entry,
            List<CamtDetail> details,
            int number,
            CamtValues values,
            Reading reading,
            Money booked,
            LocalDate bookingDate,
            @Nullable LocalDate valueDate,
            LineStatus status) {
        this.account = account;
        this.statement = statement;
        this.entry = entry;
        this.details = details;
        this.number = number;
        this.values = values;
        this.reading = reading;
        this.booked = booked;
        this.bookingDate = bookingDate;
        this.valueDate = valueDate;
        this.status = status;
        this.charges = CamtCharge.all(entry, values);
        this.ofEntry = CamtDetail.amounts(entry, "Ntry/", values);
        this.bankCode = CamtCodes.code(entry.at("BkTxCd"));
    }

    /** What was booked, positive for what came in; null where that cannot be told, which is reported. */
    static @Nullable Money booked(Element entry, CamtValues values, Reading reading) {
        Money amount = values.amount(entry.at("Amt"), entry, "Ntry/Amt");
        String direction = entry.text("CdtDbtInd");
        if (direction.equals("CRDT")) {
            return amount;
        }
        if (direction.equals("DBIT")) {
            return amount == null ? null : amount.negated();
        }
        Element at = entry.at("CdtDbtInd");
        if (direction.isEmpty()) {
            reading.problem(StatementProblem.MISSING, "field", "Ntry/CdtDbtInd", "line", entry.line());
        } else {
            reading.problem(
                    StatementProblem.UNKNOWN_CODE,
                    "field",
                    "Ntry/CdtDbtInd",
                    "value",
                    CamtValues.shown(direction),
                    "line",
                    at.line(),
                    "expected",
                    "CRDT, DBIT");
        }
        return null;
    }

    /**
     * The entry as it can be made into lines; null where something is missing or wrong, which is reported.
     *
     * @param day the statement's own, for an entry that has none; null when there is none
     */
    static @Nullable CamtEntry of(
            BankAccount account,
            String statement,
            @Nullable LocalDate day,
            Element entry,
            Money booked,
            List<CamtDetail> details,
            int number,
            Reading reading) {
        CamtValues values = new CamtValues(reading);
        LineStatus status = status(entry, reading);
        Element bookedOn = date(entry.at("BookgDt"));
        Element valueOn = date(entry.at("ValDt"));
        LocalDate valueDate = CamtValues.date(valueOn.text());
        if (valueDate == null && !valueOn.text().isEmpty()) {
            values.leftOut("Ntry/ValDt", valueOn, valueOn.text());
        }
        LocalDate bookingDate = CamtValues.date(bookedOn.text());
        if (bookingDate == null && !bookedOn.text().isEmpty()) {
            reading.problem(
                    StatementProblem.NOT_A_DATE,
                    "field",
                    "Ntry/BookgDt",
                    "value",
                    CamtValues.shown(bookedOn.text()),
                    "line",
                    bookedOn.line());
            return null;
        }
        if (bookingDate == null) {
            bookingDate = valueDate == null ? day : valueDate;
        }
        if (bookingDate == null) {
            reading.problem(StatementProblem.MISSING, "field", "Ntry/BookgDt", "line", entry.line());
        }
        return bookingDate == null || status == null
                ? null
                : new CamtEntry(
                        account,
                        statement,
                        entry,
                        details,
                        number,
                        values,
                        reading,
                        booked,
                        bookingDate,
                        valueDate,
                        status);
    }

    private static Element date(Element of) {
        return of.at("Dt").exists() ? of.at("Dt") : of.at("DtTm");
    }

    private static @Nullable LineStatus status(Element entry, Reading reading) {
        String stated = entry.text("Sts", "Sts/Cd", "Sts/Prtry");
        LineStatus status = switch (stated) {
            case "BOOK" -> LineStatus.BOOKED;
            case "PDNG" -> LineStatus.PENDING;
            case "FUTR" -> LineStatus.FUTURE;
            case "INFO" -> LineStatus.INFORMATION;
            default -> null;
        };
        if (stated.isEmpty()) {
            reading.problem(StatementProblem.MISSING, "field", "Ntry/Sts", "line", entry.line());
        } else if (status == null) {
            reading.problem(
                    StatementProblem.UNKNOWN_CODE,
                    "field",
                    "Ntry/Sts",
                    "value",
                    CamtValues.shown(stated),
                    "line",
                    entry.at("Sts").line(),
                    "expected",
                    "BOOK, PDNG, FUTR, INFO");
        }
        return status;
    }

    /**
     * The lines of the entry, in the order of its transactions.
     *
     * @param count how many transactions the entry has; where {@link #details} are none of many, they are too large to keep
     */
    List<BankLine> lines(int count) {
        int stated = stated();
        if (count > 1 && details.isEmpty()) {
            return List.of(sum(stated == 0 ? count : stated));
        }
        if (count <= 1) {
            return List.of(single(details.isEmpty() ? null : details.get(0), stated));
        }
        List<BankLine> parts = divided();
        if (parts.isEmpty()) {
            Money found = said();
            disagree(found == null ? "unknown" : found);
            return List.of(sum(stated == 0 ? count : stated));
        }
        if (stated > 0 && stated != count) {
            reading.problem(StatementProblem.TOTALS_DISAGREE, "field", "Btch/NbOfTxs", "value", stated, "found", count);
        }
        return parts;
    }

    /** How many transactions the bank says there are; 0 where it does not say. */
    private int stated() {
        long stated = 0;
        for (Element batch : batches()) {
            stated += values.count(batch.at("NbOfTxs"), "Btch/NbOfTxs");
        }
        return (int) Math.min(stated, Integer.MAX_VALUE);
    }

    private void disagree(Object parts) {
        reading.problem(StatementProblem.PARTS_DISAGREE, "value", booked, "parts", parts, "line", entry.line());
    }

    private List<Element> batches() {
        List<Element> batches = new ArrayList<>(entry.all("Btch"));
        for (Element part : entry.all("NtryDtls")) {
            batches.addAll(part.all("Btch"));
        }
        return batches;
    }

    // one booking

    private BankLine single(@Nullable CamtDetail only, int count) {
        List<CamtCharge> stated = new ArrayList<>(charges);
        if (only != null && !only.charges().isEmpty()) {
            // a charge may be stated for the entry and again for its only transaction
            if (sum(only.charges()).equals(sum(charges))) {
                stated.clear();
            }
            stated.addAll(only.charges());
        }
        BankLine whole = line(only, booked, stated).build();
        Money other = only == null ? null : contradiction(only, whole);
        if (other != null) {
            disagree(other);
        }
        if (other != null && count > 1) {
            // it is one of several, and what it says is not said of the sum
            return line(null, booked, charges)
                    .part(new BatchPart(0, count, booked))
                    .build();
        }
        return count > 1 || other != null
                ? line(only, booked, stated)
                        .part(new BatchPart(0, Math.max(count, 1), booked))
                        .build()
                : whole;
    }

    /** What the only transaction says that it moved, where that is neither what was booked nor what was paid; else null. */
    private static @Nullable Money contradiction(CamtDetail only, BankLine whole) {
        Money other = null;
        for (Money amount : only.amountsIn(whole.booked().currency())) {
            if (amount.equals(whole.booked().abs())
                    || amount.equals(whole.principal().abs())) {
                return null;
            }
            // the payer may well have ordered another amount; nothing is what banks write where a version demands an
            // amount
            if (other == null && !amount.isZero() && !amount.equals(only.instructed())) {
                other = whole.booked().isNegative() ? amount.negated() : amount;
            }
        }
        return other;
    }

    private static Map<String, Long> sum(List<CamtCharge> charges) {
        Map<String, Long> sums = new HashMap<>();
        charges.forEach(charge -> sums.merge(
                charge.amount().currency().getCurrencyCode(), charge.amount().minorUnits(), Long::sum));
        return sums;
    }

    private BankLine.Builder line(@Nullable CamtDetail detail, Money amount, List<CamtCharge> stated) {
        String code = detail == null || detail.bankCode().isEmpty() ? bankCode : detail.bankCode();
        // a single booking may have the amounts of its transaction beside its own
        boolean isOnly = detail == null || details.size() == 1;
        List<Money> amounts = detail == null || (isOnly && detail.amounts().isEmpty()) ? ofEntry : detail.amounts();
        Money instructed = detail == null ? null : detail.instructed();
        if (instructed == null && isOnly) {
            instructed = CamtDetail.instructed(ofEntry, entry);
        }
        if (instructed == null) {
            // an amount in another currency is what was paid before it was exchanged
            instructed = amounts.stream()
                    .filter(other -> !other.currency().equals(amount.currency()) && !other.isZero())
                    .findFirst()
                    .orElse(null);
        }
        List<LineCharge> decided = decide(stated, amount, CamtDetail.in(amount.currency(), amounts), instructed);
        BankLine.Builder line = builder(amount, code).text(text(detail));
        decided.forEach(line::charge);
        LineReturn returned = returned(detail, code);
        if (returned != null) {
            line.returned(returned).reversal();
        }
        if (detail != null) {
            detail.references().forEach(line::reference);
            line.remittance(detail.remittance()).counterparty(counterparty(detail, amount, returned != null));
        }
        if (instructed != null) {
            // in the direction of what was booked
            Money ordered = amount.isNegative() ? instructed.negated() : instructed;
            if (!ordered.equals(principal(amount, decided))) {
                line.instructed(ordered);
            }
        }
        return line;
    }

    /** What all lines of the entry have alike. */
    private BankLine.Builder builder(Money amount, String code) {
        BankLine.Builder line = BankLine.of(account, bookingDate, amount)
                .from(statement, number)
                .status(status)
                .bankCode(code)
                .kind(CamtCodes.kind(code))
                .reference(BankReference.SERVICER, entry.text("AcctSvcrRef"))
                .reference(BankReference.ENTRY, entry.text("NtryRef"));
        if (valueDate != null) {
            line.valueOn(valueDate);
        }
        if (CamtDetail.isTrue(entry.text("RvslInd"))) {
            line.reversal();
        }
        List<Element> batches = batches();
        if (batches.size() == 1) {
            line.reference(BankReference.MESSAGE, batches.get(0).text("MsgId"))
                    .reference(BankReference.PAYMENT_INFORMATION, batches.get(0).text("PmtInfId"));
        }
        return line;
    }

    private String text(@Nullable CamtDetail detail) {
        String ofEntry = entry.text("AddtlNtryInf");
        String own = detail == null ? "" : detail.text();
        return ofEntry.equals(own) ? own : (ofEntry + " " + own).strip();
    }

    private static @Nullable LineReturn returned(@Nullable CamtDetail detail, String code) {
        if (detail != null && detail.returned() != null) {
            return detail.returned();
        }
        return CamtCodes.returned(code);
    }

    // charges

    /**
     * Which charges are within what was booked: what the bank says, unless the payer ordered just what was booked; where it
     * says nothing all, if the transaction's amount is what was booked before them; else none. A returned direct debit of
     * 50.00 is booked with 53.00 and has a charge of 3.00: 53 = 50 + 3.
     */
    private static List<LineCharge> decide(
            List<CamtCharge> stated, Money amount, List<Money> amounts, @Nullable Money instructed) {
        for (boolean silent : List.of(true, false)) {
            List<LineCharge> decided = included(stated, amount, silent);
            if (!turns(amount, decided)) {
                Money principal = principal(amount, decided).abs();
                boolean isShown = amounts.contains(principal) && !amount.isZero();
                if (isShown || (!silent && !amount.abs().equals(instructed))) {
                    return decided;
                }
            }
        }
        return stated.stream()
                .map(charge -> LineCharge.apart(charge.amount(), charge.text()))
                .toList();
    }

    private static List<LineCharge> included(List<CamtCharge> stated, Money amount, boolean silent) {
        return stated.stream()
                .map(charge -> new LineCharge(
                        charge.amount(),
                        charge.mayBeIncludedIn(amount) && (silent || Boolean.TRUE.equals(charge.included())),
                        charge.text()))
                .toList();
    }

    private static Money principal(Money amount, List<LineCharge> charges) {
        Money principal = amount;
        for (LineCharge charge : charges) {
            if (charge.included()) {
                principal = principal.plus(charge.amount());
            }
        }
        return principal;
    }

    private static boolean turns(Money amount, List<LineCharge> charges) {
        try {
            return principal(amount, charges).signum() * amount.signum() < 0;
        } catch (ArithmeticException tooLarge) {
            return true;
        }
    }

    // a sum

    /** The parts of the sum, if there is a reading by which they add up to it; none otherwise. */
    private List<BankLine> divided() {
        for (int choice = 0; choice < MOST_AMOUNTS; choice++) {
            if (booked.equals(total(choice, false))) {
                return parts(choice, false, null);
            }
            if (booked.equals(total(choice, true))) {
                return parts(choice, true, null);
            }
            Money charged = charged();
            Money gross = total(choice, false);
            if (charged != null && gross != null && booked.equals(less(gross, charged))) {
                return parts(choice, false, charged);
            }
        }
        return List.of();
    }

    /** What the bank took out of the sum as a whole; null for nothing. */
    private @Nullable Money charged() {
        Money own = null;
        for (CamtCharge charge : charges) {
            if (charge.mayBeIncludedIn(booked)) {
                own = own == null ? charge.amount() : less(own, charge.amount().negated());
                if (own == null) {
                    return null;
                }
            }
        }
        return own;
    }

    private static @Nullable Money less(Money from, Money what) {
        try {
            return from.minus(what);
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    /** What the parts add up to; null when one has no amount, or the sum is beyond all bounds. */
    private @Nullable Money total(int choice, boolean lessCharges) {
        Money total = Money.zero(booked.currency());
        for (CamtDetail detail : details) {
            Money part = amount(detail, choice, lessCharges);
            if (part == null) {
                return null;
            }
            try {
                total = total.plus(part);
            } catch (ArithmeticException tooLarge) {
                return null;
            }
        }
        return total;
    }

    /** What the parts add up to in a currency of their own; null where they have several, or one has no amount. */
    private @Nullable Money said() {
        Money said = null;
        for (CamtDetail detail : details) {
            if (detail.amounts().isEmpty()) {
                return null;
            }
            List<Money> ofSum = detail.amountsIn(booked.currency());
            Money amount = ofSum.isEmpty() ? detail.amounts().get(0) : ofSum.get(0);
            Money taken = isCredit(detail) ? amount.negated() : amount;
            if (said == null) {
                said = taken.negated();
            } else {
                said = said.currency().equals(taken.currency()) ? less(said, taken) : null;
                if (said == null) {
                    return null;
                }
            }
        }
        return said;
    }

    /** What a part moved, by one of its amounts; null when it has none in the currency of the sum. */
    private @Nullable Money amount(CamtDetail detail, int choice, boolean lessCharges) {
        List<Money> amounts = detail.amountsIn(booked.currency());
        if (amounts.isEmpty()) {
            return null;
        }
        Money amount = amounts.get(Math.min(choice, amounts.size() - 1));
        Money signed = isCredit(detail) ? amount : amount.negated();
        if (!lessCharges) {
            return signed;
        }
        for (CamtCharge charge : detail.charges()) {
            if (charge.mayBeIncludedIn(booked)) {
                Money left = less(signed, charge.amount());
                if (left == null || left.signum() * signed.signum() < 0) {
                    return null;
                }
                signed = left;
            }
        }
        return signed;
    }

    /** Parts that all go one way go the way of the sum: some banks state the way of the original there. */
    private boolean isCredit(CamtDetail detail) {
        Boolean own = detail.credit();
        return (own == null || !isMixed()) ? !booked.isNegative() : own;
    }

    private @Nullable Boolean mixed;

    private boolean isMixed() {
        Boolean known = mixed;
        if (known == null) {
            Boolean first = details.get(0).credit();
            known = details.stream().anyMatch(detail -> !Objects.equals(detail.credit(), first));
            mixed = known;
        }
        return known;
    }

    private List<BankLine> parts(int choice, boolean lessCharges, @Nullable Money charged) {
        List<BankLine> lines = new ArrayList<>(details.size() + 1);
        int count = details.size() + (charged == null ? 0 : 1);
        // charges of the entry that are not within it, nor those of its parts again, are told with the first part
        boolean isApart = charged == null
                && !sum(charges)
                        .equals(sum(details.stream()
                                .flatMap(detail -> detail.charges().stream())
                                .toList()));
        for (CamtDetail detail : details) {
            Money amount = Objects.requireNonNull(amount(detail, choice, lessCharges), "a part without an amount");
            List<CamtCharge> stated = detail.charges();
            if (lessCharges) {
                stated = stated.stream()
                        .map(charge -> charge.mayBeIncludedIn(amount)
                                ? new CamtCharge(charge.amount(), true, charge.text())
                                : charge)
                        .toList();
            }
            BankLine.Builder line = line(detail, amount, stated);
            if (lines.isEmpty() && isApart) {
                charges.forEach(charge -> line.charge(LineCharge.apart(charge.amount(), charge.text())));
            }
            lines.add(line.part(new BatchPart(lines.size() + 1, count, booked)).build());
        }
        if (charged != null) {
            String text = charges.stream()
                    .map(CamtCharge::text)
                    .filter(said -> !said.isEmpty())
                    .findFirst()
                    .orElse("");
            lines.add(builder(charged.negated(), bankCode)
                    .kind(LineKind.CHARGES)
                    .text(text)
                    .part(new BatchPart(count, count, booked))
                    .build());
        }
        return lines;
    }

    /** The sum as one line, with what all its transactions say alike. */
    private BankLine sum(int count) {
        Map<BankReference, String> references = new EnumMap<>(BankReference.class);
        if (!details.isEmpty()) {
            details.get(0).references().forEach((kind, value) -> {
                if (details.stream()
                        .allMatch(other -> value.equals(other.references().get(kind)))) {
                    references.put(kind, value);
                }
            });
        }
        BankLine.Builder line = line(null, booked, charges).part(new BatchPart(0, count, booked));
        references.forEach(line::reference);
        LineReturn returned = alike(CamtDetail::returned);
        if (returned != null) {
            line.returned(returned).reversal();
        }
        boolean isReturn = returned != null || CamtCodes.isReturn(bankCode);
        Counterparty counterparty = alike(detail -> counterparty(detail, booked, isReturn));
        Remittance remittance = alike(CamtDetail::remittance);
        return line.counterparty(counterparty == null ? Counterparty.NONE : counterparty)
                .remittance(remittance == null ? Remittance.NONE : remittance)
                .build();
    }

    private <T> @Nullable T alike(Function<CamtDetail, @Nullable T> said) {
        T first = details.isEmpty() ? null : said.apply(details.get(0));
        return first != null && details.stream().allMatch(other -> first.equals(said.apply(other))) ? first : null;
    }

    // who

    /**
     * The other side: the debtor of what came in, the creditor of what went out. Banks name the parties of a return by their
     * roles in the original payment or by those in the return, so for returns, and wherever the account tells, it is the one
     * that is not the account's holder.
     */
    private Counterparty counterparty(CamtDetail detail, Money amount, boolean isReturn) {
        Counterparty nearer = amount.isNegative() ? detail.creditor() : detail.debtor();
        Counterparty other = amount.isNegative() ? detail.debtor() : detail.creditor();
        if (other.equals(Counterparty.NONE) || isHolder(other)) {
            // a transfer to another account of the holder's is one to somebody of that name
            return isOwn(nearer) || (isReturn && isHolder(nearer)) ? Counterparty.NONE : nearer;
        }
        if (isHolder(nearer)) {
            return other;
        }
        // of a return, both strangers: banks keep the roles of the original
        return isReturn ? other : nearer;
    }

    private boolean isHolder(Counterparty party) {
        return isOwn(party) || (!party.name().isEmpty() && folded(party.name()).equals(folded(account.holder())));
    }

    private boolean isOwn(Counterparty party) {
        return party.account().equals(account.number());
    }

    private static String folded(String name) {
        return BankAccount.normalized(name).toLowerCase(Locale.ROOT);
    }
}
