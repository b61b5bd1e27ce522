package org.tallystick.ledger.engine;

import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.contract.Obligations;
import org.tallystick.ledger.contract.TransferRules;
import org.tallystick.ledger.contract.administration.Administration;
import org.tallystick.ledger.contract.administration.AssetRegistration;
import org.tallystick.ledger.contract.auction.Auction;
import org.tallystick.ledger.contract.auction.Auctions;
import org.tallystick.ledger.contract.movement.DirectMovements;
import org.tallystick.ledger.contract.servicing.Servicing;
import org.tallystick.ledger.contract.settlement.Settlements;
import org.tallystick.ledger.contract.strips.Stripping;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.store.Agenda;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.UndoLog;

/** Everything the ledger knows, and the contracts that decide over it. Changed only by {@link #apply}. */
final class State {

    final UndoLog undo;
    final Agenda agenda;
    final Register register;
    final Book book;
    final Obligations obligations;
    final Settlements settlements;
    final Auctions auctions;
    final Servicing servicing;
    final Administration administration;
    final AssetRegistration assetRegistration;
    final DirectMovements movements;
    final Stripping stripping;

    State() {
        undo = new UndoLog();
        agenda = new Agenda(undo);
        register = Register.empty(undo);
        book = new Book(agenda, undo);
        obligations = new Obligations(undo);
        TransferRules rules = new TransferRules(register);
        settlements = new Settlements(register, book, rules, agenda, undo);
        auctions = new Auctions(register, book, rules, obligations, agenda, undo);
        servicing = new Servicing(register, book, obligations, agenda, undo);
        administration = new Administration(register, book);
        assetRegistration = new AssetRegistration(register);
        movements = new DirectMovements(register, book, rules, auctions);
        stripping = new Stripping(register, book, rules);
    }

    /** A copy that shares nothing that can change. */
    State(State other) {
        undo = new UndoLog();
        agenda = other.agenda.fork(undo);
        register = other.register.fork(undo);
        book = other.book.fork(agenda, undo);
        obligations = other.obligations.fork(undo);
        TransferRules rules = new TransferRules(register);
        settlements = other.settlements.fork(register, book, rules, agenda, undo);
        auctions = other.auctions.fork(register, book, rules, obligations, agenda, undo);
        servicing = other.servicing.fork(register, book, obligations, agenda, undo);
        administration = new Administration(register, book);
        assetRegistration = new AssetRegistration(register);
        movements = new DirectMovements(register, book, rules, auctions);
        stripping = new Stripping(register, book, rules);
    }

    /** Cannot fail: an exception here is a broken invariant, and stops the node. */
    void apply(Event event) {
        switch (event) {
            case Movement e -> book.apply(e);
            case SettlementEvent e -> settlements.apply(e);
            case AuctionEvent e -> apply(e);
            case ServicingEvent e -> apply(e);
            case RegisterEvent e -> apply(e);
        }
    }

    private void apply(AuctionEvent event) {
        auctions.apply(event);
        if (event instanceof AuctionEvent.AuctionAwarded awarded) {
            Auction auction = auctions.require(awarded.auction());
            register.assets().addIssueDate(auction.asset(), auction.issueDate());
        }
    }

    private void apply(RegisterEvent event) {
        register.apply(event);
        if (event instanceof RegisterEvent.AssetRegistered registered) {
            servicing.schedule(registered.asset());
        } else if (event instanceof RegisterEvent.BusinessDateOpened opened) {
            auctions.dueOn(opened.date()).forEach(number -> agenda.soon(Agenda.Task.ISSUE, number));
            settlements.dueOn(opened.date()).forEach(number -> agenda.soon(Agenda.Task.SETTLEMENT_DUE, number));
            servicing.retryAll();
            servicing.advanceTo(opened.date());
        }
    }

    private void apply(ServicingEvent event) {
        switch (event) {
            case ServicingEvent.DistributionOpened e -> servicing.apply(e);
            case ServicingEvent.DistributionFunded e -> servicing.apply(e);
            case ServicingEvent.HolderPaid e -> servicing.apply(e);
            case ServicingEvent.DistributionClosed e -> servicing.apply(e);
            case ServicingEvent.ObligationRecorded e -> {
                obligations.apply(e);
                switch (e.kind()) {
                    case DISTRIBUTION -> servicing.apply(e);
                    case AWARD -> auctions.apply(e);
                }
            }
            case ServicingEvent.ObligationDischarged e -> obligations.apply(e);
            case ServicingEvent.SecurityStripped e -> {}
            case ServicingEvent.SecurityReconstituted e -> {}
        }
    }

    void writeTo(StateSink sink) {
        agenda.writeTo(sink);
        register.writeTo(sink);
        book.writeTo(sink);
        obligations.writeTo(sink);
        settlements.writeTo(sink);
        auctions.writeTo(sink);
        servicing.writeTo(sink);
    }

    void readFrom(StateSource source) {
        agenda.readFrom(source);
        register.readFrom(source);
        book.readFrom(source);
        obligations.readFrom(source);
        settlements.readFrom(source);
        auctions.readFrom(source);
        servicing.readFrom(source);
    }
}
