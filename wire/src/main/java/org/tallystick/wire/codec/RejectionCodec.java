package org.tallystick.wire.codec;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.proto.Tally;

/** Rejections. A code goes by its stable number. */
final class RejectionCodec {

    private static final Map<Integer, RejectionCode> BY_NUMBER = byNumber();

    private RejectionCodec() {}

    private static Map<Integer, RejectionCode> byNumber() {
        Map<Integer, RejectionCode> codes = new TreeMap<>();
        Arrays.stream(RejectionCode.values()).forEach(code -> codes.put(code.number(), code));
        return Collections.unmodifiableMap(codes);
    }

    static int encode(RejectionCode code) {
        return code.number();
    }

    static RejectionCode decode(int number) {
        RejectionCode code = BY_NUMBER.get(number);
        if (code == null) {
            throw new MalformedMessage("no rejection code has number " + number);
        }
        return code;
    }

    static Tally.Rejection encode(Rejection rejection) {
        return Tally.Rejection.newBuilder()
                .setCode(encode(rejection.code()))
                .setLeg(rejection.leg())
                .setSubject(rejection.subject())
                .build();
    }

    static Rejection decode(Tally.Rejection message) {
        return new Rejection(decode(message.getCode()), message.getLeg(), message.getSubject());
    }
}
