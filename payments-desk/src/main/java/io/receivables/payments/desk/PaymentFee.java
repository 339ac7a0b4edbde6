package io.receivables.payments.desk;

import io.receivables.core.Money;
import io.receivables.payments.spi.PaymentFact;
import java.time.LocalDate;

/**
 * What a provider or a bank keeps for something that happened to a payment, such as for a returned cheque. It is no part of
 * the payment: who bears it is the seller's decision.
 *
 * @param paymentId whose payment
 * @param eventId what it is for; with the payment it names the fee
 * @param fact what happened
 */
public record PaymentFee(String paymentId, String eventId, PaymentFact fact, Money amount, LocalDate date) {}
