package org.tallystick.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TownLedger;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.journal.JournalWriter;
import org.tallystick.node.ledger.LedgerMachine;
import org.tallystick.node.ledger.LedgerMachineFactory;

/** A snapshot's mark stands behind the entries that came while its state was written down: a replay compares it all the same. */
class ReplayMarksTest {

    private static final Genesis GENESIS = new Genesis(
            "town",
            "OPERATOR",
            "Town Council",
            "US",
            1,
            List.of(TownLedger.key(TownLedger.BOB).publicKey()));

    @TempDir
    private Path directory = Path.of("");

    private final LedgerMachine machine = new LedgerMachineFactory(GENESIS).create();

    private Replay.Result replayWithMarkAfterTwo(boolean right) throws IOException {
        byte[] hashAfterTwo = {};
        try (JournalWriter journal = JournalWriter.open(directory, 1 << 20)) {
            for (int index = 1; index <= 5; index++) {
                byte[] envelope = ("no envelope " + index).getBytes(StandardCharsets.US_ASCII);
                byte[] receipt = machine.execute(1_000 + index, envelope);
                journal.append(new JournalEntry(index, 1_000 + index, JournalEntry.Kind.ENVELOPE, envelope, receipt));
                if (index == 2) {
                    hashAfterTwo = machine.stateHash();
                }
            }
            if (!right) {
                hashAfterTwo[0] ^= 1;
            }
            journal.append(new JournalMark(2, 1_002, hashAfterTwo));
            journal.append(new JournalMark(5, 1_005, machine.stateHash()));
            journal.flush();
            return Replay.run(journal.journal(), new LedgerMachineFactory(GENESIS).create(), index -> {});
        }
    }

    @Test
    void aMarkBehindLaterEntriesIsComparedAfterItsOwn() throws IOException {
        Replay.Result result = replayWithMarkAfterTwo(true);
        assertThat(result.difference()).isNull();
        assertThat(result.marks()).isEqualTo(2);
        assertThat(result.entries()).isEqualTo(5);
    }

    @Test
    void oneThatDiffersEndsTheReplayAtItsEntry() throws IOException {
        Replay.Result result = replayWithMarkAfterTwo(false);
        assertThat(result.difference()).startsWith("after entry 2: the state hash computed is ");
        assertThat(result.entries()).isEqualTo(2);
    }
}
