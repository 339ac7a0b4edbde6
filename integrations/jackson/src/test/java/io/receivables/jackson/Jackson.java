package io.receivables.jackson;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;

/** The two lines of Jackson, as far as tests need them: what holds for one holds for the other. */
enum Jackson {
    TWO {
        @Override
        Mapper newMapper(JsonOptions options) {
            return of(com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .addModule(new io.receivables.jackson.jackson2.ReceivablesModule(options))
                    .build());
        }

        @Override
        Mapper discovered() {
            return of(com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .findAndAddModules()
                    .build());
        }

        private Mapper of(ObjectMapper mapper) {
            return new Mapper() {
                @Override
                public String write(Object value) throws Exception {
                    return mapper.writeValueAsString(value);
                }

                @Override
                public byte[] writeBytes(Object value) throws Exception {
                    return mapper.writeValueAsBytes(value);
                }

                @Override
                public <T> T read(String json, Class<T> type) throws Exception {
                    return mapper.readValue(json, type);
                }

                @Override
                public <T> T read(byte[] json, Class<T> type) throws Exception {
                    return mapper.readValue(json, type);
                }

                @Override
                public <T> List<T> readList(String json, Class<T> type) throws Exception {
                    return mapper.readerForListOf(type).readValue(json);
                }

                @Override
                public <T> T readThroughTree(String json, Class<T> type) throws Exception {
                    return mapper.treeToValue(mapper.readTree(json), type);
                }

                @Override
                public <T> T convert(Object value, Class<T> type) {
                    return mapper.convertValue(value, type);
                }

                @Override
                public Refusal refusal(Exception thrown) {
                    JsonMappingException e = (JsonMappingException) thrown;
                    return new Refusal(
                            e.getOriginalMessage(),
                            e.getPath().stream()
                                    .map(JsonMappingException.Reference::getFieldName)
                                    .toList());
                }
            };
        }
    },

    THREE {
        @Override
        Mapper newMapper(JsonOptions options) {
            return of(tools.jackson.databind.json.JsonMapper.builder()
                    .addModule(new io.receivables.jackson.jackson3.ReceivablesModule(options))
                    .build());
        }

        @Override
        Mapper discovered() {
            return of(tools.jackson.databind.json.JsonMapper.builder()
                    .findAndAddModules()
                    .build());
        }

        private Mapper of(tools.jackson.databind.ObjectMapper mapper) {
            return new Mapper() {
                @Override
                public String write(Object value) {
                    return mapper.writeValueAsString(value);
                }

                @Override
                public byte[] writeBytes(Object value) {
                    return mapper.writeValueAsBytes(value);
                }

                @Override
                public <T> T read(String json, Class<T> type) {
                    return mapper.readValue(json, type);
                }

                @Override
                public <T> T read(byte[] json, Class<T> type) {
                    return mapper.readValue(json, type);
                }

                @Override
                public <T> List<T> readList(String json, Class<T> type) {
                    return mapper.readerForListOf(type).readValue(json);
                }

                @Override
                public <T> T readThroughTree(String json, Class<T> type) {
                    return mapper.treeToValue(mapper.readTree(json), type);
                }

                @Override
                public <T> T convert(Object value, Class<T> type) {
                    return mapper.convertValue(value, type);
                }

                @Override
                public Refusal refusal(Exception thrown) {
                    JacksonException e = (JacksonException) thrown;
                    return new Refusal(
                            e.getOriginalMessage(),
                            e.getPath().stream()
                                    .map(JacksonException.Reference::getPropertyName)
                                    .toList());
                }
            };
        }
    };

    private record Key(Jackson line, JsonOptions options) {}

    private static final Map<Key, Mapper> MAPPERS = new ConcurrentHashMap<>();

    abstract Mapper newMapper(JsonOptions options);

    /** A mapper with the module registered by hand. */
    Mapper mapper(JsonOptions options) {
        return MAPPERS.computeIfAbsent(new Key(this, options), key -> newMapper(options));
    }

    /** A mapper that found its modules. */
    abstract Mapper discovered();

    Mapper mapper() {
        return mapper(JsonOptions.standard());
    }

    /** What a refusal says: the message without the position, and the names of the path's fields (null for an element). */
    record Refusal(String message, List<String> path) {}

    interface Mapper {
        String write(Object value) throws Exception;

        byte[] writeBytes(Object value) throws Exception;

        <T> T read(String json, Class<T> type) throws Exception;

        <T> T read(byte[] json, Class<T> type) throws Exception;

        <T> List<T> readList(String json, Class<T> type) throws Exception;

        <T> T readThroughTree(String json, Class<T> type) throws Exception;

        <T> T convert(Object value, Class<T> type);

        Refusal refusal(Exception thrown);
    }
}
