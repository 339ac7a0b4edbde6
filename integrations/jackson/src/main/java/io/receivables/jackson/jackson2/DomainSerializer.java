package io.receivables.jackson.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import io.receivables.jackson.internal.JsonOutput;
import io.receivables.jackson.internal.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes one type of the domain through Jackson's generator. */
final class DomainSerializer<T> extends JsonSerializer<T> {
    private final JsonWriter<T> writer;

    DomainSerializer(JsonWriter<T> writer) {
        this.writer = writer;
    }

    @Override
    public Class<T> handledType() {
        return writer.type();
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        writer.write(value, new Output(generator));
    }

    /** Without a type id, whatever typing the mapper uses: a fact tells its kind itself. */
    @Override
    public void serializeWithType(
            T value, JsonGenerator generator, SerializerProvider provider, TypeSerializer typeSerializer)
            throws IOException {
        serialize(value, generator, provider);
    }

    private record Output(JsonGenerator generator) implements JsonOutput<IOException> {
        @Override
        public void beginObject() throws IOException {
            generator.writeStartObject();
        }

        @Override
        public void endObject() throws IOException {
            generator.writeEndObject();
        }

        @Override
        public void beginArray() throws IOException {
            generator.writeStartArray();
        }

        @Override
        public void endArray() throws IOException {
            generator.writeEndArray();
        }

        @Override
        public void name(String name) throws IOException {
            generator.writeFieldName(name);
        }

        @Override
        public void text(String value) throws IOException {
            generator.writeString(value);
        }

        @Override
        public void number(int value) throws IOException {
            generator.writeNumber(value);
        }

        @Override
        public void number(BigDecimal value) throws IOException {
            generator.writeNumber(value);
        }

        @Override
        public void flag(boolean value) throws IOException {
            generator.writeBoolean(value);
        }
    }
}
