package io.receivables.dunning.simulation;

import java.util.EnumSet;
import java.util.Set;

/** Mistakes that are made on purpose, each with the check that is to notice it without help from the others. */
enum Sabotage {
    NONE(EnumSet.allOf(Check.class)),
    /** The journal appends whatever version is expected. */
    JOURNAL_WITHOUT_VERSIONS(Check.ACTION_ONCE),
    /** The journal loses the news that a letter went out. */
    JOURNAL_FORGETS_WHAT_WAS_SENT(Check.JOURNAL_AND_SENDER_AGREE),
    /** The sender takes each attempt for a letter of its own. */
    KEY_OF_EACH_ATTEMPT(Check.ACTION_ONCE),
    /** What is due today is taken for overdue. */
    DUE_TODAY_IS_OVERDUE(Check.IN_ITS_TIME),
    /** A dispute over a part of an invoice never reaches the ledger. */
    PARTIAL_DISPUTES_IGNORED(Check.NO_MORE_THAN_OWED),
    /** Payments that were returned still stand in the ledger. */
    RETURNS_IGNORED(Check.NONE_MISSING),
    /** A hold does not end on its day. */
    HOLDS_WITHOUT_END(Check.NONE_MISSING),
    /** A hold never reaches the journal. */
    HOLDS_IGNORED(Check.NOT_SUSPENDED),
    /** A promise never reaches the collection. */
    PROMISES_IGNORED(Check.NOT_SUSPENDED),
    /** A run knows no holidays. */
    HOLIDAYS_IGNORED(Check.NO_DAY_OFF),
    /** A run grants fewer days of grace than were agreed on. */
    GRACE_FORGOTTEN(Check.EXPLAINED),
    /** The ledger takes every amount for one of the same currency. */
    CURRENCIES_FORGOTTEN(Check.NO_MORE_THAN_OWED),
    /** Letters mix currencies that were to be kept apart. */
    CURRENCIES_MIXED(Check.RIGHT_COMPANY),
    /** The ledger does not know who belongs together. */
    GROUPS_FORGOTTEN(Check.RIGHT_ADDRESSEE),
    /** A run does not hear of the alerts that keep a customer from being dunned. */
    ALERTS_TO_HOLD_FORGOTTEN(Check.NOT_SUSPENDED),
    /** A run does not hear of the alerts that are worth a notice. */
    ALERTS_TO_NOTIFY_FORGOTTEN(Check.NONE_MISSING),
    /** The journal loses what was skipped. */
    SKIPS_FORGOTTEN(Check.AS_DECIDED),
    /** The journal loses what was postponed. */
    POSTPONEMENTS_FORGOTTEN(Check.AS_DECIDED),
    /** Cases that are brought on day by day miss some events. */
    EVENTS_NOT_FOLDED(Check.REPLAYED),
    /** Something beside the seed has a say; what notices is that two histories differ. */
    CHANCE(EnumSet.allOf(Check.class));

    private final Set<Check> checks;

    Sabotage(Check check) {
        this(EnumSet.of(check));
    }

    Sabotage(Set<Check> checks) {
        this.checks = checks;
    }

    /** The checks that are made. */
    Set<Check> checks() {
        return checks;
    }
}
