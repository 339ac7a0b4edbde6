package io.receivables.dunning.simulation;

/** What must hold in a simulation, by the name that a violation is reported under. */
enum Check {
    ACTION_ONCE,
    LEVELS_RISE,
    ONE_ACTION_A_DAY,
    NO_MORE_THAN_OWED,
    NOT_SUSPENDED,
    IN_ITS_TIME,
    NO_DAY_OFF,
    NONE_MISSING,
    NOTHING_LEFT_TO_PROPOSE,
    JOURNAL_AND_SENDER_AGREE,
    EXPLAINED,
    TOLD
}
