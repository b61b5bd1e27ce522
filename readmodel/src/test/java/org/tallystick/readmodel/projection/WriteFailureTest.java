package org.tallystick.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.readmodel.Readings;

/** The connection breaks between the rows and the position, or before the commit: nothing is twice, nothing is missing. */
@ParameterizedClass
@EnumSource(Readings.Where.class)
class WriteFailureTest {

    @Parameter
    Readings.Where where = Readings.Where.EMBEDDED;

    @ParameterizedTest
    @ValueSource(strings = {"position", "commit"})
    void theNextStartResumes(String at) throws Exception {
        try (Readings readings = Readings.open(where)) {
            AtomicInteger left = new AtomicInteger(3);
            Connections breaking = () -> breaking(readings.database().connect(), at, left);
            try (Follower follower = Follower.start(readings.source(), breaking, Writers.of(readings.database()), 0)) {
                for (long visible = 100; visible < readings.last() + 200; visible += 200) {
                    readings.show(visible);
                    assertThat(follower.await(Math.min(visible, readings.last()), Duration.ofMinutes(1)))
                            .isTrue();
                }
                assertThat(follower.failure()).isEmpty();
            }
            assertThat(left.get()).isLessThanOrEqualTo(0);
            readings.assertSameAsTheLedger();
        }
    }

    /** A connection that breaks so many times, in the middle of a transaction. */
    private static Connection breaking(Connection connection, String at, AtomicInteger left) {
        return Faults.before(connection, (method, arguments) -> {
            boolean now = at.equals("commit")
                    ? method.equals("commit")
                    : method.equals("prepareStatement")
                            && arguments[0].toString().startsWith("update projection");
            if (now && left.getAndDecrement() > 0) {
                connection.close();
                throw new SQLException("the connection broke");
            }
        });
    }
}
