package io.receivables.payments.spi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a provider wants to be told. */
public final class ConfigSpec {
    private final Map<String, ConfigKey<?>> keys;

    private ConfigSpec(Map<String, ConfigKey<?>> keys) {
        this.keys = keys;
    }

    /**
     * All keys, in the order in which they are asked for.
     *
     * @throws IllegalArgumentException if two keys have one name
     */
    public static ConfigSpec of(ConfigKey<?>... keys) {
        Map<String, ConfigKey<?>> byName = new LinkedHashMap<>();
        Arrays.stream(keys).forEach(key -> {
            if (byName.put(key.name(), key) != null) {
                throw new IllegalArgumentException("two keys are named " + key.name());
            }
        });
        return new ConfigSpec(byName);
    }

    /** The keys, in the order given. */
    public List<ConfigKey<?>> keys() {
        return List.copyOf(keys.values());
    }

    public Optional<ConfigKey<?>> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    @Override
    public String toString() {
        return "ConfigSpec" + keys.keySet();
    }
}
