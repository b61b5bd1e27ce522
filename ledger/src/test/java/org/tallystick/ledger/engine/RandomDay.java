package org.tallystick.ledger.engine;

import static org.tallystick.ledger.engine.Town.ALPHA;
import static org.tallystick.ledger.engine.Town.ALPHA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.BETA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.DOLLAR;
import static org.tallystick.ledger.engine.Town.FED;
import static org.tallystick.ledger.engine.Town.MINUTE;
import static org.tallystick.ledger.engine.Town.NOTE;
import static org.tallystick.ledger.engine.Town.OPS;
import static org.tallystick.ledger.engine.Town.RESIDUAL_ACCOUNT;
import static org.tallystick.ledger.engine.Town.TREASURY_ACCOUNT;
import static org.tallystick.ledger.engine.Town.USD;
import static org.tallystick.ledger.engine.Town.UST;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishPrice;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RunDueActions;
import org.tallystick.ledger.command.AdministrationCommand.SetAccountStatus;
import org.tallystick.ledger.command.AdministrationCommand.SetPartyStatus;
import org.tallystick.ledger.command.AuctionCommand.AnnounceAuction;
import org.tallystick.ledger.command.AuctionCommand.AwardAuction;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.DeliverHold;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.BookCommand.RedeemCash;
import org.tallystick.ledger.command.BookCommand.ReleaseHold;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.ServicingCommand.ReconstituteSecurity;
import org.tallystick.ledger.command.ServicingCommand.RetryObligation;
import org.tallystick.ledger.command.ServicingCommand.StripSecurity;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.CancelSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;

/**
 * A town in which everyone asks for anything, by chance from a seed: some of it sensible, much of it not.
 *
 * <p>Every account has held every asset once, so that no command makes a holding and states can be compared by their hash.
 */
final class RandomDay {

    private static final List<String> STRIPS =
            List.of("912834AA6", "912834AB4", "912834AC2", "912834AD0", "912834AE8", "912834AF5", "912821JM8");

    private static final int[] ACCOUNTS = {TREASURY_ACCOUNT, ALPHA_ACCOUNT, BETA_ACCOUNT, RESIDUAL_ACCOUNT, 5};
    private static final int ASSETS = 9;
    private static final long DAY = 24 * 60 * MINUTE;

    final Town town = Town.settled();
    final Random random;
    private int sent;

    /** Who asks: mostly for what is its own. */
    private int asking = OPS;

    RandomDay(long seed) {
        random = new Random(seed);
        settleIn();
    }

    private void settleIn() {
        town.withCash(ALPHA_ACCOUNT, 9_000_000 * DOLLAR).withCash(BETA_ACCOUNT, 9_000_000 * DOLLAR);
        town.withCash(TREASURY_ACCOUNT, 1_000_000 * DOLLAR);
        town.accepted(OPS, new RegisterAccount(5, ALPHA, "alpha two"));
        LocalDate first = LocalDate.of(2023, 2, 15);
        for (int i = 0; i < 6; i++) {
            register(3 + i, new InterestStrip(Cusip.of(STRIPS.get(i)), first.plusMonths(6L * i), false));
        }
        register(9, new PrincipalStrip(Cusip.of(STRIPS.get(6)), Cusip.of("91282CFE6"), LocalDate.of(2025, 8, 15), 0));
        LocalDate issue = LocalDate.of(2022, 8, 15);
        town.accepted(UST, new AnnounceAuction(1, NOTE, 6_400_000 * DOLLAR, LocalDate.of(2022, 8, 10), issue));
        town.accepted(
                ALPHA,
                new PlaceHold(
                        ALPHA_ACCOUNT, USD, 6_400_000 * DOLLAR, new Beneficiary.Auction(1), town.now + 90 * DAY, ""));
        town.accepted(UST, new AwardAuction(1, 100_000_000, 0, List.of(new Award(ALPHA_ACCOUNT, 6_400_000 * DOLLAR))));
        town.open(issue);
        town.accepted(ALPHA, new StripSecurity(ALPHA_ACCOUNT, NOTE, 640_000 * DOLLAR));
        for (int asset = 1; asset <= ASSETS; asset++) {
            passAround(asset);
        }
    }

    private void passAround(int asset) {
        List<Leg> legs = new ArrayList<>();
        int from = ALPHA_ACCOUNT;
        for (int to : new int[] {5, BETA_ACCOUNT, TREASURY_ACCOUNT, RESIDUAL_ACCOUNT}) {
            legs.add(new Leg(asset, from, to, 100 * DOLLAR * (to == BETA_ACCOUNT ? 2 : 4)));
        }
        town.accepted(ALPHA, new InstructSettlement(legs, null, town.now + MINUTE));
    }

    private void register(int asset, Security security) {
        AssetTerms terms = new AssetTerms.Treasury(security, USD, TREASURY_ACCOUNT, RESIDUAL_ACCOUNT);
        town.accepted(OPS, new RegisterAsset(asset, security.cusip().value(), UST, 2, 1, terms));
    }

    // --- What comes next ---

    /** The next entry of the log; time passes a little, sometimes much. */
    Entry entry() {
        town.now += random.nextInt(20) == 0 ? random.nextLong(3 * DAY) : random.nextLong(2 * MINUTE);
        if (random.nextInt(12) == 0) {
            return new Entry.Tick();
        }
        BatchMode mode = random.nextBoolean() ? BatchMode.INDEPENDENT : BatchMode.ALL_OR_NOTHING;
        int party = 1 + random.nextInt(5);
        List<Command> commands = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            commands.add(command(party));
        }
        return instruction(party, mode, commands);
    }

    /** Executes an entry at the time it was made. */
    Receipt execute(Ledger ledger, Entry entry) {
        return ledger.execute(town.now, entry);
    }

    Entry.Instruction instruction(int party, BatchMode mode, List<Command> commands) {
        sent++;
        Payload payload =
                new Payload("town", party, "R" + sent, town.now + random.nextLong(DAY), mode, List.copyOf(commands));
        Digest digest =
                new Digest(ByteBuffer.allocate(Digest.LENGTH).putInt(sent).array());
        List<PublicKey> signers = new ArrayList<>(List.of(Town.key(party)));
        for (int other = OPS; other <= 5; other++) {
            if (other != party && random.nextInt(3) == 0) {
                signers.add(Town.key(other));
            }
        }
        return new Entry.Instruction(payload, digest, signers);
    }

    /** Something this party might ask, right or wrong. */
    Command command(int party) {
        asking = party;
        return switch (party) {
            case OPS -> random.nextInt(3) == 0 ? anyones() : operators();
            case UST -> random.nextInt(2) == 0 ? anyones() : issuers();
            case FED -> random.nextInt(2) == 0 ? anyones() : dollars();
            default -> anyones();
        };
    }

    private Command operators() {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> new OpenBusinessDate(today().plusDays(random.nextInt(30)));
            case 3, 4, 5 -> new RunDueActions(1 + random.nextInt(6));
            case 6 ->
                new SetAccountStatus(account(), random.nextInt(4) == 0 ? AccountStatus.FROZEN : AccountStatus.OPEN);
            case 7 ->
                new SetPartyStatus(
                        2 + random.nextInt(5), random.nextInt(20) == 0 ? PartyStatus.SUSPENDED : PartyStatus.ACTIVE);
            default -> new PublishPrice(asset(), today(), 1 + random.nextInt(200_000_000), "desk");
        };
    }

    private Command issuers() {
        int next = town.ledger.auctions().next();
        return switch (random.nextInt(3)) {
            case 0 ->
                new AnnounceAuction(
                        next,
                        random.nextInt(4) == 0 ? asset() : NOTE,
                        amount(),
                        today(),
                        today().plusDays(random.nextInt(5)));
            case 1 ->
                new AwardAuction(
                        Math.max(1, next - 1 - random.nextInt(2)),
                        random.nextInt(110_000_000),
                        0,
                        List.of(new Award(account(), par()), new Award(account(), par())));
            default -> new RetryObligation(1 + random.nextInt(12));
        };
    }

    private Command dollars() {
        return random.nextBoolean() ? new IssueCash(USD, account(), amount()) : new RedeemCash(USD, giver(), amount());
    }

    private Command anyones() {
        long hold = 1 + random.nextLong(town.ledger.book().nextHold());
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> settlement();
            case 3 -> new AffirmSettlement(settlementNumber());
            case 4 -> new CancelSettlement(settlementNumber());
            case 5, 6 ->
                new PlaceHold(giver(), asset(), amount(), beneficiary(), town.now + random.nextLong(9 * DAY), "");
            case 7 -> new ReleaseHold(hold, amount());
            case 8 -> new DeliverHold(hold, account(), amount());
            case 9 -> new StripSecurity(giver(), NOTE, 64_000 * DOLLAR);
            case 10 -> new ReconstituteSecurity(giver(), NOTE, 64_000 * DOLLAR);
            default -> new RetryObligation(1 + random.nextInt(12));
        };
    }

    private InstructSettlement settlement() {
        List<Leg> legs = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            legs.add(leg());
        }
        LocalDate valueDate = random.nextInt(3) == 0 ? today().plusDays(random.nextInt(4)) : null;
        return new InstructSettlement(legs, valueDate, town.now + random.nextLong(5 * DAY));
    }

    private Leg leg() {
        long number = 1 + random.nextLong(town.ledger.book().nextHold());
        var hold = random.nextInt(3) == 0 ? town.ledger.book().hold(number) : null;
        return hold == null
                ? new Leg(asset(), giver(), account(), amount())
                : new Leg(hold.asset(), hold.account(), account(), Math.min(hold.amount(), amount()), number);
    }

    private Beneficiary beneficiary() {
        return random.nextInt(3) == 0
                ? new Beneficiary.Auction(Math.max(1, town.ledger.auctions().next() - random.nextInt(4)))
                : new Beneficiary.Party(1 + random.nextInt(5));
    }

    private long settlementNumber() {
        long last = 0;
        for (var waiting : town.ledger.settlements().waiting()) {
            last = waiting.number();
            if (random.nextInt(3) == 0) {
                return last;
            }
        }
        return last + random.nextInt(2);
    }

    private LocalDate today() {
        LocalDate today = town.ledger.register().published().businessDate();
        return today == null ? LocalDate.EPOCH : today;
    }

    private int giver() {
        int account = account();
        for (int tries = 0; tries < 6 && town.ledger.register().accounts().ownerOf(account) != asking; tries++) {
            account = account();
        }
        return account;
    }

    private int account() {
        return ACCOUNTS[random.nextInt(ACCOUNTS.length)];
    }

    private int asset() {
        return random.nextInt(3) == 0 ? 1 + random.nextInt(ASSETS) : 1 + random.nextInt(2);
    }

    private long par() {
        return 100 * DOLLAR * (1 + random.nextInt(100));
    }

    private long amount() {
        return switch (random.nextInt(10)) {
            case 0 -> random.nextLong(1_000);
            case 1 -> Long.MAX_VALUE - random.nextInt(100);
            default -> 100 * DOLLAR * random.nextLong(5_000);
        };
    }
}
