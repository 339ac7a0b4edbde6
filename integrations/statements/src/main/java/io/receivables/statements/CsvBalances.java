package io.receivables.statements;

import io.receivables.core.Money;
import io.receivables.core.cash.BankBalance;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the balances that stand beside bookings. Banks export the oldest booking first, or the newest: the first two rows
 * whose figures fit one way only decide it.
 */
final class CsvBalances {
    /** A row whose balance does not follow from the row before it in time. */
    record Gap(Money before, Money booked, Money after) {
        Money difference() {
            return after.minus(before).minus(booked);
        }
    }

    private record Row(LocalDate date, Money booked, Money after) {
        Money before() {
            return after.minus(booked);
        }
    }

    private @Nullable Row first;
    private @Nullable Row last;
    private boolean decided;
    private boolean newestFirst;

    /** Adds a row; null where its balance follows, or cannot be compared. */
    @Nullable Gap add(LocalDate date, Money booked, Money after) {
        Row row = new Row(date, booked, after);
        Row previous = last;
        last = row;
        if (previous == null || !previous.after().currency().equals(after.currency())) {
            first = first == null ? row : first;
            return null;
        }
        boolean ascends = row.before().equals(previous.after());
        boolean descends = previous.before().equals(row.after());
        if (!decided) {
            // where the figures fit both ways, or neither, the days are a guess until they tell
            decided = ascends != descends;
            newestFirst = decided ? descends : date.isBefore(previous.date());
        }
        if (ascends && descends) {
            return null;
        }
        if (newestFirst ? descends : ascends) {
            return null;
        }
        return newestFirst
                ? new Gap(row.after(), previous.booked(), previous.after())
                : new Gap(previous.after(), row.booked(), row.after());
    }

    /** What was there before the oldest row. */
    Optional<BankBalance> opening() {
        Row oldest = newestFirst ? last : first;
        return oldest == null
                ? Optional.empty()
                : Optional.of(new BankBalance(BankBalance.Type.OPENING, oldest.date(), oldest.before()));
    }

    /** What was there after the newest row. */
    Optional<BankBalance> closing() {
        Row newest = newestFirst ? first : last;
        return newest == null
                ? Optional.empty()
                : Optional.of(new BankBalance(BankBalance.Type.CLOSING, newest.date(), newest.after()));
    }
}
