package io.receivables.core.ledger;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Loaded;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Collects customers and facts, in any order, and checks how they fit together when the ledger is made. The order in
 * which facts are given does not matter, but for one case: of two facts with one id the first is kept.
 *
 * <p>Facts take effect in the order of their dates; on one day reversals come first, then allocations, refunds,
 * write-offs and disputes. Of several allocations on one day the one that became known first comes first, then the one
 * of the smaller payment or credit note id; those of one payment that were given as facts come before those for the
 * documents that it names. A customer that a fact names without having been given is taken as {@link Customer#of(String)}.
 */
public final class LedgerBuilder {
    /** A fact; for a payment also the documents that it is to settle, as far as it reaches. */
    record Given(Fact fact, List<String> documentIds) {}

    private final Map<String, Customer> customers = new LinkedHashMap<>();
    private final List<Given> given = new ArrayList<>();

    LedgerBuilder() {}

    /** A customer; given twice, the later one counts. */
    public LedgerBuilder customer(Customer customer) {
        customers.put(customer.id(), customer);
        return this;
    }

    public LedgerBuilder customers(Iterable<Customer> customers) {
        customers.forEach(this::customer);
        return this;
    }

    public LedgerBuilder invoice(Invoice invoice) {
        return fact(invoice);
    }

    public LedgerBuilder debitNote(DebitNote debitNote) {
        return fact(debitNote);
    }

    public LedgerBuilder creditNote(CreditNote creditNote) {
        return fact(creditNote);
    }

    /**
     * A payment, and the documents that it settles in the order given, each as far as it is open and the payment reaches.
     * What exceeds them is unapplied cash, with a warning, and so is what was sent for a document that does not exist, is
     * a credit note or is in another currency. Without documents all of it is unapplied cash until {@link
     * io.receivables.core.Allocation}s are given.
     *
     * <p>The allocations that this makes are among the {@link Ledger#facts()}. Their ids are the payment's and the
     * document's, joined by a slash; where that is taken or longer than 200 characters, a derivative of it that is the
     * same every time.
     */
    public LedgerBuilder payment(Payment payment, String... documentIds) {
        given.add(new Given(Objects.requireNonNull(payment, "payment"), List.of(documentIds)));
        return this;
    }

    /** Any fact. */
    public LedgerBuilder fact(Fact fact) {
        given.add(new Given(Objects.requireNonNull(fact, "fact"), List.of()));
        return this;
    }

    public LedgerBuilder facts(Iterable<? extends Fact> facts) {
        facts.forEach(this::fact);
        return this;
    }

    /**
     * The ledger of all facts that fit, with a problem for every one that does not and for whatever deserves a look.
     * Nothing is dropped without a problem.
     */
    public Loaded<Ledger> load() {
        LedgerCompiler compiler = new LedgerCompiler(customers, given);
        Ledger ledger = compiler.compile();
        return new Loaded<>(ledger, compiler.problems());
    }

    /**
     * The ledger.
     *
     * @throws InvalidLedgerException if any fact does not fit; it names them all
     */
    public Ledger build() {
        Loaded<Ledger> loaded = load();
        List<Problem> errors = loaded.errors();
        if (!errors.isEmpty()) {
            throw new InvalidLedgerException(errors);
        }
        return loaded.value();
    }
}
