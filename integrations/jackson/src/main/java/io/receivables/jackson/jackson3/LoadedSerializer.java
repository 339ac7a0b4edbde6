package io.receivables.jackson.jackson3;

import io.receivables.core.Loaded;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a value of any type with its problems, in the same order whatever order the mapper gives to properties. */
@SuppressWarnings("rawtypes") // a serializer is registered for the raw class
final class LoadedSerializer extends ValueSerializer<Loaded> {
    @Override
    public void serialize(Loaded loaded, JsonGenerator generator, SerializationContext context) {
        generator.writeStartObject();
        context.defaultSerializeProperty("value", loaded.value(), generator);
        context.defaultSerializeProperty("problems", loaded.problems(), generator);
        generator.writeEndObject();
    }
}
