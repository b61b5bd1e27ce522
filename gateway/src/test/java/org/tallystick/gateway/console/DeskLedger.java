package org.tallystick.gateway.console;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.tallystick.gateway.fixture.InProcessLedger;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.signature.SigningKey;

/** The ledger of a desk, whose parties have keys that follow from their numbers. */
final class DeskLedger extends InProcessLedger {

    static final String NAME = "desk";
    static final int OPERATOR = 1;

    private final InstantSource clock;
    private int instructions;

    DeskLedger(InstantSource clock) {
        super(
                new Genesis(
                        NAME,
                        "OPS",
                        "Desk Operations",
                        "US",
                        1,
                        List.of(key(OPERATOR).publicKey())),
                clock);
        this.clock = clock;
    }

    /** The first key of a party: its seed is the party's number, 32 times. */
    static SigningKey key(int party) {
        byte[] seed = new byte[SigningKey.SEED_LENGTH];
        Arrays.fill(seed, (byte) party);
        return SigningKey.fromSeed(seed);
    }

    /** Submits commands of a party, each on its own. */
    Receipt submit(int party, Command... commands) {
        instructions++;
        Payload payload = new Payload(
                NAME,
                party,
                "desk-" + instructions,
                clock.millis() + 3_600_000,
                BatchMode.INDEPENDENT,
                List.of(commands));
        byte[] nonce = Arrays.copyOf(("nonce " + instructions).getBytes(StandardCharsets.US_ASCII), 16);
        return enter(Envelopes.sign(payload, nonce, key(party)));
    }
}
