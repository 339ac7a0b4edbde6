package io.receivables.dunning.simulation;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.Rule;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.desk.OutgoingLetter;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.simulation.Books.Account;
import io.receivables.dunning.simulation.Books.Item;
import io.receivables.dunning.simulation.Oracle.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What reached customers, and whether it was right that it did on that day. */
final class Deliveries {
    private final Judge judge;
    private final Books books;
    private final Oracle oracle;
    private final Decisions decisions;
    private final Map<String, DunningPolicy> policies = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    /** What customers have in their hands. */
    private final Set<ActionKey> taken = new HashSet<>();

    /** What was ever on its way to them. */
    private final Set<ActionKey> known = new HashSet<>();

    private final Map<ItemReference, ActionKey> last = new HashMap<>();
    private final Map<ItemReference, Integer> lastDay = new HashMap<>();
    /** The levels that customers have heard of, by item and cycle. */
    private final Map<String, SortedSet<Integer>> levels = new HashMap<>();

    private int actions;

    Deliveries(Books books, Oracle oracle, Decisions decisions, Map<String, DunningPolicy> bySegment, Judge judge) {
        this.decisions = decisions;
        this.judge = judge;
        this.books = books;
        this.oracle = oracle;
        bySegment.values().forEach(policy -> policies.put(policy.id(), policy));
    }

    /** The letters, each once however often it had to be sent. */
    Set<String> ids() {
        return ids;
    }

    int letters() {
        return ids.size();
    }

    int actions() {
        return actions;
    }

    /** A letter, or a call, reaches a customer. */
    void take(OutgoingLetter letter, int day) {
        ids.add(letter.letterId());
        letter.items().forEach(item -> take(item.action(), day));
        isRightlyGrouped(letter);
    }

    /** Whether a letter goes to whom it should, and its items may stand beside each other. */
    private void isRightlyGrouped(OutgoingLetter letter) {
        ActionAccepted first = letter.items().get(0).action();
        DunningPolicy policy = policy(first);
        String scope = scope(first, policy);
        for (OutgoingLetter.Item item : letter.items()) {
            Account owner = books.account(books.item(item.action().key().item()).customer());
            String told = item.action().key() + " of " + owner.id + " in letter " + letter.letterId();
            String addressee = oracle.addressee(owner, policy).id;
            String reached = letter.customer().id();
            judge.that(Check.RIGHT_ADDRESSEE, reached.equals(addressee), () -> told + " went to " + reached);
            judge.that(
                    Check.RIGHT_COMPANY, scope.equals(scope(item.action(), policy)), () -> told + " is not " + scope);
        }
    }

    /** What all items of a letter have in common. */
    private String scope(ActionAccepted action, DunningPolicy policy) {
        Item item = books.item(action.key().item());
        String document = item.reference().documentId();
        String currency = item.currency().getCurrencyCode();
        String levels = policy.mixesLevels() && action.step() == StepKind.REMINDER
                ? action.step().code()
                : action.step().code() + " " + action.level();
        return action.policyId()
                + switch (policy.grouping()) {
                    case PER_INVOICE -> " " + document;
                    case PER_CUSTOMER -> "";
                    case PER_CUSTOMER_AND_CURRENCY, PER_ACCOUNT_GROUP -> " " + currency;
                }
                + " " + levels;
    }

    private DunningPolicy policy(ActionAccepted action) {
        DunningPolicy policy = policies.get(action.policyId());
        if (policy == null) {
            throw new IllegalStateException("no policy " + action.policyId());
        }
        return policy;
    }

    /** A letter came back: the customer does not have it, and it may be sent anew. */
    void cameBack(OutgoingLetter letter) {
        letter.items().forEach(item -> {
            ActionKey key = item.action().key();
            taken.remove(key);
            levels(item.action()).remove(item.action().level());
        });
    }

    private void take(ActionAccepted action, int day) {
        actions++;
        ActionKey key = action.key();
        judge.that(Check.ACTION_ONCE, taken.add(key), () -> key + " again in letter " + action.letterId());
        // what came back is sent again beside what has become due meanwhile
        if (known.add(key)) {
            rises(action);
            judge.that(
                    Check.AS_DECIDED,
                    decisions.allow(key, action.step(), day),
                    () -> key + " in letter " + action.letterId());
            Integer before = lastDay.put(key.item(), day);
            judge.that(
                    Check.ONE_ACTION_A_DAY,
                    before == null || before != day,
                    () -> key + " on the day of " + last.get(key.item()));
            last.put(key.item(), key);
        }
        if (action.step().isOnLadder()) {
            levels(action).add(action.level());
        }
        decisions.wentOut(key.item());
        isRight(action, day);
    }

    private static String ladder(ActionKey key) {
        return key.item() + " " + key.cycle();
    }

    private SortedSet<Integer> levels(ActionAccepted action) {
        return levels.computeIfAbsent(ladder(action.key()), each -> new TreeSet<>());
    }

    private void rises(ActionAccepted action) {
        SortedSet<Integer> before = levels(action);
        boolean isAbove = before.isEmpty() || before.last() < action.level();
        judge.that(
                Check.LEVELS_RISE,
                isAbove || !action.step().isOnLadder(),
                () -> action.key() + " after level " + before.last());
    }

    private void isRight(ActionAccepted action, int day) {
        Item item = books.item(action.key().item());
        Account account = books.account(item.customer());
        Verdict verdict = oracle.verdicts(account, day).stream()
                .filter(each -> each.item().equals(item))
                .findFirst()
                .orElse(null);
        String told = action.key() + " of " + account.id + " for " + action.claimed();
        judge.that(Check.NO_MORE_THAN_OWED, verdict != null, () -> told + ": nothing is owed");
        if (verdict != null) {
            boolean isSuspended = verdict.rule().compareTo(Rule.ACTION_PENDING) < 0;
            judge.that(Check.NOT_SUSPENDED, !isSuspended, () -> told + ": " + verdict.rule());
            boolean isOwed = action.claimed().currency().equals(item.currency())
                    && action.claimed().minorUnits() <= verdict.claimable();
            judge.that(Check.NO_MORE_THAN_OWED, isOwed, () -> told + ": " + verdict.claimable());
        }
        DunningPolicy policy = policy(action);
        judge.that(
                Check.IN_ITS_TIME, isInItsTime(action.step(), item, policy, day), () -> told + ": due " + item.due());
        judge.that(Check.NO_DAY_OFF, !oracle.isDayOff(policy, day), () -> told + ": a day off");
    }

    private static boolean isInItsTime(StepKind step, Item item, DunningPolicy policy, int day) {
        return switch (step) {
            case COURTESY -> day <= item.due();
            case RETURN_CONTACT -> true;
            default -> day > item.due() + policy.graceDays();
        };
    }
}
