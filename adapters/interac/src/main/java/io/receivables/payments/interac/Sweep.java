package io.receivables.payments.interac;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One walk over the money requests of a span of time, oldest first. The public API filters by when requests were made, not by when
 * they changed, so every walk begins so far back that whatever is older has come to its end.
 *
 * @param from the first creation
 * @param to the last creation; fixed for the whole walk, so that what is made meanwhile does not move the others
 * @param offset how many of them were seen
 */
record Sweep(Instant from, Instant to, int offset) {
    /** A request ends after 30 days at most, and what was fulfilled by then is deposited or not within days. */
    private static final Duration LIFE = Duration.ofDays(45);

    private static final int MOST_ITEMS = 100;

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,15})-([0-9]{1,15})-([0-9]{1,9})");

    /** Where a cursor leads; empty for a text that is no cursor. The empty cursor leads to the beginning of all requests. */
    static Optional<Sweep> read(String cursor, Instant now) {
        if (cursor.isEmpty()) {
            return Optional.of(new Sweep(Instant.EPOCH, now, 0));
        }
        Matcher matcher = CURSOR.matcher(cursor);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Instant from = Instant.ofEpochMilli(Long.parseLong(matcher.group(1)));
        Instant to = Instant.ofEpochMilli(Long.parseLong(matcher.group(2)));
        int offset = Integer.parseInt(matcher.group(3));
        // the cursor at the end of a walk has no span yet: the next walk reaches until now
        return Optional.of(new Sweep(from, to.equals(Instant.EPOCH) ? now : to, offset));
    }

    Map<String, String> query(int most) {
        return Map.of(
                "fromDate", WireTime.text(from),
                "toDate", WireTime.text(to),
                "maxResponseItems", Integer.toString(Math.min(most, MOST_ITEMS)),
                "offset", Integer.toString(offset),
                "sortBy", "creationDate",
                "orderBy", "asc");
    }

    /** The cursor after so many more. */
    String after(int more) {
        return cursor(from, to, Math.addExact(offset, more));
    }

    /** The cursor at the end of this walk: where the next one begins. */
    String end() {
        Instant next = to.minus(LIFE);
        return cursor(next.isBefore(Instant.EPOCH) ? Instant.EPOCH : next, Instant.EPOCH, 0);
    }

    private static String cursor(Instant from, Instant to, int offset) {
        return from.toEpochMilli() + "-" + to.toEpochMilli() + "-" + offset;
    }
}
