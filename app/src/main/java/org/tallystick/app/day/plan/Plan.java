package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.treasury.BusinessCalendar;
import org.tallystick.ledger.treasury.CpiTable;

/**
 * All phases of a run, in order. The same request gives the same envelopes, byte for byte, at the same times.
 *
 * <p>Each entry is carried out on a ledger in memory as it is written, and must end there as the plan means it to: else
 * {@link #next} throws {@link UnexpectedOutcome}.
 */
public final class Plan implements Iterator<Phase> {

    private final Request request;
    private final Programme programme;
    private final Cast cast;
    private final Desk desk;
    private final Founding founding;
    private final Opening opening;
    private final Market market = new Market();
    private final AuctionDesk auctions;
    private final Trading trading;
    private final Deque<Phase> ready = new ArrayDeque<>();
    private final BusinessCalendar calendar;
    private LocalDate date;
    private boolean founded;

    /** @throws UnusableRequest if the records hold nothing that can be run as asked */
    public Plan(Request request, CpiTable consumerPrices) {
        this.request = request;
        this.programme = new Programming(request, consumerPrices).programme();
        this.calendar = programme.calendar();
        this.date = programme.first();
        this.cast = new Cast(request.seed(), request.participants());
        this.desk = new Desk(Ledger.open(genesis()), request.seed());
        Draw draw = new Draw(request.seed());
        this.founding = new Founding(desk, cast);
        this.opening = new Opening(desk, cast, new PublishedFigures(programme));
        this.auctions = new AuctionDesk(desk, cast, market, draw);
        this.trading = new Trading(desk, cast, programme, market, draw);
    }

    public Programme programme() {
        return programme;
    }

    public Genesis genesis() {
        return cast.genesis(request.ledger());
    }

    /** Everyone in the run, with their demonstration keys. */
    public Cast cast() {
        return cast;
    }

    /** The ledger in memory that has executed every phase shown so far, and perhaps those about to be. */
    public Ledger ledger() {
        return desk.ledger();
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || !date.isAfter(programme.last());
    }

    @Override
    public Phase next() {
        if (ready.isEmpty()) {
            if (!hasNext()) {
                throw new NoSuchElementException("the last business date has passed");
            }
            writeDay();
        }
        return ready.remove();
    }

    private void writeDay() {
        desk.begin(date, Moment.OPENING);
        if (!founded) {
            founding.take(programme);
            founded = true;
        }
        opening.open(date);
        market.open(date);
        ready.add(desk.end());
        if (request.trades() > 0) {
            desk.begin(date, Moment.TRADING);
            trading.trade(request.trades());
            ready.add(desk.end());
        }
        List<Sale> announced = programme.announcements().getOrDefault(date, List.of());
        List<Sale> awarded = programme.awards().getOrDefault(date, List.of());
        if (!announced.isEmpty() || !awarded.isEmpty()) {
            desk.begin(date, Moment.AUCTION);
            if (!announced.isEmpty()) {
                auctions.announce(announced);
            }
            if (!awarded.isEmpty()) {
                auctions.award(awarded);
                opening.runWhatIsDue();
            }
            ready.add(desk.end());
        }
        date = calendar.next(date);
    }
}
