package io.receivables.payments.spi.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.Reception.Why;
import io.receivables.payments.spi.Secret;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in, nothing is thrown, and nothing is genuine that was not signed. */
class StandardWebhooksFuzzProperties {
    private static final Secret KEY = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Secret OTHER = Secret.of("whsec_AAECAwQFBgcICQoLDA0ODxAREhM=");
    private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);
    private static final StandardWebhooks WEBHOOKS = StandardWebhooks.of(List.of(KEY));

    @Property
    void what_nobody_signed_is_a_bad_signature(
            @ForAll("headers") String id,
            @ForAll("headers") String seconds,
            @ForAll("headers") String signature,
            @ForAll byte[] body) {
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        StandardWebhooks.ID, List.of(id),
                        StandardWebhooks.TIMESTAMP, List.of(seconds),
                        StandardWebhooks.SIGNATURE, List.of(signature)),
                (name, value) -> true);
        assertThat(WEBHOOKS.wrong(new InboundMessage(headers, Payload.of(body), SENT)))
                .contains(Why.BAD_SIGNATURE);
    }

    @Property
    void what_is_signed_is_genuine_and_not_by_another_key_or_over_other_bytes(
            @ForAll byte[] body, @ForAll int place, @ForAll byte change) {
        Payload payload = Payload.of(body);
        HttpHeaders headers = StandardWebhooks.sign("msg", SENT, payload, KEY);
        assertThat(WEBHOOKS.wrong(new InboundMessage(headers, payload, SENT))).isEmpty();
        assertThat(StandardWebhooks.of(List.of(OTHER)).wrong(new InboundMessage(headers, payload, SENT)))
                .contains(Why.BAD_SIGNATURE);
        Payload changed = Payload.of(changed(body, place, change));
        assertThat(WEBHOOKS.wrong(new InboundMessage(headers, changed, SENT)).isEmpty())
                .isEqualTo(changed.equals(payload));
    }

    private static byte[] changed(byte[] body, int place, byte change) {
        byte[] changed = body.length == 0 ? new byte[1] : body.clone();
        changed[Math.floorMod(place, changed.length)] = change;
        return Arrays.copyOf(changed, changed.length);
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.of(
                        "1614265330",
                        "v1,",
                        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                        "v1a,AAAA v1,BBBB",
                        "99999999999999999999",
                        "-1"));
    }
}
