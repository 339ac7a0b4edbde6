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
 * <p>Facts take effect in the order of their dates; on one day reversals come first, then allocations, refunds and
 * write-offs. A customer that a fact names without having been given is taken as {@link Customer#of(String)}.
 */
public final class LedgerBuilder {
    /** A payment and the documents it is to settle, as far as it reaches. */
    record Remitted(Payment payment, List<String> documentIds) {}

    private final Map<String, Customer> customers = new LinkedHashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Remitted> remitted = new ArrayList<>();

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
     * What exceeds them is unapplied cash, with a warning. Without documents all of it is unapplied cash until {@link
     * io.receivables.core.Allocation}s are given.
     */
    public LedgerBuilder payment(Payment payment, String... documentIds) {
        if (documentIds.length > 0) {
            remitted.add(new Remitted(payment, List.of(documentIds)));
        }
        return fact(payment);
    }

    /** Any fact. */
    public LedgerBuilder fact(Fact fact) {
        facts.add(Objects.requireNonNull(fact, "fact"));
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
        LedgerCompiler compiler = new LedgerCompiler(customers, facts, remitted);
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
