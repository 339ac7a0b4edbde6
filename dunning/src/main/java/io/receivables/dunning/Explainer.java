package io.receivables.dunning;

import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.Hold;
import io.receivables.dunning.policy.DunningStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tells why: decides once more about the customer concerned, the same way, and notes what the deciding rule looked at. */
final class Explainer {
    /** The fact that says for whom the policy was made. */
    static final String SCOPE = "scope";

    private final Planner planner;
    private final RunContext context;
    private final LedgerColumns columns;

    Explainer(Planner planner) {
        this.planner = planner;
        this.context = planner.context();
        this.columns = context.columns;
    }

    List<Explanation> document(String documentId) {
        int[] rows = context.ledger.rowsOf(documentId);
        if (rows.length == 0 || !columns.isDebit(rows[0])) {
            throw new IllegalArgumentException(
                    "document \"" + documentId + "\" is no invoice or debit note of the ledger");
        }
        CustomerRun run = planner.decided(columns.customer(rows[0]));
        List<Explanation> explanations = new ArrayList<>();
        for (int row : rows) {
            Item open = run.items().stream()
                    .filter(item -> item.row == row)
                    .findFirst()
                    .orElse(null);
            explanations.add(open == null ? notOpen(row) : explained(run, open));
        }
        return explanations;
    }

    List<Explanation> customer(String customerId) {
        int customer = IntStream.range(0, columns.customers().size())
                .filter(each -> columns.customers().get(each).id().equals(customerId))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("customer \"" + customerId + "\" is no customer of the ledger"));
        CustomerRun run = planner.decided(customer);
        return run.items().stream().map(item -> explained(run, item)).toList();
    }

    // ---- what is not open

    private Explanation notOpen(int row) {
        ItemReference item = ItemReference.of(columns.id(row), columns.instalment(row));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("item", item.toString());
        facts.put("customer", columns.customers().get(columns.customer(row)).id());
        facts.put("dueDate", date(columns.dueDay(row)));
        Money nothing = Money.zero(currency(row));
        facts.put("open", nothing.toString());
        if (columns.issueDay(row) > context.day) {
            facts.put("issued", date(columns.issueDay(row)));
            return new Explanation(
                    item, context.options.date(), Rule.NOT_ISSUED, facts, nothing, day(columns.issueDay(row)), null);
        }
        Rule rule = wasWrittenOff(row) ? Rule.WRITTEN_OFF : Rule.SETTLED;
        return new Explanation(item, context.options.date(), rule, facts, nothing, null, null);
    }

    /** Whether the last thing that left the open amount was a write-off. */
    private boolean wasWrittenOff(int row) {
        boolean writtenOff = false;
        for (int s = columns.settlementsFrom(row);
                s < columns.settlementsTo(row) && columns.settlementDay(s) <= context.day;
                s++) {
            writtenOff = columns.settlementKind(s) == SettlementKind.WRITE_OFF;
        }
        return writtenOff;
    }

    // ---- what is open

    private Explanation explained(CustomerRun run, Item item) {
        Rule rule = item.rule();
        return new Explanation(
                item.reference(),
                context.options.date(),
                rule,
                facts(run, item),
                claimed(item),
                item.changesOn == Item.NEVER || rule.acts() ? null : day(item.changesOn),
                rule.acts() ? run.action(item) : null);
    }

    private Money claimed(Item item) {
        return Money.ofMinor(Math.max(0, item.claimed()), currency(item.row));
    }

    private Map<String, String> facts(CustomerRun run, Item item) {
        Map<String, String> facts = new LinkedHashMap<>();
        Currency currency = currency(item.row);
        facts.put("item", item.reference().toString());
        facts.put("customer", run.customer().id());
        facts.put("dueDate", date(item.dueDay));
        facts.put("daysPastDue", Integer.toString(context.day - item.dueDay));
        facts.put("open", Money.ofMinor(item.open, currency).toString());
        put(facts, "disputed", item.disputed, currency);
        put(facts, "credit", item.credit, currency);
        facts.put("claimed", claimed(item).toString());
        putCase(facts, item.state);
        putAgreements(facts, run, item);
        putStep(facts, run, item, currency);
        facts.put("policy", run.choice().policy().id());
        facts.put(SCOPE, run.choice().scope().code());
        facts.put("of", run.choice().name());
        facts.put("graceDays", Integer.toString(run.choice().policy().graceDays()));
        facts.put("interval", Integer.toString(run.choice().policy().minimumInterval()));
        facts.put("changesOn", item.changesOn == Item.NEVER ? "" : date(item.changesOn));
        facts.put("today", context.options.date().toString());
        return facts;
    }

    private static void put(Map<String, String> facts, String name, long amount, Currency currency) {
        if (amount != 0) {
            facts.put(name, Money.ofMinor(amount, currency).toString());
        }
    }

    private static void putCase(Map<String, String> facts, CaseState state) {
        facts.put("stage", state.stage().code());
        facts.put("level", Integer.toString(state.level()));
        if (state.lastActionDay() != CaseState.NEVER) {
            facts.put("lastAction", date(state.lastActionDay()));
        }
        state.pending().ifPresent(key -> facts.put("pending", key.toString()));
        facts.put("failures", Integer.toString(state.failures()));
    }

    private static void putAgreements(Map<String, String> facts, CustomerRun run, Item item) {
        if (item.plan != null) {
            facts.put("plan", item.plan.plan().id());
            facts.put("planStatus", item.plan.status().code());
        }
        if (item.promise != null) {
            facts.put("promise", item.promise.promise().id());
            facts.put("promised", item.promise.promise().amount().toString());
            facts.put("payBy", item.promise.promise().payBy().toString());
        }
        run.longestHold(item).ifPresent(hold -> putHold(facts, hold));
    }

    private static void putHold(Map<String, String> facts, Hold hold) {
        facts.put("hold", hold.id());
        facts.put("until", hold.until().toString());
        facts.put("note", hold.note());
    }

    private static void putStep(Map<String, String> facts, CustomerRun run, Item item, Currency currency) {
        DunningStep step = item.step;
        if (step == null) {
            return;
        }
        facts.put("step", item.code.isEmpty() ? step.code() : item.code);
        facts.put("stepKind", step.kind().code());
        facts.put("channel", step.channel().code());
        step.daysPastDue().ifPresent(days -> facts.put("stepDays", Integer.toString(days)));
        step.daysAfterPrevious().ifPresent(days -> facts.put("afterPrevious", Integer.toString(days)));
        Money minimum = step.minimums().get(currency.getCurrencyCode());
        if (minimum != null) {
            facts.put("minimum", minimum.toString());
            facts.put("weighed", Money.ofMinor(item.weighed, currency).toString());
        }
        facts.put("lead", run.lead().id());
    }

    private Currency currency(int row) {
        return columns.currencies().get(columns.currency(row));
    }

    private static String date(int epochDay) {
        return day(epochDay).toString();
    }

    private static LocalDate day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }
}
