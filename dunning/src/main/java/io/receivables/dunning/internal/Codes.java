package io.receivables.dunning.internal;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the constant of a pinned code. */
public final class Codes {
    private Codes() {}

    /** The constant of a code; the error names what it is, the code and the codes there are. */
    public static <E> E find(String what, String code, E[] values, Function<E, String> codeOf) {
        return Arrays.stream(values)
                .filter(value -> codeOf.apply(value).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(what + " \"" + code + "\" is unknown: use "
                        + Arrays.stream(values).map(codeOf).collect(Collectors.joining(", "))));
    }
}
