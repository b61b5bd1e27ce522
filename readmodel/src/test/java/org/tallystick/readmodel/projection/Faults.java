package org.tallystick.readmodel.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** Connections to a real database that something happens to. */
final class Faults {

    private Faults() {}

    /** What happens before a method of a connection is called. */
    interface Before {

        void call(String method, Object[] arguments) throws Exception;
    }

    /** A connection that is asked through this first. */
    static Connection before(Connection connection, Before before) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    before.call(method.getName(), arguments);
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
