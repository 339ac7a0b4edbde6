package io.receivables.dunning.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of working through the outbox. Letters are told by their ids.
 *
 * @param sent those that went out
 * @param failed those that did not, and why; those with attempts left are tried again by the next dispatch
 * @param abandoned those of {@code failed} that were given up, so that a person has to look
 * @param withdrawn those that are never sent, and why: what they ask for may no longer be asked for
 * @param inDoubt those whose sending began and of which nobody knows the end, and why
 * @param calls what people have to do by telephone, see {@link DunningDesk#called}
 */
public record Dispatch(
        List<String> sent,
        Map<String, String> failed,
        List<String> abandoned,
        Map<String, String> withdrawn,
        Map<String, String> inDoubt,
        List<OutgoingLetter> calls) {
    public Dispatch {
        sent = List.copyOf(sent);
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        abandoned = List.copyOf(abandoned);
        withdrawn = Collections.unmodifiableMap(new LinkedHashMap<>(withdrawn));
        inDoubt = Collections.unmodifiableMap(new LinkedHashMap<>(inDoubt));
        calls = List.copyOf(calls);
    }

    /** A report that is being written. */
    static final class Report {
        final List<String> sent = new ArrayList<>();
        final Map<String, String> failed = new LinkedHashMap<>();
        final List<String> abandoned = new ArrayList<>();
        final Map<String, String> withdrawn = new LinkedHashMap<>();
        final Map<String, String> inDoubt = new LinkedHashMap<>();
        final List<OutgoingLetter> calls = new ArrayList<>();

        Dispatch done() {
            return new Dispatch(sent, failed, abandoned, withdrawn, inDoubt, calls);
        }
    }
}
