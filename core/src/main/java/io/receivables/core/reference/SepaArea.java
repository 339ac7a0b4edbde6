package io.receivables.core.reference;

import java.util.Set;

/** Where SEPA credit transfers go, by the country of the IBAN (EPC409-09, list of SEPA scheme countries, 2025). */
final class SepaArea {
    /** The European Economic Area: a transfer needs no BIC. */
    private static final Set<String> ECONOMIC_AREA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private static final Set<String> BEYOND =
            Set.of("AD", "AL", "CH", "GB", "GG", "GI", "IM", "JE", "MC", "MD", "ME", "MK", "RS", "SM", "VA");

    private SepaArea() {}

    static boolean has(Iban iban) {
        return isEconomicArea(iban) || BEYOND.contains(iban.country());
    }

    static boolean isEconomicArea(Iban iban) {
        return ECONOMIC_AREA.contains(iban.country());
    }
}
