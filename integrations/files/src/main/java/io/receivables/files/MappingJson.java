package io.receivables.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.receivables.core.Problem;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The JSON form of a mapping, token by token. */
final class MappingJson {
    private static final long LONGEST_DOCUMENT = 1_000_000;
    private static final List<String> KEYS = List.of(
            "columns",
            "constants",
            "dateFormats",
            "decimal",
            "delimiter",
            "encoding",
            "negativeAmount",
            "missingDueDate",
            "payments");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_DOCUMENT)
                    .build())
            .build();

    /** What a part of the document states; the rest is taken from elsewhere. */
    private static final class Stated {
        final Map<CsvField, String> columns = new EnumMap<>(CsvField.class);
        final Map<CsvField, String> constants = new EnumMap<>(CsvField.class);

        @Nullable List<String> dateFormats;

        @Nullable Character decimal;

        @Nullable Character delimiter;

        @Nullable Charset encoding;

        CsvLayout.@Nullable NegativeAmount negativeAmount;
        CsvLayout.@Nullable MissingDueDate missingDueDate;

        @Nullable Stated payments;

        CsvLayout over(CsvLayout defaults) {
            return new CsvLayout(
                    columns,
                    constants,
                    or(dateFormats, defaults.dateFormats()),
                    or(decimal, defaults.decimal()),
                    or(delimiter, defaults.delimiter()),
                    or(encoding, defaults.encoding()),
                    or(negativeAmount, defaults.negativeAmount()),
                    or(missingDueDate, defaults.missingDueDate()));
        }

        private static <T> T or(@Nullable T stated, T otherwise) {
            return stated == null ? otherwise : stated;
        }
    }

    private final JsonParser parser;

    private MappingJson(JsonParser parser) {
        this.parser = parser;
    }

    // ---- reading

    static CsvMapping read(Reader reader) {
        try (JsonParser parser = FACTORY.createParser(withoutByteOrderMark(reader))) {
            return new MappingJson(parser).document();
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new CsvException(Problem.of(
                    CsvProblem.MAPPING_NOT_JSON,
                    Problem.LINE,
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    "column",
                    at == null ? 1 : Math.max(1, at.getColumnNr()),
                    "detail",
                    Text.shown(e.getOriginalMessage(), 200)));
        } catch (IOException e) {
            throw new UncheckedIOException("the mapping cannot be read: " + e.getMessage(), e);
        }
    }

    private static Reader withoutByteOrderMark(Reader reader) throws IOException {
        PushbackReader start = new PushbackReader(reader);
        int first = start.read();
        if (first >= 0 && first != '\uFEFF') {
            start.unread(first);
        }
        return start;
    }

    private CsvMapping document() throws IOException {
        parser.nextToken();
        Stated stated = part("");
        if (parser.nextToken() != null) {
            throw wrongHere("", "end");
        }
        CsvLayout invoices = stated.over(CsvLayout.canonical());
        CsvLayout inherited = invoices.canonicalColumns();
        Stated payments = stated.payments;
        if (payments == null) {
            return new CsvMapping(invoices, inherited);
        }
        try {
            return new CsvMapping(invoices, payments.over(inherited));
        } catch (CsvException e) {
            throw e.under("payments.");
        }
    }

    /** One part of the document, the whole or what {@code payments} holds; the parser stands at its opening brace. */
    private Stated part(String prefix) throws IOException {
        requireObject(prefix.isEmpty() ? "" : "payments");
        Stated stated = new Stated();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String key = prefix + name;
            boolean inPayments = !prefix.isEmpty();
            parser.nextToken();
            Set<CsvField> known = inPayments ? CsvField.ofPayments() : CsvField.ofInvoices();
            switch (name) {
                case "columns" -> fields(stated.columns, known, key);
                case "constants" -> fields(stated.constants, known, key);
                case "dateFormats" -> stated.dateFormats = texts(key);
                case "decimal" -> stated.decimal = character(key);
                case "delimiter" -> stated.delimiter = character(key);
                case "encoding" -> stated.encoding = encoding(key);
                case "negativeAmount" ->
                    stated.negativeAmount =
                            choice(key, CsvLayout.NegativeAmount.values(), CsvLayout.NegativeAmount::code);
                case "missingDueDate" ->
                    stated.missingDueDate =
                            choice(key, CsvLayout.MissingDueDate.values(), CsvLayout.MissingDueDate::code);
                default -> {
                    if (inPayments || !name.equals("payments")) {
                        throw unknownKey(key, name);
                    }
                    stated.payments = part("payments.");
                }
            }
        }
        return stated;
    }

    private static CsvException unknownKey(String key, String name) {
        return new CsvException(Problem.of(
                CsvProblem.UNKNOWN_KEY,
                Problem.VALUE,
                Text.shown(key),
                "nearest",
                Text.nearest(name, KEYS),
                "known",
                String.join(", ", KEYS)));
    }

    private void fields(Map<CsvField, String> texts, Set<CsvField> known, String key) throws IOException {
        requireObject(key);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            CsvField field = CsvMapping.known(known, name, key);
            parser.nextToken();
            texts.put(field, text(key + "." + name));
        }
    }

    private List<String> texts(String key) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrongHere(key, "list");
        }
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text(key));
        }
        return texts;
    }

    private char character(String key) throws IOException {
        String text = text(key);
        CsvLayout.require(text.length() == 1, key, text, "one-character");
        return text.charAt(0);
    }

    private Charset encoding(String key) throws IOException {
        String name = text(key);
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw CsvLayout.wrong(key, name, "encoding");
        }
    }

    private <E> E choice(String key, E[] choices, Function<E, String> code) throws IOException {
        String text = text(key);
        return Arrays.stream(choices)
                .filter(choice -> code.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> CsvLayout.wrong(
                        key,
                        text,
                        String.join(
                                ", ",
                                Arrays.stream(choices)
                                        .map(choice -> "\"" + code.apply(choice) + "\"")
                                        .toList())));
    }

    private String text(String key) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrongHere(key, "text");
        }
        return parser.getText();
    }

    private void requireObject(String key) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrongHere(key, "object");
        }
    }

    private CsvException wrongHere(String key, String expected) throws IOException {
        String value = parser.currentToken() == null ? "" : parser.getText();
        return CsvLayout.wrong(key.isEmpty() ? "mapping" : key, value, expected);
    }

    // ---- writing

    static String write(CsvMapping mapping) {
        StringWriter json = new StringWriter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        try (JsonGenerator generator = FACTORY.createGenerator(json).setPrettyPrinter(printer)) {
            CsvLayout payments = mapping.payments();
            generator.writeStartObject();
            write(generator, mapping.invoices(), null);
            generator.writeObjectFieldStart("payments");
            write(generator, payments, mapping.invoices());
            generator.writeEndObject();
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.append('\n').toString();
    }

    /** Writes a layout's keys; those that it shares with the one that it inherits from are left out. */
    private static void write(JsonGenerator json, CsvLayout layout, @Nullable CsvLayout inherited) throws IOException {
        write(json, "columns", layout.columns());
        write(json, "constants", layout.constants());
        if (inherited == null || !inherited.dateFormats().equals(layout.dateFormats())) {
            json.writeArrayFieldStart("dateFormats");
            for (String pattern : layout.dateFormats()) {
                json.writeString(pattern);
            }
            json.writeEndArray();
        }
        if (inherited == null || inherited.decimal() != layout.decimal()) {
            json.writeStringField("decimal", String.valueOf(layout.decimal()));
        }
        if (inherited == null || inherited.delimiter() != layout.delimiter()) {
            json.writeStringField("delimiter", String.valueOf(layout.delimiter()));
        }
        if (inherited == null || !inherited.encoding().equals(layout.encoding())) {
            json.writeStringField("encoding", layout.encoding().name());
        }
        if (inherited == null
                || layout.negativeAmount() != CsvLayout.canonical().negativeAmount()) {
            json.writeStringField("negativeAmount", layout.negativeAmount().code());
        }
        if (inherited == null
                || layout.missingDueDate() != CsvLayout.canonical().missingDueDate()) {
            json.writeStringField("missingDueDate", layout.missingDueDate().code());
        }
    }

    private static void write(JsonGenerator json, String key, Map<CsvField, String> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(key);
        for (Map.Entry<CsvField, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey().code(), text.getValue());
        }
        json.writeEndObject();
    }
}
