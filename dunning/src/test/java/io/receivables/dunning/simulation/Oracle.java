package io.receivables.dunning.simulation;

import io.receivables.core.Money;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.dunning.Rule;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.policy.AlertResponse;
import io.receivables.dunning.policy.CatchUp;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.PartPayment;
import io.receivables.dunning.policy.SalesInvolvement;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.simulation.Books.Account;
import io.receivables.dunning.simulation.Books.Alarm;
import io.receivables.dunning.simulation.Books.Item;
import io.receivables.dunning.simulation.Books.Offer;
import io.receivables.dunning.simulation.Books.Plan;
import io.receivables.dunning.simulation.Books.Promise;
import io.receivables.dunning.simulation.Books.Stop;
import io.receivables.dunning.simulation.Ladders.Rung;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What should be done about each item of a customer, worked out from the books and the ladders alone. */
final class Oracle {
    private static final int RETURN_IS_NEWS_FOR = 30;

    private final Books books;
    private final Map<String, DunningPolicy> policies;
    private final Map<String, BusinessCalendar> calendars;
    private final Ladders ladders;

    /** @param policies the policies by segment */
    Oracle(Books books, Map<String, DunningPolicy> policies, Map<String, BusinessCalendar> calendars, Ladders ladders) {
        this.books = books;
        this.policies = policies;
        this.calendars = calendars;
        this.ladders = ladders;
    }

    /**
     * What is right about an item.
     *
     * @param claimable what may be asked for
     * @param rule why something is done, or nothing
     */
    record Verdict(Item item, long claimable, Rule rule) {}

    DunningPolicy policy(Account account) {
        DunningPolicy policy = policies.get(account.segment);
        if (policy == null) {
            throw new IllegalStateException("no policy for segment " + account.segment);
        }
        return policy;
    }

    /** Who gets the letters about a customer's items. */
    Account addressee(Account account, DunningPolicy policy) {
        return policy.grouping() == Grouping.PER_ACCOUNT_GROUP ? books.lead(account) : account;
    }

    boolean isDayOff(DunningPolicy policy, int day) {
        BusinessCalendar calendar = calendars.get(policy.calendar());
        return calendar != null && !calendar.isBusinessDay(LocalDate.ofEpochDay(day));
    }

    /** The verdicts on all open items, oldest due date first. */
    List<Verdict> verdicts(Account account, int day) {
        DunningPolicy policy = policy(account);
        List<Item> items = account.openItems();
        Map<Item, Long> claimable = claimable(account, policy, items);
        Set<Item> promised = promised(account, policy, items, claimable, day);
        Map<Item, Rule> suspended = new LinkedHashMap<>();
        Map<Currency, Long> overdue = new HashMap<>();
        for (Item item : items) {
            long claim = claimable.getOrDefault(item, 0L);
            Rule rule = suspension(account, policy, item, claim, promised.contains(item), day);
            if (rule != null) {
                suspended.put(item, rule);
            } else if (day > item.due() && day - item.due() > policy.graceDays()) {
                overdue.merge(item.currency(), claim, Long::sum);
            }
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Item item : items) {
            long claim = claimable.getOrDefault(item, 0L);
            long weighed =
                    policy.grouping() == Grouping.PER_INVOICE ? claim : overdue.getOrDefault(item.currency(), 0L);
            Rule rule = suspended.get(item);
            verdicts.add(new Verdict(item, claim, rule != null ? rule : due(account, policy, item, weighed, day)));
        }
        return verdicts;
    }

    private static Map<Item, Long> claimable(Account account, DunningPolicy policy, List<Item> items) {
        Map<Item, Long> claimable = new LinkedHashMap<>();
        Map<Currency, Long> credits = new HashMap<>();
        for (Item item : items) {
            long undisputed = account.open(item) - account.disputed(item);
            long credit = policy.creditCovers() ? credits.computeIfAbsent(item.currency(), account::credit) : 0;
            long covered = Math.min(credit, undisputed);
            credits.put(item.currency(), credit - covered);
            claimable.put(item, undisputed - covered);
        }
        return claimable;
    }

    private static Set<Item> promised(
            Account account, DunningPolicy policy, List<Item> items, Map<Item, Long> claimable, int day) {
        Set<Item> promised = new HashSet<>();
        int grace = policy.promiseGraceDays();
        for (Promise promise : account.promises) {
            if (account.isOpen(promise, day, grace)) {
                items.stream()
                        .filter(item -> promise.items().contains(item.reference()))
                        .forEach(promised::add);
            }
        }
        for (Promise promise : account.promises) {
            boolean isOfAccount = promise.items().isEmpty() && account.isOpen(promise, day, grace);
            long left = isOfAccount ? account.missing(promise, grace) : 0;
            for (Item item : items) {
                if (left > 0 && item.currency().equals(promise.currency()) && promised.add(item)) {
                    left -= claimable.getOrDefault(item, 0L);
                }
            }
        }
        return promised;
    }

    // ---- what stands against it

    private @Nullable Rule suspension(
            Account account, DunningPolicy policy, Item item, long claimable, boolean promised, int day) {
        Stop hold = hold(account, item, day);
        if (ladders.rung(item.reference()).handedOver) {
            return Rule.HANDED_OVER;
        } else if (account.insolvent || addressee(account, policy).insolvent) {
            return Rule.INSOLVENT;
        } else if (hold != null) {
            return hold.reason == HoldReason.PAYMENT_IN_TRANSIT ? Rule.PAYMENT_IN_TRANSIT : Rule.ON_HOLD;
        } else if (isAlarming(account, policy, day)) {
            return Rule.ALERT_HOLD;
        } else if (isOnPlan(account, policy, item, day)) {
            return Rule.ON_PLAN;
        } else if (promised) {
            return Rule.PROMISED;
        } else if (isOffered(account, item, day)) {
            return Rule.PLAN_OFFERED;
        } else if (account.disputed(item) >= account.open(item)) {
            return Rule.DISPUTED;
        }
        return claimable <= 0 ? Rule.COVERED_BY_CREDIT : null;
    }

    /** Of the holds in force the longest; of equal ones, one of the item goes before one of all. */
    private static @Nullable Stop hold(Account account, Item item, int day) {
        Stop longest = null;
        for (boolean ofAll : new boolean[] {false, true}) {
            for (Stop stop : account.stops) {
                boolean counts = stop.items.isEmpty() == ofAll && stop.holds(item, day);
                if (counts && (longest == null || stop.until > longest.until)) {
                    longest = stop;
                }
            }
        }
        return longest;
    }

    private static boolean isAlarming(Account account, DunningPolicy policy, int day) {
        return account.alarms.stream()
                .filter(alarm -> policy.onAlert(alarm.kind()) == AlertResponse.HOLD)
                .anyMatch(alarm -> day < alarm.day() + policy.alertHoldDays());
    }

    private static boolean isOnPlan(Account account, DunningPolicy policy, Item item, int day) {
        int tolerance = policy.promiseGraceDays() + policy.planToleranceDays();
        for (Plan plan : account.plans) {
            if (plan.items().contains(item.reference()) && account.isInGoodOrder(plan, day, tolerance)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOffered(Account account, Item item, int day) {
        for (Offer offer : account.offers) {
            if (!offer.over && day <= offer.until && offer.items.contains(item.reference())) {
                return true;
            }
        }
        return false;
    }

    // ---- what is due

    private Rule due(Account account, DunningPolicy policy, Item item, long weighed, int day) {
        Rung rung = ladders.rung(item.reference());
        if (rung.pending != null) {
            return Rule.ACTION_PENDING;
        } else if (rung.undeliverable) {
            return Rule.UNDELIVERABLE;
        } else if (rung.lastAction == day) {
            return Rule.ACTED_TODAY;
        }
        int news = Math.max(rung.rejected, account.lastReturn(item));
        String contact = "returned-" + LocalDate.ofEpochDay(Math.max(0, news));
        boolean isNews = policy.returnContact().isPresent()
                && news > day - RETURN_IS_NEWS_FOR
                && news > rung.lastAction
                && !rung.done.contains(contact);
        boolean waits = day <= rung.postponed.getOrDefault(contact, Ladders.NEVER);
        if (isNews && !waits) {
            return isDayOff(policy, day) ? Rule.NO_BUSINESS_DAY : Rule.RETURNED;
        } else if (rung.postponed.values().stream().anyMatch(until -> day <= until)) {
            return Rule.POSTPONED;
        } else if (day <= item.due()) {
            return courtesy(account, policy, item, rung, day);
        } else if (day - item.due() <= policy.graceDays()) {
            return Rule.IN_GRACE;
        }
        return step(account, policy, item, rung, weighed, day);
    }

    private Rule courtesy(Account account, DunningPolicy policy, Item item, Rung rung, int day) {
        for (Alarm alarm : account.alarms) {
            boolean isAnswered = rung.done.contains("alert-" + alarm.id());
            if (!isAnswered && policy.onAlert(alarm.kind()) == AlertResponse.COURTESY) {
                Rule objection = objection(account, policy, DunningStep.courtesy(0), null, day);
                return objection == null ? Rule.ALERTED : objection;
            }
        }
        DunningStep reached = null;
        for (DunningStep step : policy.courtesies()) {
            if (sendingDay(policy, item.due() + days(step), item.due()) <= day) {
                reached = step;
            }
        }
        if (reached == null || rung.done.contains(reached.code())) {
            return Rule.NOT_DUE;
        }
        Rule objection = objection(account, policy, reached, null, day);
        return objection == null ? Rule.COURTESY_DUE : objection;
    }

    /** Days off move a notice to the next business day, or before them if that one is past the due date. */
    private int sendingDay(DunningPolicy policy, int planned, int due) {
        int day = planned;
        while (isDayOff(policy, day)) {
            day++;
        }
        if (day > due) {
            day = planned;
            while (isDayOff(policy, day) || day == planned) {
                day--;
            }
        }
        return day;
    }

    private Rule step(Account account, DunningPolicy policy, Item item, Rung rung, long weighed, int day) {
        int paid = account.lastPayment(item);
        boolean restarts = policy.partPayment() == PartPayment.RESTARTS
                && rung.level > 0
                && paid >= rung.lastAction
                && paid > rung.anchor;
        int from = restarts ? paid : rung.anchor == Ladders.NEVER ? item.due() : rung.anchor;
        int level = restarts ? 0 : rung.level;
        DunningStep due = null;
        for (DunningStep step : policy.ladder()) {
            if (step.level() > level) {
                Rule wait = wait(step, from, rung.lastAction, day);
                if (wait != null) {
                    if (due == null) {
                        return wait;
                    }
                    break;
                }
                if (due == null || weighed >= minimum(step, item)) {
                    due = step;
                }
                if (policy.catchUp() == CatchUp.ONE_STEP_PER_RUN || step.kind() == StepKind.FORMAL_NOTICE) {
                    break;
                }
            }
        }
        if (due == null) {
            return Rule.LADDER_DONE;
        }
        if (weighed < minimum(due, item)) {
            return Rule.BELOW_MINIMUM;
        }
        ActionKey key = new ActionKey(item.reference(), due.code(), rung.cycle + (restarts ? 1 : 0));
        Rule objection = objection(account, policy, due, key, day);
        return objection == null ? Rule.STEP_DUE : objection;
    }

    private static @Nullable Rule wait(DunningStep step, int from, int lastAction, int day) {
        if (day < from + days(step)) {
            return Rule.STEP_NOT_DUE;
        }
        boolean tooEarly = lastAction != Ladders.NEVER
                && day < lastAction + step.daysAfterPrevious().orElse(0);
        return tooEarly ? Rule.AFTER_PREVIOUS_STEP : null;
    }

    private static long minimum(DunningStep step, Item item) {
        Money minimum = step.minimums().get(item.currency().getCurrencyCode());
        return minimum == null ? 0 : minimum.minorUnits();
    }

    private static int days(DunningStep step) {
        return step.daysPastDue().orElse(0);
    }

    private @Nullable Rule objection(
            Account account, DunningPolicy policy, DunningStep step, @Nullable ActionKey key, int day) {
        int last = ladders.lastLetter(addressee(account, policy).id);
        boolean tooSoon =
                step.kind().reachesCustomer() && last != Ladders.NEVER && day - last < policy.minimumInterval();
        if (tooSoon) {
            return Rule.INTERVAL;
        } else if (isDayOff(policy, day)) {
            return Rule.NO_BUSINESS_DAY;
        } else if (key != null && step.sales() == SalesInvolvement.ASKED_FIRST) {
            Boolean answer = ladders.answer(key);
            return answer == null ? Rule.SALES_TO_ANSWER : answer ? null : Rule.SALES_REFUSED;
        }
        return null;
    }
}
