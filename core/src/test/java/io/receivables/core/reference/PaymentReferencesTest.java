package io.receivables.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentReferencesTest {
    private static final PaymentReference RF = ReferenceScheme.RF.make("539007547034");
    private static final PaymentReference OGM = ReferenceScheme.OGM.make("0108068171");
    private static final PaymentReference QRR = ReferenceScheme.QRR.make("21000000000313947143000901");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RF18539007547034",
                "Payment RF18 5390 0754 7034 thanks",
                "rf18539007547034",
                "SVWZ+RF18539007547034",
                "/REMI/RF18539007547034/EREF/",
                "(RF18 5390 0754 7034).",
                "RF18 5390 07\r\n54 7034",
                "RF18\u00a05390\u00a00754\u00a07034",
                "ref. RF 18 5390 0754 7034",
                "RF18539007547034, invoice 7, RF18 5390 0754 7034",
                "RF RF18539007547034",
                "RF18, RF18539007547034",
            })
    void rf_references_are_found_however_they_are_written(String text) {
        assertThat(PaymentReferences.in(text)).containsExactly(RF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "RF",
                "RF18",
                "RF17539007547034",
                "RF18-5390-0754-7034",
                "XRF18539007547034",
                "1RF18539007547034",
                "\u00e9RF18539007547034",
                "RF18539007547034X",
                "RF18539007547034\u00e9",
                "RF18 5390 0754 703\u0664",
                "R F18539007547034",
                "Invoice 2026-001, thank you",
            })
    void what_does_not_fit_is_not_found(String text) {
        assertThat(PaymentReferences.in(text)).isEmpty();
    }

    @Test
    void the_longest_reference_is_found_and_one_more_character_is_too_many() {
        PaymentReference longest = ReferenceScheme.RF.make("Z".repeat(21));

        assertThat(PaymentReferences.in("x " + longest.printed() + " y")).contains(longest);
        assertThat(PaymentReferences.in(longest.value() + "Z")).isEmpty();
        assertThat(PaymentReferences.in("RF72 YW")).containsExactly(ReferenceScheme.RF.make("YW"));
        assertThat(PaymentReferences.in("RF741 ")).containsExactly(ReferenceScheme.RF.make("1"));
    }

    @Test
    void all_readings_are_given_where_a_reference_could_end_after_more_than_one_word() {
        PaymentReference one = ReferenceScheme.RF.make("1");
        // the check digits 74 fit 1 and, somewhere among the numbers of two digits, 1nn
        List<PaymentReference> longer = List.of(PaymentReference.parse(ReferenceScheme.RF, "RF741" + suffix()), one);

        assertThat(PaymentReferences.in("RF74 1 " + suffix())).containsExactlyInAnyOrderElementsOf(longer);
    }

    private static String suffix() {
        for (int i = 0; i < 1000; i++) {
            if (ReferenceScheme.RF.isValid("RF741" + i)) {
                return String.valueOf(i);
            }
        }
        throw new AssertionError("no number below 1000 fits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+++010/8068/17183+++",
                "paid ***010/8068/17183*** today",
                "010/8068/17183",
                "+++ 010 / 8068 / 17183 +++",
                "+++010806817183+++",
                "***010 8068 17183***",
                "+++010/8068/\r\n17183+++",
                "VCS:010/8068/17183.",
            })
    void belgian_references_are_found_by_their_decoration(String text) {
        assertThat(PaymentReferences.in(text)).containsExactly(OGM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010806817183",
                "+++010/8068/17184+++",
                "1010/8068/17183",
                "010/8068/171831",
                "++010806817183++",
                "+++010806817183",
                "2010/010/8068/17183",
                "010/8068/17183/1",
                "+++\u0661\u0660\u0660/8068/17183+++",
                "+++010/   8068/17183+++",
            })
    void other_numbers_are_no_belgian_references(String text) {
        assertThat(PaymentReferences.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "210000000003139471430009017",
                "QRR 21 00000 00003 13947 14300 09017 Zahlung",
                "Rechnung 123 210000000003139471430009017",
                "21 00000 00003\n13947 14300 09017",
            })
    void swiss_references_are_found_by_their_27_digits(String text) {
        assertThat(PaymentReferences.in(text)).containsExactly(QRR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "210000000003139471430009018",
                "21000000000313947143000901",
                "2100000000031394714300090170",
                "a210000000003139471430009017",
                "2100 0000 0003 1394 7143 0009 017",
                "21-00000-00003-13947-14300-09017",
            })
    void other_numbers_are_no_swiss_references(String text) {
        assertThat(PaymentReferences.in(text)).isEmpty();
    }

    @Test
    void marks_that_close_one_reference_may_open_the_next() {
        // the check digits of the first number do not fit
        assertThat(PaymentReferences.in("+++000000000000+++010806817183+++")).containsExactly(OGM);
        assertThat(PaymentReferences.in("***000/0000/00101***010806817183***"))
                .containsExactly(ReferenceScheme.OGM.make("0000000001"), OGM);
    }

    @Test
    void references_of_several_schemes_are_found_together_each_once() {
        String text = QRR.printed() + "; " + OGM.printed() + "; " + RF.printed() + "; " + OGM.value() + OGM.printed();

        assertThat(PaymentReferences.in(text)).containsExactly(RF, OGM, QRR);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> PaymentReferences.in(text).clear());
    }

    /** What makes careless patterns and nested loops go back and forth; quadratic work would take hours. */
    @ParameterizedTest
    @CsvSource({
        "'RF '",
        "'RF18 '",
        "RF",
        "'R'",
        "' '",
        "'RF18 5390 0754 7034 '",
        "0",
        "'0 '",
        "'00 00000 00000 '",
        "010/8068/",
        "/",
        "+++",
        "+++010",
        "'+++ 010 / 8068 / 17183'",
        "***",
        "'\u00a0'",
    })
    void the_work_grows_with_the_text_only(String part) {
        String hostile = part.repeat(500_000 / part.length());

        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(PaymentReferences.in(hostile)).hasSizeLessThan(20));
    }
}
