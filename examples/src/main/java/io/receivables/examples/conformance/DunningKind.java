package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.StepKind;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Dunning: runs over a timeline of events; every letter that a run proposes is taken as sent on its date. */
final class DunningKind implements ConformanceKind {
    @Override
    public String name() {
        return "dunning";
    }

    @Override
    public JsonNode run(ConformanceCase given) {
        Input input = given.input();
        DunningTimeline timeline = new DunningTimeline(input);
        Policies policies = Policies.of(policy(input.object("policy"), timeline.currencies()));
        CollectionLog log = CollectionLog.of(Ledger.of(timeline.facts()), List.of());
        Cases cases = Cases.none();
        ArrayNode actions = JsonNodeFactory.instance.arrayNode();
        for (LocalDate date : input.dates("runDates")) {
            List<HoldSet> holds = timeline.holds().stream()
                    .filter(hold -> !hold.date().isAfter(date))
                    .toList();
            cases = cases.with(holds);
            DunningPlan plan = DunningRun.plan(log, cases, policies, DunningOptions.standard(date));
            plan.letters().forEach(letter -> actions.add(answer(letter)));
            cases = cases.with(plan.asSent()).ranOn(date);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("actions", inOrder(actions));
        return answer;
    }

    /** The order of actions within a date, and of items within an action, carries no meaning. */
    @Override
    public JsonNode expectation(ConformanceCase given) {
        if (!given.expect().path("actions").isArray()) {
            return given.expect();
        }
        ObjectNode expected = given.expect().deepCopy();
        expected.set("actions", inOrder(given.expect().get("actions")));
        return expected;
    }

    private static ArrayNode inOrder(JsonNode actions) {
        List<ObjectNode> sorted = new ArrayList<>();
        for (JsonNode action : actions) {
            ObjectNode copy = action.deepCopy();
            copy.set(
                    "items",
                    sorted(
                            action.path("items"),
                            Comparator.comparing(item -> item.path("id").asText())));
            sorted.add(copy);
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        sorted.stream()
                .sorted(Comparator.comparing(
                                (ObjectNode action) -> action.path("date").asText())
                        .thenComparing(action -> action.path("level").asInt())
                        .thenComparing(action -> action.path("items").toString()))
                .forEach(all::add);
        return all;
    }

    private static ArrayNode sorted(JsonNode list, Comparator<JsonNode> order) {
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(list.spliterator(), false).sorted(order).forEach(sorted::add);
        return sorted;
    }

    private static ObjectNode answer(Letter letter) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.put("date", letter.date().toString());
        action.put("level", letter.step().level());
        ArrayNode items = action.putArray("items");
        for (DunningAction each : letter.actions()) {
            items.addObject()
                    .put("id", each.item().documentId())
                    .put("open", each.claimed().amount().toPlainString());
        }
        letter.fees().values().forEach(fee -> action.put("fee", fee.amount().toPlainString()));
        return action;
    }

    // ---- the policy

    private static DunningPolicy policy(Input policy, Set<Currency> currencies) {
        List<DunningStep> steps = policy.objects("steps").stream()
                .map(step -> step(step, currencies))
                .toList();
        return DunningPolicy.of("given", steps)
                .withGraceDays(policy.has("graceDays") ? policy.integer("graceDays") : 0)
                .grouped(grouping(policy.text("grouping")))
                .mixingLevels(false)
                .coveredByCredit(false)
                .onCalendar(DunningPolicy.EVERY_DAY)
                .withoutContactOnReturn();
    }

    private static Grouping grouping(String name) {
        return switch (name) {
            case "PER_INVOICE" -> Grouping.PER_INVOICE;
            case "PER_CUSTOMER" -> Grouping.PER_CUSTOMER_AND_CURRENCY;
            default -> throw new NotSupportedException("grouping " + name);
        };
    }

    private static DunningStep step(Input given, Set<Currency> currencies) {
        DunningStep step = DunningStep.of(StepKind.REMINDER, given.integer("level"));
        if (given.has("daysPastDue")) {
            step = step.daysPastDue(given.integer("daysPastDue"));
        }
        if (given.has("daysAfterPreviousStep")) {
            step = step.afterPrevious(given.integer("daysAfterPreviousStep"));
        }
        if (given.has("minAmount")) {
            step = step.atLeast(minimums(given, currencies));
        }
        return given.has("fee") ? step.fee(fee(given.object("fee"), currencies)) : step;
    }

    /** One minimum for any currency, or one each. */
    private static Money[] minimums(Input step, Set<Currency> currencies) {
        if (!step.isObject("minAmount")) {
            return currencies.stream()
                    .map(currency -> minimum(step, "minAmount", currency))
                    .toArray(Money[]::new);
        }
        Input byCurrency = step.object("minAmount");
        return byCurrency.fields().stream()
                .map(code -> minimum(byCurrency, code, Money.currency(code)))
                .toArray(Money[]::new);
    }

    /** A minimum between two amounts of a currency is reached by the higher one. */
    private static Money minimum(Input amounts, String field, Currency currency) {
        return Money.of(amounts.decimal(field).setScale(Money.digits(currency), RoundingMode.CEILING), currency);
    }

    private static Fee fee(Input fee, Set<Currency> currencies) {
        if (fee.has("percentOfOriginal")) {
            return Fee.percentOfOriginal(fee.decimal("percentOfOriginal").toPlainString());
        }
        return Fee.fixed(currencies.stream()
                .map(currency -> Money.of(fee.decimal("fixed"), currency))
                .toArray(Money[]::new));
    }
}
