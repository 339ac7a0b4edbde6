package io.receivables.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import net.codecrete.qrbill.generator.Payments;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class ReferenceSchemeProperties {

    /** A reference of digits, with the place where its base begins. */
    record Made(PaymentReference reference, int base, int length) {}

    @Provide
    Arbitrary<Made> references() {
        return Arbitraries.of(ReferenceScheme.class).flatMap(scheme -> {
            int least = least(scheme);
            int most = most(scheme);
            Arbitrary<String> bases =
                    Arbitraries.strings().numeric().ofMinLength(least).ofMaxLength(most);
            return Combinators.combine(Arbitraries.just(scheme), bases)
                    .as((each, base) -> new Made(each.make(base), each == ReferenceScheme.RF ? 4 : 0, base.length()));
        });
    }

    private static int least(ReferenceScheme scheme) {
        return switch (scheme) {
            case OGM -> 10;
            case QRR -> 26;
            case FI -> 3;
            case RF, KID_MOD10, KID_MOD11 -> 1;
        };
    }

    private static int most(ReferenceScheme scheme) {
        return switch (scheme) {
            case OGM -> 10;
            case QRR -> 26;
            case FI -> 19;
            case RF -> 21;
            case KID_MOD10, KID_MOD11 -> 24;
        };
    }

    @Property
    void what_is_made_is_valid_and_survives_printing(@ForAll("references") Made made) {
        PaymentReference reference = made.reference();

        assertThat(reference.scheme().check(reference.value())).isEmpty();
        assertThat(PaymentReference.parse(reference.scheme(), reference.printed()))
                .isEqualTo(reference);
        assertThat(PaymentReference.recognise(reference.printed())).contains(reference.scheme());
    }

    /** Holds for all schemes: 97 and 11 are prime, and the other weights and tables are one-to-one modulo 10. */
    @Property(tries = 2000)
    void one_digit_changed_for_another_is_always_noticed(
            @ForAll("references") Made made,
            @ForAll @IntRange(max = 26) int place,
            @ForAll @IntRange(max = 9) int digit) {
        String value = made.reference().value();
        Assume.that(place < value.length() && Characters.isDigit(value.charAt(place)));
        String changed = value.substring(0, place) + digit + value.substring(place + 1);

        assertThat(made.reference().scheme().isValid(changed)).isEqualTo(changed.equals(value));
    }

    /**
     * Two neighbours of the base exchanged: always noticed by RF, OGM (97 divides no 9 x 10^n) and KID_MOD11 (neighbours' weights
     * differ); not by FI where they differ by 5, since 2, 4 and 6 times 5 end in 0; not by KID_MOD10 for 0 and 9; not by QRR where
     * they meet as 4 and 7 on the way through the table, which is 10 of 450 pairs and carries.
     */
    @Property(tries = 2000)
    void neighbours_exchanged_are_noticed_where_the_scheme_can(
            @ForAll("references") Made made, @ForAll @IntRange(max = 24) int index) {
        Assume.that(index + 1 < made.length());
        String value = made.reference().value();
        int place = made.base() + index;
        char one = value.charAt(place);
        char other = value.charAt(place + 1);
        Assume.that(one != other);
        String changed = value.substring(0, place) + other + one + value.substring(place + 2);
        ReferenceScheme scheme = made.reference().scheme();
        int difference = Math.abs(one - other);

        boolean isMissed = (scheme == ReferenceScheme.FI && difference == 5)
                || (scheme == ReferenceScheme.KID_MOD10 && difference == 9)
                || (scheme == ReferenceScheme.QRR
                        && isMissedByTheTable(value.substring(0, place), one - '0', other - '0'));
        assertThat(scheme.isValid(changed)).isEqualTo(isMissed);
    }

    /** After a carry c, the digits a and b are exchanged unnoticed where c + a and c + b end in 4 and 7. */
    private static boolean isMissedByTheTable(String before, int one, int other) {
        int carry = 0;
        for (int i = 0; i < before.length(); i++) {
            carry = "0946827135".charAt((carry + before.charAt(i) - '0') % 10) - '0';
        }
        return Set.of((carry + one) % 10, (carry + other) % 10).equals(Set.of(4, 7));
    }

    // ---- another implementation

    @Property
    void creditor_references_are_those_of_the_qr_bill_library(
            @ForAll
                    @StringLength(min = 1, max = 21)
                    @CharRange(from = '0', to = '9')
                    @CharRange(from = 'A', to = 'Z')
                    @CharRange(from = 'a', to = 'z')
                    String base) {
        PaymentReference made = ReferenceScheme.RF.make(base);

        assertThat(made.value())
                .isEqualTo(Payments.createISO11649Reference(base).toUpperCase(Locale.ROOT));
        assertThat(Payments.isValidISO11649Reference(made.value())).isTrue();
    }

    @Property
    void qr_references_are_those_of_the_qr_bill_library(
            @ForAll @StringLength(min = 1, max = 26) @CharRange(from = '0', to = '9') String base) {
        PaymentReference made = ReferenceScheme.QRR.makeFilled(base);

        assertThat(made.value()).isEqualTo(Payments.createQRReference(base));
        assertThat(made.printed()).isEqualTo(Payments.formatQRReferenceNumber(made.value()));
    }

    @Property
    void digits_are_qr_references_where_the_qr_bill_library_says_so(
            @ForAll @StringLength(min = 26, max = 28) @CharRange(from = '0', to = '9') String digits) {
        assertThat(ReferenceScheme.QRR.isValid(digits)).isEqualTo(Payments.isValidQRReference(digits));
    }
}
