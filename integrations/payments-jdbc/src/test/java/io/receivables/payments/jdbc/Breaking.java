package io.receivables.payments.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database whose connection breaks at some step: before a statement, or before the commit. */
final class Breaking {
    private static final Set<String> STEPS = Set.of("prepareStatement", "commit");

    private Breaking() {}

    static DataSource at(int step, DataSource database) {
        AtomicInteger left = new AtomicInteger(step);
        return (DataSource) Proxy.newProxyInstance(
                Breaking.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    Object result = invoke(database, method, arguments);
                    return result instanceof Connection connection ? breaking(connection, left) : result;
                });
    }

    private static Connection breaking(Connection connection, AtomicInteger left) {
        return (Connection) Proxy.newProxyInstance(
                Breaking.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (STEPS.contains(method.getName()) && left.decrementAndGet() == 0) {
                        connection.close();
                    }
                    return invoke(connection, method, arguments);
                });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
