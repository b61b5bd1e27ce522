package org.tallystick.gateway.console;

import java.time.LocalDate;
import java.util.List;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishCalendar;
import org.tallystick.ledger.command.AdministrationCommand.PublishPrice;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterKey;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.AdministrationCommand.SetThreshold;
import org.tallystick.ledger.command.AuctionCommand.AnnounceAuction;
import org.tallystick.ledger.command.AuctionCommand.AwardAuction;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;

/**
 * A small market, told to a ledger.
 *
 * <pre>
 * party 1 OPS     operator
 * party 2 FED     cash issuer     account 3
 * party 3 UST     issuer          accounts 1 general, 2 rounding
 * party 4 ALPHA   participant     accounts 4 house, 5 clients
 * party 5 BETA    participant     account 6
 * party 6 GAMMA   participant     account 7; two of its keys must sign
 * party 7 WATCH   supervisor
 * asset 1 USD, 2 a bill, 3 a note, 4 a bond, 5 a TIPS, 6 a floating rate note; 2 to 4 are auctioned and issued
 * </pre>
 */
final class DeskStory {

    static final int FED = 2;
    static final int UST = 3;
    static final int ALPHA = 4;
    static final int BETA = 5;
    static final int GAMMA = 6;
    static final int WATCH = 7;

    static final int USD = 1;
    static final int BILL = 2;
    static final int NOTE = 3;

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 20);
    static final LocalDate SECOND_DAY = LocalDate.of(2026, 11, 23);

    private static final long DAY_MILLIS = 86_400_000;

    private final DeskLedger ledger;
    private final long now;

    private DeskStory(DeskLedger ledger, long now) {
        this.ledger = ledger;
        this.now = now;
    }

    /** Tells it, with this name and label for ALPHA and its first account. */
    static void tell(DeskLedger ledger, long nowMillis, String name, String label) {
        DeskStory story = new DeskStory(ledger, nowMillis);
        story.register(name, label);
        story.auction();
        story.trade();
    }

    private void register(String name, String label) {
        done(
                DeskLedger.OPERATOR,
                party(FED, "FED", "Reserve Bank", Role.CASH_ISSUER),
                party(UST, "UST", "Department of the Treasury", Role.ISSUER),
                party(ALPHA, "ALPHA", name, Role.PARTICIPANT),
                party(BETA, "BETA", "Beta Bank", Role.PARTICIPANT),
                party(GAMMA, "GAMMA", "Gamma Money Market Fund", Role.PARTICIPANT),
                party(WATCH, "WATCH", "Market Supervisor", Role.SUPERVISOR),
                new RegisterKey(GAMMA, DeskLedger.key(60).publicKey()),
                new SetThreshold(GAMMA, 2),
                new RegisterAccount(1, UST, "general"),
                new RegisterAccount(2, UST, "rounding"),
                new RegisterAccount(3, FED, "issuance"),
                new RegisterAccount(4, ALPHA, label),
                new RegisterAccount(5, ALPHA, "clients"),
                new RegisterAccount(6, BETA, "house"),
                new RegisterAccount(7, GAMMA, "fund"),
                new RegisterAsset(USD, "USD", FED, 2, 1, new AssetTerms.Cash("USD")),
                security(BILL, new Bill(cusip("912797XY"), FIRST_DAY, LocalDate.of(2027, 2, 18))),
                security(
                        NOTE,
                        new FixedCoupon(
                                cusip("91282CXY"),
                                3_625_000_000L,
                                LocalDate.of(2026, 11, 15),
                                LocalDate.of(2027, 5, 15),
                                LocalDate.of(2033, 11, 15))),
                security(
                        4,
                        new FixedCoupon(
                                cusip("912810XY"),
                                4_250_000_000L,
                                LocalDate.of(2026, 11, 15),
                                LocalDate.of(2027, 5, 15),
                                LocalDate.of(2056, 11, 15))),
                security(
                        5,
                        new Tips(
                                cusip("91282CTP"),
                                1_875_000_000L,
                                LocalDate.of(2026, 7, 15),
                                LocalDate.of(2027, 1, 15),
                                LocalDate.of(2036, 7, 15),
                                32_412_345)),
                security(
                        6,
                        new FloatingRateNote(
                                cusip("91282CFR"),
                                155_000_000L,
                                LocalDate.of(2026, 10, 31),
                                LocalDate.of(2027, 1, 31),
                                LocalDate.of(2028, 10, 31))),
                new PublishCalendar(
                        2026,
                        2027,
                        List.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1))),
                new OpenBusinessDate(FIRST_DAY));
        done(
                FED,
                new IssueCash(USD, 4, 90_000_000_00L * 100),
                new IssueCash(USD, 6, 75_000_000_00L * 100),
                new IssueCash(USD, 7, 40_000_000_00L * 100));
    }

    private void auction() {
        done(
                UST,
                new AnnounceAuction(1, BILL, 5_000_000_000_00L, FIRST_DAY, SECOND_DAY),
                new AnnounceAuction(2, NOTE, 4_000_000_000_00L, FIRST_DAY, SECOND_DAY),
                new AnnounceAuction(3, 4, 1_000_000_000_00L, FIRST_DAY, SECOND_DAY));
        for (int bidder : new int[] {ALPHA, BETA}) {
            int account = bidder == ALPHA ? 4 : 6;
            for (int auction = 1; auction <= 3; auction++) {
                done(
                        bidder,
                        new PlaceHold(
                                account,
                                USD,
                                2_500_000_000_00L / auction,
                                new Beneficiary.Auction(auction),
                                now + 10 * DAY_MILLIS,
                                "bid " + auction));
            }
        }
        done(
                UST,
                new AwardAuction(
                        1, 99_057_893, 0, List.of(new Award(4, 1_500_000_000_00L), new Award(6, 1_000_000_000_00L))),
                new AwardAuction(
                        2,
                        99_412_500,
                        80_110_000L,
                        List.of(new Award(4, 700_000_000_00L), new Award(6, 800_000_000_00L))),
                new AwardAuction(3, 98_250_000, 93_900_000L, List.of(new Award(4, 200_000_000_00L))));
        done(
                DeskLedger.OPERATOR,
                new PublishPrice(BILL, FIRST_DAY, 99_061_000, "desk"),
                new PublishPrice(NOTE, FIRST_DAY, 99_431_250, "desk"),
                new PublishPrice(BILL, SECOND_DAY, 99_066_500, "desk"),
                new OpenBusinessDate(SECOND_DAY));
        ledger.tick();
        ledger.tick();
    }

    private void trade() {
        for (int i = 1; i <= 24; i++) {
            long par = (10 + 7 * i % 40) * 1_000_000_00L;
            instruct(
                    ALPHA, List.of(new Leg(BILL, 4, 6, par, 0), new Leg(USD, 6, 4, par / 100_000_000 * 99_066_500, 0)));
            if (i % 6 != 0) {
                done(BETA, new AffirmSettlement(i));
            }
        }
        instruct(BETA, List.of(new Leg(NOTE, 6, 4, 25_000_000_00L, 0), new Leg(USD, 4, 6, 24_857_812_50L, 0)));
        instruct(ALPHA, List.of(new Leg(USD, 4, 5, 1_000_000_00L, 0)));
        ledger.submit(
                ALPHA, new InstructSettlement(List.of(new Leg(NOTE, 6, 4, 1_000_000_00L, 0)), SECOND_DAY, now - 1));
        ledger.submit(ALPHA, new AffirmSettlement(9_999), new IssueCash(USD, 4, 1));
        done(
                ALPHA,
                new PlaceHold(4, BILL, 50_000_000_00L, new Beneficiary.Party(GAMMA), now + 2 * DAY_MILLIS, "pledge"));
    }

    private void instruct(int party, List<Leg> legs) {
        done(party, new InstructSettlement(legs, null, now + DAY_MILLIS));
    }

    private void done(int party, Command... commands) {
        Receipt receipt = ledger.submit(party, commands);
        if (!(receipt.verdict() instanceof Verdict.Decided decided)
                || decided.outcomes().stream().anyMatch(Outcome.Rejected.class::isInstance)) {
            throw new AssertionError("the story does not go on: " + receipt);
        }
    }

    private static RegisterParty party(int number, String code, String name, Role role) {
        return new RegisterParty(
                number,
                code,
                name,
                Roles.of(role),
                "US",
                1,
                List.of(DeskLedger.key(number).publicKey()));
    }

    private static RegisterAsset security(int number, Security security) {
        return new RegisterAsset(
                number, security.cusip().value(), UST, 2, 100_00L, new AssetTerms.Treasury(security, USD, 1, 2));
    }

    private static Cusip cusip(String eight) {
        for (char check = '0'; check <= '9'; check++) {
            if (Cusip.isValid(eight + check)) {
                return Cusip.of(eight + check);
            }
        }
        throw new AssertionError("one digit fits");
    }
}
