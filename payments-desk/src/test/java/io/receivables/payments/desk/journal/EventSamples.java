package io.receivables.payments.desk.journal;

import io.receivables.core.Money;
import io.receivables.payments.desk.Errand;
import io.receivables.payments.desk.PaymentEvent;
import io.receivables.payments.desk.PaymentEvent.Absent;
import io.receivables.payments.desk.PaymentEvent.Acknowledged;
import io.receivables.payments.desk.PaymentEvent.Answered;
import io.receivables.payments.desk.PaymentEvent.ErrandAsked;
import io.receivables.payments.desk.PaymentEvent.ErrandEnded;
import io.receivables.payments.desk.PaymentEvent.ErrandTried;
import io.receivables.payments.desk.PaymentEvent.Observed;
import io.receivables.payments.desk.PaymentEvent.Requested;
import io.receivables.payments.desk.PaymentEvent.Tried;
import io.receivables.payments.desk.PaymentEvent.Withdrawn;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events for tests of journals. */
public final class EventSamples {
    public static final Instant T = Instant.parse("2026-05-04T14:00:00.123456789Z");

    private static final LocalDate DAY = LocalDate.parse("2026-05-04");

    private EventSamples() {}

    public static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    /** The request of a payment at the provider {@code rail}, by the key {@code K-id}. */
    public static Requested requested(String paymentId, String... documents) {
        return requestedBy("rail", paymentId, "K-" + paymentId, documents);
    }

    public static Requested requestedBy(String provider, String paymentId, String key, String... documents) {
        List<Share> shares = documents.length == 0
                ? List.of(share("F-" + paymentId, 1))
                : List.of(documents).stream()
                        .map(document -> share(document, 1))
                        .toList();
        CollectCommand command = CollectCommand.of(paymentId, Payer.of("ACME", "Acme Inc."))
                .forItems(shares)
                .build();
        return new Requested(provider, command, key, T);
    }

    public static Share share(String documentId, int instalment) {
        return new Share(documentId, instalment, cad("100.00"), DAY);
    }

    public static Acknowledged acknowledged(String providerRef) {
        return new Acknowledged(providerRef, null, "", T);
    }

    public static Observation.Builder telling(PaymentFact fact, String providerRef) {
        Observation.Builder observation = Observation.of(fact, providerRef).seenAt(T);
        return fact.isMoneyIn() || fact.isMoneyBack() ? observation.amount(cad("100.00")) : observation;
    }

    public static Observed observed(PaymentFact fact, String providerRef) {
        return new Observed(telling(fact, providerRef).build(), T);
    }

    public static Observed settled(String providerRef) {
        return observed(PaymentFact.SETTLED, providerRef);
    }

    public static Tried tried(int number) {
        return new Tried(number, T, T.plusSeconds(30));
    }

    /** Events of each kind, with all that they may say and with as little as they may, and one text all over. */
    public static List<PaymentEvent> ofEachKind(String paymentId, String key, String text) {
        Reason reason =
                new Reason(Reason.Category.LIMIT, Retry.asNewAttemptAfter(T.plusNanos(1)), "scheme" + text, text, text);
        Reason bare = Reason.of(Reason.Category.UNSPECIFIED, Retry.never(), "");
        return List.of(
                fullRequest(paymentId, key, text),
                new Tried(7, T, T.plusNanos(999)),
                new Answered(7, Submission.Kind.UNKNOWN, reason, T.plusNanos(3), T),
                new Answered(8, Submission.Kind.REFUSED, bare, null, Instant.EPOCH),
                new Acknowledged(
                        "ref-" + key,
                        PayerAction.follow(URI.create("https://pay.example/p?a=%20b"))
                                .scan(text),
                        text,
                        T),
                new Acknowledged("ref-" + key, PayerAction.fillIn(instructions(text)), "", T),
                acknowledged("ref2-" + key),
                new Absent(text, T),
                new Observed(fullObservation(key, text, reason), T.minusNanos(1)),
                observed(PaymentFact.UNRECOGNISED, "ref-" + key),
                new Withdrawn(T),
                new ErrandAsked(new Errand("E" + text, Operation.REFUND, text, cad("0.01")), T),
                new ErrandAsked(new Errand("E", Operation.CANCEL, "", null), T),
                new ErrandTried("E" + text, T, T.plusSeconds(1)),
                new ErrandEnded("E" + text, Submission.Kind.TOO_LATE, reason, T, T),
                new ErrandEnded("E", Submission.Kind.ACKNOWLEDGED, null, null, T));
    }

    private static Requested fullRequest(String paymentId, String key, String text) {
        Payer payer = Payer.of("customer" + text, text)
                .language("fr")
                .email("ap@acme.example" + text)
                .phone("+15142227777");
        CollectCommand command = CollectCommand.of(paymentId, payer)
                .forItems(List.of(
                        share("F-1", 2),
                        new Share("F-1", 3, Money.ofMinor(Long.MAX_VALUE - 10_000, Money.currency("CAD")), DAY)))
                .reference(text)
                .message(text)
                .expiresAt(T.plusNanos(17))
                .returnTo(URI.create("https://shop.example/back?x=1#y"))
                .build();
        return new Requested("rail", command, key, T);
    }

    private static Map<String, String> instructions(String text) {
        Map<String, String> instructions = new LinkedHashMap<>();
        instructions.put("reference", text);
        instructions.put("account", "1");
        instructions.put(text, "");
        return instructions;
    }

    private static Observation fullObservation(String key, String text, Reason reason) {
        return Observation.of(PaymentFact.RETURNED, "ref-" + key)
                .event("event" + text)
                .asHint()
                .seenAt(T.plusNanos(1))
                .occurredAt(T.minusNanos(1))
                .raw(text, text)
                .forItems(List.of(share("F-1", 2)))
                .askedBy(key)
                .amount(Money.of("7", "JPY"))
                .fee(Money.of("1.234", "KWD"))
                .valueOn(DAY)
                .because(reason)
                .build();
    }
}
