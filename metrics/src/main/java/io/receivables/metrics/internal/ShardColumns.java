package io.receivables.metrics.internal;

import io.receivables.core.Fact;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.totals.DailyTotals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All rows of some ledgers; a part of one of them is a task. */
final class ShardColumns extends Columns {
    private static final Ledger EMPTY = Ledger.of(List.of());

    private final List<Ledger> ledgers;
    private final List<Part> parts = new ArrayList<>();

    private record Part(Shard shard, int part) {}

    ShardColumns(List<Ledger> ledgers, Workers workers) {
        super(Shard.currencies(ledgers), workers);
        this.ledgers = ledgers;
        for (Shard shard : Shard.of(ledgers)) {
            for (int part = 0; part < shard.accounts().parts(); part++) {
                parts.add(new Part(shard, part));
            }
        }
    }

    @Override
    public List<Fact> facts() {
        return ledgers.size() == 1
                ? ledgers.get(0).facts()
                : ledgers.stream().flatMap(ledger -> ledger.facts().stream()).toList();
    }

    @Override
    DailyTotals addUp(MeasureBasis basis, LocalDate upTo) {
        return ledgers.stream()
                .map(ledger -> DailyTotals.of(ledger, basis, upTo, workers()))
                .reduce(DailyTotals::plus)
                .orElseGet(() -> DailyTotals.of(EMPTY, basis, upTo, workers()));
    }

    @Override
    int tasks() {
        return parts.size();
    }

    @Override
    void eachRun(int task, int day, Consumer<Run> consumer) {
        Part of = parts.get(task);
        of.shard.eachRunOfPart(of.part, day, consumer);
    }
}
