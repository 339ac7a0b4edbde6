package io.receivables.metrics.internal;

import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.totals.DailyTotals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one customer: all accounts of one id, be they in several currencies, in several ledgers, or of customers that
 * a ledger lists twice. What is added up is small, and the calling thread does it.
 */
final class CustomerColumns extends Columns {
    private final String customerId;
    private final Invoices invoices;
    private final List<Account> accounts = new ArrayList<>(1);

    private record Account(Shard shard, int account) {}

    private CustomerColumns(String customerId, List<Currency> currencies, Invoices invoices) {
        super(currencies, Workers.caller());
        this.customerId = customerId;
        this.invoices = invoices;
    }

    /** The rows of every customer who has any, by its id. */
    static SortedMap<String, CustomerColumns> of(List<Ledger> ledgers) {
        List<Currency> currencies = Shard.currencies(ledgers);
        Invoices invoices = new Invoices(ledgers);
        SortedMap<String, CustomerColumns> byId = new TreeMap<>();
        for (Shard shard : Shard.of(ledgers)) {
            Accounts of = shard.accounts();
            for (int account = 0; account < of.count(); account++) {
                String id = shard.ledger().customers().get(of.customer(account)).id();
                byId.computeIfAbsent(id, each -> new CustomerColumns(each, currencies, invoices))
                        .accounts
                        .add(new Account(shard, account));
            }
        }
        return byId;
    }

    @Override
    public List<? extends Fact> facts() {
        return invoices.of(customerId);
    }

    @Override
    DailyTotals addUp(MeasureBasis basis, LocalDate upTo) {
        return accounts.stream()
                .map(of -> DailyTotals.ofAccount(of.shard.ledger(), basis, upTo, of.account))
                .reduce(DailyTotals::plus)
                .orElseThrow();
    }

    @Override
    int tasks() {
        return accounts.size();
    }

    @Override
    void eachRun(int task, int day, Consumer<Run> consumer) {
        Account of = accounts.get(task);
        of.shard.eachRunOfAccount(of.account, day, consumer);
    }

    /** The invoices of ledgers by customer, found when first asked for: most measures never do. */
    private static final class Invoices {
        private final List<Ledger> ledgers;
        private @Nullable Map<String, List<Invoice>> byCustomer;

        Invoices(List<Ledger> ledgers) {
            this.ledgers = ledgers;
        }

        synchronized List<Invoice> of(String customerId) {
            Map<String, List<Invoice>> known = byCustomer;
            if (known == null) {
                known = ledgers.stream()
                        .flatMap(ledger -> ledger.facts().stream())
                        .filter(Invoice.class::isInstance)
                        .map(Invoice.class::cast)
                        .collect(Collectors.groupingBy(Invoice::customerId));
                byCustomer = known;
            }
            return known.getOrDefault(customerId, List.of());
        }
    }
}
