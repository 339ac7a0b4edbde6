package io.receivables.core.discount;

/**
 * What a discount comes to for one customer in one currency.
 *
 * @param customerId the customer
 * @param figures what it comes to
 */
public record ProgrammeLine(String customerId, ProgrammeFigures figures) {}
