package io.receivables.dunning;

import io.receivables.core.collection.CollectionLog;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.internal.Checks;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What will be done next if nothing happens in between: no payment, no answer, and every letter accepted and sent on its
 * day. It is the run itself, day after day, on what is known today: a promise that nobody keeps is broken when its day is
 * over, a hold ends on its day, days off are passed over.
 */
public final class DunningCalendar {
    private final List<Letter> letters;

    private DunningCalendar(List<Letter> letters) {
        this.letters = List.copyOf(letters);
    }

    /**
     * The letters of some days to come, today's included.
     *
     * @param options the options of today's run; facts of the ledger that are dated later are left to their days
     * @param days how many days to look ahead, from 1
     * @throws IllegalArgumentException as {@link DunningRun#plan(CollectionLog, Cases, Policies, DunningOptions)} does
     */
    public static DunningCalendar of(
            CollectionLog log, Cases cases, Policies policies, DunningOptions options, int days) {
        Checks.that(
                days >= 1 && days <= Checks.MOST_DAYS,
                () -> "days " + days + " are not between 1 and " + Checks.MOST_DAYS);
        List<Letter> letters = new ArrayList<>();
        Cases then = cases;
        for (int ahead = 0; ahead < days; ahead++) {
            LocalDate date = options.date().plusDays(ahead);
            DunningPlan plan = DunningRun.plan(log, then, policies, options.on(date));
            letters.addAll(plan.letters());
            then = then.with(plan.asSent());
        }
        return new DunningCalendar(letters);
    }

    /** All letters, by date and customer. */
    public List<Letter> letters() {
        return letters;
    }

    /** The letters of a day. */
    public List<Letter> on(LocalDate date) {
        return letters.stream().filter(letter -> letter.date().equals(date)).toList();
    }

    /** The letters to one customer, by date. */
    public List<Letter> ofCustomer(String customerId) {
        return letters.stream()
                .filter(letter -> letter.customerId().equals(customerId))
                .toList();
    }

    /** How many letters each day has; days without any are left out. */
    public SortedMap<LocalDate, Integer> load() {
        SortedMap<LocalDate, Integer> load = new TreeMap<>();
        letters.forEach(letter -> load.merge(letter.date(), 1, Integer::sum));
        return load;
    }
}
