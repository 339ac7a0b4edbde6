package io.receivables.payments.spi;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is asked to pay, and how to reach them. Personal data: {@link #toString()} shows the customer's id only. */
public final class Payer {
    private final String customerId;
    private final String name;
    private final String language;
    private final @Nullable String email;
    private final @Nullable String phone;

    private Payer(String customerId, String name, String language, @Nullable String email, @Nullable String phone) {
        this.customerId = Objects.requireNonNull(customerId, "customerId");
        this.name = Objects.requireNonNull(name, "name");
        this.language = Objects.requireNonNull(language, "language");
        this.email = email;
        this.phone = phone;
    }

    /** A payer who is written to in English, and whom nobody knows how to reach so far. */
    public static Payer of(String customerId, String name) {
        return new Payer(customerId, name, "en", null, null);
    }

    /** This payer with the language to write in: {@code en} or {@code fr}. */
    public Payer language(String language) {
        return new Payer(customerId, name, language, email, phone);
    }

    public Payer email(String email) {
        return new Payer(customerId, name, language, Objects.requireNonNull(email, "email"), phone);
    }

    /** This payer with a phone number, country first, such as {@code +15142227777}. */
    public Payer phone(String phone) {
        return new Payer(customerId, name, language, email, Objects.requireNonNull(phone, "phone"));
    }

    public String customerId() {
        return customerId;
    }

    public String name() {
        return name;
    }

    /** {@code en} or {@code fr}. */
    public String language() {
        return language;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public Optional<String> phone() {
        return Optional.ofNullable(phone);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payer that
                && customerId.equals(that.customerId)
                && name.equals(that.name)
                && language.equals(that.language)
                && Objects.equals(email, that.email)
                && Objects.equals(phone, that.phone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(customerId, name, language, email, phone);
    }

    @Override
    public String toString() {
        return "Payer[" + customerId + "]";
    }
}
