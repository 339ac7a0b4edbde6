package io.receivables.core.discount;

import io.receivables.core.Document;
import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import io.receivables.core.terms.BaseDates;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.core.terms.EarlyPaymentDiscount;
import io.receivables.core.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The discounts of one document, with their dates and amounts.
 *
 * <pre>{@code
 * PaymentTerms terms = PaymentTerms.net(30).withDiscounts(EarlyPaymentDiscount.of("2", 10));
 * DiscountSchedule schedule = DiscountSchedule.of(invoice, terms, BusinessCalendar.weekdays());
 * schedule.dueOn(LocalDate.parse("2026-03-12"));                           // EUR 1176.00 of 1200.00
 * schedule.settled(payments, LocalDate.parse("2026-04-30")).status();      // TAKEN, LOST, DEDUCTED_LATE …
 * }</pre>
 *
 * @param net the amount without tax
 * @param tax the tax on it
 * @param tiers the discounts by their last day
 */
public record DiscountSchedule(Money net, Money tax, List<DiscountTier> tiers) {
    /**
     * @throws IllegalArgumentException if an amount is negative, currencies differ or a discount is more than the amount
     */
    public DiscountSchedule {
        DiscountSplit.checkSize(net, "net amount");
        DiscountSplit.checkSize(tax, "tax");
        Money gross = net.plus(tax);
        tiers = tiers.stream().sorted(Comparator.comparing(DiscountTier::until)).toList();
        for (DiscountTier tier : tiers) {
            Money discount = tier.discount().total();
            Checks.that(
                    discount.compareTo(gross) <= 0,
                    () -> "discount " + discount + " is more than the amount of " + gross);
        }
    }

    /**
     * The discounts of terms for a document of these dates and amounts.
     *
     * @param calendar which days are business days, for rules that ask for one
     * @throws IllegalArgumentException if the base date of the terms is not given
     */
    public static DiscountSchedule of(
            PaymentTerms terms, BaseDates dates, Money net, Money tax, BusinessCalendar calendar) {
        LocalDate base = dates.get(terms.base());
        List<DiscountTier> tiers = new ArrayList<>();
        for (EarlyPaymentDiscount discount : terms.discounts()) {
            tiers.add(new DiscountTier(
                    discount.until().from(base, calendar),
                    DiscountSplit.percent(discount.percent(), discount.base(), net, tax)));
        }
        return new DiscountSchedule(net, tax, tiers);
    }

    /**
     * The discounts of terms for an invoice or debit note.
     *
     * @throws IllegalArgumentException if it is a credit note, or the base date of the terms is none of its dates
     */
    public static DiscountSchedule of(Document document, PaymentTerms terms, BusinessCalendar calendar) {
        Checks.that(document.isDebit(), () -> "credit note " + document.id() + " has no discount");
        return of(terms, BaseDates.of(document), document.net(), document.tax(), calendar);
    }

    /** These discounts and a sum, tax included, for paying by a day. */
    public DiscountSchedule withFlat(Money discount, LocalDate until) {
        List<DiscountTier> more = new ArrayList<>(tiers);
        more.add(new DiscountTier(until, DiscountSplit.flat(discount, net, tax)));
        return new DiscountSchedule(net, tax, more);
    }

    public Money gross() {
        return net.plus(tax);
    }

    /** The greatest discount that is granted to who pays on a day; nothing after the last one. */
    public DiscountSplit discountOn(LocalDate day) {
        DiscountSplit greatest = DiscountSplit.none(net.currency());
        for (DiscountTier tier : tiers) {
            greatest = day.isAfter(tier.until()) ? greatest : greater(greatest, tier.discount());
        }
        return greatest;
    }

    /** The greatest discount of all. */
    public DiscountSplit offered() {
        return discountOn(LocalDate.MIN);
    }

    /** What pays the whole document on a day. It never becomes less from one day to the next. */
    public Money dueOn(LocalDate day) {
        return gross().minus(discountOn(day).total());
    }

    /**
     * What became of the document and its discount by the end of a day. A discount is taken when what was paid up to and on
     * its last day is the amount less the discount, or more; part payments earn no part of it.
     *
     * @param payments what came in and did not go back, in any order; what came in after the day does not count
     */
    public DiscountSettlement settled(List<PaidAmount> payments, LocalDate asOf) {
        DiscountSplit granted = granted(payments, asOf);
        Money paid = paidBy(payments, asOf);
        Money left = gross().minus(granted.total()).minus(paid);
        Money zero = Money.zero(net.currency());
        Money open = left.isPositive() ? left : zero;
        boolean isTaken = granted.total().isPositive();
        Money available = isTaken || open.isZero() ? zero : discountOn(asOf).total();
        return new DiscountSettlement(
                isTaken ? DiscountStatus.TAKEN : status(available, open),
                granted,
                available,
                offered().total().minus(granted.total()).minus(available),
                open,
                left.isNegative() ? left.negated() : zero);
    }

    private DiscountSplit granted(List<PaidAmount> payments, LocalDate asOf) {
        DiscountSplit granted = DiscountSplit.none(net.currency());
        for (DiscountTier tier : tiers) {
            LocalDate day = tier.until().isBefore(asOf) ? tier.until() : asOf;
            Money enough = gross().minus(tier.discount().total());
            if (paidBy(payments, day).compareTo(enough) >= 0) {
                granted = greater(granted, tier.discount());
            }
        }
        return granted;
    }

    private DiscountStatus status(Money available, Money open) {
        if (!offered().total().isPositive()) {
            return DiscountStatus.NOT_OFFERED;
        }
        if (available.isPositive()) {
            return DiscountStatus.AVAILABLE;
        }
        boolean isDeducted = open.isPositive()
                && tiers.stream().anyMatch(tier -> tier.discount().total().equals(open));
        return isDeducted ? DiscountStatus.DEDUCTED_LATE : DiscountStatus.LOST;
    }

    private Money paidBy(List<PaidAmount> payments, LocalDate day) {
        return payments.stream()
                .filter(payment -> !payment.date().isAfter(day))
                .map(PaidAmount::amount)
                .reduce(Money.zero(net.currency()), Money::plus);
    }

    private static DiscountSplit greater(DiscountSplit one, DiscountSplit other) {
        return other.total().compareTo(one.total()) > 0 ? other : one;
    }
}
