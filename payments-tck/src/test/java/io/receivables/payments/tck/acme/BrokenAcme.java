package io.receivables.payments.tck.acme;

import io.receivables.core.Money;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Capabilities.Limits;
import io.receivables.payments.spi.Capabilities.Proof;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.ConfigKey;
import io.receivables.payments.spi.ConfigSpec;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.HttpResult.Answer;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Secret;
import io.receivables.payments.spi.Submission;
import io.receivables.payments.spi.webhook.StandardWebhooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/**
 * A provider of Acme that breaks one rule.
 *
 * @param rule the one that it breaks
 * @param what how, in a few words
 */
record BrokenAcme(int rule, String what, PaymentProviderFactory factory) {
    private static BrokenAcme of(
            int rule, String what, BiFunction<ProviderConfig, ProviderRuntime, PaymentProvider> maker) {
        return new BrokenAcme(rule, what, new BrokenFactory(maker));
    }

    @Override
    public String toString() {
        return rule + ": " + what;
    }

    static List<BrokenAcme> all() {
        List<BrokenAcme> all = new ArrayList<>();
        all.addAll(making());
        all.addAll(calls());
        all.addAll(asking());
        all.addAll(looking());
        all.addAll(observing());
        all.addAll(changing());
        all.addAll(messages());
        all.addAll(history());
        all.addAll(secrecy());
        return all;
    }

    private static List<BrokenAcme> making() {
        return List.of(
                new BrokenAcme(101, "an id with capitals and a blank", new BrokenFactory().named("Acme Pay")),
                new BrokenAcme(102, "a version of its own", new BrokenFactory().version(20_310)),
                of(103, "a token as soon as it is made", (config, runtime) -> {
                    AcmeProvider made = new AcmeProvider(config, runtime);
                    made.send(
                            made.tokenRequest(),
                            new CallContext("start", runtime.clock().instant().plusSeconds(1)));
                    return made;
                }),
                new BrokenAcme(
                        104,
                        "a message that repeats a secret",
                        new BrokenFactory(BrokenAcme::madeOfKey)
                                .wanting(ConfigSpec.of(
                                        AcmeFactory.BASE,
                                        AcmeFactory.API_KEY,
                                        ConfigKey.secret("webhookKey", "for messages")))),
                of(105, "limits that grow with time", (config, runtime) -> new AcmeProvider(config, runtime) {
                    final Instant madeAt = runtime.clock().instant();

                    @Override
                    public Capabilities capabilities() {
                        boolean isTrusted = runtime.clock().instant().isAfter(madeAt.plus(Duration.ofDays(100)));
                        return isTrusted
                                ? capable("20000.00", Proof.CONTENT, Operation.values())
                                : super.capabilities();
                    }
                }),
                of(
                        105,
                        "a reminder that is named and not built",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            public Submission remind(String providerRef, CallContext call) {
                                return Submission.unsupported(Operation.REMIND);
                            }
                        }),
                of(106, "a heartbeat that goes on", (config, runtime) -> {
                    Thread heartbeat = new Thread(BrokenAcme::beat, "acme-heartbeat");
                    heartbeat.setDaemon(true);
                    heartbeat.start();
                    return new AcmeProvider(config, runtime);
                }),
                of(106, "a second close that throws", (config, runtime) -> new AcmeProvider(config, runtime) {
                    boolean isClosed;

                    @Override
                    public void close() {
                        if (isClosed) {
                            throw new IllegalStateException("closed already");
                        }
                        isClosed = true;
                    }
                }),
                new BrokenAcme(107, "names of requests by chance", new ChancyFactory()),
                new BrokenAcme(107, "a log", new TalkativeFactory()),
                of(107, "a client of its own", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    HttpResult send(HttpRequest request, CallContext call) {
                        try {
                            return sendAlone(request);
                        } catch (IOException e) {
                            return new HttpResult.Unknown("broken");
                        }
                    }
                }),
                new BrokenAcme(108, "a factory that no service file names", new HiddenFactory()));
    }

    private static HttpResult sendAlone(HttpRequest request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) request.uri().toURL().openConnection();
        connection.setRequestMethod(request.method());
        request.headers().map().forEach((name, values) -> connection.setRequestProperty(name, values.get(0)));
        if (request.method().equals("POST")) {
            connection.setDoOutput(true);
            request.bodyPublisher().orElseThrow().subscribe(new Writer(connection.getOutputStream()));
        }
        int status = connection.getResponseCode();
        InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        return new Answer(status, none, Payload.of(body.readAllBytes()));
    }

    /** Writes what a request's body publishes. */
    private record Writer(OutputStream out) implements Flow.Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer part) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            try {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    private static PaymentProvider madeOfKey(ProviderConfig config, ProviderRuntime runtime) {
        Secret key = config.get(AcmeFactory.WEBHOOK_KEY);
        if (!key.reveal().startsWith("whsec_")) {
            throw new IllegalArgumentException("webhookKey " + key.reveal() + " is no key");
        }
        return new AcmeProvider(config, runtime);
    }

    /** Waits until the virtual machine ends. */
    private static void beat() {
        try {
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Capabilities capable(String most, Proof proof, Operation... operations) {
        return Capabilities.of(
                        Capabilities.Flow.REQUEST,
                        new Limits(Money.of("1.00", "CAD"), Money.of(most, "CAD")),
                        Idempotency.of(Idempotency.Mode.REPLAY, 40))
                .can(operations)
                .expires(AcmeProvider.SHORTEST, AcmeProvider.LONGEST)
                .reversibleFor(Duration.ofDays(90))
                .messagesProve(proof)
                .longestReference(35)
                .build();
    }

    private static List<BrokenAcme> calls() {
        return List.of(
                of(
                        201,
                        "an exception for an answer that it does not understand",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            Submission notUnderstood(HttpResult result) {
                                if (result instanceof Answer answer && answer.isSuccess()) {
                                    throw new IllegalStateException("an answer without fields");
                                }
                                return super.notUnderstood(result);
                            }
                        }),
                of(202, "patience of its own", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    HttpResult send(HttpRequest request, CallContext call) {
                        CallContext longer =
                                new CallContext(call.key(), call.deadline().plusSeconds(2));
                        return super.send(request, longer);
                    }
                }),
                of(
                        203,
                        "a refused connection taken for an unknown outcome",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            Submission notUnderstood(HttpResult result) {
                                return result.kind() == HttpResult.Kind.NOT_SENT
                                        ? nobodyKnows(runtime)
                                        : super.notUnderstood(result);
                            }
                        }),
                of(203, "a 429 taken for a refusal", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Submission notUnderstood(HttpResult result) {
                        return result instanceof Answer answer && answer.status() == 429
                                ? no()
                                : super.notUnderstood(result);
                    }
                }),
                of(
                        204,
                        "a broken connection taken for a refusal",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            Submission notUnderstood(HttpResult result) {
                                return result.kind() == HttpResult.Kind.UNKNOWN ? no() : super.notUnderstood(result);
                            }
                        }),
                of(
                        204,
                        "a broken connection taken for nothing sent",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            Submission notUnderstood(HttpResult result) {
                                return result.kind() == HttpResult.Kind.UNKNOWN
                                        ? notSent()
                                        : super.notUnderstood(result);
                            }
                        }),
                of(204, "a 500 taken for a refusal", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Submission notUnderstood(HttpResult result) {
                        return result instanceof Answer answer && answer.status() == 500
                                ? no()
                                : super.notUnderstood(result);
                    }
                }),
                of(
                        204,
                        "a page of a proxy taken for a refusal",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            Submission notUnderstood(HttpResult result) {
                                return result instanceof Answer answer && answer.isSuccess()
                                        ? no()
                                        : super.notUnderstood(result);
                            }
                        }),
                of(205, "a refusal without the code", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Submission refusedByAcme(AcmeRecord error) {
                        return no();
                    }
                }),
                of(
                        205,
                        "a refusal taken for an unknown outcome",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            Submission refusedByAcme(AcmeRecord error) {
                                return nobodyKnows(runtime);
                            }
                        }),
                of(
                        206,
                        "an amendment that is not named and has its effect",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            public Capabilities capabilities() {
                                return capable(
                                        "10000.00",
                                        Proof.CONTENT,
                                        Operation.FIND,
                                        Operation.CANCEL,
                                        Operation.REMIND,
                                        Operation.REFUND,
                                        Operation.RECEIVE,
                                        Operation.POLL);
                            }
                        }),
                of(207, "an answer kept in a field", (config, runtime) -> new AcmeProvider(config, runtime) {
                    HttpResult last = new HttpResult.NotSent("nothing so far");

                    @Override
                    HttpResult post(String path, AcmeRecord fields, CallContext call) {
                        last = super.post(path, fields, call);
                        LockSupport.parkNanos(200_000);
                        return last;
                    }
                }),
                of(
                        208,
                        "a second try where the first is unknown",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            HttpResult send(HttpRequest request, CallContext call) {
                                HttpResult first = super.send(request, call);
                                boolean isWorthIt = first.kind() == HttpResult.Kind.UNKNOWN
                                        && !call.left(runtime.clock().instant()).isZero();
                                return isWorthIt ? super.send(request, call) : first;
                            }
                        }),
                of(209, "a Retry-After that nobody reads", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Submission notUnderstood(HttpResult result) {
                        Submission outcome = super.notUnderstood(result);
                        return outcome.kind() == Submission.Kind.NOT_SENT ? notSent() : outcome;
                    }
                }));
    }

    private static Submission no() {
        return Submission.refused(Reason.of(Category.UNSPECIFIED, Retry.never(), "no"));
    }

    private static Submission notSent() {
        return Submission.notSent(Reason.of(Category.PROVIDER_DOWN, Retry.now(), "not sent"));
    }

    private static Submission nobodyKnows(ProviderRuntime runtime) {
        Reason reason = Reason.of(Category.UNSPECIFIED, Retry.now(), "unclear");
        return Submission.unknown(reason, runtime.clock().instant());
    }

    private static List<BrokenAcme> asking() {
        return List.of(
                of(301, "a new key for every try", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    String idempotencyKey(String path, CallContext call) {
                        return path.equals("/payments") ? runtime.ids().get() : call.key();
                    }
                }),
                of(302, "keys that are cut short", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    String idempotencyKey(String path, CallContext call) {
                        return call.key().substring(0, Math.min(20, call.key().length()));
                    }
                }),
                of(303, "amounts by way of floating point", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    String amountText(Money amount) {
                        long cents = (long) (amount.amount().doubleValue() * 100);
                        return BigDecimal.valueOf(cents, 2).toPlainString();
                    }
                }),
                of(304, "limits left to the bank", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    boolean isAmountAllowed(Money amount) {
                        return true;
                    }
                }),
                of(304, "limits that leave out their ends", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    boolean isAmountAllowed(Money amount) {
                        return super.isAmountAllowed(amount.minus(Money.ofMinor(1, amount.currency())))
                                || amount.equals(Money.of("1.00", "CAD"))
                                || amount.equals(Money.of("10000.01", "CAD"));
                    }
                }),
                of(305, "any key at all", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    boolean isKeyAllowed(String key) {
                        return true;
                    }
                }),
                of(306, "an expiry by Toronto's clocks", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    String expiryText(Instant at) {
                        ZoneId toronto = ZoneId.of("America/Toronto");
                        return at.atZone(toronto)
                                .toLocalDateTime()
                                .atZone(toronto)
                                .toInstant()
                                .toString();
                    }
                }),
                of(306, "an expiry that nobody checks", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    boolean isExpiryAllowed(Instant at) {
                        return true;
                    }
                }),
                of(307, "a memory that a restart ends", (config, runtime) -> new AcmeProvider(config, runtime) {
                    final Set<String> known = ConcurrentHashMap.newKeySet();

                    @Override
                    public Submission initiate(CollectCommand command, CallContext call) {
                        known.add(call.key());
                        return super.initiate(command, call);
                    }

                    @Override
                    public Lookup find(LookupKey key, CallContext call) {
                        return known.contains(key.key()) ? super.find(key, call) : absent(key);
                    }
                }),
                of(308, "no link for the payer", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Submission acknowledged(AcmeRecord payment) {
                        return Submission.acknowledged(observation(payment));
                    }

                    @Override
                    Lookup found(List<AcmeRecord> history) {
                        return Lookup.found(observation(history.get(0)))
                                .after(earlier(history.subList(1, history.size())));
                    }
                }));
    }

    private static List<BrokenAcme> looking() {
        return List.of(
                of(401, "what failed once is not looked for", (config, runtime) -> new AcmeProvider(config, runtime) {
                    final Set<String> failed = ConcurrentHashMap.newKeySet();

                    @Override
                    Submission changed(HttpResult result, CallContext call) {
                        Submission outcome = super.changed(result, call);
                        if (outcome.kind() == Submission.Kind.UNKNOWN) {
                            failed.add(call.key());
                        }
                        return outcome;
                    }

                    @Override
                    public Lookup find(LookupKey key, CallContext call) {
                        return failed.contains(key.key()) ? absent(key) : super.find(key, call);
                    }
                }),
                of(402, "absent is absent", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Lookup absent(LookupKey key) {
                        return Lookup.absentForGood();
                    }
                }),
                of(402, "five seconds are enough", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Lookup absent(LookupKey key) {
                        Instant now = runtime.clock().instant();
                        boolean isOver = key.lastTry()
                                .filter(at -> at.plusSeconds(5).isBefore(now))
                                .isPresent();
                        return isOver ? Lookup.absentForGood() : Lookup.absentSoFar(now);
                    }
                }),
                of(403, "silence taken for absence", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Lookup silent(HttpResult result) {
                        return Lookup.absentSoFar(runtime.clock().instant());
                    }
                }),
                of(404, "a reminder whenever somebody looks", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    public Lookup find(LookupKey key, CallContext call) {
                        key.providerRef().ifPresent(ref -> remind(ref, call));
                        return super.find(key, call);
                    }
                }),
                of(
                        405,
                        "what happened last instead of all money",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            List<Observation> earlier(List<AcmeRecord> records) {
                                return List.of();
                            }
                        }));
    }

    private static List<BrokenAcme> observing() {
        return List.of(
                of(501, "a promise taken for money", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    PaymentFact fact(String status) {
                        return status.equals("2") ? PaymentFact.SETTLED : super.fact(status);
                    }

                    @Override
                    Money money(AcmeRecord payment) {
                        return payment.get("status").equals("2")
                                ? Money.of(payment.get("amount"), "CAD")
                                : super.money(payment);
                    }
                }),
                of(
                        502,
                        "what was asked for taken for what was paid",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            Money money(AcmeRecord payment) {
                                return Money.of(payment.get("amount"), "CAD");
                            }
                        }),
                of(502, "the whole dollars only", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Money money(AcmeRecord payment) {
                        long dollars = super.money(payment).amount().longValue();
                        return Money.ofMinor(dollars * 100, Money.currency("CAD"));
                    }
                }),
                of(503, "an exception for a new status", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    PaymentFact fact(String status) {
                        if (super.fact(status) == PaymentFact.UNRECOGNISED) {
                            throw new IllegalArgumentException("no status " + status);
                        }
                        return super.fact(status);
                    }
                }),
                of(503, "a new status taken for a failure", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    PaymentFact fact(String status) {
                        PaymentFact fact = super.fact(status);
                        return fact == PaymentFact.UNRECOGNISED ? PaymentFact.FAILED : fact;
                    }
                }),
                of(
                        504,
                        "messages that name events their own way",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            Reception accepted(List<AcmeRecord> records) {
                                return super.accepted(records.stream()
                                        .map(each -> each.with("event", "message-" + each.get("event")))
                                        .toList());
                            }
                        }),
                of(504, "events named by their status", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    String eventId(AcmeRecord payment) {
                        return "acme-status:" + payment.get("status");
                    }
                }),
                of(
                        505,
                        "any status from settled on taken for paid",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            PaymentFact fact(String status) {
                                return isEnd(status) ? PaymentFact.SETTLED : super.fact(status);
                            }

                            @Override
                            Money money(AcmeRecord payment) {
                                return isEnd(payment.get("status"))
                                        ? Money.of(payment.get("amount"), "CAD")
                                        : super.money(payment);
                            }

                            private boolean isEnd(String status) {
                                int number = Integer.parseInt(status);
                                return number > 4 && number < 9;
                            }
                        }),
                of(505, "expired taken for cancelled", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    PaymentFact fact(String status) {
                        return super.fact(status.equals("6") ? "7" : status);
                    }
                }),
                of(506, "settled once is settled", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    PaymentFact fact(String status) {
                        return super.fact(status.equals("9") ? "4" : status);
                    }
                }),
                of(507, "seen when it happened", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Instant seenAt(AcmeRecord payment) {
                        return occurredAt(payment);
                    }
                }),
                of(507, "happened when it was seen", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Instant occurredAt(AcmeRecord payment) {
                        return runtime.clock().instant();
                    }
                }));
    }

    private static List<BrokenAcme> changing() {
        return List.of(
                of(601, "too late taken for a refusal", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Submission ended(AcmeRecord payment) {
                        return no();
                    }
                }),
                of(601, "too late taken for cancelled", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Submission ended(AcmeRecord payment) {
                        return acknowledged(payment.with("status", "7"));
                    }
                }),
                of(602, "a second cancellation is an error", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    String idempotencyKey(String path, CallContext call) {
                        return path.endsWith("/cancel") ? runtime.ids().get() : call.key();
                    }

                    @Override
                    Submission ended(AcmeRecord payment) {
                        return payment.get("status").equals("7") ? no() : super.ended(payment);
                    }
                }),
                of(603, "a reminder by a second request", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    public Submission remind(String providerRef, CallContext call) {
                        AcmeRecord again = AcmeRecord.of("amount", "1.00", "currency", "CAD", "reference", call.key());
                        return changed(post("/payments", again, call), call);
                    }
                }),
                of(604, "refunds without a key", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    String idempotencyKey(String path, CallContext call) {
                        return path.endsWith("/refunds") ? runtime.ids().get() : call.key();
                    }
                }),
                of(
                        605,
                        "an amendment by cancelling and asking anew",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            public Submission amend(String providerRef, CollectCommand command, CallContext call) {
                                cancel(providerRef, "", call);
                                return initiate(command, call);
                            }
                        }));
    }

    private static List<BrokenAcme> messages() {
        return List.of(
                of(
                        701,
                        "reads before it looks at the signature",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            public Reception receive(InboundMessage message) {
                                boolean isSense = AcmeRecord.parseAll(
                                                message.body().text())
                                        .isPresent();
                                return isSense ? super.receive(message) : Reception.rejected(Reception.Why.MALFORMED);
                            }
                        }),
                of(701, "proves the text that it understood", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Optional<Reception.Why> wrong(InboundMessage message) {
                        Payload body = message.body();
                        Payload tidy = body.text().endsWith("\n ")
                                ? Payload.of(body.text().strip() + "\n")
                                : body;
                        return super.wrong(new InboundMessage(message.headers(), tidy, message.receivedAt()));
                    }
                }),
                of(702, "takes what is not signed", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Optional<Reception.Why> wrong(InboundMessage message) {
                        boolean isSigned = message.headers()
                                .firstValue(StandardWebhooks.SIGNATURE)
                                .isPresent();
                        return isSigned ? super.wrong(message) : Optional.empty();
                    }
                }),
                of(702, "remembers a key that was changed", (config, runtime) -> new AcmeProvider(config, runtime) {
                    final StandardWebhooks atFirst = StandardWebhooks.of(List.of(
                            Secret.of(config.get(AcmeFactory.WEBHOOK_KEY).reveal())));

                    @Override
                    StandardWebhooks webhooks() {
                        return atFirst;
                    }
                }),
                of(703, "takes messages of any age", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    StandardWebhooks webhooks() {
                        return super.webhooks().within(Duration.ofDays(3650));
                    }
                }),
                of(704, "takes nonsense for nothing new", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    public Reception receive(InboundMessage message) {
                        Reception reception = super.receive(message);
                        boolean isNonsense = reception instanceof Reception.Rejected rejected
                                && rejected.why() == Reception.Why.MALFORMED;
                        return isNonsense ? Reception.accepted(List.of()) : reception;
                    }
                }),
                of(704, "throws for nonsense", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    public Reception receive(InboundMessage message) {
                        Reception reception = super.receive(message);
                        if (reception instanceof Reception.Rejected rejected
                                && rejected.why() == Reception.Why.MALFORMED) {
                            throw new IllegalArgumentException("nonsense");
                        }
                        return reception;
                    }
                }),
                of(705, "knows headers in small letters only", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Optional<Reception.Why> wrong(InboundMessage message) {
                        Map<String, List<String>> copy =
                                new HashMap<>(message.headers().map());
                        copy.keySet().removeIf(name -> !name.equals(name.toLowerCase(java.util.Locale.ROOT)));
                        HttpHeaders small = HttpHeaders.of(copy, (name, value) -> true);
                        return super.wrong(new InboundMessage(small, message.body(), message.receivedAt()));
                    }
                }),
                of(706, "believes more than is proven", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    public Capabilities capabilities() {
                        return capable("10000.00", Proof.ORIGIN, Operation.values());
                    }
                }),
                of(707, "reads the first event of a message", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Reception accepted(List<AcmeRecord> records) {
                        return super.accepted(records.subList(0, 1));
                    }
                }),
                of(708, "asks while it reads", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Reception accepted(List<AcmeRecord> records) {
                        Instant soon = runtime.clock().instant().plusSeconds(1);
                        get("/payments/" + records.get(0).get("id"), new CallContext("look", soon));
                        return super.accepted(records);
                    }
                }));
    }

    private static List<BrokenAcme> history() {
        return List.of(
                of(
                        801,
                        "loses one event at the end of each page",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            ObservationPage page(List<AcmeRecord> records, String cursor, int most) {
                                ObservationPage page = super.page(records, cursor, most);
                                int kept = page.isLast() ? records.size() : records.size() - 1;
                                List<Observation> rest = page.observations().subList(0, kept);
                                return ObservationPage.of(rest, page.next(), page.isLast());
                            }
                        }),
                of(802, "cursors that a restart ends", (config, runtime) -> new AcmeProvider(config, runtime) {
                    final Map<String, String> places = new ConcurrentHashMap<>();

                    @Override
                    public ObservationPage poll(String cursor, int most, CallContext call) {
                        ObservationPage page = super.poll(places.getOrDefault(cursor, ""), most, call);
                        if (page.problem().isPresent()) {
                            return ObservationPage.unavailable(
                                    cursor, page.problem().orElseThrow());
                        }
                        String name = "place-" + page.next();
                        places.put(name, page.next());
                        return ObservationPage.of(page.observations(), name, page.isLast());
                    }
                }),
                of(803, "one more than was asked for", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    public ObservationPage poll(String cursor, int most, CallContext call) {
                        return super.poll(cursor, most + 1, call);
                    }
                }),
                of(803, "a failure taken for the end", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    public ObservationPage poll(String cursor, int most, CallContext call) {
                        ObservationPage page = super.poll(cursor, most, call);
                        return page.problem().isPresent() ? ObservationPage.nothingAfter(cursor) : page;
                    }
                }));
    }

    private static List<BrokenAcme> secrecy() {
        return List.of(
                of(901, "a key in the address", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    URI at(String path) {
                        String key = config.get(AcmeFactory.API_KEY).reveal();
                        return super.at(path + (path.contains("?") ? "&" : "?") + "key=" + key);
                    }
                }),
                of(
                        901,
                        "an answer without a token is repeated in the reason",
                        (config, runtime) -> new AcmeProvider(config, runtime) {
                            @Override
                            HttpResult withoutToken(HttpResult answer) {
                                return answer instanceof Answer told && told.isSuccess()
                                        ? new HttpResult.NotSent(
                                                "no token: " + told.body().text())
                                        : super.withoutToken(answer);
                            }
                        }),
                of(901, "a secret in its toString", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    public String toString() {
                        return "Acme[" + config.get(AcmeFactory.API_KEY).reveal() + "]";
                    }
                }),
                of(902, "a payer in the reason", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    Submission notUnderstood(HttpResult result) {
                        if (result instanceof Answer answer && answer.isSuccess()) {
                            Reason reason = Reason.of(
                                    Category.PROVIDER_DOWN,
                                    Retry.now(),
                                    answer.body().text());
                            return Submission.unknown(reason, runtime.clock().instant());
                        }
                        return super.notUnderstood(result);
                    }
                }),
                of(902, "a payer on standard output", (config, runtime) -> new AcmeProvider(config, runtime) {
                    @Override
                    AcmeRecord fields(CollectCommand command) {
                        AcmeRecord fields = super.fields(command);
                        System.out.println("asking " + command.payer().name() + " for " + command.amount());
                        return fields;
                    }
                }));
    }
}
