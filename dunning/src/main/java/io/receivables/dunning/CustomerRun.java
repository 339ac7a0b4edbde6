package io.receivables.dunning;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.collection.PlanState.InstalmentState;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.core.ledger.StandingCash;
import io.receivables.dunning.RunContext.Agreements;
import io.receivables.dunning.RunContext.PolicyRun;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.CustomerState;
import io.receivables.dunning.cases.Hold;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.cases.Stage;
import io.receivables.dunning.policy.AlertResponse;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.PartPayment;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.SalesInvolvement;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides about all open items of one customer, in two rounds: first what keeps an item from being dunned at all, then,
 * with the sums of what is left, what is due. Every rule either decides about an item or leaves it to the next one.
 */
final class CustomerRun {
    /** A payment that was returned longer ago than this is no news any more. */
    private static final int RETURN_IS_NEWS_FOR = 30;

    private static final Comparator<Item> OLDEST_FIRST = Comparator.comparingInt((Item item) -> item.dueDay)
            .thenComparing(item -> item.reference().documentId())
            .thenComparingInt(item -> item.reference().instalment());

    private final RunContext context;
    private final Customer customer;
    private final Policies.Choice choice;
    private final PolicyRun run;
    private final DunningPolicy policy;
    private final Customer lead;
    private final CustomerState state;
    private final CustomerState leadState;
    private final List<Item> items;
    /** By currency. */
    private final long[] credits;
    /** What is overdue and may be dunned, by currency. */
    private final long[] overdue;
    /** The day on which the first of the promises about open items ends, by the currency's index. */
    private final int[] promiseEnds;

    /**
     * Prepares the decisions.
     *
     * @param items the open items that the customer owes
     * @param credits what stands to the customer's credit, by the currency's index
     */
    CustomerRun(RunContext context, Customer customer, List<Item> items, long[] credits) {
        this.context = context;
        this.customer = customer;
        this.choice = context.policies.choose(customer);
        this.run = context.run(choice);
        this.policy = run.policy();
        this.lead = context.lead(customer, policy);
        this.state = context.cases.customer(customer.id());
        this.leadState = lead.equals(customer) ? state : context.cases.customer(lead.id());
        this.items = items;
        this.credits = credits;
        this.overdue = new long[credits.length];
        this.promiseEnds = new int[credits.length];
        Arrays.fill(promiseEnds, Item.NEVER);
    }

    Customer customer() {
        return customer;
    }

    Policies.Choice choice() {
        return choice;
    }

    /** Who is written to. */
    Customer lead() {
        return lead;
    }

    long version() {
        return leadState.version();
    }

    List<Item> items() {
        return items;
    }

    /** Decides about every item. */
    void decide() {
        items.sort(OLDEST_FIRST);
        spendCredit();
        spendPromises();
        items.forEach(this::suspend);
        addUpOverdue();
        for (Item item : items) {
            if (item.isUndecided()) {
                act(item);
            }
        }
    }

    // ---- what belongs to the customer as a whole

    /** Credit stands against what is due first. */
    private void spendCredit() {
        if (!policy.creditCovers()) {
            return;
        }
        long[] left = credits.clone();
        for (Item item : items) {
            item.credit = Math.min(left[item.currency], item.undisputed());
            left[item.currency] -= item.credit;
        }
    }

    /** A promise about an account is for what is due first, as far as it goes. */
    private void spendPromises() {
        Agreements agreements = run.agreements();
        if (agreements.areNone()) {
            return;
        }
        for (Item item : items) {
            item.plan = agreements.plans().get(item.reference());
            item.promise = agreements.promises().get(item.reference());
        }
        for (PromiseState promise : agreements.accountPromises().getOrDefault(customer.id(), List.of())) {
            long left = promise.missing().minorUnits();
            for (Item item : items) {
                boolean isMeant = left > 0 && item.promise == null && isIn(item, promise.missing());
                if (isMeant) {
                    item.promise = promise;
                    left -= item.claimed();
                }
            }
        }
        for (Item item : items) {
            if (item.promise != null) {
                promiseEnds[item.currency] = Math.min(promiseEnds[item.currency], endOf(item.promise));
            }
        }
    }

    /** The day on which a promise is broken if nothing more is paid. */
    private static int endOf(PromiseState promise) {
        return RunContext.epochDay(promise.deadline()) + 1;
    }

    private boolean isIn(Item item, Money money) {
        return currency(item).equals(money.currency());
    }

    private Currency currency(Item item) {
        return context.columns.currencies().get(item.currency);
    }

    private void addUpOverdue() {
        for (Item item : items) {
            if (countsAsOverdue(item)) {
                overdue[item.currency] = Math.addExact(overdue[item.currency], item.claimed());
            }
        }
    }

    private boolean countsAsOverdue(Item item) {
        return item.isUndecided() && isOverdue(item);
    }

    private boolean isOverdue(Item item) {
        return context.day - item.dueDay > policy.graceDays();
    }

    // ---- first round: what keeps an item from being dunned

    private void suspend(Item item) {
        if (closed(item) || held(item)) {
            return;
        }
        item.changesBy(nextHold(item));
        boolean decided = heldByAlert(item) || agreed(item) || offered(item) || disputed(item);
        if (!decided && item.claimed() <= 0) {
            item.decide(Rule.COVERED_BY_CREDIT);
        }
    }

    private boolean closed(Item item) {
        if (item.state.stage() == Stage.HANDED_OVER) {
            item.decide(Rule.HANDED_OVER);
        } else if (item.state.stage() == Stage.WRITTEN_OFF) {
            item.decide(Rule.WRITTEN_OFF);
        } else if (state.insolvent() || leadState.insolvent()) {
            item.decide(Rule.INSOLVENT);
        }
        return !item.isUndecided();
    }

    private boolean held(Item item) {
        if (hasNoHolds(item)) {
            return false;
        }
        Optional<Hold> hold = longestHold(item);
        hold.ifPresent(each -> item.decide(rule(each.reason()), RunContext.epochDay(each.until()) + 1));
        return hold.isPresent();
    }

    private boolean hasNoHolds(Item item) {
        return item.state.holds().isEmpty() && state.holds().isEmpty();
    }

    private static Rule rule(HoldReason reason) {
        return switch (reason) {
            case PAYMENT_IN_TRANSIT -> Rule.PAYMENT_IN_TRANSIT;
            case ALERT -> Rule.ALERT_HOLD;
            default -> Rule.ON_HOLD;
        };
    }

    Optional<Hold> longestHold(Item item) {
        LocalDate today = context.options.date();
        Optional<Hold> longest = Optional.empty();
        for (List<Hold> holds : List.of(item.state.holds(), state.holds())) {
            for (Hold hold : holds) {
                boolean isLonger =
                        longest.isEmpty() || hold.until().isAfter(longest.get().until());
                if (hold.isInForce(today) && isLonger) {
                    longest = Optional.of(hold);
                }
            }
        }
        return longest;
    }

    /** The day on which a hold begins that was set for later. */
    private int nextHold(Item item) {
        int next = Item.NEVER;
        if (hasNoHolds(item)) {
            return next;
        }
        for (List<Hold> holds : List.of(item.state.holds(), state.holds())) {
            for (Hold hold : holds) {
                if (hold.from().isAfter(context.options.date())) {
                    next = Math.min(next, RunContext.epochDay(hold.from()));
                }
            }
        }
        return next;
    }

    private boolean heldByAlert(Item item) {
        int until = CaseState.NEVER;
        for (Alert alert : context.alerts(customer.id())) {
            if (policy.onAlert(alert.kind()) == AlertResponse.HOLD) {
                until = Math.max(until, RunContext.epochDay(alert.date()) + policy.alertHoldDays());
            }
        }
        if (context.day < until) {
            item.decide(Rule.ALERT_HOLD, until);
            return true;
        }
        return false;
    }

    private boolean agreed(Item item) {
        if (item.plan != null) {
            item.decide(Rule.ON_PLAN, breaksOn(item.plan.instalments()));
        } else if (item.promise != null) {
            // one for the account goes to another item when that item's own promise ends
            boolean isOfAccount = item.promise.promise().items().isEmpty();
            item.decide(Rule.PROMISED, isOfAccount ? promiseEnds[item.currency] : endOf(item.promise));
        }
        return !item.isUndecided();
    }

    /** The day on which a plan is broken if nothing more is paid. */
    private int breaksOn(List<InstalmentState> instalments) {
        for (InstalmentState instalment : instalments) {
            if (instalment.missing().isPositive()) {
                return RunContext.epochDay(instalment.dueDate())
                        + policy.promiseGraceDays()
                        + policy.planToleranceDays()
                        + 1;
            }
        }
        return Item.NEVER;
    }

    private boolean offered(Item item) {
        int until = item.state.offerUntil();
        if (until != CaseState.NEVER && context.day <= until) {
            item.decide(Rule.PLAN_OFFERED, until + 1);
            return true;
        }
        return false;
    }

    private static boolean disputed(Item item) {
        boolean isWhole = item.undisputed() <= 0;
        if (isWhole) {
            item.decide(Rule.DISPUTED);
        }
        return isWhole;
    }

    // ---- second round: what is due

    private void act(Item item) {
        boolean decided = underWay(item)
                || returned(item)
                || postponed(item, item.state.postponedUntil())
                || beforeDue(item)
                || inGrace(item);
        if (!decided) {
            step(item);
        }
    }

    private boolean underWay(Item item) {
        if (item.state.pending().isPresent()) {
            item.decide(Rule.ACTION_PENDING);
        } else if (item.state.isUndeliverable()) {
            item.decide(Rule.UNDELIVERABLE);
        } else if (item.state.lastActionDay() == context.day) {
            item.decide(Rule.ACTED_TODAY, context.day + 1);
        }
        return !item.isUndecided();
    }

    private boolean postponed(Item item, int until) {
        if (until != CaseState.NEVER && context.day <= until) {
            item.decide(Rule.POSTPONED, until + 1);
            return true;
        }
        return false;
    }

    /** A payment that was returned, or a debit that was rejected, is a reason to speak to the customer early. */
    private boolean returned(Item item) {
        if (policy.returnContact().isEmpty()) {
            return false;
        }
        int day = Math.max(item.state.lastRejectedDebit(), lastReturn(item, context.accounts));
        boolean isNews =
                day > context.day - RETURN_IS_NEWS_FOR && day <= context.day && day > item.state.lastActionDay();
        if (!isNews) {
            return false;
        }
        String code = "returned-" + LocalDate.ofEpochDay(day);
        if (item.state.isDone(code)) {
            return false;
        }
        // it waits if this very contact was postponed; a step of the ladder that was does not hold news back
        if (postponed(item, item.state.postponedUntil(code))) {
            return true;
        }
        DunningStep contact = DunningStep.of(StepKind.RETURN_CONTACT, 0)
                .by(policy.returnContact().get());
        propose(item, Rule.RETURNED, contact, code);
        return true;
    }

    /** The last day on which cash left this item because the customer's payment was returned. */
    private int lastReturn(Item item, Accounts accounts) {
        int last = CaseState.NEVER;
        int end = accounts.settlementStart(item.place + 1);
        for (int s = accounts.settlementStart(item.place); s < end && accounts.settlementDay(s) <= context.day; s++) {
            boolean wasUndone =
                    accounts.settlementKindCode(s) == SettlementKind.CASH.code() && accounts.settlementAmount(s) < 0;
            if (wasUndone && hadReturn(accounts, item.place, accounts.settlementDay(s))) {
                last = accounts.settlementDay(s);
            }
        }
        return last;
    }

    /** Whether a payment of the account went back on a day; cash that was only allocated elsewhere did not. */
    private static boolean hadReturn(Accounts accounts, int ofPlace, int day) {
        int account = accounts.accountAt(ofPlace);
        for (int period = 0; period < accounts.periods(); period++) {
            int run = accounts.run(account, period);
            if (run >= 0 && hadReturnWithin(accounts, accounts.start(run), accounts.end(run), day)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hadReturnWithin(Accounts accounts, int from, int to, int day) {
        for (int place = from; place < to; place++) {
            if (accounts.kindCode(place) != ItemKind.PAYMENT.code()) {
                continue;
            }
            for (int s = accounts.settlementStart(place); s < accounts.settlementStart(place + 1); s++) {
                if (accounts.settlementKindCode(s) == SettlementKind.RETURN.code()
                        && accounts.settlementDay(s) == day) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean beforeDue(Item item) {
        if (context.day > item.dueDay) {
            return false;
        }
        Ladder.Next next = run.ladder().courtesy(item, context.day);
        // a notice that waits for a business day waits until the due date only
        item.changesBy(item.dueDay + 1);
        Optional<Alert> alert = alert(item);
        if (alert.isPresent()) {
            propose(item, Rule.ALERTED, DunningStep.courtesy(0), alertCode(alert.get()));
        } else if (next.step() != null) {
            propose(item, Rule.COURTESY_DUE, next.step(), next.step().code());
        } else {
            item.decide(Rule.NOT_DUE, next.day());
        }
        return true;
    }

    /** The first alert that asks for a courtesy notice which was not sent yet. */
    private Optional<Alert> alert(Item item) {
        List<Alert> alerts = context.alerts(customer.id());
        return alerts.isEmpty() ? Optional.empty() : firstToAnswer(alerts, item);
    }

    private Optional<Alert> firstToAnswer(List<Alert> alerts, Item item) {
        return alerts.stream()
                .filter(alert -> policy.onAlert(alert.kind()) == AlertResponse.COURTESY)
                .filter(alert -> !item.state.isDone(alertCode(alert)))
                .findFirst();
    }

    private static String alertCode(Alert alert) {
        return "alert-" + alert.id().replace(':', '_');
    }

    private boolean inGrace(Item item) {
        if (isOverdue(item)) {
            return false;
        }
        item.decide(Rule.IN_GRACE, item.dueDay + policy.graceDays() + 1);
        return true;
    }

    private void step(Item item) {
        restartAfterPartPayment(item);
        boolean alone = policy.grouping() == Grouping.PER_INVOICE;
        item.weighed = alone ? item.claimed() : overdue[item.currency];
        Ladder.Next next = run.ladder().step(item, context.day, step -> reachesMinimum(item, step));
        item.step = next.step();
        item.changesBy(next.day());
        if (next.step() == null || next.rule() != Rule.STEP_DUE) {
            item.decide(next.rule());
        } else if (!reachesMinimum(item, next.step())) {
            item.decide(Rule.BELOW_MINIMUM, alone ? Item.NEVER : nextOverdue(item.currency));
        } else {
            propose(item, Rule.STEP_DUE, next.step(), next.step().code());
        }
    }

    private boolean reachesMinimum(Item item, DunningStep step) {
        Money minimum = step.minimums().get(currency(item).getCurrencyCode());
        return minimum == null || item.weighed >= minimum.minorUnits();
    }

    /** Where the policy says so, the ladder begins anew with the last part payment since the last step. */
    private void restartAfterPartPayment(Item item) {
        if (policy.partPayment() != PartPayment.RESTARTS || item.state.level() == 0) {
            return;
        }
        int[] last = {CaseState.NEVER};
        StandingCash.forEach(context.accounts, item.place, context.day, (day, amount) -> last[0] = day);
        boolean isSince =
                last[0] != CaseState.NEVER && last[0] >= item.state.lastActionDay() && last[0] > item.state.anchorDay();
        if (isSince) {
            item.restartDay = last[0];
        }
    }

    /** The day on which more of a currency will be overdue if nothing is paid. */
    private int nextOverdue(int currency) {
        int next = Item.NEVER;
        for (Item item : items) {
            if (item.currency == currency) {
                int overdueOn = item.dueDay + policy.graceDays() + 1;
                next = Math.min(next, overdueOn > context.day ? overdueOn : Item.NEVER);
                boolean isSuspended = item.rule != null && item.rule.compareTo(Rule.ACTION_PENDING) < 0;
                next = Math.min(next, isSuspended ? item.changesOn : Item.NEVER);
            }
        }
        return next;
    }

    /** What is due is proposed unless the day, the customer's last letter or the sales representative stands against it. */
    private void propose(Item item, Rule rule, DunningStep step, String code) {
        item.step = step;
        item.code = code;
        boolean decided = tooSoon(item, step) || noBusinessDay(item) || salesObject(item, step, code);
        if (!decided) {
            item.decide(rule);
        }
    }

    private boolean tooSoon(Item item, DunningStep step) {
        int last = leadState.lastLetterDay();
        boolean counts = policy.minimumInterval() > 0
                && last != CaseState.NEVER
                && step.kind().reachesCustomer()
                && step.kind() != StepKind.RETURN_CONTACT;
        if (counts && context.day - last < policy.minimumInterval()) {
            item.decide(Rule.INTERVAL, last + policy.minimumInterval());
            return true;
        }
        return false;
    }

    private boolean noBusinessDay(Item item) {
        if (!run.isBusinessDay()) {
            item.decide(Rule.NO_BUSINESS_DAY, run.nextBusinessDay());
            return true;
        }
        return false;
    }

    private boolean salesObject(Item item, DunningStep step, String code) {
        if (step.sales() != SalesInvolvement.ASKED_FIRST) {
            return false;
        }
        Optional<Boolean> answer = item.state.salesAnswer(key(item, code));
        if (answer.isEmpty()) {
            item.decide(Rule.SALES_TO_ANSWER);
        } else if (!answer.get()) {
            item.decide(Rule.SALES_REFUSED);
        }
        return !item.isUndecided();
    }

    // ---- what comes out

    static ActionKey key(Item item, String code) {
        return new ActionKey(item.reference(), code, item.cycle());
    }

    /** The action about an item whose step is due, or waits for an answer. */
    DunningAction action(Item item) {
        DunningStep step = Objects.requireNonNull(item.step);
        Currency currency = currency(item);
        Money open = Money.ofMinor(item.open, currency);
        long original = context.accounts.amount(item.place);
        return new DunningAction(
                key(item, item.code),
                customer.id(),
                policy.id(),
                step,
                context.options.date(),
                LocalDate.ofEpochDay(item.dueDay),
                original == item.open ? open : Money.ofMinor(original, currency),
                open,
                item.claimed() == item.open ? open : Money.ofMinor(item.claimed(), currency),
                item.rule());
    }
}
