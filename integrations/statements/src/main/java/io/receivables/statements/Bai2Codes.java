package io.receivables.statements;

import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.LineKind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the type codes of BAI2 mean, as far as it matters. Many banks use a few general ones and say the rest in the text. */
final class Bai2Codes {
    /** Ledger and available balances; all other status and summary codes are passed over. */
    static final Map<String, BankBalance.Type> BALANCES = Map.of(
            "010", BankBalance.Type.OPENING,
            "015", BankBalance.Type.CLOSING,
            "040", BankBalance.Type.OPENING_AVAILABLE,
            "045", BankBalance.Type.AVAILABLE);

    /** Items that came back: a cheque, an ACH item, a rejected one, any; credits, then debits. */
    private static final Set<String> RETURNS = Set.of("255", "257", "261", "266", "555", "557", "561", "566");

    /** The bank takes back what it booked. */
    private static final Set<String> REVERSALS = Set.of("252", "258", "552", "558");

    private static final Map<String, LineKind> KINDS = Map.ofEntries(
            Map.entry("142", LineKind.TRANSFER),
            Map.entry("195", LineKind.TRANSFER),
            Map.entry("206", LineKind.TRANSFER),
            Map.entry("208", LineKind.TRANSFER),
            Map.entry("275", LineKind.TRANSFER),
            Map.entry("447", LineKind.TRANSFER),
            Map.entry("495", LineKind.TRANSFER),
            Map.entry("506", LineKind.TRANSFER),
            Map.entry("508", LineKind.TRANSFER),
            Map.entry("575", LineKind.TRANSFER),
            Map.entry("451", LineKind.DIRECT_DEBIT),
            Map.entry("455", LineKind.DIRECT_DEBIT),
            Map.entry("115", LineKind.CHEQUE),
            Map.entry("175", LineKind.CHEQUE),
            Map.entry("255", LineKind.CHEQUE),
            Map.entry("475", LineKind.CHEQUE),
            Map.entry("555", LineKind.CHEQUE),
            Map.entry("354", LineKind.INTEREST),
            Map.entry("654", LineKind.INTEREST),
            Map.entry("567", LineKind.CHARGES),
            Map.entry("661", LineKind.CHARGES),
            Map.entry("698", LineKind.CHARGES));

    /** Any credit and any debit. */
    private static final Set<String> GENERAL = Set.of("108", "409");

    private static final Pattern RETURNED_CHEQUE =
            Pattern.compile("RETURNED (CHEQUE|CHECK|ITEM)\\b(?!.*CHRG|.*CHARGE|.*FEE).*");
    private static final Pattern SERVICE_CHARGE = Pattern.compile(".*\\bSERVICE (CHRG|CHARGE)\\b.*");

    private Bai2Codes() {}

    /** By what instrument money moved; of an item with a general code the text says it, if anything does. */
    static LineKind kind(String type, String text) {
        if (GENERAL.contains(type)) {
            String upper = text.toUpperCase(Locale.ROOT);
            if (RETURNED_CHEQUE.matcher(upper).matches()) {
                return LineKind.CHEQUE;
            }
            return SERVICE_CHARGE.matcher(upper).matches() ? LineKind.CHARGES : LineKind.OTHER;
        }
        return KINDS.getOrDefault(type, LineKind.OTHER);
    }

    static boolean isReturn(String type, String text) {
        return RETURNS.contains(type)
                || (GENERAL.contains(type)
                        && RETURNED_CHEQUE
                                .matcher(text.toUpperCase(Locale.ROOT))
                                .matches());
    }

    static boolean isReversal(String type) {
        return REVERSALS.contains(type);
    }

    /** Whether an item came in (codes 100 to 399) or went out (400 to 699): 1 or -1; 0 for any other code. */
    static int sign(String type) {
        if (type.length() != 3 || !MtValues.isDigits(type)) {
            return 0;
        }
        int hundreds = type.charAt(0) - '0';
        return hundreds >= 1 && hundreds <= 3 ? 1 : hundreds >= 4 && hundreds <= 6 ? -1 : 0;
    }
}
