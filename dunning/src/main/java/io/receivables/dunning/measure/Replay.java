package io.receivables.dunning.measure;

import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one side of a {@link BackTest} would have done. */
public final class Replay {
    private final List<Letter> letters;
    private final List<ActionAccepted> actions;
    private final Cases cases;

    Replay(List<Letter> letters, Cases cases) {
        this.letters = List.copyOf(letters);
        this.actions = letters.stream()
                .flatMap(letter -> letter.accepted().stream())
                .map(ActionAccepted.class::cast)
                .toList();
        this.cases = cases;
    }

    /** The letters, by day and then by customer. */
    public List<Letter> letters() {
        return letters;
    }

    /** The actions of the letters, in their order. */
    public List<ActionAccepted> actions() {
        return actions;
    }

    /** Where the cases stand at the end. */
    public Cases cases() {
        return cases;
    }

    /** The first day on which each item was acted on, by item in the order of those days. */
    public Map<ItemReference, LocalDate> firstActions() {
        Map<ItemReference, LocalDate> first = new LinkedHashMap<>();
        actions.forEach(action -> first.putIfAbsent(action.key().item(), action.date()));
        return Collections.unmodifiableMap(first);
    }

    /**
     * Letters and actions of one kind of step, level and channel.
     *
     * @param letters the letters whose highest action is of this kind, so that each letter counts once
     * @param items the actions of this kind; an item acted on twice counts twice
     * @param claimed what they ask for, by currency code
     */
    public record Line(
            StepKind step, int level, Channel channel, long letters, long items, Map<String, Money> claimed) {
        public Line {
            claimed = Collections.unmodifiableMap(new TreeMap<>(claimed));
        }

        private Line plus(Line other) {
            Map<String, Money> sums = new TreeMap<>(claimed);
            other.claimed.forEach((currency, amount) -> sums.merge(currency, amount, Money::plus));
            return new Line(step, level, channel, letters + other.letters, items + other.items, sums);
        }
    }

    private static final Comparator<Line> IN_ORDER =
            Comparator.comparing(Line::step).thenComparingInt(Line::level).thenComparing(Line::channel);

    /** The lines by step, level and channel; letters, items and amounts of all lines add up to all there are. */
    public List<Line> lines() {
        record Kind(StepKind step, int level, Channel channel) {}
        Map<Kind, Line> lines = new HashMap<>();
        List<Line> single = new ArrayList<>();
        for (Letter letter : letters) {
            single.add(new Line(letter.step().kind(), letter.step().level(), letter.channel(), 1, 0, Map.of()));
        }
        for (ActionAccepted action : actions) {
            Money claimed = action.claimed();
            single.add(new Line(
                    action.step(),
                    action.level(),
                    action.channel(),
                    0,
                    1,
                    Map.of(claimed.currency().getCurrencyCode(), claimed)));
        }
        single.forEach(line -> lines.merge(new Kind(line.step(), line.level(), line.channel()), line, Line::plus));
        return lines.values().stream().sorted(IN_ORDER).toList();
    }

    @Override
    public String toString() {
        return "Replay[letters=" + letters.size() + ", actions=" + actions.size() + "]";
    }
}
