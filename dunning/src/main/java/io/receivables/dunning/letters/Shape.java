package io.receivables.dunning.letters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a name means to templates: the declaration against which templates are checked before any letter is written, and
 * to which every model conforms. Each declared name is an object of its own, so that two of the same look differ.
 */
final class Shape {
    enum Kind {
        /** A text that is always there. */
        TEXT,
        /** A text that may be absent: a section, and within it a value. */
        OPTIONAL_TEXT,
        /** True or false: a section that brings no names. */
        FLAG,
        /** Several texts, each {@code .} within the section. */
        TEXTS,
        /** Several entries with names of their own. */
        LIST,
        /** One entry with names of its own. */
        OBJECT,
        /** One entry that may be absent. */
        OPTIONAL_OBJECT
    }

    private final Kind kind;
    private final Map<String, Shape> members;

    private Shape(Kind kind, Map<String, Shape> members) {
        this.kind = kind;
        this.members = members;
    }

    Kind kind() {
        return kind;
    }

    Map<String, Shape> members() {
        return members;
    }

    Optional<Shape> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    boolean isRepeated() {
        return kind == Kind.LIST || kind == Kind.TEXTS;
    }

    boolean mayBeAbsent() {
        return kind == Kind.OPTIONAL_TEXT || kind == Kind.OPTIONAL_OBJECT;
    }

    /** Collects the names of one entry. */
    static final class Names {
        private final Map<String, Shape> members = new LinkedHashMap<>();

        private Names put(List<String> names, Kind kind) {
            names.forEach(name -> members.put(name, new Shape(kind, Map.of())));
            return this;
        }

        Names texts(String... names) {
            return put(List.of(names), Kind.TEXT);
        }

        Names optional(String... names) {
            return put(List.of(names), Kind.OPTIONAL_TEXT);
        }

        Names flags(String... names) {
            return put(List.of(names), Kind.FLAG);
        }

        Names lists(String... names) {
            return put(List.of(names), Kind.TEXTS);
        }

        Names list(String name, Names entry) {
            members.put(name, new Shape(Kind.LIST, entry.members));
            return this;
        }

        Names object(String name, Names entry) {
            members.put(name, new Shape(Kind.OBJECT, entry.members));
            return this;
        }

        Names optionalObject(String name, Names entry) {
            members.put(name, new Shape(Kind.OPTIONAL_OBJECT, entry.members));
            return this;
        }

        Shape shape() {
            return new Shape(Kind.OBJECT, members);
        }
    }

    static Names names() {
        return new Names();
    }
}
