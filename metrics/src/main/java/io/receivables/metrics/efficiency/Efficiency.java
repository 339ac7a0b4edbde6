package io.receivables.metrics.efficiency;

import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.CustomerMeasures;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.Measures;
import io.receivables.metrics.Window;
import io.receivables.metrics.dso.DsoFormulas;
import io.receivables.metrics.efficiency.EfficiencyMethod.CashFreed;
import io.receivables.metrics.efficiency.EfficiencyMethod.Cei;
import io.receivables.metrics.efficiency.EfficiencyMethod.Concentration;
import io.receivables.metrics.efficiency.EfficiencyMethod.DaysBeyondTerms;
import io.receivables.metrics.efficiency.EfficiencyMethod.InvoicingLag;
import io.receivables.metrics.efficiency.EfficiencyMethod.OpenRatio;
import io.receivables.metrics.efficiency.EfficiencyMethod.OverWindow;
import io.receivables.metrics.efficiency.EfficiencyMethod.Turnover;
import io.receivables.metrics.internal.Columns;
import io.receivables.metrics.internal.LedgerFigures;
import io.receivables.metrics.internal.OpenAmounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The efficiency of collections of a ledger as of any date, by currency.
 *
 * <pre>{@code
 * Measure cei = Efficiency.of(ledger, monthEnd, EfficiencyMethod.cei()).in("CAD");
 * Measure late = Efficiency.of(ledger, asOf, EfficiencyMethod.averageDaysLate()).in("CAD");
 * MeasureSeries trend = Efficiency.atMonthEnds(ledger, from, to, EfficiencyMethod.overdueRatio());
 * }</pre>
 *
 * <p>Receivables before and after a period are the open debit items less open credits; what is overdue, current or
 * disputed speaks of open debit items.
 */
public final class Efficiency {
    private static final Window YEAR = Window.days(365);
    private static final int YOUNG_DAYS = 60;

    private Efficiency() {}

    /** A measure as of a date. */
    public static Measures of(Ledger ledger, LocalDate asOf, EfficiencyMethod method) {
        return of(ledger, asOf, method, Workers.caller());
    }

    /** {@link #of(Ledger, LocalDate, EfficiencyMethod)}, added up by several threads. */
    public static Measures of(Ledger ledger, LocalDate asOf, EfficiencyMethod method, Workers workers) {
        return of(List.of(ledger), asOf, method, workers);
    }

    /**
     * A measure of several ledgers as of a date: that of one ledger with all their rows. Currencies are united by their codes
     * and customers by their ids, in whichever of the shards their rows are. A ledger made from facts needs a document together
     * with all that settles, contests or corrects it.
     */
    public static Measures of(List<Ledger> shards, LocalDate asOf, EfficiencyMethod method, Workers workers) {
        return LedgerFigures.of(Columns.of(shards, workers), method.basis(), asOf)
                .each(at -> measure(at, method));
    }

    /** {@link #perCustomer(Ledger, LocalDate, EfficiencyMethod, Workers)} by the calling thread. */
    public static CustomerMeasures perCustomer(Ledger ledger, LocalDate asOf, EfficiencyMethod method) {
        return perCustomer(ledger, asOf, method, Workers.caller());
    }

    /**
     * A measure of each customer as of a date: that of a ledger with nothing but the customer's rows. A customer is the task
     * of one thread.
     *
     * @throws IllegalArgumentException if the method tells how what is owed is spread over customers: of one customer alone
     *     it would say nothing
     */
    public static CustomerMeasures perCustomer(
            Ledger ledger, LocalDate asOf, EfficiencyMethod method, Workers workers) {
        return perCustomer(List.of(ledger), asOf, method, workers);
    }

    /**
     * {@link #perCustomer(Ledger, LocalDate, EfficiencyMethod, Workers)} of several ledgers: customers are united by their
     * ids, in whichever of the shards their rows are.
     */
    public static CustomerMeasures perCustomer(
            List<Ledger> shards, LocalDate asOf, EfficiencyMethod method, Workers workers) {
        if (method instanceof Concentration) {
            throw new IllegalArgumentException(
                    "\"" + method.name() + "\" tells how what is owed is spread over customers,"
                            + " and one customer alone always owes all of it: use Efficiency.of");
        }
        return LedgerFigures.perCustomer(shards, method.basis(), asOf, workers, at -> measure(at, method));
    }

    /**
     * A measure at every month-end from one date to another.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public static MeasureSeries atMonthEnds(Ledger ledger, LocalDate from, LocalDate to, EfficiencyMethod method) {
        return atMonthEnds(ledger, from, to, method, Workers.caller());
    }

    /** {@link #atMonthEnds(Ledger, LocalDate, LocalDate, EfficiencyMethod)}, added up by several threads. */
    public static MeasureSeries atMonthEnds(
            Ledger ledger, LocalDate from, LocalDate to, EfficiencyMethod method, Workers workers) {
        return atMonthEnds(List.of(ledger), from, to, method, workers);
    }

    /**
     * A measure of several ledgers, as {@link #of(List, LocalDate, EfficiencyMethod, Workers)} unites them, at every
     * month-end from one date to another.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public static MeasureSeries atMonthEnds(
            List<Ledger> shards, LocalDate from, LocalDate to, EfficiencyMethod method, Workers workers) {
        return LedgerFigures.of(Columns.of(shards, workers), method.basis(), to)
                .atMonthEnds(from, at -> measure(at, method));
    }

    private static IntFunction<Measure> measure(LedgerFigures at, EfficiencyMethod method) {
        IntFunction<Measure> measure;
        if (method instanceof Cei cei) {
            measure = cei(at, cei);
        } else if (method instanceof Turnover turnover) {
            measure = c -> turnover(at, c, turnover);
        } else if (method instanceof OpenRatio ratio) {
            measure = openRatio(at, ratio);
        } else if (method instanceof Concentration concentration) {
            measure = concentration(at, concentration);
        } else if (method instanceof OverWindow overWindow) {
            measure = within(at, method, overWindow.window(), overWindow(at, overWindow));
        } else if (method instanceof DaysBeyondTerms terms) {
            measure = within(at, method, terms.window(), daysBeyondTerms(at, terms));
        } else if (method instanceof InvoicingLag lag) {
            measure = within(at, method, lag.window(), invoicingLag(at, lag));
        } else if (method instanceof CashFreed freed) {
            measure = c -> cashFreed(at, c, freed);
        } else {
            throw new IllegalArgumentException("unknown method " + method);
        }
        return c -> measure.apply(c).named(method.name(), method.convention());
    }

    private static IntFunction<Measure> within(
            LedgerFigures at, EfficiencyMethod method, Window window, IntFunction<Measure> measure) {
        return c -> at.undefined(Measure.of(method.kind()), c, window).orElseGet(() -> measure.apply(c));
    }

    private static IntFunction<Measure> cei(LedgerFigures at, Cei method) {
        LocalDate first = method.window().firstDay(at.asOf());
        LedgerFigures opening = at.asOf(first.minusDays(1));
        List<OpenAmounts> open = method.current() == Cei.Current.NOT_PAST_DUE
                ? at.open(Accounts::dueDay, at.day())
                : at.open(Accounts::issueDay, at.day() - YOUNG_DAYS);
        return within(
                at,
                method,
                method.window(),
                c -> EfficiencyFormulas.cei(
                        opening.receivables(c),
                        at.sales(c, first),
                        method.periods(),
                        at.receivables(c),
                        at.major(c, open.get(c).current())));
    }

    private static Measure turnover(LedgerFigures at, int c, Turnover method) {
        return at.undefinedOrShort(Measure.of(method.kind()), c, method.window())
                .orElseGet(() -> {
                    LocalDate first = method.window().firstDay(at.asOf());
                    LedgerFigures opening = at.asOf(first.minusDays(1));
                    return EfficiencyFormulas.turnover(at.sales(c, first), opening.receivables(c), at.receivables(c));
                });
    }

    private static IntFunction<Measure> openRatio(LedgerFigures at, OpenRatio method) {
        List<OpenAmounts> open = at.open(Accounts::dueDay, at.day() - method.beyondDays());
        return c -> {
            BigDecimal total = at.major(c, open.get(c).debits());
            return method.kind() == MeasureKind.DISPUTE_RATIO
                    ? EfficiencyFormulas.disputeRatio(at.major(c, open.get(c).disputed()), total)
                    : EfficiencyFormulas.overdueRatio(
                            total.subtract(at.major(c, open.get(c).current())), total);
        };
    }

    private static IntFunction<Measure> concentration(LedgerFigures at, Concentration method) {
        List<List<BigDecimal>> owed = at.openOfCustomers();
        return method.kind() == MeasureKind.TOP_DEBTORS_SHARE
                ? c -> EfficiencyFormulas.topDebtorsShare(owed.get(c), method.debtors())
                : c -> EfficiencyFormulas.herfindahl(owed.get(c));
    }

    private static IntFunction<Measure> overWindow(LedgerFigures at, OverWindow method) {
        LocalDate first = method.window().firstDay(at.asOf());
        PaymentScan scan = new PaymentScan(at.columns(), first, at.asOf());
        return switch (method.kind()) {
            case RECOVERY_RATE -> {
                List<BigDecimal> collected = scan.collected();
                List<BigDecimal> due = scan.fallenDue();
                yield c -> EfficiencyFormulas.recoveryRate(at.major(c, collected.get(c)), at.major(c, due.get(c)));
            }
            case BAD_DEBT_RATIO -> {
                List<BigDecimal> writtenOff = scan.writtenOff();
                yield c -> EfficiencyFormulas.badDebtRatio(at.major(c, writtenOff.get(c)), at.sales(c, first));
            }
            case WEIGHTED_DAYS_TO_PAY -> {
                List<DaysHistogram> paid = scan.paid(Accounts::issueDay, true);
                yield c -> EfficiencyFormulas.weightedDaysToPay(paid.get(c).days(at, c));
            }
            case AVERAGE_DAYS_LATE -> {
                List<DaysHistogram> late = scan.settled();
                yield c -> average(method.kind(), late.get(c).days(), EarlyPayments.ZERO, "items");
            }
            default -> throw new IllegalStateException(method.kind().code());
        };
    }

    private static IntFunction<Measure> daysBeyondTerms(LedgerFigures at, DaysBeyondTerms method) {
        PaymentScan scan = new PaymentScan(at.columns(), method.window().firstDay(at.asOf()), at.asOf());
        List<DaysHistogram> paid = scan.paid(Accounts::dueDay, method.weighted());
        return method.weighted()
                ? c -> average(method.kind(), paid.get(c).days(at, c), method.early(), "amount")
                : c -> average(method.kind(), paid.get(c).days(), method.early(), "payments");
    }

    private static IntFunction<Measure> invoicingLag(LedgerFigures at, InvoicingLag method) {
        DeliveryLags lags = DeliveryLags.of(at.columns(), method.window().firstDay(at.asOf()), at.asOf());
        return c -> {
            String currency = at.columns().currencies().get(c).getCurrencyCode();
            List<WeightedDays> days = lags.days(currency);
            Measure lag = switch (method.kind()) {
                case DELIVERY_TO_INVOICE_LAG -> EfficiencyFormulas.deliveryToInvoiceLag(days);
                case WEIGHTED_DELIVERY_TO_INVOICE_LAG -> EfficiencyFormulas.weightedDeliveryToInvoiceLag(days);
                case MEDIAN_DELIVERY_TO_INVOICE_LAG -> EfficiencyFormulas.medianDeliveryToInvoiceLag(days);
                case LATE_INVOICING_RATIO -> EfficiencyFormulas.lateInvoicingRatio(days, method.beyondDays());
                default -> throw new IllegalStateException(method.kind().code());
            };
            return lag.with("withoutDeliveryDate", BigDecimal.valueOf(lags.withoutDeliveryDate(currency)));
        };
    }

    private static Measure average(MeasureKind kind, List<WeightedDays> days, EarlyPayments early, String weightName) {
        return EfficiencyFormulas.average(kind, EfficiencyFormulas.counted(days, early), weightName);
    }

    private static Measure cashFreed(LedgerFigures at, int c, CashFreed method) {
        return at.undefinedOrShort(Measure.of(method.kind()), c, YEAR)
                .orElseGet(() -> DsoFormulas.cashFreed(
                        at.sales(c, YEAR.firstDay(at.asOf())),
                        method.before(),
                        method.after(),
                        BigDecimal.valueOf(YEAR.length())));
    }
}
