package org.tallystick.bench.authority;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tallystick.bench.load.Draw;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;

/** Draws trades and signs them, on all cores, before anything is measured. The same world gives the same trades. */
public final class Trades {

    private static final double HOT = 2.0;
    private static final long HUNDRED = 10_000;

    /** Dollars for 100 of par, in cents. */
    private static final long PRICE = 9_965;

    private final int clients;
    private final Draw even;
    private final Draw hot;
    private long signed;

    /**
     * @param accounts how many there are; half of them are of either custodian
     * @param first number of the first trade; with each number, a ledger has the same trade
     */
    public Trades(int accounts, long first) {
        this.signed = first;
        this.clients = accounts / 2;
        this.even = Draw.evenly(clients);
        this.hot = Draw.zipf(clients, HOT);
    }

    /** So many envelopes, each with an id of its own. */
    public List<byte[]> sign(Workload workload, int envelopes) {
        long first = signed;
        signed += envelopes;
        return IntStream.range(0, envelopes)
                .parallel()
                .mapToObj(i -> sign(workload, first + i))
                .toList();
    }

    private byte[] sign(Workload workload, long number) {
        SplittableRandom random = new SplittableRandom(number);
        boolean alphaFirst = random.nextBoolean();
        int proposer = alphaFirst ? World.ALPHA : World.BETA;
        int other = alphaFirst ? World.BETA : World.ALPHA;
        long deadlineMillis = System.currentTimeMillis() + Duration.ofHours(6).toMillis();
        List<Command> commands = new ArrayList<>(workload.dvps());
        for (int i = 0; i < workload.dvps(); i++) {
            List<Leg> legs = workload.parties() == 1
                    ? withinOne(workload, proposer, random)
                    : dvp(account(proposer, even.next(random)), account(other, even.next(random)), random);
            commands.add(new InstructSettlement(legs, null, deadlineMillis));
        }
        String id = "T" + number;
        return workload.parties() == 1
                ? World.envelope(id, commands, proposer)
                : World.envelope(id, commands, proposer, other);
    }

    private List<Leg> withinOne(Workload workload, int custodian, SplittableRandom random) {
        Draw draw = workload.hot() ? hot : even;
        int first = draw.next(random);
        int one = account(custodian, first);
        int other = account(custodian, draw.nextBut(first, random));
        // Either may be the seller: else the hot account, nearly always drawn first, would soon have sold everything.
        return random.nextBoolean() ? dvp(one, other, random) : dvp(other, one, random);
    }

    private int account(int custodian, int client) {
        return Founding.FIRST_ACCOUNT + client + (custodian == World.ALPHA ? 0 : clients);
    }

    /** From 1,000.00 to 10,000.00 of the note, at 99.65. */
    private static List<Leg> dvp(int seller, int buyer, SplittableRandom random) {
        long par = HUNDRED * (10 + 10L * random.nextInt(10));
        return List.of(
                new Leg(World.NOTE, seller, buyer, par), new Leg(World.DOLLARS, buyer, seller, par / HUNDRED * PRICE));
    }
}
