package io.receivables.dunning.letters;

import io.receivables.core.Money;
import io.receivables.core.ledger.OpenItem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is open between the seller and a customer in one currency at the end of a day: {@link #open} less {@link #credit}
 * is {@link #net}.
 *
 * @param currency the currency
 * @param debts the open items, oldest due date first
 * @param credits unapplied payments and open credit notes
 */
public record AccountStatement(Currency currency, List<OpenItem> debts, List<OpenItem> credits) {
    public AccountStatement {
        debts = List.copyOf(debts);
        credits = List.copyOf(credits);
    }

    /** The statements of customers by currency code, of currencies in which anything is open. */
    public static Map<String, AccountStatement> of(LetterFacts facts, Collection<String> customerIds, LocalDate asOf) {
        Map<String, AccountStatement> statements = new TreeMap<>();
        List<OpenItem> open = customerIds.stream()
                .flatMap(customer -> facts.openItems(customer, asOf).stream())
                .toList();
        open.forEach(item -> statements.computeIfAbsent(
                item.open().currency().getCurrencyCode(),
                code -> of(
                        item.open().currency(),
                        open.stream()
                                .filter(each -> each.open()
                                        .currency()
                                        .equals(item.open().currency()))
                                .toList())));
        return statements;
    }

    private static AccountStatement of(Currency currency, List<OpenItem> open) {
        return new AccountStatement(
                currency,
                open.stream().filter(item -> item.kind().isDebit()).toList(),
                open.stream().filter(item -> !item.kind().isDebit()).toList());
    }

    /** What is open of all debts. */
    public Money open() {
        return sum(debts, OpenItem::open);
    }

    /** What of {@link #open} is contested. */
    public Money disputed() {
        return sum(debts, OpenItem::disputed);
    }

    /** What is to the customer's credit. */
    public Money credit() {
        return sum(credits, OpenItem::open);
    }

    /** What the customer owes in all; negative where credits exceed debts. */
    public Money net() {
        return open().minus(credit());
    }

    private Money sum(List<OpenItem> items, Function<OpenItem, Money> amount) {
        return items.stream().map(amount).reduce(Money.zero(currency), Money::plus);
    }
}
