package org.tallystick.ledger.contract.auction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.book.Hold;
import org.tallystick.ledger.command.AuctionCommand.AnnounceAuction;
import org.tallystick.ledger.command.AuctionCommand.AwardAuction;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.contract.About;
import org.tallystick.ledger.contract.BidClaims;
import org.tallystick.ledger.contract.Obligations;
import org.tallystick.ledger.contract.Request;
import org.tallystick.ledger.contract.TransferRules;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.ServicingEvent.ObligationKind;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;
import org.tallystick.ledger.money.Scales;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.register.Asset;
import org.tallystick.ledger.register.Published;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.store.Agenda;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.UndoLog;

/**
 * Primary issuance against payment.
 *
 * <p>A bidder commits its cash by a hold in favour of the auction. On the issue date each award is settled by itself:
 * the price leaves the bidder's holds, the securities come into being on its account, and what the holds had too much
 * returns. A bidder that is short leaves an obligation; the others are issued all the same.
 */
public final class Auctions implements BidClaims {

    private static final int MOST_AWARDS = 1_000;

    private static final long NANOS_PER_MICRO = 1_000;

    /** What 100 of par costs in billionths, times par, over this, is money. */
    private static final long NANOS_PER_100 = 100_000_000_000L;

    private final Register register;
    private final Book book;
    private final TransferRules rules;
    private final Obligations obligations;
    private final Agenda agenda;
    private final AuctionStore store;

    public Auctions(
            Register register, Book book, TransferRules rules, Obligations obligations, Agenda agenda, UndoLog undo) {
        this(register, book, rules, obligations, agenda, new AuctionStore(undo));
    }

    private Auctions(
            Register register,
            Book book,
            TransferRules rules,
            Obligations obligations,
            Agenda agenda,
            AuctionStore store) {
        this.register = register;
        this.book = book;
        this.rules = rules;
        this.obligations = obligations;
        this.agenda = agenda;
        this.store = store;
    }

    public Auctions fork(Register r, Book b, TransferRules t, Obligations o, Agenda a, UndoLog undo) {
        return new Auctions(r, b, t, o, a, store.fork(undo));
    }

    /** An auction that has not been completed, or null. */
    public @Nullable Auction find(int number) {
        return store.find(number);
    }

    /** An auction that is known not to be completed. */
    public Auction require(int number) {
        return store.require(number);
    }

    /** The number the next auction must have. */
    public int next() {
        return store.next();
    }

    @Override
    public boolean mayDraw(int number, int account) {
        Auction auction = store.find(number);
        if (auction == null) {
            return number >= store.next();
        }
        return !auction.isAwarded() || auction.owes(account);
    }

    // --- Decide ---

    public Outcome decide(AnnounceAuction c, Request request) {
        if (c.auction() != store.next()) {
            return Outcome.rejected(RejectionCode.BAD_NUMBER, c.auction());
        }
        RejectionCode code = byIssuer(c.asset(), request);
        if (code == null) {
            code = rules.amount(c.asset(), c.offeringAmount());
        }
        if (code == null) {
            code = datesOf(c);
        }
        return code != null
                ? new About(request.party().number(), 0, c.asset(), 0, c.auction(), c.issueDate()).rejected(code)
                : Outcome.accepted(new AuctionEvent.AuctionAnnounced(
                        c.auction(), c.asset(), c.offeringAmount(), c.auctionDate(), c.issueDate()));
    }

    private @Nullable RejectionCode byIssuer(int assetNumber, Request request) {
        Asset asset = register.assets().find(assetNumber);
        if (asset == null) {
            return RejectionCode.UNKNOWN_ASSET;
        }
        if (asset.issuer() != request.party().number()) {
            return RejectionCode.NOT_AUTHORISED;
        }
        return asset.treasury() == null ? RejectionCode.WRONG_KIND_OF_ASSET : null;
    }

    private @Nullable RejectionCode datesOf(AnnounceAuction c) {
        Published published = register.published();
        LocalDate today = published.businessDate();
        if (today == null || !published.covers(c.issueDate())) {
            return RejectionCode.NO_CALENDAR;
        }
        if (!published.calendar().isBusinessDay(c.issueDate())) {
            return RejectionCode.NOT_A_BUSINESS_DAY;
        }
        if (c.issueDate().isBefore(c.auctionDate()) || c.issueDate().isBefore(today)) {
            return RejectionCode.DATE_IN_THE_PAST;
        }
        LocalDate maturity =
                treasury(register.assets().get(c.asset())).security().maturityDate();
        return c.issueDate().isBefore(maturity) ? null : RejectionCode.BAD_TERMS;
    }

    public Outcome decide(AwardAuction c, Request request) {
        Auction auction = store.find(c.auction());
        if (auction == null || auction.isAwarded()) {
            boolean known = c.auction() >= 1 && c.auction() < store.next();
            return Outcome.rejected(known ? RejectionCode.AUCTION_AWARDED : RejectionCode.UNKNOWN_AUCTION, c.auction());
        }
        RejectionCode code = byIssuer(auction.asset(), request);
        LocalDate today = register.published().businessDate();
        if (code == null && today != null && today.isBefore(auction.auctionDate())) {
            code = RejectionCode.TOO_EARLY;
        }
        if (code == null && (c.awards().isEmpty() || c.awards().size() > MOST_AWARDS)) {
            code = RejectionCode.AWARDS_ABOVE_LIMIT;
        }
        if (code == null && (c.priceMicros() <= 0 || c.accruedNanos() < 0)) {
            code = RejectionCode.BAD_TERMS;
        }
        About about = new About(request.party().number(), 0, auction.asset(), 0, c.auction(), null);
        if (code != null) {
            return about.rejected(code);
        }
        Outcome unacceptable = firstUnacceptable(auction, c);
        return unacceptable != null
                ? unacceptable
                : Outcome.accepted(
                        new AuctionEvent.AuctionAwarded(c.auction(), c.priceMicros(), c.accruedNanos(), c.awards()));
    }

    private @Nullable Outcome firstUnacceptable(Auction auction, AwardAuction c) {
        Auction awarded = auction.awarded(c.priceMicros(), c.accruedNanos(), c.awards());
        long total = 0;
        for (Award award : c.awards()) {
            RejectionCode code = rules.receiver(award.account());
            if (code == null) {
                code = rules.amount(auction.asset(), award.par());
            }
            if (code != null) {
                return new About(0, award.account(), auction.asset()).rejected(code);
            }
            total = Math.addExact(total, award.par());
            proceeds(awarded, award);
        }
        RejectionCode code = rules.outstanding(auction.asset(), book.supply(auction.asset()), total);
        return code == null ? null : Outcome.rejected(code, auction.asset());
    }

    /**
     * What an award costs: par times price and accrued interest per 100, to the cash asset's minor unit, half up.
     *
     * @throws ArithmeticException if that is more than a long can count
     */
    private long proceeds(Auction auction, Award award) {
        Asset security = register.assets().get(auction.asset());
        Asset cash = register.assets().get(treasury(security).cashAsset());
        long per100Nanos =
                Math.addExact(Math.multiplyExact(auction.priceMicros(), NANOS_PER_MICRO), auction.accruedNanos());
        return Rational.of(award.par())
                .times(per100Nanos)
                .dividedBy(NANOS_PER_100)
                .times(Scales.factor(security.scale(), cash.scale()))
                .round(0, Rounding.HALF_UP);
    }

    private static AssetTerms.Treasury treasury(Asset security) {
        return (AssetTerms.Treasury) security.terms();
    }

    /** The auctions with awards to be issued once this business date is open. */
    public List<Integer> dueOn(LocalDate businessDate) {
        return store.dueOn(businessDate);
    }

    /** Whether the issue date of an awarded auction has come. */
    private boolean isDue(Auction auction) {
        LocalDate today = register.published().businessDate();
        return today != null && !auction.issueDate().isAfter(today);
    }

    // --- Due work ---

    /** The next step of an auction: issues its first award not tried yet, or records that the bidder owes it. */
    public List<Event> runDue(int number, long nowMillis) {
        Auction auction = store.require(number);
        int position = auction.firstOpen();
        List<Event> issued = issue(auction, position, nowMillis);
        return issued.isEmpty() ? List.of(owed(auction, position)) : issued;
    }

    /** Whether another award of the same account is still to be paid from the same holds. */
    private static boolean sharesHolds(Auction auction, int position) {
        int account = auction.awards().get(position).account();
        for (int i = 0; i < auction.awards().size(); i++) {
            boolean issued = auction.progress().get(i) instanceof Auction.Progress.Issued;
            if (i != position && !issued && auction.awards().get(i).account() == account) {
                return true;
            }
        }
        return false;
    }

    /** Tries the award that an obligation refers to once more: its events, or none while its holds are short. */
    public List<Event> retry(long reference, long nowMillis) {
        Auction auction = store.require(auctionIn(reference));
        int position = positionIn(reference);
        List<Event> issued = issue(auction, position, nowMillis);
        if (issued.isEmpty() || !(auction.progress().get(position) instanceof Auction.Progress.Unpaid unpaid)) {
            return List.of();
        }
        List<Event> events = new ArrayList<>(issued);
        events.add(new ServicingEvent.ObligationDischarged(unpaid.obligation()));
        return events;
    }

    private Event owed(Auction auction, int position) {
        Award award = auction.awards().get(position);
        Asset security = register.assets().get(auction.asset());
        return new ServicingEvent.ObligationRecorded(
                obligations.next(),
                ObligationKind.AWARD,
                reference(auction.number(), position),
                award.account(),
                treasury(security).cashAsset(),
                proceeds(auction, award));
    }

    /** What an obligation refers to: the auction and, below {@link #MOST_AWARDS}, the position of the award. */
    static long reference(int auction, int position) {
        return (long) auction * MOST_AWARDS + position;
    }

    private static int auctionIn(long reference) {
        return (int) (reference / MOST_AWARDS);
    }

    private static int positionIn(long reference) {
        return (int) (reference % MOST_AWARDS);
    }

    /**
     * The events that issue an award against payment, or none while something stands against it: its holds are short or
     * have expired, its account is frozen, the security has matured.
     */
    private List<Event> issue(Auction auction, int position, long nowMillis) {
        Award award = auction.awards().get(position);
        long owed = proceeds(auction, award);
        List<Hold> holds = committed(auction, award.account(), nowMillis);
        if (rules.giver(award.account()) != null
                || rules.amount(auction.asset(), award.par()) != null
                || rules.outstanding(auction.asset(), book.supply(auction.asset()), award.par()) != null
                || holds.stream().mapToLong(Hold::amount).sum() < owed) {
            return List.of();
        }
        List<Event> events = payment(auction, position, holds, owed);
        events.add(new Movement.Issued(auction.asset(), award.account(), award.par()));
        events.add(new AuctionEvent.AwardIssued(auction.number(), position, owed));
        if (auction.with(position, new Auction.Progress.Issued()).isComplete()) {
            events.add(new AuctionEvent.AuctionCompleted(auction.number()));
        }
        return events;
    }

    /** The holds that the account has placed for the auction and that have not expired, oldest first. */
    private List<Hold> committed(Auction auction, int account, long nowMillis) {
        int cashAsset = treasury(register.assets().get(auction.asset())).cashAsset();
        Beneficiary beneficiary = new Beneficiary.Auction(auction.number());
        return book.holdsOn(account, cashAsset).stream()
                .filter(hold -> hold.beneficiary().equals(beneficiary) && hold.expiryMillis() > nowMillis)
                .toList();
    }

    /** Takes the price from the holds, oldest first; what is too much returns with the account's last award. */
    private List<Event> payment(Auction auction, int position, List<Hold> holds, long owed) {
        int payingAccount = treasury(register.assets().get(auction.asset())).payingAccount();
        boolean lastOfAccount = !sharesHolds(auction, position);
        List<Event> events = new ArrayList<>();
        long left = owed;
        for (Hold hold : holds) {
            long taken = Math.min(left, hold.amount());
            left -= taken;
            if (taken > 0) {
                events.add(new Movement.HoldDelivered(hold.number(), payingAccount, taken));
            }
            if (lastOfAccount && taken < hold.amount()) {
                events.add(new Movement.HoldReleased(hold.number(), hold.amount() - taken));
            }
        }
        return events;
    }

    // --- Apply ---

    public void apply(AuctionEvent event) {
        switch (event) {
            case AuctionEvent.AuctionAnnounced e ->
                store.announce(new Auction(
                        e.auction(),
                        e.asset(),
                        e.offeringAmount(),
                        e.auctionDate(),
                        e.issueDate(),
                        0,
                        0,
                        List.of(),
                        List.of()));
            case AuctionEvent.AuctionAwarded e -> {
                Auction awarded = store.require(e.auction()).awarded(e.priceMicros(), e.accruedNanos(), e.awards());
                store.put(awarded);
                if (isDue(awarded)) {
                    agenda.soon(Agenda.Task.ISSUE, e.auction());
                }
            }
            case AuctionEvent.AwardIssued e -> progress(e.auction(), e.award(), new Auction.Progress.Issued());
            case AuctionEvent.AuctionCompleted e -> store.remove(e.auction());
        }
    }

    /** An award could not be issued: its obligation is on record. */
    public void apply(ServicingEvent.ObligationRecorded e) {
        progress(auctionIn(e.reference()), positionIn(e.reference()), new Auction.Progress.Unpaid(e.obligation()));
    }

    private void progress(int number, int position, Auction.Progress progress) {
        Auction changed = store.require(number).with(position, progress);
        store.put(changed);
        if (changed.firstOpen() < 0) {
            agenda.done(Agenda.Task.ISSUE, number);
        }
    }

    /** The security of the award that an obligation refers to. */
    public int assetOf(long reference) {
        return store.require(auctionIn(reference)).asset();
    }

    public void writeTo(StateSink sink) {
        store.writeTo(sink);
    }

    public void readFrom(StateSource source) {
        store.readFrom(source);
    }
}
