package io.receivables.dunning.desk;

import io.receivables.core.Problem;
import java.util.Optional;
import java.util.function.Function;

/** Records what is true whatever else happened meanwhile: when somebody else was faster, it decides again and retries. */
final class Scribe {
    /** Each lost race means that somebody else got on, so that many in a row mean that something is wrong. */
    private static final int MOST_RACES = 100;

    private final DunningJournal journal;

    Scribe(DunningJournal journal) {
        this.journal = journal;
    }

    /**
     * Appends what is decided on the customer's file.
     *
     * @throws IllegalStateException if others are faster again and again
     */
    Recorded write(String customerId, Function<CustomerFile, Ruling> decision) {
        for (int race = 0; race < MOST_RACES; race++) {
            CustomerFile file = CustomerFile.read(journal, customerId);
            Ruling ruling = decision.apply(file);
            if (ruling.isKnownIn(file)) {
                return Recorded.known();
            }
            Optional<Problem> problem = ruling.problem();
            if (problem.isPresent()) {
                return Recorded.refused(problem.get());
            }
            switch (journal.append(customerId, file.version(), ruling.events())) {
                case APPENDED -> {
                    return Recorded.recorded();
                }
                case KNOWN -> {
                    return Recorded.known();
                }
                case CONFLICT -> {
                    // the file that was decided on is out of date
                }
            }
        }
        throw new IllegalStateException("others changed customer " + customerId + " " + MOST_RACES
                + " times while an event was to be recorded: tell it again");
    }
}
