package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.http.TransportRule;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who calls a bank, and the headers that say so. */
final class BankAccess {
    /** Where the bank does not say how long a token is good: what a public client of one bank reckons with. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(5).minusSeconds(30);

    private static final Duration ASSERTION_LIFE = Duration.ofMinutes(5);

    private static final String BY_JWT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final ProviderConfig config;
    private final ProviderRuntime runtime;
    private final Wire wire;

    BankAccess(ProviderConfig config, ProviderRuntime runtime) {
        this.config = config;
        this.runtime = runtime;
        this.wire = new Wire(runtime.http(), new Tokens(runtime.clock(), TOKEN_LIFE, this::token));
    }

    /** Client credentials, by an assertion that the private key signs (RFC 7523, section 2.2). */
    private HttpResult token(CallContext call) {
        String pem = config.get(InteracBankFactory.PRIVATE_KEY).reveal();
        if (!Pem.isPrivateKey(pem)) {
            return new HttpResult.NotSent("privateKey was changed and is no RSA key in PKCS #8");
        }
        Map<String, String> form = new TreeMap<>(Map.of(
                "grant_type", "client_credentials",
                "scope", config.get(InteracBankFactory.SCOPE),
                "client_id", config.get(InteracBankFactory.CLIENT_ID),
                "client_assertion", assertion(Pem.privateKey(pem)),
                "client_assertion_type", BY_JWT));
        HttpRequest request = HttpRequest.newBuilder(at(config.get(InteracBankFactory.TOKEN_PATH)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        return runtime.http().send(request, call);
    }

    private String assertion(PrivateKey key) {
        String client = config.get(InteracBankFactory.CLIENT_ID);
        ObjectNode claims = Json.object()
                .put("iss", client)
                .put("sub", client)
                .put("aud", config.get(InteracBankFactory.AUDIENCE))
                .put("exp", runtime.clock().instant().plus(ASSERTION_LIFE).getEpochSecond());
        return Jwt.sign(claims, config.get(InteracBankFactory.KEY_ID), key);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    HttpResult get(String path, Map<String, String> headers, CallContext call) {
        return wire.send(token -> request("GET", path, BodyPublishers.noBody(), token, headers), call);
    }

    HttpResult post(String path, JsonNode body, CallContext call) {
        BodyPublisher json = BodyPublishers.ofString(Json.write(body));
        return wire.send(token -> request("POST", path, json, token, Map.of()), call);
    }

    private HttpRequest request(
            String method, String path, BodyPublisher body, String token, Map<String, String> headers) {
        String trace = newName();
        HttpRequest.Builder builder = HttpRequest.newBuilder(at(config.get(InteracBankFactory.REQUESTS_PATH) + path))
                .header("Authorization", "Bearer " + token)
                .header("customer-profile-id", config.get(InteracBankFactory.CUSTOMER_PROFILE_ID))
                .header("x-country-code", "CA")
                .header("x-api-key", config.get(InteracBankFactory.API_KEY).reveal())
                .header("x-b3-traceid", trace)
                .header("x-b3-spanid", trace.substring(0, 16))
                .header("Content-Type", "application/json")
                .method(method, body);
        headers.forEach(builder::header);
        return builder.build();
    }

    /** A new name of 32 hexadecimal digits: as long as a trace may be, and shorter than {@code Max35Text}. */
    String newName() {
        byte[] id = runtime.ids().get().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256(id), 0, 16);
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private URI at(String path) {
        return URI.create(config.get(InteracBankFactory.BASE_URL).toString().replaceAll("/+$", "") + path);
    }

    /** Refusals of a bank: {@code code} and {@code message} are in the first of the body's notifications. */
    Refusals refusals() {
        return new Refusals(
                new TransportRule(runtime.clock()),
                body -> body.path("notifications").path(0));
    }
}
