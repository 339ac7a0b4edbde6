package io.receivables.dunning.policy;

import io.receivables.dunning.internal.Codes;

/** Which step is taken when runs were missed and several are due. Either way one run takes one step of an item. {@link #code()} is its pinned text in files and stores. */
public enum CatchUp {
    /** The next one; the others follow run by run. */
    ONE_STEP_PER_RUN("one-step-per-run"),
    /** The last one that is due; a formal notice is never passed over. */
    MOST_SEVERE("most-severe");

    private final String code;

    CatchUp(String code) {
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
    public static CatchUp ofCode(String code) {
        return Codes.find("catch-up", code, values(), CatchUp::code);
    }
}
