package io.receivables.dunning.policy;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the constant of a pinned code. */
final class Codes {
    private Codes() {}

    static <E> E find(String what, String code, E[] values, Function<E, String> codeOf) {
        return Arrays.stream(values)
                .filter(value -> codeOf.apply(value).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(what + " \"" + code + "\" is unknown: use "
                        + Arrays.stream(values).map(codeOf).collect(Collectors.joining(", "))));
    }
}
