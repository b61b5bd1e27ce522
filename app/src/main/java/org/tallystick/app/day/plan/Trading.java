package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.DeliverHold;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.BookCommand.ReleaseHold;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.CancelSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;

/** The secondary market of a day, drawn from the seed: mostly delivery versus payment, and a share that must be rejected. */
final class Trading {

    private static final int WRONG_ONCE_IN = 8;
    private static final int SELLERS_TRIED = 12;
    private static final long DEADLINE_MILLIS = 30 * 60 * 1000L;

    /** A deposit that is not drawn on returns overnight: before the next opening, so that no trade meets it half way. */
    private static final long OVERNIGHT_MILLIS = 12 * 60 * 60 * 1000L;

    /** A trade's price is at most so far from the official one: a quarter of a dollar per 100, in millionths. */
    private static final long MOST_MOVED_MICROS = 250_000;

    private static final long LARGEST_ROUND_LOT_MILLIONS = 25;
    private static final long LARGEST_ODD_LOT_HUNDREDS = 9_999;
    private static final long CREDIT_STEP = 100 * Numbers.MILLION;

    /** Cents of a dollar for a euro, the same all along: what matters is that both move or neither. */
    private static final long DOLLAR_CENTS_PER_EURO = 112;

    private final Desk desk;
    private final Cast cast;
    private final Market market;
    private final Draw draw;
    private final List<Actor> traders;
    private final Mischief mischief;

    Trading(Desk desk, Cast cast, Programme programme, Market market, Draw draw) {
        this.desk = desk;
        this.cast = cast;
        this.market = market;
        this.draw = draw;
        this.traders = cast.traders();
        this.mischief = new Mischief(desk, cast, programme.calendar(), market, draw);
    }

    /** A security changing hands for dollars. */
    private record Trade(Actor seller, Actor buyer, Market.Listing listing, long parCents, long costCents) {
        Leg delivery() {
            return new Leg(listing.asset(), seller.number(), buyer.number(), parCents);
        }

        Leg payment() {
            return new Leg(Numbers.USD, buyer.number(), seller.number(), costCents);
        }

        List<Leg> legs() {
            return List.of(delivery(), payment());
        }
    }

    void trade(int count) {
        for (int i = 0; i < count; i++) {
            if (draw.onceIn(WRONG_ONCE_IN)) {
                mischief.next();
            } else {
                one(draw.below(100));
            }
        }
    }

    private void one(int lot) {
        Trade trade = lot < 84 ? find() : null;
        if (trade == null) {
            withoutSecurities(lot);
        } else if (lot < 40) {
            desk.send(
                    "trade",
                    desk.draft(trade.seller, settle(trade.legs())).alsoSignedBy(trade.buyer),
                    Expected.ACCEPTED);
        } else if (lot < 60) {
            affirmed(trade);
        } else if (lot < 66) {
            several(trade);
        } else if (lot < 71) {
            resold(trade);
        } else if (lot < 76) {
            valueDated(trade);
        } else if (lot < 79) {
            cancelled(trade);
        } else if (lot < 81) {
            desk.accepted("propose a trade that no one affirms", trade.seller, settle(trade.legs()));
        } else {
            desk.accepted("deliver free of payment", trade.seller, settle(List.of(trade.delivery())));
        }
    }

    private void withoutSecurities(int lot) {
        if (lot % 2 == 0) {
            exchange();
        } else {
            pledge();
        }
    }

    private InstructSettlement settle(List<Leg> legs) {
        return new InstructSettlement(legs, null, desk.nowMillis() + DEADLINE_MILLIS);
    }

    // --- Kinds of trade ---

    /** Proposed by the seller, affirmed by the buyer in an envelope of its own. */
    private void affirmed(Trade trade) {
        Receipt proposed = desk.accepted("propose a trade", trade.seller, settle(trade.legs()));
        desk.accepted("affirm a trade", trade.buyer, new AffirmSettlement(settlementIn(proposed)));
    }

    /** Several trades of the same two in one envelope, each on its own or all together. */
    private void several(Trade trade) {
        long lot = trade.listing.lotCents();
        long half = trade.parCents / 2 / lot * lot;
        if (half == 0) {
            affirmed(trade);
            return;
        }
        long cost = Math.max(1, trade.costCents / 2);
        List<Leg> first = List.of(
                new Leg(trade.listing.asset(), trade.seller.number(), trade.buyer.number(), half),
                new Leg(Numbers.USD, trade.buyer.number(), trade.seller.number(), cost));
        List<Leg> second = List.of(
                new Leg(trade.listing.asset(), trade.seller.number(), trade.buyer.number(), trade.parCents - half),
                new Leg(Numbers.USD, trade.buyer.number(), trade.seller.number(), Math.max(1, trade.costCents - cost)));
        Draft draft = desk.draft(trade.seller, settle(first), settle(second)).alsoSignedBy(trade.buyer);
        desk.send("trades in a batch", draw.onceIn(2) ? draft.allOrNothing() : draft, Expected.ACCEPTED);
    }

    /** What the buyer receives it sells on in the same settlement: only the net must be covered. */
    private void resold(Trade trade) {
        Actor last = other(trade.buyer, trade.seller);
        lend(last, trade.costCents);
        List<Leg> legs = List.of(
                trade.delivery(),
                new Leg(trade.listing.asset(), trade.buyer.number(), last.number(), trade.parCents),
                new Leg(Numbers.USD, last.number(), trade.buyer.number(), trade.costCents),
                trade.payment());
        desk.send(
                "trade through a middleman",
                desk.draft(trade.seller, settle(legs)).alsoSignedBy(trade.buyer).alsoSignedBy(last),
                Expected.ACCEPTED);
    }

    /** Agreed today, settled by the ledger when the next business date opens, if it can be. */
    private void valueDated(Trade trade) {
        LocalDate valueDate = desk.ledger().register().published().calendar().next(desk.date());
        if (!trade.listing.maturity().isAfter(valueDate)
                || !desk.ledger().register().published().covers(valueDate)) {
            affirmed(trade);
            return;
        }
        long deadline = Moment.AUCTION.on(valueDate);
        desk.send(
                "trade for the next business day",
                desk.draft(trade.seller, new InstructSettlement(trade.legs(), valueDate, deadline))
                        .alsoSignedBy(trade.buyer),
                Expected.ACCEPTED);
    }

    private void cancelled(Trade trade) {
        Receipt proposed = desk.accepted("propose a trade", trade.seller, settle(trade.legs()));
        desk.accepted("withdraw a trade", trade.seller, new CancelSettlement(settlementIn(proposed)));
    }

    /** Dollars against euros. */
    private void exchange() {
        Actor givesEuros = draw.from(cast.participants());
        Actor givesDollars = other(givesEuros, givesEuros);
        long euros = draw.between(1, 5_000) * 1_000 * Numbers.CENTS;
        long dollars = euros * DOLLAR_CENTS_PER_EURO / Numbers.CENTS;
        long available = available(givesEuros, Numbers.EUR);
        if (available < euros) {
            desk.accepted(
                    "supply euros", cast.euroIssuer, new IssueCash(Numbers.EUR, givesEuros.number(), CREDIT_STEP));
        }
        lend(givesDollars, dollars);
        List<Leg> legs = List.of(
                new Leg(Numbers.EUR, givesEuros.number(), givesDollars.number(), euros),
                new Leg(Numbers.USD, givesDollars.number(), givesEuros.number(), dollars));
        desk.send(
                "exchange euros for dollars",
                desk.draft(givesEuros, settle(legs)).alsoSignedBy(givesDollars),
                Expected.ACCEPTED);
    }

    /** A deposit in favour of another, of which it takes a part and gives back the rest. */
    private void pledge() {
        Actor owner = draw.from(cast.participants());
        Actor beneficiary = other(owner, owner);
        long amount = draw.between(2, 500_000) * Numbers.CENTS;
        lend(owner, amount);
        Receipt placed = desk.accepted(
                "place a deposit",
                owner,
                new PlaceHold(
                        owner.number(),
                        Numbers.USD,
                        amount,
                        new Beneficiary.Party(beneficiary.number()),
                        desk.nowMillis() + OVERNIGHT_MILLIS,
                        "deposit"));
        long hold = holdIn(placed);
        long taken = draw.between(1, amount - 1);
        List<Command> commands = new ArrayList<>();
        commands.add(new DeliverHold(hold, beneficiary.number(), taken));
        if (!draw.onceIn(4)) {
            commands.add(new ReleaseHold(hold, amount - taken));
        }
        desk.accepted("draw on a deposit", beneficiary, commands);
    }

    // --- Finding who can trade what ---

    /** A trade that both sides can settle, or null if no one drawn has anything to sell. */
    private @Nullable Trade find() {
        List<Market.Listing> tradable = market.tradable();
        for (int tried = 0; tried < SELLERS_TRIED && !tradable.isEmpty(); tried++) {
            Market.Listing listing = draw.from(tradable);
            Actor seller = draw.from(traders);
            long has = available(seller, listing.asset());
            long par = Math.min(has / listing.lotCents() * listing.lotCents(), drawnPar());
            if (par > 0) {
                return agreed(seller, listing, par);
            }
        }
        return null;
    }

    private Trade agreed(Actor seller, Market.Listing listing, long par) {
        Actor buyer = other(seller, seller);
        long moved = draw.between(-MOST_MOVED_MICROS, MOST_MOVED_MICROS);
        long cost = Market.cost(
                listing, desk.date(), par, moved, desk.ledger().register().published());
        lend(buyer, cost);
        return new Trade(seller, buyer, listing, par, cost);
    }

    private long drawnPar() {
        return draw.onceIn(4)
                ? draw.between(1, LARGEST_ODD_LOT_HUNDREDS) * 100 * Numbers.CENTS
                : draw.between(1, LARGEST_ROUND_LOT_MILLIONS) * Numbers.MILLION;
    }

    private Actor other(Actor one, Actor two) {
        Actor other = draw.from(traders);
        while (other.equals(one) || other.equals(two)) {
            other = draw.from(traders);
        }
        return other;
    }

    private long available(Actor actor, int asset) {
        Book book = desk.ledger().book();
        return book.available(actor.number(), asset);
    }

    /** The reserve bank lends in round amounts to whoever is short of dollars. */
    private void lend(Actor actor, long needed) {
        long missing = needed - available(actor, Numbers.USD);
        if (missing > 0) {
            long credit = (missing + CREDIT_STEP - 1) / CREDIT_STEP * CREDIT_STEP;
            desk.accepted("supply dollars", cast.reserveBank, new IssueCash(Numbers.USD, actor.number(), credit));
        }
    }

    // --- Reading receipts ---

    private static long settlementIn(Receipt receipt) {
        for (Event event : events(receipt)) {
            if (event instanceof SettlementEvent.SettlementInstructed instructed) {
                return instructed.settlement();
            }
        }
        throw new IllegalStateException("entry " + receipt.index() + " instructed no settlement");
    }

    private static long holdIn(Receipt receipt) {
        for (Event event : events(receipt)) {
            if (event instanceof Movement.HoldPlaced placed) {
                return placed.hold();
            }
        }
        throw new IllegalStateException("entry " + receipt.index() + " placed no hold");
    }

    private static List<Event> events(Receipt receipt) {
        List<Event> events = new ArrayList<>();
        if (receipt.verdict() instanceof Verdict.Decided decided) {
            for (Outcome outcome : decided.outcomes()) {
                if (outcome instanceof Outcome.Accepted accepted) {
                    events.addAll(accepted.events());
                }
            }
        }
        return events;
    }
}
