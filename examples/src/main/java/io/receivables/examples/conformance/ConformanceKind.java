package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * A kind of worked examples: puts a case to the library and gives its answer in the shape of what is expected.
 *
 * <p>To support a further kind, implement this and add it to {@link ConformanceRunner#standard}.
 */
public interface ConformanceKind {

    /** The {@code kind} of the files with such cases. */
    String name();

    /**
     * The library's answer.
     *
     * @throws NotSupportedException if the library does not have what the case asks for
     * @throws MalformedCaseException if the case is not of the shape of this kind, so that the library cannot be asked
     * @throws IllegalArgumentException if the library refuses the input; {@link java.time.DateTimeException} and {@link
     *     ArithmeticException} are refusals as well
     */
    JsonNode run(ConformanceCase given);

    /** What a case expects, with what its kind lets cases leave out. */
    default JsonNode expectation(ConformanceCase given) {
        return given.expect();
    }

    /** How far numbers may be apart in a case that does not say so. */
    default BigDecimal defaultTolerance() {
        return BigDecimal.ZERO;
    }
}
