package io.receivables.einvoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An element that is kept: its text, attributes and kept children, and where it starts. */
final class Element {
    final String name;
    final int line;
    final int column;
    private final Map<String, String> attributes;
    private final List<Element> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Element(String name, Map<String, String> attributes, int line, int column) {
        this.name = name;
        this.attributes = attributes;
        this.line = line;
        this.column = column;
    }

    void add(Element child) {
        children.add(child);
    }

    void append(String characters) {
        text.append(characters);
    }

    List<Element> children() {
        return children;
    }

    /** The text as written. */
    String raw() {
        return text.toString();
    }

    /** The text without white space around it. */
    String text() {
        return raw().strip();
    }

    /** The value of an attribute without a namespace; empty when there is none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }
}
