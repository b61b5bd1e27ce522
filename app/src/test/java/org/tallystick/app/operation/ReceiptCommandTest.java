package org.tallystick.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.app.TallyRun.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TallyRun;
import org.tallystick.app.TownLedger;
import org.tallystick.app.authority.EmbeddedAuthority;

class ReceiptCommandTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void anEntryIsReadAgainWithWhatWasSignedByWhomAndWhatWasDecided() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        try (EmbeddedAuthority authority = EmbeddedAuthority.start(town.directory())) {
            town.settle(authority);
            authority.submit("no envelope".getBytes(StandardCharsets.US_ASCII)).join();
        }

        JsonNode first = new ObjectMapper()
                .readTree(tally("receipt", "1", "--data", town.root(), "--json").out());
        assertThat(first.get("signed").get("party").asInt()).isEqualTo(1);
        assertThat(first.get("keys")).hasSize(1);
        assertThat(first.get("receipt").get("index").asLong()).isEqualTo(1);

        TallyRun bytes = tally("receipt", "3", "--data", town.root());
        assertThat(bytes.exitCode()).isZero();
        assertThat(bytes.out()).contains("\"bytes\" : 11").contains("MALFORMED");
    }

    @Test
    void anEntryThatIsNotThereIsSaidSo() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        try (EmbeddedAuthority authority = EmbeddedAuthority.start(town.directory())) {
            town.settle(authority);
        }

        TallyRun run = tally("receipt", "99", "--data", town.root());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("NO_SUCH_ENTRY: the log has no entry 99: it has the entries 1 to 2");
    }
}
