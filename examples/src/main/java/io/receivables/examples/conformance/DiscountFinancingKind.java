package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.core.Money;
import io.receivables.core.discount.DiscountOffer;
import io.receivables.core.discount.DiscountSchedule;
import io.receivables.core.discount.DiscountSettlement;
import io.receivables.core.discount.DiscountSplit;
import io.receivables.core.discount.DiscountTier;
import io.receivables.core.discount.PaidAmount;
import io.receivables.core.interest.EffectiveAnnualRate;
import io.receivables.core.interest.SimpleAnnualRate;
import io.receivables.core.terms.DiscountBase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Early-payment discounts and conversions of rates; percentages are compared rounded half-up to 6 decimals. */
final class DiscountFinancingKind implements ConformanceKind {
    private static final int DECIMALS = 6;
    private static final int MONTHS = 12;

    @Override
    public String name() {
        return "discount-financing";
    }

    @Override
    public BigDecimal defaultTolerance() {
        return new BigDecimal("0.005");
    }

    @Override
    public JsonNode run(ConformanceCase given) {
        Input in = given.input();
        String method = in.text("method");
        return switch (method) {
            case "EARLY_DISCOUNT_SIMPLE" -> percent(offer(in).simpleCost(in.integer("netDays")));
            case "EARLY_DISCOUNT_EFFECTIVE" -> percent(offer(in).effectiveCost(in.integer("netDays")));
            // neither the days nor the year enter into it
            case "PERIOD_COST" -> percent(new DiscountOffer(in.decimal("discountPercent"), 0, 1).periodCost());
            case "SELLER_DISCOUNT_NET" -> currency(yearlyGain(in));
            case "SELLER_BREAK_EVEN_RATE" -> percent(offer(in).breakEvenRate(in.decimal("currentDays")));
            case "SELLER_BREAK_EVEN_DISCOUNT" ->
                percent(DiscountOffer.breakEvenPercent(
                        financeRate(in),
                        in.decimal("currentDays"),
                        in.integer("discountDays"),
                        in.integer("yearDays")));
            case "DISCOUNTED_PAYMENT" -> discountedPayment(in);
            case "PAYMENT_WITH_DISCOUNT" -> paymentWithDiscount(in);
            case "NOMINAL_ANNUAL" -> percent(SimpleAnnualRate.ofPeriod(in.decimal("monthlyPercent"), MONTHS));
            case "EFFECTIVE_ANNUAL" -> percent(EffectiveAnnualRate.ofPeriod(in.decimal("monthlyPercent"), MONTHS));
            case "NOMINAL_FROM_EFFECTIVE_MONTHLY" ->
                percent(new EffectiveAnnualRate(in.decimal("effectivePercent")).simple(MONTHS));
            default -> throw new NotSupportedException(method);
        };
    }

    private static DiscountOffer offer(Input in) {
        return new DiscountOffer(in.decimal("discountPercent"), in.integer("discountDays"), in.integer("yearDays"));
    }

    private static SimpleAnnualRate financeRate(Input in) {
        return new SimpleAnnualRate(in.decimal("financeRatePercent"));
    }

    private static BigDecimal yearlyGain(Input in) {
        return offer(in)
                .yearlyGain(
                        in.decimal("annualSales"),
                        in.decimal("takeUpPercent"),
                        in.decimal("currentDays"),
                        financeRate(in));
    }

    private static JsonNode discountedPayment(Input in) {
        Money net = money(in, "net");
        Money tax = money(in, "tax");
        DiscountSplit discount = in.has("discountAmount")
                ? DiscountSplit.flat(money(in, "discountAmount"), net, tax)
                : DiscountSplit.percent(
                        in.decimal("discountPercent"),
                        in.flag("taxReduced") ? DiscountBase.GROSS : DiscountBase.NET,
                        net,
                        tax);
        LocalDate lastDay = LocalDate.EPOCH;
        DiscountSchedule schedule = new DiscountSchedule(net, tax, List.of(new DiscountTier(lastDay, discount)));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        put(answer, "pay", schedule.dueOn(lastDay));
        put(answer, "discount", discount.total());
        put(answer, "discountNet", discount.net());
        put(answer, "discountTax", discount.tax());
        return answer;
    }

    private static JsonNode paymentWithDiscount(Input in) {
        Money amount = money(in, "amount");
        Money noTax = Money.zero(amount.currency());
        LocalDate lastDay = in.date("invoiceDate").plusDays(in.integer("discountDays"));
        DiscountSplit discount =
                DiscountSplit.percent(in.decimal("discountPercent"), DiscountBase.GROSS, amount, noTax);
        Money paid = money(in, "paid");
        LocalDate paidOn = in.date("payDate");
        DiscountSettlement settled = new DiscountSchedule(amount, noTax, List.of(new DiscountTier(lastDay, discount)))
                .settled(paid.isZero() ? List.of() : List.of(PaidAmount.of(paidOn, paid)), paidOn);
        Money granted = settled.granted().total();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        put(answer, "discount", granted);
        // what was paid above an amount without discount is open below zero
        put(answer, "open", granted.isZero() ? settled.open().minus(settled.overpaid()) : settled.open());
        return answer;
    }

    private static Money money(Input in, String field) {
        return Money.of(in.decimal(field), Money.currency(in.text("currency")));
    }

    private static void put(ObjectNode answer, String field, Money amount) {
        answer.put(field, amount.amount().toPlainString());
    }

    private static JsonNode percent(SimpleAnnualRate rate) {
        return percent(rate.percent());
    }

    private static JsonNode percent(EffectiveAnnualRate rate) {
        return percent(rate.percent());
    }

    private static JsonNode percent(BigDecimal value) {
        return measured(value.setScale(DECIMALS, RoundingMode.HALF_UP), "percent");
    }

    private static JsonNode currency(BigDecimal value) {
        return measured(value.setScale(2, RoundingMode.HALF_UP), "currency");
    }

    private static JsonNode measured(BigDecimal value, String unit) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("value", value.toPlainString())
                .put("unit", unit);
    }
}
