package io.receivables.core;

/** Whether a {@link Problem} kept something out, or only deserves a look. */
public enum Severity {
    /** What the problem names was not taken over. */
    ERROR("error"),
    /** What the problem names was taken over, in the way that the message says. */
    WARNING("warning");

    private final String code;

    Severity(String code) {
        this.code = code;
    }

    /** The pinned text of this severity in files and stores. */
    public String code() {
        return code;
    }
}
