package io.receivables.examples.conformance;

/** The library does not have what a case asks for; the message is its name, such as that of a method. */
public final class NotSupportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotSupportedException(String name) {
        super(name);
    }
}
