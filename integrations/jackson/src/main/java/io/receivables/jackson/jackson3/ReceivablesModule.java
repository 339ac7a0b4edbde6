package io.receivables.jackson.jackson3;

import io.receivables.core.Loaded;
import io.receivables.jackson.JsonOptions;
import io.receivables.jackson.internal.DomainReaders;
import io.receivables.jackson.internal.DomainWriters;
import io.receivables.jackson.internal.JsonReader;
import io.receivables.jackson.internal.JsonWriter;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleSerializers;

/**
 * Teaches a Jackson 3 mapper the domain model, in the format that {@link io.receivables.jackson} describes. On the class
 * path {@code findAndAddModules()} finds it; with options it is registered by hand:
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder()
 *         .findAndAddModules()
 *         .addModule(new ReceivablesModule(JsonOptions.standard().amountsAsNumbers()))
 *         .build();
 * }</pre>
 *
 * <p>A mapper takes a module once, and Jackson 3 keeps the one that came last: add the one with options after finding
 * others.
 */
@SuppressWarnings("exports") // Jackson is optional; whoever names this class has it
public final class ReceivablesModule extends JacksonModule {
    private final JsonOptions options;

    /** The module with {@link JsonOptions#standard()}. */
    public ReceivablesModule() {
        this(JsonOptions.standard());
    }

    public ReceivablesModule(JsonOptions options) {
        this.options = options;
    }

    @Override
    public String getModuleName() {
        return "receivables";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        SimpleSerializers serializers = new SimpleSerializers();
        new DomainWriters(options).all().forEach(writer -> add(writer, serializers));
        serializers.addSerializer(Loaded.class, new LoadedSerializer());
        context.addSerializers(serializers);
        SimpleDeserializers deserializers = new SimpleDeserializers();
        new DomainReaders(options).all().forEach(reader -> add(reader, deserializers));
        context.addDeserializers(deserializers);
    }

    private static <T> void add(JsonWriter<T> writer, SimpleSerializers serializers) {
        serializers.addSerializer(writer.type(), new DomainSerializer<>(writer));
    }

    private static <T> void add(JsonReader<T> reader, SimpleDeserializers deserializers) {
        deserializers.addDeserializer(reader.type(), new DomainDeserializer<>(reader));
    }
}
