package io.receivables.metrics.collection;

import static io.receivables.metrics.Measure.PRECISION;

import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.CreditPosition;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.collection.ReminderSent;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.Measures;
import io.receivables.metrics.collection.CollectionMethod.LimitUse;
import io.receivables.metrics.collection.CollectionMethod.PromisesKept;
import io.receivables.metrics.collection.CollectionMethod.Reminders;
import io.receivables.metrics.internal.LedgerFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/** The measures of a collection as of any date, by currency. */
public final class CollectionMeasures {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private CollectionMeasures() {}

    /** A measure as of a date. */
    public static Measures of(CollectionLog log, LocalDate asOf, CollectionMethod method) {
        return figures(log, asOf).each(at -> measure(log, at, method));
    }

    /**
     * A measure at every month-end from one date to another.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public static MeasureSeries atMonthEnds(CollectionLog log, LocalDate from, LocalDate to, CollectionMethod method) {
        return figures(log, to).atMonthEnds(from, at -> measure(log, at, method));
    }

    private static LedgerFigures figures(CollectionLog log, LocalDate asOf) {
        return LedgerFigures.of(log.ledger().columns(), MeasureBasis.standard(), asOf);
    }

    private static IntFunction<Measure> measure(CollectionLog log, LedgerFigures at, CollectionMethod method) {
        IntFunction<Measure> measure;
        if (method instanceof PromisesKept kept) {
            measure = promisesKept(log, at, kept);
        } else if (method instanceof LimitUse) {
            measure = limitUse(log, at);
        } else if (method instanceof Reminders reminders) {
            measure = reminders(log, at, reminders);
        } else {
            throw new IllegalArgumentException("unknown method " + method);
        }
        return c -> measure.apply(c).named(method.name(), method.convention());
    }

    // ---- promises

    private static IntFunction<Measure> promisesKept(CollectionLog log, LedgerFigures at, PromisesKept method) {
        LocalDate first = method.window().firstDay(at.asOf());
        CollectionOptions options = CollectionOptions.standard(at.asOf()).withGraceDays(method.graceDays());
        List<PromiseState> over = log.promises(options).stream()
                .filter(state ->
                        !state.deadline().isBefore(first) && state.deadline().isBefore(at.asOf()))
                .filter(state -> state.status() != PromiseState.Status.CANCELLED)
                .toList();
        return c -> at.undefined(Measure.of(method.kind()), c, method.window()).orElseGet(() -> {
            List<PromiseState> promises = over.stream()
                    .filter(state -> currency(state.missing()).equals(currency(at, c)))
                    .toList();
            return method.kind() == MeasureKind.PROMISES_KEPT ? byCount(promises) : byAmount(promises);
        });
    }

    private static Measure byCount(List<PromiseState> promises) {
        long kept = count(promises, PromiseState.Status.KEPT);
        Measure.Builder ratio = Measure.of(MeasureKind.PROMISES_KEPT)
                .input("kept", kept)
                .input("partlyKept", count(promises, PromiseState.Status.PARTLY_KEPT))
                .input("broken", count(promises, PromiseState.Status.BROKEN))
                .input("promises", promises.size());
        return percent(ratio, BigDecimal.valueOf(kept), BigDecimal.valueOf(promises.size()), "promises");
    }

    private static long count(List<PromiseState> promises, PromiseState.Status status) {
        return promises.stream().filter(state -> state.status() == status).count();
    }

    private static Measure byAmount(List<PromiseState> promises) {
        BigDecimal received = sum(promises.stream().map(PromiseState::received).toList());
        BigDecimal promised =
                sum(promises.stream().map(state -> state.promise().amount()).toList());
        Measure.Builder ratio = Measure.of(MeasureKind.PROMISES_KEPT_BY_AMOUNT)
                .input("received", received)
                .input("promised", promised);
        return percent(ratio, received, promised, "promised");
    }

    // ---- limits

    private static IntFunction<Measure> limitUse(CollectionLog log, LedgerFigures at) {
        List<CreditPosition> all = log.creditPositions(at.asOf());
        return c -> {
            List<CreditPosition> positions = all.stream()
                    .filter(position -> currency(position.limit()).equals(currency(at, c)))
                    .toList();
            BigDecimal exposure = sum(positions.stream()
                    .map(CreditPosition::exposure)
                    .filter(Money::isPositive)
                    .toList());
            BigDecimal limit = sum(positions.stream().map(CreditPosition::limit).toList());
            Measure.Builder use = Measure.of(MeasureKind.CREDIT_LIMIT_USE)
                    .input("exposure", exposure)
                    .input("limit", limit)
                    .input("customers", positions.size())
                    .input(
                            "breached",
                            positions.stream()
                                    .filter(CreditPosition::isBreached)
                                    .count());
            return percent(use, exposure, limit, "limit");
        };
    }

    // ---- reminders

    private static IntFunction<Measure> reminders(CollectionLog log, LedgerFigures at, Reminders method) {
        LocalDate first = method.window().firstDay(at.asOf());
        List<ReminderSent> sent = log.reminders(at.asOf()).stream()
                .filter(reminder ->
                        reminder.level() == method.level() && !reminder.date().isBefore(first))
                .toList();
        return c -> at.undefined(Measure.of(method.kind()), c, method.window())
                .orElseGet(() -> Measure.of(method.kind())
                        .input("level", method.level())
                        .value(BigDecimal.valueOf(sent.stream()
                                .filter(reminder -> isAbout(log, reminder, c))
                                .count())));
    }

    /** Whether any of what a reminder asks for is in a currency. */
    private static boolean isAbout(CollectionLog log, ReminderSent reminder, int currency) {
        return reminder.items().stream()
                .map(item -> log.ledger().rowsOf(item.documentId())[0])
                .anyMatch(row -> log.ledger().columns().currency(row) == currency);
    }

    // ---- sums

    private static String currency(Money money) {
        return money.currency().getCurrencyCode();
    }

    private static String currency(LedgerFigures at, int c) {
        return at.columns().currencies().get(c).getCurrencyCode();
    }

    private static BigDecimal sum(List<Money> amounts) {
        return amounts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Measure percent(Measure.Builder measure, BigDecimal part, BigDecimal whole, String wholeName) {
        return whole.signum() == 0
                ? measure.undefined(MeasureReason.ZERO_DENOMINATOR, "input", wholeName)
                : measure.value(part.multiply(HUNDRED).divide(whole, PRECISION));
    }
}
