package io.receivables.payments.spi.webhook;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256. */
final class HmacSigner implements Signer {
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private HmacSigner(SecretKeySpec key) {
        this.key = key;
    }

    static HmacSigner of(String key) {
        boolean isOfKind = key.startsWith(PREFIX);
        byte[] bytes = isOfKind
                ? StandardWebhooks.decode(key.substring(PREFIX.length())).orElse(new byte[0])
                : new byte[0];
        if (bytes.length == 0) {
            throw new IllegalArgumentException("a key of webhooks is " + PREFIX + " and Base64 behind it, or "
                    + Ed25519Signer.PREFIX + " and the Base64 of a public key; this one is neither");
        }
        return new HmacSigner(new SecretKeySpec(bytes, ALGORITHM));
    }

    String sign(byte[] signed) {
        return VERSION + Base64.getEncoder().encodeToString(mac(signed));
    }

    @Override
    public boolean verifies(byte[] signed, String signature) {
        return signature.startsWith(VERSION)
                && StandardWebhooks.decode(signature.substring(VERSION.length()))
                        .filter(told -> StandardWebhooks.areSame(told, mac(signed)))
                        .isPresent();
    }

    private byte[] mac(byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
