package io.receivables.benchmarks;

import io.receivables.core.terms.BusinessCalendar;
import io.receivables.core.terms.PaymentTerms;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Due dates of invoices: payment terms as values, against the same rule written by hand with {@code java.time}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class DueDateBenchmark {
    private static final int DATES = 1_000;

    /** What was agreed on. */
    public enum Agreed {
        NET_30("net 30", issued -> issued.plusDays(30)),
        END_OF_MONTH(
                "45 days, then end of month", issued -> issued.plusDays(45).with(TemporalAdjusters.lastDayOfMonth())),
        END_OF_MONTH_THE_10TH(
                "30 days, then end of month, then the 10th of the next month",
                issued -> issued.plusDays(30).plusMonths(1).withDayOfMonth(10)),
        NET_30_BUSINESS_DAY("30 days, then following business day", issued -> {
            LocalDate due = issued.plusDays(30);
            int day = due.getDayOfWeek().getValue();
            return day > 5 ? due.plusDays(8L - day) : due;
        });

        final PaymentTerms terms;

        @SuppressWarnings("ImmutableEnumChecker") // keeps nothing
        private final UnaryOperator<LocalDate> byHand;

        Agreed(String text, UnaryOperator<LocalDate> byHand) {
            this.terms = PaymentTerms.parse(text);
            this.byHand = byHand;
        }
    }

    @Param
    public Agreed agreed;

    private final LocalDate[] issued = issueDates();

    private static LocalDate[] issueDates() {
        LocalDate[] dates = new LocalDate[DATES];
        for (int i = 0; i < DATES; i++) {
            dates[i] = SyntheticLedger.FIRST_DAY.plusDays(i * 7_919L % 1_096);
        }
        return dates;
    }

    static DueDateBenchmark of(Agreed agreed) {
        DueDateBenchmark benchmark = new DueDateBenchmark();
        benchmark.agreed = agreed;
        return benchmark;
    }

    /** The sum of the due days, so that none of them is left out. */
    @Benchmark
    @OperationsPerInvocation(DATES)
    public long terms() {
        PaymentTerms terms = agreed.terms;
        BusinessCalendar calendar = BusinessCalendar.weekdays();
        long sum = 0;
        for (LocalDate date : issued) {
            sum += terms.dueDate(date, calendar).toEpochDay();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(DATES)
    public long byHand() {
        UnaryOperator<LocalDate> rule = agreed.byHand;
        long sum = 0;
        for (LocalDate date : issued) {
            sum += rule.apply(date).toEpochDay();
        }
        return sum;
    }
}
