package org.tallystick.ledger.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.tallystick.ledger.outcome.Sha256;

/** By what an instruction counts once: 128 bits from a digest of its party and id, so that no one can make two names meet. */
public record InstructionKey(long high, long low) {

    static InstructionKey of(int party, String instructionId) {
        byte[] id = instructionId.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer name = ByteBuffer.allocate(Integer.BYTES + id.length);
        name.putInt(party).put(id);
        ByteBuffer digest = ByteBuffer.wrap(Sha256.start().digest(name.array()));
        return new InstructionKey(digest.getLong(), digest.getLong());
    }
}
