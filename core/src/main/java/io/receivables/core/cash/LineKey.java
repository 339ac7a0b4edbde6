package io.receivables.core.cash;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What makes two bookings the same one, in whatever file or message they come: the account, the bank's reference of the
 * booking, its amount and its day. Where the bank gives no reference, a digest of what the booking says takes its place.
 *
 * @param account what the account is known by: {@link BankAccount#key()}
 * @param reference the bank's reference; a digest, begun by {@code ~}, where there is none
 * @param amount what was booked; for a part of a sum, the sum
 * @param date the day it was booked
 * @param part the number of the part in the sum from 1; 0 for a booking that is not divided
 */
public record LineKey(String account, String reference, Money amount, LocalDate date, int part) {
    public LineKey {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(date, "date");
    }

    /** The key of the whole booking that this may be a part of. */
    public LineKey whole() {
        return part == 0 ? this : new LineKey(account, reference, amount, date, 0);
    }
}
