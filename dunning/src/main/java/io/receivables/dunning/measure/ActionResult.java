package io.receivables.dunning.measure;

import io.receivables.core.Money;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What came of one action that was sent.
 *
 * @param action what was asked for, of which item
 * @param sentOn the day on which its letter went out
 * @param segment the customer's segment; empty for none
 * @param variant the variant of an experiment that the customer is in; empty for none
 * @param leads whether its letter is counted with it: of several actions of a letter the highest one leads
 * @param over whether the days in which effects count are over
 * @param due what of the claim was to be paid: the claim, less credit notes as far as they lowered it
 * @param receipts the cash that came on the item within the days, in order of its days
 * @param disputed whether the item was contested within the days
 */
public record ActionResult(
        ActionAccepted action,
        LocalDate sentOn,
        String segment,
        String variant,
        boolean leads,
        boolean over,
        Money due,
        List<Receipt> receipts,
        boolean disputed) {
    /**
     * Cash that came after an action.
     *
     * @param days days since the sending
     * @param amount more than zero
     */
    public record Receipt(int days, Money amount) {}

    public ActionResult {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(sentOn, "sentOn");
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(due, "due");
        receipts = List.copyOf(receipts);
    }

    /** All cash that came within the days; it exceeds the claim where the customer paid what was not asked for too. */
    public Money collected() {
        return receipts.stream().map(Receipt::amount).reduce(Money.zero(due.currency()), Money::plus);
    }

    /** After how many days all that was to be paid had come; empty when it has not, or when no cash came at all. */
    public OptionalInt daysToPay() {
        Money missing = due;
        for (Receipt receipt : receipts) {
            missing = missing.minus(receipt.amount());
            if (!missing.isPositive()) {
                return OptionalInt.of(receipt.days());
            }
        }
        return OptionalInt.empty();
    }
}
