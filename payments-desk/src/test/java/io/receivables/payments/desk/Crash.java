package io.receivables.payments.desk;

/** The process ends here. No code of the desk catches it, as none would run. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where, null, false, false);
    }
}
