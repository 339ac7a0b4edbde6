package io.receivables.payments.spi;

import io.receivables.core.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a provider was told, read and checked. {@link #toString()} shows names only. */
public final class ProviderConfig {
    private final Map<String, Object> values;

    private ProviderConfig(Map<String, Object> values) {
        this.values = values;
    }

    /** {@link #of(ConfigSpec, Map, Map)} for a provider without secrets. */
    public static ProviderConfig of(ConfigSpec spec, Map<String, String> values) {
        return of(spec, values, Map.of());
    }

    /**
     * A configuration.
     *
     * @param values the texts by name, secrets excepted
     * @param secrets the secrets by name
     * @throws IllegalArgumentException if it has problems; the message lists them all
     */
    public static ProviderConfig of(ConfigSpec spec, Map<String, String> values, Map<String, Secret> secrets) {
        List<Problem> problems = problems(spec, values, secrets);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("configuration has " + problems.size() + " errors: "
                    + problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
        Map<String, Object> read = new HashMap<>(secrets);
        values.forEach((name, text) -> spec.key(name).ifPresent(key -> read.put(name, key.read(text))));
        for (ConfigKey<?> key : spec.keys()) {
            key.otherwise().ifPresent(value -> read.putIfAbsent(key.name(), value));
        }
        return new ProviderConfig(read);
    }

    /** All that is wrong with a configuration. */
    public static List<Problem> problems(ConfigSpec spec, Map<String, String> values, Map<String, Secret> secrets) {
        List<Problem> problems = new ArrayList<>();
        Set<String> names = new TreeSet<>(values.keySet());
        names.addAll(secrets.keySet());
        for (String name : names) {
            Optional<ConfigKey<?>> key = spec.key(name);
            if (key.isEmpty()) {
                problems.add(Problem.of(
                        ConfigProblem.UNKNOWN_KEY,
                        "key",
                        name,
                        "known",
                        spec.keys().stream().map(ConfigKey::name).collect(Collectors.joining(", "))));
            } else if (key.get().isSecret() && values.containsKey(name)) {
                problems.add(Problem.of(ConfigProblem.SECRET_AMONG_VALUES, "key", name));
            } else if (values.containsKey(name)) {
                wrong(key.get(), values.get(name)).ifPresent(problems::add);
            } else {
                wrongSecret(key.get(), Objects.requireNonNull(secrets.get(name)))
                        .ifPresent(problems::add);
            }
        }
        for (ConfigKey<?> key : spec.keys()) {
            if (key.isRequired() && !names.contains(key.name())) {
                problems.add(Problem.of(ConfigProblem.MISSING, "key", key.name(), "meaning", key.meaning()));
            }
        }
        return problems;
    }

    private static Optional<Problem> wrong(ConfigKey<?> key, String text) {
        return demand(key, text)
                .map(demand ->
                        Problem.of(ConfigProblem.WRONG_VALUE, "key", key.name(), "value", text, "demand", demand));
    }

    private static Optional<Problem> wrongSecret(ConfigKey<?> key, Secret secret) {
        return demand(key, secret.reveal())
                .map(demand -> Problem.of(ConfigProblem.WRONG_SECRET, "key", key.name(), "demand", demand));
    }

    /** What a text should be and is not. */
    private static Optional<String> demand(ConfigKey<?> key, String text) {
        try {
            key.read(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * What was told.
     *
     * @throws IllegalArgumentException if the key may be absent and is: ask with {@link #find}
     */
    public <T> T get(ConfigKey<T> key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException(key.name() + " is not given and has no other value"));
    }

    /** What was told; empty where nothing was and there is no other value. */
    @SuppressWarnings("unchecked") // put there by the key that reads it
    public <T> Optional<T> find(ConfigKey<T> key) {
        return Optional.ofNullable((T) values.get(key.name()));
    }

    @Override
    public String toString() {
        return "ProviderConfig" + new TreeSet<>(values.keySet());
    }
}
