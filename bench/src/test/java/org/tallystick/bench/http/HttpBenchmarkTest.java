package org.tallystick.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.bench.authority.Trades;
import org.tallystick.bench.authority.Workload;
import org.tallystick.bench.http.HttpBenchmark.Size;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Named;

/** An authority in a process of its own is asked over sockets; how fast is not looked at. */
class HttpBenchmarkTest {

    private static final int ACCOUNTS = 20;

    @TempDir
    private Path directory;

    @Test
    void everyLoadRunsAndItsEndStateIsVerified() throws Exception {
        Path file = directory.resolve("figures.json");

        HttpBenchmark.measure(Figures.in(file), new Size(ACCOUNTS, 1, 50, 0.05));

        Figures figures = Figures.in(file);
        for (Named name : new Named[] {Named.HTTP_READS, Named.HTTP_SUBMISSIONS, Named.HTTP_BULK}) {
            assertThat(figures.find(name.title())).as(name.title()).isPresent();
        }
    }

    @Test
    void aSettlementThatNoReceiptTellsIsNoticed() throws Exception {
        try (Authority authority = Authority.start(List.of(directory.toString(), Integer.toString(ACCOUNTS)))) {
            Sessions sessions = Sessions.open(authority);
            Balances balances = Balances.read(authority, new Reads(authority.host(), sessions, ACCOUNTS));
            Posts posts = new Posts(authority.host(), sessions, new Trades(ACCOUNTS, 0).sign(Workload.DVP, 3));
            HttpLoad.flood(authority.address(), 1, 3, posts::request, posts::take);
            List<byte[]> told = posts.receipts().subList(0, 2);

            assertThatThrownBy(() -> balances.move(told, 3))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("3 envelopes, but receipts of 2 entries");

            authority.awaitPosition(balances.move(posts.receipts().subList(2, 3), 1), sessions.alpha());
            balances.compare();
            balances.move(told.subList(0, 1), 1);
            assertThatThrownBy(balances::compare)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the end state is wrong, so no rate is printed: account ");
        }
    }
}
