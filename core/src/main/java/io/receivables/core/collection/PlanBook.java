package io.receivables.core.collection;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.PlanState.InstalmentState;
import io.receivables.core.collection.PlanState.InstalmentStatus;
import io.receivables.core.ledger.StandingCash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Gives the money that reached a plan's items to its instalments, in their order. */
final class PlanBook {
    private final CollectionLog log;
    private final CollectionOptions options;

    PlanBook(CollectionLog log, CollectionOptions options) {
        this.log = log;
        this.options = options;
    }

    List<PlanState> states() {
        return log.by(options.asOf(), PaymentPlan.class).stream()
                .map(this::state)
                .toList();
    }

    private PlanState state(PaymentPlan plan) {
        LocalDate cancelledFrom = log.cancelledFrom(Cancellation.Target.PLAN, plan.id());
        boolean isCancelled = !cancelledFrom.isAfter(options.asOf());
        LocalDate seen = isCancelled ? cancelledFrom.minusDays(1) : options.asOf();
        List<InstalmentState> instalments = instalments(plan, received(plan, seen), seen);
        Money received = instalments.stream()
                .map(InstalmentState::received)
                .reduce(Money::plus)
                .orElseThrow();
        return new PlanState(
                plan,
                status(instalments, isCancelled),
                instalments,
                received,
                plan.total().minus(received));
    }

    /** What reached the items from the day of the agreement to a day, by day. */
    private NavigableMap<LocalDate, Long> received(PaymentPlan plan, LocalDate to) {
        NavigableMap<LocalDate, Long> received = new TreeMap<>();
        for (int row : Items.rows(log.ledger(), plan.items())) {
            StandingCash.forEach(log.ledger().columns(), row, Math.toIntExact(to.toEpochDay()), (day, amount) -> {
                LocalDate date = LocalDate.ofEpochDay(day);
                if (!date.isBefore(plan.date())) {
                    received.merge(date, amount, Math::addExact);
                }
            });
        }
        return received;
    }

    private List<InstalmentState> instalments(PaymentPlan plan, NavigableMap<LocalDate, Long> money, LocalDate seen) {
        List<InstalmentState> states = new ArrayList<>();
        for (Instalment instalment : plan.instalments()) {
            Currency currency = instalment.amount().currency();
            long missing = instalment.amount().minorUnits();
            LocalDate paid = LocalDate.MAX;
            while (missing > 0 && !money.isEmpty()) {
                Map.Entry<LocalDate, Long> first = money.firstEntry();
                long taken = Math.min(missing, first.getValue());
                missing -= taken;
                if (missing == 0) {
                    paid = first.getKey();
                }
                if (taken == first.getValue()) {
                    money.remove(first.getKey());
                } else {
                    money.put(first.getKey(), first.getValue() - taken);
                }
            }
            Money rest = Money.ofMinor(missing, currency);
            states.add(new InstalmentState(
                    states.size() + 1,
                    instalment.dueDate(),
                    instalment.amount(),
                    instalment.amount().minus(rest),
                    rest,
                    status(instalment.dueDate(), paid, seen)));
        }
        return states;
    }

    /** @param paid the day on which the last of it came; far away while it has not */
    private InstalmentStatus status(LocalDate due, LocalDate paid, LocalDate seen) {
        LocalDate deadline = due.plusDays(options.graceDays());
        LocalDate end = deadline.plusDays(options.toleranceDays());
        LocalDate decided = paid.isAfter(seen) ? seen : paid;
        if (decided.isAfter(end)) {
            return InstalmentStatus.BROKEN;
        }
        boolean isPaid = !paid.isAfter(seen);
        if (decided.isAfter(deadline)) {
            return isPaid ? InstalmentStatus.PAID_LATE : InstalmentStatus.BEHIND;
        }
        return isPaid ? InstalmentStatus.KEPT : InstalmentStatus.OPEN;
    }

    private static PlanState.Status status(List<InstalmentState> instalments, boolean isCancelled) {
        if (any(instalments, InstalmentStatus.BROKEN)) {
            return PlanState.Status.BROKEN;
        }
        boolean behind = any(instalments, InstalmentStatus.BEHIND);
        if (!behind && !any(instalments, InstalmentStatus.OPEN)) {
            return PlanState.Status.COMPLETED;
        }
        if (isCancelled) {
            return PlanState.Status.CANCELLED;
        }
        return behind ? PlanState.Status.BEHIND : PlanState.Status.RUNNING;
    }

    private static boolean any(List<InstalmentState> instalments, InstalmentStatus status) {
        return instalments.stream().anyMatch(instalment -> instalment.status() == status);
    }
}
