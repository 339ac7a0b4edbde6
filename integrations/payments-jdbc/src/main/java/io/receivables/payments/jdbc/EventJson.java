package io.receivables.payments.jdbc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.payments.desk.Errand;
import io.receivables.payments.desk.PaymentEvent;
import io.receivables.payments.desk.PaymentEvent.Absent;
import io.receivables.payments.desk.PaymentEvent.Acknowledged;
import io.receivables.payments.desk.PaymentEvent.Answered;
import io.receivables.payments.desk.PaymentEvent.ErrandAsked;
import io.receivables.payments.desk.PaymentEvent.ErrandEnded;
import io.receivables.payments.desk.PaymentEvent.ErrandTried;
import io.receivables.payments.desk.PaymentEvent.Observed;
import io.receivables.payments.desk.PaymentEvent.Requested;
import io.receivables.payments.desk.PaymentEvent.Tried;
import io.receivables.payments.desk.PaymentEvent.Withdrawn;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.Submission;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event as JSON and back, but for its kind and its time, which have columns. What is empty is left out. */
final class EventJson {
    private EventJson() {}

    // ---- from an event

    static ObjectNode of(PaymentEvent event) {
        return switch (event.kind()) {
            case REQUESTED -> of((Requested) event);
            case TRIED -> of((Tried) event);
            case ANSWERED -> of((Answered) event);
            case ACKNOWLEDGED -> of((Acknowledged) event);
            case ABSENT -> empty().put("by", ((Absent) event).by());
            case OBSERVED -> empty().set("observation", ObservationJson.of(((Observed) event).observation()));
            case WITHDRAWN -> empty();
            case ERRAND_ASKED -> empty().set("errand", of(((ErrandAsked) event).errand()));
            case ERRAND_TRIED -> of((ErrandTried) event);
            case ERRAND_ENDED -> of((ErrandEnded) event);
        };
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode of(Requested event) {
        ObjectNode json = empty().put("provider", event.provider()).put("key", event.key());
        return json.set("command", CommandJson.of(event.command()));
    }

    private static ObjectNode of(Tried event) {
        return empty().put("number", event.number()).put("until", event.until().toString());
    }

    private static ObjectNode of(Answered event) {
        ObjectNode json = empty().put("number", event.number())
                .put("outcome", event.outcome().code());
        json.set("reason", ObservationJson.of(event.reason()));
        return withNext(json, event.nextAt());
    }

    private static ObjectNode of(Acknowledged event) {
        ObjectNode json = empty().put("providerRef", event.providerRef()).put("by", event.by());
        event.payerAction().ifPresent(action -> json.set("action", of(action)));
        return json;
    }

    private static ObjectNode of(PayerAction action) {
        ObjectNode json = empty().put("code", action.code());
        // by place, not by name: a field's name cannot be of any characters
        ArrayNode instructions = json.putArray("instructions");
        action.instructions()
                .forEach((name, value) ->
                        instructions.addObject().put("name", name).put("value", value));
        action.link().ifPresent(link -> json.put("link", link.toString()));
        return json;
    }

    private static ObjectNode of(Errand errand) {
        ObjectNode json = empty().put("key", errand.key())
                .put("operation", errand.operation().code())
                .put("note", errand.note());
        errand.amount().ifPresent(amount -> json.set("refunded", CommandJson.of(amount)));
        return json;
    }

    private static ObjectNode of(ErrandTried event) {
        return empty().put("key", event.key()).put("until", event.until().toString());
    }

    private static ObjectNode of(ErrandEnded event) {
        ObjectNode json =
                empty().put("key", event.key()).put("outcome", event.outcome().code());
        event.why().ifPresent(reason -> json.set("reason", ObservationJson.of(reason)));
        return withNext(json, event.nextAt());
    }

    private static ObjectNode withNext(ObjectNode json, Optional<Instant> next) {
        next.ifPresent(at -> json.put("next", at.toString()));
        return json;
    }

    // ---- to an event

    static PaymentEvent event(String kind, Instant at, JsonFields json) {
        return switch (JsonFields.ofCode("kind", kind, PaymentEvent.Kind.values(), PaymentEvent.Kind::code)) {
            case REQUESTED ->
                new Requested(json.text("provider"), CommandJson.command(json.object("command")), json.text("key"), at);
            case TRIED -> new Tried(number(json), at, json.instant("until"));
            case ANSWERED ->
                new Answered(
                        number(json), outcome(json), ObservationJson.reason(json.object("reason")), next(json), at);
            case ACKNOWLEDGED -> acknowledged(json, at);
            case ABSENT -> new Absent(json.text("by"), at);
            case OBSERVED -> new Observed(ObservationJson.observation(json.object("observation")), at);
            case WITHDRAWN -> new Withdrawn(at);
            case ERRAND_ASKED -> new ErrandAsked(errand(json.object("errand")), at);
            case ERRAND_TRIED -> new ErrandTried(json.text("key"), at, json.instant("until"));
            case ERRAND_ENDED -> errandEnded(json, at);
        };
    }

    private static int number(JsonFields json) {
        return Math.toIntExact(json.number("number"));
    }

    private static Submission.Kind outcome(JsonFields json) {
        return json.coded("outcome", Submission.Kind.values(), Submission.Kind::code);
    }

    private static @Nullable Instant next(JsonFields json) {
        return json.anyInstant("next").orElse(null);
    }

    private static Acknowledged acknowledged(JsonFields json, Instant at) {
        PayerAction action = json.anyObject("action").map(EventJson::action).orElse(null);
        return new Acknowledged(json.text("providerRef"), action, json.text("by"), at);
    }

    private static PayerAction action(JsonFields json) {
        PayerAction action = json.anyText("link")
                .map(link -> PayerAction.follow(URI.create(link)))
                .orElseGet(() -> PayerAction.fillIn(instructions(json.objects("instructions"))));
        return action.scan(json.text("code"));
    }

    private static Map<String, String> instructions(List<JsonFields> json) {
        Map<String, String> instructions = new LinkedHashMap<>();
        json.forEach(each -> instructions.put(each.text("name"), each.text("value")));
        return instructions;
    }

    private static Errand errand(JsonFields json) {
        return new Errand(
                json.text("key"),
                json.coded("operation", Operation.values(), Operation::code),
                json.text("note"),
                json.anyObject("refunded").map(CommandJson::money).orElse(null));
    }

    private static ErrandEnded errandEnded(JsonFields json, Instant at) {
        return new ErrandEnded(
                json.text("key"),
                outcome(json),
                json.anyObject("reason").map(ObservationJson::reason).orElse(null),
                next(json),
                at);
    }
}
