package io.receivables.payments.interac.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Interac e-Transfer Request Money on this machine. It listens on a free port of the loopback address, in both dialects at once,
 * and knows one client, whose credentials are the constants of this class.
 *
 * <p>Time is the given clock's: tokens end after five minutes and requests at their expiry by it, and nothing waits. All methods may
 * be called by several threads.
 */
public final class InteracFake implements AutoCloseable {
    /** The client's {@code thirdPartyAccessId} at the public API. */
    public static final String THIRD_PARTY_ACCESS_ID = "CA1TAfake0001";

    /** The client's {@code apiRegistrationId} at the public API. */
    public static final String API_REGISTRATION_ID = "CA1ARfake0001";

    /** The client's secret at the public API. */
    public static final String SHARED_SECRET = "fake-shared-secret";

    /** The client's {@code client_id} at the bank. */
    public static final String CLIENT_ID = "fake-client";

    /** The name under which the bank has the client's key. */
    public static final String CLIENT_KEY_ID = "fake-client-key";

    /** {@code aud} of what the client signs for a token. */
    public static final String TOKEN_AUDIENCE = "fake-bank-tokens";

    /** {@code scope} of a token. */
    public static final String SCOPE = "fake.requests";

    /** The client's {@code customer-profile-id} at the bank. */
    public static final String CUSTOMER_PROFILE_ID = "fake-profile";

    /** The client's {@code x-api-key} at the bank. */
    public static final String API_KEY = "fake-api-key";

    /** {@code iss} of the bank's messages. */
    public static final String MESSAGE_ISSUER = "fake-bank";

    /** {@code aud} of the bank's messages. */
    public static final String MESSAGE_AUDIENCE = "fake-seller";

    /** The name of the key that signs the bank's messages. */
    public static final String BANK_KEY_ID = "fake-bank-key";

    private static final String PUBLIC_API = "/publicapi/api";
    private static final String BANK = "/bank";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);
    private static final Duration MESSAGE_LIFE = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Object lock = new Object();
    private final List<FakeRequest> requests = new ArrayList<>();
    private final List<FakeCall> calls = new ArrayList<>();
    private final List<FakeNotification> notifications = new ArrayList<>();
    private final Map<String, Instant> tokens = new HashMap<>();
    private final Map<FakeOperation, Deque<FakeFault>> faults = new EnumMap<>(FakeOperation.class);
    private final Map<FakeOperation, Deque<Reply>> scripted = new EnumMap<>(FakeOperation.class);
    private final Map<String, Door> doors;
    private final ExecutorService threads;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private BigDecimal most = new BigDecimal("25000.00");
    private int tokensGiven;
    private @Nullable URI notified;

    private InteracFake(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.doors = Map.of(PUBLIC_API, new PublicApiDoor(this), BANK, new BankDoor(this));
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "interac-fake");
            thread.setDaemon(true);
            return thread;
        });
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port of this machine is free", e);
        }
    }

    /** A server that runs, by this clock. */
    public static InteracFake start(InstantSource clock) {
        InteracFake fake = new InteracFake(clock);
        fake.doors.forEach((base, door) -> fake.server.createContext(base, http -> fake.serve(base, door, http)));
        fake.server.setExecutor(fake.threads);
        fake.server.start();
        return fake;
    }

    /** Where the public API is, up to and without {@code /v1} and {@code /v2}. */
    public URI publicApi() {
        return at(PUBLIC_API);
    }

    /** Where the bank is; its paths are those of Scotiabank TranXact. */
    public URI bank() {
        return at(BANK);
    }

    private URI at(String base) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + base);
    }

    /** The client's private key, by which it asks the bank for tokens: PKCS #8 as PEM. */
    public static String clientPrivateKey() {
        return Signatures.pem("PRIVATE KEY", Signatures.Keys.CLIENT.getPrivate());
    }

    /** The public key by which the bank's messages are verified: X.509 as PEM. */
    public static String bankPublicKey() {
        return Signatures.pem("PUBLIC KEY", Signatures.Keys.BANK.getPublic());
    }

    /** No request may be of more than this; CAD 25,000.00 unless told. */
    public void limit(BigDecimal most) {
        locked(() -> this.most = Objects.requireNonNull(most, "most"));
    }

    /** The next call that asks for this goes wrong; told several times, the next ones do, in order. */
    public void next(FakeOperation operation, FakeFault fault) {
        locked(() ->
                faults.computeIfAbsent(operation, same -> new ArrayDeque<>()).add(fault));
    }

    /** The next call that asks for this is answered so, and nothing is done. */
    public void answerNext(FakeOperation operation, int status, String body) {
        locked(() ->
                scripted.computeIfAbsent(operation, same -> new ArrayDeque<>()).add(new Reply(status, body)));
    }

    /** Takes all tokens back, as a bank may at any time. */
    public void revokeTokens() {
        locked(() -> {
            tokens.clear();
            return true;
        });
    }

    /** All requests, oldest first. */
    public List<FakeRequest> requests() {
        return locked(() -> List.copyOf(requests));
    }

    /**
     * The request of this name, the public API's or the bank's.
     *
     * @throws IllegalArgumentException if there is none
     */
    public FakeRequest request(String name) {
        return requests().stream()
                .filter(request -> request.isNamed(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no request is named " + name));
    }

    /**
     * The one request that there is.
     *
     * @throws IllegalStateException if there is none, or more
     */
    public FakeRequest only() {
        List<FakeRequest> all = requests();
        if (all.size() != 1) {
            throw new IllegalStateException("there are " + all.size() + " requests");
        }
        return all.get(0);
    }

    /** All calls so far, in the order in which they were answered. */
    public List<FakeCall> calls() {
        return locked(() -> List.copyOf(calls));
    }

    /** The calls that asked for this. */
    public List<FakeCall> calls(FakeOperation operation) {
        return calls().stream().filter(call -> call.operation() == operation).toList();
    }

    /** From now on, whatever becomes of a request is sent there, before the call that changed it returns. */
    public void notifyAt(URI address) {
        locked(() -> notified = Objects.requireNonNull(address, "address"));
    }

    /** What was sent so far, in order. */
    public List<FakeNotification> notifications() {
        return locked(() -> List.copyOf(notifications));
    }

    /** A message of where a request stands now. */
    public FakeNotification notification(FakeRequest request) {
        return locked(() -> request.isOf(FakeDialect.BANK)
                ? signed(Texts.write(addressed(request.asClaims())))
                : unsigned(request.asHint()));
    }

    /** A message of the bank with any text where the claims belong, signed as its own are. */
    public FakeNotification signed(String claims) {
        return new FakeNotification(Map.of("Content-Type", "application/jwt"), Signatures.token(claims));
    }

    private ObjectNode addressed(ObjectNode claims) {
        return claims.put("iss", MESSAGE_ISSUER)
                .put("sub", CUSTOMER_PROFILE_ID)
                .put("aud", MESSAGE_AUDIENCE)
                .put("iat", now().getEpochSecond())
                .put("exp", now().plus(MESSAGE_LIFE).getEpochSecond());
    }

    private static FakeNotification unsigned(ObjectNode body) {
        return new FakeNotification(Map.of("Content-Type", "application/json"), Texts.write(body));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    // what the doors need; all of it is held by the lock

    <T> T locked(Supplier<T> work) {
        synchronized (lock) {
            return work.get();
        }
    }

    Instant now() {
        return clock.instant();
    }

    String newToken() {
        tokensGiven++;
        String token = "fake-token-" + tokensGiven;
        tokens.put(token, now().plus(TOKEN_LIFE));
        return token;
    }

    boolean isToken(String token) {
        Instant until = tokens.get(token);
        return until != null && now().isBefore(until);
    }

    void demandWithin(BigDecimal amount, Instant expiry) {
        if (amount.compareTo(most) > 0) {
            throw Refusal.invalid("the amount is above " + most.toPlainString());
        }
        Duration left = Duration.between(now(), expiry);
        if (left.compareTo(SHORTEST) < 0 || left.compareTo(LONGEST) > 0) {
            throw Refusal.invalid("the request ends sooner than in 2 hours or later than in 30 days");
        }
    }

    FakeRequest make(FakeDialect dialect, FakeRequest.Terms terms) {
        Instant created = now().truncatedTo(ChronoUnit.MILLIS);
        FakeRequest request = new FakeRequest(this, dialect, requests.size() + 1, created, terms);
        requests.add(request);
        return request;
    }

    List<FakeRequest> all(FakeDialect dialect) {
        return requests.stream().filter(request -> request.isOf(dialect)).toList();
    }

    // serving

    private void serve(String base, Door door, HttpExchange http) throws IOException {
        try (http) {
            Ask ask = ask(base, http);
            FakeOperation operation = null;
            Reply reply;
            FakeFault fault = null;
            try {
                operation = door.operation(ask);
                fault = fault(operation);
                reply = fault == null ? reply(door, operation, ask) : wrong(fault, door, operation, ask);
            } catch (Refusal refusal) {
                reply = new Reply(refusal.status(), door.refusal(refusal.code(), refusal.text()));
            }
            record(operation == null ? FakeOperation.READ : operation, ask, http, reply);
            send(http, fault, reply);
        }
    }

    private static Ask ask(String base, HttpExchange http) throws IOException {
        URI uri = http.getRequestURI();
        Map<String, String> headers = new LinkedHashMap<>();
        http.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new Ask(
                http.getRequestMethod(), uri.getPath().substring(base.length()), Texts.pairs(query), headers, body);
    }

    private @Nullable FakeFault fault(FakeOperation operation) {
        return locked(() -> {
            Deque<FakeFault> waiting = faults.get(operation);
            return waiting == null ? null : waiting.poll();
        });
    }

    private Reply reply(Door door, FakeOperation operation, Ask ask) {
        int before = requests().size();
        Reply reply = locked(() -> {
            Deque<Reply> waiting = scripted.get(operation);
            Reply script = waiting == null ? null : waiting.poll();
            return script == null ? door.answer(operation, ask) : script;
        });
        requests().stream().skip(before).forEach(this::notifyOf);
        return reply;
    }

    private Reply wrong(FakeFault fault, Door door, FakeOperation operation, Ask ask) {
        if (fault.isDone()) {
            reply(door, operation, ask);
        }
        return switch (fault) {
            case LOST_REQUEST, LOST_ANSWER, SILENCE -> new Reply(0, "");
            case ERROR_AFTER, ERROR_BEFORE -> new Reply(500, "");
            case GARBAGE -> new Reply(200, "<html>");
            case TOO_MANY -> new Reply(429, "");
            case MAINTENANCE -> new Reply(503, "");
            case UNAUTHORIZED -> new Reply(401, door.refusal("FAKE-UNAUTHORIZED", "the token was taken back"));
            case REFUSED -> new Reply(400, door.refusal("FAKE-REFUSED", "refused on purpose"));
        };
    }

    private void record(FakeOperation operation, Ask ask, HttpExchange http, Reply reply) {
        String path = http.getRequestURI().toString();
        locked(() -> calls.add(new FakeCall(operation, ask.method(), path, ask.headers(), ask.body(), reply.status())));
    }

    private void send(HttpExchange http, @Nullable FakeFault fault, Reply reply) throws IOException {
        if (fault == FakeFault.SILENCE) {
            waitForClose();
        }
        if (reply.status() == 0) {
            return;
        }
        if (fault == FakeFault.TOO_MANY || fault == FakeFault.MAINTENANCE) {
            http.getResponseHeaders().add("Retry-After", "60");
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().add("Content-Type", "application/json");
        // the JDK's server writes head and body apart, and on a connection that stays the body waits 40 ms for the
        // client
        http.getResponseHeaders().add("Connection", "close");
        http.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            http.getResponseBody().write(body);
        }
    }

    private void waitForClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // telling the seller

    /** Made once a message is sent, and shared: a client has threads of its own. */
    private static final class Sender {
        static final HttpClient CLIENT = HttpClient.newHttpClient();

        private Sender() {}
    }

    /** Sends a message of a change where somebody wants it. One that does not arrive is lost, as in life. */
    void notifyOf(FakeRequest request) {
        URI address = locked(() -> notified);
        if (address == null) {
            return;
        }
        FakeNotification notification = notification(request);
        locked(() -> notifications.add(notification));
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(notification.body()));
        notification.headers().forEach(builder::header);
        try {
            Sender.CLIENT.send(builder.build(), BodyHandlers.discarding());
        } catch (IOException e) {
            // lost
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "InteracFake[" + publicApi() + ", " + requests().size() + " requests]";
    }
}
