package org.tallystick.bench.authority;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishCalendar;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.AdministrationCommand.RunDueActions;
import org.tallystick.ledger.command.AuctionCommand.AnnounceAuction;
import org.tallystick.ledger.command.AuctionCommand.AwardAuction;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;

/**
 * How the world comes to be, by instructions as anyone would give them: the register, dollars for every account, a note
 * bought at auction by the first account and delivered from there to all others.
 */
public final class Founding {

    /** What each account has of either asset, in minor units: a hundred million, in cents. */
    public static final long EACH = 10_000_000_000L;

    static final int PAYING_ACCOUNT = 1;
    static final int RESIDUAL_ACCOUNT = 2;

    /** The first of the custodians' accounts; the others follow without gaps. */
    public static final int FIRST_ACCOUNT = 3;

    private static final int COMMANDS_PER_ENVELOPE = 1_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final long PRICE_MICROS = 99_875_000;
    private static final long ACCRUED_MICROS = 91_160;

    private final World world;
    private final int accounts;
    private int sent;

    private Founding(World world) {
        this.world = world;
        this.accounts = world.accounts();
    }

    static void carryOut(World world) throws InterruptedException {
        Founding founding = new Founding(world);
        founding.register();
        founding.issueDollars();
        founding.auctionTheNote();
        founding.deliverTheNote();
    }

    private void register() throws InterruptedException {
        send(
                World.OPERATOR,
                party(World.CENTRAL_BANK, "FED", Role.CASH_ISSUER),
                party(World.TREASURY, "TREASURY", Role.ISSUER),
                party(World.ALPHA, "ALPHA", Role.PARTICIPANT),
                party(World.BETA, "BETA", Role.PARTICIPANT),
                new RegisterAccount(PAYING_ACCOUNT, World.TREASURY, "paying"),
                new RegisterAccount(RESIDUAL_ACCOUNT, World.TREASURY, "residual"),
                new RegisterAsset(World.DOLLARS, "USD", World.CENTRAL_BANK, 2, 1, new AssetTerms.Cash("USD")),
                new PublishCalendar(2026, 2028, List.of()),
                new OpenBusinessDate(TODAY),
                new RegisterAsset(World.NOTE, "91282CXA4", World.TREASURY, 2, 1, note()));
        forEachAccount(
                World.OPERATOR,
                i -> new RegisterAccount(
                        FIRST_ACCOUNT + i, i < accounts / 2 ? World.ALPHA : World.BETA, "client " + (i + 1)));
    }

    private static RegisterParty party(int number, String code, Role role) {
        return new RegisterParty(
                number,
                code,
                code,
                Roles.of(role),
                "US",
                1,
                List.of(World.key(number).publicKey()));
    }

    private static AssetTerms note() {
        FixedCoupon terms = new FixedCoupon(
                Cusip.of("91282CXA4"),
                4_125_000_000L,
                LocalDate.of(2026, 11, 15),
                LocalDate.of(2027, 5, 15),
                LocalDate.of(2028, 11, 15));
        return new AssetTerms.Treasury(terms, World.DOLLARS, PAYING_ACCOUNT, RESIDUAL_ACCOUNT);
    }

    private void issueDollars() throws InterruptedException {
        forEachAccount(World.CENTRAL_BANK, i -> new IssueCash(World.DOLLARS, FIRST_ACCOUNT + i, EACH));
        send(World.CENTRAL_BANK, new IssueCash(World.DOLLARS, FIRST_ACCOUNT, par()));
    }

    private long par() {
        return EACH * accounts;
    }

    private void auctionTheNote() throws InterruptedException {
        long tomorrow = System.currentTimeMillis() + Duration.ofDays(1).toMillis();
        send(
                World.ALPHA,
                new PlaceHold(FIRST_ACCOUNT, World.DOLLARS, par(), new Beneficiary.Auction(1), tomorrow, "bid"));
        send(
                World.TREASURY,
                new AnnounceAuction(1, World.NOTE, par(), TODAY, TODAY),
                new AwardAuction(1, PRICE_MICROS, ACCRUED_MICROS, List.of(new Award(FIRST_ACCOUNT, par()))));
        send(World.OPERATOR, new RunDueActions(1));
    }

    private void deliverTheNote() throws InterruptedException {
        long tomorrow = System.currentTimeMillis() + Duration.ofDays(1).toMillis();
        List<byte[]> envelopes = new ArrayList<>();
        for (int from = 1; from < accounts; from += COMMANDS_PER_ENVELOPE) {
            List<Leg> legs = new ArrayList<>();
            for (int i = from; i < Math.min(accounts, from + COMMANDS_PER_ENVELOPE); i++) {
                legs.add(new Leg(World.NOTE, FIRST_ACCOUNT, FIRST_ACCOUNT + i, EACH));
            }
            envelopes.add(World.envelope(nextId(), List.of(new InstructSettlement(legs, null, tomorrow)), World.ALPHA));
        }
        world.carryOut(envelopes);
    }

    private void forEachAccount(int party, IntFunction<Command> command) throws InterruptedException {
        List<byte[]> envelopes = new ArrayList<>();
        for (int from = 0; from < accounts; from += COMMANDS_PER_ENVELOPE) {
            List<Command> commands = new ArrayList<>();
            for (int i = from; i < Math.min(accounts, from + COMMANDS_PER_ENVELOPE); i++) {
                commands.add(command.apply(i));
            }
            envelopes.add(World.envelope(nextId(), commands, party));
        }
        world.carryOut(envelopes);
    }

    private void send(int party, Command... commands) throws InterruptedException {
        world.carryOut(List.of(World.envelope(nextId(), List.of(commands), party)));
    }

    private String nextId() {
        return "F" + ++sent;
    }
}
