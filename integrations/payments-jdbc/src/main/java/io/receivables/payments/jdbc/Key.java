package io.receivables.payments.jdbc;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys of one length for texts that may be longer than an index can hold, and of any characters. */
final class Key {
    private Key() {}

    /** SHA-256 of texts with their lengths, so that two of them do not read like another two. */
    static String of(String... texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + text.length() * Character.BYTES);
            bytes.putInt(text.length());
            // as units of UTF-16: an encoding would take different halves of surrogate pairs for the same
            bytes.asCharBuffer().put(text);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
