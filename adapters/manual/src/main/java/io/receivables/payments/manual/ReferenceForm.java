package io.receivables.payments.manual;

import io.receivables.payments.spi.CollectCommand;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * What a reference that a payer copies by hand may look like.
 *
 * @param longest the most characters
 * @param signs what may stand in it beside letters and digits of ASCII
 */
record ReferenceForm(int longest, String signs) {
    /** Digits and capital letters without I, L, O and U, which are misread (Crockford's base 32). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Characters of a reference that is made here: 60 bits, so that no two payments of a seller share one. */
    static final int MADE = 12;

    /** What the payer quotes: the reference of the command, or one that is made of the call's key and always the same. */
    static String of(CollectCommand command, String key) {
        return command.reference().isEmpty() ? made(key) : command.reference();
    }

    private static String made(String key) {
        byte[] hash = sha256(key);
        StringBuilder reference = new StringBuilder(MADE);
        for (int i = 0; i < MADE; i++) {
            reference.append(ALPHABET.charAt(hash[i] & 31));
        }
        return reference.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What is wrong with a reference, which is refused rather than cut: half a reference is another one. */
    Optional<String> wrong(String reference) {
        if (reference.length() > longest) {
            return Optional.of("reference has " + reference.length() + " characters: give at most " + longest);
        }
        return reference
                .chars()
                .filter(c -> !isLetterOrDigit(c) && signs.indexOf(c) < 0)
                .mapToObj(c -> "reference has the character \"" + Character.toString(c)
                        + "\": use letters and digits of ASCII" + (signs.isEmpty() ? "" : " and \"" + signs + "\""))
                .findFirst();
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
