package io.receivables.core.reference;

import io.receivables.core.Problem;
import io.receivables.core.internal.Checks;
import java.util.Objects;
import java.util.Optional;

/**
 * An international bank account number (ISO 13616): the country, two check digits and the account in the country's own structure.
 * It is checked modulo 97 and against the structure that the country has registered; whether the account exists is another
 * question.
 *
 * @param value the electronic form: no spaces, capital letters
 */
public record Iban(String value) {
    private static final int HEAD = 4;
    private static final int COUNTRY = 2;
    private static final int GREATEST_CHECK = 98;
    private static final int CLEARING_NUMBER = 5;
    private static final int FIRST_QR = 30000;
    private static final int LAST_QR = 31999;

    /**
     * An IBAN, with or without spaces.
     *
     * @throws IllegalArgumentException if it is none; {@link #check} says so without an exception
     */
    public Iban {
        Objects.requireNonNull(value, "value");
        String text = value;
        Optional<Problem> problem = check(text);
        Checks.that(problem.isEmpty(), () -> problem.orElseThrow().toString());
        value = Characters.compact(text);
    }

    /**
     * The IBAN of a text that holds nothing else; spaces do not count, and letters may be lower-case.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong
     */
    public static Iban parse(String text) {
        return new Iban(text);
    }

    /**
     * The IBAN of a country's account number: the check digits are added.
     *
     * @param country such as DE
     * @param bban the account in the country's own structure
     * @throws IllegalArgumentException if the country or the structure does not fit; the message says what is wrong
     */
    public static Iban of(String country, String bban) {
        String code = Characters.compact(country);
        String account = Characters.compact(bban);
        // other signs are refused with a message of their own, which needs no check digits
        boolean canBeCounted = (code + account).chars().allMatch(Characters::isLetterOrDigit);
        String check = canBeCounted ? checkDigits(account + code) : "00";
        return new Iban(code + check + account);
    }

    /** Whether a text is an IBAN: country, length, structure and check digits fit. */
    public static boolean isValid(String text) {
        return check(text).isEmpty();
    }

    /** What is wrong with a text as an IBAN, such as which check digits would fit; empty if it is one. */
    public static Optional<Problem> check(String text) {
        String value = Characters.compact(text);
        if (value.isEmpty()) {
            return Optional.of(Problem.of(ReferenceProblem.IBAN_EMPTY));
        }
        for (int i = 0; i < value.length(); i++) {
            if (!Characters.isLetterOrDigit(value.charAt(i))) {
                return Optional.of(problem(ReferenceProblem.IBAN_SIGN, text)
                        .at(
                                ReferenceProblem.FOUND,
                                Characters.shown(value.codePointAt(i)),
                                ReferenceProblem.POSITION,
                                i + 1));
            }
        }
        String country = value.substring(0, Math.min(COUNTRY, value.length()));
        String structure = IbanStructures.of(country);
        if (structure.isEmpty()) {
            return Optional.of(problem(ReferenceProblem.IBAN_COUNTRY, text).at(ReferenceProblem.FOUND, country));
        }
        if (value.length() != HEAD + structure.length()) {
            return Optional.of(problem(ReferenceProblem.IBAN_LENGTH, text)
                    .at(
                            "country",
                            country,
                            ReferenceProblem.EXPECTED,
                            HEAD + structure.length(),
                            ReferenceProblem.FOUND,
                            value.length()));
        }
        String expected = country + "nn" + structure;
        for (int i = COUNTRY; i < value.length(); i++) {
            if (!IbanStructures.fits(expected.charAt(i), value.charAt(i))) {
                return Optional.of(problem(ReferenceProblem.IBAN_STRUCTURE, text)
                        .at(
                                "country",
                                country,
                                ReferenceProblem.FOUND,
                                Characters.shown(value.codePointAt(i)),
                                ReferenceProblem.POSITION,
                                i + 1,
                                ReferenceProblem.EXPECTED,
                                expected.charAt(i)));
            }
        }
        String moved = value.substring(HEAD) + country;
        String check = value.substring(COUNTRY, HEAD);
        if (Characters.mod97(moved + check) != 1) {
            return Optional.of(problem(ReferenceProblem.IBAN_CHECK_DIGITS, text)
                    .at(ReferenceProblem.EXPECTED, checkDigits(moved), ReferenceProblem.FOUND, check));
        }
        return Optional.empty();
    }

    private static String checkDigits(String bbanAndCountry) {
        return Characters.twoDigits(GREATEST_CHECK - Characters.mod97(bbanAndCountry + "00"));
    }

    private static Problem problem(ReferenceProblem code, String text) {
        return Problem.of(code, Problem.VALUE, Characters.shown(text));
    }

    /** The ISO 3166 code of the country; XK for Kosovo. */
    public String country() {
        return value.substring(0, COUNTRY);
    }

    /** The account in the country's own structure, which names the bank as well. */
    public String bban() {
        return value.substring(HEAD);
    }

    /** Whether it is a Swiss or Liechtenstein QR-IBAN, whose clearing number lies between 30000 and 31999. */
    public boolean isQrIban() {
        if (!isSwiss()) {
            return false;
        }
        int clearingNumber = Integer.parseInt(bban().substring(0, CLEARING_NUMBER));
        return clearingNumber >= FIRST_QR && clearingNumber <= LAST_QR;
    }

    /** Whether it is of Switzerland or Liechtenstein. */
    boolean isSwiss() {
        return country().equals("CH") || country().equals("LI");
    }

    /** In groups of four, as it is printed. */
    public String printed() {
        return Characters.grouped(value, 0, HEAD);
    }
}
