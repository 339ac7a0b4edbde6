package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.JsonNode;
import io.receivables.core.Money;
import io.receivables.payments.interac.fake.FakeCall;
import io.receivables.payments.interac.fake.FakeDialect;
import io.receivables.payments.interac.fake.FakeNotification;
import io.receivables.payments.interac.fake.FakeOperation;
import io.receivables.payments.interac.fake.FakeRequest;
import io.receivables.payments.interac.fake.InteracFake;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Secret;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import io.receivables.payments.spi.http.JdkHttpExchange;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The fake, a provider that speaks to it over HTTP, and a clock that the test moves. */
final class Scene implements AutoCloseable {
    static final Instant START = Instant.parse("2026-05-11T08:00:00Z");
    static final Money AMOUNT = Money.of("800.00", "CAD");
    static final LocalDate DUE = LocalDate.of(2026, 5, 1);
    static final Payer PAYER = Payer.of("C-1", "Zenobia Quillfeather").email("zenobia@payer.example");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Instant now = START;
    Duration patience = PATIENCE;
    final InteracFake fake = InteracFake.start(() -> now);
    final FakeDialect dialect;
    final PaymentProvider provider;
    private final AtomicInteger ids = new AtomicInteger();

    private Scene(FakeDialect dialect, Map<String, String> further) {
        this.dialect = dialect;
        this.provider = provider(further);
    }

    static Scene of(FakeDialect dialect) {
        return new Scene(dialect, Map.of());
    }

    static Scene publicApi(String... further) {
        return new Scene(FakeDialect.PUBLIC_API, pairs(further));
    }

    static Scene bank(String... further) {
        return new Scene(FakeDialect.BANK, pairs(further));
    }

    private static Map<String, String> pairs(String... texts) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            pairs.put(texts[i], texts[i + 1]);
        }
        return pairs;
    }

    /** Another provider on the same remote side, as after a restart. */
    PaymentProvider provider(Map<String, String> further) {
        boolean isBank = dialect == FakeDialect.BANK;
        PaymentProviderFactory factory = isBank ? new InteracBankFactory() : new InteracFactory();
        Map<String, String> values = isBank ? Settings.bank(fake.bank()) : Settings.publicApi(fake.publicApi());
        values.putAll(further);
        Map<String, Secret> secrets = new HashMap<>();
        (isBank ? Settings.bankSecrets() : Settings.publicApiSecrets())
                .forEach((name, text) -> secrets.put(name, Secret.of(text)));
        ProviderRuntime runtime = new ProviderRuntime(
                () -> now, () -> "id-" + ids.incrementAndGet(), new JdkHttpExchange(CLIENT, () -> now));
        return factory.create(ProviderConfig.of(factory.config(), values, secrets), runtime);
    }

    static CollectCommand.Builder command() {
        return CollectCommand.of("P-1", PAYER)
                .forItems(List.of(new Share("F-1001", 1, AMOUNT, DUE)))
                .reference("RF18539007547034")
                .message("Invoice F-1001");
    }

    static CollectCommand command(Money amount) {
        return CollectCommand.of("P-1", PAYER)
                .forItems(List.of(new Share("F-1001", 1, amount, DUE)))
                .build();
    }

    CallContext call(String key) {
        return new CallContext(key, now.plus(patience));
    }

    Submission initiate(String key) {
        return provider.initiate(command().build(), call(key));
    }

    Submission initiate(CollectCommand command) {
        return provider.initiate(command, call("key-1"));
    }

    /** The one request, asked for under {@code key-1}. */
    FakeRequest asked() {
        Submission outcome = initiate("key-1");
        if (outcome.kind() != Submission.Kind.ACKNOWLEDGED) {
            throw new AssertionError("not acknowledged: " + outcome);
        }
        return fake.only();
    }

    String ref(FakeRequest request) {
        return dialect == FakeDialect.BANK ? request.paymentId() : request.reference();
    }

    Lookup lookup(FakeRequest request) {
        return provider.find(LookupKey.of(request.key(), ref(request)), call("look"));
    }

    Observation found(FakeRequest request) {
        Lookup lookup = lookup(request);
        if (lookup instanceof Lookup.Found found) {
            return found.observation();
        }
        throw new AssertionError("not found: " + lookup);
    }

    InboundMessage message(FakeRequest request) {
        return inbound(fake.notification(request));
    }

    InboundMessage inbound(FakeNotification notification) {
        return message(notification.body());
    }

    InboundMessage message(String body) {
        return new InboundMessage(HttpHeaders.of(Map.of(), (name, value) -> true), Payload.of(body), now);
    }

    /** The body of the last call that asked for this. */
    JsonNode body(FakeOperation operation) {
        return Json.read(Payload.of(last(operation).body())).orElseThrow();
    }

    FakeCall last(FakeOperation operation) {
        List<FakeCall> calls = fake.calls(operation);
        return calls.get(calls.size() - 1);
    }

    static Reason reason(Submission outcome) {
        return switch (outcome.kind()) {
            case REFUSED -> ((Submission.Refused) outcome).reason();
            case NOT_SENT -> ((Submission.NotSent) outcome).reason();
            case UNKNOWN -> ((Submission.Unknown) outcome).reason();
            default -> throw new AssertionError("no reason: " + outcome);
        };
    }

    @Override
    public void close() {
        provider.close();
        fake.close();
    }
}
