package io.receivables.examples.sample;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.DebitNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.FactKind;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What happens to one invoice, from the delivery until nothing is open or the last known day has come. Chances are per
 * thousand invoices.
 */
final class InvoiceLife {
    private static final int DELIVERED_WITH_ADVANCE = 9;
    private static final int IN_INSTALMENTS = 90;
    private static final int GOODS_RETURNED = 34;
    private static final int DISPUTED = 38;
    private static final int RETURNED_PAYMENT = 11;
    private static final int MISAPPLIED = 5;
    private static final int PAID_IN_PARTS = 52;
    private static final int PAID_TOO_MUCH = 12;
    private static final int PAID_TOO_LITTLE = 10;
    private static final int LATE_FEE = 140;
    private static final int WRITTEN_OFF_AFTER_DAYS = 270;

    private final Journal journal;
    private final PaymentRuns runs;
    private final Dice dice;
    private final Buyer buyer;
    private final Invoice invoice;
    private Money open;

    InvoiceLife(Journal journal, PaymentRuns runs, Dice dice, Sale sale) {
        this.journal = journal;
        this.runs = runs;
        this.dice = dice;
        this.buyer = sale.buyer();
        this.invoice = invoice(sale);
        this.open = invoice.gross();
    }

    private Invoice invoice(Sale sale) {
        boolean export = !sale.net().currency().equals(buyer.currency());
        Money tax = sale.net().percent(new BigDecimal(export ? "0" : buyer.taxPercent()), RoundingMode.HALF_UP);
        String order = String.format(Locale.ROOT, buyer.french() ? "BC %d" : "PO-%d", dice.between(10_000, 99_999));
        return Invoice.of(
                        journal.nextId(FactKind.INVOICE),
                        buyer.id(),
                        sale.date(),
                        sale.net().plus(tax))
                .withTax(tax)
                .dueOn(buyer.terms().dueDate(sale.date()))
                .withTerms(buyer.terms().text(buyer.french()))
                .withReference(order)
                .deliveredOn(sale.date().minusDays(dice.below(6)));
    }

    void play() {
        if (buyer.isLarge() && dice.chance(IN_INSTALMENTS)) {
            payInInstalments();
            return;
        }
        journal.add(invoice);
        if (dice.chance(DELIVERED_WITH_ADVANCE)) {
            payInAdvance();
        }
        if (dice.chance(GOODS_RETURNED)) {
            LocalDate returned = invoice.issueDate().plusDays(dice.between(3, 12));
            credit(share(dice.between(8, 45)), returned, "retour");
        }
        if (dice.chance(DISPUTED)) {
            dispute();
        } else {
            settle(payDay());
        }
    }

    private LocalDate dueDate() {
        return invoice.instalments().get(0).dueDate();
    }

    private LocalDate payDay() {
        LocalDate day = dueDate().plusDays(buyer.habit().delay(dice));
        return day.isBefore(invoice.issueDate()) ? invoice.issueDate() : day;
    }

    /** A part of what is open, to the cent. */
    private Money share(int percent) {
        return open.percent(BigDecimal.valueOf(percent), RoundingMode.HALF_UP);
    }

    private static boolean isKnown(LocalDate day) {
        return !day.isAfter(Company.LAST_DAY);
    }

    private boolean hasStoppedToPay(LocalDate day) {
        return buyer.habit() == Habit.FAILING && !day.isBefore(Company.INSOLVENT_FROM);
    }

    // ---- before it is due

    private void payInInstalments() {
        List<Instalment> instalments = new ArrayList<>();
        List<Money> parts = invoice.gross().splitInto(3);
        for (int i = 0; i < parts.size(); i++) {
            instalments.add(Instalment.of(invoice.issueDate().plusDays(30L * (i + 1)), parts.get(i)));
        }
        journal.add(invoice.payableIn(instalments).withTerms(buyer.french() ? "30/60/90 jours" : "30/60/90 days"));
        for (int i = 0; i < parts.size(); i++) {
            LocalDate day = instalments.get(i).dueDate().plusDays(buyer.habit().delay(dice));
            if (buyer.paysInRuns()) {
                day = PaymentRuns.onOrAfter(day);
            }
            if (isKnown(day)) {
                payAndApply(day, parts.get(i), i + 1);
            }
        }
    }

    /** Money that comes before the invoice that it is for. */
    private void payInAdvance() {
        Money advance = share(dice.between(20, 50));
        LocalDate day = invoice.issueDate().minusDays(dice.between(2, 15));
        Payment payment = journal.pay(buyer, day, advance, invoice.reference().orElse(""));
        journal.apply(payment, invoice.id(), Allocation.EARLIEST_DUE_FIRST, day, advance);
        open = open.minus(advance);
    }

    private void credit(Money amount, LocalDate day, String reference) {
        if (!isKnown(day) || !amount.isPositive()) {
            return;
        }
        BigDecimal taxed = new BigDecimal(invoice.tax().isZero() ? "0" : buyer.taxPercent());
        BigDecimal gross = taxed.add(BigDecimal.valueOf(100));
        Money tax = amount.times(taxed.divide(gross, 12, RoundingMode.HALF_UP), RoundingMode.HALF_UP);
        CreditNote note = CreditNote.of(journal.nextId(FactKind.CREDIT_NOTE), buyer.id(), day, amount)
                .withTax(tax)
                .correcting(invoice.id())
                .withReference(reference);
        journal.add(note);
        journal.add(Allocation.ofCreditNote(journal.nextId(FactKind.ALLOCATION), note.id(), invoice.id(), day, amount));
        open = open.minus(amount);
    }

    // ---- disputes

    private void dispute() {
        LocalDate opened = dueDate().plusDays(dice.between(-6, 12));
        if (!isKnown(opened)) {
            return;
        }
        boolean whole = dice.chance(550);
        Money contested = whole ? open : share(dice.between(10, 60));
        Dispute dispute = Dispute.of(journal.nextId(FactKind.DISPUTE), invoice.id(), opened)
                .because(dice.pick(List.of("price", "damaged goods", "quantity", "not ordered")));
        journal.add(whole ? dispute : dispute.over(contested));
        if (!whole) {
            pay(opened.plusDays(dice.between(1, 20)), open.minus(contested));
        }
        LocalDate resolved = opened.plusDays(dice.between(15, 95));
        if (!isKnown(resolved)) {
            return;
        }
        boolean customerIsRight = dice.chance(480);
        journal.add(DisputeResolution.of(journal.nextId(FactKind.DISPUTE_RESOLUTION), dispute.id(), resolved)
                .withOutcome(customerIsRight ? "credited" : "rejected"));
        if (customerIsRight) {
            Money granted = contested.percent(BigDecimal.valueOf(dice.between(30, 100)), RoundingMode.HALF_UP);
            credit(granted.min(open), resolved, "litige " + dispute.id());
        }
        pay(resolved.plusDays(dice.between(3, 24)), open);
    }

    // ---- payment

    private void settle(LocalDate planned) {
        LocalDate day = buyer.paysInRuns() ? PaymentRuns.onOrAfter(planned) : planned;
        if (hasStoppedToPay(day)) {
            giveUp();
        } else if (!isKnown(day)) {
            return;
        } else if (buyer.paysInRuns()) {
            payAndApply(day, open, Allocation.EARLIEST_DUE_FIRST);
        } else if (dice.chance(RETURNED_PAYMENT)) {
            payWithReturn(day);
        } else if (dice.chance(MISAPPLIED)) {
            payMisapplied(day);
        } else if (dice.chance(PAID_IN_PARTS)) {
            pay(day, share(dice.between(30, 75)));
            pay(day.plusDays(dice.between(12, 60)), open);
        } else if (dice.chance(PAID_TOO_MUCH)) {
            payTooMuch(day);
        } else if (dice.chance(PAID_TOO_LITTLE)) {
            payTooLittle(day);
        } else {
            pay(day, open);
        }
        if (day.isAfter(dueDate().plusDays(30)) && isKnown(day) && dice.chance(LATE_FEE)) {
            charge(day, invoice.gross().percent(new BigDecimal("1.5"), RoundingMode.HALF_UP), "late fee");
        }
    }

    /** Pays part of what is open, if the day has come. */
    private void pay(LocalDate day, Money amount) {
        if (isKnown(day) && amount.isPositive() && !hasStoppedToPay(day)) {
            Payment payment = journal.pay(buyer, day, amount, invoice.id());
            journal.apply(payment, invoice.id(), Allocation.EARLIEST_DUE_FIRST, day, amount);
            open = open.minus(amount);
        }
    }

    private void payAndApply(LocalDate day, Money amount, int instalment) {
        if (buyer.paysInRuns()) {
            runs.include(buyer, day, invoice.id(), instalment, amount);
        } else {
            Payment payment = journal.pay(buyer, day, amount, invoice.id());
            journal.apply(payment, invoice.id(), instalment, day, amount);
        }
        open = open.minus(amount);
    }

    /** The bank returns the payment; the customer is charged for it and pays again. */
    private void payWithReturn(LocalDate day) {
        Payment payment = journal.pay(buyer, day, open, invoice.id());
        journal.apply(payment, invoice.id(), Allocation.EARLIEST_DUE_FIRST, day, open);
        LocalDate returned = day.plusDays(dice.between(2, 6));
        if (!isKnown(returned)) {
            open = open.minus(open);
            return;
        }
        journal.add(Reversal.ofPayment(journal.nextId(FactKind.REVERSAL), payment.id(), returned)
                .because(buyer.french() ? "sans provision" : "insufficient funds"));
        charge(returned, Money.ofMinor(4500, open.currency()), "returned payment");
        pay(returned.plusDays(dice.between(5, 30)), open);
    }

    /** Applied by mistake, taken back, applied again: the cash is unapplied for some days. */
    private void payMisapplied(LocalDate day) {
        Payment payment = journal.pay(buyer, day, open, invoice.id());
        Allocation wrong = journal.apply(payment, invoice.id(), Allocation.EARLIEST_DUE_FIRST, day, open);
        LocalDate undone = day.plusDays(dice.between(1, 4));
        LocalDate applied = undone.plusDays(dice.between(1, 9));
        if (isKnown(undone)) {
            journal.add(Reversal.ofAllocation(journal.nextId(FactKind.REVERSAL), wrong.id(), undone)
                    .because("wrong reference"));
            if (isKnown(applied)) {
                journal.apply(payment, invoice.id(), Allocation.EARLIEST_DUE_FIRST, applied, open);
            }
        }
        open = open.minus(open);
    }

    /** What is left over stays with us until the customer asks for it, if ever. */
    private void payTooMuch(LocalDate day) {
        Money excess = Money.ofMinor(100L * dice.between(2, 180), open.currency());
        Payment payment = journal.pay(buyer, day, open.plus(excess), invoice.id());
        journal.apply(payment, invoice.id(), Allocation.EARLIEST_DUE_FIRST, day, open);
        open = open.minus(open);
        LocalDate asked = day.plusDays(dice.between(20, 80));
        if (isKnown(asked) && dice.chance(550)) {
            journal.add(Refund.ofPayment(journal.nextId(FactKind.REFUND), payment.id(), asked, excess));
        }
    }

    /** Bank charges were taken off; the rest is not worth a reminder. */
    private void payTooLittle(LocalDate day) {
        Money missing = Money.ofMinor(dice.between(150, 1_900), open.currency()).min(open);
        pay(day, open.minus(missing));
        writeOff(day.plusDays(dice.between(10, 30)), missing, "small difference");
    }

    private void charge(LocalDate day, Money amount, String why) {
        DebitNote note = DebitNote.of(journal.nextId(FactKind.DEBIT_NOTE), buyer.id(), day, amount)
                .dueOn(day.plusDays(30))
                .withReference(why + " " + invoice.id());
        journal.add(note);
        LocalDate paid = day.plusDays(dice.between(15, 70));
        if (isKnown(paid) && dice.chance(700)) {
            Payment payment = journal.pay(buyer, paid, amount, note.id());
            journal.apply(payment, note.id(), Allocation.EARLIEST_DUE_FIRST, paid, amount);
        }
    }

    private void giveUp() {
        writeOff(dueDate().plusDays(WRITTEN_OFF_AFTER_DAYS + dice.below(40)), open, "insolvent");
    }

    private void writeOff(LocalDate day, Money amount, String why) {
        if (isKnown(day) && amount.isPositive()) {
            journal.add(WriteOff.of(journal.nextId(FactKind.WRITE_OFF), invoice.id(), day, amount)
                    .because(why));
            open = open.minus(amount);
        }
    }
}
