package io.receivables.dunning.policy;

import io.receivables.dunning.internal.Codes;

/** How a message sounds. {@link #code()} is its pinned text in files and stores. */
public enum Tone {
    /** Nothing may be wrong: perhaps it was overlooked. */
    COURTEOUS("courteous"),
    /** The facts, and what is asked for. */
    NEUTRAL("neutral"),
    /** It is late, and what follows is said. */
    FIRM("firm"),
    /** The language of a notice with legal effect. */
    FORMAL("formal");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static Tone ofCode(String code) {
        return Codes.find("tone", code, values(), Tone::code);
    }
}
