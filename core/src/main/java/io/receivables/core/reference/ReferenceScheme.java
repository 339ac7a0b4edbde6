package io.receivables.core.reference;

import io.receivables.core.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A way of writing payment references that machines can check.
 *
 * <p>In texts that are checked, spaces do not count, nor do the signs that decorate {@link #OGM}; letters may be lower-case.
 * Digits are 0 to 9, whatever else Unicode has.
 *
 * <p>Whether a reference is valid says how much it can be trusted. In real statements many do not fit their check digits: such a
 * text is less likely to be a reference of the scheme, but never a reason to leave a payment aside.
 */
public enum ReferenceScheme {
    /**
     * The creditor reference of ISO 11649: RF, two check digits, 1 to 21 letters and digits. The reference followed by RF and
     * the check digits, with A=10 … Z=35, leaves 1 modulo 97.
     */
    RF("RF", 1, 21, 2) {
        @Override
        String checkOf(String base) {
            return Characters.twoDigits(98 - Characters.mod97(base + PREFIX + "00"));
        }

        @Override
        boolean fits(String base, String check) {
            return Characters.mod97(base + PREFIX + check) == 1;
        }

        @Override
        String join(String base, String check) {
            return PREFIX + check + base;
        }

        @Override
        String baseOf(String value) {
            return value.substring(HEAD);
        }

        @Override
        String checkIn(String value) {
            return value.substring(PREFIX.length(), HEAD);
        }

        @Override
        IntPredicate signs() {
            return Characters::isLetterOrDigit;
        }

        @Override
        boolean begins(String value) {
            return value.startsWith(PREFIX)
                    && value.substring(PREFIX.length(), Math.min(HEAD, value.length()))
                            .chars()
                            .allMatch(Characters::isDigit);
        }

        @Override
        String printed(String value) {
            return Characters.grouped(value, 0, 4);
        }
    },

    /**
     * The structured communication of Belgian transfers (OGM, VCS): 10 digits and that number modulo 97, in which 97 stands for
     * 0. Printed {@code +++ddd/dddd/ddddd+++}.
     */
    OGM("OGM", 10, 10, 2) {
        @Override
        String checkOf(String base) {
            int remainder = Characters.mod97(base);
            return Characters.twoDigits(remainder == 0 ? 97 : remainder);
        }

        @Override
        String decoration() {
            return "+*/";
        }

        @Override
        String printed(String value) {
            return "+++" + value.substring(0, 3) + "/" + value.substring(3, 7) + "/" + value.substring(7) + "+++";
        }
    },

    /**
     * The QR reference of Swiss payments: 26 digits and one by modulo 10, recursive. It only goes with a {@link
     * Iban#isQrIban() QR-IBAN}.
     */
    QRR("QRR", 26, 26, 1) {
        @Override
        String checkOf(String base) {
            int carry = 0;
            for (int i = 0; i < base.length(); i++) {
                carry = digit(RECURSIVE, (carry + digit(base, i)) % 10);
            }
            return String.valueOf((10 - carry) % 10);
        }

        @Override
        String printed(String value) {
            return fromTheRight(value);
        }
    },

    /**
     * The reference number of Finnish payments (viitenumero): 3 to 19 digits and one by the weights 7, 3, 1 from the right. In
     * Finland it is also the base of an {@link #RF}.
     */
    FI("FI", 3, 19, 1) {
        @Override
        String checkOf(String base) {
            return String.valueOf((10 - weighted(base, "731") % 10) % 10);
        }

        @Override
        String printed(String value) {
            return fromTheRight(value);
        }
    },

    /** The customer identification of Norwegian payments (KID) of 2 to 25 digits, the last one by modulo 10 (Luhn). */
    KID_MOD10("KID_MOD10", 1, 24, 1) {
        @Override
        String checkOf(String base) {
            int sum = 0;
            for (int i = 0; i < base.length(); i++) {
                int digit = digit(base, base.length() - 1 - i);
                int product = i % 2 == 0 ? 2 * digit : digit;
                sum += product / 10 + product % 10;
            }
            return String.valueOf((10 - sum % 10) % 10);
        }
    },

    /**
     * The customer identification of Norwegian payments (KID) of 2 to 25 characters, the last one by modulo 11 with the weights 2
     * to 7 from the right: a digit, or a minus sign for 10.
     */
    KID_MOD11("KID_MOD11", 1, 24, 1) {
        @Override
        String checkOf(String base) {
            int check = 11 - weighted(base, "234567") % 11;
            if (check == 10) {
                return "-";
            }
            return check == 11 ? "0" : String.valueOf(check);
        }

        @Override
        boolean mayEndIn(char c) {
            return c == '-';
        }
    };

    private static final String PREFIX = "RF";
    private static final int HEAD = 4;
    private static final int GROUP = 5;
    private static final String RECURSIVE = "0946827135";

    private final String code;
    private final int leastBase;
    private final int mostBase;
    private final int checkLength;

    ReferenceScheme(String code, int leastBase, int mostBase, int checkLength) {
        this.code = code;
        this.leastBase = leastBase;
        this.mostBase = mostBase;
        this.checkLength = checkLength;
    }

    /** The name that is stored. */
    public String code() {
        return code;
    }

    /**
     * The scheme of a {@link #code()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ReferenceScheme ofCode(String code) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reference scheme \"" + Characters.shown(code)
                        + "\" is unknown: use one of "
                        + Arrays.stream(values()).map(ReferenceScheme::code).toList()));
    }

    /**
     * The reference with a base of one's own, such as an invoice number: the check digits are added. Spaces do not count.
     *
     * @param base letters and digits for {@link #RF}, digits for the others
     * @throws IllegalArgumentException if the base has other signs, or too few or too many; nothing is filled or cut
     */
    public PaymentReference make(String base) {
        String compact = Characters.compact(base);
        for (int i = 0; i < compact.length(); i++) {
            if (!signs().test(compact.charAt(i))) {
                throw new IllegalArgumentException("base \"" + Characters.shown(base) + "\" of a reference " + code
                        + " has the sign " + Characters.shown(compact.codePointAt(i)) + ": only "
                        + (signs().test('A') ? "A to Z and 0 to 9" : "0 to 9") + " can be used");
            }
        }
        if (compact.length() < leastBase || compact.length() > mostBase) {
            throw new IllegalArgumentException(
                    "base \"" + Characters.shown(base) + "\" of a reference " + code + " has "
                            + compact.length() + " characters: " + range(leastBase, mostBase)
                            + " are needed; fill it with zeros on the left or use another number");
        }
        return new PaymentReference(this, join(compact, checkOf(compact)));
    }

    /**
     * The same as {@link #make} with zeros on the left of a base that is too short: 7 and {@link #OGM} make 0000000007 and its
     * check digits.
     */
    public PaymentReference makeFilled(String base) {
        String compact = Characters.compact(base);
        // an empty base is no number, not zero
        return make(compact.isEmpty() ? base : "0".repeat(Math.max(0, leastBase - compact.length())) + compact);
    }

    /** Whether a text is a reference of this scheme: its length, its signs and its check digits fit. */
    public boolean isValid(String text) {
        return check(text).isEmpty();
    }

    /** What is wrong with a text as a reference of this scheme, such as which check digits would fit; empty if it is one. */
    public Optional<Problem> check(String text) {
        String value = electronic(text);
        if (value.isEmpty()) {
            return Optional.of(problem(ReferenceProblem.EMPTY, text));
        }
        for (int i = 0; i < value.length(); i++) {
            boolean isLast = i == value.length() - 1;
            if (!signs().test(value.charAt(i)) && !(isLast && mayEndIn(value.charAt(i)))) {
                return Optional.of(problem(ReferenceProblem.SIGN, text)
                        .at(
                                ReferenceProblem.FOUND,
                                Characters.shown(value.codePointAt(i)),
                                ReferenceProblem.POSITION,
                                i + 1,
                                ReferenceProblem.EXPECTED,
                                signs().test('A') ? "letters" : "digits"));
            }
        }
        if (!begins(value)) {
            return Optional.of(problem(ReferenceProblem.NO_PREFIX, text));
        }
        int least = join("", "").length() + leastBase + checkLength;
        int most = least - leastBase + mostBase;
        if (value.length() < least || value.length() > most) {
            return Optional.of(problem(ReferenceProblem.LENGTH, text)
                    .at(ReferenceProblem.EXPECTED, range(least, most), ReferenceProblem.FOUND, value.length()));
        }
        String base = baseOf(value);
        String check = checkIn(value);
        if (!fits(base, check)) {
            return Optional.of(problem(ReferenceProblem.CHECK_DIGITS, text)
                    .at(ReferenceProblem.EXPECTED, checkOf(base), ReferenceProblem.FOUND, check));
        }
        return Optional.empty();
    }

    /** What machines exchange: without spaces and decoration, in upper case. */
    String electronic(String text) {
        return Characters.compact(text, decoration());
    }

    /** As it is printed on a letter. */
    String printed(String value) {
        return value;
    }

    // ---- what schemes differ in

    abstract String checkOf(String base);

    boolean fits(String base, String check) {
        return checkOf(base).equals(check);
    }

    String join(String base, String check) {
        return base + check;
    }

    String baseOf(String value) {
        return value.substring(0, value.length() - checkLength);
    }

    String checkIn(String value) {
        return value.substring(value.length() - checkLength);
    }

    IntPredicate signs() {
        return Characters::isDigit;
    }

    boolean begins(String value) {
        return true;
    }

    boolean mayEndIn(char c) {
        return false;
    }

    String decoration() {
        return "";
    }

    private Problem problem(ReferenceProblem code, String text) {
        return Problem.of(code, ReferenceProblem.SCHEME, this.code, Problem.VALUE, Characters.shown(text));
    }

    private static String range(int least, int most) {
        return least == most ? String.valueOf(least) : least + "–" + most;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    /** The sum of digits times weights, which are used from the right and begin again. */
    private static int weighted(String digits, String weights) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += digit(digits, digits.length() - 1 - i) * digit(weights, i % weights.length());
        }
        return sum;
    }

    private static String fromTheRight(String value) {
        return Characters.grouped(value, value.length() % GROUP, GROUP);
    }
}
