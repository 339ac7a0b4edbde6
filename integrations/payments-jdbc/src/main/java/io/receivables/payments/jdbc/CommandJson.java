package io.receivables.payments.jdbc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.core.Money;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Share;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** What is asked of whom, as JSON and back. Amounts are minor units; what is empty is left out. */
final class CommandJson {
    private CommandJson() {}

    static ObjectNode of(CollectCommand command) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("paymentId", command.paymentId());
        json.set("payer", of(command.payer()));
        json.set("shares", of(command.shares()));
        json.put("reference", command.reference());
        json.put("message", command.message());
        command.expiresAt().ifPresent(at -> json.put("expiresAt", at.toString()));
        command.returnTo().ifPresent(to -> json.put("returnTo", to.toString()));
        return json;
    }

    static CollectCommand command(JsonFields json) {
        CollectCommand.Builder command = CollectCommand.of(json.text("paymentId"), payer(json.object("payer")))
                .forItems(shares(json))
                .reference(json.text("reference"))
                .message(json.text("message"));
        json.anyInstant("expiresAt").ifPresent(command::expiresAt);
        json.anyText("returnTo").map(URI::create).ifPresent(command::returnTo);
        return command.build();
    }

    private static ObjectNode of(Payer payer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("customerId", payer.customerId());
        json.put("name", payer.name());
        json.put("language", payer.language());
        payer.email().ifPresent(email -> json.put("email", email));
        payer.phone().ifPresent(phone -> json.put("phone", phone));
        return json;
    }

    private static Payer payer(JsonFields json) {
        Payer nameless = Payer.of(json.text("customerId"), json.text("name")).language(json.text("language"));
        Payer written = json.anyText("email").map(nameless::email).orElse(nameless);
        return json.anyText("phone").map(written::phone).orElse(written);
    }

    static ArrayNode of(List<Share> shares) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Share share : shares) {
            ObjectNode json = array.addObject();
            json.put("documentId", share.documentId());
            json.put("instalment", share.instalment());
            json.set("amount", of(share.amount()));
            json.put("dueDate", share.dueDate().toString());
        }
        return array;
    }

    static List<Share> shares(JsonFields json) {
        return json.objects("shares").stream()
                .map(share -> new Share(
                        share.text("documentId"),
                        Math.toIntExact(share.number("instalment")),
                        money(share.object("amount")),
                        LocalDate.parse(share.text("dueDate"))))
                .toList();
    }

    static ObjectNode of(Money amount) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("minorUnits", amount.minorUnits())
                .put("currency", amount.currency().getCurrencyCode());
    }

    static Money money(JsonFields json) {
        return Money.ofMinor(json.number("minorUnits"), Money.currency(json.text("currency")));
    }
}
