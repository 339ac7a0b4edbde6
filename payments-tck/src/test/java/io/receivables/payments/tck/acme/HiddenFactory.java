package io.receivables.payments.tck.acme;

/** Known to no service loader. */
public final class HiddenFactory extends AcmeFactory {}
