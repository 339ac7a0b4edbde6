package io.receivables.metrics.dso;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.receivables.metrics.Measure;
import io.receivables.metrics.dso.CountBackOptions.NonPositiveSales;
import io.receivables.metrics.efficiency.EarlyPayments;
import io.receivables.metrics.efficiency.EfficiencyFormulas;
import io.receivables.metrics.efficiency.WeightedDays;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published and derived figures of conformance/dso.json against the formulas. */
class DsoConformanceTest {
    private static final Set<String> OTHER_PARTS = Set.of("PAYDEX", "PAYDEX_POINTS", "ALTMAN_Z_PRIVATE");

    /** A case of the file, shown by its id. */
    record Case(String id, JsonNode input, JsonNode expect, BigDecimal tolerance) {
        @Override
        public String toString() {
            return id;
        }

        String method() {
            return input.get("method").asText();
        }

        boolean has(String field) {
            return input.has(field);
        }

        BigDecimal number(String field) {
            return decimal(input.get(field));
        }

        LocalDate date(String field) {
            return LocalDate.parse(input.get(field).asText());
        }

        <T> List<T> list(String field, Function<JsonNode, T> element) {
            return StreamSupport.stream(input.get(field).spliterator(), false)
                    .map(element)
                    .toList();
        }
    }

    private static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asText());
    }

    static Stream<Case> all() throws IOException {
        try (InputStream file = DsoConformanceTest.class.getResourceAsStream("/conformance/dso.json")) {
            JsonNode cases = new ObjectMapper().readTree(requireNonNull(file)).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(c -> new Case(
                            c.get("id").asText(),
                            c.get("input"),
                            c.get("expect"),
                            new BigDecimal(c.path("tolerance").asText("0"))))
                    .toList()
                    .stream();
        }
    }

    static Stream<Case> cases() throws IOException {
        return all().filter(c -> !OTHER_PARTS.contains(c.method()));
    }

    @Test
    void file_holds_the_cases_that_are_meant() throws IOException {
        assertThat(all()).hasSize(87);
        assertThat(cases()).hasSize(73);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void formula_gives_the_expected_figure(Case c) {
        Measure measure = measure(c);

        assertThat(measure.unit().code()).isEqualTo(c.expect().get("unit").asText());
        assertThat(measure.status().code()).isEqualTo(c.expect().path("status").asText("OK"));
        if (c.expect().get("value").isNull()) {
            assertThat(measure.value()).isEmpty();
            assertThat(measure.reason()).isNotEmpty();
        } else {
            assertThat(measure.value().orElseThrow())
                    .isCloseTo(decimal(c.expect().get("value")), within(c.tolerance()));
        }
    }

    private static Measure measure(Case c) {
        return switch (c.method()) {
            case "SIMPLE" -> DsoFormulas.simple(c.number("receivables"), c.number("sales"), c.number("days"));
            case "AVERAGE_BALANCE" ->
                DsoFormulas.averageBalance(
                        c.number("openingReceivables"),
                        c.number("closingReceivables"),
                        c.number("sales"),
                        c.number("days"));
            case "BEST_POSSIBLE" ->
                DsoFormulas.bestPossible(c.number("currentReceivables"), c.number("sales"), c.number("days"));
            case "AVERAGE_DAYS_DELINQUENT" ->
                c.has("dso")
                        ? DsoFormulas.averageDaysDelinquent(c.number("dso"), c.number("bestPossibleDso"))
                        : DsoFormulas.averageDaysDelinquent(
                                c.number("receivables"),
                                c.number("currentReceivables"),
                                c.number("sales"),
                                c.number("days"));
            case "DELINQUENT_DSO" ->
                DsoFormulas.delinquent(c.number("pastDueReceivables"), c.number("sales"), c.number("days"));
            case "COUNTBACK_MONTHLY" -> countBack(c);
            case "TRUE_DSO" ->
                DsoFormulas.trueDso(
                        c.date("asOf"),
                        c.list(
                                "invoices",
                                invoice -> new OpenDocument(
                                        LocalDate.parse(invoice.get("issueDate").asText()),
                                        decimal(invoice.get("amount")),
                                        decimal(invoice.get("salesOfMonth")))));
            case "RECEIVABLES_AT_DSO" ->
                DsoFormulas.receivablesAt(c.number("annualSales"), c.number("dso"), c.number("yearDays"));
            case "CASH_FREED" ->
                DsoFormulas.cashFreed(
                        c.number("annualSales"), c.number("dsoBefore"), c.number("dsoAfter"), c.number("yearDays"));
            default -> efficiency(c);
        };
    }

    private static Measure countBack(Case c) {
        NonPositiveSales choice = c.has("onNonPositiveSales")
                ? NonPositiveSales.valueOf(c.input().get("onNonPositiveSales").asText())
                : NonPositiveSales.STOP;
        return DsoFormulas.countBack(
                c.number("receivables"),
                c.list(
                        "months",
                        month -> SalesPeriod.of(
                                decimal(month.get("sales")), month.get("days").asInt())),
                CountBackOptions.standard().atNonPositiveSales(choice));
    }

    private static Measure efficiency(Case c) {
        return switch (c.method()) {
            case "CEI" ->
                EfficiencyFormulas.cei(
                        c.number("beginningReceivables"),
                        c.number("creditSales"),
                        c.input().path("periods").asInt(1),
                        c.number("endingReceivables"),
                        c.number("endingCurrentReceivables"));
            case "TURNOVER" ->
                c.has("averageReceivables")
                        ? EfficiencyFormulas.turnover(c.number("sales"), c.number("averageReceivables"))
                        : EfficiencyFormulas.turnover(
                                c.number("sales"), c.number("openingReceivables"), c.number("closingReceivables"));
            case "OVERDUE_RATIO" -> EfficiencyFormulas.overdueRatio(c.number("overdue"), c.number("total"));
            case "RECOVERY_RATE" -> EfficiencyFormulas.recoveryRate(c.number("collected"), c.number("due"));
            case "DAYS_TO_PAY" -> EfficiencyFormulas.daysToPay(payments(c));
            case "WEIGHTED_DAYS_TO_PAY" -> EfficiencyFormulas.weightedDaysToPay(payments(c));
            case "WEIGHTED_DAYS_BEYOND_TERMS" ->
                EfficiencyFormulas.weightedDaysBeyondTerms(
                        beyondTerms(c),
                        EarlyPayments.valueOf(c.input().get("earlyAs").asText()));
            case "EXPONENTIAL_DAYS_TO_PAY" ->
                EfficiencyFormulas.exponentialDaysToPay(
                        c.number("weight"), c.number("newDays"), c.number("previousAverage"));
            case "ROLL_FORWARD" ->
                EfficiencyFormulas.rollForward(c.number("opening"), c.number("creditSales"), c.number("receipts"));
            case "LOSS_EQUIVALENT_SALES" ->
                EfficiencyFormulas.lossEquivalentSales(c.number("loss"), c.number("marginPercent"));
            default -> throw new AssertionError("no formula for " + c.method());
        };
    }

    private static List<WeightedDays> payments(Case c) {
        return c.list(
                "payments",
                payment -> new WeightedDays(
                        decimal(payment.get("amount")), payment.get("days").asLong()));
    }

    private static List<WeightedDays> beyondTerms(Case c) {
        return c.list("payments", payment -> {
            LocalDate due = LocalDate.parse(payment.get("dueDate").asText());
            LocalDate paid = payment.path("paidDate").isTextual()
                    ? LocalDate.parse(payment.get("paidDate").asText())
                    : c.date("asOf");
            return WeightedDays.between(decimal(payment.get("amount")), due, paid);
        });
    }
}
