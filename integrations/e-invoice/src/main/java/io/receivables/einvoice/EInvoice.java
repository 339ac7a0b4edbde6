package io.receivables.einvoice;

import io.receivables.core.Customer;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.draft.CustomerDraft;
import io.receivables.core.draft.DocumentDraft;
import io.receivables.core.draft.InstalmentDraft;
import io.receivables.core.draft.PaymentDraft;
import io.receivables.core.terms.TermsLanguage;
import io.receivables.core.terms.TermsReading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The head of an e-invoice: what EN 16931 says of who owes what, until when and how it is paid. The numbers in parentheses
 * are the standard's. A text that the invoice does not have is empty.
 *
 * @param file the file that it was read from
 * @param number the number (BT-1)
 * @param typeCode the type (BT-3), such as 380
 * @param kind what it is to the ledger, by its type and the sign of its total: {@code INVOICE}, {@code DEBIT_NOTE} or
 *     {@code CREDIT_NOTE}
 * @param issueDate the date (BT-2)
 * @param deliveryDate the day of the delivery (BT-72); null if the invoice does not have it
 * @param seller who sells (BG-4)
 * @param buyer who owes (BG-7)
 * @param payee who is to be paid (BG-10): the seller, unless the invoice names somebody else
 * @param references what it refers to
 * @param terms until when it is to be paid
 * @param payment how it is to be paid
 * @param totals the amounts, with the signs that they have in the invoice
 */
public record EInvoice(
        String file,
        String number,
        String typeCode,
        FactKind kind,
        LocalDate issueDate,
        @Nullable LocalDate deliveryDate,
        Party seller,
        Party buyer,
        Party payee,
        References references,
        Terms terms,
        Payment payment,
        Totals totals) {

    /**
     * A party.
     *
     * @param id the identifier that the seller gave it (BT-29, BT-46, BT-60)
     * @param legalId its number in the register of companies (BT-30, BT-47, BT-61)
     * @param vatId its VAT number (BT-31, BT-48)
     * @param address its electronic address (BT-34, BT-49)
     * @param name its name (BT-27, BT-44, BT-59)
     * @param country the ISO 3166 code of its country (BT-40, BT-55)
     */
    public record Party(String id, String legalId, String vatId, String address, String name, String country) {
        /** By what it is known: the first of identifier, register number, VAT number, electronic address and name. */
        public String key() {
            return Stream.of(id, legalId, vatId, address, name)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * What an invoice refers to.
     *
     * @param buyerReference the buyer's reference, such as the Leitweg-ID of German authorities (BT-10)
     * @param order the buyer's purchase order (BT-13)
     * @param preceding the numbers of the invoices that it follows or corrects (BT-25)
     */
    public record References(String buyerReference, String order, List<String> preceding) {
        public References {
            preceding = List.copyOf(preceding);
        }
    }

    /**
     * Until when it is to be paid.
     *
     * @param dueDate the due date (BT-9); null if there is none, or several that differ
     * @param instalments several due dates with their amounts, which add up to what is to be paid; none as a rule
     * @param discounts the discounts for paying early that are stated as data (CII EXTENDED)
     * @param texts the terms as written (BT-20), which nothing is derived from; one or none as a rule
     */
    public record Terms(
            @Nullable LocalDate dueDate, List<Instalment> instalments, List<Discount> discounts, List<String> texts) {
        public Terms {
            instalments = List.copyOf(instalments);
            discounts = List.copyOf(discounts);
            texts = List.copyOf(texts);
        }
    }

    /**
     * A part of the total that has a due date of its own.
     *
     * @param dueDate the last day on which payment is in time
     * @param amount what is due that day, with the sign of the total
     */
    public record Instalment(LocalDate dueDate, Money amount) {}

    /**
     * A discount for paying early.
     *
     * @param percent the percentage
     * @param lastDay the last day on which it is granted
     * @param base the amount that it is a percentage of; the total where the invoice does not say it
     */
    public record Discount(BigDecimal percent, LocalDate lastDay, Money base) {}

    /**
     * How it is to be paid.
     *
     * @param means the ways of payment that are offered (BG-16)
     * @param references what the payer is asked to state (BT-83), each once; as written, with leading zeros and blanks
     * @param mandate the mandate of a direct debit (BT-89)
     * @param creditorId the creditor's identifier in direct debits (BT-90)
     * @param debtorAccount the account that is debited (BT-91), as written
     */
    public record Payment(
            List<Means> means, List<String> references, String mandate, String creditorId, String debtorAccount) {
        public Payment {
            means = List.copyOf(means);
            references = List.copyOf(references);
        }
    }

    /**
     * A way of payment.
     *
     * @param code the UNTDID 4461 code (BT-81): 30 and 58 transfer, 49 and 59 direct debit, 20 cheque, 97 clearing, …
     * @param account the account to pay to (BT-84), an IBAN as a rule, as written
     * @param accountName the name of the account (BT-85)
     * @param bic the identifier of its bank (BT-86)
     */
    public record Means(String code, String account, String accountName, String bic) {}

    /**
     * The amounts, all in one currency, with the signs that they have in the invoice.
     *
     * @param net the total without tax (BT-109)
     * @param tax the tax (BT-110); what the total has above net where the invoice does not state it
     * @param total the total with tax (BT-112)
     * @param prepaid what was paid before (BT-113), zero unless stated
     * @param rounding what is added to round what is due (BT-114), zero unless stated
     * @param payable what is due (BT-115)
     */
    public record Totals(Money net, Money tax, Money total, Money prepaid, Money rounding, Money payable) {
        /** Whether the total is net and tax, and what is due is the total less what was paid, rounded as stated. */
        public boolean addUp() {
            return net.plus(tax).equals(total) && addUpToPayable();
        }

        private boolean addUpToPayable() {
            return total.minus(prepaid).plus(rounding).equals(payable);
        }

        /** What is to be paid in all: the total, rounded as stated if the amounts add up with it. */
        public Money toPay() {
            return addUpToPayable() ? total.plus(rounding) : total;
        }
    }

    /** This invoice due on a day: for one that states none, of which it is known from elsewhere or from its text. */
    public EInvoice dueOn(LocalDate dueDate) {
        return new EInvoice(
                file,
                number,
                typeCode,
                kind,
                issueDate,
                deliveryDate,
                seller,
                buyer,
                payee,
                references,
                new Terms(dueDate, List.of(), terms.discounts(), terms.texts()),
                payment,
                totals);
    }

    /** The draft of the document, with the buyer's {@link Party#key() key} as the customer's identifier. */
    public DocumentDraft documentDraft() {
        return documentDraft(buyer.key());
    }

    /**
     * The draft of the document. Its amounts are sizes: gross is what is {@link Totals#toPay() to be paid}, and what was
     * prepaid is not taken off, because it is a payment. Due dates, instalments, reference and corrected document are those
     * of the invoice where they are unambiguous, and missing otherwise; the terms are the text as written.
     *
     * @param customerId who owes, as the ledger knows them
     */
    public DocumentDraft documentDraft(String customerId) {
        DocumentDraft.Builder draft = switch (kind) {
            case INVOICE -> DocumentDraft.invoice();
            case DEBIT_NOTE -> DocumentDraft.debitNote();
            case CREDIT_NOTE -> DocumentDraft.creditNote();
            default -> throw new IllegalStateException("kind " + kind + " is no document");
        };
        draft.id(number)
                .customerId(customerId)
                .issueDate(issueDate)
                .deliveryDate(deliveryDate)
                .currency(totals.total().currency().getCurrencyCode())
                .gross(size(totals.toPay()))
                .tax(size(totals.tax()))
                .reference(only(payment.references()))
                .terms(terms.texts().isEmpty() ? null : String.join("\n", terms.texts()));
        draft.dueDate(terms.dueDate());
        if (!terms.instalments().isEmpty()) {
            draft.instalments(terms.instalments().stream()
                    .map(part -> new InstalmentDraft(part.dueDate(), size(part.amount())))
                    .toList());
        }
        return draft.corrects(kind == FactKind.CREDIT_NOTE ? only(references.preceding()) : null)
                .build();
    }

    /** The amount, positive where it has the sign of the total. */
    private BigDecimal size(Money amount) {
        return (totals.total().isNegative() ? amount.negated() : amount).amount();
    }

    private static @Nullable String only(List<String> texts) {
        return texts.size() == 1 ? texts.get(0) : null;
    }

    /** The draft of the customer: the buyer with its {@link Party#key() key}, name and country. */
    public CustomerDraft customerDraft() {
        return new CustomerDraft(
                buyer.key(),
                buyer.name().isEmpty() ? null : buyer.name(),
                buyer.country().isEmpty() ? Map.of() : Map.of(Customer.COUNTRY, buyer.country()));
    }

    /**
     * The draft of the payment that the invoice says was made before; empty if it says so of none, or is a credit note, of
     * which it would be a refund. The invoice does not say when it was paid and by what, and the ledger may well have that
     * payment.
     *
     * @param id the identifier to give it
     * @param date the day it was received
     */
    public Optional<PaymentDraft> prepayment(String id, LocalDate date) {
        Money prepaid = totals.prepaid();
        if (kind == FactKind.CREDIT_NOTE
                || prepaid.isZero()
                || prepaid.isNegative() != totals.total().isNegative()) {
            return Optional.empty();
        }
        return Optional.of(new PaymentDraft(
                id, buyer.key(), date, prepaid.currency().getCurrencyCode(), size(prepaid), number, null));
    }

    /**
     * What the texts of the terms were read as, for a person to confirm: terms where a text was understood as a whole, and
     * what was understood of it otherwise. None of it is in the draft; {@link #dueOn} takes over what was confirmed.
     */
    public List<TermsReading> suggestions() {
        return terms.texts().stream().map(TermsLanguage::readAny).toList();
    }
}
