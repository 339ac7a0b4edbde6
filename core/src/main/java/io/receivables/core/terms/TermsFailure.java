package io.receivables.core.terms;

import io.receivables.core.Problem;

/** Ends the reading of a text that is not understood. */
final class TermsFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SHOWN = 200;

    private final TermsProblem code;
    private final String understood;
    private final String rest;
    private final String number;

    TermsFailure(TermsProblem code, String understood, String rest) {
        this(code, understood, rest, "");
    }

    private TermsFailure(TermsProblem code, String understood, String rest, String number) {
        super(code.id(), null, false, false);
        this.code = code;
        this.understood = understood;
        this.rest = rest;
        this.number = number;
    }

    /** A number that cannot be. */
    static TermsFailure ofNumber(TermsProblem code, String number) {
        return new TermsFailure(code, "", "", number);
    }

    Problem problem(String text) {
        return Problem.of(
                code,
                Problem.VALUE,
                shown(text),
                TermsProblem.UNDERSTOOD,
                shown(understood),
                TermsProblem.REST,
                shown(rest),
                "number",
                shown(number));
    }

    /** A text for a message: on one line and not endless. */
    static String shown(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }
}
