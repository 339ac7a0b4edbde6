package io.receivables.dunning.letters;

import io.receivables.core.Customer;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.OpenItem;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.LetterLanguage;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The facts that letters are made from: the ledger with promises and plans, what dunning did so far, and the policies.
 * Made once for all letters of a run, it finds the items of a customer without looking through the ledger again.
 */
public final class LetterFacts {
    private final CollectionLog log;
    private final Cases cases;
    private final Policies policies;
    private final Map<String, Integer> customers;
    private final int[] starts;
    private final int[] rows;

    private LetterFacts(CollectionLog log, Cases cases, Policies policies) {
        this.log = Objects.requireNonNull(log, "log");
        this.cases = Objects.requireNonNull(cases, "cases");
        this.policies = Objects.requireNonNull(policies, "policies");
        LedgerColumns columns = log.ledger().columns();
        this.customers = new HashMap<>();
        columns.customers().forEach(customer -> customers.put(customer.id(), customers.size()));
        this.starts = new int[columns.customers().size() + 1];
        this.rows = new int[columns.rows()];
        sortByCustomer(columns);
    }

    public static LetterFacts of(CollectionLog log, Cases cases, Policies policies) {
        return new LetterFacts(log, cases, policies);
    }

    private void sortByCustomer(LedgerColumns columns) {
        for (int row = 0; row < rows.length; row++) {
            starts[columns.customer(row) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        for (int row = 0; row < rows.length; row++) {
            rows[next[columns.customer(row)]++] = row;
        }
    }

    public CollectionLog log() {
        return log;
    }

    public Ledger ledger() {
        return log.ledger();
    }

    public Cases cases() {
        return cases;
    }

    /**
     * A customer.
     *
     * @throws IllegalArgumentException if the ledger has none of that id
     */
    Customer customer(String id) {
        return ledger().customer(id)
                .orElseThrow(() -> new IllegalArgumentException("customer " + id + " is not in the ledger"));
    }

    /** The policy of an id, or the customer's where none has it any more. */
    DunningPolicy policy(String policyId, String customerId) {
        return policies.all().stream()
                .filter(policy -> policy.id().equals(policyId))
                .findFirst()
                .orElseGet(() -> policies.choose(customer(customerId)).policy());
    }

    DunningPolicy policyOf(String customerId) {
        return policies.choose(customer(customerId)).policy();
    }

    /** The language that the customer states where there are letters in it, or else the policy's. */
    String language(String customerId, DunningPolicy policy) {
        return LetterLanguage.of(customer(customerId), policy.language());
    }

    /** What was open of a customer at the end of a day: debts by due date, and what is to their credit. */
    List<OpenItem> openItems(String customerId, LocalDate asOf) {
        LedgerColumns columns = ledger().columns();
        int day = Math.toIntExact(asOf.toEpochDay());
        return rowsOf(customerId)
                .filter(row -> columns.openAt(row, day) != 0)
                .mapToObj(row -> ledger().item(row, asOf))
                .sorted((a, b) -> a.dueDate().compareTo(b.dueDate()))
                .toList();
    }

    /** The debts of a customer that were issued by a day, paid or not. */
    List<OpenItem> debts(String customerId, LocalDate asOf) {
        LedgerColumns columns = ledger().columns();
        int day = Math.toIntExact(asOf.toEpochDay());
        return rowsOf(customerId)
                .filter(row -> columns.isDebit(row) && columns.issueDay(row) <= day)
                .mapToObj(row -> ledger().item(row, asOf))
                .toList();
    }

    private IntStream rowsOf(String customerId) {
        Integer customer = customers.get(customerId);
        return customer == null ? IntStream.empty() : Arrays.stream(rows, starts[customer], starts[customer + 1]);
    }

    /** The instalments that a document has. */
    int instalments(String documentId) {
        return ledger().rowsOf(documentId).length;
    }

    static boolean isDebitNote(OpenItem item) {
        return item.kind() == ItemKind.DEBIT_NOTE;
    }
}
