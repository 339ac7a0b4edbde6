package io.receivables.payments.desk;

import io.receivables.core.Problem;
import io.receivables.payments.spi.Reason;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a desk did of what was due.
 *
 * @param payments how many payments were taken a step on
 * @param observations how many observations were read in histories; ones that were known are counted too
 * @param unread the providers whose history could not be read, by name, and why
 * @param problems what kept payments from being taken on; each names its payment by {@link Problem#ID}
 * @param isMoreDue whether something is due still
 */
public record WorkReport(
        int payments, int observations, Map<String, Reason> unread, List<Problem> problems, boolean isMoreDue) {
    public WorkReport {
        unread = Collections.unmodifiableMap(new TreeMap<>(unread));
        problems = List.copyOf(problems);
    }
}
