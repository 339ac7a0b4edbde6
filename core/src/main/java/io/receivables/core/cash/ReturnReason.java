package io.receivables.core.cash;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why money came back, as a code of some scheme, and what to do about it.
 *
 * <p>The codes are those of the ISO 20022 external code set as SEPA direct debits and transfers use them, of Payments Canada's
 * Standard 005, and of the Nacha rules. What to do about each is a default of this library, drawn from what the code means and from
 * what processors of these payments publish; no scheme rules it. A code that is not known here keeps its text, and its advice is
 * {@link ReturnAdvice#INVESTIGATE}.
 */
public final class ReturnReason {
    /** Whose codes they are. {@link #code()} is the pinned text. */
    public enum Scheme {
        /** ISO 20022 external return reason codes, such as {@code AM04}. */
        ISO_20022("iso-20022"),
        /** Payments Canada, Standard 005, such as {@code 901}. */
        CANADA_AFT("canada-aft"),
        /** US automated clearing house, such as {@code R01}. */
        US_ACH("us-ach"),
        /** A bank's own code or text. */
        PROPRIETARY("proprietary");

        private final String code;

        Scheme(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Countries whose banks say MS03 where they may not say AM04, for reasons of data protection. */
    private static final Set<String> MS03_IS_AM04 = Set.of("AT", "BE", "DE", "LU", "SK");

    private static final Map<String, ReturnAdvice> ISO = advices(
            Map.entry(ReturnAdvice.REPRESENT_LATER, "AM04"),
            Map.entry(ReturnAdvice.REPRESENT_AFTER_FIX, "MD02 AC13 AG02 BE05 RC01 RR01 RR02 RR03 FF01 FF05 DT01 AM10"),
            Map.entry(ReturnAdvice.NEW_ACCOUNT, "AC01 AC04 CNOR DNOR AG01"),
            Map.entry(ReturnAdvice.NEW_MANDATE, "MD01"),
            Map.entry(ReturnAdvice.CONTACT_PAYER, "MS02 MD06 AC06 SL01 MS03"),
            Map.entry(ReturnAdvice.CHECK_FOR_DUPLICATE, "AM05"),
            Map.entry(ReturnAdvice.STOP, "MD07 RR04"));

    private static final Map<String, ReturnAdvice> AFT = advices(
            Map.entry(ReturnAdvice.REPRESENT_LATER, "901 908"),
            Map.entry(ReturnAdvice.NEW_ACCOUNT, "902 905 907 909 912"),
            Map.entry(ReturnAdvice.NEW_MANDATE, "915 917 920"),
            Map.entry(ReturnAdvice.CONTACT_PAYER, "903 911 914 916 918 919 921"),
            Map.entry(ReturnAdvice.STOP, "910"));

    private static final Map<String, ReturnAdvice> ACH = advices(
            Map.entry(ReturnAdvice.REPRESENT_LATER, "R01 R09"),
            Map.entry(ReturnAdvice.NEW_ACCOUNT, "R02 R03 R04 R12 R20"),
            Map.entry(ReturnAdvice.NEW_MANDATE, "R05 R07 R10 R11 R29"),
            Map.entry(ReturnAdvice.CONTACT_PAYER, "R08 R16"),
            Map.entry(ReturnAdvice.CHECK_FOR_DUPLICATE, "R24"),
            Map.entry(ReturnAdvice.STOP, "R14 R15"));

    private final Scheme scheme;
    private final String code;

    private ReturnReason(Scheme scheme, String code) {
        this.scheme = Objects.requireNonNull(scheme, "scheme");
        this.code = Objects.requireNonNull(code, "code");
    }

    /** A code of a scheme, as it came; an unknown one too. */
    public static ReturnReason of(Scheme scheme, String code) {
        return new ReturnReason(scheme, code.strip());
    }

    /** An ISO 20022 code, as it came. */
    public static ReturnReason iso(String code) {
        return of(Scheme.ISO_20022, code);
    }

    /** Money came back and nobody said why. */
    public static ReturnReason notStated() {
        return of(Scheme.PROPRIETARY, "");
    }

    public Scheme scheme() {
        return scheme;
    }

    /** The code as it came; empty when nothing was stated. */
    public String code() {
        return code;
    }

    /** What to do, where the payer's country is not known. */
    public ReturnAdvice advice() {
        return switch (scheme) {
            case ISO_20022 -> ISO.getOrDefault(code, ReturnAdvice.INVESTIGATE);
            case CANADA_AFT -> AFT.getOrDefault(code, ReturnAdvice.INVESTIGATE);
            case US_ACH -> ACH.getOrDefault(code, ReturnAdvice.INVESTIGATE);
            case PROPRIETARY -> ReturnAdvice.INVESTIGATE;
        };
    }

    /**
     * What to do about a payer whose account is in a country: in some, MS03 ("not specified") stands for lack of money.
     *
     * @param country two letters, such as the first two of an IBAN
     */
    public ReturnAdvice advice(String country) {
        return scheme == Scheme.ISO_20022 && code.equals("MS03") && MS03_IS_AM04.contains(country)
                ? ReturnAdvice.REPRESENT_LATER
                : advice();
    }

    @SafeVarargs
    private static Map<String, ReturnAdvice> advices(Map.Entry<ReturnAdvice, String>... rows) {
        Map<String, ReturnAdvice> advices = new TreeMap<>();
        for (Map.Entry<ReturnAdvice, String> row : rows) {
            for (String code : row.getValue().split(" ", -1)) {
                advices.put(code, row.getKey());
            }
        }
        return advices;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReturnReason that && scheme == that.scheme && code.equals(that.code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scheme, code);
    }

    @Override
    public String toString() {
        return "ReturnReason[" + scheme.code() + " " + code + "]";
    }
}
