package io.receivables.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.codecrete.qrbill.generator.Payments;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;
import org.iban4j.bban.BbanStructure;

/** Account numbers of every country, compared with another implementation's. */
class IbanProperties {
    /** Countries in the registry that the other implementation does not have. */
    private static final Set<String> NEWER = Set.of("FK", "HN", "MN", "NI", "SO", "YE");

    /** Countries whose structure the other implementation has otherwise than the registry. */
    private static final Set<String> OTHERWISE = Set.of("MU", "PK", "TR", "UA");

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static Set<String> countries() {
        Set<String> countries = new TreeSet<>();
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = 'A'; second <= 'Z'; second++) {
                String country = "" + first + second;
                if (!IbanStructures.of(country).isEmpty()) {
                    countries.add(country);
                }
            }
        }
        return countries;
    }

    @Provide
    Arbitrary<String> ibans() {
        return Arbitraries.of(countries())
                .flatMap(country -> Arbitraries.randoms()
                        .map(random -> IbanSamples.text(country, bban(IbanStructures.of(country), random))));
    }

    private static String bban(String structure, Random random) {
        StringBuilder bban = new StringBuilder();
        for (int i = 0; i < structure.length(); i++) {
            char kind = structure.charAt(i);
            String signs = kind == 'n' ? DIGITS : kind == 'a' ? LETTERS : DIGITS + LETTERS;
            bban.append(signs.charAt(random.nextInt(signs.length())));
        }
        return bban.toString();
    }

    private static boolean isComparable(String country) {
        return !NEWER.contains(country) && !OTHERWISE.contains(country);
    }

    @Example
    void the_countries_are_those_of_the_other_implementation_and_a_few_more() {
        List<String> theirs = new ArrayList<>();
        Stream.of(CountryCode.values())
                .filter(country -> BbanStructure.forCountry(country) != null)
                .forEach(country -> theirs.add(country.name()));

        Set<String> all = new TreeSet<>(theirs);
        all.addAll(NEWER);
        assertThat(countries()).isEqualTo(all);
        assertThat(theirs).doesNotContainAnyElementsOf(NEWER).hasSizeGreaterThan(90);
    }

    @Property
    void numbers_of_the_registered_structure_are_valid(@ForAll("ibans") String iban) {
        assertThat(Iban.check(iban)).isEmpty();
        assertThat(Iban.parse(Iban.parse(iban).printed()).value()).isEqualTo(iban);
        if (isComparable(iban.substring(0, 2))) {
            assertThat(IbanUtil.isValid(iban)).as(iban).isTrue();
        }
    }

    @Example
    void numbers_that_the_other_implementation_makes_are_valid() {
        Random random = new Random(7);
        for (CountryCode country : CountryCode.values()) {
            if (BbanStructure.forCountry(country) != null && isComparable(country.name())) {
                for (int i = 0; i < 20; i++) {
                    String iban = new org.iban4j.Iban.Builder(random)
                            .countryCode(country)
                            .buildRandom()
                            .toString();
                    assertThat(Iban.check(iban)).as(iban).isEmpty();
                }
            }
        }
    }

    /** 20 numbers of each country, and each of them with each character of another kind in turn. */
    @Example
    void every_country_is_damaged_alike() {
        Random random = new Random(11);
        for (String country : countries()) {
            for (int i = 0; isComparable(country) && i < 20; i++) {
                String bban = bban(IbanStructures.of(country), random);
                assertThat(IbanUtil.isValid(IbanSamples.text(country, bban))).isTrue();
                for (int place = 0; place < bban.length(); place++) {
                    String other = Characters.isDigit(bban.charAt(place)) ? "A" : "7";
                    // the check digits fit: only the structure decides
                    String damaged =
                            IbanSamples.text(country, bban.substring(0, place) + other + bban.substring(place + 1));
                    assertThat(Iban.isValid(damaged)).as(damaged).isEqualTo(IbanUtil.isValid(damaged));
                }
            }
        }
    }

    @Property(tries = 2000)
    void damaged_numbers_are_refused_where_the_other_implementation_refuses_them(
            @ForAll("ibans") String iban, @ForAll @IntRange(max = 33) int place, @ForAll("signs") char sign) {
        Assume.that(place < iban.length() && isComparable(iban.substring(0, 2)));
        String damaged = iban.substring(0, place) + sign + iban.substring(place + 1);
        // which may make it one of a country that is not compared
        Assume.that(isComparable(damaged.substring(0, 2)));

        assertThat(Iban.isValid(damaged)).as(damaged).isEqualTo(IbanUtil.isValid(damaged));
    }

    @Provide
    Arbitrary<Character> signs() {
        return Arbitraries.of(
                (DIGITS + LETTERS + "-.").chars().mapToObj(c -> (char) c).toList());
    }

    @Property(tries = 2000)
    void one_digit_changed_for_another_and_neighbours_exchanged_are_always_noticed(
            @ForAll("ibans") String iban, @ForAll @IntRange(max = 31) int index, @ForAll @IntRange(max = 9) int digit) {
        int place = index + 2;
        Assume.that(place < iban.length() && Characters.isDigit(iban.charAt(place)));
        String changed = iban.substring(0, place) + digit + iban.substring(place + 1);
        assertThat(Iban.isValid(changed)).isEqualTo(changed.equals(iban));

        Assume.that(place > 3 && place + 1 < iban.length() && Characters.isDigit(iban.charAt(place + 1)));
        String exchanged =
                iban.substring(0, place) + iban.charAt(place + 1) + iban.charAt(place) + iban.substring(place + 2);
        assertThat(Iban.isValid(exchanged)).isEqualTo(exchanged.equals(iban));
    }

    @Property
    void a_number_too_short_or_too_long_is_refused_even_if_modulo_97_fits(@ForAll("ibans") String iban) {
        String country = iban.substring(0, 2);
        String bban = iban.substring(4);

        assertThat(Iban.check(IbanSamples.text(country, bban.substring(1))))
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(ReferenceProblem.IBAN_LENGTH));
        assertThat(Iban.check(IbanSamples.text(country, bban + "0")))
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(ReferenceProblem.IBAN_LENGTH));
    }

    @Property
    void qr_ibans_are_those_of_the_qr_bill_library(@ForAll @IntRange(max = 99999) int clearingNumber) {
        String bban = String.format(Locale.ROOT, "%05d", clearingNumber) + "000000000012";
        Iban iban = Iban.of("CH", bban);

        assertThat(iban.isQrIban()).isEqualTo(Payments.isQRIBAN(iban.value()));
    }
}
