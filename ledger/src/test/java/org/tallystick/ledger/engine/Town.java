package org.tallystick.ledger.engine;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishCalendar;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.AdministrationCommand.RunDueActions;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;

/**
 * A small ledger for tests: the operator, the Treasury, a Federal Reserve Bank that issues dollars, and two dealers.
 *
 * <pre>
 * party      1 OPS   2 UST            3 FED    4 ALPHA   5 BETA
 * account            1 treasury               2 alpha   3 beta    4 residual (of OPS)
 * asset      1 USD, in cents          2 the 3 1/8 % note of August 2025, in cents of par, lots of $100
 * </pre>
 */
final class Town {

    static final int OPS = 1;
    static final int UST = 2;
    static final int FED = 3;
    static final int ALPHA = 4;
    static final int BETA = 5;

    static final int TREASURY_ACCOUNT = 1;
    static final int ALPHA_ACCOUNT = 2;
    static final int BETA_ACCOUNT = 3;
    static final int RESIDUAL_ACCOUNT = 4;

    static final int USD = 1;
    static final int NOTE = 2;

    static final long MINUTE = 60_000;
    static final long DOLLAR = 100;

    final Ledger ledger;
    long now = Instant.parse("2022-08-10T14:00:00Z").toEpochMilli();
    private int sent;

    private Town(Ledger ledger) {
        this.ledger = ledger;
    }

    static Town empty() {
        return new Town(Ledger.open(new Genesis("town", "OPS", "Operator of the ledger", "US", 1, List.of(key(OPS)))));
    }

    /** With everything in the drawing above, the business date of 10 August 2022 open, and no money yet. */
    static Town settled() {
        Town town = empty();
        town.accepted(
                OPS,
                party(UST, "UST", Role.ISSUER),
                party(FED, "FED", Role.CASH_ISSUER),
                party(ALPHA, "ALPHA", Role.PARTICIPANT),
                party(BETA, "BETA", Role.PARTICIPANT),
                new RegisterAccount(TREASURY_ACCOUNT, UST, "treasury"),
                new RegisterAccount(ALPHA_ACCOUNT, ALPHA, "alpha"),
                new RegisterAccount(BETA_ACCOUNT, BETA, "beta"),
                new RegisterAccount(RESIDUAL_ACCOUNT, OPS, "residual"),
                new RegisterAsset(USD, "USD", FED, 2, 1, new AssetTerms.Cash("USD")),
                new PublishCalendar(2020, 2030, List.of(LocalDate.of(2022, 9, 5))),
                new OpenBusinessDate(LocalDate.of(2022, 8, 10)),
                new RegisterAsset(NOTE, "91282CFE6", UST, 2, 100 * DOLLAR, noteTerms()));
        return town;
    }

    static AssetTerms noteTerms() {
        FixedCoupon note = new FixedCoupon(
                Cusip.of("91282CFE6"),
                3_125_000_000L,
                LocalDate.of(2022, 8, 15),
                LocalDate.of(2023, 2, 15),
                LocalDate.of(2025, 8, 15));
        return new AssetTerms.Treasury(note, USD, TREASURY_ACCOUNT, RESIDUAL_ACCOUNT);
    }

    private static RegisterParty party(int number, String code, Role role) {
        return new RegisterParty(number, code, code + " Inc.", Roles.of(role), "US", 1, List.of(key(number)));
    }

    /** The first key of a party; further ones are {@code key(party, 2)} and so on. */
    static PublicKey key(int party) {
        return key(party, 1);
    }

    static PublicKey key(int party, int which) {
        return new PublicKey(ByteBuffer.allocate(PublicKey.LENGTH)
                .putInt(party)
                .putInt(which)
                .array());
    }

    Town withCash(int account, long cents) {
        accepted(FED, new IssueCash(USD, account, cents));
        return this;
    }

    long cash(int account) {
        return ledger.book().available(account, USD);
    }

    // --- Asking ---

    Payload payload(int party, BatchMode mode, Command... commands) {
        sent++;
        return new Payload("town", party, "I" + sent, now + 5 * MINUTE, mode, List.of(commands));
    }

    Receipt send(Payload payload, PublicKey... signers) {
        Digest digest = new Digest(ByteBuffer.allocate(Digest.LENGTH)
                .putInt(payload.instructionId().hashCode())
                .putInt(payload.commands().hashCode())
                .array());
        return ledger.execute(now, new Entry.Instruction(payload, digest, List.of(signers)));
    }

    Receipt send(int party, Command... commands) {
        return send(payload(party, BatchMode.INDEPENDENT, commands), key(party));
    }

    static List<Outcome> outcomes(Receipt receipt) {
        return switch (receipt.verdict()) {
            case Verdict.Decided decided -> decided.outcomes();
            case Verdict.Repeated repeated -> throw new AssertionError(repeated);
            case Verdict.Refused refused -> throw new AssertionError(refused);
            case Verdict.Ticked ticked -> throw new AssertionError(ticked);
        };
    }

    /** Sends commands that must all be accepted; their events in order. */
    List<Event> accepted(int party, Command... commands) {
        return events(send(party, commands));
    }

    static List<Event> events(Receipt receipt) {
        List<Event> events = new ArrayList<>();
        for (Outcome outcome : outcomes(receipt)) {
            switch (outcome) {
                case Outcome.Accepted accepted -> events.addAll(accepted.events());
                case Outcome.Rejected rejected -> throw new AssertionError(rejected);
            }
        }
        return events;
    }

    /** Sends one command that must be rejected; why. */
    RejectionCode rejected(int party, Command command) {
        return rejected(send(party, command));
    }

    static RejectionCode rejected(Receipt receipt) {
        return switch (outcomes(receipt).getFirst()) {
            case Outcome.Accepted accepted -> throw new AssertionError(accepted);
            case Outcome.Rejected rejected -> rejected.rejection().code();
        };
    }

    static RejectionCode refused(Receipt receipt) {
        return switch (receipt.verdict()) {
            case Verdict.Refused refused -> refused.rejection().code();
            case Verdict.Decided decided -> throw new AssertionError(decided);
            case Verdict.Repeated repeated -> throw new AssertionError(repeated);
            case Verdict.Ticked ticked -> throw new AssertionError(ticked);
        };
    }

    /** Opens a business date and does everything that is due on it. */
    List<Event> open(LocalDate date) {
        now = Math.max(now, date.atStartOfDay().toEpochSecond(java.time.ZoneOffset.UTC) * 1000);
        List<Event> events = new ArrayList<>(accepted(OPS, new OpenBusinessDate(date)));
        events.addAll(accepted(OPS, new RunDueActions(4_096)));
        return events;
    }
}
