package io.receivables.core.reference;

import io.receivables.core.Problem;
import io.receivables.core.internal.Checks;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A reference that fits its scheme, check digits included.
 *
 * @param scheme how it is written
 * @param value its electronic form: no spaces, no decoration, capital letters
 */
public record PaymentReference(ReferenceScheme scheme, String value) {
    /**
     * A reference in any of the written forms of its scheme.
     *
     * @throws IllegalArgumentException if it does not fit; {@link ReferenceScheme#check} says so without an exception
     */
    public PaymentReference {
        Objects.requireNonNull(value, "value");
        Optional<Problem> problem = scheme.check(value);
        Checks.that(problem.isEmpty(), () -> problem.orElseThrow().toString());
        value = scheme.electronic(value);
    }

    /**
     * The reference of a scheme in a text that holds nothing else.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong
     */
    public static PaymentReference parse(ReferenceScheme scheme, String text) {
        return new PaymentReference(scheme, text);
    }

    /**
     * The schemes that a text fits. Several may fit, since many a number satisfies two check digits; none says nothing about
     * whether somebody uses the text as a reference.
     */
    public static Set<ReferenceScheme> recognise(String text) {
        Set<ReferenceScheme> schemes = EnumSet.noneOf(ReferenceScheme.class);
        for (ReferenceScheme scheme : ReferenceScheme.values()) {
            if (scheme.isValid(text)) {
                schemes.add(scheme);
            }
        }
        return Collections.unmodifiableSet(schemes);
    }

    /**
     * As it is printed: {@code RF18 5390 0754 7034}, {@code +++010/8068/17183+++}, {@code 21 00000 00003 13947 14300 09017},
     * {@code 2340 96783}; a KID as it is.
     */
    public String printed() {
        return scheme.printed(value);
    }
}
