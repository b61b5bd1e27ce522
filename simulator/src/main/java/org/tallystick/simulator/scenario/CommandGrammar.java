package org.tallystick.simulator.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.AuctionCommand;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.ServicingCommand;
import org.tallystick.ledger.command.SettlementCommand;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.simulator.scenario.Directory.DeclaredAsset;
import org.tallystick.simulator.scenario.Step.Request;
import org.tallystick.simulator.scenario.Step.Wording;

/** What a party does: the verb after its name, and what follows. */
final class CommandGrammar {

    /** A settlement that does not say until when it may wait lapses after this. */
    private static final Moment DAY_LATER = new Moment.Later(TimeUnit.HOURS.toMillis(24));

    private final Directory directory;

    CommandGrammar(Directory directory) {
        this.directory = directory;
    }

    /** Reads a command from its verb on; words that are not its own are left. */
    Request request(Words words) {
        Line line = words.line();
        Expected expected = Expected.read(line);
        String verb = words.take("what it does");
        return switch (verb) {
            case "issues" -> issues(words, expected);
            case "redeems" -> redeems(words, expected);
            case "pays", "delivers" -> transfers(words, expected);
            case "settles", "proposes" -> settles(words, expected);
            case "affirms" -> {
                String name = directory.told(words);
                yield of(line, expected, b -> new SettlementCommand.AffirmSettlement(b.told(name)));
            }
            case "cancels" -> {
                String name = directory.told(words);
                yield of(line, expected, b -> new SettlementCommand.CancelSettlement(b.told(name)));
            }
            case "holds" -> holds(words, expected);
            case "releases" -> releases(words, expected);
            case "takes" -> takes(words, expected);
            case "announces" -> announces(words, expected);
            case "awards" -> awards(words, expected);
            case "strips" -> exchanges(words, expected, true);
            case "reconstitutes" -> exchanges(words, expected, false);
            case "retries" -> {
                words.expect("obligation");
                int number = words.integer("the number of an obligation");
                yield of(line, expected, b -> new ServicingCommand.RetryObligation(number));
            }
            case "freezes", "opens", "closes" -> accountStatus(verb, words, expected);
            case "suspends", "reinstates" -> partyStatus(verb, words, expected);
            case "adds", "revokes" -> key(verb, words, expected);
            case "sets" -> threshold(words, expected);
            default ->
                throw words.error("'" + verb + "' is nothing a party can do here; it issues, redeems, pays, delivers,"
                        + " settles, proposes, affirms, cancels, holds, releases, takes, announces, awards, strips,"
                        + " reconstitutes, retries, freezes, opens, closes, suspends, reinstates, adds, revokes or"
                        + " sets");
        };
    }

    private static Request of(Line line, Expected expected, Wording wording) {
        return new Request(line, wording, null, expected);
    }

    // --- Cash and settlement ---

    /** An amount and its asset; the asset stands behind and says how the amount is read. */
    private record Sum(DeclaredAsset asset, long amount) {}

    private Sum sum(Words words) {
        Words ahead = words.ahead();
        ahead.take("an amount");
        DeclaredAsset asset = directory.asset(ahead);
        long amount = words.amount(asset.scale());
        words.take("an asset");
        return new Sum(asset, amount);
    }

    private Request issues(Words words, Expected expected) {
        Sum sum = sum(words);
        words.expect("to");
        int account = directory.account(words);
        return of(
                words.line(),
                expected,
                b -> new BookCommand.IssueCash(sum.asset().number(), account, sum.amount()));
    }

    private Request redeems(Words words, Expected expected) {
        Sum sum = sum(words);
        words.expect("from");
        int account = directory.account(words);
        return of(
                words.line(),
                expected,
                b -> new BookCommand.RedeemCash(sum.asset().number(), account, sum.amount()));
    }

    private interface LegWording {
        Leg leg(Step.Bindings bindings);
    }

    private LegWording leg(Words words) {
        Sum sum = sum(words);
        words.expect("from");
        int from = directory.account(words);
        words.expect("to");
        int to = directory.account(words);
        String hold = words.takeIf("by") ? directory.told(words) : null;
        return b -> new Leg(sum.asset().number(), from, to, sum.amount(), hold == null ? 0 : b.told(hold));
    }

    private Request transfers(Words words, Expected expected) {
        LegWording leg = leg(words);
        return settlement(words.line(), expected, null, List.of(leg), null, DAY_LATER);
    }

    private Request settles(Words words, Expected expected) {
        Line line = words.line();
        String next = words.peek();
        boolean named = next != null && !next.equals("value") && !next.equals("until") && !next.equals("id");
        String name = named ? directory.declareTold(words) : null;
        LocalDate valueDate = words.takeIf("value") ? words.date() : null;
        Moment deadline = words.takeIf("until") ? Moment.read(words) : DAY_LATER;
        List<LegWording> legs = new ArrayList<>();
        for (Line below : line.below()) {
            Words leg = Words.of(below);
            legs.add(leg(leg));
            leg.expectEnd();
        }
        return settlement(line, expected, name, legs, valueDate, deadline);
    }

    private static Request settlement(
            Line line,
            Expected expected,
            @Nullable String name,
            List<LegWording> legs,
            @Nullable LocalDate valueDate,
            Moment deadline) {
        Wording wording = b -> new SettlementCommand.InstructSettlement(
                legs.stream().map(leg -> leg.leg(b)).toList(), valueDate, deadline.from(b.nowMillis()));
        return new Request(line, wording, name, expected);
    }

    // --- Holds ---

    private Request holds(Words words, Expected expected) {
        Sum sum = sum(words);
        words.expect("on");
        int account = directory.account(words);
        words.expect("for");
        Beneficiary beneficiary = words.takeIf("auction")
                ? new Beneficiary.Auction(directory.auction(words))
                : new Beneficiary.Party(directory.partyNumber(words));
        words.expect("until");
        Moment expiry = Moment.read(words);
        String name = words.takeIf("as") ? directory.declareTold(words) : null;
        Wording wording = b -> new BookCommand.PlaceHold(
                account,
                sum.asset().number(),
                sum.amount(),
                beneficiary,
                expiry.from(b.nowMillis()),
                name == null ? "" : name);
        return new Request(words.line(), wording, name, expected);
    }

    private Request releases(Words words, Expected expected) {
        Sum sum = sum(words);
        words.expect("of");
        String hold = directory.told(words);
        return of(words.line(), expected, b -> new BookCommand.ReleaseHold(b.told(hold), sum.amount()));
    }

    private Request takes(Words words, Expected expected) {
        Sum sum = sum(words);
        words.expect("of");
        String hold = directory.told(words);
        words.expect("to");
        int account = directory.account(words);
        return of(words.line(), expected, b -> new BookCommand.DeliverHold(b.told(hold), account, sum.amount()));
    }

    // --- Primary issuance and servicing ---

    private Request announces(Words words, Expected expected) {
        int number = directory.nextAuction();
        String name = words.take("a name for the auction");
        words.expect("of");
        Sum offering = sum(words);
        words.expect("auction");
        LocalDate auctionDate = words.date();
        words.expect("issue");
        LocalDate issueDate = words.date();
        if (expected.happens()) {
            directory.declareAuction(name, number);
        }
        return of(
                words.line(),
                expected,
                b -> new AuctionCommand.AnnounceAuction(
                        number, offering.asset().number(), offering.amount(), auctionDate, issueDate));
    }

    private Request awards(Words words, Expected expected) {
        int auction = directory.auction(words);
        words.expect("at");
        long price = words.decimal("a price per 100 with at most 6 decimal places", 6);
        long accrued = words.takeIf("accrued")
                ? words.decimal("accrued interest per 100 with at most 9 decimal places", 9)
                : 0;
        List<Award> awards = new ArrayList<>();
        for (Line below : words.line().below()) {
            Words award = Words.of(below);
            Sum par = sum(award);
            award.expect("to");
            awards.add(new Award(directory.account(award), par.amount()));
            award.expectEnd();
        }
        return of(
                words.line(),
                expected,
                b -> new AuctionCommand.AwardAuction(auction, price, accrued, List.copyOf(awards)));
    }

    private Request exchanges(Words words, Expected expected, boolean strips) {
        Sum par = sum(words);
        words.expect("on");
        int account = directory.account(words);
        int asset = par.asset().number();
        return of(
                words.line(),
                expected,
                b -> strips
                        ? new ServicingCommand.StripSecurity(account, asset, par.amount())
                        : new ServicingCommand.ReconstituteSecurity(account, asset, par.amount()));
    }

    // --- The operator ---

    private Request accountStatus(String verb, Words words, Expected expected) {
        int account = directory.account(words);
        AccountStatus status = switch (verb) {
            case "freezes" -> AccountStatus.FROZEN;
            case "closes" -> AccountStatus.CLOSED;
            default -> AccountStatus.OPEN;
        };
        return of(words.line(), expected, b -> new AdministrationCommand.SetAccountStatus(account, status));
    }

    private Request partyStatus(String verb, Words words, Expected expected) {
        int party = directory.partyNumber(words);
        PartyStatus status = verb.equals("suspends") ? PartyStatus.SUSPENDED : PartyStatus.ACTIVE;
        return of(words.line(), expected, b -> new AdministrationCommand.SetPartyStatus(party, status));
    }

    private Request key(String verb, Words words, Expected expected) {
        words.expect("key");
        String name = words.take("a key such as ALPHA/2");
        int party = directory.partyOfKey(name, words).number();
        return of(
                words.line(),
                expected,
                b -> verb.equals("adds")
                        ? new AdministrationCommand.RegisterKey(party, b.key(name))
                        : new AdministrationCommand.RevokeKey(party, b.key(name)));
    }

    private Request threshold(Words words, Expected expected) {
        words.expect("threshold");
        int party = directory.partyNumber(words);
        int threshold = words.integer("a number of keys");
        return of(words.line(), expected, b -> new AdministrationCommand.SetThreshold(party, threshold));
    }
}
