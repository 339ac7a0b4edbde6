package io.receivables.examples.sample;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Refund;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.List;

/**
 * The ledger that ships with the project: Équipement Boréal inc. / Boreal Gear Inc., which sells outdoor equipment from
 * Québec and Grenoble in Canadian dollars, euros and US dollars, from July 2024 to June 2026.
 *
 * <p>Some 120 customers, each with its own terms and habits, get some 2,000 invoices. They pay early, late, in parts, too
 * much, in advance or not at all; goods come back, invoices are contested, payments return, debts are written off. All of
 * it is drawn from a fixed seed and comes out the same on every machine.
 */
public final class SampleLedger {
    /** The last day of the sample, a month-end. */
    public static final LocalDate AS_OF = Company.LAST_DAY;

    private static final long SEED = 20240752;

    private SampleLedger() {}

    /** The customers and facts, with what deserves a look (advance payments); there are no errors. */
    public static Loaded<Ledger> load() {
        Dice dice = new Dice(SEED);
        Company company = new Company(dice);
        List<Buyer> buyers = company.buyers();
        return Ledger.builder()
                .customers(customers(buyers))
                .facts(facts(company, buyers, dice))
                .load();
    }

    private static List<Customer> customers(List<Buyer> buyers) {
        return buyers.stream().map(Buyer::customer).toList();
    }

    private static List<Fact> facts(Company company, List<Buyer> buyers, Dice dice) {
        Journal journal = new Journal();
        PaymentRuns runs = new PaymentRuns();
        company.sales(buyers).forEach(sale -> new InvoiceLife(journal, runs, dice, sale).play());
        runs.pay(journal);
        grantRebates(buyers, journal, dice);
        return journal.inOrder();
    }

    /** Yearly rebates: credit notes that name no invoice; some are paid out, the others wait for the next orders. */
    private static void grantRebates(List<Buyer> buyers, Journal journal, Dice dice) {
        List<Buyer> entitled = buyers.stream()
                .filter(buyer -> buyer.invoices() > 20 && dice.chance(450))
                .toList();
        for (Buyer buyer : entitled) {
            LocalDate granted = LocalDate.of(2025, 12, 31).plusDays(dice.below(160));
            Money amount = Money.ofMinor(100L * dice.between(120, 1_400), buyer.currency());
            CreditNote note = CreditNote.of(journal.nextId(FactKind.CREDIT_NOTE), buyer.id(), granted, amount)
                    .withReference(buyer.french() ? "ristourne annuelle" : "yearly rebate");
            journal.add(note);
            if (dice.chance(400)) {
                journal.add(Refund.ofCreditNote(
                        journal.nextId(FactKind.REFUND), note.id(), granted.plusDays(dice.between(5, 20)), amount));
            }
        }
    }
}
