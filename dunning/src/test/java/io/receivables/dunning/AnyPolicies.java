package io.receivables.dunning;

import io.receivables.core.Money;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.policy.CatchUp;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.PartPayment;
import io.receivables.dunning.policy.SalesInvolvement;
import io.receivables.dunning.policy.Successor;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ListArbitrary;

/** Policies of every shape, all of them free of errors. */
final class AnyPolicies {
    private AnyPolicies() {}

    static Arbitrary<DunningPolicy> any() {
        return Combinators.combine(ladders(), rules(), Arbitraries.of(Grouping.values()), flags())
                .as((steps, rules, grouping, flags) -> DunningPolicy.of("any", steps)
                        .withGraceDays(rules.get(0) % 8)
                        .withMinimumInterval(rules.get(1) % 10)
                        .withPromiseGraceDays(rules.get(2) % 4)
                        .withPlanToleranceDays(rules.get(3) % 4)
                        .grouped(grouping)
                        .mixingLevels(flags.get(0))
                        .coveredByCredit(flags.get(1))
                        .catchingUp(flags.get(2) ? CatchUp.MOST_SEVERE : CatchUp.ONE_STEP_PER_RUN)
                        .onPartPayment(flags.get(3) ? PartPayment.RESTARTS : PartPayment.KEEPS_LEVEL)
                        .onCalendar(flags.get(4) ? DunningPolicy.WEEKDAYS : DunningPolicy.EVERY_DAY)
                        .contactOnReturn(flags.get(5) ? Channel.PHONE : Channel.EMAIL));
    }

    private static ListArbitrary<Integer> rules() {
        return Arbitraries.integers().between(0, 1_000).list().ofSize(4);
    }

    private static ListArbitrary<Boolean> flags() {
        return Arbitraries.of(true, false).list().ofSize(6);
    }

    private static Arbitrary<List<DunningStep>> ladders() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(0, 25)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(5),
                        Arbitraries.integers().between(0, 15).set().ofMaxSize(2),
                        Arbitraries.integers().between(0, 6))
                .as(AnyPolicies::steps);
    }

    private static List<DunningStep> steps(List<Integer> distances, Iterable<Integer> courtesies, int choice) {
        List<DunningStep> steps = new ArrayList<>();
        courtesies.forEach(days -> steps.add(DunningStep.courtesy(days)));
        steps.sort((a, b) ->
                Integer.compare(a.daysPastDue().orElseThrow(), b.daysPastDue().orElseThrow()));
        int days = 0;
        for (int distance : distances) {
            int level = (int) steps.stream().filter(step -> step.level() > 0).count() + 1;
            days += distance;
            steps.add(step(level, days, choice + level));
        }
        if (choice == 0) {
            steps.add(DunningStep.handOver(distances.size() + 1, days + 20, Successor.LAWYER));
        }
        return steps;
    }

    private static DunningStep step(int level, int days, int choice) {
        DunningStep step = DunningStep.reminder(level, days);
        return switch (choice % 7) {
            case 0 -> step.fee(Fee.percentOfOriginal("2.5"));
            case 1 -> step.afterPrevious(days % 9);
            case 2 -> DunningStep.formalNotice(level, days).interest(false);
            case 3 -> step.atLeast(Money.of("50.00", "EUR"), Money.of("500", "JPY"));
            case 4 -> step.sales(level % 2 == 0 ? SalesInvolvement.ASKED_FIRST : SalesInvolvement.INFORMED);
            case 5 -> DunningStep.negotiation(level, days);
            default -> step;
        };
    }
}
