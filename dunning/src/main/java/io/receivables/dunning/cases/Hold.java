package io.receivables.dunning.cases;

import java.time.LocalDate;

/**
 * A time in which an item or a customer is not dunned.
 *
 * @param id the hold's id
 * @param from the first day
 * @param until the last day; a release moves it to the day before
 * @param reason why
 * @param note in words
 */
public record Hold(String id, LocalDate from, LocalDate until, HoldReason reason, String note) {
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** This hold, over on a day if it was not before. */
    Hold releasedOn(LocalDate day) {
        LocalDate last = day.minusDays(1);
        return new Hold(id, from, last.isBefore(until) ? last : until, reason, note);
    }
}
