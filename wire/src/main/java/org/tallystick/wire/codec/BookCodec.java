package org.tallystick.wire.codec;

import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.BookCommand.DeliverHold;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.BookCommand.RedeemCash;
import org.tallystick.ledger.command.BookCommand.ReleaseHold;
import org.tallystick.wire.proto.Tally;

/** Issue, redemption and holds. */
final class BookCodec {

    private BookCodec() {}

    static void put(BookCommand command, Tally.Command.Builder message) {
        switch (command) {
            case IssueCash issue ->
                message.getIssueCashBuilder()
                        .setAsset(issue.asset())
                        .setAccount(issue.account())
                        .setAmount(issue.amount());
            case RedeemCash redeem ->
                message.getRedeemCashBuilder()
                        .setAsset(redeem.asset())
                        .setAccount(redeem.account())
                        .setAmount(redeem.amount());
            case PlaceHold place ->
                message.getPlaceHoldBuilder()
                        .setAccount(place.account())
                        .setAsset(place.asset())
                        .setAmount(place.amount())
                        .setBeneficiary(Values.encode(place.beneficiary()))
                        .setExpiryMillis(place.expiryMillis())
                        .setReference(place.reference());
            case ReleaseHold release ->
                message.getReleaseHoldBuilder().setHold(release.hold()).setAmount(release.amount());
            case DeliverHold deliver ->
                message.getDeliverHoldBuilder()
                        .setHold(deliver.hold())
                        .setToAccount(deliver.toAccount())
                        .setAmount(deliver.amount());
        }
    }

    static IssueCash decode(Tally.IssueCash message) {
        return new IssueCash(message.getAsset(), message.getAccount(), message.getAmount());
    }

    static RedeemCash decode(Tally.RedeemCash message) {
        return new RedeemCash(message.getAsset(), message.getAccount(), message.getAmount());
    }

    static PlaceHold decode(Tally.PlaceHold message) {
        return new PlaceHold(
                message.getAccount(),
                message.getAsset(),
                message.getAmount(),
                Values.decode(message.getBeneficiary()),
                message.getExpiryMillis(),
                message.getReference());
    }

    static ReleaseHold decode(Tally.ReleaseHold message) {
        return new ReleaseHold(message.getHold(), message.getAmount());
    }

    static DeliverHold decode(Tally.DeliverHold message) {
        return new DeliverHold(message.getHold(), message.getToAccount(), message.getAmount());
    }
}
