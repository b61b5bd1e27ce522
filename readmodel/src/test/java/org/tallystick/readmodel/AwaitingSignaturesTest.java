package org.tallystick.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.readmodel.AwaitingSignatures.Waiting;
import org.tallystick.wire.signature.Signature;

/** What waits for a second key survives restarts and rebuilds, and is told to its party alone. */
@ParameterizedClass
@EnumSource(names = {"IN_FILES", "POSTGRES"})
class AwaitingSignaturesTest {

    private static final byte[] PAYLOAD = {1, 2, 3};
    private static final Digest DIGEST = Sha256.of(PAYLOAD);

    @Parameter
    TestDatabase database = TestDatabase.IN_FILES;

    private static Signature by(int key, int mark) {
        byte[] bytes = new byte[Signature.LENGTH];
        bytes[0] = (byte) mark;
        return new Signature(SmallLedger.key(key), bytes);
    }

    @Test
    void aPayloadWaitsUntilItIsSignedOrItsTimeIsOver() throws Exception {
        SmallLedger town = new SmallLedger();
        ReadModelConfig config = database.fresh();
        try (ReadModel model = ReadModel.open(config, town.genesis)) {
            AwaitingSignatures awaiting = model.awaitingSignatures();
            awaiting.put(new Waiting(DIGEST, 4, "trade-1", 9_000, 1_000, PAYLOAD, List.of(by(41, 1))));
            awaiting.put(new Waiting(DIGEST, 4, "trade-1", 9_000, 1_500, PAYLOAD, List.of(by(42, 2))));
            assertThat(awaiting.addSignature(5, DIGEST, by(51, 1), 2_000)).isFalse();
            assertThat(awaiting.addSignature(4, DIGEST, by(43, 1), 2_000)).isTrue();
            assertThat(awaiting.addSignature(4, DIGEST, by(42, 7), 3_000)).isTrue();
            assertThat(awaiting.ofParty(5)).isEmpty();
            assertThat(awaiting.find(5, DIGEST)).isEmpty();
            assertThat(awaiting.remove(5, DIGEST)).isFalse();
            model.rebuild(town, entry -> {});
        }
        try (ReadModel model = ReadModel.open(config, town.genesis)) {
            AwaitingSignatures awaiting = model.awaitingSignatures();
            Waiting waiting = awaiting.ofParty(4).getFirst();
            assertThat(waiting.payload()).isEqualTo(PAYLOAD);
            assertThat(waiting.sinceMillis()).isEqualTo(1_000);
            assertThat(waiting.signatures()).containsExactly(by(41, 1), by(43, 1), by(42, 7));
            assertThat(awaiting.expire(9_000)).isZero();
            assertThat(awaiting.expire(9_001)).isEqualTo(1);
            assertThat(awaiting.count()).isZero();

            awaiting.put(new Waiting(DIGEST, 4, "trade-2", 9_000, 1_000, PAYLOAD, List.of(by(41, 1))));
            assertThat(awaiting.remove(4, DIGEST)).isTrue();
            assertThat(awaiting.find(4, DIGEST)).isEmpty();
        }
    }
}
