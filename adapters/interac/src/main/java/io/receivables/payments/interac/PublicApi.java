package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Submission;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Interac's public API, version 2: money requests under {@code /v2/money-requests/send}.
 *
 * <p>It knows no idempotency keys, but a request is found by the {@code sourceMoneyRequestId} that its caller gave it; the {@code
 * requestId} of the headers is for tracing alone. Nothing is public of what its notifications hold or of how they could be
 * verified, so they are read for a reference and a status and trusted in nothing.
 */
final class PublicApi implements Dialect {
    private static final String REQUESTS = "/v2/money-requests/send";

    private final PublicApiAccess access;
    private final PublicApiRequests requests;
    private final Contacts contacts;
    private final InstantSource clock;
    private final Refusals refusals;

    PublicApi(PublicApiAccess access, PublicApiRequests requests, Contacts contacts, InstantSource clock) {
        this.access = access;
        this.requests = requests;
        this.contacts = contacts;
        this.clock = clock;
        this.refusals = access.refusals();
    }

    @Override
    public Optional<Reason> wrong(CollectCommand command) {
        return requests.wrong(command);
    }

    @Override
    public Reading byKey(String key, CallContext call) {
        return one(Map.of("sourceMoneyRequestId", key), request -> request.key().equals(key), call);
    }

    @Override
    public Reading byReference(String reference, CallContext call) {
        return one(
                Map.of("referenceNumber", reference),
                request -> request.reference().equals(reference),
                call);
    }

    /**
     * The request that fits, and not another one that the remote side shows beside it or instead. Of several, which two processes may
     * have made at one moment, one that lives or was paid.
     */
    private Reading one(Map<String, String> query, Predicate<MoneyRequest> fits, CallContext call) {
        HttpResult result = list(query, call);
        Optional<JsonNode> body = Wire.success(result).filter(JsonNode::isArray);
        if (body.isEmpty()) {
            return Reading.failed(refusals.of(result));
        }
        List<MoneyRequest> fitting =
                stream(body.get()).flatMap(PublicApi::request).filter(fits).toList();
        return fitting.stream()
                .filter(request -> !request.status().fact().isEndWithoutMoney())
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .map(Reading::found)
                .orElseGet(Reading::absent);
    }

    private HttpResult list(Map<String, String> query, CallContext call) {
        String text = new TreeMap<>(query)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
        return access.send("GET", REQUESTS + text, BodyPublishers.noBody(), call);
    }

    @Override
    public Submission create(CollectCommand command, CallContext call) {
        Contacts.Contact contact = contacts.of(command.payer(), call);
        if (contact.failure() != null) {
            return contact.failure();
        }
        HttpResult result =
                access.send("POST", REQUESTS, json(requests.body(command, call.key(), contact.json())), call);
        return Wire.success(result)
                .flatMap(body -> Json.name(body, "referenceNumber")
                        .map(reference -> MoneyRequest.of(reference, RequestStatus.INITIATED, "")
                                .askedBy(call.key())
                                .linked(Json.page(body, "paymentGatewayUrl").orElse(null))))
                .<Submission>map(request -> request.acknowledged(clock.instant()))
                .orElseGet(() -> refusals.of(result, command.payer()));
    }

    @Override
    public Submission amend(MoneyRequest request, CollectCommand command, CallContext call) {
        Contacts.Contact contact = contacts.of(command.payer(), call);
        if (contact.failure() != null) {
            return contact.failure();
        }
        HttpResult result =
                access.send("PUT", path(request), json(requests.body(command, request.key(), contact.json())), call);
        return Wire.isSuccess(result) ? request.acknowledged(clock.instant()) : refusals.of(result, command.payer());
    }

    @Override
    public Submission remind(MoneyRequest request, CallContext call) {
        HttpResult result = access.send("PATCH", path(request) + "/notice", BodyPublishers.noBody(), call);
        return Wire.isSuccess(result) ? request.acknowledged(clock.instant()) : refusals.of(result);
    }

    @Override
    public Submission cancel(MoneyRequest request, String reason, CallContext call) {
        ObjectNode body = Json.object().put("cancellationReason", reason.isBlank() ? "Cancelled" : reason);
        HttpResult result = access.send("PATCH", path(request) + "/cancel", json(body), call);
        return Wire.isSuccess(result) ? request.cancelled().acknowledged(clock.instant()) : refusals.of(result);
    }

    private static String path(MoneyRequest request) {
        return REQUESTS + "/" + encoded(request.reference());
    }

    @Override
    public Reception receive(InboundMessage message) {
        Optional<JsonNode> body = Json.read(message.body());
        List<Observation> hints = body.stream()
                .flatMap(each -> each.isArray() ? stream(each) : Stream.of(each))
                .flatMap(PublicApi::request)
                .map(request -> request.hinted(message.receivedAt()))
                .toList();
        return hints.isEmpty()
                ? Reception.rejected(Reception.Why.MALFORMED)
                : new Reception.Accepted(hints, Reception.Answer.of(202));
    }

    @Override
    public ObservationPage poll(String cursor, int most, CallContext call) {
        Instant now = clock.instant();
        Optional<Sweep> sweep = Sweep.read(cursor, now);
        if (sweep.isEmpty()) {
            return ObservationPage.unavailable(cursor, Terms.format("the cursor is none of this provider"));
        }
        HttpResult result = list(sweep.get().query(most), call);
        Optional<JsonNode> body = Wire.success(result).filter(JsonNode::isArray);
        if (body.isEmpty()) {
            return ObservationPage.unavailable(cursor, InteracProvider.reason(refusals.of(result)));
        }
        int count = body.get().size();
        List<Observation> seen = stream(body.get())
                .flatMap(PublicApi::request)
                .map(request -> request.seen(now))
                .limit(most)
                .toList();
        return count == 0
                ? ObservationPage.of(seen, sweep.get().end(), true)
                : ObservationPage.of(seen, sweep.get().after(Math.min(count, most)), false);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** A request as it is shown; none where it has no reference. */
    private static Stream<MoneyRequest> request(JsonNode json) {
        JsonNode status = json.path("status");
        JsonNode notice = json.path("notificationStatus");
        boolean isCad = Json.text(json, "currency").filter("CAD"::equals).isPresent();
        return Json.name(json, "referenceNumber")
                .map(reference -> MoneyRequest.of(
                                reference,
                                status.isInt() ? RequestStatus.numbered(status.intValue()) : RequestStatus.UNKNOWN,
                                raw(status))
                        .askedBy(Json.name(json, "sourceMoneyRequestId").orElse(""))
                        .noticed(notice.isInt() ? NoticeStatus.numbered(notice.intValue()) : NoticeStatus.UNKNOWN)
                        .linked(Json.page(json, "paymentGatewayUrl").orElse(null))
                        .deposited(isCad ? Json.cad(json.path("fulfillAmount")).orElse(null) : null, List.of()))
                .stream();
    }

    /** The status as it came, where it is short and plain enough to be shown. */
    private static String raw(JsonNode status) {
        return Json.name(status.asText()).orElse("");
    }

    private static BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(Json.write(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
