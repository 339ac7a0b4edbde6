package io.receivables.payments.tck;

import io.receivables.core.Money;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Capabilities.Limits;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.HttpExchange;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Secret;
import io.receivables.payments.spi.Submission;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * One provider with its remote side, the gateway between them and a clock, for one check. An exception of the provider is
 * kept, and taken for the outcome that says least, so that it breaks no rule but the one about exceptions.
 */
final class Bench implements AutoCloseable {
    /** Long enough for whatever is not about slowness. */
    private static final Duration AMPLE = Duration.ofSeconds(20);

    /** Where a provider without a remote address is sent to; the port is one that nobody listens on. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    final TestClock clock;
    final RemoteSide remote;
    final PaymentProvider provider;
    final Capabilities can;
    final List<RuntimeException> thrown = new CopyOnWriteArrayList<>();

    private final ProviderHarness harness;
    private final String rule;
    private final @Nullable FaultGateway gateway;
    private final AtomicInteger requestsElsewhere = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger keys = new AtomicInteger();
    private final Map<String, String> secrets;
    private volatile Duration patience = AMPLE;
    private final List<PaymentProvider> made = new ArrayList<>();

    private Bench(ProviderHarness harness, String rule) {
        this.harness = harness;
        this.rule = rule;
        this.clock = new TestClock(harness.start());
        this.remote = harness.remote(clock);
        this.gateway = remote.address().map(FaultGateway::before).orElse(null);
        this.secrets = new HashMap<>(harness.secrets());
        this.provider = restarted();
        this.can = provider.capabilities();
    }

    static Bench of(ProviderHarness harness, String rule) {
        return new Bench(harness, rule);
    }

    /** Another one of the same kind, with nothing in it. */
    Bench another() {
        return new Bench(harness, rule);
    }

    ProviderHarness harness() {
        return harness;
    }

    /** A new provider on the same remote side, as after a restart of the host. */
    PaymentProvider restarted() {
        PaymentProvider next = harness.factory().create(config(), runtime());
        made.add(next);
        return next;
    }

    ProviderConfig config() {
        Map<String, Secret> live = new HashMap<>();
        secrets.keySet().forEach(name -> live.put(name, Secret.from(() -> secrets.get(name))));
        return ProviderConfig.of(harness.factory().config(), harness.values(address()), live);
    }

    URI address() {
        return gateway == null ? NOWHERE : gateway.address();
    }

    ProviderRuntime runtime() {
        HttpExchange http = gateway == null ? this::sendNowhere : gateway.exchange(clock);
        return new ProviderRuntime(clock, () -> "tck-" + ids.incrementAndGet(), http);
    }

    private HttpResult sendNowhere(HttpRequest request, CallContext call) {
        requestsElsewhere.incrementAndGet();
        return new HttpResult.NotSent("this remote side has no address");
    }

    /** From now on the host has other secrets than the remote side. */
    void changeSecrets() {
        secrets.putAll(harness.otherSecrets());
    }

    // what a check may ask for

    void needs(boolean isThere, String what) {
        Assumptions.assumeTrue(isThere, what);
    }

    void needs(Operation operation) {
        needs(can.can(operation), "the capabilities do not name " + operation);
    }

    void needs(Happening happening) {
        needs(remote.happenings().contains(happening), "the harness's remote side cannot " + happening);
    }

    /** The first of these that can be made to happen. */
    Happening firstOf(Happening... wanted) {
        return Arrays.stream(wanted)
                .filter(remote.happenings()::contains)
                .findFirst()
                .orElseGet(
                        () -> Assumptions.abort("the harness's remote side can do none of " + Arrays.toString(wanted)));
    }

    /** The gateway; the check is skipped where the rail has no HTTP. */
    FaultGateway gateway() {
        needs(gateway != null, "the remote side has no address: nothing can be broken on the way to it");
        return Objects.requireNonNull(gateway);
    }

    /** How many requests left the provider since the gateway counts. */
    int requests() {
        return gateway == null ? requestsElsewhere.get() : gateway.sent().size() + gateway.strays();
    }

    // what is asked of the provider

    /** A payment that is asked for: the key and what is sent. */
    record Ask(String key, CollectCommand command) {}

    String newKey() {
        int number = keys.incrementAndGet();
        return harness.key(number).orElseGet(() -> Keys.of(can.idempotency(), number));
    }

    Money amount() {
        Limits limits = limits();
        long wanted = 1_004_35;
        long minor =
                Math.max(limits.least().minorUnits(), Math.min(limits.most().minorUnits(), wanted));
        return Money.ofMinor(minor, limits.least().currency());
    }

    Limits limits() {
        return can.limits().values().iterator().next();
    }

    Ask ask() {
        return ask(newKey(), amount());
    }

    Ask ask(Money amount) {
        return ask(newKey(), amount);
    }

    Ask ask(String key, Money amount) {
        return new Ask(key, command(amount).build());
    }

    Ask askUntil(Instant expiry) {
        return new Ask(newKey(), command(amount()).expiresAt(expiry).build());
    }

    /** An amount within the limits that is some minor units below the usual one, where the limits allow it. */
    Money amountBelow(int minorUnits) {
        Money less = amount().minus(Money.ofMinor(minorUnits, amount().currency()));
        return limits().allow(less) ? less : amount();
    }

    private CollectCommand.Builder command(Money amount) {
        return harness.command("P" + keys.incrementAndGet(), amount);
    }

    CallContext call(String key) {
        return new CallContext(key, clock.instant().plus(patience));
    }

    /** From now on calls have this much time. */
    void isHurried(Duration patience) {
        this.patience = patience;
    }

    Submission initiate(Ask ask) {
        return submit(() -> provider.initiate(ask.command(), call(ask.key())));
    }

    Lookup find(String key) {
        return find(LookupKey.of(key));
    }

    Lookup find(LookupKey key) {
        return find(provider, key);
    }

    Lookup find(PaymentProvider by, LookupKey key) {
        return guarded(() -> by.find(key, call(key.key())), e -> Lookup.unavailable(bug(e)));
    }

    /** Cancels, amends, reminds or refunds. */
    Submission change(Operation operation, Ask ask, String providerRef, String key) {
        return submit(() -> switch (operation) {
            case CANCEL -> provider.cancel(providerRef, "not needed any more", call(key));
            case AMEND -> provider.amend(providerRef, ask.command(), call(key));
            case REMIND -> provider.remind(providerRef, call(key));
            case REFUND -> provider.refund(providerRef, ask.command().amount(), call(key));
            case FIND, RECEIVE, POLL -> throw new IllegalArgumentException(operation + " changes nothing");
        });
    }

    /** The same for an operation that the capabilities name. That it is there at all is another rule's matter. */
    Submission changeAsNamed(Operation operation, Ask ask, String providerRef, String key) {
        Submission outcome = change(operation, ask, providerRef, key);
        needs(
                outcome.kind() != Submission.Kind.UNSUPPORTED,
                operation + " is named and unsupported, which rule 105 is about");
        return outcome;
    }

    Reception receive(InboundMessage message) {
        return receive(provider, message);
    }

    Reception receive(PaymentProvider by, InboundMessage message) {
        return guarded(() -> by.receive(message), e -> Reception.rejected(Reception.Why.MALFORMED));
    }

    ObservationPage poll(String cursor, int most) {
        return poll(provider, cursor, most);
    }

    ObservationPage poll(PaymentProvider by, String cursor, int most) {
        return guarded(() -> by.poll(cursor, most, call(newKey())), e -> ObservationPage.unavailable(cursor, bug(e)));
    }

    Submission submit(Supplier<Submission> what) {
        return guarded(what, e -> Submission.unknown(bug(e), clock.instant()));
    }

    private <T> T guarded(Supplier<T> what, Function<RuntimeException, T> otherwise) {
        try {
            return what.get();
        } catch (RuntimeException e) {
            thrown.add(e);
            return otherwise.apply(e);
        }
    }

    private static Reason bug(RuntimeException thrown) {
        return Reason.of(Reason.Category.UNSPECIFIED, Retry.never(), "the provider threw " + thrown);
    }

    // what the provider is expected to do where nothing is wrong

    /** Asks for a payment and takes for granted that it is acknowledged. */
    Observation acknowledged(Ask ask) {
        Submission outcome = initiate(ask);
        expect(outcome.kind() == Submission.Kind.ACKNOWLEDGED, "a plain request is acknowledged", outcome);
        return ((Submission.Acknowledged) outcome).observation();
    }

    /** Looks a payment up and takes for granted that it is there. */
    Observation found(LookupKey key) {
        Lookup answer = find(key);
        expect(answer.kind() == Lookup.Kind.FOUND, "a payment that was acknowledged is found", answer);
        return ((Lookup.Found) answer).observation();
    }

    /** A payment to which things happened, one after the other. Skips where the remote side cannot make them happen. */
    Sight after(Happening... happenings) {
        for (Happening happening : happenings) {
            needs(happening);
        }
        Ask ask = ask();
        String ref = acknowledged(ask).providerRef();
        for (Happening happening : happenings) {
            remote.happen(happening, ref);
        }
        return new Sight(this, ask, ref);
    }

    /** What the remote side has; the check is skipped where nobody knows. */
    List<RemotePayment> payments() {
        needs(remote.keepsPayments(), "the remote side does not know what was asked for");
        return remote.payments();
    }

    /** The payment as the remote side has it. */
    RemotePayment payment(String providerRef) {
        Optional<RemotePayment> payment = payments().stream()
                .filter(each -> each.providerRef().equals(providerRef))
                .findFirst();
        expect(payment.isPresent(), "the remote side has the payment " + providerRef, remote.payments());
        return payment.orElseThrow();
    }

    // what is said of it

    /** Fails the check unless something holds. */
    void expect(boolean holds, String expected, @Nullable Object came) {
        if (!holds) {
            Assertions.fail(rule + "\n  expected: " + expected + "\n  came:     " + Telling.of(came)
                    + (thrown.isEmpty() ? "" : "\n  thrown:   " + thrown)
                    + "\n  read:     SPEC.md of receivables-payments-spi, rule " + rule.substring(0, 3));
        }
    }

    @Override
    public void close() {
        made.forEach(this::closeQuietly);
        if (gateway != null) {
            gateway.close();
        }
        remote.close();
    }

    /** What close() does wrong is for the rule about it to say. */
    private void closeQuietly(PaymentProvider each) {
        try {
            each.close();
        } catch (RuntimeException e) {
            thrown.add(e);
        }
    }
}
