package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.core.Money;
import io.receivables.core.terms.BaseDates;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.core.terms.BusinessDayRule;
import io.receivables.core.terms.DueRule;
import io.receivables.core.terms.DueStep;
import io.receivables.core.terms.PaymentSchedule;
import io.receivables.core.terms.PaymentTerms;
import io.receivables.core.terms.Share;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Payment terms resolved into due dates and amounts. */
final class DueDatesKind implements ConformanceKind {
    /** Stands in where a case asks for dates alone. */
    private static final Money NOTHING = Money.zero(Money.currency("EUR"));

    @Override
    public String name() {
        return "due-dates";
    }

    @Override
    public JsonNode run(ConformanceCase given) {
        Input input = given.input();
        Input terms = input.object("terms");
        BusinessCalendar calendar = BusinessCalendar.without(
                List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                terms.has("holidays") ? terms.dates("holidays") : List.of());
        Money amount = input.has("amount") ? Money.of(input.text("amount"), input.text("currency")) : NOTHING;
        PaymentSchedule schedule =
                terms(terms).schedule(BaseDates.invoicedOn(input.date("invoiceDate")), amount, calendar);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode lines = answer.putArray("schedule");
        for (PaymentSchedule.Line line : schedule.lines()) {
            ObjectNode shown = lines.addObject().put("dueDate", line.dueDate().toString());
            if (input.has("amount")) {
                shown.put("amount", line.amount().amount().toPlainString());
            }
        }
        return answer;
    }

    static PaymentTerms terms(Input terms) {
        List<PaymentTerms.Part> parts = new ArrayList<>();
        for (Input instalment : terms.objects("instalments")) {
            DueRule rule = new DueRule(
                    instalment.objects("due").stream().map(DueDatesKind::step).toList(),
                    instalment.has("start")
                            ? DueRule.Start.valueOf(instalment.text("start"))
                            : DueRule.Start.BASE_DATE);
            parts.add(new PaymentTerms.Part(share(instalment.object("share")), rule));
        }
        return PaymentTerms.of(parts);
    }

    private static Share share(Input share) {
        if (share.has("percent")) {
            return Share.percent(share.text("percent"));
        }
        if (share.has("percentOfRemaining")) {
            return Share.percentOfRemaining(share.text("percentOfRemaining"));
        }
        return share.has("fixed") ? Share.fixed(share.text("fixed")) : Share.remainder();
    }

    private static DueStep step(Input step) {
        if (step.has("addDays")) {
            return DueStep.days(step.integer("addDays"));
        }
        if (step.has("addWeeks")) {
            return DueStep.weeks(step.integer("addWeeks"));
        }
        if (step.has("addMonths")) {
            return DueStep.months(step.integer("addMonths"));
        }
        if (step.has("endOfMonth")) {
            return DueStep.endOfMonth();
        }
        if (step.has("dayOfMonth")) {
            return DueStep.dayOfMonth(step.integer("dayOfMonth"), step.integer("monthsAhead"));
        }
        if (step.has("nextDayOfMonth")) {
            return DueStep.nextDayOfMonth(
                    Arrays.stream(step.integers("nextDayOfMonth")).boxed().toList());
        }
        if (step.has("cutoffDay")) {
            return DueStep.cutoffDay(step.integer("cutoffDay"), step.integer("elseMonths"));
        }
        if (step.has("businessDay")) {
            return DueStep.businessDay(BusinessDayRule.valueOf(step.text("businessDay")));
        }
        throw new NotSupportedException("a step of another kind");
    }
}
