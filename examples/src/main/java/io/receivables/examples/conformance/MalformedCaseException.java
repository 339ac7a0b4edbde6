package io.receivables.examples.conformance;

/** A case, or a file, is not of the agreed shape: it says nothing about the library. */
public final class MalformedCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    public MalformedCaseException(String what) {
        super(what);
        this.what = what;
    }

    String what() {
        return what;
    }
}
