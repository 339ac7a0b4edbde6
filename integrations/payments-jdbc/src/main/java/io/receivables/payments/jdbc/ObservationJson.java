package io.receivables.payments.jdbc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Retry;
import java.time.LocalDate;

/** What a provider said, and why, as JSON and back. What is empty is left out. */
final class ObservationJson {
    private ObservationJson() {}

    static ObjectNode of(Observation observation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("fact", observation.fact().code());
        json.put("providerRef", observation.providerRef());
        json.put("eventId", observation.eventId());
        json.put("trust", observation.trust().code());
        json.put("seenAt", observation.seenAt().toString());
        json.put("occurredAt", observation.occurredAt().toString());
        json.put("rawCode", observation.rawCode());
        json.put("rawText", observation.rawText());
        json.set("shares", CommandJson.of(observation.shares()));
        observation.key().ifPresent(key -> json.put("key", key));
        observation.amount().ifPresent(amount -> json.set("amount", CommandJson.of(amount)));
        observation.fee().ifPresent(fee -> json.set("fee", CommandJson.of(fee)));
        observation.valueDate().ifPresent(date -> json.put("valueDate", date.toString()));
        observation.reason().ifPresent(reason -> json.set("reason", of(reason)));
        return json;
    }

    static Observation observation(JsonFields json) {
        PaymentFact fact = json.coded("fact", PaymentFact.values(), PaymentFact::code);
        Observation.Builder observation = Observation.of(fact, json.text("providerRef"))
                .event(json.text("eventId"))
                .seenAt(json.instant("seenAt"))
                .occurredAt(json.instant("occurredAt"))
                .raw(json.text("rawCode"), json.text("rawText"))
                .forItems(CommandJson.shares(json));
        if (json.coded("trust", Observation.Trust.values(), Observation.Trust::code) == Observation.Trust.HINT) {
            observation.asHint();
        }
        json.anyText("key").ifPresent(observation::askedBy);
        json.anyObject("amount").map(CommandJson::money).ifPresent(observation::amount);
        json.anyObject("fee").map(CommandJson::money).ifPresent(observation::fee);
        json.anyText("valueDate").map(LocalDate::parse).ifPresent(observation::valueOn);
        json.anyObject("reason").map(ObservationJson::reason).ifPresent(observation::because);
        return observation.build();
    }

    static ObjectNode of(Reason reason) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("category", reason.category().code());
        json.put("retry", reason.retry().kind().code());
        reason.retry().from().ifPresent(since -> json.put("since", since.toString()));
        json.put("scheme", reason.scheme());
        json.put("code", reason.code());
        json.put("text", reason.text());
        return json;
    }

    static Reason reason(JsonFields json) {
        Retry.Kind retry = json.coded("retry", Retry.Kind.values(), Retry.Kind::code);
        return new Reason(
                json.coded("category", Reason.Category.values(), Reason.Category::code),
                new Retry(retry, json.anyInstant("since").orElse(null)),
                json.text("scheme"),
                json.text("code"),
                json.text("text"));
    }
}
