package io.receivables.dashboard;

import io.receivables.core.ledger.Ledger;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.Measures;
import io.receivables.metrics.dso.Dso;
import io.receivables.metrics.dso.DsoMethod;
import io.receivables.metrics.efficiency.Efficiency;
import io.receivables.metrics.efficiency.EfficiencyMethod;
import java.time.LocalDate;
import java.util.function.BiFunction;

/** The measures on the page; {@link #key()} is what a reader of the page's HTML finds them by. */
enum Indicator {
    SIMPLE_90("dso.simple90", DsoMethod.simple(90)),
    SIMPLE_365("dso.simple365", DsoMethod.simple(365)),
    COUNT_BACK_MONTHLY("dso.countBackMonthly", DsoMethod.countBackMonthly()),
    COUNT_BACK_DAILY("dso.countBackDaily", DsoMethod.countBackDaily()),
    BEST_POSSIBLE_90("dso.bestPossible90", DsoMethod.bestPossible(90)),
    AVERAGE_DAYS_DELINQUENT_90("dso.averageDaysDelinquent90", DsoMethod.averageDaysDelinquent(90)),
    /** Only what is past due, so that best possible, dispute and pure lateness add up to the simple DSO. */
    DISPUTE_90("dso.dispute90", DsoMethod.disputeDso(90).ofPastDueDisputes()),
    PURE_LATENESS_90("dso.pureLateness90", DsoMethod.pureLatenessDso(90).ofPastDueDisputes()),
    CEI("cei", EfficiencyMethod.cei()),
    AVERAGE_DAYS_LATE("averageDaysLate", EfficiencyMethod.averageDaysLate()),
    OVERDUE_RATIO("overdueRatio", EfficiencyMethod.overdueRatio()),
    DISPUTE_RATIO("disputeRatio", EfficiencyMethod.disputeRatio()),
    TOP_1("concentration.top1", EfficiencyMethod.topDebtorsShare(1)),
    TOP_5("concentration.top5", EfficiencyMethod.topDebtorsShare(5)),
    TOP_10("concentration.top10", EfficiencyMethod.topDebtorsShare(10)),
    TOP_20("concentration.top20", EfficiencyMethod.topDebtorsShare(20)),
    HERFINDAHL("concentration.herfindahl", EfficiencyMethod.herfindahl());

    private final String key;
    private final MeasureKind kind;
    private final String convention;

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final BiFunction<Ledger, LocalDate, Measures> engine;

    Indicator(String key, DsoMethod method) {
        this(key, method.kind(), method.convention(), (ledger, asOf) -> Dso.of(ledger, asOf, method));
    }

    Indicator(String key, EfficiencyMethod method) {
        this(key, method.kind(), method.convention(), (ledger, asOf) -> Efficiency.of(ledger, asOf, method));
    }

    Indicator(String key, MeasureKind kind, String convention, BiFunction<Ledger, LocalDate, Measures> engine) {
        this.key = key;
        this.kind = kind;
        this.convention = convention;
        this.engine = engine;
    }

    String key() {
        return key;
    }

    MeasureKind kind() {
        return kind;
    }

    /** The canonical name with every convention that the value depends on. */
    String convention() {
        return convention;
    }

    Measures of(Ledger ledger, LocalDate asOf) {
        return engine.apply(ledger, asOf);
    }
}
