package org.tallystick.wire.codec;

import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.AuctionCommand;
import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.ServicingCommand;
import org.tallystick.ledger.command.SettlementCommand;
import org.tallystick.wire.proto.Tally;

/** Commands, whatever their family. */
public final class CommandCodec {

    private CommandCodec() {}

    /**
     * A command as a message.
     *
     * @throws IllegalArgumentException for roles that no number of the schema stands for
     */
    public static Tally.Command encode(Command command) {
        Tally.Command.Builder message = Tally.Command.newBuilder();
        switch (command) {
            case AdministrationCommand administration -> AdministrationCodec.put(administration, message);
            case BookCommand book -> BookCodec.put(book, message);
            case SettlementCommand settlement -> SettlementCodec.put(settlement, message);
            case AuctionCommand auction -> AuctionCodec.put(auction, message);
            case ServicingCommand servicing -> ServicingCodec.put(servicing, message);
        }
        return message.build();
    }

    /**
     * The command that a message says.
     *
     * @throws MalformedMessage where it says none
     */
    public static Command decode(Tally.Command message) {
        return switch (message.getKindCase()) {
            case ISSUE_CASH -> BookCodec.decode(message.getIssueCash());
            case REDEEM_CASH -> BookCodec.decode(message.getRedeemCash());
            case PLACE_HOLD -> BookCodec.decode(message.getPlaceHold());
            case RELEASE_HOLD -> BookCodec.decode(message.getReleaseHold());
            case DELIVER_HOLD -> BookCodec.decode(message.getDeliverHold());
            case INSTRUCT_SETTLEMENT -> SettlementCodec.decode(message.getInstructSettlement());
            case AFFIRM_SETTLEMENT -> SettlementCodec.decode(message.getAffirmSettlement());
            case CANCEL_SETTLEMENT -> SettlementCodec.decode(message.getCancelSettlement());
            case ANNOUNCE_AUCTION -> AuctionCodec.decode(message.getAnnounceAuction());
            case AWARD_AUCTION -> AuctionCodec.decode(message.getAwardAuction());
            case RETRY_OBLIGATION -> ServicingCodec.decode(message.getRetryObligation());
            case STRIP_SECURITY -> ServicingCodec.decode(message.getStripSecurity());
            case RECONSTITUTE_SECURITY -> ServicingCodec.decode(message.getReconstituteSecurity());
            case REGISTER_PARTY -> AdministrationCodec.decode(message.getRegisterParty());
            case SET_PARTY_STATUS -> AdministrationCodec.decode(message.getSetPartyStatus());
            case REGISTER_KEY -> AdministrationCodec.decode(message.getRegisterKey());
            case REVOKE_KEY -> AdministrationCodec.decode(message.getRevokeKey());
            case SET_THRESHOLD -> AdministrationCodec.decode(message.getSetThreshold());
            case REGISTER_ACCOUNT -> AdministrationCodec.decode(message.getRegisterAccount());
            case SET_ACCOUNT_STATUS -> AdministrationCodec.decode(message.getSetAccountStatus());
            case REGISTER_ASSET -> AdministrationCodec.decode(message.getRegisterAsset());
            case PUBLISH_CALENDAR -> AdministrationCodec.decode(message.getPublishCalendar());
            case PUBLISH_PRICE -> AdministrationCodec.decode(message.getPublishPrice());
            case PUBLISH_CONSUMER_PRICES -> AdministrationCodec.decode(message.getPublishConsumerPrices());
            case PUBLISH_BILL_RATE -> AdministrationCodec.decode(message.getPublishBillRate());
            case OPEN_BUSINESS_DATE -> AdministrationCodec.decode(message.getOpenBusinessDate());
            case RUN_DUE_ACTIONS -> AdministrationCodec.decode(message.getRunDueActions());
            case KIND_NOT_SET -> throw new MalformedMessage("a command is empty, or of a kind not known");
        };
    }
}
