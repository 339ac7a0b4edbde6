package io.receivables.payments.spi.webhook;

/** One key, and the kind of signature that it checks. */
interface Signer {
    /**
     * The signer of a key as the specification writes it.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    static Signer of(String key) {
        return key.startsWith(Ed25519Signer.PREFIX) ? Ed25519Signer.of(key) : HmacSigner.of(key);
    }

    /** Whether a signature of the kind that this key makes, with its version in front, is right for these bytes. */
    boolean verifies(byte[] signed, String signature);
}
