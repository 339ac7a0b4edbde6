package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.core.Money;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Request for payment over a bank's API, ISO 20022 in JSON.
 *
 * <p>A request is made in two steps: the bank answers with its {@code payment_id} alone, and shows the page to pay on when it is
 * asked for the request. A second step that fails takes nothing back.
 *
 * <p>How a bank is asked for a request by {@code end_to_end_identification} is not public. So the bank's list is read, and each
 * request of it asked once for its details, which repeat that name.
 */
final class BankApi implements Dialect {
    private static final int NOT_FOUND = 404;

    private final BankAccess access;
    private final BankRequests requests;
    private final @Nullable BankWebhook webhook;
    private final InstantSource clock;
    private final Refusals refusals;
    private final KnownKeys known = new KnownKeys();

    BankApi(BankAccess access, BankRequests requests, @Nullable BankWebhook webhook, InstantSource clock) {
        this.access = access;
        this.requests = requests;
        this.webhook = webhook;
        this.clock = clock;
        this.refusals = access.refusals();
    }

    @Override
    public Optional<Reason> wrong(CollectCommand command) {
        return requests.wrong(command);
    }

    @Override
    public Reading byReference(String reference, CallContext call) {
        Reading detail = detail(reference, call);
        MoneyRequest request = detail.request();
        return request == null || !request.status().isOpen() ? detail : Reading.found(withPage(request, call));
    }

    /** The details of a request; they do not have the page to pay on. */
    private Reading detail(String reference, CallContext call) {
        HttpResult result = access.get("/" + encoded(reference), Map.of(), call);
        boolean isAbsent = result instanceof HttpResult.Answer answer && answer.status() == NOT_FOUND;
        if (isAbsent) {
            return Reading.absent();
        }
        Optional<JsonNode> data =
                Wire.success(result).map(body -> body.path("data")).filter(JsonNode::isObject);
        return data.filter(each -> Json.text(each, "payment_id")
                        .filter(id -> !id.equals(reference))
                        .isEmpty())
                .map(each -> Reading.found(request(reference, each)))
                .orElseGet(() -> Reading.failed(refusals.of(result)));
    }

    private static MoneyRequest request(String reference, JsonNode data) {
        Optional<Money> amount = Remittance.cad(data.path("amount"));
        List<Share> shares = amount.map(paid -> Remittance.shares(data.path("remittance_information"), paid))
                .orElse(List.of());
        return status(reference, data)
                .askedBy(Json.name(data, "original_end_to_end_identification").orElse(""))
                .accepted(Json.instant(data, "acceptance_datetime").orElse(null))
                .deposited(amount.orElse(null), shares);
    }

    /** The status of the request for payment counts; that of the transaction stands in where there is none. */
    private static MoneyRequest status(String reference, JsonNode data) {
        Optional<String> named = Json.name(data, "request_for_payment_status");
        String raw = named.or(() -> Json.name(data, "transaction_status")).orElse("");
        RequestStatus status = named.map(RequestStatus::named).orElseGet(() -> ofTransaction(raw));
        return MoneyRequest.of(reference, status, raw);
    }

    /**
     * What a status of pacs.002 alone says of a request. Public clients disagree on whether {@code ACSP} is final, and {@code ACCC}
     * names an account without saying whose: neither is money.
     */
    private static RequestStatus ofTransaction(String status) {
        return switch (status) {
            case "ACTC", "PDNG" -> RequestStatus.INITIATED;
            case "ACSP", "ACCC" -> RequestStatus.FULFILLED;
            case "RJCT" -> RequestStatus.DECLINED;
            default -> RequestStatus.UNKNOWN;
        };
    }

    private MoneyRequest withPage(MoneyRequest request, CallContext call) {
        HttpResult result = access.get("", Map.of("request_for_payment_id", request.reference()), call);
        return list(result).stream()
                .flatMap(List::stream)
                .filter(entry -> Json.name(entry, "payment_id")
                        .filter(request.reference()::equals)
                        .isPresent())
                .findFirst()
                .map(entry -> withPage(request, entry))
                .orElse(request);
    }

    private static MoneyRequest withPage(MoneyRequest request, JsonNode entry) {
        return request.noticed(NoticeStatus.named(
                        Json.text(entry, "notification_status").orElse("")))
                .linked(Json.page(entry, "gateway_url").orElse(null));
    }

    private static Optional<List<JsonNode>> list(HttpResult result) {
        return Wire.success(result)
                .map(body -> body.path("data"))
                .filter(JsonNode::isArray)
                .map(data -> {
                    List<JsonNode> entries = new ArrayList<>();
                    data.forEach(entries::add);
                    return entries;
                });
    }

    @Override
    public Reading byKey(String key, CallContext call) {
        Optional<String> reference = known.reference(key);
        return reference.isPresent() ? byReference(reference.get(), call) : search(key, call);
    }

    /** Reads the list, and asks each request for its name of which that is not known. */
    private Reading search(String key, CallContext call) {
        HttpResult result = access.get("", Map.of(), call);
        Optional<List<JsonNode>> entries = list(result);
        if (entries.isEmpty()) {
            return Reading.failed(refusals.of(result));
        }
        for (JsonNode entry : entries.get()) {
            Optional<String> unknown = Json.name(entry, "payment_id").filter(id -> !known.knows(id));
            if (unknown.isPresent()) {
                Reading detail = learned(unknown.get(), call);
                if (detail.failure() != null) {
                    return detail;
                }
                MoneyRequest request = detail.request();
                if (request != null && request.key().equals(key)) {
                    return Reading.found(withPage(request, entry));
                }
            }
        }
        return Reading.absent();
    }

    /** The details of a request, whose name is known from then on. */
    private Reading learned(String reference, CallContext call) {
        Reading detail = detail(reference, call);
        MoneyRequest request = detail.request();
        if (request != null && !request.key().isEmpty()) {
            known.learn(reference, request.key());
        }
        return detail;
    }

    @Override
    public Submission create(CollectCommand command, CallContext call) {
        ObjectNode body = requests.body(command, call.key(), access.newName());
        HttpResult result = access.post("", body, call);
        Optional<String> reference =
                Wire.success(result).flatMap(answer -> Json.name(answer.path("data"), "payment_id"));
        if (reference.isEmpty()) {
            return refusals.of(result, command.payer());
        }
        known.learn(reference.get(), call.key());
        MoneyRequest made =
                MoneyRequest.of(reference.get(), RequestStatus.INITIATED, "").askedBy(call.key());
        return withPage(made, call).acknowledged(clock.instant());
    }

    @Override
    public Submission cancel(MoneyRequest request, String reason, CallContext call) {
        ObjectNode body = Json.object().put("cancel_reason", reason.isBlank() ? "Cancelled" : reason);
        HttpResult result = access.post("/" + encoded(request.reference()) + "/cancel", body, call);
        String status = Wire.success(result)
                .flatMap(answer -> Json.text(answer.path("data"), "status"))
                .orElse("");
        return switch (status) {
            case "SUCCESS" -> request.cancelled().acknowledged(clock.instant());
            case "FAILURE" -> Submission.refused(BankRequests.notCancelled());
            default -> refusals.of(result);
        };
    }

    @Override
    public Reception receive(InboundMessage message) {
        return webhook == null ? Reception.rejected(Reception.Why.UNSUPPORTED) : webhook.receive(message);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
