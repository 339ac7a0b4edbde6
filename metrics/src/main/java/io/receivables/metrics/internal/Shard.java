package io.receivables.metrics.internal;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.Ledger;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;

/** One of some ledgers whose currencies are numbered together. */
final class Shard {
    /** A day before any: at its end every place may be open. */
    static final int BEFORE_ALL = Integer.MIN_VALUE;

    private final Ledger ledger;
    private final Accounts accounts;
    private final int[] currencyOf;

    private Shard(Ledger ledger, List<Currency> united) {
        this.ledger = ledger;
        accounts = ledger.columns().accounts();
        currencyOf =
                ledger.columns().currencies().stream().mapToInt(united::indexOf).toArray();
    }

    static List<Shard> of(List<Ledger> ledgers) {
        List<Currency> united = currencies(ledgers);
        return ledgers.stream().map(ledger -> new Shard(ledger, united)).toList();
    }

    /** The currencies of all ledgers, each once. */
    static List<Currency> currencies(List<Ledger> ledgers) {
        return ledgers.stream()
                .flatMap(ledger -> ledger.columns().currencies().stream())
                .distinct()
                .toList();
    }

    Ledger ledger() {
        return ledger;
    }

    Accounts accounts() {
        return accounts;
    }

    /** Gives the runs of a part with places that may be open at the end of a day. */
    void eachRunOfPart(int part, int day, Consumer<Run> consumer) {
        for (int period = 0; period < accounts.periods() && accounts.settledBy(period) > day; period++) {
            int end = accounts.endRun(period, part);
            for (int run = accounts.firstRun(period, part); run < end; run++) {
                consumer.accept(run(run));
            }
        }
    }

    /** Gives the runs of an account with places that may be open at the end of a day. */
    void eachRunOfAccount(int account, int day, Consumer<Run> consumer) {
        for (int period = 0; period < accounts.periods() && accounts.settledBy(period) > day; period++) {
            int run = accounts.run(account, period);
            if (run >= 0) {
                consumer.accept(run(run));
            }
        }
    }

    private Run run(int run) {
        int account = accounts.account(run);
        int currency = currencyOf[accounts.currency(account)];
        return new Run(ledger.columns(), account, currency, accounts.start(run), accounts.end(run));
    }
}
