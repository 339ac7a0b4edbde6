package io.receivables.payments.interac.fake;

/** The two ways in which a request is made. */
public enum FakeDialect {
    /** Interac's public API, version 2. */
    PUBLIC_API,
    /** The API that a bank hosts, ISO 20022 in JSON. */
    BANK
}
