package org.tallystick.simulator.workload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.ServicingCommand;
import org.tallystick.ledger.command.SettlementCommand;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;

/** What participants do all day: settle, propose, affirm, cancel, hold, release, deliver, strip. */
final class Dealing {

    private static final int PROPOSALS_IN_A_RUSH = 40;
    private static final int STRIPPABLE_NOTE = 4;

    /** On so many cents of par, half a coupon of thousandths of a percent comes out in whole cents: 2 * 100 * 1,000. */
    private static final long WHOLE_CENTS = 200_000;

    private final Cast cast;
    private final Dice dice;
    private final Letters letters;

    Dealing(Cast cast, Dice dice, Letters letters) {
        this.cast = cast;
        this.dice = dice;
        this.letters = letters;
    }

    Draft.Letter letter(long nowMillis) {
        int kind = dice.below(100);
        if (kind < 45) {
            return settlement(nowMillis);
        }
        if (kind < 60) {
            return answer(nowMillis);
        }
        if (kind < 85) {
            return custody(nowMillis);
        }
        if (kind < 90) {
            return exchange(nowMillis);
        }
        return kind < 92 ? rush(nowMillis) : batch(nowMillis);
    }

    // --- Settlement ---

    private Draft.Letter settlement(long nowMillis) {
        List<Leg> legs = legs();
        TreeSet<Integer> givers = new TreeSet<>();
        legs.forEach(leg -> givers.add(cast.owner(leg.fromAccount())));
        int proposer = givers.first();
        List<Command> commands = List.of(instruction(legs, nowMillis));
        // Two of three are signed by all who give, the others wait for affirmations.
        return dice.below(3) < 2
                ? letters.from(proposer, nowMillis, BatchMode.INDEPENDENT, commands, List.copyOf(givers))
                : letters.from(proposer, nowMillis, commands);
    }

    Command instruction(List<Leg> legs, long nowMillis) {
        LocalDate today = cast.businessDate();
        LocalDate valueDate = today != null && dice.chance(15) ? today.plusDays(dice.below(12)) : null;
        return new SettlementCommand.InstructSettlement(
                legs, valueDate, nowMillis + TimeUnit.SECONDS.toMillis(dice.between(1, 50_000)));
    }

    /** One leg, two against each other, or a ring of up to six in which everyone gives on what it gets. */
    List<Leg> legs() {
        int shape = dice.below(3);
        if (shape == 0) {
            return List.of(leg(anyAsset(), anyAccount(), anyAccount()));
        }
        int one = anyAccount();
        int other = anyAccount();
        if (shape == 1) {
            return List.of(leg(anyAsset(), one, other), leg(anyAsset(), other, one));
        }
        List<Leg> ring = new ArrayList<>();
        int asset = anyAsset();
        long amount = amount();
        int from = one;
        for (int left = (int) dice.between(1, 5); left > 0; left--) {
            int to = anyAccount();
            ring.add(new Leg(asset, from, to, amount));
            from = to;
        }
        ring.add(new Leg(asset, from, one, amount));
        return ring;
    }

    private Leg leg(int asset, int from, int to) {
        return new Leg(asset, from, to, amount());
    }

    int anyAccount() {
        return dice.pick(cast.accounts());
    }

    int anyAsset() {
        return dice.pick(dice.chance(60) ? cast.cash() : cast.securities());
    }

    /** From a cent to a few millions, each order of magnitude as likely. */
    long amount() {
        long largest = 1;
        for (int digits = dice.below(9); digits > 0; digits--) {
            largest *= 10;
        }
        return dice.between(1, 10 * largest);
    }

    /** Affirms or cancels something that waits, as one of those who give in it, or as someone it does not concern. */
    private Draft.Letter answer(long nowMillis) {
        List<SettlementEvent.SettlementInstructed> waiting = cast.waiting();
        if (waiting.isEmpty()) {
            return settlement(nowMillis);
        }
        SettlementEvent.SettlementInstructed settlement = dice.pick(waiting);
        int party = cast.owner(dice.pick(settlement.legs()).fromAccount());
        if (dice.chance(10)) {
            party = dice.pick(cast.dealers()).number();
        }
        Command command = dice.chance(75)
                ? new SettlementCommand.AffirmSettlement(settlement.settlement())
                : new SettlementCommand.CancelSettlement(settlement.settlement());
        return letters.from(party, nowMillis, List.of(command));
    }

    // --- Holds ---

    private Draft.Letter custody(long nowMillis) {
        List<Movement.HoldPlaced> holds = cast.holds();
        if (holds.isEmpty() || dice.chance(45)) {
            int account = anyAccount();
            return letters.from(cast.owner(account), nowMillis, List.of(hold(account, nowMillis)));
        }
        Movement.HoldPlaced hold = dice.pick(holds);
        int party = hold.beneficiary() instanceof Beneficiary.Party beneficiary
                ? beneficiary.party()
                : cast.owner(hold.account());
        long amount = dice.chance(50) ? hold.amount() : dice.between(1, hold.amount());
        Command command = switch (dice.below(3)) {
            case 0 -> new BookCommand.ReleaseHold(hold.hold(), amount);
            case 1 -> new BookCommand.DeliverHold(hold.hold(), anyAccount(), amount);
            default ->
                instruction(
                        List.of(new Leg(hold.asset(), hold.account(), anyAccount(), amount, hold.hold())), nowMillis);
        };
        return letters.from(party, nowMillis, List.of(command));
    }

    private Command hold(int account, long nowMillis) {
        return new BookCommand.PlaceHold(
                account,
                anyAsset(),
                amount(),
                new Beneficiary.Party(dice.pick(cast.dealers()).number()),
                nowMillis + TimeUnit.SECONDS.toMillis(dice.between(1, 20_000)),
                "");
    }

    // --- Strips ---

    /** Strips some par, or puts together what was stripped before: all of it or a part. */
    private Draft.Letter exchange(long nowMillis) {
        List<ServicingEvent.SecurityStripped> stripped = cast.stripped();
        if (!stripped.isEmpty() && dice.chance(50)) {
            ServicingEvent.SecurityStripped some = dice.pick(stripped);
            long par = dice.chance(50) ? some.par() : dice.between(1, some.par());
            return letters.from(
                    cast.owner(some.account()),
                    nowMillis,
                    List.of(new ServicingCommand.ReconstituteSecurity(some.account(), some.asset(), par)));
        }
        int account = anyAccount();
        long par = dice.between(1, 30) * (dice.chance(80) ? WHOLE_CENTS : 7);
        return letters.from(
                cast.owner(account),
                nowMillis,
                List.of(new ServicingCommand.StripSecurity(account, STRIPPABLE_NOTE, par)));
    }

    // --- Batches ---

    /** More proposals that lapse at the same moment than one entry clears away: some are answered too late. */
    private Draft.Letter rush(long nowMillis) {
        int receiver = anyAccount();
        long deadline = nowMillis + dice.between(6_000, 8_000);
        List<Command> proposals = new ArrayList<>();
        for (int left = PROPOSALS_IN_A_RUSH; left > 0; left--) {
            List<Leg> legs = List.of(new Leg(dice.pick(cast.cash()), anyAccount(), receiver, 1));
            proposals.add(new SettlementCommand.InstructSettlement(legs, null, deadline));
        }
        return letters.from(cast.owner(receiver), nowMillis, proposals);
    }

    /** Several things of one party in one envelope. */
    private Draft.Letter batch(long nowMillis) {
        int party = dice.pick(cast.dealers()).number();
        List<Integer> own = cast.accountsOf(party);
        List<Command> commands = new ArrayList<>();
        for (int left = (int) dice.between(2, 8); left > 0; left--) {
            int account = dice.pick(own);
            commands.add(
                    switch (dice.below(4)) {
                        case 0 -> hold(account, nowMillis);
                        case 1 ->
                            dice.pick(
                                    cast.holds().isEmpty()
                                            ? List.of(hold(account, nowMillis))
                                            : List.of((Command) new BookCommand.ReleaseHold(
                                                    dice.pick(cast.holds()).hold(), amount())));
                        default -> instruction(List.of(leg(anyAsset(), account, anyAccount())), nowMillis);
                    });
        }
        return letters.from(
                party, nowMillis, dice.chance(60) ? BatchMode.ALL_OR_NOTHING : BatchMode.INDEPENDENT, commands);
    }
}
