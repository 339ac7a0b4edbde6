package io.receivables.jackson.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is wrong with JSON and where; each Jackson line turns it into the exception that its users expect. */
public final class InvalidJson extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SHOWN = 60;

    /**
     * A step of the way to what is wrong.
     *
     * @param owner what has the field or element
     * @param name the field's name
     * @param index the element's position from 0, negative for a field
     */
    public record Step(Class<?> owner, String name, int index) {
        private static final int FIELD = -1;

        public boolean isField() {
            return index == FIELD;
        }
    }

    private final transient Deque<Step> path = new ArrayDeque<>();

    InvalidJson(String explanation) {
        this(explanation, null);
    }

    InvalidJson(String explanation, @Nullable Throwable cause) {
        super(explanation, cause, false, false);
    }

    InvalidJson inField(Class<?> owner, String name) {
        path.addFirst(new Step(owner, name, Step.FIELD));
        return this;
    }

    InvalidJson inElement(int index) {
        path.addFirst(new Step(List.class, "", index));
        return this;
    }

    /** The way to what is wrong, from the inside out. */
    public Iterable<Step> fromInnermost() {
        return path::descendingIterator;
    }

    /** Where and what, {@code facts[3].gross: amount 12.345 has more than 2 decimals …}. */
    @Override
    public String getMessage() {
        StringBuilder where = new StringBuilder();
        for (Step step : path) {
            if (!step.isField()) {
                where.append('[').append(step.index()).append(']');
            } else {
                where.append(where.isEmpty() ? "" : ".").append(shown(step.name()));
            }
        }
        return (where.isEmpty() ? "" : where + ": ") + super.getMessage();
    }

    /** A value made by the domain, whose refusal names the field, the value and the fix. */
    static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidJson(String.valueOf(e.getMessage()), e);
        }
    }

    /** A foreign text as it may stand in a message: of one line and of a bearable length. */
    static String shown(String text) {
        String start = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
