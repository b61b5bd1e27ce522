package org.tallystick.ledger.engine;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.AuctionCommand;
import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.ServicingCommand;
import org.tallystick.ledger.command.SettlementCommand;
import org.tallystick.ledger.contract.Obligation;
import org.tallystick.ledger.contract.Request;
import org.tallystick.ledger.contract.servicing.Servicing;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.register.Asset;
import org.tallystick.ledger.rejection.RejectionCode;

/** Which contract decides which command: the one switch. */
final class Dispatch {

    private static final int MOST_STEPS = 4_096;

    /** A supervisor that is nothing else moves nothing. */
    private static final Roles ONLY_WATCHING = Roles.of(Role.SUPERVISOR);

    private final State state;

    Dispatch(State state) {
        this.state = state;
    }

    /** Decides a command and changes nothing. Work that is due is only permitted here; it decides step by step. */
    Outcome decide(Command command, Request request) {
        if (request.party().roles().equals(ONLY_WATCHING)) {
            return Outcome.rejected(RejectionCode.ROLE_REQUIRED, request.party().number());
        }
        try {
            return switch (command) {
                case SettlementCommand c -> settlement(c, request);
                case BookCommand c -> book(c, request);
                case AuctionCommand c -> auction(c, request);
                case ServicingCommand c -> servicing(c, request);
                case AdministrationCommand c ->
                    request.party().roles().has(Role.OPERATOR)
                            ? administration(c, request)
                            : Outcome.rejected(
                                    RejectionCode.ROLE_REQUIRED, request.party().number());
            };
        } catch (ArithmeticException overflow) {
            // Every product and sum is checked; deciding has changed nothing.
            return Outcome.rejected(RejectionCode.AMOUNT_OVERFLOW);
        }
    }

    private Outcome settlement(SettlementCommand command, Request request) {
        return switch (command) {
            case SettlementCommand.InstructSettlement c -> state.settlements.decide(c, request);
            case SettlementCommand.AffirmSettlement c -> state.settlements.decide(c, request);
            case SettlementCommand.CancelSettlement c -> state.settlements.decide(c, request);
        };
    }

    private Outcome book(BookCommand command, Request request) {
        return switch (command) {
            case BookCommand.IssueCash c -> state.movements.decide(c, request);
            case BookCommand.RedeemCash c -> state.movements.decide(c, request);
            case BookCommand.PlaceHold c -> state.movements.decide(c, request);
            case BookCommand.ReleaseHold c -> state.movements.decide(c, request);
            case BookCommand.DeliverHold c -> state.movements.decide(c, request);
        };
    }

    private Outcome auction(AuctionCommand command, Request request) {
        return switch (command) {
            case AuctionCommand.AnnounceAuction c -> state.auctions.decide(c, request);
            case AuctionCommand.AwardAuction c -> state.auctions.decide(c, request);
        };
    }

    private Outcome servicing(ServicingCommand command, Request request) {
        return switch (command) {
            case ServicingCommand.RetryObligation c -> retry(c, request);
            case ServicingCommand.StripSecurity c -> state.stripping.decide(c, request);
            case ServicingCommand.ReconstituteSecurity c -> state.stripping.decide(c, request);
        };
    }

    private Outcome administration(AdministrationCommand command, Request request) {
        return switch (command) {
            case AdministrationCommand.RegisterParty c -> state.administration.decide(c);
            case AdministrationCommand.SetPartyStatus c -> state.administration.decide(c, request);
            case AdministrationCommand.RegisterKey c -> state.administration.decide(c);
            case AdministrationCommand.RevokeKey c -> state.administration.decide(c);
            case AdministrationCommand.SetThreshold c -> state.administration.decide(c);
            case AdministrationCommand.RegisterAccount c -> state.administration.decide(c);
            case AdministrationCommand.SetAccountStatus c -> state.administration.decide(c);
            case AdministrationCommand.RegisterAsset c -> state.assetRegistration.decide(c);
            case AdministrationCommand.PublishCalendar c -> state.administration.decide(c);
            case AdministrationCommand.PublishPrice c -> state.administration.decide(c);
            case AdministrationCommand.PublishConsumerPrices c -> state.administration.decide(c);
            case AdministrationCommand.PublishBillRate c -> state.administration.decide(c);
            case AdministrationCommand.OpenBusinessDate c -> open(c);
            case AdministrationCommand.RunDueActions c -> runDue(c);
        };
    }

    /** A business date opens together with the distributions that fall due on it, or not at all. */
    private Outcome open(AdministrationCommand.OpenBusinessDate c) {
        return switch (state.administration.decide(c)) {
            case Outcome.Rejected rejected -> rejected;
            case Outcome.Accepted opened ->
                switch (state.servicing.opening(c.date())) {
                    case Servicing.Opening.IndexMissing missing ->
                        Outcome.rejected(RejectionCode.INDEX_NOT_PUBLISHED, missing.asset());
                    case Servicing.Opening.Due due
                    when due.events().size() > Ledger.MOST_FACTS -> Outcome.rejected(RejectionCode.ENTRY_FULL);
                    case Servicing.Opening.Due due -> {
                        List<Event> events = new ArrayList<>(opened.events());
                        events.addAll(due.events());
                        yield Outcome.accepted(events);
                    }
                };
        };
    }

    private Outcome retry(ServicingCommand.RetryObligation c, Request request) {
        Obligation obligation = state.obligations.find(c.obligation());
        if (obligation == null) {
            return Outcome.rejected(RejectionCode.UNKNOWN_OBLIGATION, c.obligation());
        }
        int party = request.party().number();
        boolean debtor = state.register.accounts().ownerOf(obligation.account()) == party;
        if (!debtor && !request.party().roles().has(Role.OPERATOR) && !isIssuer(obligation, party)) {
            return Outcome.rejected(RejectionCode.NOT_AUTHORISED, party);
        }
        List<Event> events = switch (obligation.kind()) {
            case DISTRIBUTION -> state.servicing.fund(obligation.reference());
            case AWARD -> state.auctions.retry(obligation.reference(), request.nowMillis());
        };
        return events.isEmpty()
                ? Outcome.rejected(RejectionCode.OBLIGATION_UNFUNDED, c.obligation())
                : Outcome.accepted(events);
    }

    private boolean isIssuer(Obligation obligation, int party) {
        int asset = switch (obligation.kind()) {
            case DISTRIBUTION -> state.servicing.assetOf(obligation.reference());
            case AWARD -> state.auctions.assetOf(obligation.reference());
        };
        Asset security = state.register.assets().get(asset);
        return security.issuer() == party;
    }

    private static Outcome runDue(AdministrationCommand.RunDueActions c) {
        return c.steps() < 1 || c.steps() > MOST_STEPS ? Outcome.rejected(RejectionCode.BAD_TERMS) : Outcome.accepted();
    }
}
