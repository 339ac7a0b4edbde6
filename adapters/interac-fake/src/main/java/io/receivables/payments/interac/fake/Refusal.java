package io.receivables.payments.interac.fake;

/** What the server answers in place of doing what it was asked. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** 400: the request is not as it should be. */
    static Refusal invalid(String message) {
        return new Refusal(400, "FAKE-INVALID", message);
    }

    /** 400: the request is well formed, and comes at the wrong time. */
    static Refusal state(String message) {
        return new Refusal(400, "FAKE-STATE", message);
    }

    static Refusal unauthorized(String message) {
        return new Refusal(401, "FAKE-UNAUTHORIZED", message);
    }

    static Refusal notFound(String message) {
        return new Refusal(404, "FAKE-NOT-FOUND", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
