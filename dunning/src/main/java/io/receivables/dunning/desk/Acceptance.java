package io.receivables.dunning.desk;

import io.receivables.dunning.Letter;
import java.util.List;

/**
 * What came of accepting a plan. Letters are listed as they go out, with what was changed in them.
 *
 * @param accepted the letters that wait in the outbox now
 * @param known the letters that were accepted before, by this plan or by one that proposed the same
 * @param conflicting letters whose customer was changed by others since the plan was made; nothing was recorded about
 *     them, and a new plan takes what changed into account
 */
public record Acceptance(List<Letter> accepted, List<Letter> known, List<Letter> conflicting) {
    public Acceptance {
        accepted = List.copyOf(accepted);
        known = List.copyOf(known);
        conflicting = List.copyOf(conflicting);
    }
}
