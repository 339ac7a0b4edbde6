package io.receivables.payments.spi;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a payer does in order to pay: follows a link, or fills in a transfer, by hand or by a code to scan. */
public final class PayerAction {
    private final @Nullable URI link;
    private final Map<String, String> instructions;
    private final String code;

    private PayerAction(@Nullable URI link, Map<String, String> instructions, String code) {
        this.link = link;
        this.instructions = Collections.unmodifiableMap(new LinkedHashMap<>(instructions));
        this.code = Objects.requireNonNull(code, "code");
    }

    /** A page to pay on. */
    public static PayerAction follow(URI link) {
        return new PayerAction(Objects.requireNonNull(link, "link"), Map.of(), "");
    }

    /**
     * What to fill in, by name and in order: {@code account}, {@code reference}, {@code payee}, {@code bank}, {@code address}
     * and others that the rail knows.
     */
    public static PayerAction fillIn(Map<String, String> instructions) {
        return new PayerAction(null, instructions, "");
    }

    /** This action with the text of a code to scan that says the same. */
    public PayerAction scan(String code) {
        return new PayerAction(link, instructions, code);
    }

    public Optional<URI> link() {
        return Optional.ofNullable(link);
    }

    /** What to fill in, by name; empty where there is a link alone. */
    public Map<String, String> instructions() {
        return instructions;
    }

    /** The text of a code to scan; empty for none. */
    public String code() {
        return code;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PayerAction that
                && Objects.equals(link, that.link)
                && instructions.equals(that.instructions)
                && code.equals(that.code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(link, instructions, code);
    }

    /** Says of what kind it is, not where it leads: whoever has the link may pay, or see who owes. */
    @Override
    public String toString() {
        return "PayerAction[" + (link == null ? "" : "link ") + instructions.keySet() + "]";
    }
}
