package io.receivables.core.ledger;

import io.receivables.core.Money;
import java.time.LocalDate;

/**
 * A change of a row's open amount, derived from allocations, refunds, write-offs and reversals.
 *
 * @param date the effective date
 * @param amount what left the open amount; negative when an earlier settlement was undone
 * @param kind why
 */
public record Settlement(LocalDate date, Money amount, SettlementKind kind) {}
