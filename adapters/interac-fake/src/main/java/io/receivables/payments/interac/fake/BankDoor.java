package io.receivables.payments.interac.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The API that a bank hosts: tokens, and requests for payment in ISO 20022 JSON. */
final class BankDoor implements Door {
    static final String TOKENS = "/scotiabank/wam/vi/getToken";
    static final String REQUESTS = "/treasury/payments/rtp/v1/requests";

    /** The header that names one request. */
    private static final String ONE = "request_for_payment_id";

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

    private static final Set<String> FORM =
            Set.of("grant_type", "scope", "client_id", "client_assertion", "client_assertion_type");

    private static final Shape TIME =
            Shape.matching("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2})", "a time with its zone");

    private static final Shape AMOUNT =
            Shape.object().with("amount", Shape.cents()).with("currency", Shape.oneOf("CAD"));

    private static final Shape CONTACT = (where, value, wrong) -> {
        Shape.object()
                .mayHave("email_address", Shape.matching("[^@\\s]+@[^@\\s]+", "an e-mail address"))
                .mayHave("mobile_number", Shape.matching("\\+[0-9]{1,3}-[0-9()+-]{1,30}", "a number as +1-5142227777"))
                .check(where, value, wrong);
        if (value.isObject() && value.isEmpty()) {
            wrong.add(where + " has neither email_address nor mobile_number");
        }
    };

    private static final Shape COUNTRY = Shape.matching("[A-Z]{2}", "a country of two letters");

    private static Shape.Fields party() {
        return Shape.object()
                .with("name", Shape.text(140))
                .mayHave("country_of_residence", COUNTRY)
                .mayHave("contact_details", CONTACT);
    }

    private static Shape coded(String... codes) {
        return Shape.object().with("code_or_proprietary", Shape.object().with("code", Shape.oneOf(codes)));
    }

    private static final Shape DOCUMENT = Shape.object()
            .with("type", coded("MSIN", "CNFA", "DNFA", "CINV", "CREN", "DEBN"))
            .with("number", Shape.text(35))
            .mayHave("related_date", Shape.matching("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day"));

    private static final Shape ADJUSTMENT = Shape.object()
            .with("amount", AMOUNT)
            .with("credit_debit_indicator", Shape.oneOf("CRDT", "DBIT"))
            .mayHave("reason", Shape.text(4))
            .mayHave("additional_information", Shape.text(140));

    private static final Shape STRUCTURED = Shape.object()
            .with("referred_document_information", Shape.listOf(DOCUMENT))
            .with(
                    "referred_document_amount",
                    Shape.object()
                            .with("due_payable_amount", AMOUNT)
                            .mayHave("adjustment_amount_and_reason", Shape.listOf(ADJUSTMENT))
                            .mayHave("remitted_amount", AMOUNT))
            .mayHave(
                    "creditor_reference_information",
                    Shape.object().with("type", coded("SCOR", "RADM")).with("reference", Shape.text(35)))
            .mayHave("invoicer", party())
            .mayHave("invoicee", party())
            .mayHave("additional_remittance_information", Shape.listOf(Shape.text(140)));

    private static final Shape DATA = Shape.object()
            .with("product_code", Shape.oneOf("DOMESTIC"))
            .with("message_identification", Shape.text(35))
            .with("end_to_end_identification", Shape.text(35))
            .with("credit_debit_indicator", Shape.oneOf("CRDT"))
            .with("creation_date_time", TIME)
            .with("payment_expiry_date", TIME)
            .with("suppress_responder_notifications", Shape.flag())
            .mayHave("return_url", Shape.matching("https?://.+", "an address"))
            .with("language", Shape.oneOf("EN", "FR"))
            .with("instructed_amount", AMOUNT)
            .with("initiating_party", party())
            .with("debtor", Shape.object().with("name", Shape.text(140)).with("contact_details", CONTACT))
            .with("creditor", party())
            .mayHave("ultimate_debtor", party())
            .mayHave("ultimate_creditor", party())
            .with(
                    "creditor_account",
                    Shape.object()
                            .with("identification", Shape.text(34))
                            .with("currency", Shape.oneOf("CAD"))
                            .with("scheme_name", Shape.oneOf("ALIAS_ACCT_NO", "BANK_ACCT_NO")))
            .mayHave(
                    "fraud_supplementary_info",
                    Shape.object()
                            .mayHave("customer_authentication_method", Shape.text(35))
                            .mayHave("customer_ip_address", Shape.text(45)))
            .with(
                    "payment_condition",
                    Shape.object()
                            .with("amount_modification_allowed", Shape.flag())
                            .with("early_payment_allowed", Shape.flag())
                            .with("guaranteed_payment_requested", Shape.flag()))
            .mayHave(
                    "payment_type_information",
                    Shape.object().with("category_purpose", Shape.object().with("code", Shape.text(4))))
            .with(
                    "remittance_information",
                    Shape.object()
                            .mayHave("unstructured", Shape.listOf(Shape.text(140)))
                            .mayHave("structured", Shape.listOf(STRUCTURED)))
            .mayHave(
                    "enclosed_file",
                    Shape.listOf(Shape.object()
                            .with("type", Shape.text(4))
                            .with("identification", Shape.text(35))
                            .with("issue_date", Shape.matching("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day"))
                            .with("format", Shape.oneOf("DPDF", "DXML"))
                            .with("file_name", Shape.text(140))));

    private static final Shape REQUEST = Shape.object().with("data", DATA);
    private static final Shape CANCELLATION = Shape.object().with("cancel_reason", Shape.text(140));

    private final InteracFake fake;

    BankDoor(InteracFake fake) {
        this.fake = fake;
    }

    @Override
    public FakeOperation operation(Ask ask) {
        if (ask.method().equals("POST") && ask.path().equals(TOKENS)) {
            return FakeOperation.TOKEN;
        }
        if (ask.path().equals(REQUESTS)) {
            return switch (ask.method()) {
                case "POST" -> FakeOperation.CREATE;
                case "GET" -> ask.headers().containsKey(ONE) ? FakeOperation.READ : FakeOperation.LIST;
                default -> throw Refusal.notFound(ask.method() + " " + ask.path() + " is unknown");
            };
        }
        if (ask.is("GET", "treasury", "payments", "rtp", "v1", "requests", "*")) {
            return FakeOperation.READ;
        }
        if (ask.is("POST", "treasury", "payments", "rtp", "v1", "requests", "*", "cancel")) {
            return FakeOperation.CANCEL;
        }
        throw Refusal.notFound(ask.method() + " " + ask.path() + " is unknown");
    }

    @Override
    public Reply answer(FakeOperation operation, Ask ask) {
        ask.onlyQuery();
        if (operation == FakeOperation.TOKEN) {
            return token(ask);
        }
        demandHeaders(ask);
        return switch (operation) {
            case CREATE -> create(ask);
            case LIST -> list(ask);
            case READ -> ask.path().equals(REQUESTS) ? list(ask) : detail(ask);
            default -> cancel(ask);
        };
    }

    private Reply token(Ask ask) {
        if (!ask.header("content-type").startsWith("application/x-www-form-urlencoded")) {
            throw Refusal.invalid("header content-type is not application/x-www-form-urlencoded");
        }
        Map<String, String> form = Texts.pairs(ask.body());
        if (!form.keySet().equals(FORM)) {
            throw Refusal.invalid("the form has not exactly the fields " + String.join(", ", FORM));
        }
        demandForm(form, "grant_type", "client_credentials");
        demandForm(form, "scope", InteracFake.SCOPE);
        demandForm(form, "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        if (!InteracFake.CLIENT_ID.equals(form.get("client_id"))) {
            throw Refusal.unauthorized("client_id is unknown");
        }
        demandAssertion(Signatures.claims(String.valueOf(form.get("client_assertion"))));
        return Reply.ok(Texts.object()
                .put("access_token", fake.newToken())
                .put("token_type", "Bearer")
                .put("expires_in", TOKEN_LIFE.toSeconds())
                .put("scope", InteracFake.SCOPE));
    }

    private static void demandForm(Map<String, String> form, String field, String value) {
        if (!value.equals(form.get(field))) {
            throw Refusal.invalid(field + " is not " + value);
        }
    }

    private void demandAssertion(JsonNode claims) {
        boolean isClient = claims.path("iss").asText().equals(InteracFake.CLIENT_ID)
                && claims.path("sub").asText().equals(InteracFake.CLIENT_ID);
        boolean isForUs = claims.path("aud").asText().equals(InteracFake.TOKEN_AUDIENCE);
        boolean isOfNow = claims.path("exp").isIntegralNumber()
                && fake.now().getEpochSecond() < claims.path("exp").longValue();
        if (!isClient || !isForUs || !isOfNow) {
            throw Refusal.unauthorized("client_assertion is not of this client, for this server, and of now");
        }
    }

    private void demandHeaders(Ask ask) {
        String authorization = ask.header("authorization");
        if (!authorization.startsWith("Bearer ") || !fake.isToken(authorization.substring("Bearer ".length()))) {
            throw Refusal.unauthorized("Authorization is not Bearer and a token that is good");
        }
        if (!ask.header("x-api-key").equals(InteracFake.API_KEY)) {
            throw Refusal.unauthorized("x-api-key is unknown");
        }
        if (!ask.header("customer-profile-id").equals(InteracFake.CUSTOMER_PROFILE_ID)) {
            throw Refusal.unauthorized("customer-profile-id is unknown");
        }
        if (!ask.header("x-country-code").equals("CA")) {
            throw Refusal.invalid("header x-country-code is not CA");
        }
        if (!ask.header("x-b3-traceid").matches("[0-9a-f]{16}|[0-9a-f]{32}")
                || !ask.header("x-b3-spanid").matches("[0-9a-f]{16}")) {
            throw Refusal.invalid("header x-b3-traceid or x-b3-spanid is not hexadecimal");
        }
    }

    private Reply create(Ask ask) {
        JsonNode body = ask.json();
        REQUEST.demand(body);
        JsonNode data = body.path("data");
        BigDecimal amount = data.at("/instructed_amount/amount").decimalValue();
        Instant expiry = Texts.instant(
                "payment_expiry_date", data.path("payment_expiry_date").asText());
        fake.demandWithin(amount, expiry);
        String key = data.path("end_to_end_identification").asText();
        FakeRequest request = fake.make(FakeDialect.BANK, new FakeRequest.Terms(key, amount, expiry, body));
        return answer(Texts.object()
                .put("payment_id", request.paymentId())
                .put("clearing_system_reference", request.reference()));
    }

    /** One request where a header names it, otherwise all. */
    private Reply list(Ask ask) {
        ask.noBody();
        String one = ask.headers().get(ONE);
        ArrayNode list = Texts.list();
        fake.all(FakeDialect.BANK).stream()
                .filter(request -> one == null || request.paymentId().equals(one))
                .forEach(request -> list.add(request.asBankEntry()));
        return answer(list);
    }

    private Reply detail(Ask ask) {
        ask.noBody();
        return answer(named(ask).asBankDetail());
    }

    private Reply cancel(Ask ask) {
        FakeRequest request = named(ask);
        CANCELLATION.demand(ask.json());
        boolean isOpen = request.current().isOpen();
        if (isOpen) {
            request.cancelBySeller();
        }
        return answer(Texts.object().put("status", isOpen ? "SUCCESS" : "FAILURE"));
    }

    private FakeRequest named(Ask ask) {
        String id = ask.parts().get(5);
        return fake.all(FakeDialect.BANK).stream()
                .filter(request -> request.paymentId().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("no request " + id));
    }

    private static Reply answer(JsonNode data) {
        ObjectNode body = Texts.object();
        body.set("data", data);
        body.putArray("notifications");
        return Reply.ok(body);
    }

    @Override
    public String refusal(String code, String message) {
        ObjectNode body = Texts.object();
        body.putArray("notifications")
                .addObject()
                .put("severity", "ERROR")
                .put("code", code)
                .put("message", message)
                .put("timestamp", fake.now().toString());
        return Texts.write(body);
    }
}
