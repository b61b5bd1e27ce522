package org.tallystick.readmodel;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishCalendar;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;

/**
 * A small town on a real ledger: the operator (1), FED (2) who issues dollars, TREASURY (3), ALPHA (4) with accounts 3 and 5,
 * BETA (5) with account 4, and STRANGER (6) with account 6, who has to do with no one. Asset 1 is the dollar, asset 2 a note.
 */
public final class SmallLedger extends MemoryLog {

    static final int OPERATOR = 1;
    static final int FED = 2;
    static final int TREASURY = 3;
    static final int ALPHA = 4;
    static final int BETA = 5;
    static final int STRANGER = 6;
    static final int USD = 1;
    static final int NOTE = 2;
    static final int ALPHA_MAIN = 3;
    static final int BETA_MAIN = 4;
    static final int STRANGERS = 6;

    static final FixedCoupon TERMS = new FixedCoupon(
            Cusip.of("91282CXA4"),
            4_125_000_000L,
            LocalDate.parse("2026-11-15"),
            LocalDate.parse("2027-05-15"),
            LocalDate.parse("2028-11-15"));

    public final Genesis genesis = new Genesis("town", "OPS", "Town Operations", "US", 1, List.of(key(OPERATOR)));
    final Ledger ledger = Ledger.open(genesis);
    long nowMillis = Instant.parse("2026-11-23T14:00:00Z").toEpochMilli();
    private long digests;

    public SmallLedger() {
        done(submit(
                OPERATOR,
                "setup",
                party(FED, "FED", Role.CASH_ISSUER),
                party(TREASURY, "TREASURY", Role.ISSUER),
                party(ALPHA, "ALPHA", Role.PARTICIPANT),
                party(BETA, "BETA", Role.PARTICIPANT),
                party(STRANGER, "STRANGER", Role.PARTICIPANT),
                new RegisterAccount(1, TREASURY, "paying"),
                new RegisterAccount(2, TREASURY, "residual"),
                new RegisterAccount(ALPHA_MAIN, ALPHA, "main"),
                new RegisterAccount(BETA_MAIN, BETA, "main"),
                new RegisterAccount(5, ALPHA, "second"),
                new RegisterAccount(STRANGERS, STRANGER, "main"),
                new RegisterAsset(USD, "USD", FED, 2, 1, new AssetTerms.Cash("USD")),
                new PublishCalendar(2026, 2028, List.of(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-12-25"))),
                new OpenBusinessDate(LocalDate.parse("2026-11-23")),
                new RegisterAsset(
                        NOTE, TERMS.cusip().value(), TREASURY, 2, 1, new AssetTerms.Treasury(TERMS, USD, 1, 2))));
        done(submit(FED, "cash", new IssueCash(USD, ALPHA_MAIN, 1_000_000), new IssueCash(USD, BETA_MAIN, 500_000)));
    }

    private static RegisterParty party(int number, String code, Role role) {
        return new RegisterParty(number, code, code + " <& Co.>", Roles.of(role), "US", 1, List.of(key(number)));
    }

    static PublicKey key(int party) {
        return new PublicKey(ByteBuffer.allocate(PublicKey.LENGTH).putInt(party).array());
    }

    /** What the parties ask, all of them having signed. */
    Receipt submit(int party, String id, int[] alsoSigned, Command... commands) {
        Payload payload =
                new Payload(genesis.ledger(), party, id, nowMillis + 60_000, BatchMode.INDEPENDENT, List.of(commands));
        List<PublicKey> signers = IntStream.concat(IntStream.of(party), Arrays.stream(alsoSigned))
                .mapToObj(SmallLedger::key)
                .toList();
        Digest digest =
                new Digest(ByteBuffer.allocate(Digest.LENGTH).putLong(++digests).array());
        Receipt receipt = ledger.execute(nowMillis, new Entry.Instruction(payload, digest, signers));
        append(envelope(payload), receipt);
        return receipt;
    }

    Receipt submit(int party, String id, Command... commands) {
        return submit(party, id, new int[0], commands);
    }

    /** Pays dollars at once, by the word of whose they are. */
    Receipt pay(String id, int from, int fromAccount, int toAccount, long amount) {
        return submit(
                from,
                id,
                new InstructSettlement(
                        List.of(new Leg(USD, fromAccount, toAccount, amount)), null, nowMillis + 3_600_000));
    }

    /** Pays a dollar so many times in one entry, between two parties that both have signed. */
    public void payOften(String id, int times) {
        Leg there = new Leg(USD, ALPHA_MAIN, BETA_MAIN, 1);
        Leg back = new Leg(USD, BETA_MAIN, ALPHA_MAIN, 1);
        List<Leg> legs = IntStream.range(0, times)
                .mapToObj(i -> i % 2 == 0 ? there : back)
                .toList();
        done(submit(ALPHA, id, new int[] {BETA}, new InstructSettlement(legs, null, nowMillis + 3_600_000)));
    }

    static void done(Receipt receipt) {
        boolean accepted = receipt.verdict() instanceof Verdict.Decided decided
                && decided.outcomes().stream().allMatch(Outcome.Accepted.class::isInstance);
        if (!accepted) {
            throw new AssertionError("not done: " + receipt);
        }
    }
}
