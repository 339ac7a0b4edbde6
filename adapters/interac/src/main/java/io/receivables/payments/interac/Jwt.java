package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.payments.spi.Payload;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * JSON Web Tokens (RFC 7519) in compact form, signed with RS256 (RFC 7518, section 3.3) and with nothing else: what the header of a
 * token says of the algorithm is compared with that, never followed.
 */
final class Jwt {
    private static final String ALGORITHM = "RS256";
    private static final String SIGNATURE = "SHA256withRSA";

    /** No token of a bank comes near this. */
    private static final int LONGEST = 262_144;

    private Jwt() {}

    /** A token with these claims. */
    static String sign(ObjectNode claims, String keyId, PrivateKey key) {
        ObjectNode header =
                Json.object().put("alg", ALGORITHM).put("typ", "JWT").put("kid", keyId);
        String signed = encoded(Json.write(header)) + "." + encoded(Json.write(claims));
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the private key cannot sign with " + ALGORITHM, e);
        }
    }

    private static String encoded(String json) {
        return base64().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Base64.Encoder base64() {
        return Base64.getUrlEncoder().withoutPadding();
    }

    /** The claims of a token that one of the keys signed; empty for any other text. Nothing is read of what is not signed. */
    static Optional<Payload> verified(String token, List<PublicKey> keys) {
        String[] parts = token.split("\\.", -1);
        if (token.length() > LONGEST || parts.length != 3) {
            return Optional.empty();
        }
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
        boolean isGenuine = decoded(parts[2])
                .filter(signature -> keys.stream().anyMatch(key -> isSigned(signed, signature, key)))
                .isPresent();
        return isGenuine && decoded(parts[0]).filter(Jwt::isOurs).isPresent()
                ? decoded(parts[1]).map(Payload::of)
                : Optional.empty();
    }

    private static boolean isSigned(byte[] signed, byte[] signature, PublicKey key) {
        try {
            Signature check = Signature.getInstance(SIGNATURE);
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether a header names our algorithm and wants nothing that we do not know (RFC 7515, section 4.1.11). */
    private static boolean isOurs(byte[] header) {
        JsonNode json = Json.read(Payload.of(header)).orElseGet(Json::object);
        return Json.text(json, "alg").filter(ALGORITHM::equals).isPresent() && !json.has("crit");
    }

    /** Bytes, of the one text that is their encoding: bits that are left over at its end may not be changed either. */
    private static Optional<byte[]> decoded(String base64Url) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(base64Url))
                    .filter(bytes -> base64().encodeToString(bytes).equals(base64Url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
