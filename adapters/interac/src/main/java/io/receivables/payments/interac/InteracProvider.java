package io.receivables.payments.interac;

import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Request Money in whatever dialect: what is asked when, and what comes of it. */
final class InteracProvider implements PaymentProvider {
    /** What is not there is looked for again after this. */
    private static final Duration RECHECK_AFTER = Duration.ofMinutes(1);

    private final Capabilities capabilities;
    private final Terms terms;
    private final Dialect dialect;
    private final InstantSource clock;
    private final Flights<Submission> flights;

    InteracProvider(Capabilities capabilities, Terms terms, Dialect dialect, InstantSource clock) {
        this.capabilities = capabilities;
        this.terms = terms;
        this.dialect = dialect;
        this.clock = clock;
        this.flights = new Flights<>(clock);
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Submission initiate(CollectCommand command, CallContext call) {
        Optional<Reason> wrong = wrongKey(call).or(() -> wrong(command));
        return wrong.isPresent()
                ? Submission.refused(wrong.get())
                : flights.join(call.key(), call, () -> once(command, call))
                        .orElseGet(
                                () -> Submission.unknown(slow(), clock.instant().plus(RECHECK_AFTER)));
    }

    private Optional<Reason> wrong(CollectCommand command) {
        return terms.wrong(command, clock.instant()).or(() -> dialect.wrong(command));
    }

    private Optional<Reason> wrongKey(CallContext call) {
        return capabilities.idempotency().allows(call.key())
                ? Optional.empty()
                : Optional.of(Reason.of(
                        Category.FORMAT,
                        Retry.of(Retry.Kind.AFTER_DATA),
                        "key \"" + call.key() + "\" is no name for a money request: use at most "
                                + capabilities.idempotency().longest() + " letters, digits and hyphens"));
    }

    /** The remote side knows no keys but can be asked for a request by its name: whoever creates looks first. */
    private Submission once(CollectCommand command, CallContext call) {
        Reading known = dialect.byKey(call.key(), call);
        if (known.failure() != null) {
            return beforehand(known.failure());
        }
        return known.request() == null
                ? dialect.create(command, call)
                : known.request().acknowledged(clock.instant());
    }

    @Override
    public Lookup find(LookupKey key, CallContext call) {
        Reading reading = key.providerRef()
                .map(reference -> dialect.byReference(reference, call))
                .orElseGet(() -> dialect.byKey(key.key(), call));
        if (reading.failure() != null) {
            return Lookup.unavailable(reason(reading.failure()));
        }
        return reading.request() == null ? absent(key) : found(reading.request());
    }

    private Lookup found(MoneyRequest request) {
        Lookup.Found plain = Lookup.found(request.seen(clock.instant()));
        return request.action().map(plain::with).orElse(plain);
    }

    /** What the remote side named once does not go away for good; what it never named may still be on its way there. */
    private Lookup absent(LookupKey key) {
        Instant now = clock.instant();
        boolean isForGood = key.providerRef().isEmpty()
                && key.lastTry()
                        .filter(at -> Duration.between(at, now).compareTo(terms.absentAfter()) > 0)
                        .isPresent();
        return isForGood ? Lookup.absentForGood() : Lookup.absentSoFar(now.plus(RECHECK_AFTER));
    }

    @Override
    public Submission cancel(String providerRef, String reason, CallContext call) {
        Submission outcome = whileOpen(providerRef, call, request -> dialect.cancel(request, reason, call));
        boolean isCancelled = outcome instanceof Submission.TooLate late
                && late.observation().fact() == RequestStatus.CANCELLED.fact();
        return isCancelled ? Submission.acknowledged(((Submission.TooLate) outcome).observation()) : outcome;
    }

    @Override
    public Submission amend(String providerRef, CollectCommand command, CallContext call) {
        if (!capabilities.can(Operation.AMEND)) {
            return Submission.unsupported(Operation.AMEND);
        }
        return wrong(command)
                .map(Submission::refused)
                .orElseGet(() -> whileOpen(providerRef, call, request -> dialect.amend(request, command, call)));
    }

    @Override
    public Submission remind(String providerRef, CallContext call) {
        return capabilities.can(Operation.REMIND)
                ? whileOpen(providerRef, call, request -> dialect.remind(request, call))
                : Submission.unsupported(Operation.REMIND);
    }

    /** Does something to a request that is open; a payer who was faster than this is told of. */
    private Submission whileOpen(String reference, CallContext call, Function<MoneyRequest, Submission> act) {
        Reading before = dialect.byReference(reference, call);
        if (before.failure() != null) {
            return beforehand(before.failure());
        }
        if (before.request() == null) {
            return Submission.refused(notFound());
        }
        if (!before.request().status().isOpen()) {
            return Submission.tooLate(before.request().seen(clock.instant()));
        }
        Submission outcome = act.apply(before.request());
        return outcome.kind() == Submission.Kind.REFUSED ? afterRefusal(reference, call, outcome) : outcome;
    }

    /** A refusal may mean that the request ended in between. */
    private Submission afterRefusal(String reference, CallContext call, Submission refused) {
        MoneyRequest now = dialect.byReference(reference, call).request();
        return now == null || now.status().isOpen() ? refused : Submission.tooLate(now.seen(clock.instant()));
    }

    @Override
    public Reception receive(InboundMessage message) {
        return capabilities.can(Operation.RECEIVE)
                ? dialect.receive(message)
                : Reception.rejected(Reception.Why.UNSUPPORTED);
    }

    @Override
    public ObservationPage poll(String cursor, int most, CallContext call) {
        return dialect.poll(cursor, most, call);
    }

    /** What a failed question means for what was to be done after it: nothing of that was sent. */
    static Submission beforehand(Submission failure) {
        return failure.kind() == Submission.Kind.REFUSED ? failure : Submission.notSent(reason(failure));
    }

    static Reason reason(Submission failure) {
        return switch (failure.kind()) {
            case REFUSED -> ((Submission.Refused) failure).reason();
            case NOT_SENT -> ((Submission.NotSent) failure).reason();
            case UNKNOWN -> ((Submission.Unknown) failure).reason();
            default -> throw new IllegalStateException("no failure: " + failure);
        };
    }

    private static Reason notFound() {
        return Reason.of(Category.NOT_FOUND, Retry.never(), "no money request of that reference");
    }

    private static Reason slow() {
        return Reason.of(Category.PROVIDER_DOWN, Retry.now(), "the same key is under way");
    }

    @Override
    public String toString() {
        return "InteracProvider[" + capabilities + "]";
    }
}
