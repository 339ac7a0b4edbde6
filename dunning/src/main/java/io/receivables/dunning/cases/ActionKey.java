package io.receivables.dunning.cases;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.internal.Checks;
import java.util.Objects;

/**
 * What makes an action the same action, however often it is proposed, by whichever runner: the item, the step and the
 * cycle of the ladder. A second action of the same key is never taken.
 *
 * @param item one instalment of a document
 * @param step the step's code, such as {@code level-2}, {@code courtesy-5} or {@code returned-2026-05-04}
 * @param cycle how often the ladder of this item was restarted
 */
public record ActionKey(ItemReference item, String step, int cycle) {
    private static final char SEPARATOR = ':';

    public ActionKey {
        Objects.requireNonNull(item, "item");
        ItemReference named = item;
        Checks.that(
                named.instalment() != ItemReference.ALL_INSTALMENTS,
                () -> "item " + named + " of an action names no instalment: give its number");
        Checks.id(step, "step");
        String code = step;
        Checks.that(code.indexOf(SEPARATOR) < 0, () -> "step " + code + " has a " + SEPARATOR + ": leave it out");
        int number = cycle;
        Checks.that(number >= 0, () -> "cycle " + number + " is negative");
    }

    /** The key as one text, which {@link #parse} reads: {@code F-1001/1:level-2:0}. */
    @Override
    public String toString() {
        return item.documentId() + "/" + item.instalment() + SEPARATOR + step + SEPARATOR + cycle;
    }

    /**
     * The key of a text.
     *
     * @throws IllegalArgumentException if the text is no key
     */
    public static ActionKey parse(String text) {
        int cycleAt = text.lastIndexOf(SEPARATOR);
        int stepAt = text.lastIndexOf(SEPARATOR, cycleAt - 1);
        int instalmentAt = text.lastIndexOf('/', stepAt);
        Checks.that(
                instalmentAt > 0 && stepAt > instalmentAt && cycleAt > stepAt,
                () -> "action key \"" + text + "\" is not of the form document/instalment:step:cycle");
        try {
            int instalment = Integer.parseInt(text.substring(instalmentAt + 1, stepAt));
            return new ActionKey(
                    ItemReference.of(text.substring(0, instalmentAt), instalment),
                    text.substring(stepAt + 1, cycleAt),
                    Integer.parseInt(text.substring(cycleAt + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("action key \"" + text + "\" has no number where one belongs", e);
        }
    }
}
