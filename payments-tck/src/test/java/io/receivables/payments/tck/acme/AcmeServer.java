package io.receivables.payments.tck.acme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.receivables.core.Money;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.Secret;
import io.receivables.payments.spi.webhook.StandardWebhooks;
import io.receivables.payments.tck.Happening;
import io.receivables.payments.tck.RemotePayment;
import io.receivables.payments.tck.RemoteSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Acme's server, as far as a test needs it. */
final class AcmeServer implements RemoteSide {
    static final String API_KEY = "acme-api-key-5b1d77";
    static final String WEBHOOK_KEY = "whsec_YWNtZS13ZWJob29rLWtleS0xMjM0NTY3ODkw";

    /** For all servers. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(AcmeServer::daemon);

    private static final String TOKEN = "tok_acme-token-90c2e4";
    private static final String REFUSAL = "A-17";
    private static final Set<String> ENDED = Set.of("4", "5", "6", "7", "8", "9", "10");

    /** The status that each happening leads to. */
    private static final Map<Happening, String> STATUS = Map.of(
            Happening.ACCEPT, "2",
            Happening.SETTLE_IN_PART, "3",
            Happening.SETTLE, "4",
            Happening.DECLINE, "5",
            Happening.EXPIRE, "6",
            Happening.CANCEL, "7",
            Happening.FAIL, "8",
            Happening.TAKE_BACK, "9",
            Happening.SAY_SOMETHING_NEW, "42");

    private final InstantSource clock;
    private final HttpServer server;
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final Map<String, AcmeRecord> answers = new HashMap<>();
    private final List<AcmeRecord> events = new ArrayList<>();
    private final List<InboundMessage> messages = new ArrayList<>();
    private boolean isRefusing;

    /** What is kept of a payment. */
    private static final class Payment {
        AcmeRecord record = AcmeRecord.of();
        int cancellations;
        int reminders;
        int refunds;
    }

    AcmeServer(InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(THREADS);
        server.createContext("/", this::handle);
        server.start();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "acme-server");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Optional<URI> address() {
        InetSocketAddress here = server.getAddress();
        return Optional.of(URI.create("http://" + here.getAddress().getHostAddress() + ":" + here.getPort()));
    }

    @Override
    public synchronized List<RemotePayment> payments() {
        return payments.values().stream().map(AcmeServer::shown).toList();
    }

    private static RemotePayment shown(Payment payment) {
        AcmeRecord record = payment.record;
        String currency = record.get("currency");
        RemotePayment shown = RemotePayment.of(record.get("id"), Money.of(record.get("amount"), currency))
                .changedAt(Instant.parse(record.get("changed")))
                .paid(Money.of(record.get("paid"), currency))
                .cancelled(payment.cancellations)
                .reminded(payment.reminders)
                .refunded(payment.refunds);
        return record.get("expires").isEmpty() ? shown : shown.expiresAt(Instant.parse(record.get("expires")));
    }

    @Override
    public Set<Happening> happenings() {
        return EnumSet.copyOf(STATUS.keySet());
    }

    @Override
    public synchronized void happen(Happening what, String providerRef) {
        Payment payment = payments.get(providerRef);
        Money amount = Money.of(payment.record.get("amount"), payment.record.get("currency"));
        switch (what) {
            case SETTLE ->
                payment.record = payment.record.with("paid", amount.amount().toPlainString());
            case SETTLE_IN_PART -> payment.record = payment.record.with("paid", "1.15");
            default -> {}
        }
        move(payment, STATUS.get(what));
    }

    private void move(Payment payment, String status) {
        payment.record = payment.record
                .with("status", status)
                .with("changed", clock.instant().toString())
                .with("event", Integer.toString(events.size() + 1));
        events.add(payment.record);
        messages.add(
                signed(Payload.of(AcmeRecord.print(List.of(payment.record)))).orElseThrow());
    }

    @Override
    public synchronized Optional<String> refuseNext() {
        isRefusing = true;
        return Optional.of(REFUSAL);
    }

    @Override
    public synchronized List<InboundMessage> messages() {
        return List.copyOf(messages);
    }

    @Override
    public synchronized Optional<InboundMessage> allInOne() {
        return signed(Payload.of(AcmeRecord.print(events)));
    }

    @Override
    public synchronized Optional<InboundMessage> signed(Payload body) {
        Instant now = clock.instant();
        String id = "msg_" + (messages.size() + 1);
        return Optional.of(new InboundMessage(StandardWebhooks.sign(id, now, body, Secret.of(WEBHOOK_KEY)), body, now));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    // HTTP

    private record Reply(int status, String body) {}

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Reply reply = reply(exchange, body);
            byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Reply reply(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/token")) {
            boolean isKnown = API_KEY.equals(exchange.getRequestHeaders().getFirst("Api-Key"));
            return isKnown ? new Reply(200, TOKEN) : new Reply(401, "code=A-01&text=key");
        }
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Reply(401, "code=A-02&text=token");
        }
        AcmeRecord query = AcmeRecord.parse(
                        String.valueOf(exchange.getRequestURI().getRawQuery()))
                .orElse(AcmeRecord.of());
        if (exchange.getRequestMethod().equals("GET")) {
            return path.equals("/events") ? events(query) : look(path, query);
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        AcmeRecord known = answers.get(path + " " + key);
        return known == null ? change(path, key, AcmeRecord.parse(body).orElseThrow()) : new Reply(200, known.print());
    }

    private Reply events(AcmeRecord query) {
        int after = query.get("after").isEmpty() ? 0 : Integer.parseInt(query.get("after"));
        int limit = Integer.parseInt(query.get("limit"));
        List<AcmeRecord> rest = events.subList(Math.min(after, events.size()), events.size());
        return new Reply(200, AcmeRecord.print(rest.subList(0, Math.min(limit, rest.size()))));
    }

    private Reply look(String path, AcmeRecord query) {
        List<AcmeRecord> found = payments.values().stream()
                .map(payment -> payment.record)
                .filter(record -> record.get("reference").equals(query.get("reference"))
                        || path.equals("/payments/" + record.get("id")))
                .flatMap(this::withHistory)
                .toList();
        return new Reply(200, AcmeRecord.print(found));
    }

    /** A payment as it is, and what it was before. */
    private Stream<AcmeRecord> withHistory(AcmeRecord record) {
        return Stream.concat(
                Stream.of(record),
                events.stream()
                        .filter(event -> event.get("id").equals(record.get("id"))
                                && !event.get("event").equals(record.get("event"))));
    }

    private Reply change(String path, String key, AcmeRecord fields) {
        if (isRefusing) {
            isRefusing = false;
            return new Reply(422, "code=" + REFUSAL + "&text=payer+not+served");
        }
        if (path.equals("/payments")) {
            return answered(path, key, created(fields));
        }
        String[] parts = path.split("/", -1);
        Payment payment = payments.get(parts[2]);
        if (payment == null) {
            return new Reply(404, "code=A-04&text=unknown");
        }
        boolean isTooLate = ENDED.contains(payment.record.get("status")) && !parts[3].equals("refunds");
        if (isTooLate) {
            return new Reply(409, payment.record.print());
        }
        boolean isUnpaid = parts[3].equals("refunds") && !Set.of("4", "10").contains(payment.record.get("status"));
        if (isUnpaid) {
            return new Reply(422, "code=A-20&text=nothing+to+give+back");
        }
        changeOne(parts[3], payment, fields);
        return answered(path, key, payment);
    }

    private Reply answered(String path, String key, Payment payment) {
        answers.put(path + " " + key, payment.record);
        return new Reply(200, payment.record.print());
    }

    private Payment created(AcmeRecord fields) {
        Payment payment = new Payment();
        String id = "acme_" + (payments.size() + 1);
        payment.record = fields.with("id", id).with("paid", "0.00").with("link", "https://pay.acme.example/" + id);
        payments.put(id, payment);
        move(payment, "1");
        return payment;
    }

    private void changeOne(String verb, Payment payment, AcmeRecord fields) {
        switch (verb) {
            case "cancel" -> {
                payment.cancellations++;
                move(payment, "7");
            }
            case "amend" -> payment.record = payment.record.with("amount", fields.get("amount"));
            case "remind" -> payment.reminders++;
            case "refunds" -> {
                payment.refunds++;
                move(payment, "10");
            }
            default -> throw new IllegalArgumentException(verb);
        }
    }
}
