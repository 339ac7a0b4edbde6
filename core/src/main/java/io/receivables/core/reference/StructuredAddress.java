package io.receivables.core.reference;

import io.receivables.core.internal.Checks;
import java.util.Objects;

/**
 * A name and an address in parts, with the lengths of ISO 20022. Absent parts are empty.
 *
 * @param name of 1 to 70 characters
 * @param street of up to 70, without the number
 * @param buildingNumber of up to 16
 * @param postalCode of 1 to 16, without the country
 * @param town of 1 to 35
 * @param country an ISO 3166 code of two capital letters
 */
public record StructuredAddress(
        String name, String street, String buildingNumber, String postalCode, String town, String country) {
    private static final int NAME = 70;
    private static final int STREET = 70;
    private static final int NUMBER = 16;
    private static final int POSTAL_CODE = 16;
    private static final int TOWN = 35;

    /**
     * An address.
     *
     * @throws IllegalArgumentException if a part is missing, too long or has a line break; the message names it
     */
    public StructuredAddress {
        Fields.required(name, "name", NAME);
        Fields.optional(street, "street", STREET);
        Fields.optional(buildingNumber, "buildingNumber", NUMBER);
        Fields.required(postalCode, "postalCode", POSTAL_CODE);
        Fields.required(town, "town", TOWN);
        Objects.requireNonNull(country, "country");
        String code = country;
        Checks.that(
                code.length() == 2 && code.chars().allMatch(Characters::isUpper),
                () -> "country \"" + Characters.shown(code) + "\" is no code of two capital letters such as CH");
    }
}
