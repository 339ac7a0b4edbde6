package io.receivables.payments.spi.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Ed25519, of which only the public half is known here. */
final class Ed25519Signer implements Signer {
    static final String PREFIX = "whpk_";

    private static final String VERSION = "v1a,";
    private static final int KEY_BYTES = 32;

    /** What goes before the 32 bytes of a key so that they are a SubjectPublicKeyInfo (RFC 8410, section 4). */
    private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PublicKey key;

    private Ed25519Signer(PublicKey key) {
        this.key = key;
    }

    static Ed25519Signer of(String key) {
        Optional<byte[]> bytes =
                StandardWebhooks.decode(key.substring(PREFIX.length())).filter(each -> each.length == KEY_BYTES);
        if (bytes.isEmpty()) {
            throw new IllegalArgumentException(
                    "a key of webhooks that begins with " + PREFIX + " has the Base64 of 32 bytes; this one has not");
        }
        byte[] encoded = Arrays.copyOf(HEADER, HEADER.length + KEY_BYTES);
        System.arraycopy(bytes.get(), 0, encoded, HEADER.length, KEY_BYTES);
        try {
            return new Ed25519Signer(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a public key of webhooks is no point of Ed25519", e);
        }
    }

    @Override
    public boolean verifies(byte[] signed, String signature) {
        return signature.startsWith(VERSION)
                && StandardWebhooks.decode(signature.substring(VERSION.length()))
                        .filter(told -> isRight(signed, told))
                        .isPresent();
    }

    private boolean isRight(byte[] signed, byte[] told) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(told);
        } catch (SignatureException e) {
            // bytes that are no signature at all
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }
}
