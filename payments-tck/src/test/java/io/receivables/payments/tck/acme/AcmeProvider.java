package io.receivables.payments.tck.acme;

import io.receivables.core.Money;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Capabilities.Flow;
import io.receivables.payments.spi.Capabilities.Limits;
import io.receivables.payments.spi.Capabilities.Proof;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.HttpResult.Answer;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import io.receivables.payments.spi.http.TransportRule;
import io.receivables.payments.spi.webhook.StandardWebhooks;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requests for payment by Acme: REST with forms, a token that is asked for first, keys that are remembered, messages signed
 * as Standard Webhooks has it, and a list of events. Its steps may be overridden, so that each can be broken alone.
 */
class AcmeProvider implements PaymentProvider {
    static final Duration SHORTEST = Duration.ofHours(2);
    static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration ARRIVES_WITHIN = Duration.ofHours(1);
    private static final Duration RECHECK_AFTER = Duration.ofSeconds(30);

    final ProviderConfig config;
    final ProviderRuntime runtime;
    final TransportRule transport;
    private final Capabilities capabilities = capabilitiesAtFirst();
    private volatile String token = "";

    AcmeProvider(ProviderConfig config, ProviderRuntime runtime) {
        this.config = config;
        this.runtime = runtime;
        this.transport = new TransportRule(runtime.clock());
    }

    private static Capabilities capabilitiesAtFirst() {
        return Capabilities.of(
                        Flow.REQUEST,
                        new Limits(Money.of("1.00", "CAD"), Money.of("10000.00", "CAD")),
                        Idempotency.of(Idempotency.Mode.REPLAY, 40))
                .can(Operation.values())
                .expires(SHORTEST, LONGEST)
                .reversibleFor(Duration.ofDays(90))
                .messagesProve(Proof.CONTENT)
                .longestReference(35)
                .build();
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Submission initiate(CollectCommand command, CallContext call) {
        Optional<Submission> refusal = refusalOf(command, call);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        AcmeRecord fields = fields(command).with("reference", call.key());
        return changed(post("/payments", fields, call), call);
    }

    Optional<Submission> refusalOf(CollectCommand command, CallContext call) {
        if (!isKeyAllowed(call.key())) {
            return refused(Category.FORMAT, "the key");
        }
        if (!isAmountAllowed(command.amount())) {
            return refused(Category.LIMIT, "the amount " + command.amount());
        }
        boolean isTooSoonOrLate =
                command.expiresAt().filter(at -> !isExpiryAllowed(at)).isPresent();
        return isTooSoonOrLate ? refused(Category.LIMIT, "the expiry") : Optional.empty();
    }

    boolean isKeyAllowed(String key) {
        return capabilities.idempotency().allows(key);
    }

    boolean isAmountAllowed(Money amount) {
        return capabilities.allow(amount);
    }

    boolean isExpiryAllowed(Instant at) {
        Instant now = runtime.clock().instant();
        return !at.isBefore(now.plus(SHORTEST)) && !at.isAfter(now.plus(LONGEST));
    }

    private static Optional<Submission> refused(Category category, String what) {
        Retry retry = Retry.of(Retry.Kind.AFTER_DATA);
        return Optional.of(Submission.refused(Reason.of(category, retry, what + " is outside the capabilities")));
    }

    AcmeRecord fields(CollectCommand command) {
        AcmeRecord fields = AcmeRecord.of(
                "amount", amountText(command.amount()),
                "currency", command.amount().currency().getCurrencyCode(),
                "name", command.payer().name(),
                "email", command.payer().email().orElse("-"));
        return command.expiresAt()
                .map(at -> fields.with("expires", expiryText(at)))
                .orElse(fields);
    }

    String amountText(Money amount) {
        return amount.amount().toPlainString();
    }

    String expiryText(Instant at) {
        return at.toString();
    }

    @Override
    public Submission cancel(String providerRef, String reason, CallContext call) {
        return changed(post("/payments/" + providerRef + "/cancel", AcmeRecord.of("reason", reason), call), call);
    }

    @Override
    public Submission amend(String providerRef, CollectCommand command, CallContext call) {
        return changed(post("/payments/" + providerRef + "/amend", fields(command), call), call);
    }

    @Override
    public Submission remind(String providerRef, CallContext call) {
        return changed(post("/payments/" + providerRef + "/remind", AcmeRecord.of("again", "yes"), call), call);
    }

    @Override
    public Submission refund(String providerRef, Money amount, CallContext call) {
        AcmeRecord fields = AcmeRecord.of("amount", amountText(amount));
        return changed(post("/payments/" + providerRef + "/refunds", fields, call), call);
    }

    /** What comes of asking for a change. */
    Submission changed(HttpResult result, CallContext call) {
        if (result instanceof Answer answer) {
            Optional<AcmeRecord> record = AcmeRecord.parse(answer.body().text().strip());
            if (record.filter(AcmeProvider::isPayment).isPresent()) {
                return answer.isSuccess() ? acknowledged(record.get()) : ended(record.get());
            }
            if (record.filter(each -> each.hasAll("code")).isPresent() && answer.status() < 500) {
                return refusedByAcme(record.get());
            }
        }
        return notUnderstood(result);
    }

    Submission notUnderstood(HttpResult result) {
        return transport.submission(result);
    }

    Submission refusedByAcme(AcmeRecord error) {
        Reason reason = Reason.of(Category.UNSPECIFIED, Retry.never(), error.get("text"));
        return Submission.refused(reason.coded("acme", error.get("code")));
    }

    Submission acknowledged(AcmeRecord payment) {
        return Submission.acknowledged(observation(payment)).with(action(payment));
    }

    static PayerAction action(AcmeRecord payment) {
        return PayerAction.follow(URI.create(payment.get("link")));
    }

    Submission ended(AcmeRecord payment) {
        return Submission.tooLate(observation(payment));
    }

    @Override
    public Lookup find(LookupKey key, CallContext call) {
        String path = key.providerRef()
                .map(ref -> "/payments/" + encoded(ref))
                .orElse("/payments?reference=" + encoded(key.key()));
        HttpResult result = get(path, call);
        Optional<List<AcmeRecord>> records = records(result);
        if (records.isEmpty()) {
            return silent(result);
        }
        return records.get().isEmpty() ? absent(key) : found(records.get());
    }

    Lookup silent(HttpResult result) {
        return transport.lookup(result);
    }

    /** The payment as it is comes first, and then what it was. */
    Lookup found(List<AcmeRecord> history) {
        AcmeRecord payment = history.get(0);
        return Lookup.found(observation(payment))
                .after(earlier(history.subList(1, history.size())))
                .with(action(payment));
    }

    List<Observation> earlier(List<AcmeRecord> records) {
        return records.stream().map(this::observation).toList();
    }

    Lookup absent(LookupKey key) {
        Instant now = runtime.clock().instant();
        boolean isOld = key.lastTry()
                .filter(at -> at.plus(ARRIVES_WITHIN).isBefore(now))
                .isPresent();
        return isOld ? Lookup.absentForGood() : Lookup.absentSoFar(now.plus(RECHECK_AFTER));
    }

    @Override
    public Reception receive(InboundMessage message) {
        Optional<Reception.Why> wrong = wrong(message);
        if (wrong.isPresent()) {
            return Reception.rejected(wrong.get());
        }
        return AcmeRecord.parseAll(message.body().text())
                .filter(records -> records.stream().allMatch(AcmeProvider::isPayment))
                .map(this::accepted)
                .orElseGet(() -> Reception.rejected(Reception.Why.MALFORMED));
    }

    Optional<Reception.Why> wrong(InboundMessage message) {
        return webhooks().wrong(message);
    }

    StandardWebhooks webhooks() {
        return StandardWebhooks.of(List.of(config.get(AcmeFactory.WEBHOOK_KEY)));
    }

    Reception accepted(List<AcmeRecord> records) {
        return Reception.accepted(records.stream().map(this::observation).toList());
    }

    @Override
    public ObservationPage poll(String cursor, int most, CallContext call) {
        HttpResult result = get("/events?after=" + encoded(cursor) + "&limit=" + most, call);
        return records(result)
                .map(records -> page(records, cursor, most))
                .orElseGet(() -> ObservationPage.unavailable(cursor, why(result)));
    }

    ObservationPage page(List<AcmeRecord> records, String cursor, int most) {
        List<Observation> observations = new ArrayList<>();
        records.forEach(record -> observations.add(observation(record)));
        String next =
                records.isEmpty() ? cursor : records.get(records.size() - 1).get("event");
        return ObservationPage.of(observations, next, records.size() < most);
    }

    Reason why(HttpResult result) {
        return ((Lookup.Unavailable) transport.lookup(result)).reason();
    }

    // what Acme says

    private static boolean isPayment(AcmeRecord record) {
        return record.hasAll("id", "reference", "status", "amount", "currency", "paid", "changed", "event", "link");
    }

    private static Optional<List<AcmeRecord>> records(HttpResult result) {
        return result instanceof Answer answer && answer.isSuccess()
                ? AcmeRecord.parseAll(answer.body().text())
                        .filter(records -> records.stream().allMatch(AcmeProvider::isPayment))
                : Optional.empty();
    }

    Observation observation(AcmeRecord payment) {
        PaymentFact fact = fact(payment.get("status"));
        Observation.Builder observation = Observation.of(fact, payment.get("id"))
                .event(eventId(payment))
                .askedBy(payment.get("reference"))
                .raw(rawCode(payment), "")
                .occurredAt(occurredAt(payment))
                .seenAt(seenAt(payment));
        if (fact.isMoneyIn() || fact.isMoneyBack()) {
            observation.amount(money(payment));
        }
        return observation.build();
    }

    String rawCode(AcmeRecord payment) {
        return payment.get("status");
    }

    Instant occurredAt(AcmeRecord payment) {
        return Instant.parse(payment.get("changed"));
    }

    Instant seenAt(AcmeRecord payment) {
        return runtime.clock().instant();
    }

    String eventId(AcmeRecord payment) {
        return "acme:" + payment.get("event");
    }

    Money money(AcmeRecord payment) {
        return Money.of(payment.get("paid"), payment.get("currency"));
    }

    PaymentFact fact(String status) {
        return switch (status) {
            case "1" -> PaymentFact.AWAITING_PAYER;
            case "2" -> PaymentFact.PAYER_ACCEPTED;
            case "3" -> PaymentFact.PARTIALLY_SETTLED;
            case "4" -> PaymentFact.SETTLED;
            case "5" -> PaymentFact.DECLINED;
            case "6" -> PaymentFact.EXPIRED;
            case "7" -> PaymentFact.CANCELLED;
            case "8" -> PaymentFact.FAILED;
            case "9" -> PaymentFact.RETURNED;
            case "10" -> PaymentFact.REFUNDED;
            default -> PaymentFact.UNRECOGNISED;
        };
    }

    // how Acme is spoken to

    HttpResult get(String path, CallContext call) {
        return sent(HttpRequest.newBuilder(at(path)).GET(), call);
    }

    HttpResult post(String path, AcmeRecord fields, CallContext call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("Idempotency-Key", idempotencyKey(path, call))
                .POST(BodyPublishers.ofString(fields.print()));
        return sent(request, call);
    }

    String idempotencyKey(String path, CallContext call) {
        return call.key();
    }

    /** Sends a request once there is a token. Without one nothing was asked for. */
    private HttpResult sent(HttpRequest.Builder request, CallContext call) {
        if (token.isEmpty()) {
            HttpResult answer = send(tokenRequest(), call);
            boolean isToken = answer instanceof Answer told
                    && told.isSuccess()
                    && told.body().text().startsWith("tok_");
            if (!isToken) {
                return withoutToken(answer);
            }
            token = ((Answer) answer).body().text();
        }
        request.header("Authorization", "Bearer " + token).header("Request-Id", requestId());
        return send(request.build(), call);
    }

    HttpResult withoutToken(HttpResult answer) {
        boolean isClear = answer instanceof Answer told && !told.isSuccess() && told.status() < 500;
        boolean isTurnedAway = answer instanceof Answer told && told.status() == 503;
        return isClear || isTurnedAway ? answer : new HttpResult.NotSent("no token was given");
    }

    HttpRequest tokenRequest() {
        return HttpRequest.newBuilder(at("/token"))
                .header("Api-Key", config.get(AcmeFactory.API_KEY).reveal())
                .POST(BodyPublishers.noBody())
                .build();
    }

    String requestId() {
        return runtime.ids().get();
    }

    HttpResult send(HttpRequest request, CallContext call) {
        return runtime.http().send(request, call);
    }

    URI at(String path) {
        return URI.create(config.get(AcmeFactory.BASE) + path);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
