package io.receivables.jackson.jackson2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import io.receivables.jackson.internal.InvalidJson;
import io.receivables.jackson.internal.JsonInput;
import io.receivables.jackson.internal.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one type of the domain from Jackson's parser. */
final class DomainDeserializer<T> extends JsonDeserializer<T> {
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
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return reader.read(new Input(parser));
        } catch (InvalidJson e) {
            throw exception(parser, e);
        }
    }

    /** Without a type id, whatever typing the mapper uses: a fact tells its kind itself. */
    @Override
    public Object deserializeWithType(
            JsonParser parser, DeserializationContext context, TypeDeserializer typeDeserializer) throws IOException {
        return deserialize(parser, context);
    }

    private JsonMappingException exception(JsonParser parser, InvalidJson invalid) {
        JsonMappingException exception = MismatchedInputException.from(parser, reader.type(), invalid.getMessage());
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

    private record Input(JsonParser parser) implements JsonInput<IOException> {
        @Override
        public Token token() {
            return token(parser.currentToken());
        }

        @Override
        public Token next() throws IOException {
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
                case FIELD_NAME -> Token.NAME;
                case VALUE_STRING -> Token.STRING;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Token.NUMBER;
                case VALUE_TRUE, VALUE_FALSE -> Token.BOOLEAN;
                case VALUE_NULL -> Token.NULL;
                case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> Token.OTHER;
            };
        }

        @Override
        public String text() throws IOException {
            return parser.getText();
        }

        @Override
        public int exactDigits() throws IOException {
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
        public void skipChildren() throws IOException {
            parser.skipChildren();
        }
    }
}
