package org.tallystick.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.app.console.Failure;
import org.tallystick.gateway.GatewayConfig;
import org.tallystick.gateway.Limits;
import picocli.CommandLine;

/** What an operator says of the gateway, and what becomes of it. */
class HttpOptionsTest {

    private static GatewayConfig config(String... options) {
        HttpOptions http = new HttpOptions();
        new CommandLine(http).parseArgs(options);
        return http.config(false, new Demonstration(Map.of()));
    }

    @Test
    void withoutOptionsItListensOnThisMachineOnlyWithTheUsualLimits() {
        GatewayConfig config = config();
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.limits()).isEqualTo(Limits.usual());
    }

    @Test
    void aPartysRateIsWhatTheOperatorSaysAndTwiceThatAtOnce() {
        Limits limits = config("--party-rate", "25000").limits();
        assertThat(limits.requestsPerSecond()).isEqualTo(25_000);
        assertThat(limits.burst()).isEqualTo(50_000);
        assertThat(limits.connections()).isEqualTo(Limits.usual().connections());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "1000001"})
    void aRateThatIsNoneIsRefused(String rate) {
        assertThatThrownBy(() -> config("--party-rate", rate))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("PARTY_RATE_OUT_OF_RANGE"))
                .hasMessageStartingWith("--party-rate is 1 to 1,000,000 requests a second, not ");
    }

    @Test
    void halfOfTlsIsRefused() {
        assertThatThrownBy(() -> config("--tls-key", "key.pem"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("TLS_INCOMPLETE"));
    }
}
