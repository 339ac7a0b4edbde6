package io.receivables.payments.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A pool of connections, which looks whether they come back and as they were lent. */
final class Pool implements AutoCloseable {
    private final DataSource database;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lent = new AtomicInteger();
    private final AtomicInteger back = new AtomicInteger();
    private final AtomicInteger spoiled = new AtomicInteger();

    Pool(DataSource database) {
        this.database = database;
    }

    /** How many connections were lent so far. */
    int lent() {
        return lent.get();
    }

    /** How many connections are still lent. */
    int open() {
        return lent.get() - back.get();
    }

    /** How many connections did not come back as they were lent. */
    int spoiled() {
        return spoiled.get();
    }

    /** Gives a connection to whoever asks next. */
    void add(Connection connection) {
        idle.add(connection);
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        return invoke(database, method, arguments);
                    }
                    Connection connection = idle.poll();
                    lent.incrementAndGet();
                    return lend(connection == null ? database.getConnection() : connection);
                });
    }

    private Connection lend(Connection connection) throws SQLException {
        String before = settings(connection);
        AtomicBoolean isBack = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("close")) {
                        return invoke(connection, method, arguments);
                    }
                    if (isBack.getAndSet(true)) {
                        return null;
                    }
                    back.incrementAndGet();
                    if (settings(connection).equals(before)) {
                        idle.add(connection);
                    } else {
                        spoiled.incrementAndGet();
                        connection.close();
                    }
                    return null;
                });
    }

    @Override
    public void close() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String settings(Connection connection) throws SQLException {
        String settings = connection.getAutoCommit() + " " + connection.getTransactionIsolation();
        if (!connection.getAutoCommit()) {
            // asking has begun a transaction
            connection.rollback();
        }
        return settings;
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
