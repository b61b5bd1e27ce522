package org.tallystick.simulator.workload;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.AuctionCommand;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.ServicingCommand;
import org.tallystick.ledger.event.AuctionEvent.AuctionAnnounced;
import org.tallystick.ledger.event.ServicingEvent.ObligationRecorded;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.treasury.Bill;

/** What the operator and the issuers do: dates, indices, keys, accounts, money, auctions, debts. */
final class Authorities {

    private static final long PERCENT = 1_000_000_000L;
    private static final int DOLLAR = 1;

    private final Cast cast;
    private final Dice dice;
    private final Letters letters;
    private final Dealing dealing;
    private int bills = 10;
    private int newKeys;

    Authorities(Cast cast, Dice dice, Letters letters, Dealing dealing) {
        this.cast = cast;
        this.dice = dice;
        this.letters = letters;
        this.dealing = dealing;
    }

    Draft.Letter letter(long nowMillis) {
        return switch (dice.below(10)) {
            case 0, 1, 2 -> nextDate(nowMillis);
            case 3 -> register(nowMillis);
            case 4 -> status(nowMillis);
            case 5 -> keys(nowMillis);
            case 6 -> money(nowMillis);
            case 7 -> primary(nowMillis);
            case 8 -> debts(nowMillis);
            default ->
                letters.from(Cast.OPERATOR, nowMillis, List.of(new AdministrationCommand.RunDueActions((int)
                        dice.between(1, 6))));
        };
    }

    /** Publishes what has come out since and opens a later date; now and then an index is forgotten. */
    private Draft.Letter nextDate(long nowMillis) {
        LocalDate today = cast.businessDate() == null ? Opening.FIRST_DATE : cast.businessDate();
        LocalDate date = today.plusDays(dice.between(1, dice.chance(30) ? 45 : 5));
        List<Command> commands = new ArrayList<>();
        if (!dice.chance(5)) {
            consumerPrices(date, commands);
            billRates(date, commands);
        }
        commands.add(new AdministrationCommand.OpenBusinessDate(date));
        BatchMode mode = dice.chance(50) ? BatchMode.ALL_OR_NOTHING : BatchMode.INDEPENDENT;
        return letters.from(Cast.OPERATOR, nowMillis, mode, commands);
    }

    private void consumerPrices(LocalDate date, List<Command> commands) {
        YearMonth last = cast.lastConsumerPrices();
        YearMonth month = last == null ? YearMonth.of(2024, 10) : last.plusMonths(1);
        for (; !month.isAfter(YearMonth.from(date).minusMonths(2)); month = month.plusMonths(1)) {
            commands.add(new AdministrationCommand.PublishConsumerPrices(month, dice.between(290_000, 340_000)));
        }
    }

    private void billRates(LocalDate date, List<Command> commands) {
        LocalDate last = cast.lastBillRate();
        LocalDate day = (last == null ? Opening.FIRST_DATE : last).plusDays(1);
        for (; day.isBefore(date); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
                commands.add(new AdministrationCommand.PublishBillRate(
                        day, dice.between(0, 6 * PERCENT), (int) dice.between(90, 92)));
            }
        }
    }

    private Draft.Letter register(long nowMillis) {
        LocalDate today = cast.businessDate() == null ? Opening.FIRST_DATE : cast.businessDate();
        Command command = switch (dice.below(3)) {
            case 0 ->
                new AdministrationCommand.RegisterAccount(
                        cast.nextAccount(), dice.pick(cast.dealers()).number(), "account");
            case 1 ->
                Opening.security(
                        cast.nextAsset(),
                        new Bill(Opening.cusip("912796", bills++), today, today.plusDays(dice.between(1, 90))));
            default ->
                new AdministrationCommand.PublishPrice(
                        dealing.anyAsset(), today, dice.between(90_000_000, 110_000_000), "dealers");
        };
        return letters.from(Cast.OPERATOR, nowMillis, List.of(command));
    }

    private Draft.Letter status(long nowMillis) {
        AccountStatus status = switch (dice.below(8)) {
            case 0 -> AccountStatus.CLOSED;
            case 1, 2 -> AccountStatus.FROZEN;
            default -> AccountStatus.OPEN;
        };
        Command command = dice.chance(70)
                ? new AdministrationCommand.SetAccountStatus(dealing.anyAccount(), status)
                : new AdministrationCommand.SetPartyStatus(
                        dice.pick(cast.dealers()).number(),
                        dice.chance(30) ? PartyStatus.SUSPENDED : PartyStatus.ACTIVE);
        return letters.from(Cast.OPERATOR, nowMillis, List.of(command));
    }

    private Draft.Letter keys(long nowMillis) {
        Cast.Member member = dice.pick(cast.dealers());
        Command command = switch (dice.below(3)) {
            case 0 ->
                new AdministrationCommand.RegisterKey(
                        member.number(), cast.key(cast.nameKey(member.code() + "/new" + ++newKeys)));
            case 1 -> new AdministrationCommand.RevokeKey(member.number(), cast.key(dice.pick(member.keys())));
            default -> new AdministrationCommand.SetThreshold(member.number(), (int) dice.between(0, 4));
        };
        return letters.from(Cast.OPERATOR, nowMillis, List.of(command));
    }

    private Draft.Letter money(long nowMillis) {
        int asset = dice.pick(cast.cash());
        Command command = dice.chance(70)
                ? new BookCommand.IssueCash(asset, dealing.anyAccount(), dealing.amount())
                : new BookCommand.RedeemCash(asset, dice.pick(cast.accountsOf(Cast.CASH_ISSUER)), dealing.amount());
        return letters.from(Cast.CASH_ISSUER, nowMillis, List.of(command));
    }

    // --- Auctions and debts ---

    private Draft.Letter primary(long nowMillis) {
        List<AuctionAnnounced> auctions = cast.auctions();
        LocalDate today = cast.businessDate() == null ? Opening.FIRST_DATE : cast.businessDate();
        if (auctions.isEmpty() || dice.chance(25)) {
            return letters.from(
                    Cast.TREASURY,
                    nowMillis,
                    List.of(new AuctionCommand.AnnounceAuction(
                            cast.nextAuction(),
                            dice.pick(cast.securities()),
                            dealing.amount(),
                            today,
                            today.plusDays(dice.below(4)))));
        }
        AuctionAnnounced auction = dice.pick(auctions);
        if (dice.chance(60)) {
            int account = dealing.anyAccount();
            return letters.from(cast.owner(account), nowMillis, List.of(bid(auction.auction(), account, nowMillis)));
        }
        List<Award> awards = new ArrayList<>();
        for (int left = (int) dice.between(1, 5); left > 0; left--) {
            awards.add(new Award(dealing.anyAccount(), dealing.amount()));
        }
        return letters.from(
                Cast.TREASURY,
                nowMillis,
                List.of(new AuctionCommand.AwardAuction(
                        auction.auction(),
                        dice.between(90_000_000, 105_000_000),
                        dice.chance(50) ? 0 : dice.between(0, 1_000_000_000),
                        awards)));
    }

    private Command bid(int auction, int account, long nowMillis) {
        return new BookCommand.PlaceHold(
                account,
                DOLLAR,
                dealing.amount(),
                new Beneficiary.Auction(auction),
                nowMillis + dice.between(1_000, 100_000_000),
                "bid");
    }

    /** Takes money away from where debts will be paid; once there is a debt, puts some there and tries it again. */
    private Draft.Letter debts(long nowMillis) {
        if (cast.obligations().isEmpty()) {
            int paying = cast.accountsOf(Cast.TREASURY).getFirst();
            return letters.from(
                    Cast.TREASURY,
                    nowMillis,
                    List.of(dealing.instruction(
                            List.of(new Leg(DOLLAR, paying, dealing.anyAccount(), dealing.amount())), nowMillis)));
        }
        ObligationRecorded debt = dice.pick(cast.obligations());
        if (dice.chance(60)) {
            int party =
                    dice.chance(80) ? Cast.TREASURY : dice.pick(cast.dealers()).number();
            return letters.from(party, nowMillis, List.of(new ServicingCommand.RetryObligation(debt.obligation())));
        }
        if (dice.chance(50)) {
            return letters.from(
                    Cast.CASH_ISSUER,
                    nowMillis,
                    List.of(new BookCommand.IssueCash(debt.asset(), debt.account(), debt.amount())));
        }
        int auction = (int) (debt.reference() / 1000);
        return letters.from(
                cast.owner(debt.account()),
                nowMillis,
                List.of(new BookCommand.PlaceHold(
                        debt.account(),
                        debt.asset(),
                        debt.amount(),
                        new Beneficiary.Auction(auction),
                        nowMillis + 86_400_000L,
                        "debt")));
    }
}
