package io.receivables.payments.interac.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.Base64;

/** RSA keys made for this run, and what is signed and verified with them. */
final class Signatures {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private Signatures() {}

    /** Keys are dear to make, so all servers of a run share them. */
    static final class Keys {
        static final KeyPair CLIENT = pair();
        static final KeyPair BANK = pair();

        private Keys() {}

        private static KeyPair pair() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has RSA", e);
            }
        }
    }

    static String pem(String label, Key key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** A token of the bank. */
    static String token(String claims) {
        ObjectNode header = Texts.object().put("alg", "RS256").put("kid", InteracFake.BANK_KEY_ID);
        String signed = encoded(Texts.write(header)) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(Keys.BANK.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The claims of a token of the client; whatever is wrong with it is refused with 401. */
    static JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw Refusal.unauthorized("client_assertion is no signed token");
        }
        JsonNode header = decoded(parts[0]);
        if (!header.path("alg").asText().equals("RS256")
                || !header.path("kid").asText().equals(InteracFake.CLIENT_KEY_ID)) {
            throw Refusal.unauthorized("client_assertion is not signed with RS256 by key " + InteracFake.CLIENT_KEY_ID);
        }
        if (!isSigned(parts)) {
            throw Refusal.unauthorized("client_assertion is not signed by the client");
        }
        return decoded(parts[1]);
    }

    private static boolean isSigned(String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(Keys.CLIENT.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static JsonNode decoded(String part) {
        try {
            return Texts.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Refusal.unauthorized("client_assertion is no signed token");
        }
    }

    /** What the public API wants in place of the secret: Base64 of SHA-256 of {@code salt:secret}. */
    static String salted(String salt, String secret) {
        try {
            byte[] text = (salt + ":" + secret).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
