package io.receivables.dashboard;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML with inline SVG. Text and attribute values are made safe and escaped here and nowhere else; names of
 * elements and attributes are the caller's own. Attributes are given as name, value, name, value, …
 */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    Html open(String element, String... attributes) {
        out.append('<').append(element);
        attributes(attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that never has content: a void one of HTML, or one of SVG. */
    Html empty(String element, String... attributes) {
        out.append('<').append(element);
        attributes(attributes);
        out.append("/>");
        return this;
    }

    /** An element with a text. */
    Html leaf(String element, Twin text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element with text from data, kept from turning the direction of what stands around it. */
    Html data(String text) {
        out.append("<bdi>");
        escape(text);
        out.append("</bdi>");
        return this;
    }

    /** A text in both languages; the style sheet shows the one of the page. */
    Html text(Twin text) {
        if (text.isSame()) {
            escape(text.english());
            return this;
        }
        String element = open.contains("svg") ? "tspan" : "span";
        return open(element, "lang", "en")
                .text(Twin.same(text.english()))
                .close()
                .open(element, "lang", "fr")
                .text(Twin.same(text.french()))
                .close();
    }

    /** What is HTML already and comes from this module. */
    Html raw(String html) {
        out.append(html);
        return this;
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        String safe = SafeText.of(text);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    /** All that was written. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
