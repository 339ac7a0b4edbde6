package io.receivables.payments.bank.transfer;

import io.receivables.core.reference.PaymentReference;
import io.receivables.core.reference.ReferenceScheme;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The references of one provider: how they are made of a call's key, and how they are found in what a bank says.
 *
 * <p>A made reference is the prefix, a part of the key's SHA-256 and the check digits of the scheme. Of n payments, two share
 * one with a chance of about n² / 2N, where N is the number of possible parts:
 *
 * <ul>
 *   <li>{@code RF} and {@code plain} have 12 characters of 32: 60 bits. Of a million payments two meet once in 2 million times.
 *   <li>{@code QRR} has 19 to 26 digits and {@code KID} 19: 63 bits or more.
 *   <li>{@code FI} has 18 digits without a prefix, and 12 to 18 with one: 39 to 59 bits. With 12, two of ten thousand payments
 *       meet once in 20,000 times.
 *   <li>{@code OGM} has 8 to 10 digits: 26 to 33 bits. With 10, two of ten thousand payments meet once in 200 times.
 * </ul>
 *
 * <p>Whoever meets is refused where there is a register, so that a reference leads to one payment.
 *
 * <p>{@code plain} is no scheme of banks: capital letters and digits, the last two the check digits that ISO 11649 has.
 */
final class TransferReferences {
    /** Digits and capital letters without I, L, O and U, which are misread (Crockford's base 32). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CHARACTERS = 12;
    private static final int DIGITS = 19;
    private static final int LONGEST_PLAIN = 25;

    /** A shorter one would be found in texts by chance. */
    private static final int SHORTEST_GIVEN = 5;

    private static final String INSTEAD = "; leave it out to have one made of the key";
    private static final int CHECK = 2;

    /** What may stand within a printed reference, or where a bank breaks a line. */
    private static final String JOINTS = " \u00a0\u2007\u2009\u202f\t\r\n/+*-.";

    /** A longer text than any message of a payment; what is beyond is not looked at. */
    private static final int LONGEST_TEXT = 10_000;

    private static final int LONGEST = 27;

    private final @Nullable ReferenceScheme scheme;
    private final String prefix;
    private final int ownLength;

    /**
     * References of a scheme.
     *
     * @param scheme null for plain ones
     * @throws IllegalArgumentException if the prefix does not fit; says what does
     */
    TransferReferences(@Nullable ReferenceScheme scheme, String prefix) {
        this.scheme = scheme;
        this.prefix = prefix;
        int longest = longestPrefix();
        Pattern form = Pattern.compile((isOfDigits() ? "[0-9]" : "[A-Z0-9]") + "{0," + longest + "}");
        if (!form.matcher(prefix).matches()) {
            throw new IllegalArgumentException("referencePrefix \"" + prefix + "\" does not fit: give at most "
                    + longest + (isOfDigits() ? " digits" : " capital letters and digits") + " for " + name());
        }
        if (scheme == ReferenceScheme.FI && prefix.startsWith("0")) {
            throw new IllegalArgumentException("referencePrefix \"" + prefix
                    + "\" does not fit: begin with another digit than 0, which banks leave out of FI");
        }
        this.ownLength = made("").length();
    }

    private boolean isOfDigits() {
        return scheme != null && scheme != ReferenceScheme.RF;
    }

    private int longestPrefix() {
        if (scheme == null) {
            return 9;
        }
        return switch (scheme) {
            case RF -> 9;
            case OGM -> 2;
            case QRR, FI -> 7;
            case KID_MOD10, KID_MOD11 -> 5;
        };
    }

    String name() {
        return scheme == null ? "plain" : scheme.code();
    }

    /** The most characters of a reference, as machines exchange it. */
    int longest() {
        if (scheme == null) {
            return LONGEST_PLAIN;
        }
        return switch (scheme) {
            case RF, KID_MOD10, KID_MOD11 -> 25;
            case OGM -> 12;
            case QRR -> 27;
            case FI -> 20;
        };
    }

    // ---- made

    /** The reference of a key: always the same. */
    String made(String key) {
        byte[] hash = sha256(key);
        if (scheme == null) {
            return checked(prefix + letters(hash));
        }
        return switch (scheme) {
            case RF -> scheme.make(prefix + letters(hash)).value();
            case OGM -> scheme.make(filled(hash, 10)).value();
            case QRR -> scheme.make(filled(hash, 26)).value();
            // banks leave out leading zeros
            case FI ->
                scheme.make(prefix.isEmpty() ? "1" + digits(hash, 18) : filled(hash, 19))
                        .value();
            case KID_MOD10, KID_MOD11 ->
                scheme.make(prefix + digits(hash, DIGITS)).value();
        };
    }

    private static String letters(byte[] hash) {
        StringBuilder letters = new StringBuilder(CHARACTERS);
        for (int i = 0; i < CHARACTERS; i++) {
            letters.append(ALPHABET.charAt(hash[i] & 31));
        }
        return letters.toString();
    }

    private String filled(byte[] hash, int length) {
        return prefix + digits(hash, length - prefix.length());
    }

    private static String digits(byte[] hash, int number) {
        String digits = new BigInteger(1, hash).mod(BigInteger.TEN.pow(number)).toString();
        return "0".repeat(number - digits.length()) + digits;
    }

    /** A plain reference: a base and the check digits that it has in RF. */
    private static String checked(String base) {
        String creditorReference = ReferenceScheme.RF.make(base).value();
        return base + creditorReference.substring(2, 2 + CHECK);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    // ---- given

    /** What is wrong with a reference of the host's; empty if nothing is. */
    Optional<String> wrong(String given) {
        if (scheme != null && !scheme.isValid(given)) {
            return scheme.check(given).map(problem -> "reference is none of " + name() + ": " + problem + INSTEAD);
        }
        String value = electronic(given);
        boolean isPlain = value.length() <= LONGEST_PLAIN
                && value.chars().allMatch(c -> isDigit(c) || isCapital(c))
                && value.chars().anyMatch(TransferReferences::isDigit);
        if (value.length() < SHORTEST_GIVEN || (scheme == null && !isPlain)) {
            return Optional.of("reference \"" + given + "\" does not fit: give " + SHORTEST_GIVEN + " to " + longest()
                    + (scheme == null
                            ? " letters and digits with at least one digit, blanks, hyphens and slashes apart"
                            : " characters, leading zeros apart, so that it is known from other numbers")
                    + INSTEAD);
        }
        return Optional.empty();
    }

    /** A reference of the host's that nothing is wrong with, as machines exchange it. */
    String electronic(String given) {
        return canonical(
                scheme == null
                        ? compact(given)
                        : PaymentReference.parse(scheme, given).value());
    }

    /** Leading zeros do not count in FI, and banks fill with them. */
    private String canonical(String value) {
        return scheme == ReferenceScheme.FI ? value.replaceFirst("^0+", "") : value;
    }

    /** As it is printed for a payer. */
    String printed(String value) {
        return structured(value).map(PaymentReference::printed).orElse(value);
    }

    /** The reference for a code to scan; empty for a plain one. */
    Optional<PaymentReference> structured(String value) {
        return scheme == null ? Optional.empty() : Optional.of(PaymentReference.parse(scheme, value));
    }

    // ---- found

    /**
     * Whether a value looks like one that was made here, by prefix, length and check digits. Without a prefix nothing does:
     * anybody's reference of the scheme would.
     */
    boolean isOwnForm(String value) {
        if (prefix.isEmpty() || value.length() != ownLength) {
            return false;
        }
        if (scheme == null) {
            return value.startsWith(prefix)
                    && checked(value.substring(0, value.length() - CHECK)).equals(value);
        }
        return value.startsWith(prefix, scheme == ReferenceScheme.RF ? 4 : 0) && scheme.isValid(value);
    }

    /** The references in a text that somebody knows, or that have the form of one's own. */
    Set<String> in(String text, Predicate<String> isKnown) {
        Set<String> found = new LinkedHashSet<>();
        String all = text.substring(0, Math.min(text.length(), LONGEST_TEXT)).toUpperCase(Locale.ROOT);
        for (int i = 0; i < all.length(); i++) {
            if (isWord(all, i) && !isWord(all, i - 1)) {
                addFrom(i, all, isKnown, found);
            }
        }
        return found;
    }

    /** Adds what begins at a place and ends with a word. */
    private void addFrom(int start, String text, Predicate<String> isKnown, Set<String> found) {
        StringBuilder value = new StringBuilder(LONGEST);
        int end = Math.min(text.length(), start + 3 * LONGEST);
        for (int i = start; i < end && value.length() < LONGEST; i++) {
            char c = text.charAt(i);
            if (isDigit(c) || isCapital(c)) {
                value.append(c);
                if (!isWord(text, i + 1)) {
                    add(value.toString(), isKnown, found);
                    if (isMarked(text, i + 1)) {
                        add(value + "-", isKnown, found);
                    }
                }
            } else if (JOINTS.indexOf(c) < 0) {
                return;
            }
        }
    }

    /** Whether a minus sign stands there for a check digit. */
    private boolean isMarked(String text, int index) {
        return scheme == ReferenceScheme.KID_MOD11 && index < text.length() && text.charAt(index) == '-';
    }

    private void add(String value, Predicate<String> isKnown, Set<String> found) {
        String canonical = canonical(value);
        if (isKnown.test(canonical) || isOwnForm(canonical)) {
            found.add(canonical);
        }
    }

    private static boolean isWord(String text, int index) {
        return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }

    private static String compact(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        text.toUpperCase(Locale.ROOT).chars().filter(c -> " -/".indexOf(c) < 0).forEach(c -> compact.append((char) c));
        return compact.toString();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isCapital(int c) {
        return c >= 'A' && c <= 'Z';
    }
}
