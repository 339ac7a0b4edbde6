package io.receivables.dunning.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.collection.CollectionLog;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.dunning.policy.PartPayment;
import io.receivables.dunning.policy.Policies;
import io.receivables.testkit.ReceivablesProviders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every past. */
class BackTestProperties implements ReceivablesProviders {
    private static final Policies COURTEOUS = Policies.of(DunningPolicy.of(
            "courteous",
            DunningStep.courtesy(5),
            DunningStep.reminder(1, 5),
            DunningStep.reminder(2, 20),
            DunningStep.reminder(3, 40)));

    private static final Policies STRICT = Policies.of(DunningPolicy.of(
                    "strict",
                    DunningStep.reminder(1, 1).fee(Fee.percentOfOriginal("1")),
                    DunningStep.reminder(2, 8))
            .onCalendar(DunningPolicy.EVERY_DAY)
            .onPartPayment(PartPayment.RESTARTS));

    /** Sixty days, every third of them. */
    private static BackTestOptions options(LocalDate from) {
        return BackTestOptions.daily(from, from.plusDays(60))
                .on(from.datesUntil(from.plusDays(60), java.time.Period.ofDays(3))
                        .toList());
    }

    /** The plainest way: the log is made anew for every day. */
    private static List<Letter> replayed(CollectionLog log, BackTestOptions options, Policies policies) {
        List<Letter> letters = new ArrayList<>();
        Cases cases = Cases.none();
        for (LocalDate day : options.days()) {
            DunningPlan plan = DunningRun.plan(log.knownOn(day), cases, policies, DunningOptions.standard(day));
            letters.addAll(plan.letters());
            cases = cases.with(plan.asSent());
        }
        return letters;
    }

    @Property(tries = 100)
    void both_sides_do_what_runs_on_these_days_would_have_done(
            @ForAll("collectionLogs") CollectionLog log, @ForAll("dates") LocalDate from) {
        BackTestOptions options = options(from);

        BackTest test = BackTest.of(log, options, COURTEOUS, STRICT);

        assertThat(test.first().letters()).isEqualTo(replayed(log, options, COURTEOUS));
        assertThat(test.second().letters()).isEqualTo(replayed(log, options, STRICT));
    }
}
