package io.receivables.dunning.measure;

import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.Explanation;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.List;

/**
 * What two policies would have done over the same past. On each day of a run both plan against the ledger as it stood
 * and as it was known on that day; what they propose counts as sent on that day, and so the next day builds on it.
 *
 * <p>It replays facts. What customers paid, promised and contested is what they did under the policy that really ran:
 * they do not pay sooner because the other one would have written sooner. So a back-test tells how many letters would
 * have gone to whom, when, for which amounts; it does not tell what they would have brought. For that, let both run side
 * by side ({@link Assignment}) and measure ({@link Effectiveness}).
 *
 * <p>What dunning was told in that past is told to both sides on its day: holds, insolvencies, rejected debits, recalls,
 * corrected contacts, plans offered and declined, answers of sales. Asked first, sales agree on the day unless the history has their answer.
 * What happened to letters of the policy that really ran (sent, failed, skipped, postponed) is not replayed, but for those
 * accepted before the first day.
 *
 * <pre>{@code
 * BackTest test = BackTest.of(log, BackTestOptions.daily(from, to), asItIs, asProposed);
 * test.first().lines();
 * for (BackTest.Difference difference : test.differences()) {
 *     difference.inFirst().rule();
 *     difference.inSecond().rule();
 * }
 * }</pre>
 */
public final class BackTest {
    private final Replay first;
    private final Replay second;
    private final List<Difference> differences;

    BackTest(Replay first, Replay second, List<Difference> differences) {
        this.first = first;
        this.second = second;
        this.differences = List.copyOf(differences);
    }

    /**
     * An item that the two sides did not treat alike.
     *
     * @param item the item
     * @param date the first day on which one side did something else than the other; what follows may follow from it
     * @param inFirst why the first side did what it did on that day, or nothing
     * @param inSecond why the second side did
     * @param ofFirst all that the first side did about the item
     * @param ofSecond all that the second side did
     */
    public record Difference(
            ItemReference item,
            LocalDate date,
            Explanation inFirst,
            Explanation inSecond,
            List<ActionAccepted> ofFirst,
            List<ActionAccepted> ofSecond) {
        public Difference {
            ofFirst = List.copyOf(ofFirst);
            ofSecond = List.copyOf(ofSecond);
        }
    }

    /**
     * Replays a past under two policies.
     *
     * @throws IllegalArgumentException if a policy names a calendar that the options do not have
     */
    public static BackTest of(CollectionLog log, BackTestOptions options, Policies first, Policies second) {
        return new BackTestRun(log, options, first, second).run();
    }

    public Replay first() {
        return first;
    }

    public Replay second() {
        return second;
    }

    /**
     * The items that the customer would have noticed a difference of: another day, step, channel, template, claim or fee.
     * They are in the order of the first day on which the sides differ, then of the item. Which letter an item shares with
     * others, and how the policies are called, is no difference.
     */
    public List<Difference> differences() {
        return differences;
    }

    @Override
    public String toString() {
        return "BackTest[first=" + first + ", second=" + second + ", differences=" + differences.size() + "]";
    }
}
