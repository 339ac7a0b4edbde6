package io.receivables.payments.spi.webhook;

import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Secret;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Signatures of messages as the Standard Webhooks specification has them: over {@code id.timestamp.body}, by HMAC-SHA256
 * ({@code v1}, keys that begin with {@code whsec_}) or Ed25519 ({@code v1a}, public keys that begin with {@code whpk_}).
 *
 * <p>The signature is checked over the bytes as they came and before the time is looked at, in time that does not depend on
 * where it differs. Several keys may be right at once, while one is changed for another.
 */
public final class StandardWebhooks {
    /** The header with the message's name: the same when it is sent again, so that it counts once. */
    public static final String ID = "webhook-id";

    /** The header with the time of sending, in seconds since 1970. */
    public static final String TIMESTAMP = "webhook-timestamp";

    /** The header with the signatures, apart by blanks. */
    public static final String SIGNATURE = "webhook-signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** No seconds of a message that is taken have more digits; more would leave the range of time. */
    private static final String SECONDS = "[0-9]{1,11}";

    private final List<Secret> keys;
    private final Duration tolerance;

    private StandardWebhooks(List<Secret> keys, Duration tolerance) {
        this.keys = keys;
        this.tolerance = tolerance;
    }

    /**
     * Signatures by any of these keys, sent at most five minutes before or after they are received.
     *
     * @throws IllegalArgumentException if there is no key, or one is none of the two kinds; the message does not repeat it
     */
    public static StandardWebhooks of(List<Secret> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key is given: nothing could be genuine");
        }
        keys.forEach(key -> Signer.of(key.reveal()));
        return new StandardWebhooks(List.copyOf(keys), TOLERANCE);
    }

    /** The same with another window, on both sides of the time at which a message is received. */
    public StandardWebhooks within(Duration tolerance) {
        return new StandardWebhooks(keys, Objects.requireNonNull(tolerance, "tolerance"));
    }

    /** Why a message is not to be taken: {@code BAD_SIGNATURE} or {@code STALE}; empty for one that is genuine and fresh. */
    public Optional<Reception.Why> wrong(InboundMessage message) {
        Optional<String> id = single(message, ID);
        Optional<String> sentAt = single(message, TIMESTAMP).filter(text -> text.matches(SECONDS));
        if (id.isEmpty() || sentAt.isEmpty()) {
            return Optional.of(Reception.Why.BAD_SIGNATURE);
        }
        byte[] signed = signed(id.get(), sentAt.get(), message.body());
        List<String> signatures = message.headers().allValues(SIGNATURE).stream()
                .flatMap(value -> Arrays.stream(value.trim().split(" +")))
                .toList();
        boolean isGenuine = keys.stream()
                .map(key -> Signer.of(key.reveal()))
                .anyMatch(signer -> signatures.stream().anyMatch(each -> signer.verifies(signed, each)));
        if (!isGenuine) {
            return Optional.of(Reception.Why.BAD_SIGNATURE);
        }
        Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(sentAt.get())), message.receivedAt());
        return apart.abs().compareTo(tolerance) > 0 ? Optional.of(Reception.Why.STALE) : Optional.empty();
    }

    /**
     * The headers of a message to be sent, signed by HMAC-SHA256.
     *
     * @param id the message's name, without a dot
     * @param key one that begins with {@code whsec_}
     */
    public static HttpHeaders sign(String id, Instant sentAt, Payload body, Secret key) {
        if (id.isBlank() || id.indexOf('.') >= 0) {
            throw new IllegalArgumentException("id \"" + id + "\" of a message is blank or has a dot");
        }
        String seconds = Long.toString(sentAt.getEpochSecond());
        String signature = HmacSigner.of(key.reveal()).sign(signed(id, seconds, body));
        return HttpHeaders.of(
                Map.of(ID, List.of(id), TIMESTAMP, List.of(seconds), SIGNATURE, List.of(signature)),
                (name, value) -> true);
    }

    /** The one value of a header. Of several that differ nobody knows which one was signed. */
    private static Optional<String> single(InboundMessage message, String header) {
        List<String> values =
                message.headers().allValues(header).stream().distinct().collect(Collectors.toList());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static byte[] signed(String id, String seconds, Payload body) {
        byte[] head = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        byte[] tail = body.bytes();
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    /** The bytes of Base64 text; none for what is no Base64. */
    static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean areSame(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    @Override
    public String toString() {
        return "StandardWebhooks[" + keys.size() + " keys, " + tolerance + "]";
    }
}
