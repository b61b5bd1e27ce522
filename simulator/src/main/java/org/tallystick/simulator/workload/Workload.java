package org.tallystick.simulator.workload;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.simulator.signing.Signing;

/**
 * What parties send to a ledger, one draft after the other: first the opening, then a mixture of dealing, authority and
 * mischief. It learns from receipts ({@link #told}); the same dice and the same receipts give the same drafts.
 */
public final class Workload {

    private final Cast cast;
    private final Dice dice;
    private final Dealing dealing;
    private final Authorities authorities;
    private final Mischief mischief;
    private final Deque<Supplier<Draft.Letter>> opening;

    /** For a ledger of this name that has been opened at this time, its operator's key being {@link #operatorKeys}. */
    public Workload(String ledger, long nowMillis, Signing signing, Dice dice) {
        this.dice = dice;
        this.cast = new Cast(signing);
        Letters letters = new Letters(ledger, cast, dice.split());
        this.dealing = new Dealing(cast, dice.split(), letters);
        this.authorities = new Authorities(cast, dice.split(), letters, dealing);
        this.mischief = new Mischief(cast, dice.split());
        this.opening = new ArrayDeque<>(new Opening(dice.split(), letters, cast).letters(nowMillis));
    }

    /** With what keys the operator of the ledger must be opened. */
    public static List<PublicKey> operatorKeys(Signing signing) {
        return List.of(signing.key("OPERATOR/1"));
    }

    /** Whether the opening is still being sent: its letters build on each other and must arrive in order. */
    public boolean isOpening() {
        return !opening.isEmpty();
    }

    public Draft next(long nowMillis) {
        Supplier<Draft.Letter> first = opening.poll();
        if (first != null) {
            return first.get();
        }
        Draft.Letter letter = dice.chance(80) ? dealing.letter(nowMillis) : authorities.letter(nowMillis);
        return dice.chance(15) ? mischief.spoil(letter, nowMillis) : letter;
    }

    /** Learns from a receipt. */
    public void told(Receipt receipt) {
        cast.told(receipt);
    }
}
