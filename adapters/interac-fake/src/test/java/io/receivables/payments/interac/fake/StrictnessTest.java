package io.receivables.payments.interac.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field, header and parameter, left out, misspelt and of the wrong type. */
class StrictnessTest {
    /** What the public API's request may leave out; all else must be there. */
    private static final Set<String> OPTIONAL = Set.of(
            "/requesterMessage",
            "/invoice",
            "/invoice/dueDate",
            "/returnURL",
            "/data/return_url",
            "/data/initiating_party/country_of_residence",
            "/data/ultimate_debtor",
            "/data/ultimate_creditor",
            "/data/fraud_supplementary_info",
            "/data/fraud_supplementary_info/customer_authentication_method",
            "/data/fraud_supplementary_info/customer_ip_address",
            "/data/payment_type_information",
            "/data/remittance_information/unstructured",
            "/data/remittance_information/structured",
            "/data/remittance_information/structured/0/referred_document_information/0/related_date",
            "/data/remittance_information/structured/0/referred_document_amount/adjustment_amount_and_reason",
            "/data/remittance_information/structured/0/referred_document_amount/adjustment_amount_and_reason/0/reason",
            "/data/remittance_information/structured/0/referred_document_amount/adjustment_amount_and_reason/0"
                    + "/additional_information",
            "/data/remittance_information/structured/0/referred_document_amount/remitted_amount",
            "/data/remittance_information/structured/0/creditor_reference_information",
            "/data/remittance_information/structured/0/invoicer",
            "/data/remittance_information/structured/0/invoicee",
            "/data/remittance_information/structured/0/additional_remittance_information",
            "/data/enclosed_file");

    private Instant now = Client.START;
    private final InteracFake fake = InteracFake.start(() -> now);
    private final Client client = new Client(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    private HttpResponse<String> ask(FakeDialect dialect, String body) {
        return dialect == FakeDialect.BANK
                ? client.bank("POST", Client.REQUESTS, body)
                : client.publicApi("POST", Client.SEND, body);
    }

    private static JsonNode sample(FakeDialect dialect) {
        return Client.json(dialect == FakeDialect.BANK ? Client.PAYMENT_REQUEST : Client.MONEY_REQUEST);
    }

    /** The places of all fields, with the first element of each list. */
    private static Set<String> fields(JsonNode node, String at) {
        Set<String> all = new TreeSet<>();
        node.properties().forEach(field -> {
            String place = at + "/" + field.getKey();
            all.add(place);
            all.addAll(fields(field.getValue(), place));
        });
        if (node.isArray() && node.get(0).isObject()) {
            all.addAll(fields(node.get(0), at + "/0"));
        }
        return all;
    }

    private void refused(FakeDialect dialect, JsonNode body, String name) {
        HttpResponse<String> response = ask(dialect, body.toString());
        assertThat(response.statusCode()).as(name).isEqualTo(400);
        assertThat(response.body()).as(name).contains(name);
        assertThat(fake.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FakeDialect.class)
    void what_is_as_it_should_be_is_taken(FakeDialect dialect) {
        assertThat(ask(dialect, sample(dialect).toString()).statusCode()).isEqualTo(200);
        assertThat(fake.only().amount()).isEqualByComparingTo("800.00");
    }

    @ParameterizedTest
    @EnumSource(FakeDialect.class)
    void a_field_that_is_missing_is_named_unless_it_is_optional(FakeDialect dialect) {
        int left = 0;
        for (String place : fields(sample(dialect), "")) {
            JsonNode body = sample(dialect);
            JsonPointer pointer = JsonPointer.compile(place);
            String name = pointer.last().getMatchingProperty();
            ((ObjectNode) body.at(pointer.head())).remove(name);
            if (OPTIONAL.contains(place)) {
                assertThat(ask(dialect, body.toString()).statusCode()).as(place).isEqualTo(200);
                left++;
            } else {
                HttpResponse<String> response = ask(dialect, body.toString());
                assertThat(response.statusCode()).as(place).isEqualTo(400);
                assertThat(response.body()).as(place).contains(name);
            }
        }
        assertThat(fake.requests()).hasSize(left);
    }

    @ParameterizedTest
    @EnumSource(FakeDialect.class)
    void a_field_of_the_wrong_type_is_named(FakeDialect dialect) {
        for (String place : fields(sample(dialect), "")) {
            JsonNode body = sample(dialect);
            JsonPointer pointer = JsonPointer.compile(place);
            String name = pointer.last().getMatchingProperty();
            ((ObjectNode) body.at(pointer.head())).set(name, otherType(body.at(pointer)));
            refused(dialect, body, name);
        }
    }

    private static JsonNode otherType(JsonNode value) {
        return value.isTextual() ? Client.JSON.valueToTree(7) : Client.JSON.valueToTree("seven");
    }

    @ParameterizedTest
    @EnumSource(FakeDialect.class)
    void a_field_that_nobody_knows_is_named_wherever_it_is(FakeDialect dialect) {
        Set<String> objects = new TreeSet<>();
        objects.add("");
        fields(sample(dialect), "").stream()
                .filter(place -> sample(dialect).at(place).isContainerNode())
                .forEach(objects::add);
        for (String place : objects) {
            JsonNode body = sample(dialect);
            JsonNode at = place.isEmpty() ? body : body.at(place);
            if (at instanceof ArrayNode list) {
                at = list.get(0);
            }
            if (at instanceof ObjectNode object) {
                object.put("invented", "x");
                refused(dialect, body, "invented is unknown");
            }
        }
    }

    /** What public clients made up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "suppressResponderNotifications",
                "contactEmail",
                "contactPhone",
                "securityQuestion",
                "status",
                "referenceNumber"
            })
    void a_field_that_public_clients_made_up_is_refused(String field) {
        refused(
                FakeDialect.PUBLIC_API,
                ((ObjectNode) sample(FakeDialect.PUBLIC_API)).put(field, "x"),
                field + " is unknown");
    }

    /** One line for each value that is of the right type and wrong all the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "PUBLIC_API; /sourceMoneyRequestId;   \"\"",
                "PUBLIC_API; /amount;                 0",
                "PUBLIC_API; /amount;                 -1.00",
                "PUBLIC_API; /amount;                 1.001",
                "PUBLIC_API; /amount;                 1E+2",
                "PUBLIC_API; /amount;                 25000.01",
                "PUBLIC_API; /amount;                 \"800.00\"",
                "PUBLIC_API; /currency;               \"USD\"",
                "PUBLIC_API; /editableFulfillAmount;  true",
                "PUBLIC_API; /expiryDate;             \"2026-06-09T08:00:00Z\"",
                "PUBLIC_API; /expiryDate;             \"2026-06-09T08:00:00.000-04:00\"",
                "PUBLIC_API; /expiryDate;             \"2026-05-11T09:59:59.999Z\"",
                "PUBLIC_API; /expiryDate;             \"2026-06-10T08:00:00.001Z\"",
                "PUBLIC_API; /requestedFrom/language; \"EN\"",
                "PUBLIC_API; /requestedFrom/notificationPreferences; []",
                "PUBLIC_API; /requestedFrom/notificationPreferences/0/handle; \"514-222-7777\"",
                "PUBLIC_API; /requestedFrom/notificationPreferences/0/handleType; \"sms\"",
                "PUBLIC_API; /requestedFrom/notificationPreferences/0/handleType; \"fax\"",
                "BANK; /data/instructed_amount/amount;           1.001",
                "BANK; /data/instructed_amount/currency;         \"USD\"",
                "BANK; /data/language;                           \"en\"",
                "BANK; /data/credit_debit_indicator;             \"DBIT\"",
                "BANK; /data/end_to_end_identification;          \"123456789012345678901234567890123456\"",
                "BANK; /data/payment_expiry_date;                \"2026-06-09T08:00:00\"",
                "BANK; /data/payment_expiry_date;                \"2026-05-11T09:59:59Z\"",
                "BANK; /data/debtor/contact_details;             {}",
                "BANK; /data/debtor/contact_details;             {\"mobile_number\":\"514-222-7777\"}",
                "BANK; /data/creditor_account/scheme_name;       \"IBAN\"",
            })
    void a_value_out_of_bounds_is_refused(FakeDialect dialect, String place, String value) {
        JsonNode body = sample(dialect);
        JsonPointer pointer = JsonPointer.compile(place);
        ((ObjectNode) body.at(pointer.head())).put(pointer.last().getMatchingProperty(), "@@");
        HttpResponse<String> response = ask(dialect, body.toString().replace("\"@@\"", value));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(fake.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-05-11T10:00:00.000Z", "2026-06-10T08:00:00.000Z"})
    void an_expiry_at_the_very_bound_is_taken(String expiry) {
        ObjectNode body = (ObjectNode) sample(FakeDialect.PUBLIC_API);
        assertThat(ask(FakeDialect.PUBLIC_API, body.put("expiryDate", expiry).toString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(fake.only().expiry()).isEqualTo(Instant.parse(expiry));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "{} {}", "{\"amount\":1,\"amount\":2}"})
    void a_body_that_is_no_request_is_refused(String body) {
        assertThat(ask(FakeDialect.PUBLIC_API, body).statusCode()).isEqualTo(400);
        assertThat(ask(FakeDialect.BANK, body).statusCode()).isEqualTo(400);
    }

    /** One line for each header: what it is wrongly ({@code -} for missing), and what that is answered with. */
    @ParameterizedTest
    @CsvSource({
        "PUBLIC_API, accessToken, -, 400",
        "PUBLIC_API, accessToken, Bearer wrong, 401",
        "PUBLIC_API, accessToken, Basic fake-token-1, 401",
        "PUBLIC_API, accessToken, fake-token-1, 401",
        "PUBLIC_API, thirdPartyAccessId, -, 400",
        "PUBLIC_API, thirdPartyAccessId, wrong, 401",
        "PUBLIC_API, apiRegistrationId, -, 400",
        "PUBLIC_API, apiRegistrationId, wrong, 401",
        "PUBLIC_API, deviceId, -, 400",
        "PUBLIC_API, requestId, -, 400",
        "PUBLIC_API, Content-Type, -, 400",
        "PUBLIC_API, Content-Type, text/plain, 400",
        "PUBLIC_API, Authorization, Bearer fake-token-1, 400",
        "BANK, Authorization, -, 400",
        "BANK, Authorization, Bearer wrong, 401",
        "BANK, Authorization, Basic fake-token-1, 401",
        "BANK, customer-profile-id, -, 400",
        "BANK, customer-profile-id, wrong, 401",
        "BANK, x-country-code, -, 400",
        "BANK, x-country-code, US, 400",
        "BANK, x-api-key, -, 400",
        "BANK, x-api-key, wrong, 401",
        "BANK, x-b3-traceid, -, 400",
        "BANK, x-b3-traceid, key-1, 400",
        "BANK, x-b3-spanid, -, 400",
        "BANK, Content-Type, -, 400",
    })
    void a_header_that_is_wrong_is_refused(FakeDialect dialect, String name, String value, int status) {
        boolean isBank = dialect == FakeDialect.BANK;
        Map<String, String> headers = new LinkedHashMap<>(isBank ? client.bankHeaders() : client.publicHeaders());
        headers.remove(name);
        if (!value.equals("-")) {
            headers.put(name, value);
        }
        HttpResponse<String> response = client.send(
                "POST",
                isBank ? fake.bank() : fake.publicApi(),
                isBank ? Client.REQUESTS : Client.SEND,
                headers,
                sample(dialect).toString());

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void a_request_id_is_good_once() {
        Map<String, String> headers = client.publicHeaders();
        String query = Client.SEND + "?sourceMoneyRequestId=key-1";
        assertThat(client.send("GET", fake.publicApi(), query, headers, "").statusCode())
                .isEqualTo(200);
        assertThat(client.send("GET", fake.publicApi(), query, headers, "").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400",
        "?fromDate=2026-05-01T00:00:00.000Z, 400",
        "?fromDate=2026-05-01T00:00:00.000Z&toDate=2026-06-01T00:00:00.000Z, 200",
        "?fromDate=2026-05-01&toDate=2026-06-01, 400",
        "?referenceNumber=CA1MR1, 200",
        "?referenceNumber=CA1MR1&invented=1, 400",
        "?referenceNumber=CA1MR1&offset=x, 400",
        "?referenceNumber=CA1MR1&maxResponseItems=101, 400",
        "?fromDate=2026-05-01T00:00:00.000Z&toDate=2026-06-01T00:00:00.000Z&sortBy=amount, 400",
        "?fromDate=2026-05-01T00:00:00.000Z&toDate=2026-06-01T00:00:00.000Z&orderBy=up, 400",
    })
    void a_list_is_asked_for_by_id_or_by_time(String query, int status) {
        assertThat(client.publicApi("GET", Client.SEND + query, "").statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "thirdPartyAccessId, -, 400",
        "thirdPartyAccessId, wrong, 401",
        "salt, -, 400",
        "salt, other, 401",
        "secretKey, -, 400",
        "secretKey, fake-shared-secret, 401",
    })
    void a_token_of_the_public_api_is_given_for_a_salted_hash_alone(String name, String value, int status) {
        Map<String, String> headers = Client.tokenHeaders("s1");
        headers.remove(name);
        if (!value.equals("-")) {
            headers.put(name, value);
        }
        assertThat(client.send("GET", fake.publicApi(), "/v1/access-tokens", headers, "")
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type, password, 400",
        "scope, other, 400",
        "client_id, other, 401",
        "client_assertion, x, 401",
        "client_assertion_type, x, 400",
        "client_secret, x, 400",
    })
    void a_token_of_the_bank_is_given_for_the_right_form_alone(String name, String value, int status) {
        Map<String, String> form = Client.form();
        form.put(name, value);
        assertThat(client.bankToken(form).statusCode()).isEqualTo(status);
        assertThat(client.bankToken(Client.form()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"iss, other", "sub, other", "aud, other"})
    void an_assertion_is_of_the_client_for_the_bank(String claim, String value) {
        Map<String, String> claims = Client.claims();
        claims.put(claim, value);
        assertThat(assertion(Client.header(), claims, 300)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"alg\":\"none\",\"kid\":\"fake-client-key\"}",
                "{\"alg\":\"RS256\",\"kid\":\"other\"}",
                "{\"alg\":\"RS256\"}"
            })
    void an_assertion_is_signed_with_rs256_by_a_key_that_is_named(String header) {
        assertThat(assertion(header, Client.claims(), 300)).isEqualTo(401);
    }

    @Test
    void an_assertion_is_of_now() {
        assertThat(assertion(Client.header(), Client.claims(), 1)).isEqualTo(200);
        assertThat(assertion(Client.header(), Client.claims(), 0)).isEqualTo(401);
    }

    private int assertion(String header, Map<String, String> claims, long seconds) {
        Map<String, String> form = Client.form();
        form.put("client_assertion", Client.assertion(header, claims, now.getEpochSecond() + seconds));
        return client.bankToken(form).statusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v2/nothing",
        "DELETE, /v2/money-requests/send/CA1MR1000001",
        "PUT, /v2/money-requests/cancel/CA1MR1000001",
        "POST, /v2/money-requests",
    })
    void what_nobody_can_ask_for_is_not_found(String method, String path) {
        assertThat(client.publicApi(method, path, "").statusCode()).isEqualTo(404);
    }
}
