package io.receivables.payments.spi.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.Reception.Why;
import io.receivables.payments.spi.Secret;
import java.net.http.HttpHeaders;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardWebhooksTest {
    // the example of the specification's own libraries
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String SECONDS = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant SENT = Instant.ofEpochSecond(1614265330);

    private final StandardWebhooks webhooks = StandardWebhooks.of(List.of(Secret.of(KEY)));

    @Test
    void the_published_example_is_genuine_and_is_signed_alike() {
        assertThat(webhooks.wrong(message(ID, SECONDS, RIGHT, BODY, SENT))).isEmpty();
        HttpHeaders own = StandardWebhooks.sign(ID, SENT, Payload.of(BODY), Secret.of(KEY));
        assertThat(own.firstValue("Webhook-Signature")).contains(RIGHT);
        assertThat(webhooks.wrong(new InboundMessage(own, Payload.of(BODY), SENT)))
                .isEmpty();
    }

    @Test
    void a_byte_more_or_less_of_anything_signed_is_a_bad_signature() {
        List<InboundMessage> changed = List.of(
                message(ID, SECONDS, RIGHT, BODY + " ", SENT),
                message(ID, SECONDS, RIGHT, BODY.replace("\": ", "\":"), SENT),
                message(ID + "x", SECONDS, RIGHT, BODY, SENT),
                message(ID, "1614265331", RIGHT, BODY, SENT),
                message(ID, "0" + SECONDS, RIGHT, BODY, SENT),
                message(ID, SECONDS, RIGHT.replace("g0", "g1"), BODY, SENT));
        assertThat(changed)
                .allSatisfy(message -> assertThat(webhooks.wrong(message)).contains(Why.BAD_SIGNATURE));
    }

    @Test
    void what_is_no_signature_is_a_bad_one() {
        List<String> odd = List.of(
                "",
                " ",
                "v1",
                "v1,",
                "v1,####",
                RIGHT.substring(3),
                "v2" + RIGHT.substring(2),
                "v1a" + RIGHT.substring(2),
                "v1," + RIGHT);
        assertThat(odd)
                .allSatisfy(text -> assertThat(webhooks.wrong(message(ID, SECONDS, text, BODY, SENT)))
                        .contains(Why.BAD_SIGNATURE));
    }

    @Test
    void a_header_that_is_missing_or_said_twice_is_a_bad_signature() {
        for (String left : List.of(StandardWebhooks.ID, StandardWebhooks.TIMESTAMP, StandardWebhooks.SIGNATURE)) {
            Map<String, List<String>> headers = headers(ID, SECONDS, RIGHT);
            headers.remove(left);
            assertThat(webhooks.wrong(message(headers, BODY, SENT))).as(left).contains(Why.BAD_SIGNATURE);
        }
        Map<String, List<String>> twice = headers(ID, SECONDS, RIGHT);
        twice.put(StandardWebhooks.ID, List.of(ID, "other"));
        assertThat(webhooks.wrong(message(twice, BODY, SENT))).contains(Why.BAD_SIGNATURE);
    }

    @Test
    void header_names_count_in_any_case() {
        Map<String, List<String>> upper = new HashMap<>();
        headers(ID, SECONDS, RIGHT).forEach((name, values) -> upper.put(name.toUpperCase(Locale.ROOT), values));
        assertThat(webhooks.wrong(message(upper, BODY, SENT))).isEmpty();
    }

    @Test
    void the_window_has_two_sides_and_its_ends_are_inside() {
        Duration five = Duration.ofMinutes(5);
        assertThat(webhooks.wrong(at(SENT.plus(five)))).isEmpty();
        assertThat(webhooks.wrong(at(SENT.minus(five)))).isEmpty();
        assertThat(webhooks.wrong(at(SENT.plus(five).plusNanos(1)))).contains(Why.STALE);
        assertThat(webhooks.wrong(at(SENT.minus(five).minusNanos(1)))).contains(Why.STALE);
        assertThat(webhooks.within(Duration.ofMinutes(6))
                        .wrong(at(SENT.plus(five).plusNanos(1))))
                .isEmpty();
    }

    @Test
    void an_old_message_with_a_bad_signature_is_not_told_that_it_is_old() {
        assertThat(webhooks.wrong(message(ID, SECONDS, "v1,AAAA", BODY, SENT.plusSeconds(100_000))))
                .contains(Why.BAD_SIGNATURE);
    }

    @Test
    void a_time_that_is_no_time_is_a_bad_signature() {
        for (String seconds : List.of("", "-1", "1e9", "1614265330.5", "99999999999999999999", "+1614265330")) {
            assertThat(webhooks.wrong(message(ID, seconds, RIGHT, BODY, SENT)))
                    .as(seconds)
                    .contains(Why.BAD_SIGNATURE);
        }
    }

    @Test
    void while_keys_are_changed_both_are_right() {
        Secret old = Secret.of("whsec_" + Base64.getEncoder().encodeToString("an older key".getBytes(UTF_8)));
        StandardWebhooks both = StandardWebhooks.of(List.of(Secret.of(KEY), old));
        String byOld = StandardWebhooks.sign(ID, SENT, Payload.of(BODY), old)
                .firstValue("webhook-signature")
                .orElseThrow();
        assertThat(both.wrong(message(ID, SECONDS, byOld, BODY, SENT))).isEmpty();
        assertThat(webhooks.wrong(message(ID, SECONDS, byOld, BODY, SENT))).contains(Why.BAD_SIGNATURE);
        assertThat(webhooks.wrong(message(ID, SECONDS, byOld + "  " + RIGHT, BODY, SENT)))
                .as("a sender with both keys sends both signatures")
                .isEmpty();
    }

    @Test
    void a_public_key_checks_what_its_private_half_signed() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        String key = "whpk_"
                + Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update((ID + "." + SECONDS + "." + BODY).getBytes(UTF_8));
        String right = "v1a," + Base64.getEncoder().encodeToString(signature.sign());
        StandardWebhooks byPair = StandardWebhooks.of(List.of(Secret.of(key)));

        assertThat(byPair.wrong(message(ID, SECONDS, right, BODY, SENT))).isEmpty();
        assertThat(byPair.wrong(message(ID, SECONDS, right, BODY + " ", SENT))).contains(Why.BAD_SIGNATURE);
        assertThat(byPair.wrong(message(ID, SECONDS, "v1" + right.substring(3), BODY, SENT)))
                .contains(Why.BAD_SIGNATURE);
        assertThat(byPair.wrong(message(ID, SECONDS, "v1a,AAAA", BODY, SENT))).contains(Why.BAD_SIGNATURE);
        assertThat(byPair.wrong(message(ID, SECONDS, "v1a,#", BODY, SENT))).contains(Why.BAD_SIGNATURE);
    }

    @Test
    void a_key_that_is_none_is_refused_without_being_repeated() {
        for (String key : List.of("canary", "whsec_", "whsec_####canary", "whpk_AAAA", "whpk_canary", "")) {
            assertThatThrownBy(() -> StandardWebhooks.of(List.of(Secret.of(key))))
                    .as(key)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("key of webhooks")
                    .hasMessageNotContaining("canary");
        }
        assertThatThrownBy(() -> StandardWebhooks.of(List.of())).hasMessageContaining("no key");
        assertThat(webhooks.toString()).doesNotContain("MfKQ").contains("1 keys");
    }

    @Test
    void a_name_that_would_move_the_dots_is_not_signed() {
        for (String id : List.of("", " ", "a.b")) {
            assertThatThrownBy(() -> StandardWebhooks.sign(id, SENT, Payload.of(BODY), Secret.of(KEY)))
                    .hasMessageContaining("\"" + id + "\"");
        }
    }

    private static InboundMessage at(Instant received) {
        return message(ID, SECONDS, RIGHT, BODY, received);
    }

    private static InboundMessage message(String id, String seconds, String signature, String body, Instant received) {
        return message(headers(id, seconds, signature), body, received);
    }

    private static Map<String, List<String>> headers(String id, String seconds, String signature) {
        return new HashMap<>(Map.of(
                StandardWebhooks.ID, List.of(id),
                StandardWebhooks.TIMESTAMP, List.of(seconds),
                StandardWebhooks.SIGNATURE, List.of(signature)));
    }

    private static InboundMessage message(Map<String, List<String>> headers, String body, Instant received) {
        return new InboundMessage(HttpHeaders.of(headers, (name, value) -> true), Payload.of(body), received);
    }
}
