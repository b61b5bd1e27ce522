package org.tallystick.ledger.contract.auction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.store.BadSnapshot;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.Table;
import org.tallystick.ledger.store.UndoLog;

/** The auctions that have not been completed, and the count of all there ever were. */
final class AuctionStore {

    private static final int OPEN = 0;
    private static final int UNPAID = 1;
    private static final int ISSUED = 2;

    private final UndoLog undo;
    private final Table<Integer, Auction> auctions;
    private int last;

    AuctionStore(UndoLog undo) {
        this(undo, new Table<>(undo), 0);
    }

    private AuctionStore(UndoLog undo, Table<Integer, Auction> auctions, int last) {
        this.undo = undo;
        this.auctions = auctions;
        this.last = last;
    }

    AuctionStore fork(UndoLog undoOfFork) {
        return new AuctionStore(undoOfFork, auctions.fork(undoOfFork), last);
    }

    int next() {
        return last + 1;
    }

    @Nullable
    Auction find(int number) {
        return auctions.get(number);
    }

    Auction require(int number) {
        return auctions.require(number);
    }

    void announce(Auction auction) {
        int before = last;
        last = auction.number();
        auctions.put(auction.number(), auction);
        if (undo.isOpen()) {
            undo.add(() -> last = before);
        }
    }

    void put(Auction auction) {
        auctions.put(auction.number(), auction);
    }

    void remove(int number) {
        auctions.remove(number);
    }

    /** Awarded auctions with awards not tried yet whose issue date is not after this one. */
    List<Integer> dueOn(LocalDate businessDate) {
        List<Integer> due = new ArrayList<>();
        for (Auction auction : auctions.values()) {
            if (auction.firstOpen() >= 0 && !auction.issueDate().isAfter(businessDate)) {
                due.add(auction.number());
            }
        }
        return due;
    }

    void writeTo(StateSink sink) {
        sink.putLong(last);
        sink.putLong(auctions.size());
        for (Auction auction : auctions.values()) {
            sink.putLong(auction.number());
            sink.putLong(auction.asset());
            sink.putLong(auction.offeringAmount());
            sink.putLong(auction.auctionDate().toEpochDay());
            sink.putLong(auction.issueDate().toEpochDay());
            sink.putLong(auction.priceMicros());
            sink.putLong(auction.accruedNanos());
            sink.putLong(auction.awards().size());
            for (int i = 0; i < auction.awards().size(); i++) {
                sink.putLong(auction.awards().get(i).account());
                sink.putLong(auction.awards().get(i).par());
                write(auction.progress().get(i), sink);
            }
        }
    }

    private static void write(Auction.Progress progress, StateSink sink) {
        switch (progress) {
            case Auction.Progress.Open open -> sink.putLong(OPEN);
            case Auction.Progress.Unpaid unpaid -> {
                sink.putLong(UNPAID);
                sink.putLong(unpaid.obligation());
            }
            case Auction.Progress.Issued issued -> sink.putLong(ISSUED);
        }
    }

    void readFrom(StateSource source) {
        last = source.getInt();
        for (int left = source.getCount(); left > 0; left--) {
            int number = source.getInt();
            int asset = source.getInt();
            long offering = source.getLong();
            LocalDate auctionDate = LocalDate.ofEpochDay(source.getLong());
            LocalDate issueDate = LocalDate.ofEpochDay(source.getLong());
            long price = source.getLong();
            long accrued = source.getLong();
            List<Award> awards = new ArrayList<>();
            List<Auction.Progress> progress = new ArrayList<>();
            for (int awardsLeft = source.getCount(); awardsLeft > 0; awardsLeft--) {
                awards.add(new Award(source.getInt(), source.getLong()));
                progress.add(readProgress(source));
            }
            auctions.put(
                    number,
                    new Auction(
                            number,
                            asset,
                            offering,
                            auctionDate,
                            issueDate,
                            price,
                            accrued,
                            List.copyOf(awards),
                            List.copyOf(progress)));
        }
    }

    private static Auction.Progress readProgress(StateSource source) {
        int kind = source.getInt();
        return switch (kind) {
            case OPEN -> new Auction.Progress.Open();
            case UNPAID -> new Auction.Progress.Unpaid(source.getLong());
            case ISSUED -> new Auction.Progress.Issued();
            default -> throw new BadSnapshot("no progress of an award has number " + kind);
        };
    }
}
