package org.tallystick.simulator.audit;

import java.util.List;
import java.util.Optional;
import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.AuctionCommand;
import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.ServicingCommand;
import org.tallystick.ledger.command.SettlementCommand;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;

/** What was accepted is what was asked for, to the digit, and no more than that. */
final class AsAsked implements Check {

    @Override
    public String rule() {
        return "as asked";
    }

    @Override
    public void group(Cause cause, List<Event> events, Model before, Findings findings) {
        if (!(cause instanceof Cause.Asked asked)) {
            return;
        }
        Optional<Event> expected = switch (asked.command()) {
            case AdministrationCommand c -> administration(c);
            case BookCommand c -> book(c, before);
            case SettlementCommand c -> settlement(c, asked, events, before);
            case AuctionCommand c -> auction(c);
            case ServicingCommand c -> Optional.of(servicing(c));
        };
        expected.ifPresent(event -> findings.expect(
                events.contains(event), this, "what was asked is " + event + ", what happened is " + events));
        boolean single = asked.command() instanceof BookCommand
                || asked.command() instanceof AdministrationCommand
                        && !(asked.command() instanceof AdministrationCommand.RunDueActions)
                        && !(asked.command() instanceof AdministrationCommand.OpenBusinessDate);
        findings.expect(
                !single || events.size() == 1,
                this,
                events.size() + " things happened where one was asked for: " + events);
        strangers(asked.command(), events, findings);
    }

    /** Register changes come from administration alone. */
    private void strangers(Command command, List<Event> events, Findings findings) {
        findings.expect(
                command instanceof AdministrationCommand || events.stream().noneMatch(RegisterEvent.class::isInstance),
                this,
                "the register was changed by " + command);
    }

    private static Optional<Event> administration(AdministrationCommand command) {
        return switch (command) {
            case AdministrationCommand.RegisterParty c ->
                Optional.of(new RegisterEvent.PartyRegistered(
                        c.party(), c.code(), c.name(), c.roles(), c.jurisdiction(), c.threshold(), c.keys()));
            case AdministrationCommand.SetPartyStatus c ->
                Optional.of(new RegisterEvent.PartyStatusSet(c.party(), c.status()));
            case AdministrationCommand.RegisterKey c ->
                Optional.of(new RegisterEvent.KeyRegistered(c.party(), c.key()));
            case AdministrationCommand.RevokeKey c -> Optional.of(new RegisterEvent.KeyRevoked(c.party(), c.key()));
            case AdministrationCommand.SetThreshold c ->
                Optional.of(new RegisterEvent.ThresholdSet(c.party(), c.threshold()));
            case AdministrationCommand.RegisterAccount c ->
                Optional.of(new RegisterEvent.AccountRegistered(c.account(), c.party(), c.label()));
            case AdministrationCommand.SetAccountStatus c ->
                Optional.of(new RegisterEvent.AccountStatusSet(c.account(), c.status()));
            case AdministrationCommand.RegisterAsset c ->
                Optional.of(new RegisterEvent.AssetRegistered(
                        c.asset(), c.code(), c.issuer(), c.scale(), c.lot(), c.terms()));
            case AdministrationCommand.PublishCalendar c ->
                Optional.of(new RegisterEvent.CalendarPublished(c.firstYear(), c.lastYear(), c.closedWeekdays()));
            case AdministrationCommand.PublishPrice c ->
                Optional.of(new RegisterEvent.PricePublished(c.asset(), c.date(), c.priceMicros(), c.source()));
            case AdministrationCommand.PublishConsumerPrices c ->
                Optional.of(new RegisterEvent.ConsumerPricesPublished(c.month(), c.cpiThousandths()));
            case AdministrationCommand.PublishBillRate c ->
                Optional.of(new RegisterEvent.BillRatePublished(
                        c.auctionDate(), c.discountRatePercentNanos(), c.billDays()));
            case AdministrationCommand.OpenBusinessDate c ->
                Optional.of(new RegisterEvent.BusinessDateOpened(c.date()));
            case AdministrationCommand.RunDueActions c -> Optional.empty();
        };
    }

    private static Optional<Event> book(BookCommand command, Model before) {
        return switch (command) {
            case BookCommand.IssueCash c -> Optional.of(new Movement.Issued(c.asset(), c.account(), c.amount()));
            case BookCommand.RedeemCash c -> Optional.of(new Movement.Redeemed(c.asset(), c.account(), c.amount()));
            case BookCommand.PlaceHold c ->
                Optional.of(new Movement.HoldPlaced(
                        before.balances().nextHold(),
                        c.account(),
                        c.asset(),
                        c.amount(),
                        c.beneficiary(),
                        c.expiryMillis(),
                        c.reference()));
            case BookCommand.ReleaseHold c -> Optional.of(new Movement.HoldReleased(c.hold(), c.amount()));
            case BookCommand.DeliverHold c ->
                Optional.of(new Movement.HoldDelivered(c.hold(), c.toAccount(), c.amount()));
        };
    }

    /** An instruction is told as such while it is pending, and as the movement itself when it is final at once. */
    private static Optional<Event> settlement(
            SettlementCommand command, Cause.Asked asked, List<Event> events, Model before) {
        long next = before.agreements().next();
        return switch (command) {
            case SettlementCommand.InstructSettlement c ->
                Optional.of(
                        events.contains(new SettlementEvent.SettlementFinal(next))
                                ? new Movement.Posted(c.legs())
                                : new SettlementEvent.SettlementInstructed(
                                        next, asked.party(), c.legs(), c.valueDate(), c.deadlineMillis()));
            case SettlementCommand.AffirmSettlement c -> Optional.empty();
            case SettlementCommand.CancelSettlement c -> Optional.empty();
        };
    }

    private static Optional<Event> auction(AuctionCommand command) {
        return switch (command) {
            case AuctionCommand.AnnounceAuction c ->
                Optional.of(new AuctionEvent.AuctionAnnounced(
                        c.auction(), c.asset(), c.offeringAmount(), c.auctionDate(), c.issueDate()));
            case AuctionCommand.AwardAuction c ->
                Optional.of(
                        new AuctionEvent.AuctionAwarded(c.auction(), c.priceMicros(), c.accruedNanos(), c.awards()));
        };
    }

    private static Event servicing(ServicingCommand command) {
        return switch (command) {
            case ServicingCommand.RetryObligation c -> new ServicingEvent.ObligationDischarged(c.obligation());
            case ServicingCommand.StripSecurity c ->
                new ServicingEvent.SecurityStripped(c.asset(), c.account(), c.par());
            case ServicingCommand.ReconstituteSecurity c ->
                new ServicingEvent.SecurityReconstituted(c.asset(), c.account(), c.par());
        };
    }
}
