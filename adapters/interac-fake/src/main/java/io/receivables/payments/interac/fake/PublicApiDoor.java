package io.receivables.payments.interac.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The public API, version 2: tokens, contacts, money requests. */
final class PublicApiDoor implements Door {
    private static final String KEY = "sourceMoneyRequestId";
    private static final String REFERENCE = "referenceNumber";

    private static final String[] SEND = {"v2", "money-requests", "send"};
    private static final String[] SEND_ONE = {"v2", "money-requests", "send", "*"};
    private static final String[] NOTICE = {"v2", "money-requests", "send", "*", "notice"};
    private static final String[] CANCEL = {"v2", "money-requests", "send", "*", "cancel"};
    private static final String[] CONTACTS = {"v2", "contacts"};
    private static final String[] CONTACT = {"v2", "contacts", "*"};

    private static final Shape PREFERENCE = (where, value, wrong) -> {
        boolean isSms = value.path("handleType").asText().equals("sms");
        Shape.object()
                .with(
                        "handle",
                        isSms
                                ? Shape.matching("[0-9]{3}-[0-9]{3}-[0-9]{4}", "a number as 123-222-7777")
                                : Shape.matching("[^@\\s]+@[^@\\s]+", "an e-mail address"))
                .with("handleType", Shape.oneOf("email", "sms"))
                .with("active", Shape.flag())
                .check(where, value, wrong);
    };

    private static Shape.Fields described() {
        return Shape.object()
                .with("contactName", Shape.text(120))
                .with("language", Shape.oneOf("en", "fr"))
                .with("notificationPreferences", Shape.listOf(PREFERENCE));
    }

    private static final Shape ONE_TIME = described();
    private static final Shape KEPT =
            Shape.object().with("contactId", Shape.text(64)).with("contactHash", Shape.text(64));
    private static final Shape UPDATE =
            described().with("contactId", Shape.text(64)).with("contactHash", Shape.text(64));

    private static final Shape TIME = Shape.matching(Texts.UTC, "a time in UTC as 2026-05-11T08:00:00.000Z");

    private static final Shape REQUEST = Shape.object()
            .with("sourceMoneyRequestId", Shape.text(64))
            .with(
                    "requestedFrom",
                    (where, value, wrong) -> (value.has("contactId") ? KEPT : ONE_TIME).check(where, value, wrong))
            .with("amount", Shape.cents())
            .with("currency", Shape.oneOf("CAD"))
            .with("editableFulfillAmount", Shape.no())
            .mayHave("requesterMessage", Shape.text(400))
            .mayHave(
                    "invoice",
                    Shape.object().with("invoiceNumber", Shape.text(120)).mayHave("dueDate", TIME))
            .with("expiryDate", TIME)
            .with("supressResponderNotifications", Shape.flag())
            .mayHave("returnURL", Shape.matching("https?://.+", "an address"));

    private static final Shape CANCELLATION = Shape.object().with("cancellationReason", Shape.text(400));

    private final InteracFake fake;
    private final Map<String, ObjectNode> contacts = new LinkedHashMap<>();
    private final Set<String> requestIds = new HashSet<>();
    private int hashes;

    PublicApiDoor(InteracFake fake) {
        this.fake = fake;
    }

    @Override
    public FakeOperation operation(Ask ask) {
        if (ask.is("GET", "v1", "access-tokens")) {
            return FakeOperation.TOKEN;
        }
        if (ask.path().startsWith("/v2/contacts")) {
            return FakeOperation.CONTACT;
        }
        if (ask.is("POST", SEND)) {
            return FakeOperation.CREATE;
        }
        if (ask.is("GET", SEND)) {
            boolean isOne = ask.query().containsKey(KEY) || ask.query().containsKey(REFERENCE);
            return isOne ? FakeOperation.READ : FakeOperation.LIST;
        }
        if (ask.is("PUT", SEND_ONE)) {
            return FakeOperation.AMEND;
        }
        if (ask.is("PATCH", NOTICE)) {
            return FakeOperation.NOTICE;
        }
        if (ask.is("PATCH", CANCEL)) {
            return FakeOperation.CANCEL;
        }
        throw Refusal.notFound(ask.method() + " " + ask.path() + " is unknown");
    }

    @Override
    public Reply answer(FakeOperation operation, Ask ask) {
        if (operation == FakeOperation.TOKEN) {
            return token(ask);
        }
        demandHeaders(ask);
        return switch (operation) {
            case CONTACT -> contact(ask);
            case CREATE -> create(ask);
            case READ, LIST -> read(ask);
            case AMEND -> amend(ask);
            case NOTICE -> notice(ask);
            default -> cancel(ask);
        };
    }

    private Reply token(Ask ask) {
        ask.onlyQuery();
        demandAccess(ask);
        String expected = Signatures.salted(ask.header("salt"), InteracFake.SHARED_SECRET);
        if (!ask.header("secretkey").equals(expected)) {
            throw Refusal.unauthorized("secretKey is not that of this salt");
        }
        return Reply.ok(Texts.object().put("access_token", fake.newToken()));
    }

    private static void demandAccess(Ask ask) {
        if (!ask.header("thirdpartyaccessid").equals(InteracFake.THIRD_PARTY_ACCESS_ID)) {
            throw Refusal.unauthorized("thirdPartyAccessId is unknown");
        }
    }

    /** A request id that was seen before is refused: it is there to tell requests apart. */
    private void demandHeaders(Ask ask) {
        if (ask.headers().containsKey("authorization")) {
            throw Refusal.invalid("header Authorization is none of this API: the token goes in accessToken");
        }
        String token = ask.header("accesstoken");
        if (!token.startsWith("Bearer ") || !fake.isToken(token.substring("Bearer ".length()))) {
            throw Refusal.unauthorized("accessToken is not Bearer and a token that is good");
        }
        demandAccess(ask);
        if (!ask.header("apiregistrationid").equals(InteracFake.API_REGISTRATION_ID)) {
            throw Refusal.unauthorized("apiRegistrationId is unknown");
        }
        ask.header("deviceid");
        if (!requestIds.add(ask.header("requestid"))) {
            throw Refusal.invalid("requestId was used before");
        }
        if (!ask.header("content-type").startsWith("application/json")) {
            throw Refusal.invalid("header content-type is not application/json");
        }
    }

    private Reply create(Ask ask) {
        ask.onlyQuery();
        FakeRequest request = fake.make(FakeDialect.PUBLIC_API, terms(ask.json()));
        return Reply.ok(Texts.object()
                .put("referenceNumber", request.reference())
                .put("paymentGatewayUrl", request.page().toString()));
    }

    private FakeRequest.Terms terms(JsonNode body) {
        REQUEST.demand(body);
        demandCurrent(body.path("requestedFrom"));
        BigDecimal amount = body.path("amount").decimalValue();
        Instant expiry = Texts.instant("expiryDate", body.path("expiryDate").asText());
        fake.demandWithin(amount, expiry);
        return new FakeRequest.Terms(body.path("sourceMoneyRequestId").asText(), amount, expiry, body);
    }

    private void demandCurrent(JsonNode contact) {
        if (contact.has("contactId")) {
            JsonNode kept = contacts.get(contact.path("contactId").asText());
            if (kept == null || !kept.path("contactHash").equals(contact.path("contactHash"))) {
                throw Refusal.state("contactHash is not that of the contact as it is now");
            }
        }
    }

    private Reply read(Ask ask) {
        ask.onlyQuery(KEY, REFERENCE, "fromDate", "toDate", "maxResponseItems", "offset", "sortBy", "orderBy");
        ask.noBody();
        ArrayNode list = Texts.list();
        selected(ask).stream()
                .skip(number(ask, "offset", 0, Integer.MAX_VALUE))
                .limit(number(ask, "maxResponseItems", 25, 100))
                .forEach(request -> list.add(request.asMoneyRequest()));
        return Reply.ok(list);
    }

    private List<FakeRequest> selected(Ask ask) {
        List<FakeRequest> all = fake.all(FakeDialect.PUBLIC_API);
        String key = ask.query().get(KEY);
        String reference = ask.query().get(REFERENCE);
        if (key != null || reference != null) {
            return all.stream()
                    .filter(request -> key == null || request.key().equals(key))
                    .filter(request -> reference == null || request.reference().equals(reference))
                    .toList();
        }
        Instant from = time(ask, "fromDate");
        Instant to = time(ask, "toDate");
        return ordered(ask, all).stream()
                .filter(request -> request.isMadeWithin(from, to))
                .collect(Collectors.toList());
    }

    private static List<FakeRequest> ordered(Ask ask, List<FakeRequest> oldestFirst) {
        String sortBy = ask.query().getOrDefault("sortBy", "creationDate");
        String orderBy = ask.query().getOrDefault("orderBy", "asc");
        if (!sortBy.equals("creationDate") || !Set.of("asc", "desc").contains(orderBy)) {
            throw Refusal.invalid("sortBy is not creationDate, or orderBy not asc or desc");
        }
        return orderBy.equals("asc")
                ? oldestFirst
                : oldestFirst.stream()
                        .sorted(Comparator.comparing(FakeRequest::reference).reversed())
                        .toList();
    }

    private static Instant time(Ask ask, String name) {
        String text = ask.query().get(name);
        if (text == null || !text.matches(Texts.UTC)) {
            throw Refusal.invalid("query " + name + " is missing or no time in UTC as 2026-05-11T08:00:00.000Z");
        }
        return Texts.instant(name, text);
    }

    private static int number(Ask ask, String name, int otherwise, int most) {
        String text = ask.query().get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
            throw Refusal.invalid("query " + name + " is no number up to " + most);
        }
        return Integer.parseInt(text);
    }

    private Reply amend(Ask ask) {
        FakeRequest request = named(ask);
        request.demandOpen();
        FakeRequest.Terms terms = terms(ask.json());
        if (!terms.key().equals(request.key())) {
            throw Refusal.invalid("sourceMoneyRequestId is not that of the request");
        }
        request.change(terms);
        return Reply.empty();
    }

    private Reply notice(Ask ask) {
        ask.noBody();
        named(ask).remind();
        return Reply.empty();
    }

    private Reply cancel(Ask ask) {
        FakeRequest request = named(ask);
        CANCELLATION.demand(ask.json());
        request.cancelBySeller();
        return Reply.empty();
    }

    private FakeRequest named(Ask ask) {
        ask.onlyQuery();
        String reference = ask.parts().get(3);
        return fake.all(FakeDialect.PUBLIC_API).stream()
                .filter(request -> request.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("no money request " + reference));
    }

    private Reply contact(Ask ask) {
        if (ask.is("POST", CONTACTS)) {
            ONE_TIME.demand(ask.json());
            return Reply.ok(keep("contact-" + (contacts.size() + 1), (ObjectNode) ask.json()));
        }
        if (ask.is("GET", CONTACTS)) {
            return contactList(ask);
        }
        if (ask.is("PUT", CONTACT)) {
            ObjectNode kept = kept(ask);
            JsonNode update = ask.json();
            UPDATE.demand(update);
            if (!kept.path("contactHash").equals(update.path("contactHash"))) {
                throw Refusal.state("contactHash is not that of the contact as it is now");
            }
            return Reply.ok(keep(kept.path("contactId").asText(), (ObjectNode) update));
        }
        if (ask.is("GET", CONTACT)) {
            return Reply.ok(kept(ask));
        }
        if (ask.is("DELETE", CONTACT)) {
            contacts.remove(kept(ask).path("contactId").asText());
            return Reply.empty();
        }
        throw Refusal.notFound(ask.method() + " " + ask.path() + " is unknown");
    }

    private ObjectNode keep(String id, ObjectNode contact) {
        hashes++;
        contact.put("contactId", id).put("contactHash", "hash-" + hashes);
        contacts.put(id, contact);
        return contact;
    }

    private ObjectNode kept(Ask ask) {
        ObjectNode contact = contacts.get(ask.parts().get(2));
        if (contact == null) {
            throw Refusal.notFound("no such contact");
        }
        return contact;
    }

    private Reply contactList(Ask ask) {
        ask.onlyQuery("maxResponseItems", "fromLastUpdatedDate", "offset", "sortBy", "orderBy");
        ArrayNode list = Texts.list();
        contacts.values().stream()
                .skip(number(ask, "offset", 0, Integer.MAX_VALUE))
                .limit(number(ask, "maxResponseItems", 25, 100))
                .forEach(list::add);
        return Reply.ok(list);
    }

    @Override
    public String refusal(String code, String message) {
        return Texts.write(Texts.object().put("code", code).put("message", message));
    }
}
