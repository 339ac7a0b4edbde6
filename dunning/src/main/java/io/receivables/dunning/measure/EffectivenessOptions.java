package io.receivables.dunning.measure;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.internal.Checks;
import io.receivables.dunning.policy.Policies.Segmentation;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How effects are counted.
 *
 * @param asOf the day at whose end things stand as told
 * @param days the days after the sending in which effects count, from 1 to ten years
 * @param costs what a letter, call or visit costs by channel, none negative
 * @param segmentation tells segments; a customer counts in the one they are in today, not when the letter was sent
 * @param experiment tells variants
 */
public record EffectivenessOptions(
        LocalDate asOf, int days, Map<Channel, Money> costs, Segmentation segmentation, Segmentation experiment) {
    private static final int USUAL_DAYS = 30;

    public EffectivenessOptions {
        Objects.requireNonNull(asOf, "asOf");
        Checks.days(days, "days");
        int given = days;
        Checks.that(given >= 1, () -> "days " + given + " leave no time for an effect: give 1 or more");
        Map<Channel, Money> byChannel = new EnumMap<>(Channel.class);
        byChannel.putAll(costs);
        byChannel.forEach((channel, cost) -> Checks.that(
                !cost.isNegative(), () -> "cost " + cost + " of channel " + channel.code() + " is negative"));
        costs = Collections.unmodifiableMap(byChannel);
        Objects.requireNonNull(segmentation, "segmentation");
        Objects.requireNonNull(experiment, "experiment");
    }

    /** Effects within 30 days, segments as stated ({@link Customer#SEGMENT}), no costs, no experiment. */
    public static EffectivenessOptions standard(LocalDate asOf) {
        return new EffectivenessOptions(
                asOf,
                USUAL_DAYS,
                Map.of(),
                customer -> customer.attribute(Customer.SEGMENT).orElse(""),
                customer -> "");
    }

    public EffectivenessOptions within(int days) {
        return new EffectivenessOptions(asOf, days, costs, segmentation, experiment);
    }

    /** With what one letter, call or visit of a channel costs. */
    public EffectivenessOptions costing(Channel channel, Money cost) {
        Map<Channel, Money> changed = new EnumMap<>(Channel.class);
        changed.putAll(costs);
        changed.put(channel, cost);
        return new EffectivenessOptions(asOf, days, changed, segmentation, experiment);
    }

    public EffectivenessOptions segmentedBy(Segmentation segmentation) {
        return new EffectivenessOptions(asOf, days, costs, segmentation, experiment);
    }

    /** With the variants of an experiment to be told apart. */
    public EffectivenessOptions comparing(Assignment experiment) {
        return new EffectivenessOptions(asOf, days, costs, segmentation, experiment);
    }
}
