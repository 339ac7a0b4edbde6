package io.receivables.core.reference;

/** IBANs with the check digits that their account numbers need. */
final class IbanSamples {
    private IbanSamples() {}

    static Iban with(String country, String bban) {
        return Iban.parse(text(country, bban));
    }

    static String text(String country, String bban) {
        return country + Characters.twoDigits(98 - Characters.mod97(bban + country + "00")) + bban;
    }
}
