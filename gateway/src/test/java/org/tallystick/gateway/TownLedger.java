package org.tallystick.gateway;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.tallystick.gateway.fixture.InProcessLedger;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishCalendar;
import org.tallystick.ledger.command.AdministrationCommand.PublishPrice;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.signature.SigningKey;

/**
 * A small town.
 *
 * <pre>
 * party 1 OPERATOR                 keeps the register
 * party 2 BANK      account 1 till issues asset 1, dollars to the cent
 * party 3 ALICE     account 2      has 1,000.00 dollars
 * party 4 BOB       account 3      has nothing
 * party 5 WATCH                    supervisor
 * party 6 TREASURY  accounts 4, 5  issuer of asset 2, a note
 * </pre>
 */
public final class TownLedger extends InProcessLedger {

    public static final int OPERATOR = 1;
    public static final int BANK = 2;
    public static final int ALICE = 3;
    public static final int BOB = 4;
    public static final int WATCH = 5;
    public static final int TREASURY = 6;
    public static final int DOLLARS = 1;
    public static final int NOTE = 2;
    public static final int ALICES = 2;
    public static final int BOBS = 3;
    public static final String CUSIP = "91282CXY" + check();

    private static final long HOUR_MILLIS = 3_600_000;

    private int instructions;

    private TownLedger() {
        super(
                new Genesis(
                        "town",
                        "OPERATOR",
                        "Town Council",
                        "US",
                        1,
                        List.of(key(OPERATOR).publicKey())),
                InstantSource.system());
    }

    /** The town as it is drawn: entries 1 to 3. */
    public static TownLedger settled() {
        TownLedger town = new TownLedger();
        town.done(
                OPERATOR,
                register(BANK, "BANK", Role.CASH_ISSUER),
                register(ALICE, "ALICE", Role.PARTICIPANT),
                register(BOB, "BOB", Role.PARTICIPANT),
                register(WATCH, "WATCH", Role.SUPERVISOR),
                register(TREASURY, "TREASURY", Role.ISSUER),
                new RegisterAccount(1, BANK, "till"),
                new RegisterAccount(ALICES, ALICE, "=purse"),
                new RegisterAccount(BOBS, BOB, "purse"),
                new RegisterAccount(4, TREASURY, "general"),
                new RegisterAccount(5, TREASURY, "residual"),
                new RegisterAsset(DOLLARS, "USD", BANK, 2, 1, new AssetTerms.Cash("USD")),
                new RegisterAsset(NOTE, CUSIP, TREASURY, 2, 10_000, new AssetTerms.Treasury(note(), DOLLARS, 4, 5)));
        town.done(BANK, new IssueCash(DOLLARS, ALICES, 100_000));
        town.done(
                OPERATOR,
                new PublishCalendar(2026, 2027, List.of()),
                new OpenBusinessDate(LocalDate.of(2026, 11, 23)),
                new PublishPrice(NOTE, LocalDate.of(2026, 11, 23), 99_500_000, "desk"));
        return town;
    }

    private static FixedCoupon note() {
        return new FixedCoupon(
                Cusip.of(CUSIP),
                4_000_000_000L,
                LocalDate.of(2026, 11, 15),
                LocalDate.of(2027, 5, 15),
                LocalDate.of(2028, 11, 15));
    }

    private static char check() {
        char check = '0';
        while (!Cusip.isValid("91282CXY" + check)) {
            check++;
        }
        return check;
    }

    private static RegisterParty register(int party, String code, Role role) {
        return new RegisterParty(
                party,
                code,
                code + " of the town",
                Roles.of(role),
                "US",
                1,
                List.of(key(party).publicKey()));
    }

    /** A party's key: its seed is the party's number, 32 times. */
    public static SigningKey key(int party) {
        byte[] seed = new byte[SigningKey.SEED_LENGTH];
        Arrays.fill(seed, (byte) party);
        return SigningKey.fromSeed(seed);
    }

    /** Commands of a party, all or nothing, under an id of their own. */
    public Payload payload(int party, Command... commands) {
        instructions++;
        return payload("I" + instructions, party, commands);
    }

    /** Commands of a party under this instruction id. */
    public static Payload payload(String id, int party, Command... commands) {
        return new Payload(
                "town", party, id, System.currentTimeMillis() + HOUR_MILLIS, BatchMode.INDEPENDENT, List.of(commands));
    }

    /** Commands of a party, signed. */
    public byte[] envelope(int party, Command... commands) {
        return sign(payload(party, commands), party);
    }

    /** A payload, signed by parties. */
    public static byte[] sign(Payload payload, int... parties) {
        byte[] nonce = Arrays.copyOf(payload.instructionId().getBytes(StandardCharsets.US_ASCII), 16);
        return Envelopes.sign(
                payload, nonce, Arrays.stream(parties).mapToObj(TownLedger::key).toList());
    }

    /** Carries out commands that must all be accepted. */
    public Receipt done(int party, Command... commands) {
        Receipt receipt = enter(envelope(party, commands));
        if (!(receipt.verdict() instanceof Verdict.Decided decided)
                || decided.outcomes().stream().anyMatch(Outcome.Rejected.class::isInstance)) {
            throw new AssertionError("the story does not go on: " + receipt);
        }
        return receipt;
    }
}
