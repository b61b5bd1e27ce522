package org.tallystick.simulator.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;

/** Puts commands into payloads that are in order: numbered, valid for a while, signed by all whose word they need. */
final class Letters {

    private final String ledger;
    private final Cast cast;
    private final Dice dice;
    private long written;

    Letters(String ledger, Cast cast, Dice dice) {
        this.ledger = ledger;
        this.cast = cast;
        this.dice = dice;
    }

    Draft.Letter from(int party, long nowMillis, List<Command> commands) {
        return from(party, nowMillis, BatchMode.INDEPENDENT, commands, List.of());
    }

    Draft.Letter from(int party, long nowMillis, BatchMode mode, List<Command> commands) {
        return from(party, nowMillis, mode, commands, List.of());
    }

    /** Signed by others too. */
    Draft.Letter from(int party, long nowMillis, BatchMode mode, List<Command> commands, List<Integer> others) {
        long validUntil = nowMillis + TimeUnit.MINUTES.toMillis(dice.between(1, 600));
        Payload payload = new Payload(ledger, party, "i-" + ++written, validUntil, mode, List.copyOf(commands));
        List<String> keys = new ArrayList<>(keysOf(party));
        others.forEach(other -> keys.addAll(keysOf(other)));
        return new Draft.Letter(payload, keys.stream().distinct().toList());
    }

    private List<String> keysOf(int party) {
        Cast.Member member = cast.member(party);
        return member.keys()
                .subList(0, Math.min(member.threshold(), member.keys().size()));
    }
}
