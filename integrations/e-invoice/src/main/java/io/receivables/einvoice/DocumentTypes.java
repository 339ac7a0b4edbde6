package io.receivables.einvoice;

import io.receivables.core.FactKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the document types of EN 16931 (BT-3, a part of UNTDID 1001) are to a ledger. Left out are types that ask for no
 * payment (325 pro forma invoice, 130 data sheet, 553 discrepancy report, …) and those of which it is not plain who owes
 * whom (457, 458: reversals).
 */
final class DocumentTypes {
    /** Replaces or adjusts an earlier invoice, and does not say which. */
    static final Set<String> CORRECTED = Set.of("384", "471", "472", "473");

    static final String INVOICE = "380";
    static final String CREDIT_NOTE = "381";

    private static final Map<String, FactKind> KINDS = kinds();

    private DocumentTypes() {}

    private static Map<String, FactKind> kinds() {
        Map<String, FactKind> kinds = new HashMap<>();
        put(
                kinds,
                FactKind.INVOICE,
                "71 82 202 203 204 211 218 219 295 326 331 380 382 384 385 386 387 388 389 390 393 394 395"
                        + " 471 472 473 500 501 575 623 633 751 780 875 876 877");
        put(kinds, FactKind.DEBIT_NOTE, "80 84 383 527");
        put(kinds, FactKind.CREDIT_NOTE, "81 83 261 262 296 308 381 396 420 502 503 532");
        return Map.copyOf(kinds);
    }

    private static void put(Map<String, FactKind> kinds, FactKind kind, String codes) {
        for (String code : codes.split(" ", -1)) {
            kinds.put(code, kind);
        }
    }

    /** What a positive total of this type is; empty for a type that is not read. */
    static Optional<FactKind> kind(String code) {
        return Optional.ofNullable(KINDS.get(code));
    }

    /** What it is with a total of this sign: below zero it is the opposite. */
    static FactKind kind(FactKind ofPositive, int sign) {
        if (sign >= 0) {
            return ofPositive;
        }
        return ofPositive == FactKind.CREDIT_NOTE ? FactKind.DEBIT_NOTE : FactKind.CREDIT_NOTE;
    }
}
