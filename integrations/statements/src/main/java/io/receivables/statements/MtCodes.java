package io.receivables.statements;

import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.ReturnReason;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the codes of a booking mean: the transaction types of SWIFT's {@code :61:}, and the three digits of the German banking
 * industry's list of business transactions.
 */
final class MtCodes {
    /** Direct debits, cheques and cards that came back to who had presented them; transfers that came back to the payer. */
    private static final Set<String> RETURNS = Set.of("009", "108", "109", "110", "111", "159", "160", "181", "184");

    /** What a bank writes of a return that has no code. */
    private static final Pattern RETURN_IN_WORDS =
            Pattern.compile("(?iu)(?:r(?:ü|ue)cklast|retoure|r(?:ü|ue)ck(?:ü|ue)berw)");

    /** Several orders in one booking. */
    private static final Set<String> SUMS = Set.of("079", "188", "189", "191", "192", "194", "195", "196", "197");

    private static final String CANCELLED = "899";

    private static final Map<String, LineKind> GERMAN = kinds(
            Map.entry(
                    LineKind.TRANSFER,
                    "020 051 116 117 118 119 152 153 154 156 159 160 166 167 168 169 177 188 189 191 194"),
            Map.entry(LineKind.DIRECT_DEBIT, "005 071 104 105 107 108 109 171 174 181 184 192 193 195 196 197"),
            Map.entry(LineKind.CARD, "106 110"),
            Map.entry(LineKind.CHEQUE, "101 102 111 170"),
            Map.entry(LineKind.CASH, "082 083"),
            Map.entry(LineKind.INTEREST, "814"),
            Map.entry(LineKind.CHARGES, "805 806 807 808 809 835"));

    private static final Map<String, LineKind> SWIFT = kinds(
            Map.entry(LineKind.TRANSFER, "TRF STO"),
            Map.entry(LineKind.DIRECT_DEBIT, "DDT"),
            Map.entry(LineKind.CHEQUE, "CHK TCK CLR"),
            Map.entry(LineKind.INTEREST, "INT"),
            Map.entry(LineKind.CHARGES, "CHG COM BRF"));

    private static final String RETURNED_ITEM = "RTI";

    private static final Pattern ISO =
            Pattern.compile("[A-Z]{2}\\d{2}|CNOR|DNOR|NARR|FOCR|DUPL|TECH|FRAD|CUST|AGNT|UPAY");

    /** Where German banks repeat the code in the text. */
    private static final Pattern IN_TEXT =
            Pattern.compile("(?iu:r(?:ü|ue)ckgabegrund):?\\s?([A-Z]{2}\\d{2})(?![A-Za-z0-9])");

    private MtCodes() {}

    /** By what instrument money moved: the German code says it more closely than the type. */
    static LineKind kind(String type, MtDetails details) {
        LineKind german = GERMAN.get(details.transaction);
        if (german != null) {
            return german;
        }
        return details.kind != LineKind.OTHER ? details.kind : SWIFT.getOrDefault(withoutOrigin(type), LineKind.OTHER);
    }

    static boolean isReturn(String type, MtDetails details) {
        return details.returned != null
                || RETURNS.contains(details.transaction)
                || withoutOrigin(type).equals(RETURNED_ITEM)
                || (details.transaction.isEmpty()
                        && !details.bankText.isEmpty()
                        && RETURN_IN_WORDS.matcher(details.bankText.get(0)).lookingAt());
    }

    static boolean isCancelled(MtDetails details) {
        return details.transaction.equals(CANCELLED);
    }

    static boolean isSum(MtDetails details) {
        return SUMS.contains(details.transaction);
    }

    static ReturnReason reason(MtDetails details) {
        String code = details.returned;
        if (code != null) {
            return ISO.matcher(code).matches()
                    ? ReturnReason.iso(code)
                    : ReturnReason.of(ReturnReason.Scheme.PROPRIETARY, code);
        }
        Matcher inText = IN_TEXT.matcher(String.join("", details.text));
        if (inText.find()) {
            return ReturnReason.iso(inText.group(1));
        }
        String iso = GermanTextKeys.iso(details.key);
        return iso == null ? ReturnReason.of(ReturnReason.Scheme.PROPRIETARY, details.key) : ReturnReason.iso(iso);
    }

    /** The last three signs of a type: the first says by what it was ordered. */
    private static String withoutOrigin(String type) {
        return type.isEmpty() ? "" : type.substring(1);
    }

    @SafeVarargs
    private static Map<String, LineKind> kinds(Map.Entry<LineKind, String>... rows) {
        Map<String, LineKind> kinds = new TreeMap<>();
        for (Map.Entry<LineKind, String> row : rows) {
            for (String code : row.getValue().split(" ", -1)) {
                kinds.put(code, row.getKey());
            }
        }
        return kinds;
    }
}
