package io.receivables.jackson.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.receivables.core.Loaded;
import java.io.IOException;

/** Writes a value of any type with its problems, in the same order whatever order the mapper gives to properties. */
@SuppressWarnings("rawtypes") // a serializer is registered for the raw class
final class LoadedSerializer extends JsonSerializer<Loaded> {
    @Override
    public void serialize(Loaded loaded, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeStartObject();
        provider.defaultSerializeField("value", loaded.value(), generator);
        provider.defaultSerializeField("problems", loaded.problems(), generator);
        generator.writeEndObject();
    }
}
