package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.core.Money;
import io.receivables.core.interest.DayCount;
import io.receivables.core.interest.FixedSum;
import io.receivables.core.interest.InterestCharge;
import io.receivables.core.interest.InterestRegime;
import io.receivables.core.interest.InterestTerms;
import io.receivables.core.interest.LateInterest;
import io.receivables.core.interest.LateInterestOptions;
import io.receivables.core.interest.LateRate;
import io.receivables.core.interest.OverdueSum;
import io.receivables.core.interest.RateRule;
import io.receivables.core.interest.RateSeries;
import io.receivables.core.interest.ReferenceRates;
import io.receivables.core.interest.SimpleAnnualRate;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Late-payment interest and fixed recovery sums. */
final class LateInterestKind implements ConformanceKind {
    private static final String SERIES = "given";

    @Override
    public String name() {
        return "late-interest";
    }

    @Override
    public JsonNode run(ConformanceCase given) {
        Input input = given.input();
        boolean inParts = input.has("payments");
        LocalDate end = input.date(inParts ? "asOf" : "paidDate");
        InterestTerms terms = terms(input);
        LateInterestOptions options = LateInterestOptions.standard(end, InterestRegime.of("given", terms))
                .with(ReferenceRates.none().with(rates(input)))
                .rounded(rounding(input));
        InterestCharge charge =
                LateInterest.of(sum(input, inParts, end), lastDayCounts(input) ? options : options.withoutPaymentDay());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("interest", charge.interest().amount().toPlainString());
        // a case may leave out what it is not about
        if (given.expect().has("days")) {
            answer.put("days", charge.days());
        }
        if (given.expect().has("fixedSum")) {
            answer.put("fixedSum", charge.fixedSum().amount().toPlainString());
        }
        if (given.expect().has("total")) {
            answer.put("total", charge.total().amount().toPlainString());
        }
        return answer;
    }

    private static OverdueSum sum(Input input, boolean inParts, LocalDate end) {
        Money principal = Money.of(input.text("principal"), input.text("currency"));
        LocalDate due = input.date("dueDate");
        OverdueSum sum = OverdueSum.of("given", "given", principal, due);
        if (!inParts) {
            return sum.paid(end, principal);
        }
        Money left = principal;
        for (Input payment : input.objects("payments")) {
            LocalDate date = payment.date("date");
            Money amount = Money.of(payment.text("amount"), input.text("currency"));
            if (!date.isAfter(end)) {
                sum = sum.paid(counted(input, date, due, end), amount);
                left = left.minus(amount);
            }
        }
        // the end day is treated as the day on which the rest is paid
        return left.isPositive() ? sum.paid(end, left) : sum;
    }

    /**
     * The day of a part payment bears interest on it even where the last day does not; the library's option leaves out
     * both.
     */
    private static LocalDate counted(Input input, LocalDate date, LocalDate due, LocalDate end) {
        return lastDayCounts(input) || !date.isAfter(due) || date.equals(end) ? date : date.plusDays(1);
    }

    private static InterestTerms terms(Input input) {
        if (!input.text("firstDay").equals("DAY_AFTER_DUE")) {
            throw new NotSupportedException(input.text("firstDay"));
        }
        return InterestTerms.of(LateRate.reference(SERIES, "0"), "given")
                .with(rateRule(input))
                .with(dayCount(input))
                .with(fixedSum(input));
    }

    private static RateSeries rates(Input input) {
        Map<LocalDate, SimpleAnnualRate> rates = new HashMap<>();
        for (Input rate : input.objects("rates")) {
            if (rates.put(rate.date("from"), SimpleAnnualRate.of(rate.text("annualPercent"))) != null) {
                throw new IllegalArgumentException("two rates from " + rate.date("from"));
            }
        }
        return RateSeries.steps(SERIES, rates, SERIES);
    }

    private static boolean lastDayCounts(Input input) {
        return input.bool("lastDayInclusive");
    }

    private static RateRule rateRule(Input input) {
        return input.has("rateRule") ? RateRule.valueOf(input.text("rateRule")) : RateRule.BY_DAY;
    }

    private static DayCount dayCount(Input input) {
        String name = input.text("dayCount");
        return switch (name) {
            case "ACT_365F" -> DayCount.ACT_365F;
            case "ACT_360" -> DayCount.ACT_360;
            case "ACT_ACT" -> DayCount.ACT_ACT;
            case "THIRTY_360" -> DayCount.THIRTY_E_360;
            default -> throw new NotSupportedException(name);
        };
    }

    private static RoundingMode rounding(Input input) {
        String name = input.text("rounding");
        return switch (name) {
            case "HALF_UP" -> RoundingMode.HALF_UP;
            case "HALF_EVEN" -> RoundingMode.HALF_EVEN;
            default -> throw new NotSupportedException(name);
        };
    }

    /** The sums of the rules, in the currency of the case. */
    private static FixedSum fixedSum(Input input) {
        if (!input.has("fixedSumRule")) {
            return FixedSum.none();
        }
        String currency = input.text("currency");
        String name = input.text("fixedSumRule");
        return switch (name) {
            case "EU_40" -> FixedSum.of(Money.of("40.00", currency));
            case "UK_TIERS" ->
                FixedSum.tiers(tier("0", "40", currency), tier("1000", "70", currency), tier("10000", "100", currency));
            default -> throw new NotSupportedException(name);
        };
    }

    private static FixedSum.Tier tier(String from, String sum, String currency) {
        return new FixedSum.Tier(Money.of(from, currency), Money.of(sum, currency));
    }
}
