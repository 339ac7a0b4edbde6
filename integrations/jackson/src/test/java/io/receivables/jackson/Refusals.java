package io.receivables.jackson;

import static org.assertj.core.api.Assertions.catchException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads what must be refused. */
final class Refusals {
    private Refusals() {}

    static Jackson.Refusal of(Jackson.Mapper mapper, String json, Class<?> type) {
        return of(() -> mapper.read(json, type), mapper);
    }

    static Jackson.Refusal of(ThrowingCallable reading, Jackson.Mapper mapper) {
        Exception thrown = catchException(reading);
        if (thrown == null) {
            throw new AssertionError("was read, but must be refused");
        }
        return mapper.refusal(thrown);
    }
}
