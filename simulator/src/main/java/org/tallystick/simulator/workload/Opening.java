package org.tallystick.simulator.workload;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishBillRate;
import org.tallystick.ledger.command.AdministrationCommand.PublishCalendar;
import org.tallystick.ledger.command.AdministrationCommand.PublishConsumerPrices;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.AuctionCommand;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;

/** The first letters of every simulated ledger: parties, accounts, money, securities of each kind, and their first auctions. */
final class Opening {

    static final LocalDate FIRST_DATE = LocalDate.of(2025, 1, 15);
    static final int FIRST_YEAR = 2025;
    static final int LAST_YEAR = 2029;

    private static final int DEALERS = 6;
    private static final int PAYING_ACCOUNT = 1;
    private static final int RESIDUAL_ACCOUNT = 2;
    private static final int DOLLAR = 1;
    private static final long PERCENT = 1_000_000_000L;
    private static final long MILLION_DOLLARS = 100_000_000L;

    private final Dice dice;
    private final Letters letters;
    private final Cast cast;

    Opening(Dice dice, Letters letters, Cast cast) {
        this.dice = dice;
        this.letters = letters;
        this.cast = cast;
    }

    /** Each is written only when its turn has come: whose keys there are is known by then. */
    List<Supplier<Draft.Letter>> letters(long nowMillis) {
        List<Supplier<Draft.Letter>> opening = new ArrayList<>();
        opening.add(() -> byOperator(nowMillis, parties()));
        opening.add(() -> byOperator(nowMillis, accounts()));
        opening.add(() -> byOperator(nowMillis, dates()));
        opening.add(() -> byOperator(nowMillis, assets()));
        opening.add(() -> letters.from(Cast.CASH_ISSUER, nowMillis, money()));
        for (int security = 0; security < 5; security++) {
            auction(security, nowMillis, opening);
        }
        return opening;
    }

    private Draft.Letter byOperator(long nowMillis, List<Command> commands) {
        return letters.from(Cast.OPERATOR, nowMillis, commands);
    }

    private List<Command> parties() {
        List<Command> commands = new ArrayList<>();
        commands.add(party(Cast.TREASURY, "TREASURY", Role.ISSUER, 1, 1));
        commands.add(party(Cast.CASH_ISSUER, "FED", Role.CASH_ISSUER, 1, 1));
        for (int i = 0; i < DEALERS; i++) {
            int keys = (int) dice.between(1, 3);
            commands.add(
                    party(Cast.CASH_ISSUER + 1 + i, "DEALER" + i, Role.PARTICIPANT, keys, (int) dice.between(1, keys)));
        }
        return commands;
    }

    private Command party(int number, String code, Role role, int keys, int threshold) {
        return new RegisterParty(
                number,
                code,
                code,
                Roles.of(role),
                "US",
                threshold,
                IntStream.rangeClosed(1, keys)
                        .mapToObj(n -> cast.key(cast.nameKey(code + "/" + n)))
                        .toList());
    }

    private static List<Command> accounts() {
        List<Command> commands = new ArrayList<>();
        commands.add(new RegisterAccount(PAYING_ACCOUNT, Cast.TREASURY, "paying"));
        commands.add(new RegisterAccount(RESIDUAL_ACCOUNT, Cast.TREASURY, "residual"));
        commands.add(new RegisterAccount(3, Cast.CASH_ISSUER, "cash"));
        for (int i = 0; i < 2 * DEALERS; i++) {
            commands.add(new RegisterAccount(4 + i, Cast.CASH_ISSUER + 1 + i / 2, "account " + i % 2));
        }
        return commands;
    }

    private List<Command> dates() {
        List<Command> commands = new ArrayList<>();
        commands.add(new PublishCalendar(
                FIRST_YEAR, LAST_YEAR, List.of(LocalDate.of(2025, 1, 20), LocalDate.of(2025, 7, 4))));
        commands.add(new PublishConsumerPrices(YearMonth.of(2024, 10), 315_664));
        commands.add(new PublishBillRate(LocalDate.of(2025, 1, 6), dice.between(0, 6 * PERCENT), 91));
        commands.add(new OpenBusinessDate(FIRST_DATE));
        return commands;
    }

    private List<Command> assets() {
        List<Command> commands = new ArrayList<>();
        commands.add(new RegisterAsset(DOLLAR, "USD", Cast.CASH_ISSUER, 2, 1, new AssetTerms.Cash("USD")));
        commands.add(new RegisterAsset(2, "EUR", Cast.CASH_ISSUER, 2, 1, new AssetTerms.Cash("EUR")));
        Cusip note = cusip("91282C", 1);
        LocalDate noteMatures = LocalDate.of(2026, 1, 15);
        LocalDate noteFirst = LocalDate.of(2025, 7, 15);
        List<Security> securities = List.of(
                new Bill(cusip("912797", 0), FIRST_DATE, LocalDate.of(2025, 3, 18)),
                new FixedCoupon(note, dice.between(0, 5_000) * 1_000_000, FIRST_DATE, noteFirst, noteMatures),
                // A long first period: more than half a year to its first coupon.
                new FixedCoupon(
                        cusip("91282C", 2),
                        dice.between(1, 40) * (PERCENT / 8),
                        LocalDate.of(2025, 1, 13),
                        LocalDate.of(2025, 8, 31),
                        LocalDate.of(2027, 2, 28)),
                new Tips(
                        cusip("91282C", 3),
                        dice.between(1, 20) * (PERCENT / 8),
                        FIRST_DATE,
                        noteFirst,
                        LocalDate.of(2026, 7, 15),
                        dice.between(31_000_000, 32_000_000)),
                new FloatingRateNote(
                        cusip("91282C", 4),
                        dice.between(-PERCENT / 10, PERCENT),
                        FIRST_DATE,
                        LocalDate.of(2025, 4, 30),
                        LocalDate.of(2026, 10, 31)),
                new InterestStrip(cusip("912833", 5), noteFirst, false),
                new InterestStrip(cusip("912833", 6), noteMatures, false),
                new PrincipalStrip(cusip("912820", 7), note, noteMatures, 0));
        for (int i = 0; i < securities.size(); i++) {
            commands.add(security(3 + i, securities.get(i)));
        }
        return commands;
    }

    static Command security(int number, Security security) {
        return new RegisterAsset(
                number,
                security.cusip().value(),
                Cast.TREASURY,
                2,
                1,
                new AssetTerms.Treasury(security, DOLLAR, PAYING_ACCOUNT, RESIDUAL_ACCOUNT));
    }

    /** A CUSIP with the check digit that belongs to it. */
    static Cusip cusip(String six, int serial) {
        String eight = six + (char) ('A' + serial / 10 % 26) + serial % 10;
        for (int digit = 0; digit < 10; digit++) {
            if (Cusip.isValid(eight + digit)) {
                return Cusip.of(eight + digit);
            }
        }
        throw new IllegalStateException("one of ten check digits is right for " + eight);
    }

    private List<Command> money() {
        List<Command> commands = new ArrayList<>();
        for (int account = 4; account < 4 + 2 * DEALERS; account++) {
            commands.add(new BookCommand.IssueCash(DOLLAR, account, dice.between(1, 50) * MILLION_DOLLARS + 33));
            commands.add(new BookCommand.IssueCash(2, account, dice.between(1, 10) * MILLION_DOLLARS));
        }
        return commands;
    }

    /** One of the first auctions: every dealer bids from its first account and is awarded something. */
    private void auction(int security, long nowMillis, List<Supplier<Draft.Letter>> opening) {
        int number = security + 1;
        opening.add(() -> letters.from(
                Cast.TREASURY,
                nowMillis,
                List.of(new AuctionCommand.AnnounceAuction(
                        number, 3 + security, 10 * MILLION_DOLLARS, FIRST_DATE, FIRST_DATE))));
        List<Award> awards = new ArrayList<>();
        for (int i = 0; i < DEALERS; i++) {
            long par = dice.between(1, MILLION_DOLLARS);
            int account = 4 + 2 * i;
            awards.add(new Award(account, par));
            int bidder = Cast.CASH_ISSUER + 1 + i;
            long held = par + dice.between(0, 1_000_000);
            opening.add(() -> letters.from(
                    bidder,
                    nowMillis,
                    List.of(new BookCommand.PlaceHold(
                            account, DOLLAR, held, new Beneficiary.Auction(number), nowMillis + 86_400_000L, "bid"))));
        }
        long price = dice.between(98_000_000, 101_000_000);
        opening.add(() -> letters.from(
                Cast.TREASURY, nowMillis, List.of(new AuctionCommand.AwardAuction(number, price, 0, awards))));
    }
}
