package org.tallystick.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tallystick.app.authority.Authority;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.key.KeyFile;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.signature.SigningKey;

/**
 * A small ledger for tests, in a directory of its own.
 *
 * <pre>
 * party 1 OPERATOR                keeps the register
 * party 2 BANK   account 1 till   issues asset 1, dollars to the cent
 * party 3 ALICE  account 2 purse  has 1,000.00 dollars
 * party 4 BOB    account 3 purse  has nothing
 * </pre>
 */
public final class TownLedger {

    public static final int OPERATOR = 1;
    public static final int BANK = 2;
    public static final int ALICE = 3;
    public static final int BOB = 4;

    public static final int DOLLARS = 1;
    public static final int ALICES_PURSE = 2;
    public static final int BOBS_PURSE = 3;

    private static final long HOUR_MILLIS = 3_600_000;

    private final AuthorityDirectory directory;
    private int instructions;

    private TownLedger(AuthorityDirectory directory) {
        this.directory = directory;
    }

    /** Lays the directory out; nothing is in the log yet. */
    public static TownLedger create(Path root) throws IOException {
        Genesis genesis = new Genesis(
                "town",
                "OPERATOR",
                "Town Council",
                "US",
                1,
                List.of(key(OPERATOR).publicKey()));
        return new TownLedger(AuthorityDirectory.create(root, genesis));
    }

    /** A party's key: its seed is the party's number, 32 times. */
    public static SigningKey key(int party) {
        byte[] seed = new byte[SigningKey.SEED_LENGTH];
        Arrays.fill(seed, (byte) party);
        return SigningKey.fromSeed(seed);
    }

    /** Writes a party's key to a file. */
    public static Path keyFile(Path directory, int party) throws IOException {
        Path file = directory.resolve("party-" + party + ".pem");
        KeyFile.write(file, key(party));
        return file;
    }

    public AuthorityDirectory directory() {
        return directory;
    }

    public Path root() {
        return directory.root();
    }

    /** Registers everyone in the drawing, and issues Alice's money: entries 1 and 2. */
    public void settle(Authority authority) {
        submit(
                authority,
                OPERATOR,
                register(BANK, "BANK", Role.CASH_ISSUER),
                register(ALICE, "ALICE", Role.PARTICIPANT),
                register(BOB, "BOB", Role.PARTICIPANT),
                new RegisterAccount(1, BANK, "till"),
                new RegisterAccount(ALICES_PURSE, ALICE, "purse"),
                new RegisterAccount(BOBS_PURSE, BOB, "purse"),
                new RegisterAsset(DOLLARS, "USD", BANK, 2, 1, new AssetTerms.Cash("USD")));
        submit(authority, BANK, new IssueCash(DOLLARS, ALICES_PURSE, 100_000));
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

    /** Submits commands of a party, all or nothing, and waits for the receipt. */
    public Receipt submit(Authority authority, int party, Command... commands) {
        return Receipts.decode(authority.submit(envelope(party, commands)).join());
    }

    /** Commands of a party, signed. */
    public byte[] envelope(int party, Command... commands) {
        instructions++;
        Payload payload = new Payload(
                "town",
                party,
                "I" + instructions,
                System.currentTimeMillis() + HOUR_MILLIS,
                BatchMode.ALL_OR_NOTHING,
                List.of(commands));
        byte[] nonce = Arrays.copyOf(("nonce " + instructions).getBytes(StandardCharsets.US_ASCII), 16);
        return Envelopes.sign(payload, nonce, key(party));
    }
}
