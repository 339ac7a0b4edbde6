package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.dso.CountBackOptions;
import io.receivables.metrics.dso.CountBackOptions.NonPositiveSales;
import io.receivables.metrics.dso.DsoFormulas;
import io.receivables.metrics.dso.OpenDocument;
import io.receivables.metrics.dso.SalesPeriod;
import io.receivables.metrics.efficiency.EarlyPayments;
import io.receivables.metrics.efficiency.EfficiencyFormulas;
import io.receivables.metrics.efficiency.WeightedDays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/** The DSO family and the efficiency measures on given numbers; values are compared rounded half-up to 6 decimals. */
final class DsoKind implements ConformanceKind {
    private static final int DECIMALS = 6;

    @Override
    public String name() {
        return "dso";
    }

    @Override
    public BigDecimal defaultTolerance() {
        return new BigDecimal("0.005");
    }

    /** A status that is not stated is OK. */
    @Override
    public JsonNode expectation(ConformanceCase given) {
        ObjectNode expect = given.expect().deepCopy();
        if (!expect.has("status")) {
            expect.put("status", MeasureStatus.OK.code());
        }
        return expect;
    }

    @Override
    public JsonNode run(ConformanceCase given) {
        Measure measure = measure(given.input().text("method"), given.input());
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "value",
                        measure.value(DECIMALS, RoundingMode.HALF_UP)
                                .map(BigDecimal::toPlainString)
                                .orElse(null))
                .put("unit", measure.unit().code())
                .put("status", measure.status().code());
    }

    private static Measure measure(String method, Input in) {
        return switch (method) {
            case "SIMPLE" -> DsoFormulas.simple(in.decimal("receivables"), in.decimal("sales"), in.decimal("days"));
            case "AVERAGE_BALANCE" ->
                DsoFormulas.averageBalance(
                        in.decimal("openingReceivables"),
                        in.decimal("closingReceivables"),
                        in.decimal("sales"),
                        in.decimal("days"));
            case "COUNTBACK_MONTHLY" -> countBack(in);
            case "BEST_POSSIBLE" ->
                DsoFormulas.bestPossible(in.decimal("currentReceivables"), in.decimal("sales"), in.decimal("days"));
            case "AVERAGE_DAYS_DELINQUENT" ->
                in.has("dso")
                        ? DsoFormulas.averageDaysDelinquent(in.decimal("dso"), in.decimal("bestPossibleDso"))
                        : DsoFormulas.averageDaysDelinquent(
                                in.decimal("receivables"),
                                in.decimal("currentReceivables"),
                                in.decimal("sales"),
                                in.decimal("days"));
            case "DELINQUENT_DSO" ->
                DsoFormulas.delinquent(in.decimal("pastDueReceivables"), in.decimal("sales"), in.decimal("days"));
            case "TRUE_DSO" ->
                DsoFormulas.trueDso(
                        in.date("asOf"),
                        each(
                                in,
                                "invoices",
                                invoice -> new OpenDocument(
                                        invoice.date("issueDate"),
                                        invoice.decimal("amount"),
                                        invoice.decimal("salesOfMonth"))));
            case "RECEIVABLES_AT_DSO" ->
                DsoFormulas.receivablesAt(in.decimal("annualSales"), in.decimal("dso"), in.decimal("yearDays"));
            case "CASH_FREED" ->
                DsoFormulas.cashFreed(
                        in.decimal("annualSales"),
                        in.decimal("dsoBefore"),
                        in.decimal("dsoAfter"),
                        in.decimal("yearDays"));
            default -> efficiency(method, in);
        };
    }

    private static Measure efficiency(String method, Input in) {
        return switch (method) {
            case "CEI" ->
                EfficiencyFormulas.cei(
                        in.decimal("beginningReceivables"),
                        in.decimal("creditSales"),
                        in.has("periods") ? in.integer("periods") : 1,
                        in.decimal("endingReceivables"),
                        in.decimal("endingCurrentReceivables"));
            case "TURNOVER" ->
                in.has("averageReceivables")
                        ? EfficiencyFormulas.turnover(in.decimal("sales"), in.decimal("averageReceivables"))
                        : EfficiencyFormulas.turnover(
                                in.decimal("sales"),
                                in.decimal("openingReceivables"),
                                in.decimal("closingReceivables"));
            case "OVERDUE_RATIO" -> EfficiencyFormulas.overdueRatio(in.decimal("overdue"), in.decimal("total"));
            case "RECOVERY_RATE" -> EfficiencyFormulas.recoveryRate(in.decimal("collected"), in.decimal("due"));
            case "DAYS_TO_PAY" -> EfficiencyFormulas.daysToPay(each(in, "payments", DsoKind::daysToPay));
            case "WEIGHTED_DAYS_TO_PAY" ->
                EfficiencyFormulas.weightedDaysToPay(each(in, "payments", DsoKind::daysToPay));
            case "WEIGHTED_DAYS_BEYOND_TERMS" -> daysBeyondTerms(in);
            case "EXPONENTIAL_DAYS_TO_PAY" ->
                EfficiencyFormulas.exponentialDaysToPay(
                        in.decimal("weight"), in.decimal("newDays"), in.decimal("previousAverage"));
            case "ROLL_FORWARD" ->
                EfficiencyFormulas.rollForward(
                        in.decimal("opening"), in.decimal("creditSales"), in.decimal("receipts"));
            case "LOSS_EQUIVALENT_SALES" ->
                EfficiencyFormulas.lossEquivalentSales(in.decimal("loss"), in.decimal("marginPercent"));
            default -> throw new NotSupportedException(method);
        };
    }

    /** The vectors read a missing option as STOP; the library's own default is to count the days. */
    private static Measure countBack(Input in) {
        String option = in.has("onNonPositiveSales") ? in.text("onNonPositiveSales") : "STOP";
        NonPositiveSales choice = switch (option) {
            case "STOP" -> NonPositiveSales.STOP;
            case "COUNT_DAYS" -> NonPositiveSales.COUNT_DAYS;
            default -> throw new NotSupportedException("onNonPositiveSales " + option);
        };
        return DsoFormulas.countBack(
                in.decimal("receivables"),
                each(in, "months", month -> SalesPeriod.of(month.decimal("sales"), month.integer("days"))),
                CountBackOptions.standard().atNonPositiveSales(choice));
    }

    private static WeightedDays daysToPay(Input payment) {
        return new WeightedDays(payment.decimal("amount"), payment.integer("days"));
    }

    /** An unpaid amount counts to the as-of date. */
    private static Measure daysBeyondTerms(Input in) {
        EarlyPayments early = switch (in.text("earlyAs")) {
            case "ZERO" -> EarlyPayments.ZERO;
            case "NEGATIVE" -> EarlyPayments.NEGATIVE;
            default -> throw new NotSupportedException("earlyAs " + in.text("earlyAs"));
        };
        return EfficiencyFormulas.weightedDaysBeyondTerms(
                each(
                        in,
                        "payments",
                        payment -> WeightedDays.between(
                                payment.decimal("amount"),
                                payment.date("dueDate"),
                                payment.has("paidDate") ? payment.date("paidDate") : in.date("asOf"))),
                early);
    }

    private static <T> List<T> each(Input in, String field, Function<Input, T> read) {
        return in.objects(field).stream().map(read).toList();
    }
}
