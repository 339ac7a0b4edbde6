package io.receivables.core.cash;

import io.receivables.core.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One booking on a bank account, or one part of a booking that the bank made as a sum.
 *
 * <p>Three amounts are kept apart. {@link #booked()} moved the balance. {@link #principal()} is what was paid or given back,
 * before charges that the bank took out of it or added to it: this is what settles or reopens a receivable. {@link
 * #instructed()} is what the payer ordered, where that was another amount or currency.
 *
 * <pre>{@code
 * BankLine.of(BankAccount.of("DE33 1002 0500 0001 1947 00"), LocalDate.parse("2026-04-20"), Money.of("1200.00", "EUR"))
 *         .reference(BankReference.SERVICER, "2026042000001")
 *         .counterparty(Counterparty.of("Moreau SARL", "FR14 2004 1010 0505 0001 3M02 606"))
 *         .remittance(Remittance.ofText("Facture F-1001"))
 *         .build();
 * }</pre>
 */
public final class BankLine {
    /** What banks write where there is no reference. */
    private static final Set<String> NO_REFERENCE = Set.of("NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOREF");

    private final BankAccount account;
    private final LocalDate bookingDate;
    private final Money booked;
    private final Money principal;
    private final LocalDate valueDate;
    private final LineStatus status;
    private final LineKind kind;
    private final boolean reversal;
    private final String bankCode;
    private final String text;
    private final Map<BankReference, String> references;
    private final Counterparty counterparty;
    private final Remittance remittance;
    private final List<LineCharge> charges;
    private final @Nullable LineReturn returned;
    private final @Nullable Money instructed;
    private final @Nullable BatchPart part;
    private final String statement;
    private final int entry;
    private @Nullable LineKey key;

    private BankLine(Builder from) {
        this.account = from.account;
        this.bookingDate = from.bookingDate;
        this.booked = from.booked;
        this.valueDate = from.valueDate == null ? from.bookingDate : from.valueDate;
        this.status = from.status;
        this.kind = from.kind;
        this.reversal = from.reversal;
        this.bankCode = from.bankCode;
        this.text = from.text;
        this.references = Collections.unmodifiableMap(new EnumMap<>(from.references));
        this.counterparty = from.counterparty;
        this.remittance = from.remittance;
        this.charges = List.copyOf(from.charges);
        this.returned = from.returned;
        this.instructed = from.instructed;
        this.part = from.part;
        this.statement = from.statement;
        this.entry = from.entry;
        this.principal = principal(booked, charges);
    }

    private static Money principal(Money booked, List<LineCharge> charges) {
        Money principal = booked;
        for (LineCharge charge : charges) {
            if (charge.included()) {
                principal = principal.plus(charge.amount());
            }
        }
        if (principal.signum() * booked.signum() < 0) {
            throw new IllegalArgumentException("charges " + charges + " turn the booked amount " + booked + " into "
                    + principal + ": give what the bank takes as a positive amount");
        }
        return principal;
    }

    /** Begins a line: the account, the day of booking, and what was booked, positive for what came in. */
    public static Builder of(BankAccount account, LocalDate bookingDate, Money booked) {
        return new Builder(account, bookingDate, booked);
    }

    public BankAccount account() {
        return account;
    }

    public LocalDate bookingDate() {
        return bookingDate;
    }

    /** The day from which the money bears interest; the day of booking where the bank states none. */
    public LocalDate valueDate() {
        return valueDate;
    }

    /** What moved the balance: positive for what came in. */
    public Money booked() {
        return booked;
    }

    /** What was paid, before the charges within {@link #booked()}: positive for what came in. */
    public Money principal() {
        return principal;
    }

    /** What the payer ordered, where that was another amount or currency. */
    public Optional<Money> instructed() {
        return Optional.ofNullable(instructed);
    }

    public boolean isCredit() {
        return booked.isPositive();
    }

    public LineStatus status() {
        return status;
    }

    public LineKind kind() {
        return kind;
    }

    /** Whether the bank takes back a booking of its own, or the line gives back an earlier payment. */
    public boolean isReversal() {
        return reversal;
    }

    /** The bank's code of the transaction, such as {@code PMNT/RCDT/ESCT}, {@code NTRF/166} or {@code 165}; or empty. */
    public String bankCode() {
        return bankCode;
    }

    /** What the bank itself writes of the booking; or empty. */
    public String text() {
        return text;
    }

    public Optional<String> reference(BankReference kind) {
        return Optional.ofNullable(references.get(kind));
    }

    /** All references, in the order of their kinds. */
    public Map<BankReference, String> references() {
        return references;
    }

    public Counterparty counterparty() {
        return counterparty;
    }

    public Remittance remittance() {
        return remittance;
    }

    public List<LineCharge> charges() {
        return charges;
    }

    /** Why money came back, where the line gives back an earlier payment. */
    public Optional<LineReturn> returned() {
        return Optional.ofNullable(returned);
    }

    /** Its place in a sum, where the bank booked one. */
    public Optional<BatchPart> part() {
        return Optional.ofNullable(part);
    }

    /** The id of the statement that it was read from; or empty. */
    public String statement() {
        return statement;
    }

    /** The number of its booking in the statement, from 1; 0 when it was not read from one. */
    public int entry() {
        return entry;
    }

    /**
     * Whether this line says more of what it is for, and of what it belongs to, than another one of the same booking: of several
     * messages, the one that says most is the one to go by.
     */
    public boolean saysMoreThan(BankLine other) {
        return signs() > other.signs();
    }

    /** Signs of references and remittance. */
    private int signs() {
        int signs = 0;
        for (String value : references.values()) {
            signs += value.length();
        }
        for (String piece : remittance.text()) {
            signs += piece.length();
        }
        for (Remittance.Reference reference : remittance.references()) {
            signs += reference.value().length();
        }
        for (RemittedDocument document : remittance.documents()) {
            signs += document.number().length();
        }
        return signs;
    }

    /** What makes it the same booking in whatever file it comes. */
    public LineKey key() {
        LineKey known = key;
        if (known == null) {
            // a race makes equal keys, so nothing is lost by not locking
            known = new LineKey(
                    account.key(),
                    reference(BankReference.SERVICER).orElseGet(this::digest),
                    part == null ? booked : part.total(),
                    bookingDate,
                    // the only part of a sum is the sum
                    part == null || part.count() == 1 ? 0 : part.number());
            key = known;
        }
        return known;
    }

    /** What one and the same booking says in every message: not the entry's number, nor what the bank adds to it. */
    private String digest() {
        StringBuilder said = new StringBuilder(200);
        for (BankReference kind : List.of(BankReference.END_TO_END, BankReference.MANDATE, BankReference.UETR)) {
            said.append(references.getOrDefault(kind, "")).append('\n');
        }
        said.append(counterparty.account()).append('\n');
        remittance.text().forEach(piece -> said.append(piece.strip()));
        remittance.references().forEach(reference -> said.append('\n').append(reference.value()));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
            return "~" + HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, which every Java platform has", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BankLine that
                && account.equals(that.account)
                && bookingDate.equals(that.bookingDate)
                && booked.equals(that.booked)
                && valueDate.equals(that.valueDate)
                && status == that.status
                && kind == that.kind
                && reversal == that.reversal
                && bankCode.equals(that.bankCode)
                && text.equals(that.text)
                && references.equals(that.references)
                && counterparty.equals(that.counterparty)
                && remittance.equals(that.remittance)
                && charges.equals(that.charges)
                && Objects.equals(returned, that.returned)
                && Objects.equals(instructed, that.instructed)
                && Objects.equals(part, that.part)
                && statement.equals(that.statement)
                && entry == that.entry;
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, bookingDate, booked, references, remittance, statement, entry, part);
    }

    /** Where it stands and what it moves; no names, accounts or texts of the other side. */
    @Override
    public String toString() {
        return "BankLine[" + (statement.isEmpty() ? "" : statement + " ") + "entry " + entry
                + (part == null ? "" : " part " + part.number()) + ", " + bookingDate + ", " + booked
                + (returned == null ? "" : ", returned") + (status == LineStatus.BOOKED ? "" : ", " + status.code())
                + "]";
    }

    /** Builds a line step by step. */
    public static final class Builder {
        private final BankAccount account;
        private final LocalDate bookingDate;
        private final Money booked;
        private final Map<BankReference, String> references = new EnumMap<>(BankReference.class);
        private final List<LineCharge> charges = new ArrayList<>();
        private LineStatus status = LineStatus.BOOKED;
        private LineKind kind = LineKind.OTHER;
        private boolean reversal;
        private String bankCode = "";
        private String text = "";
        private Counterparty counterparty = Counterparty.NONE;
        private Remittance remittance = Remittance.NONE;
        private String statement = "";
        private int entry;
        private @Nullable LocalDate valueDate;
        private @Nullable LineReturn returned;
        private @Nullable Money instructed;
        private @Nullable BatchPart part;

        private Builder(BankAccount account, LocalDate bookingDate, Money booked) {
            this.account = Objects.requireNonNull(account, "account");
            this.bookingDate = Objects.requireNonNull(bookingDate, "bookingDate");
            this.booked = Objects.requireNonNull(booked, "booked");
        }

        public Builder valueOn(LocalDate valueDate) {
            this.valueDate = Objects.requireNonNull(valueDate, "valueDate");
            return this;
        }

        public Builder status(LineStatus status) {
            this.status = Objects.requireNonNull(status, "status");
            return this;
        }

        public Builder kind(LineKind kind) {
            this.kind = Objects.requireNonNull(kind, "kind");
            return this;
        }

        /** The bank takes back a booking of its own, or the line gives back an earlier payment. */
        public Builder reversal() {
            this.reversal = true;
            return this;
        }

        public Builder bankCode(String bankCode) {
            this.bankCode = Objects.requireNonNull(bankCode, "bankCode");
            return this;
        }

        /** What the bank itself writes of the booking. */
        public Builder text(String text) {
            this.text = Objects.requireNonNull(text, "text");
            return this;
        }

        /** A reference; one that is blank, or says that there is none ({@code NOTPROVIDED}, {@code NONREF}), is left out. */
        public Builder reference(BankReference kind, String value) {
            String stripped = value.strip();
            if (!stripped.isEmpty() && !NO_REFERENCE.contains(stripped)) {
                references.put(Objects.requireNonNull(kind, "kind"), stripped);
            }
            return this;
        }

        public Builder counterparty(Counterparty counterparty) {
            this.counterparty = Objects.requireNonNull(counterparty, "counterparty");
            return this;
        }

        public Builder remittance(Remittance remittance) {
            this.remittance = Objects.requireNonNull(remittance, "remittance");
            return this;
        }

        public Builder charge(LineCharge charge) {
            charges.add(Objects.requireNonNull(charge, "charge"));
            return this;
        }

        public Builder returned(LineReturn returned) {
            this.returned = Objects.requireNonNull(returned, "returned");
            return this;
        }

        public Builder instructed(Money instructed) {
            this.instructed = Objects.requireNonNull(instructed, "instructed");
            return this;
        }

        public Builder part(BatchPart part) {
            this.part = Objects.requireNonNull(part, "part");
            return this;
        }

        /** Where it was read from: the statement's id and the number of the booking in it, from 1. */
        public Builder from(String statement, int entry) {
            this.statement = Objects.requireNonNull(statement, "statement");
            this.entry = entry;
            return this;
        }

        /**
         * The line.
         *
         * @throws IllegalArgumentException if the charges within the booked amount turn its sign
         * @throws ArithmeticException if an amount leaves what a {@code long} of minor units holds
         */
        public BankLine build() {
            return new BankLine(this);
        }
    }
}
