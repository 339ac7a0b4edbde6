package io.receivables.statements;

import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.LineKind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the type codes of BAI2 mean, as far as it matters. Many banks use a few general ones and say the rest in the text. */
final class Bai2Codes {
    /** Ledger balances, and what is available or is so now; all other status and summary codes are passed over. */
    static final Map<String, BankBalance.Type> BALANCES = Map.of(
            "010", BankBalance.Type.OPENING,
            "015", BankBalance.Type.CLOSING,
            "040", BankBalance.Type.OPENING_AVAILABLE,
            "045", BankBalance.Type.AVAILABLE,
            "060", BankBalance.Type.AVAILABLE);

    /**
     * Items that came back: by electronic data interchange, in the clearing house as a settlement and one by one, a cheque, a
     * rejected one, any.
     */
    private static final Set<String> RETURNS =
            Set.of("123", "168", "255", "257", "261", "266", "423", "468", "555", "557", "561", "566");

    /** Those of them in the automated clearing house of the United States. */
    private static final Set<String> CLEARED = Set.of("168", "257", "468", "557");

    /** The bank takes back what it booked, or booked wrongly, or a cheque that it paid. */
    private static final Set<String> REVERSALS = Set.of("252", "254", "258", "395", "552", "554", "558");

    /** Codes of single items by instrument, credits and then debits; of all others the instrument is not known. */
    private static final Map<LineKind, Set<String>> KINDS = Map.of(
            LineKind.TRANSFER, // data interchange, clearing house, real time, wires, book transfers, standing ones
            codes("121 122 142 143 145 158 164 165 169 191 195 196 201 206 208 216 227 275 277"
                    + " 421 422 445 447 458 462 464 491 493 495 496 501 506 508 516 527 575 577"),
            LineKind.DIRECT_DEBIT,
            codes("451 455"),
            LineKind.CHEQUE, // lockboxes, deposits, drafts, cash letters
            codes("115 116 175 176 184 187 221 222 255 395 435 472 474 475 484 487 522 555"),
            LineKind.CARD,
            codes("147"),
            LineKind.CASH, // machines, cash centres, currency and coin
            codes("295 353 366 595 629 666"),
            LineKind.INTEREST,
            codes("346 354 359 654 659"),
            LineKind.CHARGES, // a refund of them; for an overdraft, a return item, account analysis; others
            codes("398 564 567 661 698"));

    /** Any credit and any debit; miscellaneous ones. */
    private static final Set<String> GENERAL = Set.of("108", "399", "409", "699");

    private static final Pattern RETURNED_CHEQUE =
            Pattern.compile("RETURNED (CHEQUE|CHECK|ITEM)\\b(?!.*CHRG|.*CHARGE|.*FEE).*");
    private static final Pattern SERVICE_CHARGE = Pattern.compile(".*\\bSERVICE (CHRG|CHARGE)\\b.*");

    private Bai2Codes() {}

    private static Set<String> codes(String separatedByBlanks) {
        return Set.of(separatedByBlanks.split(" "));
    }

    /** By what instrument money moved; of an item with a general code the text says it, if anything does. */
    static LineKind kind(String type, String text) {
        if (GENERAL.contains(type)) {
            String upper = text.toUpperCase(Locale.ROOT);
            if (RETURNED_CHEQUE.matcher(upper).matches()) {
                return LineKind.CHEQUE;
            }
            return SERVICE_CHARGE.matcher(upper).matches() ? LineKind.CHARGES : LineKind.OTHER;
        }
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().contains(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(LineKind.OTHER);
    }

    static boolean isReturn(String type, String text) {
        return RETURNS.contains(type)
                || (GENERAL.contains(type)
                        && RETURNED_CHEQUE
                                .matcher(text.toUpperCase(Locale.ROOT))
                                .matches());
    }

    /** Whether what came back did so in the automated clearing house. */
    static boolean isCleared(String type) {
        return CLEARED.contains(type);
    }

    static boolean isReversal(String type) {
        return REVERSALS.contains(type);
    }

    /** Whether a field is a type code: three digits. */
    static boolean isCode(String field) {
        return field.length() == 3 && MtValues.isDigits(field);
    }

    /**
     * Whether an item came in (codes 100 to 399, and 920 to 959 of the bank's own) or went out (400 to 699, and 960 to 999): 1 or
     * -1; 0 for any other code.
     */
    static int sign(String type) {
        int code = isCode(type) ? Integer.parseInt(type) : 0;
        if ((code >= 100 && code < 400) || (code >= 920 && code < 960)) {
            return 1;
        }
        return (code >= 400 && code < 700) || code >= 960 ? -1 : 0;
    }
}
