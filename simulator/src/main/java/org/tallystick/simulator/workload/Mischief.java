package org.tallystick.simulator.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.ServicingCommand;
import org.tallystick.ledger.command.SettlementCommand;

/** Takes a letter that is in order and spoils it, or writes one that never was. */
final class Mischief {

    private final Cast cast;
    private final Dice dice;

    Mischief(Cast cast, Dice dice) {
        this.cast = cast;
        this.dice = dice;
    }

    Draft spoil(Draft.Letter letter, long nowMillis) {
        Payload p = letter.payload();
        return switch (dice.below(10)) {
            case 0 ->
                new Draft.Letter(p, List.of(dice.pick(cast.dealers()).keys().getFirst()));
            case 1 -> new Draft.Letter(p, List.of());
            case 2 -> new Draft.Letter(p, plus(letter.keys(), "STRANGER/1"));
            case 3 -> new Draft.Letter(with(p, nowMillis - 1, p.commands()), letter.keys());
            case 4 -> new Draft.Letter(with(p, nowMillis + TimeUnit.DAYS.toMillis(9), p.commands()), letter.keys());
            case 5 ->
                new Draft.Letter(
                        new Payload(
                                dice.of("another", ""),
                                p.party(),
                                p.instructionId(),
                                p.validUntilMillis(),
                                p.mode(),
                                p.commands()),
                        letter.keys());
            case 6 ->
                new Draft.Letter(
                        new Payload(
                                p.ledger(),
                                p.party(),
                                dice.of("", "i-1", "i-3", "x".repeat(36), "tab\there"),
                                p.validUntilMillis(),
                                p.mode(),
                                p.commands()),
                        letter.keys());
            case 7 -> noise();
            default -> {
                List<Command> commands = new ArrayList<>(p.commands());
                commands.set(dice.below(commands.size()), impossible(nowMillis));
                yield new Draft.Letter(with(p, p.validUntilMillis(), commands), letter.keys());
            }
        };
    }

    private static Payload with(Payload p, long validUntilMillis, List<Command> commands) {
        return new Payload(p.ledger(), p.party(), p.instructionId(), validUntilMillis, p.mode(), List.copyOf(commands));
    }

    private static List<String> plus(List<String> keys, String one) {
        List<String> more = new ArrayList<>(keys);
        more.add(one);
        return more;
    }

    private Draft.Noise noise() {
        byte[] bytes = new byte[(int) dice.between(0, 200)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) dice.next();
        }
        return new Draft.Noise(bytes);
    }

    private Command impossible(long nowMillis) {
        long hour = nowMillis + TimeUnit.HOURS.toMillis(1);
        return switch (dice.below(10)) {
            case 0 -> new BookCommand.IssueCash(anyNumber(), account(), amount());
            case 1 -> new BookCommand.RedeemCash(anyNumber(), account(), amount());
            case 2 -> new BookCommand.PlaceHold(account(), asset(), amount(), beneficiary(), hour, "");
            case 3 -> new BookCommand.DeliverHold(dice.between(-1, 300), account(), amount());
            case 4 -> new BookCommand.ReleaseHold(dice.between(-1, 300), amount());
            case 5 -> new SettlementCommand.AffirmSettlement(dice.between(-1, 500));
            case 6 -> new ServicingCommand.ReconstituteSecurity(account(), asset(), amount());
            case 7 -> new AdministrationCommand.RunDueActions(anyNumber());
            case 8 ->
                new SettlementCommand.InstructSettlement(
                        List.of(), null, dice.of(hour, nowMillis, Long.MIN_VALUE, Long.MAX_VALUE));
            default -> {
                int account = account();
                yield new SettlementCommand.InstructSettlement(
                        List.of(
                                new Leg(asset(), account, dice.of(account, account()), amount()),
                                new Leg(asset(), account(), account(), amount(), dice.between(-1, 300))),
                        null,
                        hour);
            }
        };
    }

    private Beneficiary beneficiary() {
        return dice.of(
                new Beneficiary.Distribution(1),
                new Beneficiary.Auction(anyNumber()),
                new Beneficiary.Party(anyNumber()));
    }

    private int account() {
        return dice.chance(70) ? dice.pick(cast.accounts()) : anyNumber();
    }

    private int asset() {
        return dice.chance(70) ? dice.pick(cast.cash()) : anyNumber();
    }

    private int anyNumber() {
        return dice.of(Integer.MIN_VALUE, -1, 0, 1, 2, 3, 99, 1_000_000, Integer.MAX_VALUE);
    }

    private long amount() {
        return dice.of(Long.MIN_VALUE, -1L, 0L, 1L, 100L, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    }
}
