package io.receivables.einvoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way from an element down to others, in the little of XPath that the two syntaxes need: {@code A/B[@scheme=X]/C} and
 * {@code A/B[C/D=X]/E}, with {@code !=} for the opposite.
 */
final class ElementPath {
    private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(@?)([\\w/]+)(!?=)(\\w+)])?(?:/|$)");

    private final List<Predicate<Element>> steps = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    private ElementPath(String text) {
        Matcher step = STEP.matcher(text);
        int end = 0;
        while (end < text.length() && step.find(end) && step.start() == end) {
            String name = step.group(1);
            Predicate<Element> named = element -> element.name.equals(name);
            steps.add(step.group(3) == null ? named : named.and(condition(step)));
            names.add(name);
            end = step.end();
        }
        if (end < text.length()) {
            throw new IllegalArgumentException("path \"" + text + "\" cannot be read from character " + end + " on");
        }
    }

    private Predicate<Element> condition(Matcher step) {
        String tested = step.group(3);
        String value = step.group(5);
        Predicate<Element> equal;
        if (step.group(2).isEmpty()) {
            ElementPath path = of(tested);
            names.addAll(path.names);
            equal = element ->
                    path.from(element).stream().anyMatch(match -> match.text().equals(value));
        } else {
            equal = element -> element.attribute(tested).equals(value);
        }
        return step.group(4).equals("=") ? equal : equal.negate();
    }

    static ElementPath of(String text) {
        return new ElementPath(text);
    }

    /** The elements that it leads to, in the order of the document. */
    List<Element> from(Element start) {
        List<Element> reached = List.of(start);
        for (Predicate<Element> step : steps) {
            reached = reached.stream()
                    .flatMap(element -> element.children().stream())
                    .filter(step)
                    .toList();
        }
        return reached;
    }

    /** The names of all elements on the way. */
    Set<String> names() {
        return names;
    }
}
