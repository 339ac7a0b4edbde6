package io.receivables.dunning.simulation;

import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.desk.Acceptance;
import io.receivables.dunning.desk.Approval;
import io.receivables.dunning.desk.Dispatch;
import io.receivables.dunning.desk.DunningDesk;
import io.receivables.dunning.desk.DunningJournal;
import io.receivables.dunning.desk.LetterSender;
import io.receivables.dunning.desk.OutgoingLetter;
import io.receivables.dunning.desk.SendOutcome;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The runners of a day. At every call that is seen outside, of the journal and of the sender, a runner may die, and the other
 * one may do all of its work in between.
 */
final class Office {
    private static final int MOST_RUNNERS_AT_ONCE = 3;

    /** Ends a runner: nobody may catch it but the office. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final WatchedJournal journal;
    private final Policies policies;
    private final SplittableRandom random;
    private final LetterSender sender;
    private final DunningDesk desk;
    private final Map<String, OutgoingLetter> tasks = new TreeMap<>();

    private final Set<String> reported = new HashSet<>();
    private @Nullable Planned planned;
    private @Nullable DunningPlan earlier;
    private @Nullable Shift shift;
    private boolean inDoubt;
    private int dispatching;
    private long crashes;
    private long conflicts;

    /** A plan and what it was made of. */
    private record Planned(CollectionLog log, DunningOptions options, int changes, DunningPlan plan) {}

    /** What the runners of a day work with, and how many of them are at it. */
    private static final class Shift {
        final CollectionLog log;
        final DunningOptions options;
        final boolean disturbed;
        int running;

        Shift(CollectionLog log, DunningOptions options, boolean disturbed) {
            this.log = log;
            this.options = options;
            this.disturbed = disturbed;
        }
    }

    Office(WatchedJournal journal, Policies policies, LetterSender sender, SplittableRandom random) {
        this.journal = journal;
        this.policies = policies;
        this.sender = new Disturbed(sender);
        this.random = random;
        this.desk = DunningDesk.over(new DisturbedJournal(), policies);
    }

    long crashes() {
        return crashes;
    }

    long conflicts() {
        return conflicts;
    }

    /** The plan of a moment; as nothing but its arguments has a say in it, it is made again only when one of them changed. */
    @SuppressWarnings(
            "ReferenceEquality") // the very same arguments; comparing what is in them takes longer than a plan
    DunningPlan plan(CollectionLog log, DunningOptions options) {
        Planned known = planned;
        if (known != null && known.log == log && known.options == options && known.changes == journal.changes()) {
            return known.plan;
        }
        DunningPlan plan = DunningRun.plan(log, journal.cases(), policies, options);
        planned = new Planned(log, options, journal.changes(), plan);
        return plan;
    }

    /** Whether a plan proposes nothing and no letter waits either. */
    boolean hasNothingToDo(DunningPlan plan) {
        return plan.letters().isEmpty()
                && plan.questions().isEmpty()
                && plan.restarts().isEmpty()
                && journal.customersWithLettersUnderWay().isEmpty();
    }

    /** The calls that the last dispatches asked for. */
    Map<String, OutgoingLetter> tasks() {
        return tasks;
    }

    /** The letters of which any dispatch said that they went out. */
    Set<String> reported() {
        return reported;
    }

    /** Keeps a plan that a runner will come along with when it is out of date. */
    void keep(DunningPlan plan) {
        earlier = plan;
    }

    /** Two runners at once, in each other's way, either of which may die and may try again. */
    void work(CollectionLog log, DunningOptions options) {
        shift = new Shift(log, options, true);
        for (int runner = 0; runner < 2; runner++) {
            boolean died = !attempt();
            if (died && random.nextInt(10) < 7) {
                attempt();
            }
        }
        shift = null;
    }

    /**
     * One runner whom nobody disturbs.
     *
     * @return whether nothing is in doubt then
     */
    boolean workInPeace(CollectionLog log, DunningOptions options) {
        shift = new Shift(log, options, false);
        tasks.clear();
        inDoubt = false;
        attempt();
        shift = null;
        return !inDoubt;
    }

    /** @return whether the runner came to its end */
    private boolean attempt() {
        Shift now = shift();
        now.running++;
        try {
            run(now);
            return true;
        } catch (Killed e) {
            crashes++;
            return false;
        } finally {
            now.running--;
        }
    }

    private Shift shift() {
        Shift now = shift;
        if (now == null) {
            throw new IllegalStateException("nobody is at work");
        }
        return now;
    }

    private void run(Shift now) {
        LocalDate date = now.options.date();
        // a letter that somebody is just sending would be taken for one that never was
        if (dispatching == 0) {
            note(desk.resume(sender, date));
        }
        DunningPlan stale = earlier;
        boolean isLate = now.disturbed && stale != null && random.nextInt(3) == 0;
        DunningPlan plan = isLate && stale != null ? stale : plan(now.log, now.options);
        accept(plan);
        desk.askSales(plan, now.log.ledger());
        dispatching++;
        try {
            note(desk.dispatch(sender, now.log, now.options));
        } finally {
            dispatching--;
        }
    }

    private void accept(DunningPlan plan) {
        try {
            Acceptance acceptance = desk.accept(plan, approval(plan));
            conflicts += acceptance.conflicting().size();
        } catch (IllegalArgumentException e) {
            // the run of a later day was accepted meanwhile
            boolean isOfThePast =
                    journal.cases().lastRun().filter(plan.date()::isBefore).isPresent();
            if (!isOfThePast) {
                throw e;
            }
        }
    }

    /** What the approving person thinks of a plan: at times that a letter can wait, or go another way, or need not be. */
    private Approval approval(DunningPlan plan) {
        Approval approval = Approval.all();
        if (shift().disturbed && random.nextInt(12) == 0) {
            approval = Approval.only(plan.letters().stream()
                    .map(Letter::id)
                    .filter(id -> random.nextBoolean())
                    .toList());
        }
        for (Letter letter : plan.letters()) {
            if (letter.channel() == Channel.EMAIL && random.nextInt(20) == 0) {
                approval = approval.by(letter.id(), Channel.LETTER).noting(letter.id(), "As agreed.");
            }
            for (DunningAction action : letter.actions()) {
                approval = decided(approval, action, plan.date());
            }
        }
        return approval;
    }

    private Approval decided(Approval approval, DunningAction action, LocalDate date) {
        int chance = random.nextInt(100);
        if (chance < 2) {
            return approval.skip(action.key(), "not worth a stamp");
        } else if (chance < 6) {
            return approval.postpone(action.key(), date.plusDays(random.nextInt(12)), "on holiday");
        }
        return chance < 8 && shift().disturbed ? approval.without(action.key()) : approval;
    }

    private void note(Dispatch dispatch) {
        reported.addAll(dispatch.sent());
        dispatch.calls().forEach(task -> tasks.put(task.letterId(), task));
        inDoubt |= !dispatch.inDoubt().isEmpty();
    }

    /** A moment in which anything may happen. */
    private void moment() {
        Shift now = shift();
        if (!now.disturbed) {
            return;
        }
        int chance = random.nextInt(200);
        if (chance < 5) {
            throw new Killed();
        } else if (chance < 13 && now.running < MOST_RUNNERS_AT_ONCE) {
            attempt();
        }
    }

    private final class Disturbed implements LetterSender {
        private final LetterSender provider;

        Disturbed(LetterSender provider) {
            this.provider = provider;
        }

        @Override
        public SendOutcome send(OutgoingLetter letter) {
            moment();
            SendOutcome outcome = provider.send(letter);
            moment();
            return outcome;
        }

        @Override
        public SendOutcome find(String key) {
            moment();
            return provider.find(key);
        }
    }

    private final class DisturbedJournal implements DunningJournal {
        @Override
        public Outcome append(String customerId, long expectedVersion, List<? extends DunningEvent> events) {
            moment();
            Outcome outcome = journal.append(customerId, expectedVersion, events);
            moment();
            return outcome;
        }

        @Override
        public void ranOn(LocalDate date) {
            moment();
            journal.ranOn(date);
            moment();
        }

        @Override
        public long version(String customerId) {
            return journal.version(customerId);
        }

        @Override
        public List<DunningEvent> events(String customerId) {
            moment();
            return journal.events(customerId);
        }

        @Override
        public Optional<String> customerOfLetter(String letterId) {
            return journal.customerOfLetter(letterId);
        }

        @Override
        public List<String> customersWithLettersUnderWay() {
            moment();
            return journal.customersWithLettersUnderWay();
        }

        @Override
        public Cases cases() {
            return journal.cases();
        }
    }
}
