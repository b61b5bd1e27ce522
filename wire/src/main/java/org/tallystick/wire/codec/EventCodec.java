package org.tallystick.wire.codec;

import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.wire.proto.Tally;

/** Facts, whatever their family. */
final class EventCodec {

    private EventCodec() {}

    static Tally.Event encode(Event event) {
        Tally.Event.Builder message = Tally.Event.newBuilder();
        switch (event) {
            case RegisterEvent register -> RegisterEventCodec.put(register, message);
            case Movement movement -> MovementCodec.put(movement, message);
            case SettlementEvent settlement -> SettlementEventCodec.put(settlement, message);
            case AuctionEvent auction -> AuctionEventCodec.put(auction, message);
            case ServicingEvent servicing -> ServicingEventCodec.put(servicing, message);
        }
        return message.build();
    }

    static Event decode(Tally.Event message) {
        return switch (message.getKindCase()) {
            case ISSUED -> MovementCodec.decode(message.getIssued());
            case REDEEMED -> MovementCodec.decode(message.getRedeemed());
            case POSTED -> MovementCodec.decode(message.getPosted());
            case HOLD_PLACED -> MovementCodec.decode(message.getHoldPlaced());
            case HOLD_RELEASED -> MovementCodec.decode(message.getHoldReleased());
            case HOLD_DELIVERED -> MovementCodec.decode(message.getHoldDelivered());
            case SETTLEMENT_INSTRUCTED -> SettlementEventCodec.decode(message.getSettlementInstructed());
            case SETTLEMENT_AFFIRMED -> SettlementEventCodec.decode(message.getSettlementAffirmed());
            case SETTLEMENT_FINAL -> SettlementEventCodec.decode(message.getSettlementFinal());
            case SETTLEMENT_FAILED -> SettlementEventCodec.decode(message.getSettlementFailed());
            case CANCELLATION_AGREED -> SettlementEventCodec.decode(message.getCancellationAgreed());
            case SETTLEMENT_CANCELLED -> SettlementEventCodec.decode(message.getSettlementCancelled());
            case SETTLEMENT_LAPSED -> SettlementEventCodec.decode(message.getSettlementLapsed());
            case HOLDER_PAID -> ServicingEventCodec.decode(message.getHolderPaid());
            case DISTRIBUTION_OPENED -> ServicingEventCodec.decode(message.getDistributionOpened());
            case DISTRIBUTION_FUNDED -> ServicingEventCodec.decode(message.getDistributionFunded());
            case DISTRIBUTION_CLOSED -> ServicingEventCodec.decode(message.getDistributionClosed());
            case OBLIGATION_RECORDED -> ServicingEventCodec.decode(message.getObligationRecorded());
            case OBLIGATION_DISCHARGED -> ServicingEventCodec.decode(message.getObligationDischarged());
            case SECURITY_STRIPPED -> ServicingEventCodec.stripped(message.getSecurityStripped());
            case SECURITY_RECONSTITUTED -> ServicingEventCodec.reconstituted(message.getSecurityReconstituted());
            case AUCTION_ANNOUNCED -> AuctionEventCodec.announced(message.getAuctionAnnounced());
            case AUCTION_AWARDED -> AuctionEventCodec.awarded(message.getAuctionAwarded());
            case AWARD_ISSUED -> AuctionEventCodec.decode(message.getAwardIssued());
            case AUCTION_COMPLETED -> AuctionEventCodec.decode(message.getAuctionCompleted());
            case PARTY_REGISTERED -> RegisterEventCodec.registered(message.getPartyRegistered());
            case PARTY_STATUS_SET -> RegisterEventCodec.set(message.getPartyStatusSet());
            case KEY_REGISTERED -> RegisterEventCodec.registered(message.getKeyRegistered());
            case KEY_REVOKED -> RegisterEventCodec.revoked(message.getKeyRevoked());
            case THRESHOLD_SET -> RegisterEventCodec.set(message.getThresholdSet());
            case ACCOUNT_REGISTERED -> RegisterEventCodec.registered(message.getAccountRegistered());
            case ACCOUNT_STATUS_SET -> RegisterEventCodec.set(message.getAccountStatusSet());
            case ASSET_REGISTERED -> RegisterEventCodec.registered(message.getAssetRegistered());
            case CALENDAR_PUBLISHED -> RegisterEventCodec.published(message.getCalendarPublished());
            case PRICE_PUBLISHED -> RegisterEventCodec.published(message.getPricePublished());
            case CONSUMER_PRICES_PUBLISHED -> RegisterEventCodec.published(message.getConsumerPricesPublished());
            case BILL_RATE_PUBLISHED -> RegisterEventCodec.published(message.getBillRatePublished());
            case BUSINESS_DATE_OPENED -> RegisterEventCodec.opened(message.getBusinessDateOpened());
            case KIND_NOT_SET -> throw new MalformedMessage("an event is empty, or of a kind not known");
        };
    }
}
