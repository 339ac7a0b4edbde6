package io.receivables.payments.interac.fake;

/** What can be asked of the server, to say which one is to go wrong. */
public enum FakeOperation {
    TOKEN,
    CONTACT,
    CREATE,
    /** Asking for one request. */
    READ,
    /** Asking for all requests, or all of a span of time. */
    LIST,
    AMEND,
    NOTICE,
    CANCEL
}
