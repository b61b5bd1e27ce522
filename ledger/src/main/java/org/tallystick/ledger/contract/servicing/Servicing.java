package org.tallystick.ledger.contract.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.book.Hold;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.contract.Obligations;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.ServicingEvent.Kind;
import org.tallystick.ledger.event.ServicingEvent.ObligationKind;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;
import org.tallystick.ledger.money.Scales;
import org.tallystick.ledger.register.Asset;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.store.Agenda;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.UndoLog;
import org.tallystick.ledger.treasury.Security;

/**
 * Interest and redemption.
 *
 * <p>When the business date of a payment opens, the holders of record are fixed: those of the close of the business day
 * before. Then, in steps, the whole amount due is set aside from the paying account at once, each holder is paid its
 * share rounded down, and what rounding leaves over goes to the asset's residual account: the sum paid is the sum due, to
 * the cent. If cash is short nothing is set aside and no holder is paid: the obligation is recorded and tried again with
 * each business date, or when it is asked for.
 *
 * <p>A date that is no business day is paid on the next one, without further interest (31 CFR 356.30).
 */
public final class Servicing {

    private final Register register;
    private final Book book;
    private final Obligations obligations;
    private final Agenda agenda;
    private final DistributionStore store;

    public Servicing(Register register, Book book, Obligations obligations, Agenda agenda, UndoLog undo) {
        this(register, book, obligations, agenda, new DistributionStore(undo));
    }

    private Servicing(Register register, Book book, Obligations obligations, Agenda agenda, DistributionStore store) {
        this.register = register;
        this.book = book;
        this.obligations = obligations;
        this.agenda = agenda;
        this.store = store;
    }

    public Servicing fork(Register r, Book b, Obligations o, Agenda a, UndoLog undo) {
        return new Servicing(r, b, o, a, store.fork(undo));
    }

    /** The distributions under way, oldest first. */
    public Iterable<Distribution> open() {
        return store.all();
    }

    // --- The opening of a business date ---

    /** What falls due when a business date opens: the distributions, or the first asset whose index is missing. */
    public sealed interface Opening {
        record Due(List<Event> events) implements Opening {}

        record IndexMissing(int asset) implements Opening {}
    }

    public Opening opening(LocalDate date) {
        List<Event> events = new ArrayList<>();
        long number = store.next();
        for (DistributionStore.PaymentDate first : store.scheduledBy(date)) {
            LocalDate scheduled = first.date();
            while (scheduled != null && !scheduled.isAfter(date)) {
                for (Kind kind : kindsOn(first.asset(), scheduled)) {
                    Optional<Event> opened = opened(number, first.asset(), kind, scheduled);
                    if (opened.isEmpty()) {
                        return new Opening.IndexMissing(first.asset());
                    }
                    events.add(opened.get());
                    number++;
                }
                scheduled = PaymentTerms.nextAfter(security(first.asset()), scheduled);
            }
        }
        return new Opening.Due(events);
    }

    /** What an asset pays on a scheduled date; nothing where nothing is outstanding. */
    private List<Kind> kindsOn(int asset, LocalDate scheduled) {
        List<Kind> kinds = new ArrayList<>();
        if (book.supply(asset) > 0 && PaymentTerms.paysInterest(security(asset))) {
            kinds.add(Kind.INTEREST);
        }
        if (scheduled.equals(security(asset).maturityDate())) {
            kinds.add(Kind.REDEMPTION);
        }
        return kinds;
    }

    private Optional<Event> opened(long number, int asset, Kind kind, LocalDate scheduled) {
        long supply = book.supply(asset);
        if (supply == 0) {
            return Optional.of(new ServicingEvent.DistributionOpened(number, asset, kind, scheduled, 0, 0));
        }
        return cashPerUnit(asset, kind, scheduled)
                .map(each -> new ServicingEvent.DistributionOpened(
                        number,
                        asset,
                        kind,
                        scheduled,
                        supply,
                        each.times(supply).round(0, Rounding.HALF_UP)));
    }

    private Optional<Rational> cashPerUnit(int asset, Kind kind, LocalDate scheduled) {
        Asset security = register.assets().get(asset);
        Asset cash = register.assets().get(terms(asset).cashAsset());
        List<LocalDate> issueDates = register.assets().issueDates(asset);
        return PaymentTerms.perUnit(security(asset), kind, scheduled, issueDates, register.published())
                .map(each -> each.times(Scales.factor(security.scale(), cash.scale())));
    }

    private AssetTerms.Treasury terms(int asset) {
        return (AssetTerms.Treasury) register.assets().get(asset).terms();
    }

    private Security security(int asset) {
        return terms(asset).security();
    }

    /** The obligations of distributions, to be tried again when a business date opens. */
    public void retryAll() {
        for (Distribution distribution : store.all()) {
            if (!distribution.funded()) {
                agenda.soon(Agenda.Task.DISTRIBUTION, distribution.number());
            }
        }
    }

    // --- Due work ---

    /**
     * The next steps of a distribution, at most so many: set the cash aside, pay holders, close. No events when cash is
     * still short and the obligation is on record: then its work is to {@link #rest}.
     */
    public List<Event> runDue(long number, int steps) {
        Distribution distribution = store.require(number);
        if (distribution.funded()) {
            return pay(distribution, steps);
        }
        List<Event> funded = fund(distribution);
        boolean onRecord = distribution.obligation() != 0;
        return funded.isEmpty() && !onRecord ? List.of(owed(distribution)) : funded;
    }

    /** Sets aside what is due; no events while cash is short. */
    public List<Event> fund(long number) {
        return fund(store.require(number));
    }

    private List<Event> fund(Distribution distribution) {
        AssetTerms.Treasury terms = terms(distribution.asset());
        if (book.available(terms.payingAccount(), terms.cashAsset()) < distribution.due()) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        long hold = 0;
        if (distribution.due() > 0) {
            hold = book.nextHold();
            events.add(new Movement.HoldPlaced(
                    hold,
                    terms.payingAccount(),
                    terms.cashAsset(),
                    distribution.due(),
                    new Beneficiary.Distribution(distribution.number()),
                    Long.MAX_VALUE,
                    ""));
        }
        events.add(new ServicingEvent.DistributionFunded(distribution.number(), hold));
        if (distribution.obligation() != 0) {
            events.add(new ServicingEvent.ObligationDischarged(distribution.obligation()));
        }
        return events;
    }

    private Event owed(Distribution distribution) {
        AssetTerms.Treasury terms = terms(distribution.asset());
        return new ServicingEvent.ObligationRecorded(
                obligations.next(),
                ObligationKind.DISTRIBUTION,
                distribution.number(),
                terms.payingAccount(),
                terms.cashAsset(),
                distribution.due());
    }

    private List<Event> pay(Distribution distribution, int steps) {
        List<Event> events = new ArrayList<>();
        Payer payer = new Payer(distribution, events);
        int row = nextToPay(distribution, distribution.nextRow());
        int left = steps;
        while (left > 0 && row >= 0) {
            left -= payer.pay(row);
            row = nextToPay(distribution, book.nextHolder(distribution.number(), row));
        }
        if (row < 0) {
            payer.close();
        }
        return events;
    }

    /** The first row from this one on that held anything on the record date, or -1. */
    private int nextToPay(Distribution distribution, int from) {
        int row = from;
        while (row >= 0 && book.holderBalance(distribution.number(), row) == 0) {
            row = book.nextHolder(distribution.number(), row);
        }
        return row;
    }

    /** Writes the events that pay some holders of one distribution. */
    private final class Payer {

        private final Distribution distribution;
        private final List<Event> events;
        private long paid;
        private long nextHold = book.nextHold();

        Payer(Distribution distribution, List<Event> events) {
            this.distribution = distribution;
            this.events = events;
            this.paid = distribution.paid();
        }

        /** Pays one holder; how many steps that was: one, and one for each hold that is replaced. */
        int pay(int row) {
            int account = book.holderAccount(row);
            long par = book.holderBalance(distribution.number(), row);
            long amount = share(par);
            if (amount > 0) {
                events.add(new Movement.HoldDelivered(distribution.hold(), account, amount));
            }
            int replaced = switch (distribution.kind()) {
                case INTEREST -> 0;
                case REDEMPTION -> redeem(account, par);
            };
            events.add(new ServicingEvent.HolderPaid(distribution.number(), account, par, amount));
            paid += amount;
            return 1 + replaced;
        }

        private long share(long par) {
            return distribution.cashPerUnit().times(par).round(0, Rounding.DOWN);
        }

        /** What was held for someone stays held for them, in cash; how many holds that replaced. */
        private int redeem(int account, long par) {
            List<Hold> holds = book.holdsOn(account, distribution.asset());
            for (Hold hold : holds) {
                events.add(new Movement.HoldReleased(hold.number(), hold.amount()));
            }
            events.add(new Movement.Redeemed(distribution.asset(), account, par));
            int cash = terms(distribution.asset()).cashAsset();
            for (Hold hold : holds) {
                long amount = share(hold.amount());
                if (amount > 0) {
                    events.add(new Movement.HoldPlaced(
                            nextHold++,
                            account,
                            cash,
                            amount,
                            hold.beneficiary(),
                            hold.expiryMillis(),
                            hold.reference()));
                }
            }
            return holds.size();
        }

        void close() {
            long residual = distribution.due() - paid;
            if (residual > 0) {
                events.add(new Movement.HoldDelivered(
                        distribution.hold(), terms(distribution.asset()).residualAccount(), residual));
            }
            events.add(new ServicingEvent.DistributionClosed(distribution.number(), paid, residual));
        }
    }

    // --- Apply ---

    /** A security was registered: its first payment after the open business date is put on the schedule. */
    public void schedule(int asset) {
        if (register.assets().get(asset).treasury() != null) {
            LocalDate today = register.published().businessDate();
            LocalDate beforeFirst = PaymentTerms.beforeFirst(security(asset));
            scheduleAfter(asset, today == null || today.isBefore(beforeFirst) ? beforeFirst : today);
        }
    }

    private void scheduleAfter(int asset, LocalDate date) {
        LocalDate next = PaymentTerms.nextAfter(security(asset), date);
        if (next != null) {
            store.schedule(next, asset);
        }
    }

    /** A business date was opened: every payment scheduled up to it has been opened, and the next ones are due later. */
    public void advanceTo(LocalDate date) {
        for (DistributionStore.PaymentDate payment : store.scheduledBy(date)) {
            store.unschedule(payment);
            scheduleAfter(payment.asset(), date);
        }
    }

    public void apply(ServicingEvent.DistributionOpened e) {
        Rational each = e.supply() == 0
                ? Rational.ZERO
                : cashPerUnit(e.asset(), e.kind(), e.scheduledDate())
                        .orElseThrow(() -> new IllegalStateException("the index of asset " + e.asset() + " is gone"));
        book.fixHolders(e.distribution(), e.asset());
        store.open(new Distribution(
                e.distribution(),
                e.asset(),
                e.kind(),
                e.scheduledDate(),
                each,
                e.supply(),
                e.due(),
                false,
                0,
                0,
                book.firstHolder(e.distribution(), e.asset()),
                0));
        agenda.soon(Agenda.Task.DISTRIBUTION, e.distribution());
        if (e.kind() == Kind.REDEMPTION) {
            register.assets().mature(e.asset());
        }
    }

    public void apply(ServicingEvent.DistributionFunded e) {
        store.put(store.require(e.distribution()).fundedBy(e.hold()));
        agenda.soon(Agenda.Task.DISTRIBUTION, e.distribution());
    }

    public void apply(ServicingEvent.HolderPaid e) {
        Distribution distribution = store.require(e.distribution());
        int row = nextToPay(distribution, distribution.nextRow());
        store.put(distribution.paidUpTo(book.nextHolder(e.distribution(), row), e.amount()));
    }

    public void apply(ServicingEvent.DistributionClosed e) {
        book.forgetHolders(e.distribution());
        store.close(e.distribution());
        agenda.done(Agenda.Task.DISTRIBUTION, e.distribution());
    }

    /** Cash was short: the obligation is on record, and the work rests until it is tried again. */
    public void apply(ServicingEvent.ObligationRecorded e) {
        store.put(store.require(e.reference()).owedAs(e.obligation()));
        agenda.done(Agenda.Task.DISTRIBUTION, e.reference());
    }

    /** Rests the work of a distribution that is still short; its obligation stands. */
    public void rest(long number) {
        agenda.done(Agenda.Task.DISTRIBUTION, number);
    }

    /** The security a distribution under way pays on. */
    public int assetOf(long number) {
        return store.require(number).asset();
    }

    public void writeTo(StateSink sink) {
        store.writeTo(sink);
    }

    public void readFrom(StateSource source) {
        store.readFrom(source);
    }
}
