package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Submission;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Contacts that Interac keeps, for sellers who want their customers in Interac's own list. A payer is the contact with the same
 * handle; one whose name or language changed is updated. The {@code contactHash} is the version that an update and a request must
 * name, so it is read each time.
 */
final class PermanentContacts implements Contacts {
    private static final String CONTACTS = "/v2/contacts";
    private static final int PAGE = 100;

    /** No list is longer than this many pages, whatever the remote side shows. */
    private static final int MOST_PAGES = 100;

    private final PublicApiAccess access;
    private final Refusals refusals;

    PermanentContacts(PublicApiAccess access) {
        this.access = access;
        this.refusals = access.refusals();
    }

    @Override
    public Contact of(Payer payer, CallContext call) {
        ObjectNode wanted = Contacts.described(payer);
        for (int page = 0; page < MOST_PAGES; page++) {
            HttpResult result = page(page, call);
            Optional<JsonNode> contacts = Wire.success(result).filter(JsonNode::isArray);
            if (contacts.isEmpty()) {
                return none(result, payer);
            }
            Optional<JsonNode> same = stream(contacts.get())
                    .filter(contact -> handles(contact).anyMatch(handles(wanted).toList()::contains))
                    .findFirst();
            if (same.isPresent()) {
                return current(same.get(), wanted, payer, call);
            }
            if (contacts.get().isEmpty()) {
                return named(access.send("POST", CONTACTS, BodyPublishers.ofString(Json.write(wanted)), call), payer);
            }
        }
        return Contact.none(Submission.refused(Terms.format("more than " + MOST_PAGES * PAGE + " contacts are kept")));
    }

    private HttpResult page(int page, CallContext call) {
        String query = "?maxResponseItems=" + PAGE + "&offset=" + page * PAGE;
        return access.send("GET", CONTACTS + query, BodyPublishers.noBody(), call);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<String> handles(JsonNode contact) {
        return stream(contact.path("notificationPreferences"))
                .flatMap(preference -> Json.text(preference, "handle").stream());
    }

    /** The contact as it is kept, updated where it says something else. */
    private Contact current(JsonNode kept, ObjectNode wanted, Payer payer, CallContext call) {
        boolean isSame = kept.path("contactName").equals(wanted.path("contactName"))
                && kept.path("language").equals(wanted.path("language"));
        Optional<String> id = Json.name(kept, "contactId");
        Optional<String> hash = Json.text(kept, "contactHash");
        if (id.isEmpty() || hash.isEmpty()) {
            return Contact.none(Submission.refused(Terms.format("a contact that is kept has no id or no hash")));
        }
        if (isSame) {
            return Contact.of(reference(id.get(), hash.get()));
        }
        ObjectNode update = wanted.deepCopy().put("contactId", id.get()).put("contactHash", hash.get());
        return named(
                access.send("PUT", CONTACTS + "/" + id.get(), BodyPublishers.ofString(Json.write(update)), call),
                payer);
    }

    private Contact named(HttpResult result, Payer payer) {
        JsonNode body = Wire.success(result).orElseGet(Json::object);
        Optional<String> hash = Json.text(body, "contactHash");
        return Json.name(body, "contactId")
                .flatMap(id -> hash.map(version -> Contact.of(reference(id, version))))
                .orElseGet(() -> none(result, payer));
    }

    /** What a request says of a contact that is kept. */
    private static ObjectNode reference(String id, String hash) {
        return Json.object().put("contactId", id).put("contactHash", hash);
    }

    /** A request that has no contact is not sent, whatever became of the contact. */
    private Contact none(HttpResult result, Payer payer) {
        return Contact.none(InteracProvider.beforehand(refusals.of(result, payer)));
    }
}
