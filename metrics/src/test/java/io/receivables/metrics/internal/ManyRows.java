package io.receivables.metrics.internal;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * So many rows that a ledger of them has several parts and periods: of every kind, taxed, contested, settled early and late,
 * in pieces and beyond their size. Any of the rows make a ledger of their own.
 */
public final class ManyRows {
    public static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    public static final int CUSTOMERS = 400;

    private static final List<Currency> CURRENCIES =
            Stream.of("CAD", "EUR", "JPY").map(Money::currency).toList();

    private static final List<SettlementKind> KINDS = List.of(SettlementKind.values());

    private final List<Row> rows = new ArrayList<>();

    private record Row(
            int customer,
            int currency,
            byte kind,
            int issued,
            int due,
            int origin,
            long amount,
            long tax,
            List<Settled> settled,
            int contestedFrom,
            long contested) {}

    private record Settled(int day, long amount, byte kind) {}

    public ManyRows(int count) {
        Random random = new Random(11);
        for (int row = 0; row < count; row++) {
            rows.add(row(random));
        }
    }

    private static Row row(Random random) {
        int customer = random.nextInt(2) == 0 ? random.nextInt(CUSTOMERS / 20) : random.nextInt(CUSTOMERS);
        int issued = (int) FIRST.toEpochDay() + random.nextInt(800);
        byte kind = (byte) (random.nextInt(6) == 0 ? random.nextInt(4) : 0);
        long amount = 1L + random.nextInt(100_000);
        return new Row(
                customer,
                random.nextInt(4) == 0 ? random.nextInt(3) : customer % 3,
                kind,
                issued,
                issued + random.nextInt(60),
                kind == ItemKind.CREDIT_NOTE.code() ? issued - random.nextInt(40) : issued,
                amount,
                random.nextInt(3) == 0 || kind == ItemKind.PAYMENT.code() ? 0 : amount / 6,
                settlements(random, issued, amount),
                issued + random.nextInt(50),
                random.nextInt(20) == 0 ? 1 + amount / 2 : 0);
    }

    /** Mostly in full; else in pieces, of which one may be undone, or by more than its size. */
    private static List<Settled> settlements(Random random, int issued, long amount) {
        int day = issued - 3 + random.nextInt(70);
        return switch (random.nextInt(12)) {
            case 0 -> List.of();
            case 1 -> List.of(settled(random, day, amount / 2 + 1), settled(random, day + 20, amount / 3 + 1));
            case 2 ->
                List.of(
                        settled(random, day, amount),
                        settled(random, day + 9, -amount),
                        settled(random, day + 30, amount));
            case 3 -> List.of(settled(random, day, amount + 500));
            default -> List.of(settled(random, day, amount));
        };
    }

    private static Settled settled(Random random, int day, long amount) {
        SettlementKind kind = random.nextInt(4) > 0 ? SettlementKind.CASH : KINDS.get(random.nextInt(KINDS.size()));
        return new Settled(day, amount, kind.code());
    }

    public Ledger ledger() {
        return shard(0, 1);
    }

    /** Every so many-th row; currencies and customers are in another order in every other shard. */
    public Ledger shard(int shard, int shards) {
        List<Row> mine = IntStream.range(0, rows.size())
                .filter(row -> row % shards == shard)
                .mapToObj(rows::get)
                .toList();
        boolean reversed = shard % 2 == 1;
        List<Currency> currencies = new ArrayList<>(CURRENCIES);
        List<Customer> customers = new ArrayList<>(IntStream.range(0, CUSTOMERS)
                .mapToObj(c -> Customer.of("C" + c))
                .toList());
        if (reversed) {
            Collections.reverse(currencies);
            Collections.reverse(customers);
        }
        List<Settled> settled =
                mine.stream().flatMap(row -> row.settled.stream()).toList();
        int[] starts = new int[mine.size() + 1];
        for (int i = 0; i < mine.size(); i++) {
            starts[i + 1] = starts[i] + mine.get(i).settled.size();
        }
        LedgerColumns.Builder columns = LedgerColumns.of(mine.size())
                .currencies(currencies, ints(mine, row -> reversed ? 2 - row.currency : row.currency))
                .customers(customers, ints(mine, row -> reversed ? CUSTOMERS - 1 - row.customer : row.customer))
                .kinds(bytes(ints(mine, Row::kind)))
                .issueDays(ints(mine, Row::issued))
                .dueDays(ints(mine, Row::due))
                .originDays(ints(mine, Row::origin))
                .minorUnits(mine.stream().mapToLong(Row::amount).toArray())
                .taxes(mine.stream().mapToLong(Row::tax).toArray())
                .settlements(
                        starts,
                        ints(settled, Settled::day),
                        settled.stream().mapToLong(Settled::amount).toArray())
                .settlementKinds(bytes(ints(settled, Settled::kind)));
        for (int i = 0; i < mine.size(); i++) {
            Row row = mine.get(i);
            if (row.contested > 0) {
                columns.dispute(i, row.contestedFrom, row.contestedFrom + 60, row.contested);
            }
        }
        return Ledger.ofColumns(columns.build());
    }

    private static <T> int[] ints(List<T> of, ToIntFunction<T> value) {
        return of.stream().mapToInt(value).toArray();
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
