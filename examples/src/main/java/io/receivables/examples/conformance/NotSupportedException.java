package io.receivables.examples.conformance;

/** The library does not have what a case asks for. */
public final class NotSupportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * @param name what it does not have, such as the name of a method
     */
    public NotSupportedException(String name) {
        super(name);
        this.name = name;
    }

    String name() {
        return name;
    }
}
