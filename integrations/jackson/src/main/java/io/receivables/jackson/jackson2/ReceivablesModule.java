package io.receivables.jackson.jackson2;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import io.receivables.core.Loaded;
import io.receivables.jackson.JsonOptions;
import io.receivables.jackson.internal.DomainReaders;
import io.receivables.jackson.internal.DomainWriters;
import io.receivables.jackson.internal.JsonReader;
import io.receivables.jackson.internal.JsonWriter;

/**
 * Teaches a Jackson 2 mapper the domain model, in the format that {@link io.receivables.jackson} describes. On the class
 * path {@code findAndAddModules()} and {@code findAndRegisterModules()} find it; with options it is registered by hand:
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder()
 *         .addModule(new ReceivablesModule(JsonOptions.standard().amountsAsNumbers()))
 *         .findAndAddModules()
 *         .build();
 * }</pre>
 *
 * <p>A mapper takes a module once, and Jackson 2 keeps the one that came first: add the one with options before finding
 * others.
 */
@SuppressWarnings("exports") // Jackson is optional; whoever names this class has it
public final class ReceivablesModule extends Module {
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
