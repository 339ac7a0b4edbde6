package io.receivables.payments.interac;

import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.http.TransportRule;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/** Who calls the public API, and the headers that say so. */
final class PublicApiAccess {
    /** The API does not say how long a token is good; one that is not is turned away with 401, and got anew. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

    private final ProviderConfig config;
    private final ProviderRuntime runtime;
    private final URI base;
    private final Wire wire;

    PublicApiAccess(ProviderConfig config, ProviderRuntime runtime) {
        this.config = config;
        this.runtime = runtime;
        this.base = config.get(InteracFactory.BASE_URL);
        this.wire = new Wire(runtime.http(), new Tokens(runtime.clock(), TOKEN_LIFE, this::token));
    }

    /** {@code GET /v1/access-tokens}: the secret itself is not sent, but its hash with a salt of one's own. */
    private HttpResult token(CallContext call) {
        String salt = runtime.ids().get();
        String secret = config.get(InteracFactory.SHARED_SECRET).reveal();
        HttpRequest request = HttpRequest.newBuilder(at("/v1/access-tokens"))
                .header("thirdPartyAccessId", config.get(InteracFactory.THIRD_PARTY_ACCESS_ID))
                .header("salt", salt)
                .header("secretKey", secretKey(salt, secret))
                .GET()
                .build();
        return runtime.http().send(request, call);
    }

    /** Base64 of SHA-256 of {@code salt:secret}. */
    static String secretKey(String salt, String secret) {
        byte[] text = (salt + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(sha256(text));
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Sends a request with all headers that every call has. */
    HttpResult send(String method, String path, BodyPublisher body, CallContext call) {
        return wire.send(token -> request(method, path, body, token), call);
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String token) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(at(path))
                .header("accessToken", "Bearer " + token)
                .header("thirdPartyAccessId", config.get(InteracFactory.THIRD_PARTY_ACCESS_ID))
                .header("apiRegistrationId", config.get(InteracFactory.API_REGISTRATION_ID))
                .header("deviceId", config.get(InteracFactory.DEVICE_ID))
                .header("requestId", runtime.ids().get())
                .header("Content-Type", "application/json")
                .method(method, body);
        config.find(InteracFactory.APPLICATION_ID).ifPresent(id -> builder.header("applicationId", id));
        return builder.build();
    }

    private URI at(String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + path);
    }

    /** Refusals of the API: {@code code} and {@code message} are at the top of the body. */
    Refusals refusals() {
        return new Refusals(new TransportRule(runtime.clock()), body -> body);
    }
}
