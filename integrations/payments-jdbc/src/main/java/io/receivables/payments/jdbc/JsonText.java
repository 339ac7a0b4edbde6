package io.receivables.payments.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.function.Function;

/** JSON as text. Other characters than those of ASCII are escaped: then a database keeps any text, whatever its encoding. */
final class JsonText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonText() {}

    static String of(ObjectNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /**
     * Reads what was kept.
     *
     * @param what for whoever reads the exception
     * @throws JdbcPaymentJournalException if it is not what this version keeps
     */
    static <T> T read(String what, String text, Function<JsonFields, T> reader) {
        try {
            return reader.apply(new JsonFields(MAPPER.readTree(text)));
        } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new JdbcPaymentJournalException("reading " + what, e);
        }
    }
}
