package io.receivables.jackson.jackson3;

import io.receivables.jackson.internal.JsonOutput;
import io.receivables.jackson.internal.JsonWriter;
import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes one type of the domain through Jackson's generator. */
final class DomainSerializer<T> extends ValueSerializer<T> {
    private final JsonWriter<T> writer;

    DomainSerializer(JsonWriter<T> writer) {
        this.writer = writer;
    }

    @Override
    public Class<T> handledType() {
        return writer.type();
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
        writer.write(value, new Output(generator));
    }

    /** Without a type id, whatever typing the mapper uses: a fact tells its kind itself. */
    @Override
    public void serializeWithType(
            T value, JsonGenerator generator, SerializationContext context, TypeSerializer typeSerializer) {
        serialize(value, generator, context);
    }

    private record Output(JsonGenerator generator) implements JsonOutput<JacksonException> {
        @Override
        public void beginObject() {
            generator.writeStartObject();
        }

        @Override
        public void endObject() {
            generator.writeEndObject();
        }

        @Override
        public void beginArray() {
            generator.writeStartArray();
        }

        @Override
        public void endArray() {
            generator.writeEndArray();
        }

        @Override
        public void name(String name) {
            generator.writeName(name);
        }

        @Override
        public void text(String value) {
            generator.writeString(value);
        }

        @Override
        public void number(int value) {
            generator.writeNumber(value);
        }

        @Override
        public void number(BigDecimal value) {
            generator.writeNumber(value);
        }

        @Override
        public void flag(boolean value) {
            generator.writeBoolean(value);
        }
    }
}
