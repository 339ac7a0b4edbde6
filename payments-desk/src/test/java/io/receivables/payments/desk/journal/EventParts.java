package io.receivables.payments.desk.journal;

import io.receivables.core.Money;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What events and observations say, to the last accessor: for comparing those that have no equality of their own. */
public final class EventParts {
    private static final Set<String> NO_PARTS = Set.of("hashCode", "toString");

    private EventParts() {}

    /** The parts of a value: those of each element of a list, in order; those of a type of this library by name. */
    public static Object of(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(EventParts::of);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(EventParts::of).toList();
        }
        if (value instanceof Map<?, ?> map) {
            // an order of its own is part of it
            return List.copyOf(map.entrySet());
        }
        boolean isOurs = value.getClass().getPackageName().startsWith("io.receivables");
        return isOurs && !(value instanceof Enum) && !(value instanceof Money) ? accessors(value) : value;
    }

    private static Map<String, Object> accessors(Object value) {
        Map<String, Object> parts = new TreeMap<>();
        parts.put("class", value.getClass());
        for (Method method : value.getClass().getDeclaredMethods()) {
            boolean isAccessor = Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 0
                    && !NO_PARTS.contains(method.getName());
            if (isAccessor) {
                Object part = invoke(method, value);
                parts.put(method.getName(), part == null ? "null" : of(part));
            }
        }
        return parts;
    }

    private static Object invoke(Method method, Object value) {
        try {
            return method.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
