package io.receivables.dunning.cases;

import java.util.List;

/**
 * What was recorded about a customer as a whole.
 *
 * @param version how many events the customer has; it tells whether something happened since
 * @param insolvent whether proceedings are open
 * @param holds the holds of everything of the customer
 * @param lastLetterDay the epoch day of the last letter that went out; {@link CaseState#NEVER} when none did
 */
public record CustomerState(long version, boolean insolvent, List<Hold> holds, int lastLetterDay) {
    /** Nothing has happened. */
    public static final CustomerState INITIAL = new CustomerState(0, false, List.of(), CaseState.NEVER);

    public CustomerState {
        holds = List.copyOf(holds);
    }

    CustomerState after(long version, int lastLetterDay) {
        return new CustomerState(version, insolvent, holds, lastLetterDay);
    }

    CustomerState insolvent(boolean insolvent) {
        return new CustomerState(version, insolvent, holds, lastLetterDay);
    }

    CustomerState holds(List<Hold> holds) {
        return new CustomerState(version, insolvent, holds, lastLetterDay);
    }
}
