package org.tallystick.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.authority.EmbeddedAuthority;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.wire.signature.SigningKey;

/** A journal as the read model follows it. */
final class JournalSourceTest {

    private static final byte[] NO_ENVELOPE = {1, 2, 3};

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aCursorThatHasMetTheEndGoesOnWhenThereIsMore() throws IOException {
        Genesis genesis = new Genesis(
                "town",
                "OPERATOR",
                "Operator",
                "US",
                1,
                List.of(SigningKey.fromSeed(new byte[32]).publicKey()));
        AuthorityDirectory ledger = AuthorityDirectory.create(directory.resolve("ledger"), genesis);
        try (EmbeddedAuthority authority = EmbeddedAuthority.start(ledger);
                ReceiptSource.Cursor cursor = new JournalSource(authority.node().journal()).from(1)) {
            assertThat(cursor.next()).isNull();
            for (long index = 1; index <= 3; index++) {
                byte[] receipt = authority.submit(NO_ENVELOPE).join();
                LoggedEntry entry = Objects.requireNonNull(cursor.next());
                assertThat(entry.index()).isEqualTo(index);
                assertThat(entry.receipt()).isEqualTo(receipt);
                assertThat(cursor.next()).isNull();
            }
        }
    }
}
