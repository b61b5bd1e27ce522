package org.tallystick.app.day.plan;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.party.Role;
import org.tallystick.wire.signature.SigningKey;

/**
 * The parties of a run. Each has one account of its own number; the operator's receives the residuals of rounding.
 *
 * <p>Keys come from the seed, so that a run can be repeated: they are for demonstration and protect nothing.
 */
public final class Cast {

    private final long seed;
    private final List<Actor> actors = new ArrayList<>();
    private final Map<BidderClass, Actor> bidders = new EnumMap<>(BidderClass.class);
    private final List<Actor> participants = new ArrayList<>();

    final Actor operator;
    final Actor treasury;
    final Actor reserveBank;
    final Actor euroIssuer;

    /** Suspended from the start: whatever it asks is refused. */
    final Actor suspended;

    /** Its account is frozen from the start, with money on it. */
    final Actor frozen;

    /** Sees everything and moves nothing. */
    final Actor supervisor;

    /** Two keys must sign for it, its own and {@link #secondKey}: it takes no part in the day, and has money to. */
    final Actor fourEyes;

    /** The other key of {@link #fourEyes}. */
    final SigningKey secondKey;

    /** A key of the first participant that is revoked from the start. */
    final SigningKey revokedKey;

    /** A key of no party. */
    final SigningKey strangerKey;

    Cast(long seed, int participantCount) {
        this.seed = seed;
        operator = enter("OPS", "Operator of the ledger", Role.OPERATOR);
        treasury = enter("UST", "United States Treasury", Role.ISSUER);
        reserveBank = enter("FRB", "Federal Reserve Bank", Role.CASH_ISSUER);
        euroIssuer = enter("EUROBANK", "Issuer of tokenised euros", Role.CASH_ISSUER);
        for (BidderClass bidderClass : BidderClass.values()) {
            bidders.put(bidderClass, enter(bidderClass.code(), bidderClass.label(), Role.PARTICIPANT));
        }
        suspended = enter("SUSPENDED", "Suspended participant", Role.PARTICIPANT);
        frozen = enter("FROZEN", "Participant with a frozen account", Role.PARTICIPANT);
        for (int i = 1; i <= participantCount; i++) {
            participants.add(enter("P%04d".formatted(i), "Participant " + i, Role.PARTICIPANT));
        }
        supervisor = enter("SUPERVISOR", "Supervisor of the ledger", Role.SUPERVISOR);
        fourEyes = enter("FOUREYES", "Trading desk for which two must sign", Role.PARTICIPANT);
        secondKey = keyOf("FOUREYES second");
        revokedKey = keyOf("REVOKED");
        strangerKey = keyOf("STRANGER");
    }

    private Actor enter(String code, String name, Role role) {
        Actor actor = new Actor(actors.size() + 1, code, name, role, keyOf(code));
        actors.add(actor);
        return actor;
    }

    private SigningKey keyOf(String code) {
        MessageDigest digest = Sha256.start();
        digest.update("tally day demonstration key\0".getBytes(StandardCharsets.US_ASCII));
        digest.update(BigInteger.valueOf(seed).toByteArray());
        digest.update(code.getBytes(StandardCharsets.US_ASCII));
        return SigningKey.fromSeed(digest.digest());
    }

    /** Everyone, in order of number. */
    public List<Actor> all() {
        return List.copyOf(actors);
    }

    /**
     * The keys by which parties act, by what a person would call them: the party's code, and for a second key the code
     * with a number behind it.
     */
    public SequencedMap<String, SigningKey> keys() {
        SequencedMap<String, SigningKey> keys = new LinkedHashMap<>();
        for (Actor actor : actors) {
            keys.put(actor.code(), actor.key());
        }
        keys.put(fourEyes.code() + "-2", secondKey);
        return keys;
    }

    public Actor byNumber(int number) {
        return actors.get(number - 1);
    }

    Actor bidder(BidderClass bidderClass) {
        return bidders.getOrDefault(bidderClass, operator);
    }

    List<Actor> participants() {
        return participants;
    }

    /** Those who trade: participants, and the bidders that resell what they buy. */
    List<Actor> traders() {
        List<Actor> traders = new ArrayList<>(participants);
        traders.add(bidder(BidderClass.PRIMARY_DEALERS));
        traders.add(bidder(BidderClass.DIRECT));
        traders.add(bidder(BidderClass.INDIRECT));
        return List.copyOf(traders);
    }

    Genesis genesis(String ledger) {
        return new Genesis(
                ledger,
                operator.code(),
                operator.name(),
                "US",
                1,
                List.of(operator.key().publicKey()));
    }
}
