package io.receivables.core.reference;

/** Numbers whose check digits fit, whatever else is wrong with them. */
final class IbanSamples {
    private IbanSamples() {}

    static String text(String country, String bban) {
        return country + Characters.twoDigits(98 - Characters.mod97(bban + country + "00")) + bban;
    }
}
