package io.receivables.statements;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** A small part of an XML file, held in memory: elements by their local names, text, and the currency of amounts. */
final class Element {
    /** What says nothing of money, or is of no bounded size. */
    private static final Set<String> PASSED_OVER =
            Set.of("PstlAdr", "CtctDtls", "SplmtryData", "OrgnlTxRef", "CardTx", "LineDtls");

    /** What an element weighs besides its text, in characters. */
    private static final int WEIGHT = 20;

    /** What is missing: it has no text and nothing within. */
    private static final Element NONE = new Element("", "", 0);

    private final String name;
    private final String currency;
    private final int line;
    private final List<Element> within = new ArrayList<>(2);
    private String text = "";
    private boolean tooLarge;
    private int weight;

    private Element(String name, String currency, int line) {
        this.name = name;
        this.currency = currency;
        this.line = line;
    }

    /** Takes parts of an element one by one, so that it need not hold them: the cursor is at the part's start tag. */
    interface Parts {
        /** Whether it took the part, up to its end. */
        boolean take(XmlCursor xml) throws XMLStreamException, IOException;
    }

    /** Reads the element that has begun, up to its end. Beyond so many characters the rest is passed over. */
    static Element read(XmlCursor xml, int most) throws XMLStreamException, IOException {
        return read(xml, most, part -> false);
    }

    static Element read(XmlCursor xml, int most, Parts parts) throws XMLStreamException, IOException {
        Budget budget = new Budget(most);
        Element read = read(xml, budget, parts);
        read.tooLarge = budget.left < 0;
        read.weight = most - budget.left;
        return read;
    }

    private static Element read(XmlCursor xml, Budget budget, Parts parts) throws XMLStreamException, IOException {
        Element read = new Element(xml.name(), xml.attribute("Ccy").strip(), xml.line());
        budget.spend(WEIGHT + read.currency.length());
        boolean isLeaf = true;
        while (xml.next() && xml.isStart()) {
            isLeaf = false;
            if (PASSED_OVER.contains(xml.name())) {
                xml.skip();
            } else if (!parts.take(xml)) {
                Element child = read(xml, budget, parts);
                if (budget.left >= 0) {
                    read.within.add(child);
                }
            }
        }
        if (isLeaf) {
            String text = xml.text();
            budget.spend(xml.isTextTooLong() ? Integer.MAX_VALUE : text.length());
            read.text = budget.left < 0 ? "" : text;
        }
        return read;
    }

    /** Characters that are left. */
    private static final class Budget {
        private int left;

        Budget(int left) {
            this.left = left;
        }

        /** Once it is below zero it stays there. */
        void spend(int characters) {
            left = left < 0 ? left : Math.max(left - characters, -1);
        }
    }

    String name() {
        return name;
    }

    /** Without blanks around it; empty when there is none. */
    String text() {
        return text;
    }

    /** The code in the attribute of an amount; empty when there is none. */
    String currency() {
        return currency;
    }

    int line() {
        return line;
    }

    /** How much it holds, in characters. */
    int weight() {
        return weight;
    }

    /** Whether it had more than was allowed, so that something of it is missing. */
    boolean isTooLarge() {
        return tooLarge;
    }

    /** Whether it is there at all. */
    boolean exists() {
        return this != NONE;
    }

    List<Element> within() {
        return within;
    }

    /** The first element at a path such as {@code Id/IBAN}; one without text where there is none. */
    Element at(String path) {
        return at(path, 0);
    }

    private Element at(String path, int from) {
        int slash = path.indexOf('/', from);
        int length = (slash < 0 ? path.length() : slash) - from;
        for (Element child : within) {
            if (child.name.length() == length && path.startsWith(child.name, from)) {
                Element found = slash < 0 ? child : child.at(path, slash + 1);
                if (found.exists()) {
                    return found;
                }
            }
        }
        return NONE;
    }

    /** The first text that is not empty at one of several paths; empty where there is none. */
    String text(String... paths) {
        for (String path : paths) {
            String found = at(path).text;
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    /** All elements of a name. */
    List<Element> all(String name) {
        List<Element> found = new ArrayList<>(within.size());
        for (Element child : within) {
            if (child.name.equals(name)) {
                found.add(child);
            }
        }
        return found;
    }
}
