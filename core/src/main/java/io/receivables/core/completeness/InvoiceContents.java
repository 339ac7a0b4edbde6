package io.receivables.core.completeness;

import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.draft.DocumentDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice states, as far as it does: a draft of its whole contents, for {@link InvoiceProfile#check}. Nothing is
 * needed to make one. Amounts are in major units of the currency; blank texts count as missing.
 *
 * @param number the invoice's number
 * @param issueDate the day of issue
 * @param supplyDate the day on which the goods were delivered or the services rendered
 * @param seller who sells
 * @param buyer who buys
 * @param deliveryAddress where the goods go, if not to the buyer's address
 * @param orderNumber the buyer's purchase order
 * @param currency the ISO 4217 code of all amounts but the recovery sum
 * @param lines what is sold
 * @param discount what is taken off the sum of the lines, without tax
 * @param taxes the totals by tax and rate
 * @param net the total without tax
 * @param tax the total of all taxes
 * @param gross the total to pay
 * @param dueDate the last day on which payment is in time
 * @param terms the payment terms
 * @param discountTerms the conditions of a discount for early payment, or that there is none
 * @param latePenalty the rate of the penalty for late payment
 * @param recoverySum the fixed sum for recovery costs that late payment makes due
 * @param circumstances what holds, with the wording that the invoice has for it; empty where it has none
 */
public record InvoiceContents(
        @Nullable String number,
        @Nullable LocalDate issueDate,
        @Nullable LocalDate supplyDate,
        Party seller,
        Party buyer,
        @Nullable String deliveryAddress,
        @Nullable String orderNumber,
        @Nullable String currency,
        List<Line> lines,
        @Nullable BigDecimal discount,
        List<TaxTotal> taxes,
        @Nullable BigDecimal net,
        @Nullable BigDecimal tax,
        @Nullable BigDecimal gross,
        @Nullable LocalDate dueDate,
        @Nullable String terms,
        @Nullable String discountTerms,
        @Nullable String latePenalty,
        @Nullable Money recoverySum,
        Map<Circumstance, String> circumstances) {

    /**
     * A line of an invoice.
     *
     * @param description what is sold
     * @param quantity how much
     * @param unitPrice the price of one, without tax and after its reductions
     * @param taxRate in percent
     * @param net the amount of the line without tax
     */
    public record Line(
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal taxRate,
            @Nullable BigDecimal net) {}

    /**
     * What is taxed at one rate of one tax.
     *
     * @param name the tax, such as VAT, GST or QST
     * @param rate in percent
     * @param base what is taxed, without the tax
     * @param amount the tax
     */
    public record TaxTotal(
            String name,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal base,
            @Nullable BigDecimal amount) {
        public TaxTotal {
            Objects.requireNonNull(name, "name");
        }
    }

    public InvoiceContents {
        Objects.requireNonNull(seller, "seller");
        Objects.requireNonNull(buyer, "buyer");
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        Map<Circumstance, String> copy = new EnumMap<>(Circumstance.class);
        copy.putAll(circumstances);
        circumstances = Collections.unmodifiableMap(copy);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Whether a circumstance holds. */
    public boolean is(Circumstance circumstance) {
        return circumstances.containsKey(circumstance);
    }

    /** Whether the invoice has a wording for a circumstance. */
    public boolean says(Circumstance circumstance) {
        return !circumstances.getOrDefault(circumstance, "").isBlank();
    }

    /** The sums that do not come out, as far as they can be made; what is missing is not reported. */
    public List<Problem> problems() {
        return new Totals(this).problems();
    }

    /**
     * The draft of the ledger's invoice, with {@link #problems()}. What is missing here is missing there, for the draft's
     * own validation to report.
     *
     * @param customerId the ledger's identifier of the buyer
     */
    public Loaded<DocumentDraft> toDocumentDraft(String customerId) {
        DocumentDraft draft = DocumentDraft.invoice()
                .id(number)
                .customerId(customerId)
                .issueDate(issueDate)
                .dueDate(dueDate)
                .deliveryDate(supplyDate)
                .currency(currency)
                .gross(gross)
                .tax(tax)
                .reference(orderNumber)
                .terms(terms)
                .build();
        return new Loaded<>(draft, problems());
    }

    /** Collects what an invoice states, in any order; what is not given is missing. */
    public static final class Builder {
        private @Nullable String number;
        private @Nullable LocalDate issueDate;
        private @Nullable LocalDate supplyDate;
        private Party seller = Party.unknown();
        private Party buyer = Party.unknown();
        private @Nullable String deliveryAddress;
        private @Nullable String orderNumber;
        private @Nullable String currency;
        private final List<Line> lines = new ArrayList<>();
        private @Nullable BigDecimal discount;
        private final List<TaxTotal> taxes = new ArrayList<>();
        private @Nullable BigDecimal net;
        private @Nullable BigDecimal tax;
        private @Nullable BigDecimal gross;
        private @Nullable LocalDate dueDate;
        private @Nullable String terms;
        private @Nullable String discountTerms;
        private @Nullable String latePenalty;
        private @Nullable Money recoverySum;
        private final Map<Circumstance, String> circumstances = new EnumMap<>(Circumstance.class);

        private Builder() {}

        public Builder number(@Nullable String number) {
            this.number = number;
            return this;
        }

        public Builder issueDate(@Nullable LocalDate issueDate) {
            this.issueDate = issueDate;
            return this;
        }

        public Builder supplyDate(@Nullable LocalDate supplyDate) {
            this.supplyDate = supplyDate;
            return this;
        }

        public Builder seller(Party seller) {
            this.seller = seller;
            return this;
        }

        public Builder buyer(Party buyer) {
            this.buyer = buyer;
            return this;
        }

        public Builder deliveryAddress(@Nullable String deliveryAddress) {
            this.deliveryAddress = deliveryAddress;
            return this;
        }

        public Builder orderNumber(@Nullable String orderNumber) {
            this.orderNumber = orderNumber;
            return this;
        }

        public Builder currency(@Nullable String currency) {
            this.currency = currency;
            return this;
        }

        /** Adds a line. */
        public Builder line(Line line) {
            lines.add(line);
            return this;
        }

        public Builder discount(@Nullable BigDecimal discount) {
            this.discount = discount;
            return this;
        }

        /** Adds the total of a tax and rate. */
        public Builder taxed(TaxTotal total) {
            taxes.add(total);
            return this;
        }

        public Builder net(@Nullable BigDecimal net) {
            this.net = net;
            return this;
        }

        public Builder tax(@Nullable BigDecimal tax) {
            this.tax = tax;
            return this;
        }

        public Builder gross(@Nullable BigDecimal gross) {
            this.gross = gross;
            return this;
        }

        public Builder dueDate(@Nullable LocalDate dueDate) {
            this.dueDate = dueDate;
            return this;
        }

        public Builder terms(@Nullable String terms) {
            this.terms = terms;
            return this;
        }

        public Builder discountTerms(@Nullable String discountTerms) {
            this.discountTerms = discountTerms;
            return this;
        }

        public Builder latePenalty(@Nullable String latePenalty) {
            this.latePenalty = latePenalty;
            return this;
        }

        public Builder recoverySum(@Nullable Money recoverySum) {
            this.recoverySum = recoverySum;
            return this;
        }

        /** A circumstance that holds, of which the invoice says nothing. */
        public Builder under(Circumstance circumstance) {
            return under(circumstance, "");
        }

        /** A circumstance that holds, and what the invoice says of it. */
        public Builder under(Circumstance circumstance, String wording) {
            circumstances.put(circumstance, wording);
            return this;
        }

        public InvoiceContents build() {
            return new InvoiceContents(
                    number,
                    issueDate,
                    supplyDate,
                    seller,
                    buyer,
                    deliveryAddress,
                    orderNumber,
                    currency,
                    lines,
                    discount,
                    taxes,
                    net,
                    tax,
                    gross,
                    dueDate,
                    terms,
                    discountTerms,
                    latePenalty,
                    recoverySum,
                    circumstances);
        }
    }
}
