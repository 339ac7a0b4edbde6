package io.receivables.jackson.internal;

import io.receivables.jackson.JsonOptions;
import io.receivables.jackson.JsonOptions.UnknownFields;
import io.receivables.jackson.internal.JsonObject.Shape;
import java.util.Map;
import java.util.function.Function;

/** Reads one object into one value. */
final class ObjectReader<T> implements JsonReader<T> {
    private final Class<T> type;
    private final Shape shape;
    private final Function<JsonObject, T> decode;
    private final boolean refusesUnknown;

    ObjectReader(Class<T> type, Map<String, Shape> nested, Function<JsonObject, T> decode, JsonOptions options) {
        this.type = type;
        this.shape = new Shape(type, nested);
        this.decode = decode;
        this.refusesUnknown = options.unknownFields() == UnknownFields.REFUSED;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public <X extends Exception> T read(JsonInput<X> in) throws X {
        JsonObject object = JsonObject.read(in, shape);
        T value = InvalidJson.checked(() -> decode.apply(object));
        if (refusesUnknown) {
            object.refuseUnknownFields();
        }
        return value;
    }
}
