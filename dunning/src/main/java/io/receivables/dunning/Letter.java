package io.receivables.dunning;

import io.receivables.core.Money;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.policy.DunningStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Actions that go to one customer in one message; its words are those of the highest step among them.
 *
 * @param id the same for the same actions, date and version, whoever proposes them
 * @param customerId to whom
 * @param date the run's date
 * @param channel how it is sent
 * @param language {@code en} or {@code fr}
 * @param actions what it is about, one or more, oldest due date first
 * @param version the customer's version that it was proposed at; it is not accepted once something else happened
 */
public record Letter(
        String id,
        String customerId,
        LocalDate date,
        Channel channel,
        String language,
        List<DunningAction> actions,
        long version) {
    public Letter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(language, "language");
        actions = List.copyOf(actions);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("letter " + id + " is about nothing");
        }
    }

    /** The step whose words the letter uses: the highest one. */
    public DunningStep step() {
        return highest(actions);
    }

    static DunningStep highest(List<DunningAction> actions) {
        DunningStep highest = actions.get(0).step();
        for (DunningAction action : actions) {
            highest = action.step().level() > highest.level() ? action.step() : highest;
        }
        return highest;
    }

    /** The events that acceptance appends: one for each action, in their order. */
    public List<DunningEvent> accepted() {
        Map<DunningAction, Money> fees = fees(actions);
        return actions.stream()
                .<DunningEvent>map(action -> new ActionAccepted(
                        action.key(),
                        customerId,
                        date,
                        id,
                        action.policyId(),
                        action.step().kind(),
                        action.step().level(),
                        channel,
                        step().template(),
                        action.claimed(),
                        fees.getOrDefault(action, Money.zero(action.claimed().currency()))))
                .toList();
    }

    /** The events of a letter that is accepted and goes out at the first attempt on its date. */
    public List<DunningEvent> asSent() {
        List<DunningEvent> events = new ArrayList<>(accepted());
        events.add(new LetterSending(id, customerId, date, 1));
        events.add(new LetterSent(id, customerId, date, 1, ""));
        return events;
    }

    /** What is asked for, by currency code, without fees and interest. */
    public Map<String, Money> claimed() {
        Map<String, Money> sums = new TreeMap<>();
        actions.forEach(
                action -> sums.merge(action.claimed().currency().getCurrencyCode(), action.claimed(), Money::plus));
        return sums;
    }

    /** The fees of the letter by currency code: each step costs once, whatever the number of its items. */
    public Map<String, Money> fees() {
        Map<String, Money> sums = new TreeMap<>();
        fees(actions).forEach((action, fee) -> {
            if (!fee.isZero()) {
                sums.merge(fee.currency().getCurrencyCode(), fee, Money::plus);
            }
        });
        return sums;
    }

    /** The fee that each action bears; the first action of a step and currency bears that of all. */
    public static Map<DunningAction, Money> fees(List<DunningAction> actions) {
        record Costing(String step, String currency) {}
        Map<Costing, List<DunningAction>> together = new LinkedHashMap<>();
        for (DunningAction action : actions) {
            together.computeIfAbsent(
                            new Costing(
                                    action.key().step(),
                                    action.original().currency().getCurrencyCode()),
                            each -> new ArrayList<>())
                    .add(action);
        }
        Map<DunningAction, Money> fees = new LinkedHashMap<>();
        together.values().forEach(group -> {
            Money fee = group.get(0)
                    .step()
                    .fee()
                    .on(group.stream().map(DunningAction::original).toList());
            group.forEach(action -> fees.put(action, Money.zero(fee.currency())));
            fees.put(group.get(0), fee);
        });
        return fees;
    }
}
