package io.receivables.payments.interac;

import io.receivables.core.Money;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A money request as the remote side shows it, and what that says of the payment. Both dialects are read into this, so that one
 * place decides what is money.
 *
 * @param reference the remote side's name of it
 * @param key the name that it was asked for by; empty where the remote side does not repeat it
 * @param status where it stands
 * @param rawStatus the status as it came
 * @param notice what became of the message to the payer
 * @param deposited what was deposited; null where the remote side does not say so exactly
 * @param acceptedAt when the payer approved; null where the remote side does not say
 * @param shares how the amount is divided among items, as the remote side repeats it
 * @param link where the payer approves; null where the remote side does not say
 */
record MoneyRequest(
        String reference,
        String key,
        RequestStatus status,
        String rawStatus,
        NoticeStatus notice,
        @Nullable Money deposited,
        @Nullable Instant acceptedAt,
        List<Share> shares,
        @Nullable URI link) {

    /** A request of which nothing is known but its name and status. */
    static MoneyRequest of(String reference, RequestStatus status, String rawStatus) {
        return new MoneyRequest(reference, "", status, rawStatus, NoticeStatus.UNKNOWN, null, null, List.of(), null);
    }

    MoneyRequest askedBy(String name) {
        return new MoneyRequest(reference, name, status, rawStatus, notice, deposited, acceptedAt, shares, link);
    }

    MoneyRequest linked(@Nullable URI page) {
        return new MoneyRequest(reference, key, status, rawStatus, notice, deposited, acceptedAt, shares, page);
    }

    MoneyRequest noticed(NoticeStatus said) {
        return new MoneyRequest(reference, key, status, rawStatus, said, deposited, acceptedAt, shares, link);
    }

    MoneyRequest accepted(@Nullable Instant at) {
        return new MoneyRequest(reference, key, status, rawStatus, notice, deposited, at, shares, link);
    }

    MoneyRequest deposited(@Nullable Money amount, List<Share> divided) {
        return new MoneyRequest(reference, key, status, rawStatus, notice, amount, acceptedAt, divided, link);
    }

    /** The same after the remote side agreed to cancel it. */
    MoneyRequest cancelled() {
        return in(RequestStatus.CANCELLED);
    }

    private MoneyRequest in(RequestStatus other) {
        return new MoneyRequest(reference, key, other, rawStatus, notice, deposited, acceptedAt, shares, link);
    }

    /** What this says, seen now by asking. */
    Observation seen(Instant now) {
        PaymentFact fact = fact();
        Observation.Builder builder = said(fact, now);
        if (fact.isMoneyIn() && deposited != null) {
            builder.amount(deposited).forItems(shares);
        }
        if (fact == PaymentFact.PAYER_ACCEPTED && acceptedAt != null) {
            builder.occurredAt(acceptedAt);
        }
        return builder.build();
    }

    /**
     * What this hints at, told by a message. Of a deposit it says only that the payer approved before: a message does not prove an
     * amount.
     */
    Observation hinted(Instant receivedAt) {
        MoneyRequest told = status == RequestStatus.COMPLETED ? in(RequestStatus.FULFILLED) : this;
        return told.said(told.fact(), receivedAt).asHint().build();
    }

    Submission.Acknowledged acknowledged(Instant now) {
        Submission.Acknowledged plain = Submission.acknowledged(seen(now));
        return action().map(plain::with).orElse(plain);
    }

    /** What the payer does: nothing more once the request is no longer open. */
    Optional<PayerAction> action() {
        return link == null || !status.isOpen() ? Optional.empty() : Optional.of(PayerAction.follow(link));
    }

    private Observation.Builder said(PaymentFact fact, Instant seenAt) {
        Observation.Builder builder = Observation.of(fact, reference)
                .event(reference + ":" + happening())
                .raw(rawStatus, status.name())
                .seenAt(seenAt);
        reason().ifPresent(builder::because);
        if (!key.isEmpty()) {
            builder.askedBy(key);
        }
        return builder;
    }

    private PaymentFact fact() {
        if (status == RequestStatus.COMPLETED && deposited == null) {
            return PaymentFact.UNRECOGNISED;
        }
        if (isUndelivered()) {
            return PaymentFact.DELIVERY_FAILED;
        }
        return isDelivered() ? PaymentFact.DELIVERED : status.fact();
    }

    /** Once the payer acted, what became of the message is of no interest. */
    private boolean isUndelivered() {
        return status.isOpen() && notice == NoticeStatus.DELIVERY_FAILURE;
    }

    /** Before the payer can act, that they were told is the news. A message that does not arrive is reported as such. */
    private boolean isDelivered() {
        return status == RequestStatus.INITIATED && notice == NoticeStatus.SENT;
    }

    /**
     * What happened, by a name that is the same however it is told. A deposit without an amount, or an unknown status, has
     * another name than the deposit itself, so that it does not stand in its way.
     */
    private String happening() {
        if (fact() == PaymentFact.UNRECOGNISED) {
            return "unknown-" + rawStatus;
        }
        if (isUndelivered()) {
            return "undelivered";
        }
        return isDelivered() ? "delivered" : status.name();
    }

    private Optional<Reason> reason() {
        return switch (status) {
            case DECLINED -> Optional.of(because(Category.PAYER_REFUSED, Retry.never()));
            case DEPOSIT_FAILED -> Optional.of(because(Category.UNSPECIFIED, Retry.of(Retry.Kind.AFTER_CONFIGURATION)));
            default -> Optional.empty();
        };
    }

    private Reason because(Category category, Retry retry) {
        return new Reason(category, retry, "interac", rawStatus, status.name());
    }

    /** Shows no link: whoever has it sees who owes. */
    @Override
    public String toString() {
        return "MoneyRequest[" + reference + ", " + status + "]";
    }
}
