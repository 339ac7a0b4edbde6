package io.receivables.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceSchemeTest {

    // ---- check digits, with their arithmetic

    @ParameterizedTest
    @CsvSource({
        // 1 RF00 = 1 27 15 00; 1271500 mod 97 = 24; 98 - 24 = 74
        "RF, 1, RF741",
        // 0 27 15 00; 271500 mod 97 = 94; 98 - 94 = 04, two digits
        "RF, 0, RF040",
        "RF, 2348236, RF332348236",
        // zeros on the left count
        "RF, 000123, RF78000123",
        // A=10 1 B=11 2 C=12 3
        "RF, A1B2C3, RF47A1B2C3",
        "RF, a1b2c3, RF47A1B2C3",
        // 35 x 10^6 + 271500 mod 97 = 69; 98 - 69 = 29
        "RF, z, RF29Z",
        "RF, 123456789012345678901, RF40123456789012345678901",
        // python-stdnum's example
        "RF, 539007547034, RF18539007547034",
        // 0108068171 = 97 x 1114104 + 83
        "OGM, 0108068171, 010806817183",
        // 97 = 97 x 1 + 0, and 0 is written 97
        "OGM, 0000000097, 000000009797",
        "OGM, 0000000194, 000000019497",
        "OGM, 0000000001, 000000000101",
        "OGM, 0000000096, 000000009696",
        // SIX, Implementation Guidelines QR-bill
        "QRR, 21000000000313947143000901, 210000000003139471430009017",
        // 0 + 1 -> T[1] = 9; (10 - 9) = 1
        "QRR, 00000000000000000000000001, 000000000000000000000000011",
        "QRR, 00000000000000000000000000, 000000000000000000000000000",
        "QRR, 99999999999999999999999999, 999999999999999999999999992",
        // 4x7 + 3x3 + 2x1 + 1x7 = 46; 50 - 46 = 4
        "FI, 1234, 12344",
        // 6x7 + 5x3 + 4x1 + 3x7 + 2x3 + 1x1 = 89; 90 - 89 = 1
        "FI, 123456, 1234561",
        "FI, 23409678, 234096783",
        // 0x7 + 0x3 + 0x1 + 1x7 = 7; 10 - 7 = 3
        "FI, 1000, 10003",
        // 0x7 + 1x3 + 1x1 ... = 110: 0x7 + 1x3 + 1x1 = 4; 10 - 4 = 6
        "FI, 110, 1106",
        // 0x7 + 0x3 + 0x1 = 0; (10 - 0) mod 10 = 0
        "FI, 000, 0000",
        // 4x2 + 3 + 2x2 + 1 = 16; 20 - 16 = 4
        "KID_MOD10, 1234, 12344",
        // 7x2 = 14 -> 1 + 4; 6; 5x2 = 10 -> 1 + 0; 4; 3x2 = 6; 2: 5 + 6 + 1 + 4 + 6 + 2 = 24; 30 - 24 = 6
        "KID_MOD10, 234567, 2345676",
        "KID_MOD10, 0, 00",
        // 5x2 = 10 -> 1; 10 - 1 = 9
        "KID_MOD10, 5, 59",
        // 4x2 + 3x3 + 2x4 + 1x5 = 30; 30 mod 11 = 8; 11 - 8 = 3
        "KID_MOD11, 1234, 12343",
        // 3x2 + 2x3 = 12; 12 mod 11 = 1; 11 - 1 = 10, written -
        "KID_MOD11, 23, 23-",
        // 4x2 + 1x3 = 11; 0; 11 - 0 = 11, written 0
        "KID_MOD11, 14, 140",
        "KID_MOD11, 28, 280",
        // the seventh digit has weight 2 again: 1x2 = 2; 11 - 2 = 9
        "KID_MOD11, 1000000, 10000009",
        "KID_MOD11, 123456789012345678901234, 1234567890123456789012341",
    })
    void a_base_gets_its_check_digits(ReferenceScheme scheme, String base, String value) {
        PaymentReference made = scheme.make(base);

        assertThat(made).isEqualTo(new PaymentReference(scheme, value));
        assertThat(made.value()).isEqualTo(value);
        assertThat(scheme.isValid(value)).isTrue();
    }

    // ---- printed form

    @ParameterizedTest
    @CsvSource({
        "RF, RF18539007547034, RF18 5390 0754 7034",
        "RF, RF185390075470Y, RF18 5390 0754 70Y",
        "RF, RF741, RF74 1",
        "OGM, 010806817183, +++010/8068/17183+++",
        "QRR, 210000000003139471430009017, 21 00000 00003 13947 14300 09017",
        "FI, 12344, 12344",
        "FI, 1106, 1106",
        "FI, 234096783, 2340 96783",
        "FI, 1234561, 12 34561",
        "FI, 0000000000, 00000 00000",
        "KID_MOD10, 2345676, 2345676",
        "KID_MOD11, 23-, 23-",
    })
    void a_reference_is_printed_as_its_country_does(ReferenceScheme scheme, String value, String printed) {
        PaymentReference reference = PaymentReference.parse(scheme, value);

        assertThat(reference.printed()).isEqualTo(printed);
        assertThat(PaymentReference.parse(scheme, printed)).isEqualTo(reference);
    }

    // ---- what is read

    @ParameterizedTest
    @CsvSource({
        "RF, rf18539007547034",
        "RF, 'RF18 5390 0754 7034'",
        "RF, ' R F185390 07547034 '",
        "RF, RF185390075470y",
        "RF, RF72YW",
        "RF, RF7812345",
        "OGM, 010676609538",
        "OGM, ***010/8068/17183***",
        "OGM, '+++ 010 / 8068 / 17183 +++'",
        "OGM, 010/8068/17183",
        "QRR, '21 00000 00003 13947 14300 09017'",
        "FI, 2340 96783",
        "KID_MOD11, 2 3 -",
    })
    void spaces_case_and_decoration_do_not_count(ReferenceScheme scheme, String text) {
        assertThat(scheme.check(text)).isEmpty();
        assertThat(PaymentReference.parse(scheme, text).value()).matches("[A-Z0-9]+-?");
    }

    @ParameterizedTest
    @ValueSource(chars = {' ', '\u00a0', '\u2007', '\u2009', '\u202f'})
    void the_spaces_of_print_are_spaces(char space) {
        assertThat(ReferenceScheme.FI.isValid("2340" + space + "96783")).isTrue();
    }

    // ---- what is wrong

    @ParameterizedTest
    @CsvSource({
        "RF, '', EMPTY",
        "RF, '   ', EMPTY",
        "OGM, '+++//+++', EMPTY",
        "KID_MOD11, '', EMPTY",
        "RF, RF18-5390, SIGN",
        "RF, RF18+539007547034, SIGN",
        "OGM, 0108O6817183, SIGN",
        "OGM, '010.8068.17183', SIGN",
        "FI, 12A4561, SIGN",
        "FI, 1234-, SIGN",
        "QRR, '21-00000-00003-13947-14300-09017', SIGN",
        "KID_MOD10, 23-, SIGN",
        "KID_MOD11, -, LENGTH",
        "KID_MOD11, 2-3, SIGN",
        "KID_MOD11, 23--, SIGN",
        "KID_MOD11, 12A, SIGN",
        "KID_MOD10, +12344, SIGN",
        // other scripts' digits and letters that look right: Arabic-Indic, full-width, Cyrillic, an undotted i, a long
        // s
        "FI, \u0661\u0662\u0663\u0664\u0664, SIGN",
        "FI, \uff11\uff12\uff13\uff14\uff14, SIGN",
        "KID_MOD10, 1234\u0664, SIGN",
        "RF, RF18539007547\u0660\u0663\u0664, SIGN",
        "RF, \u0420F18539007547034, SIGN",
        "RF, RF47\u0131, SIGN",
        "RF, RF47\u017f, SIGN",
        "RF, 18539007547034, NO_PREFIX",
        "RF, FR18539007547034, NO_PREFIX",
        "RF, RFA8539007547034, NO_PREFIX",
        "RF, RF1A539007547034, NO_PREFIX",
        "RF, R, NO_PREFIX",
        "RF, RF, LENGTH",
        "RF, RF1, LENGTH",
        "RF, RF18, LENGTH",
        "RF, RF17539007547034, CHECK_DIGITS",
        // Finnish camt.053 sample
        "RF, RF98123456789012, CHECK_DIGITS",
        // the check digits fit, the length does not
        "RF, RF191234567890123456789012, LENGTH",
        "OGM, 01080681718, LENGTH",
        "OGM, 0108068171833, LENGTH",
        // 0 must be written 97
        "OGM, 000000009700, CHECK_DIGITS",
        "QRR, 10000000003139471430009017, LENGTH",
        "QRR, 0210000000003139471430009017, LENGTH",
        "QRR, 120000000003139471430009017, CHECK_DIGITS",
        "FI, 000, LENGTH",
        "FI, 000000000000000000000, LENGTH",
        "FI, 1234562, CHECK_DIGITS",
        "KID_MOD10, 0, LENGTH",
        "KID_MOD10, 11111111111111111111111112, LENGTH",
        // EN 16931 sample
        "KID_MOD10, 0003434323213231, CHECK_DIGITS",
        "KID_MOD11, 0003434323213231, CHECK_DIGITS",
        "KID_MOD11, 230, CHECK_DIGITS",
        "KID_MOD11, 14-, CHECK_DIGITS",
        "KID_MOD11, 12345678901234567890123451, LENGTH",
    })
    void a_text_that_does_not_fit_is_told_why(ReferenceScheme scheme, String text, ReferenceProblem code) {
        assertThat(scheme.check(text)).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.attribute(ReferenceProblem.SCHEME)).isEqualTo(scheme.code());
        });
        assertThat(scheme.isValid(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentReference.parse(scheme, text))
                .withMessageStartingWith(code.id());
    }

    static Stream<List<String>> messages() {
        return Stream.of(
                List.of(
                        "RF",
                        "",
                        "RF reference is empty: give it as it is printed on the invoice",
                        "référence RF\u00a0: elle est vide ; saisissez-la telle qu’elle est imprimée sur la facture"),
                List.of(
                        "RF",
                        "RF18-5390",
                        "RF reference \"RF18-5390\" has - as character 5, spaces not counted: it is made of letters A to Z and digits 0 to 9",
                        "référence RF «\u00a0RF18-5390\u00a0»\u00a0: le caractère 5, sans compter les espaces, est - ; elle se compose de lettres de A à Z et de chiffres de 0 à 9"),
                List.of(
                        "OGM",
                        "01 0\u0668",
                        "Belgian reference (OGM) \"01 0\u0668\" has U+0668 as character 4, spaces not counted: it is made of digits 0 to 9",
                        "référence belge (OGM) «\u00a001 0\u0668\u00a0»\u00a0: le caractère 4, sans compter les espaces, est U+0668 ; elle se compose de chiffres de 0 à 9"),
                List.of(
                        "FI",
                        "000",
                        "Finnish reference number \"000\" is 3 long, spaces not counted: it needs 4–20 characters",
                        "référence finlandaise «\u00a0000\u00a0»\u00a0: sa longueur est de 3, sans compter les espaces ; il faut 4–20 caractères"),
                List.of(
                        "QRR",
                        "1",
                        "Swiss QR reference \"1\" is 1 long, spaces not counted: it needs 27 characters",
                        "référence QR suisse «\u00a01\u00a0»\u00a0: sa longueur est de 1, sans compter les espaces ; il faut 27 caractères"),
                List.of(
                        "RF",
                        "R18",
                        "RF reference \"R18\" does not begin with RF and two digits: give it as it is printed on the invoice",
                        "référence RF «\u00a0R18\u00a0»\u00a0: elle ne commence pas par RF et deux chiffres ; saisissez-la telle qu’elle est imprimée sur la facture"),
                List.of(
                        "RF",
                        "RF17539007547034",
                        "RF reference \"RF17539007547034\" has the check digits 17 where 18 would fit: look for a typing mistake",
                        "référence RF «\u00a0RF17539007547034\u00a0»\u00a0: sa clé est 17, alors que 18 conviendrait ; cherchez une faute de frappe"),
                List.of(
                        "KID_MOD11",
                        "230",
                        "KID with modulo 11 \"230\" has the check digits 0 where - would fit: look for a typing mistake",
                        "référence KID modulo 11 «\u00a0230\u00a0»\u00a0: sa clé est 0, alors que - conviendrait ; cherchez une faute de frappe"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_problem_names_value_and_fix_in_both_languages(List<String> texts) {
        assertThat(ReferenceScheme.ofCode(texts.get(0)).check(texts.get(1))).hasValueSatisfying(problem -> {
            assertThat(problem.message()).isEqualTo(texts.get(2));
            assertThat(problem.message(Locale.CANADA_FRENCH)).isEqualTo(texts.get(3));
            assertThat(problem.isError()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(ReferenceScheme.class)
    void hostile_texts_are_refused_and_not_repeated(ReferenceScheme scheme) {
        String endless = "1".repeat(1_000_000);

        assertThat(scheme.check(endless))
                .hasValueSatisfying(problem ->
                        assertThat(problem.message()).hasSizeLessThan(300).contains("1".repeat(60) + "…"));
        assertThat(scheme.check("+".repeat(100_000))).isPresent();
        assertThat(scheme.check("\ud83d\ude00")).isPresent();
        assertThat(scheme.check("\ud83d")).isPresent();
        assertThat(scheme.check("null")).isPresent();
        assertThat(scheme.check("\u0000")).isPresent();
        assertThat(scheme.check("1\n2")).isPresent();
    }

    // ---- bases

    @ParameterizedTest
    @CsvSource({
        "RF, 1, 21",
        "OGM, 10, 10",
        "QRR, 26, 26",
        "FI, 3, 19",
        "KID_MOD10, 1, 24",
        "KID_MOD11, 1, 24",
    })
    void a_base_has_a_least_and_a_greatest_length(ReferenceScheme scheme, int least, int most) {
        String shortest = "1".repeat(least);
        String longest = "1".repeat(most);

        assertThat(scheme.isValid(scheme.make(shortest).value())).isTrue();
        assertThat(scheme.isValid(scheme.make(longest).value())).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scheme.make("1".repeat(least - 1)))
                .withMessageContaining("has " + (least - 1) + " characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scheme.make("1".repeat(most + 1)))
                .withMessageContaining("has " + (most + 1) + " characters");
    }

    @Test
    void a_base_with_other_signs_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceScheme.OGM.make("01080A8171"))
                .withMessage("base \"01080A8171\" of a reference OGM has the sign A: only 0 to 9 can be used");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceScheme.RF.make("F-1001"))
                .withMessage("base \"F-1001\" of a reference RF has the sign -: only A to Z and 0 to 9 can be used");
        assertThatIllegalArgumentException().isThrownBy(() -> ReferenceScheme.KID_MOD11.make("12-"));
        assertThatIllegalArgumentException().isThrownBy(() -> ReferenceScheme.FI.make("12\u0663"));
    }

    @Test
    void a_short_base_is_filled_with_zeros_on_request_only() {
        assertThat(ReferenceScheme.OGM.makeFilled("1081")).isEqualTo(ReferenceScheme.OGM.make("0000001081"));
        assertThat(ReferenceScheme.QRR.makeFilled("7")).isEqualTo(ReferenceScheme.QRR.make("0".repeat(25) + "7"));
        assertThat(ReferenceScheme.FI.makeFilled("7")).isEqualTo(ReferenceScheme.FI.make("007"));
        assertThat(ReferenceScheme.RF.makeFilled("7")).isEqualTo(ReferenceScheme.RF.make("7"));
        assertThatIllegalArgumentException().isThrownBy(() -> ReferenceScheme.OGM.makeFilled(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceScheme.OGM.makeFilled("12345678901"))
                .withMessageContaining("10 are needed");
    }

    /** ISO 7064 compares remainders: 01 and 98 are the same modulo 97. What is made has 02 to 98. */
    @Test
    void check_digits_are_compared_modulo_97() {
        // 54 27 15 00 mod 97 = 0; 98 - 0 = 98
        assertThat(ReferenceScheme.RF.make("54").value()).isEqualTo("RF9854");
        assertThat(ReferenceScheme.RF.isValid("RF0154")).isTrue();
        assertThat(ReferenceScheme.RF.isValid("RF0054")).isFalse();
    }

    @Test
    void long_texts_are_cut_and_signs_that_cannot_be_seen_are_numbered() {
        String sixty = "1".repeat(60);
        assertThat(ReferenceScheme.OGM.check(sixty).orElseThrow().attribute("value"))
                .isEqualTo(sixty);
        assertThat(ReferenceScheme.OGM.check(sixty + "2").orElseThrow().attribute("value"))
                .isEqualTo(sixty + "…");
        assertThat(ReferenceScheme.OGM.check("~").orElseThrow().attribute("found"))
                .isEqualTo("~");
        assertThat(ReferenceScheme.OGM.check("!").orElseThrow().attribute("found"))
                .isEqualTo("!");
        assertThat(ReferenceScheme.OGM.check("\u007f").orElseThrow().attribute("found"))
                .isEqualTo("U+007F");
        assertThat(ReferenceScheme.OGM.check("\t").orElseThrow().attribute("found"))
                .isEqualTo("U+0009");
        assertThat(ReferenceScheme.OGM.check("\ud83d\ude00").orElseThrow().attribute("found"))
                .isEqualTo("U+1F600");
    }

    // ---- several schemes

    @Test
    void a_text_is_recognised_as_all_that_it_fits() {
        assertThat(PaymentReference.recognise("12344")).containsExactly(ReferenceScheme.FI, ReferenceScheme.KID_MOD10);
        assertThat(PaymentReference.recognise("RF18 5390 0754 7034")).containsExactly(ReferenceScheme.RF);
        assertThat(PaymentReference.recognise("+++010/8068/17183+++")).containsExactly(ReferenceScheme.OGM);
        assertThat(PaymentReference.recognise("23-")).containsExactly(ReferenceScheme.KID_MOD11);
        assertThat(PaymentReference.recognise("Invoice F-1001")).isEmpty();
        assertThat(PaymentReference.recognise("")).isEmpty();
        // zeros fit whatever has no other rule
        assertThat(PaymentReference.recognise("0000"))
                .isEqualTo(EnumSet.of(ReferenceScheme.FI, ReferenceScheme.KID_MOD10, ReferenceScheme.KID_MOD11));
    }

    @Test
    void codes_are_pinned() {
        assertThat(Stream.of(ReferenceScheme.values()).map(ReferenceScheme::code))
                .containsExactly("RF", "OGM", "QRR", "FI", "KID_MOD10", "KID_MOD11");
        assertThat(ReferenceScheme.ofCode("QRR")).isEqualTo(ReferenceScheme.QRR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceScheme.ofCode("ESR"))
                .withMessage(
                        "reference scheme \"ESR\" is unknown: use one of [RF, OGM, QRR, FI, KID_MOD10, KID_MOD11]");
    }
}
