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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
            "quote",
            "encoding",
            "negativeAmount",
            "missingDueDate",
            "types",
            "paymentRows",
            "headings",
            "openOn",
            "payments");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_DOCUMENT)
                    .build())
            .build();

    /** What a part of the document states, to be set over what it inherits. */
    private static final class Stated {
        final List<Consumer<CsvLayout.Draft>> settings = new ArrayList<>();

        @Nullable Stated payments;

        void set(Consumer<CsvLayout.Draft> setting) {
            settings.add(setting);
        }

        CsvLayout over(CsvLayout inherited) {
            CsvLayout.Draft draft = inherited.draft();
            settings.forEach(setting -> setting.accept(draft));
            return draft.layout();
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
            parser.nextToken();
            boolean inPayments = !prefix.isEmpty();
            if (!KEYS.contains(name) || (inPayments && name.equals("payments"))) {
                throw unknownKey(key, name);
            }
            if (name.equals("payments")) {
                stated.payments = part("payments.");
            } else {
                stated.set(setting(name, key, inPayments ? CsvField.ofPayments() : CsvField.ofInvoices()));
            }
        }
        return stated;
    }

    private Consumer<CsvLayout.Draft> setting(String name, String key, Set<CsvField> known) throws IOException {
        switch (name) {
            case "columns" -> {
                Map<CsvField, String> columns = fields(known, key);
                return draft -> draft.columns = columns;
            }
            case "constants" -> {
                Map<CsvField, String> constants = fields(known, key);
                return draft -> draft.constants = constants;
            }
            case "dateFormats" -> {
                List<String> patterns = texts(key);
                return draft -> draft.dateFormats = patterns;
            }
            case "decimal" -> {
                char sign = character(key);
                return draft -> draft.decimal = sign;
            }
            case "delimiter" -> {
                char sign = character(key);
                return draft -> draft.delimiter = sign;
            }
            case "quote" -> {
                Character sign = text(key).isEmpty() ? null : character(key);
                return draft -> draft.quote = sign;
            }
            case "encoding" -> {
                Charset encoding = encoding(key);
                return draft -> draft.encoding = encoding;
            }
            case "negativeAmount" -> {
                var choice = choice(key, CsvLayout.NegativeAmount.values(), CsvLayout.NegativeAmount::code);
                return draft -> draft.negativeAmount = choice;
            }
            case "missingDueDate" -> {
                var choice = choice(key, CsvLayout.MissingDueDate.values(), CsvLayout.MissingDueDate::code);
                return draft -> draft.missingDueDate = choice;
            }
            case "types" -> {
                Map<String, CsvLayout.RowType> types = types(key);
                return draft -> draft.types = types;
            }
            case "paymentRows" -> {
                var choice = choice(key, CsvLayout.PaymentRows.values(), CsvLayout.PaymentRows::code);
                return draft -> draft.paymentRows = choice;
            }
            case "headings" -> {
                CsvField field = CsvMapping.known(known, text(key), key);
                return draft -> draft.headings = field;
            }
            case "openOn" -> {
                LocalDate day = date(key);
                return draft -> draft.openOn = day;
            }
            default -> throw unknownKey(key, name);
        }
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

    private Map<CsvField, String> fields(Set<CsvField> known, String key) throws IOException {
        Map<CsvField, String> texts = new EnumMap<>(CsvField.class);
        requireObject(key);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            CsvField field = CsvMapping.known(known, name, key);
            parser.nextToken();
            texts.put(field, text(key + "." + name));
        }
        return texts;
    }

    private Map<String, CsvLayout.RowType> types(String key) throws IOException {
        Map<String, CsvLayout.RowType> types = new LinkedHashMap<>();
        requireObject(key);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String cell = parser.currentName();
            parser.nextToken();
            types.put(cell, choice(key + "." + cell, CsvLayout.RowType.values(), CsvLayout.RowType::code));
        }
        return types;
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

    private LocalDate date(String key) throws IOException {
        String text = text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw CsvLayout.wrong(key, text, "iso-date");
        }
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
        if (inherited == null || !inherited.quote().equals(layout.quote())) {
            json.writeStringField("quote", layout.quote().map(String::valueOf).orElse(""));
        }
        if (inherited == null || !inherited.encoding().equals(layout.encoding())) {
            json.writeStringField("encoding", layout.encoding().name());
        }
        CsvLayout usual = CsvLayout.canonical();
        if (inherited == null || layout.negativeAmount() != usual.negativeAmount()) {
            json.writeStringField("negativeAmount", layout.negativeAmount().code());
        }
        if (inherited == null || layout.missingDueDate() != usual.missingDueDate()) {
            json.writeStringField("missingDueDate", layout.missingDueDate().code());
        }
        if (!layout.types().isEmpty()) {
            json.writeObjectFieldStart("types");
            for (Map.Entry<String, CsvLayout.RowType> type : layout.types().entrySet()) {
                json.writeStringField(type.getKey(), type.getValue().code());
            }
            json.writeEndObject();
        }
        if (layout.paymentRows() != usual.paymentRows()) {
            json.writeStringField("paymentRows", layout.paymentRows().code());
        }
        if (layout.headings().isPresent()) {
            json.writeStringField("headings", layout.headings().get().code());
        }
        if (layout.openOn().isPresent()) {
            json.writeStringField("openOn", layout.openOn().get().toString());
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
