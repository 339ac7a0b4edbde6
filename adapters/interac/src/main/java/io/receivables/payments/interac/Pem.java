package io.receivables.payments.interac;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** RSA keys as PEM text (RFC 7468). */
final class Pem {
    private static final Pattern PRIVATE = block("PRIVATE KEY");
    private static final Pattern PUBLIC = block("PUBLIC KEY");

    private Pem() {}

    private static Pattern block(String label) {
        return Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label + "-----");
    }

    /**
     * The first private key of a text.
     *
     * @throws IllegalArgumentException if there is none; the message does not repeat the text
     */
    static PrivateKey privateKey(String pem) {
        byte[] encoded = blocks(PRIVATE, pem).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no PEM block of a PRIVATE KEY"));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            // without the cause: it may tell of the key
            throw new IllegalArgumentException("no RSA key in PKCS #8");
        }
    }

    /**
     * All public keys of a text.
     *
     * @throws IllegalArgumentException if there is none, or one is no RSA key
     */
    static List<PublicKey> publicKeys(String pem) {
        List<PublicKey> keys = blocks(PUBLIC, pem).stream().map(Pem::publicKey).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no PEM block of a PUBLIC KEY");
        }
        return keys;
    }

    private static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no RSA key in X.509", e);
        }
    }

    private static List<byte[]> blocks(Pattern block, String pem) {
        return block.matcher(pem)
                .results()
                .map((MatchResult match) -> Base64.getMimeDecoder().decode(match.group(1)))
                .toList();
    }

    static boolean isPrivateKey(String pem) {
        try {
            privateKey(pem);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean arePublicKeys(String pem) {
        try {
            return !publicKeys(pem).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
