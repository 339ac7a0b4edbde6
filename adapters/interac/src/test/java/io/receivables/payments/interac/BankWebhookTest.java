package io.receivables.payments.interac;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Reception.Why;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank's messages, signed by another library than the one that verifies them. */
class BankWebhookTest {
    private static final Instant NOW = Instant.parse("2026-05-11T08:00:00Z");
    private static final KeyPair BANK = pair();
    private static final KeyPair FORGER = pair();

    private final BankWebhook webhook = new BankWebhook(List.of(BANK.getPublic()), "bank", "seller");

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String claims(String more) {
        return "{\"iss\":\"bank\",\"aud\":\"seller\",\"sub\":\"s\",\"iat\":" + NOW.getEpochSecond() + ",\"exp\":"
                + NOW.plusSeconds(300).getEpochSecond() + ",\"event_name\":\"e\",\"payment_id\":\"PAY1\"" + more + "}";
    }

    private static String signed(JWSHeader header, String claims, JWSSigner signer) throws Exception {
        JWSObject token = new JWSObject(header, new com.nimbusds.jose.Payload(claims));
        token.sign(signer);
        return token.serialize();
    }

    private static String signed(String claims) throws Exception {
        return signed(new JWSHeader(JWSAlgorithm.RS256), claims, new RSASSASigner(BANK.getPrivate()));
    }

    private Reception receive(String token, Instant at) {
        return webhook.receive(new InboundMessage(HttpHeaders.of(Map.of(), (n, v) -> true), Payload.of(token), at));
    }

    private void rejected(String token, Why why) {
        Reception reception = receive(token, NOW);
        assertThat(reception).isInstanceOf(Reception.Rejected.class);
        assertThat(((Reception.Rejected) reception).why()).isEqualTo(why);
    }

    private static Observation only(Reception reception) {
        assertThat(reception).isInstanceOf(Reception.Accepted.class);
        List<Observation> told = ((Reception.Accepted) reception).observations();
        assertThat(told).hasSize(1);
        return told.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "INITIATED, SUBMITTED",
        "AVAILABLE_TO_BE_FULFILLED, AWAITING_PAYER",
        "FULFILLED, PAYER_ACCEPTED",
        "DECLINED, DECLINED",
        "CANCELLED, CANCELLED",
        "EXPIRED, EXPIRED",
        "DEPOSIT_FAILED, FAILED",
        "DEPOSIT_COMPLETE, PAYER_ACCEPTED",
        "ESCROWED, UNRECOGNISED",
    })
    void a_genuine_message_is_a_hint_and_never_money(String status, PaymentFact fact) throws Exception {
        Observation told = only(receive(signed(claims(",\"new_status\":\"" + status + "\"")), NOW));

        assertThat(told.providerRef()).isEqualTo("PAY1");
        assertThat(told.trust()).isEqualTo(Observation.Trust.HINT);
        assertThat(told.fact()).isEqualTo(fact);
        assertThat(told.rawCode()).isEqualTo(status);
        assertThat(told.seenAt()).isEqualTo(NOW);
    }

    @Test
    void a_message_without_a_status_is_reason_enough_to_ask() throws Exception {
        assertThat(only(receive(signed(claims("")), NOW)).fact()).isEqualTo(PaymentFact.UNRECOGNISED);
    }

    @Test
    void a_token_that_is_not_signed_is_not_taken() throws Exception {
        rejected(
                new PlainObject(new PlainHeader(), new com.nimbusds.jose.Payload(claims(""))).serialize(),
                Why.BAD_SIGNATURE);
        String token = signed(claims(""));
        rejected(token.substring(0, token.lastIndexOf('.') + 1), Why.BAD_SIGNATURE);
        rejected(token.substring(0, token.lastIndexOf('.')), Why.BAD_SIGNATURE);
    }

    /** The public key is no secret: a token that names HS256 must not be verified with it. */
    @Test
    void a_token_signed_with_the_public_key_as_a_secret_is_not_taken() throws Exception {
        rejected(
                signed(
                        new JWSHeader(JWSAlgorithm.HS256),
                        claims(""),
                        new MACSigner(BANK.getPublic().getEncoded())),
                Why.BAD_SIGNATURE);
    }

    @Test
    void a_token_of_another_algorithm_is_not_taken_even_when_it_is_signed_well() throws Exception {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            rejected(
                    signed(new JWSHeader(algorithm), claims(""), new RSASSASigner(BANK.getPrivate())),
                    Why.BAD_SIGNATURE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "rs256", "RS384", ""})
    void a_header_that_names_another_algorithm_is_not_taken_whatever_signed_it(String algorithm) throws Exception {
        String header = encoded("{\"alg\":\"" + algorithm + "\"}");
        java.security.Signature signature = java.security.Signature.getInstance("SHA256withRSA");
        signature.initSign(BANK.getPrivate());
        String content = header + "." + encoded(claims(""));
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        rejected(content + "." + base64(signature.sign()), Why.BAD_SIGNATURE);
    }

    private static String encoded(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void a_token_of_another_key_is_not_taken() throws Exception {
        rejected(
                signed(new JWSHeader(JWSAlgorithm.RS256), claims(""), new RSASSASigner(FORGER.getPrivate())),
                Why.BAD_SIGNATURE);
    }

    @Test
    void a_token_that_brings_its_own_key_is_not_taken() throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(new com.nimbusds.jose.jwk.RSAKey.Builder(
                                (java.security.interfaces.RSAPublicKey) FORGER.getPublic())
                        .build())
                .build();
        rejected(signed(header, claims(""), new RSASSASigner(FORGER.getPrivate())), Why.BAD_SIGNATURE);
    }

    @Test
    void a_token_that_wants_something_unknown_is_not_taken() throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .criticalParams(Set.of("x-new"))
                .customParam("x-new", 1)
                .build();
        rejected(signed(header, claims(""), new RSASSASigner(BANK.getPrivate())), Why.BAD_SIGNATURE);
    }

    @Test
    void two_keys_are_right_while_one_is_changed_for_another() throws Exception {
        List<PublicKey> both = Pem.publicKeys(pem(FORGER.getPublic()) + pem(BANK.getPublic()));
        BankWebhook rotating = new BankWebhook(both, "bank", "seller");
        InboundMessage message =
                new InboundMessage(HttpHeaders.of(Map.of(), (n, v) -> true), Payload.of(signed(claims(""))), NOW);

        assertThat(rotating.receive(message).kind()).isEqualTo(Reception.Kind.ACCEPTED);
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + java.util.Base64.getMimeEncoder().encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"iss\":\"bank\";   \"iss\":\"other\"",
                "\"iss\":\"bank\";   \"iss\":7",
                "\"iss\":\"bank\",;  ``",
                "\"aud\":\"seller\"; \"aud\":\"other\"",
                "\"aud\":\"seller\"; \"aud\":[\"other\"]",
                "\"aud\":\"seller\"; \"aud\":[]",
                "\"aud\":\"seller\",; ``",
            })
    void a_message_of_somebody_else_or_for_somebody_else_is_not_taken(String right, String wrong) throws Exception {
        rejected(signed(claims("").replace(right, wrong)), Why.BAD_SIGNATURE);
    }

    @Test
    void a_message_for_several_is_taken() throws Exception {
        String token = signed(claims("").replace("\"aud\":\"seller\"", "\"aud\":[\"other\",\"seller\"]"));
        assertThat(receive(token, NOW).kind()).isEqualTo(Reception.Kind.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, true",
        "PT4M59S, true",
        "PT5M, false",
        "P1D, false",
        "PT-5M, true",
        "PT-5M-1S, false",
    })
    void a_message_is_taken_from_shortly_before_it_was_issued_until_it_ends(Duration after, boolean isTaken)
            throws Exception {
        Reception reception = receive(signed(claims("")), NOW.plus(after));
        if (isTaken) {
            assertThat(reception.kind()).isEqualTo(Reception.Kind.ACCEPTED);
        } else {
            assertThat(((Reception.Rejected) reception).why()).isEqualTo(Why.STALE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"payment_id\":\"PAY1\"; \"payment_id\":\"\"",
                "\"payment_id\":\"PAY1\"; \"payment_id\":1",
                "\"payment_id\":\"PAY1\"; \"payment_id\":\"a b\"",
                "\"payment_id\":\"PAY1\"; \"other\":1",
                "\"exp\":;                 \"other\":",
                "\"exp\":;                 \"exp\":99999999999999999999,\"other\":",
                "\"iat\":;                 \"iat\":99999999999999999999,\"other\":",
            })
    void a_genuine_message_that_makes_no_sense_is_malformed(String right, String wrong) throws Exception {
        rejected(signed(claims("").replace(right, wrong)), Why.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{\"exp\":1,\"exp\":2}"})
    void a_genuine_token_without_claims_is_malformed(String claims) throws Exception {
        rejected(signed(claims), Why.MALFORMED);
    }
}
