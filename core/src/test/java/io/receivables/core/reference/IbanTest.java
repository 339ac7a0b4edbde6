package io.receivables.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    /** The examples of the registry and of national banks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BE72000000001616",
                "DE33 1002 0500 0001 1947 00",
                "NL91ABNA0417164300",
                "GB82WEST12345698765432",
                "CH9300762011623852957",
                "AT611904300234573201",
                "MT84MALT011000012345MTLCAST001S",
                "NO9386011117947",
                "FI2112345600000785",
                "ES9121000418450200051332",
                "FR1420041010050500013M02606",
                "IT60X0542811101000000123456",
                "LU280019400644750000",
                "LI21088100002324013AA",
                "MU17BOMM0101101030300200000MUR",
                "TR330006100519786457841326",
                "UA213223130000026007233566001",
                "PK36SCBL0000001123456702",
                "BR1800360305000010009795493C1",
                "SC18SSCB11010000000000001497USD",
                "LC55HEMM000100010012001200023015",
                "XK051212012345678906",
                "de33 1002 0500 0001 1947 00",
            })
    void published_ibans_are_valid(String text) {
        assertThat(Iban.check(text)).isEmpty();
        assertThat(Iban.isValid(text)).isTrue();
        assertThat(Iban.parse(Iban.parse(text).printed())).isEqualTo(Iban.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'', IBAN_EMPTY",
        "' ', IBAN_EMPTY",
        "D, IBAN_COUNTRY",
        "DE, IBAN_LENGTH",
        "DE3, IBAN_LENGTH",
        "1234567890, IBAN_COUNTRY",
        "XX33100205000001194700, IBAN_COUNTRY",
        "US33100205000001194700, IBAN_COUNTRY",
        "DE33-1002-0500-0001-1947-00, IBAN_SIGN",
        "DE33100205000001194\u0667\u0660\u0660, IBAN_SIGN",
        "GB82WE\u0160T12345698765432, IBAN_SIGN",
        // two digits exchanged
        "DE33100205000001197400, IBAN_CHECK_DIGITS",
        // modulo 97 fits, one digit short and one too many
        "DE2610020500000119470, IBAN_LENGTH",
        "DE331002050000011947000, IBAN_LENGTH",
        "BE33100205000001194700, IBAN_LENGTH",
        "DEA3100205000001194700, IBAN_STRUCTURE",
        "DE3A100205000001194700, IBAN_STRUCTURE",
        "DE33X00205000001194700, IBAN_STRUCTURE",
        "DE3310020500000119470X, IBAN_STRUCTURE",
        "GB821EST12345698765432, IBAN_STRUCTURE",
        "GB82WES112345698765432, IBAN_STRUCTURE",
        "GB82WESTA2345698765432, IBAN_STRUCTURE",
    })
    void a_text_that_is_no_iban_is_told_why(String text, ReferenceProblem code) {
        assertThat(Iban.check(text))
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(code));
        assertThatIllegalArgumentException().isThrownBy(() -> Iban.parse(text)).withMessageStartingWith(code.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the IBAN is empty: give it with its country and check digits"
                        + " | l’IBAN est vide ; saisissez-le avec son pays et sa clé",
                "DE-3 | IBAN \"DE-3\" has - as character 3, spaces not counted: it is made of letters A to Z and digits 0 to 9"
                        + " | IBAN «~DE-3~»~: le caractère 3, sans compter les espaces, est - ; il se compose de lettres de A à Z"
                        + " et de chiffres de 0 à 9",
                "US12 | IBAN \"US12\" begins with US, a country that has no IBAN: it begins with a country such as DE"
                        + " | IBAN «~US12~»~: il commence par US, pays sans IBAN ; il commence par un pays tel que FR",
                "DE12 | IBAN \"DE12\" has 4 characters, spaces not counted: one of DE has 22"
                        + " | IBAN «~DE12~»~: il a 4 caractères, sans compter les espaces ; ceux du pays DE en ont 22",
                "DE33 X002 0500 0001 1947 00 | IBAN \"DE33 X002 0500 0001 1947 00\" has X as character 5, spaces not counted: one"
                        + " of DE has a digit there"
                        + " | IBAN «~DE33 X002 0500 0001 1947 00~»~: le caractère 5, sans compter les espaces, est X ; ceux du pays"
                        + " DE y ont un chiffre",
                "NL911BNA0417164300 | IBAN \"NL911BNA0417164300\" has 1 as character 5, spaces not counted: one"
                        + " of NL has a letter there"
                        + " | IBAN «~NL911BNA0417164300~»~: le caractère 5, sans compter les espaces, est 1 ; ceux du pays"
                        + " NL y ont une lettre",
                "DE34100205000001194700 | IBAN \"DE34100205000001194700\" has the check digits 34 where 33 would fit: look for a"
                        + " typing mistake"
                        + " | IBAN «~DE34100205000001194700~»~: sa clé est 34, alors que 33 conviendrait ; cherchez une faute de frappe",
            })
    void a_problem_names_value_and_fix_in_both_languages(String text, String english, String french) {
        assertThat(Iban.check(text)).hasValueSatisfying(problem -> {
            assertThat(problem.message()).isEqualTo(english);
            assertThat(problem.message(Locale.FRENCH)).isEqualTo(french.replace('~', '\u00a0'));
        });
    }

    @Test
    void an_iban_has_parts() {
        Iban iban = Iban.parse("gb82 west 1234 5698 7654 32");

        assertThat(iban.value()).isEqualTo("GB82WEST12345698765432");
        assertThat(iban.country()).isEqualTo("GB");
        assertThat(iban.bban()).isEqualTo("WEST12345698765432");
        assertThat(iban.printed()).isEqualTo("GB82 WEST 1234 5698 7654 32");
        assertThat(iban).isEqualTo(new Iban("GB82WEST12345698765432"));
    }

    @Test
    void an_account_number_gets_its_check_digits() {
        // 000000001616 11 14 00 mod 97 = 26; 98 - 26 = 72
        assertThat(Iban.of("BE", "000000001616").value()).isEqualTo("BE72000000001616");
        assertThat(Iban.of("gb", "west 1234 5698 7654 32").value()).isEqualTo("GB82WEST12345698765432");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Iban.of("US", "1"))
                .withMessageStartingWith("RCV-REFERENCE-013");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Iban.of("BE", "00000000161"))
                .withMessageStartingWith("RCV-REFERENCE-014");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Iban.of("BE", "0000-0001616"))
                .withMessageStartingWith("RCV-REFERENCE-012");
    }

    @ParameterizedTest
    @CsvSource({
        "CH, 29999, false",
        "CH, 30000, true",
        "CH, 31999, true",
        "CH, 32000, false",
        "LI, 30000, true",
        "LI, 32000, false",
    })
    void a_qr_iban_has_a_clearing_number_from_30000_to_31999(String country, String number, boolean isQr) {
        assertThat(Iban.of(country, number + "000000000000").isQrIban()).isEqualTo(isQr);
    }

    @Test
    void numbers_of_other_countries_are_no_qr_ibans() {
        // the same first five digits of a Lithuanian account
        assertThat(Iban.of("LT", "3100000000000000").isQrIban()).isFalse();
    }

    // ---- BIC

    @ParameterizedTest
    @ValueSource(strings = {"DEUTDEFF", "deutdeff500", "DEUT DE FF", "BNPAFRPPXXX", "1234DE56"})
    void eight_or_eleven_characters_are_a_bic(String text) {
        assertThat(Bic.check(text)).isEmpty();
        assertThat(Bic.parse(text).value()).matches("[A-Z0-9]{8,11}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DEUTDEF",
                "DEUTDEFF5",
                "DEUTDEFF50",
                "DEUTDEFF5000",
                "DEUT1EFF",
                "DEUTD1FF",
                "DEUTDE-F",
                "D\u0415UTDEFF"
            })
    void another_shape_is_no_bic(String text) {
        assertThat(Bic.check(text))
                .hasValueSatisfying(
                        problem -> assertThat(problem.message(Locale.FRENCH))
                                .isEqualTo(
                                        "BIC «\u00a0" + text
                                                + "\u00a0»\u00a0: il n’a pas la forme voulue ; il compte 8 ou 11 lettres et chiffres, comme BNPAFRPP"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bic.parse(text))
                .withMessage("RCV-REFERENCE-021: BIC \"" + text
                        + "\" does not have the shape of one: it needs 8 or 11 letters and digits, such as DEUTDEFF");
    }
}
