package io.receivables.payments.desk;

import io.receivables.core.Money;
import io.receivables.payments.desk.PaymentEvent.Acknowledged;
import io.receivables.payments.desk.PaymentEvent.Answered;
import io.receivables.payments.desk.PaymentEvent.ErrandAsked;
import io.receivables.payments.desk.PaymentEvent.ErrandEnded;
import io.receivables.payments.desk.PaymentEvent.ErrandTried;
import io.receivables.payments.desk.PaymentEvent.Observed;
import io.receivables.payments.desk.PaymentEvent.Requested;
import io.receivables.payments.desk.PaymentEvent.Tried;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Submission;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the events of a payment add up to. Immutable. */
public final class PaymentState {
    private final String paymentId;
    private final Requested requested;
    private final int version;
    private final Sightings sightings;
    private final Set<String> providerRefs = new LinkedHashSet<>();
    private final Map<String, ErrandState> errands = new LinkedHashMap<>();
    private @Nullable PayerAction payerAction;
    private @Nullable Tried lastTry;
    private @Nullable Answered answer;
    private boolean absent;
    private boolean withdrawn;

    private PaymentState(String paymentId, List<PaymentEvent> events) {
        this.paymentId = paymentId;
        this.requested = (Requested) events.get(0);
        this.version = events.size();
        this.sightings = new Sightings(requested.command().amount());
        events.forEach(this::take);
    }

    /**
     * The state after events.
     *
     * @param events in order, from the first
     * @throws IllegalArgumentException if there are none, or the first is no request
     */
    public static PaymentState of(String paymentId, List<PaymentEvent> events) {
        if (events.isEmpty() || events.get(0).kind() != PaymentEvent.Kind.REQUESTED) {
            throw new IllegalArgumentException("the events of payment " + paymentId + " do not begin with its request");
        }
        return new PaymentState(paymentId, events);
    }

    private void take(PaymentEvent event) {
        switch (event.kind()) {
            case REQUESTED -> {}
            case TRIED -> {
                lastTry = (Tried) event;
                absent = false;
            }
            case ANSWERED -> {
                answer = (Answered) event;
                // a doubt that is told late is a doubt all the same
                absent = absent && answer.outcome() != Submission.Kind.UNKNOWN;
            }
            case ACKNOWLEDGED -> acknowledge((Acknowledged) event);
            case ABSENT -> absent = true;
            case OBSERVED -> observe(((Observed) event).observation());
            case WITHDRAWN -> withdrawn = true;
            case ERRAND_ASKED -> {
                Errand errand = ((ErrandAsked) event).errand();
                errands.put(errand.key(), ErrandState.asked(errand));
            }
            case ERRAND_TRIED ->
                errands.computeIfPresent(
                        ((ErrandTried) event).key(), (key, errand) -> errand.tried((ErrandTried) event));
            case ERRAND_ENDED ->
                errands.computeIfPresent(
                        ((ErrandEnded) event).key(), (key, errand) -> errand.answered((ErrandEnded) event));
        }
    }

    private void acknowledge(Acknowledged event) {
        providerRefs.add(event.providerRef());
        event.payerAction().ifPresent(action -> payerAction = action);
    }

    private void observe(Observation observation) {
        providerRefs.add(observation.providerRef());
        sightings.add(observation);
    }

    public String paymentId() {
        return paymentId;
    }

    /** The name of the provider that it is asked by. */
    public String provider() {
        return requested.provider();
    }

    /** What was asked for. */
    public CollectCommand command() {
        return requested.command();
    }

    /** What names it at the provider. */
    public String key() {
        return requested.key();
    }

    public Instant requestedAt() {
        return requested.at();
    }

    /** The number of its events. */
    public int version() {
        return version;
    }

    public PaymentStage stage() {
        if (sightings.in().isPositive()) {
            return stageOfMoney();
        }
        if (withdrawn && !isAcknowledged()) {
            return PaymentStage.CANCELLED;
        }
        Optional<Observation> end = sightings.end();
        if (end.isPresent()) {
            return stageOf(end.get().fact());
        }
        return isAcknowledged() ? progress() : sending();
    }

    private PaymentStage stageOfMoney() {
        Money kept = sightings.kept();
        if (!kept.isPositive()) {
            return PaymentStage.GIVEN_BACK;
        }
        return kept.compareTo(command().amount()) >= 0 ? PaymentStage.SETTLED : PaymentStage.PARTLY_SETTLED;
    }

    private static PaymentStage stageOf(PaymentFact end) {
        return switch (end) {
            case DECLINED -> PaymentStage.DECLINED;
            case EXPIRED -> PaymentStage.EXPIRED;
            case CANCELLED -> PaymentStage.CANCELLED;
            default -> PaymentStage.FAILED;
        };
    }

    private PaymentStage progress() {
        if (sightings.saw(fact -> fact == PaymentFact.PAYER_ACCEPTED)) {
            return PaymentStage.ACCEPTED;
        }
        boolean isWithPayer =
                sightings.saw(fact -> fact == PaymentFact.AWAITING_PAYER || fact == PaymentFact.DELIVERED);
        return isWithPayer ? PaymentStage.AWAITING_PAYER : PaymentStage.SUBMITTED;
    }

    private PaymentStage sending() {
        Tried tried = lastTry;
        if (tried == null || absent) {
            return PaymentStage.PLANNED;
        }
        Answered last = answer;
        // an older try's doubt outlives a newer try that is under way
        if (last == null || (last.number() < tried.number() && last.outcome() != Submission.Kind.UNKNOWN)) {
            return PaymentStage.SENDING;
        }
        return switch (last.outcome()) {
            case NOT_SENT -> PaymentStage.PLANNED;
            case UNKNOWN -> PaymentStage.UNKNOWN;
            default -> PaymentStage.REFUSED;
        };
    }

    /** Whether the provider has it, as far as is known. */
    public boolean isAcknowledged() {
        return !providerRefs.isEmpty();
    }

    /** How the provider calls it; empty while that is not known. */
    public Optional<String> providerRef() {
        return providerRefs.stream().findFirst();
    }

    /** All references that the provider gave: more than one only where a provider broke its promise. */
    public List<String> providerRefs() {
        return List.copyOf(providerRefs);
    }

    /** What the payer does in order to pay. */
    public Optional<PayerAction> payerAction() {
        return Optional.ofNullable(payerAction);
    }

    /** All that came in, also what went back later. */
    public Money moneyIn() {
        return sightings.in();
    }

    /** All that went back. */
    public Money moneyBack() {
        return sightings.back();
    }

    /** What came in and is still there. */
    public Money kept() {
        return sightings.kept();
    }

    /** What came of trying to send it last, where that was no acknowledgement. */
    public Optional<Reason> reason() {
        return sightings
                .end()
                .flatMap(Observation::reason)
                .or(() -> Optional.ofNullable(answer).map(Answered::reason));
    }

    /** Whether the payer contests it. */
    public boolean isDisputed() {
        return sightings.saw(fact -> fact == PaymentFact.DISPUTED);
    }

    /** What was observed, each happening once, in the order in which it was told first. */
    public List<Observation> observations() {
        return List.copyOf(sightings.all());
    }

    /** What a person should look at: what the provider said that nobody understood, and money of a currency not asked for. */
    public List<Observation> oddities() {
        return sightings.all().stream().filter(sightings.odd()).toList();
    }

    /** What was asked to be done about it beside, in order. */
    public List<ErrandState> errands() {
        return List.copyOf(errands.values());
    }

    /** An errand by its key. */
    Optional<ErrandState> errand(String key) {
        return Optional.ofNullable(errands.get(key));
    }

    /** What may still be given back: what is kept, less what is or may be on its way back and was not observed so far. */
    Money refundable() {
        Money refunded = sightings.refunded();
        Money done = refunds(ErrandState::isDone);
        // which refund an observation is of is not known: all that was observed may be of those that are done
        Money gone = refunded.compareTo(done) >= 0 ? refunded : done;
        return sightings.kept().plus(refunded).minus(gone).minus(refunds(errand -> !errand.isOver()));
    }

    private Money refunds(Predicate<ErrandState> wanted) {
        return errands.values().stream()
                .filter(wanted)
                .flatMap(each -> each.errand().amount().stream())
                .reduce(Money.zero(command().amount().currency()), Money::plus);
    }

    /** The try that was begun last; empty before the first. */
    Optional<Tried> lastTry() {
        return Optional.ofNullable(lastTry);
    }

    /** What came of a try, where it is the last one that anything is known of. */
    Optional<Answered> answer() {
        return Optional.ofNullable(answer);
    }

    boolean knows(Observation observation) {
        return providerRefs.contains(observation.providerRef()) && sightings.knows(observation);
    }

    @Override
    public String toString() {
        return "PaymentState[" + paymentId + ", " + provider() + ", " + stage().code() + ", "
                + command().amount() + "]";
    }
}
