package io.receivables.payments.interac.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that does everything right unless it is told otherwise, written against the description and not against the server. */
final class Client {
    static final Instant START = Instant.parse("2026-05-11T08:00:00Z");
    static final ObjectMapper JSON = new ObjectMapper();
    static final String SEND = "/v2/money-requests/send";
    static final String REQUESTS = "/treasury/payments/rtp/v1/requests";

    static final String MONEY_REQUEST = """
            {
              "sourceMoneyRequestId": "key-1",
              "requestedFrom": {
                "contactName": "Zenobia",
                "language": "en",
                "notificationPreferences": [{"handle": "z@payer.example", "handleType": "email", "active": true}]
              },
              "amount": 800.00,
              "currency": "CAD",
              "editableFulfillAmount": false,
              "requesterMessage": "Invoice F-1001",
              "invoice": {"invoiceNumber": "F-1001", "dueDate": "2026-05-01T12:00:00.000Z"},
              "expiryDate": "2026-06-09T08:00:00.000Z",
              "supressResponderNotifications": false,
              "returnURL": "https://seller.example/"
            }
            """;

    static final String PAYMENT_REQUEST = """
            {"data": {
              "product_code": "DOMESTIC",
              "message_identification": "m-1",
              "end_to_end_identification": "key-1",
              "credit_debit_indicator": "CRDT",
              "creation_date_time": "2026-05-11T08:00:00Z",
              "payment_expiry_date": "2026-06-09T08:00:00Z",
              "suppress_responder_notifications": false,
              "return_url": "https://seller.example/",
              "language": "EN",
              "instructed_amount": {"amount": 800.00, "currency": "CAD"},
              "initiating_party": {"name": "Seller", "country_of_residence": "CA"},
              "debtor": {"name": "Zenobia", "contact_details": {"email_address": "z@payer.example"}},
              "creditor": {"name": "Seller"},
              "ultimate_debtor": {"name": "Zenobia"},
              "ultimate_creditor": {"name": "Seller"},
              "creditor_account": {"identification": "003-1", "currency": "CAD", "scheme_name": "BANK_ACCT_NO"},
              "fraud_supplementary_info": {"customer_authentication_method": "PASSWORD", "customer_ip_address": "192.0.2.1"},
              "payment_condition": {
                "amount_modification_allowed": false,
                "early_payment_allowed": true,
                "guaranteed_payment_requested": false
              },
              "payment_type_information": {"category_purpose": {"code": "GDDS"}},
              "remittance_information": {
                "unstructured": ["Invoice F-1001"],
                "structured": [{
                  "referred_document_information": [
                    {"type": {"code_or_proprietary": {"code": "CINV"}}, "number": "F-1001", "related_date": "2026-05-01"}
                  ],
                  "referred_document_amount": {
                    "due_payable_amount": {"amount": 800.00, "currency": "CAD"},
                    "adjustment_amount_and_reason": [{
                      "amount": {"amount": 1.00, "currency": "CAD"},
                      "credit_debit_indicator": "DBIT",
                      "reason": "DISC",
                      "additional_information": "early"
                    }],
                    "remitted_amount": {"amount": 799.00, "currency": "CAD"}
                  },
                  "creditor_reference_information": {
                    "type": {"code_or_proprietary": {"code": "SCOR"}},
                    "reference": "RF18539007547034"
                  },
                  "invoicer": {"name": "Seller"},
                  "invoicee": {"name": "Zenobia"},
                  "additional_remittance_information": ["instalment 1"]
                }]
              },
              "enclosed_file": [{
                "type": "CINV",
                "identification": "F-1001",
                "issue_date": "2026-04-01",
                "format": "DPDF",
                "file_name": "F-1001.pdf"
              }]
            }}
            """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final InteracFake fake;
    private final AtomicInteger requestIds = new AtomicInteger();
    private String publicToken = "";
    private String bankToken = "";

    Client(InteracFake fake) {
        this.fake = fake;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> send(String method, URI base, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(builder::header);
        try {
            return HTTP.send(builder.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    // the public API

    static Map<String, String> tokenHeaders(String salt) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("thirdPartyAccessId", InteracFake.THIRD_PARTY_ACCESS_ID);
        headers.put("salt", salt);
        headers.put("secretKey", hash(salt + ":" + InteracFake.SHARED_SECRET));
        return headers;
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String publicToken() {
        HttpResponse<String> response = send("GET", fake.publicApi(), "/v1/access-tokens", tokenHeaders("s1"), "");
        return json(response.body()).path("access_token").asText();
    }

    /** Gives up the tokens that it has. */
    void forget() {
        publicToken = "";
        bankToken = "";
    }

    Map<String, String> publicHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        publicToken = publicToken.isEmpty() ? publicToken() : publicToken;
        headers.put("accessToken", "Bearer " + publicToken);
        headers.put("thirdPartyAccessId", InteracFake.THIRD_PARTY_ACCESS_ID);
        headers.put("apiRegistrationId", InteracFake.API_REGISTRATION_ID);
        headers.put("deviceId", "d");
        headers.put("requestId", "r" + requestIds.incrementAndGet());
        headers.put("Content-Type", "application/json");
        return headers;
    }

    HttpResponse<String> publicApi(String method, String path, String body) {
        return send(method, fake.publicApi(), path, publicHeaders(), body);
    }

    // the bank

    static Map<String, String> claims() {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("iss", InteracFake.CLIENT_ID);
        claims.put("sub", InteracFake.CLIENT_ID);
        claims.put("aud", InteracFake.TOKEN_AUDIENCE);
        return claims;
    }

    static String assertion(String header, Map<String, String> claims, long exp) {
        String json = JSON.valueToTree(claims).toString();
        String content = base64(header) + "." + base64(json.substring(0, json.length() - 1) + ",\"exp\":" + exp + "}");
        try {
            String pem = InteracFake.clientPrivateKey().replaceAll("-----[A-Z ]+-----|\\s", "");
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String header() {
        return "{\"alg\":\"RS256\",\"kid\":\"" + InteracFake.CLIENT_KEY_ID + "\"}";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("scope", InteracFake.SCOPE);
        form.put("client_id", InteracFake.CLIENT_ID);
        form.put("client_assertion", assertion(header(), claims(), START.getEpochSecond() + 300));
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        return form;
    }

    HttpResponse<String> bankToken(Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
        return send("POST", fake.bank(), "/scotiabank/wam/vi/getToken", headers, body.toString());
    }

    Map<String, String> bankHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        bankToken = bankToken.isEmpty()
                ? json(bankToken(form()).body()).path("access_token").asText()
                : bankToken;
        headers.put("Authorization", "Bearer " + bankToken);
        headers.put("customer-profile-id", InteracFake.CUSTOMER_PROFILE_ID);
        headers.put("x-country-code", "CA");
        headers.put("x-api-key", InteracFake.API_KEY);
        headers.put("x-b3-traceid", "0123456789abcdef");
        headers.put("x-b3-spanid", "0123456789abcdef");
        headers.put("Content-Type", "application/json");
        return headers;
    }

    HttpResponse<String> bank(String method, String path, String body) {
        return send(method, fake.bank(), path, bankHeaders(), body);
    }
}
