package io.receivables.dunning.simulation;

/** What must hold in a simulation, by the name that a violation is reported under. */
enum Check {
    ACTION_ONCE,
    LEVELS_RISE,
    ONE_ACTION_A_DAY,
    NO_MORE_THAN_OWED,
    NOT_SUSPENDED,
    AS_DECIDED,
    RIGHT_ADDRESSEE,
    RIGHT_COMPANY,
    IN_ITS_TIME,
    NO_DAY_OFF,
    NONE_MISSING,
    NOTHING_LEFT_TO_PROPOSE,
    JOURNAL_AND_SENDER_AGREE,
    REPLAYED,
    EXPLAINED,
    TOLD
}
