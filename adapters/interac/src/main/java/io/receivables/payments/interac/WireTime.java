package io.receivables.payments.interac;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the public API writes them: {@code yyyy-MM-dd'T'HH:mm:ss.SSS'Z'}, in UTC whatever the zone of the machine. */
final class WireTime {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireTime() {}

    /** The time, to the millisecond before it. */
    static String text(Instant instant) {
        return FORMAT.format(instant);
    }
}
