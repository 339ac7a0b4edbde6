package io.receivables.examples.sample;

/** How a customer pays. */
enum Habit {
    PROMPT,
    USUAL,
    SLOW,
    ERRATIC,
    /** Pays late, and from {@link Company#INSOLVENT_FROM} on not at all. */
    FAILING;

    /** Days between the due date and the payment; negative when early. */
    int delay(Dice dice) {
        return switch (this) {
            case PROMPT -> dice.around(-3, 5);
            case USUAL -> dice.around(3, 7);
            case SLOW, FAILING -> dice.around(21, 16);
            case ERRATIC -> dice.between(-6, 70);
        };
    }
}
