package io.receivables.core.collection;

import io.receivables.core.Money;
import io.receivables.core.ledger.LedgerColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What customers with a limit owe. */
final class CreditBook {
    private record Account(String customerId, String currency) {}

    private static final Comparator<Account> BY_CUSTOMER =
            Comparator.comparing(Account::customerId).thenComparing(Account::currency);

    private static final Comparator<CreditLimit> LATEST_LAST = Comparator.comparing(CreditLimit::date)
            .thenComparing((CreditLimit limit) -> limit.recordedOn())
            .thenComparing(CreditLimit::id);

    private CreditBook() {}

    static List<CreditPosition> positions(CollectionLog log, LocalDate asOf) {
        Map<Account, CreditLimit> limits = new TreeMap<>(BY_CUSTOMER);
        log.by(asOf, CreditLimit.class).stream()
                .sorted(LATEST_LAST)
                .forEach(limit -> limits.put(
                        new Account(
                                limit.customerId(), limit.amount().currency().getCurrencyCode()),
                        limit));
        Map<Account, Long> exposures = exposures(log.ledger().columns(), limits, Math.toIntExact(asOf.toEpochDay()));
        List<CreditPosition> positions = new ArrayList<>();
        limits.forEach((account, limit) -> positions.add(new CreditPosition(
                account.customerId,
                limit.amount(),
                Money.ofMinor(
                        exposures.getOrDefault(account, 0L), limit.amount().currency()))));
        return positions;
    }

    private static Map<Account, Long> exposures(LedgerColumns columns, Map<Account, CreditLimit> limits, int day) {
        Map<Account, Long> exposures = new HashMap<>();
        for (int row = 0; !limits.isEmpty() && row < columns.rows(); row++) {
            long open = columns.openAt(row, day);
            if (open != 0) {
                Account account = new Account(
                        columns.customers().get(columns.customer(row)).id(),
                        columns.currencies().get(columns.currency(row)).getCurrencyCode());
                if (limits.containsKey(account)) {
                    exposures.merge(account, columns.isDebit(row) ? open : -open, Math::addExact);
                }
            }
        }
        return exposures;
    }
}
