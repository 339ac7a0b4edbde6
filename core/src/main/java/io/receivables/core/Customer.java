package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who owes: an identifier, a name, and attributes to group by ({@link #COUNTRY}, {@link #SEGMENT}, … or any other key).
 *
 * @param id the identifier that the source system uses
 * @param name the name to show
 * @param attributes grouping attributes by key, sorted by key; no value is blank
 */
public record Customer(String id, String name, Map<String, String> attributes) {
    public static final String COUNTRY = "country";
    public static final String SEGMENT = "segment";
    public static final String GROUP = "group";
    public static final String COLLECTOR = "collector";
    public static final String SALES_REPRESENTATIVE = "salesRepresentative";

    /** The language to write in, as an ISO 639 code such as {@code fr}. */
    public static final String LANGUAGE = "language";

    public Customer {
        Checks.id(id, "customer id");
        Objects.requireNonNull(name, "customer name");
        Map<String, String> sorted = new TreeMap<>(attributes);
        sorted.forEach((key, value) -> {
            Checks.id(key, "attribute key of customer", id);
            Checks.that(!value.isBlank(), () -> "attribute " + key + " of customer " + id + " is blank: leave it out");
        });
        attributes = Collections.unmodifiableMap(sorted);
    }

    public static Customer of(String id, String name) {
        return new Customer(id, name, Map.of());
    }

    /** A customer known by its identifier only. */
    public static Customer of(String id) {
        return of(id, id);
    }

    /** This customer with an attribute set. */
    public Customer with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(attributes);
        changed.put(key, value);
        return new Customer(id, name, changed);
    }

    public Customer inCountry(String country) {
        return with(COUNTRY, country);
    }

    public Customer inSegment(String segment) {
        return with(SEGMENT, segment);
    }

    public Customer inGroup(String group) {
        return with(GROUP, group);
    }

    public Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }
}
