package io.receivables.payments.spi;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a provider wants to be told: its name, and how its text is read.
 *
 * @param <T> what comes of the text
 */
public final class ConfigKey<T> {
    /** Hosts to which a URI may lead without TLS: this machine, for tests. */
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Reads a text, or throws an {@link IllegalArgumentException} that says what is wrong with it. */
    private final Function<String, T> reader;

    private final String name;
    private final String meaning;
    private final boolean secret;
    private final boolean required;
    private final @Nullable T otherwise;

    private ConfigKey(
            String name,
            String meaning,
            Function<String, T> reader,
            boolean secret,
            boolean required,
            @Nullable T otherwise) {
        if (!name.matches("[a-z][A-Za-z0-9]{0,39}")) {
            throw new IllegalArgumentException("key \"" + name
                    + "\" is no name: use at most 40 letters and digits, the first a lower-case letter");
        }
        this.name = name;
        this.meaning = Objects.requireNonNull(meaning, "meaning");
        this.reader = reader;
        this.secret = secret;
        this.required = required;
        this.otherwise = otherwise;
    }

    private static <T> ConfigKey<T> of(String name, String meaning, Function<String, T> reader) {
        return new ConfigKey<>(name, meaning, reader, false, true, null);
    }

    /** A text. What it means is told in a few words for whoever fills it in. */
    public static ConfigKey<String> text(String name, String meaning) {
        return of(name, meaning, Function.identity());
    }

    /** A text that nobody sees who does not need it. */
    public static ConfigKey<Secret> secret(String name, String meaning) {
        return new ConfigKey<>(name, meaning, Secret::of, true, true, null);
    }

    /** An address: {@code https}, or {@code http} to this machine. */
    public static ConfigKey<URI> uri(String name, String meaning) {
        return of(name, meaning, ConfigKey::readUri);
    }

    public static ConfigKey<Integer> integer(String name, String meaning) {
        return of(name, meaning, ConfigKey::readInteger);
    }

    /** {@code true} or {@code false}. */
    public static ConfigKey<Boolean> flag(String name, String meaning) {
        return of(name, meaning, ConfigKey::readFlag);
    }

    /** An amount as {@code CAD 3000.00}. */
    public static ConfigKey<Money> amount(String name, String meaning) {
        return of(name, meaning, ConfigKey::readAmount);
    }

    /** A time as ISO 8601 has it: {@code PT2H}, {@code P30D}. */
    public static ConfigKey<Duration> duration(String name, String meaning) {
        return of(name, meaning, ConfigKey::readDuration);
    }

    /** This key with a value for where none is given. */
    public ConfigKey<T> orElse(T value) {
        return new ConfigKey<>(name, meaning, reader, secret, false, Objects.requireNonNull(value, "value"));
    }

    /** This key, which need not be given. */
    public ConfigKey<T> optional() {
        return new ConfigKey<>(name, meaning, reader, secret, false, null);
    }

    /**
     * This key for values of some kind only.
     *
     * @param demand what is wanted, such as "between 1 and 400"
     */
    public ConfigKey<T> where(Predicate<? super T> isRight, String demand) {
        Function<String, T> checked = text -> {
            T value = reader.apply(text);
            if (!isRight.test(value)) {
                throw new IllegalArgumentException(demand);
            }
            return value;
        };
        return new ConfigKey<>(name, meaning, checked, secret, required, otherwise);
    }

    public String name() {
        return name;
    }

    public String meaning() {
        return meaning;
    }

    public boolean isSecret() {
        return secret;
    }

    public boolean isRequired() {
        return required;
    }

    /** The value for where none is given. */
    public Optional<T> otherwise() {
        return Optional.ofNullable(otherwise);
    }

    T read(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a text that is not blank");
        }
        return reader.apply(text);
    }

    private static URI readUri(String text) {
        try {
            URI uri = new URI(text);
            boolean isSafe = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && HERE.contains(String.valueOf(uri.getHost())));
            if (isSafe && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told as any other text that is no address
        }
        throw new IllegalArgumentException("an address that begins with https://, without a user");
    }

    private static Integer readInteger(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number", e);
        }
    }

    private static Boolean readFlag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static Money readAmount(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length == 2) {
            try {
                return Money.of(new BigDecimal(parts[1]), Money.currency(parts[0]));
            } catch (IllegalArgumentException e) {
                // told as any other text that is no amount
            }
        }
        throw new IllegalArgumentException("an amount such as CAD 3000.00");
    }

    private static Duration readDuration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time such as PT2H or P30D", e);
        }
    }

    @Override
    public String toString() {
        return "ConfigKey[" + name + "]";
    }
}
