package io.receivables.payments.desk.choice;

import io.receivables.core.Allocation;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Capabilities.Effort;
import io.receivables.payments.spi.Capabilities.Flow;
import io.receivables.payments.spi.Capabilities.Limits;
import io.receivables.payments.spi.Idempotency;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Four providers as a Canadian seller may have them, and payments by them. */
final class Rails {
    static final String INTERAC = "interac";
    static final String TRANSFER = "transfer";
    static final String CHEQUE = "cheque";
    static final String DEBIT = "debit";

    private Rails() {}

    static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    static Capabilities.Builder rail(Flow flow, Effort effort, String most) {
        return Capabilities.of(flow, new Limits(cad("0.01"), cad(most)), Idempotency.of(Idempotency.Mode.NONE, 64))
                .effort(effort);
    }

    static Capabilities.Builder interac() {
        return rail(Flow.REQUEST, Effort.APPROVE, "25000.00")
                .fee(cad("1.50"))
                .expires(Duration.ofHours(2), Duration.ofDays(30));
    }

    static Capabilities.Builder transfer() {
        return rail(Flow.INSTRUCTION, Effort.FILL_IN, "9999999.00")
                .fee(cad("0.50"))
                .settlesWithin(1);
    }

    static Capabilities.Builder cheque() {
        return rail(Flow.DEPOSIT, Effort.SEND, "9999999.00")
                .fee(cad("3.00"))
                .settlesWithin(5)
                .reversibleFor(Duration.ofDays(90));
    }

    static Capabilities.Builder debit() {
        return rail(Flow.DIRECT_DEBIT, Effort.NONE, "9999999.00")
                .fee(cad("0.40"))
                .settlesWithin(2)
                .reversibleFor(Duration.ofDays(90))
                .needsMandate();
    }

    static Map<String, Capabilities> all() {
        return Map.of(
                INTERAC, interac().build(),
                TRANSFER, transfer().build(),
                CHEQUE, cheque().build(),
                DEBIT, debit().build());
    }

    /** An invoice of 100.00 that was due on a day and paid some days later; the payment's id tells by what. */
    static List<Fact> paid(String provider, String customer, int number, LocalDate due, int daysLater) {
        String id = provider + "/" + customer + "/" + number;
        LocalDate day = due.plusDays(daysLater);
        return List.of(
                Invoice.of("F-" + id, customer, due.minusDays(100), cad("100.00"))
                        .dueOn(due),
                Payment.of(id, customer, day, cad("100.00")),
                Allocation.ofPayment("A-" + id, id, "F-" + id, day, cad("100.00")));
    }

    static Optional<String> providerOf(String paymentId) {
        return Optional.of(paymentId.substring(0, paymentId.indexOf('/')));
    }
}
