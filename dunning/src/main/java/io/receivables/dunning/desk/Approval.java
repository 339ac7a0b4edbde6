package io.receivables.dunning.desk;

import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.internal.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about the letters of a plan. Immutable; every method that adds something gives a changed copy.
 *
 * <pre>{@code
 * Approval.all()
 *         .by(letter.id(), Channel.LETTER)
 *         .noting(letter.id(), "As agreed with Ms Roy on the phone.")
 *         .without(disputedSoon.key())
 *         .postpone(friend.key(), LocalDate.parse("2026-05-20"), "back from holidays on the 21st")
 *         .skip(small.key(), "not worth a stamp");
 * }</pre>
 *
 * <p>An edited letter keeps its id and its actions their keys, so that it remains the same letter to everybody else.
 */
public final class Approval {
    private final @Nullable Set<String> letters;
    private final Map<String, Channel> channels;
    private final Map<String, String> notes;
    private final Map<ActionKey, Instead> insteads;

    /** What happens to an action instead of being taken. */
    @FunctionalInterface
    private interface Instead {
        /** The event that says so; empty when the action is simply not taken now. */
        Optional<DunningEvent> event(Letter letter, DunningAction action);
    }

    private Approval(
            @Nullable Set<String> letters,
            Map<String, Channel> channels,
            Map<String, String> notes,
            Map<ActionKey, Instead> insteads) {
        this.letters = letters;
        this.channels = channels;
        this.notes = notes;
        this.insteads = insteads;
    }

    /** Every letter goes out. */
    public static Approval all() {
        return new Approval(null, Map.of(), Map.of(), Map.of());
    }

    /** Only these letters go out; the others are proposed again by the next run. None at all is a choice, too. */
    public static Approval only(String... letterIds) {
        return only(Arrays.asList(letterIds));
    }

    /** {@link #only(String...)} of ids in a list. */
    public static Approval only(List<String> letterIds) {
        return new Approval(Set.copyOf(letterIds), Map.of(), Map.of(), Map.of());
    }

    /** A letter goes by another channel. */
    public Approval by(String letterId, Channel channel) {
        return new Approval(
                letters, with(channels, letterId, Objects.requireNonNull(channel, "channel")), notes, insteads);
    }

    /** A letter gets words of somebody's own beside those of its template. */
    public Approval noting(String letterId, String note) {
        return new Approval(letters, channels, with(notes, letterId, Objects.requireNonNull(note, "note")), insteads);
    }

    /** An item is left out of its letter; the next run proposes it again. */
    public Approval without(ActionKey key) {
        return instead(key, (letter, action) -> Optional.empty());
    }

    /**
     * An action is left out and not proposed before a day has passed.
     *
     * @param until the last day on which it is not taken
     */
    public Approval postpone(ActionKey key, LocalDate until, String reason) {
        return instead(
                key,
                (letter, action) ->
                        Optional.of(new ActionPostponed(key, letter.customerId(), letter.date(), until, reason)));
    }

    /** An action counts as taken, and nothing is sent. */
    public Approval skip(ActionKey key, String reason) {
        return instead(
                key,
                (letter, action) -> Optional.of(new ActionSkipped(
                        key,
                        letter.customerId(),
                        letter.date(),
                        action.step().kind(),
                        action.step().level(),
                        reason)));
    }

    private Approval instead(ActionKey key, Instead instead) {
        return new Approval(letters, channels, notes, with(insteads, key, instead));
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }

    // ---- what follows for a plan

    /** Checks that all that is decided about is in the plan. */
    void check(DunningPlan plan) {
        Set<String> unknown = new HashSet<>(channels.keySet());
        unknown.addAll(notes.keySet());
        unknown.addAll(letters == null ? Set.of() : letters);
        insteads.keySet().forEach(key -> unknown.add(key.toString()));
        plan.letters().forEach(letter -> {
            unknown.remove(letter.id());
            letter.actions().forEach(action -> unknown.remove(action.key().toString()));
        });
        Checks.that(
                unknown.isEmpty(),
                () -> "the approval is about what the plan of " + plan.date() + " does not propose: "
                        + unknown.stream().sorted().collect(Collectors.joining(", ")));
    }

    /** The letter as it goes out; empty when nothing of it does. */
    Optional<Letter> edited(Letter letter) {
        List<DunningAction> actions = letter.actions().stream()
                .filter(action -> !insteads.containsKey(action.key()))
                .toList();
        if (actions.isEmpty() || (letters != null && !letters.contains(letter.id()))) {
            return Optional.empty();
        }
        return Optional.of(new Letter(
                letter.id(),
                letter.customerId(),
                letter.date(),
                channels.getOrDefault(letter.id(), letter.channel()),
                letter.language(),
                actions,
                letter.version()));
    }

    /** What is to be recorded about a letter: what is accepted, postponed and skipped of it. */
    List<DunningEvent> events(Letter letter) {
        List<DunningEvent> events = new ArrayList<>();
        for (DunningAction action : letter.actions()) {
            Instead instead = insteads.get(action.key());
            if (instead != null) {
                instead.event(letter, action).ifPresent(events::add);
            }
        }
        edited(letter).ifPresent(edited -> events.addAll(accepted(edited)));
        return events;
    }

    private List<ActionAccepted> accepted(Letter letter) {
        String note = notes.getOrDefault(letter.id(), "");
        return letter.accepted().stream()
                .map(event -> ((ActionAccepted) event).noting(note))
                .toList();
    }

    @Override
    public String toString() {
        return "Approval[" + (letters == null ? "all" : new TreeSet<>(letters)) + ", channels=" + channels + ", notes="
                + notes
                + ", left out="
                + new TreeMap<>(insteads.keySet().stream()
                                .collect(Collectors.toMap(ActionKey::toString, ActionKey::item)))
                        .keySet()
                + "]";
    }
}
