package io.receivables.dunning.simulation;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.OfLetter;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import io.receivables.dunning.policy.StepKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far dunning came with each item, read off the events as they are written down, one after the other. */
final class Ladders {
    static final int NEVER = Integer.MIN_VALUE;

    /** Where one item stands. */
    static final class Rung {
        int level;
        int cycle;
        int anchor = NEVER;
        int lastAction = NEVER;
        boolean handedOver;
        boolean undeliverable;
        int rejected = NEVER;
        int withdrawn = NEVER;
        final Map<String, Integer> postponed = new HashMap<>();
        final Set<String> done = new HashSet<>();

        /** The letter that the item waits for. */
        @Nullable Post pending;
        /** The letter that went out last, and where the item stood before. */
        @Nullable Post taken;

        int levelBefore;
        int actionBefore = NEVER;
        boolean handedOverBefore;
    }

    /** One letter. */
    static final class Post {
        final String customer;
        final List<ActionAccepted> actions = new ArrayList<>();
        int attempt;
        boolean out;
        int sent = NEVER;

        Post(String customer) {
            this.customer = customer;
        }
    }

    private final Map<ItemReference, Rung> rungs = new HashMap<>();
    private final Map<String, Set<ItemReference>> itemsOf = new HashMap<>();
    private final Map<String, Post> posts = new HashMap<>();
    private final Map<String, List<Post>> lettersOf = new HashMap<>();
    private final Set<String> wentOut = new HashSet<>();
    private final Map<ActionKey, Boolean> answers = new HashMap<>();
    private final Map<ActionKey, String> questions = new TreeMap<>(Comparator.comparing(ActionKey::toString));

    Rung rung(ItemReference item) {
        return rungs.computeIfAbsent(item, each -> new Rung());
    }

    @Nullable Boolean answer(ActionKey key) {
        return answers.get(key);
    }

    /** What sales representatives were asked and have not answered, and the customers. */
    Map<ActionKey, String> questions() {
        return questions;
    }

    Post post(String letterId) {
        Post post = posts.get(letterId);
        if (post == null) {
            throw new IllegalStateException("no letter " + letterId);
        }
        return post;
    }

    /** Whether a letter waits to be sent, or to be sent again. */
    boolean isUnderWay(String letterId) {
        Post post = post(letterId);
        return post.actions.stream().anyMatch(action -> rung(action.key().item()).pending == post);
    }

    /** The letters that ever went out. */
    Set<String> wentOut() {
        return wentOut;
    }

    /** The last day on which a customer heard of anything. */
    int lastLetter(String customer) {
        return lettersOf.getOrDefault(customer, List.of()).stream()
                .filter(post ->
                        post.actions.stream().anyMatch(action -> action.step().reachesCustomer()))
                .mapToInt(post -> post.sent)
                .max()
                .orElse(NEVER);
    }

    void tell(DunningEvent event) {
        switch (event.kind()) {
            case ACTION_ACCEPTED -> accepted((ActionAccepted) event);
            case ACTION_SKIPPED -> skipped((ActionSkipped) event);
            case ACTION_POSTPONED -> {
                ActionPostponed postponed = (ActionPostponed) event;
                rung(postponed.key().item())
                        .postponed
                        .put(
                                postponed.key().step(),
                                Math.toIntExact(postponed.until().toEpochDay()));
            }
            case LETTER_SENDING -> {
                Post post = post(((LetterSending) event).letterId());
                post.attempt = Math.max(post.attempt, ((LetterSending) event).attempt());
            }
            case LETTER_SENT, LETTER_ACKNOWLEDGED -> out((OfLetter) event);
            case LETTER_FAILED -> failed((LetterFailed) event);
            case LETTER_WITHDRAWN -> withdrawn((OfLetter) event);
            case LADDER_RESTARTED -> restarted((LadderRestarted) event);
            case FILE_RECALLED -> {
                Rung rung = rung(((FileRecalled) event).item());
                rung.handedOver = false;
                rung.taken = null;
            }
            case DEBIT_REJECTED -> {
                Rung rung = rung(((DebitRejected) event).item());
                rung.rejected = Math.max(rung.rejected, day(event));
            }
            case CONTACT_CORRECTED ->
                itemsOf.getOrDefault(event.customerId(), Set.of()).forEach(item -> rung(item).undeliverable = false);
            case SALES_ASKED -> questions.put(((SalesAsked) event).key(), event.customerId());
            case SALES_ANSWERED -> {
                questions.remove(((SalesAnswered) event).key());
                answers.put(((SalesAnswered) event).key(), ((SalesAnswered) event).agreed());
            }
            default -> {
                // what suspends is in the books
            }
        }
    }

    private static int day(DunningEvent event) {
        return Math.toIntExact(event.date().toEpochDay());
    }

    private void accepted(ActionAccepted action) {
        Post post = posts.get(action.letterId());
        if (post == null) {
            post = new Post(action.customerId());
            posts.put(action.letterId(), post);
            lettersOf
                    .computeIfAbsent(action.customerId(), id -> new ArrayList<>())
                    .add(post);
        }
        post.actions.add(action);
        itemsOf.computeIfAbsent(action.customerId(), id -> new HashSet<>())
                .add(action.key().item());
        Rung rung = rung(action.key().item());
        rung.pending = post;
        if (!action.step().isOnLadder()) {
            rung.done.add(action.key().step());
        }
    }

    private void skipped(ActionSkipped skipped) {
        Rung rung = rung(skipped.key().item());
        if (skipped.step().isOnLadder()) {
            rung.level = Math.max(rung.level, skipped.level());
        } else {
            rung.done.add(skipped.key().step());
        }
        rung.lastAction = day(skipped);
        waitsNoMore(rung, skipped.key(), skipped.step());
        rung.taken = null;
    }

    private void out(OfLetter event) {
        Post post = post(event.letterId());
        boolean isSent = event instanceof LetterSent;
        if (isSent || !post.out) {
            post.sent = day(event);
        }
        post.out = true;
        wentOut.add(event.letterId());
        for (ActionAccepted action : post.actions) {
            Rung rung = rung(action.key().item());
            if (rung.pending == post) {
                taken(rung, action, post);
                rung.lastAction = day(event);
            } else if (rung.taken == post && isSent) {
                rung.lastAction = day(event);
            }
        }
    }

    private static void waitsNoMore(Rung rung, ActionKey key, StepKind step) {
        if (step.isOnLadder()) {
            rung.postponed.clear();
        }
        rung.postponed.remove(key.step());
    }

    private static void taken(Rung rung, ActionAccepted action, Post post) {
        rung.pending = null;
        waitsNoMore(rung, action.key(), action.step());
        rung.taken = post;
        rung.levelBefore = rung.level;
        rung.actionBefore = rung.lastAction;
        rung.handedOverBefore = rung.handedOver;
        if (action.step().isOnLadder() && action.key().cycle() == rung.cycle) {
            rung.level = Math.max(rung.level, action.level());
        }
        rung.handedOver |= action.step() == StepKind.HAND_OVER;
    }

    private void failed(LetterFailed event) {
        Post post = post(event.letterId());
        if (event.attempt() < post.attempt) {
            return;
        }
        boolean wasOut = post.out;
        post.out = false;
        post.sent = NEVER;
        for (ActionAccepted action : post.actions) {
            Rung rung = rung(action.key().item());
            boolean cameBack = wasOut && rung.taken == post;
            if (cameBack) {
                rung.level = rung.levelBefore;
                rung.lastAction = rung.actionBefore;
                rung.handedOver = rung.handedOverBefore;
                rung.taken = null;
                rung.pending = rung.pending == null && !event.last() ? post : rung.pending;
            }
            if (event.last() && (cameBack || rung.pending == post)) {
                rung.pending = rung.pending == post ? null : rung.pending;
                rung.done.remove(action.key().step());
                rung.undeliverable = true;
            }
        }
    }

    private void withdrawn(OfLetter event) {
        Post post = post(event.letterId());
        for (ActionAccepted action : post.actions) {
            Rung rung = rung(action.key().item());
            if (rung.pending == post) {
                rung.pending = null;
                rung.withdrawn = day(event);
                rung.done.remove(action.key().step());
            }
        }
    }

    private void restarted(LadderRestarted event) {
        Rung rung = rung(event.item());
        if (event.cycle() > rung.cycle) {
            rung.cycle = event.cycle();
            rung.level = 0;
            rung.anchor = day(event);
            rung.taken = null;
        }
    }
}
