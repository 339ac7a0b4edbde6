package io.receivables.examples.report;

/** The program was called wrongly; the message is one line in the language asked for. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
