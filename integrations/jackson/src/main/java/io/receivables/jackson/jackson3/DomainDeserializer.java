package io.receivables.jackson.jackson3;

import io.receivables.jackson.internal.InvalidJson;
import io.receivables.jackson.internal.JsonInput;
import io.receivables.jackson.internal.JsonReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.jsontype.TypeDeserializer;

/** Reads one type of the domain from Jackson's parser. */
final class DomainDeserializer<T> extends ValueDeserializer<T> {
    private final JsonReader<T> reader;

    DomainDeserializer(JsonReader<T> reader) {
        this.reader = reader;
    }

    @Override
    public Class<T> handledType() {
        return reader.type();
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        try {
            return reader.read(new Input(parser));
        } catch (InvalidJson e) {
            throw exception(parser, e);
        }
    }

    /** Without a type id, whatever typing the mapper uses: a fact tells its kind itself. */
    @Override
    public Object deserializeWithType(
            JsonParser parser, DeserializationContext context, TypeDeserializer typeDeserializer) {
        return deserialize(parser, context);
    }

    private DatabindException exception(JsonParser parser, InvalidJson invalid) {
        DatabindException exception = MismatchedInputException.from(parser, reader.type(), invalid.getMessage());
        if (invalid.getCause() != null) {
            exception.withCause(invalid.getCause());
        }
        for (InvalidJson.Step step : invalid.fromInnermost()) {
            if (step.isField()) {
                exception.prependPath(step.owner(), step.name());
            } else {
                exception.prependPath(step.owner(), step.index());
            }
        }
        return exception;
    }

    private record Input(JsonParser parser) implements JsonInput<JacksonException> {
        @Override
        public Token token() {
            return token(parser.currentToken());
        }

        @Override
        public Token next() {
            return token(parser.nextToken());
        }

        private static Token token(@Nullable JsonToken token) {
            if (token == null) {
                return Token.OTHER;
            }
            return switch (token) {
                case START_OBJECT -> Token.OBJECT;
                case START_ARRAY -> Token.ARRAY;
                case END_OBJECT, END_ARRAY -> Token.END;
                case PROPERTY_NAME -> Token.NAME;
                case VALUE_STRING -> Token.STRING;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Token.NUMBER;
                case VALUE_TRUE, VALUE_FALSE -> Token.BOOLEAN;
                case VALUE_NULL -> Token.NULL;
                case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> Token.OTHER;
            };
        }

        @Override
        public String text() {
            return parser.getString();
        }

        @Override
        public int exactDigits() {
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
                return ALL_DIGITS;
            }
            return switch (parser.getNumberTypeFP()) {
                case FLOAT16 -> 3;
                case FLOAT32 -> 6;
                case DOUBLE64 -> 15;
                case BIG_DECIMAL, UNKNOWN -> ALL_DIGITS;
            };
        }

        @Override
        public void skipChildren() {
            parser.skipChildren();
        }
    }
}
