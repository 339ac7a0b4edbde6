package io.receivables.dunning.measure;

import io.receivables.core.Customer;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.OfLetter;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The events of a history: those before the first day of a back-test, and what was told to dunning from then on. */
final class ToldEvents {
    private final Cases start;
    private final List<DunningEvent> told = new ArrayList<>();
    private final Set<ActionKey> answered = new HashSet<>();
    private int next;

    ToldEvents(Ledger ledger, BackTestOptions options) {
        LocalDate first = options.days().get(0);
        List<DunningEvent> before = new ArrayList<>();
        List<DunningEvent> since = new ArrayList<>();
        for (Customer customer : ledger.customers()) {
            for (DunningEvent event : options.history().events(customer.id())) {
                (event.date().isBefore(first) ? before : since).add(event);
            }
        }
        start = Cases.of(before);
        Set<String> underWay = lettersOf(before);
        for (DunningEvent event : since) {
            boolean isUnderWay = event instanceof OfLetter ofLetter && underWay.contains(ofLetter.letterId());
            if (isUnderWay || isTold(event)) {
                told.add(event);
            }
            if (event instanceof SalesAnswered answer) {
                answered.add(answer.key());
            }
        }
        told.sort(Comparator.comparing(DunningEvent::date));
    }

    private static Set<String> lettersOf(List<DunningEvent> events) {
        Set<String> letters = new HashSet<>();
        for (DunningEvent event : events) {
            if (event instanceof ActionAccepted action) {
                letters.add(action.letterId());
            }
        }
        return letters;
    }

    /** Whether an event says something that holds under any policy. */
    private static boolean isTold(DunningEvent event) {
        return switch (event.kind()) {
            case SALES_ANSWERED,
                    CALL_MADE,
                    CONTACT_CORRECTED,
                    HOLD_SET,
                    HOLD_RELEASED,
                    INSOLVENCY_OPENED,
                    INSOLVENCY_CLOSED,
                    DEBIT_REJECTED,
                    RECOVERED,
                    FILE_RECALLED,
                    PLAN_OFFERED,
                    PLAN_DECLINED,
                    PLAN_AGREED -> true;
            case ACTION_ACCEPTED,
                    ACTION_SKIPPED,
                    ACTION_POSTPONED,
                    LETTER_SENDING,
                    LETTER_SENT,
                    LETTER_FAILED,
                    LETTER_WITHDRAWN,
                    LETTER_ACKNOWLEDGED,
                    SALES_ASKED,
                    LADDER_RESTARTED -> false;
        };
    }

    /** Where the cases stood before the first day. */
    Cases start() {
        return start;
    }

    /** The events up to a day that were not given yet; days only go forward. */
    List<DunningEvent> upTo(LocalDate day) {
        int from = next;
        while (next < told.size() && !told.get(next).date().isAfter(day)) {
            next++;
        }
        return told.subList(from, next);
    }

    /** Whether sales answered about an action, be it later. */
    boolean hasAnswer(ActionKey key) {
        return answered.contains(key);
    }
}
