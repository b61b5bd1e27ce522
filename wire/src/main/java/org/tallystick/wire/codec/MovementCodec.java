package org.tallystick.wire.codec;

import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.Movement.HoldDelivered;
import org.tallystick.ledger.event.Movement.HoldPlaced;
import org.tallystick.ledger.event.Movement.HoldReleased;
import org.tallystick.ledger.event.Movement.Issued;
import org.tallystick.ledger.event.Movement.Posted;
import org.tallystick.ledger.event.Movement.Redeemed;
import org.tallystick.wire.proto.Tally;

/** Facts that change what anyone holds. */
final class MovementCodec {

    private MovementCodec() {}

    static void put(Movement movement, Tally.Event.Builder message) {
        switch (movement) {
            case Issued issued ->
                message.getIssuedBuilder()
                        .setAsset(issued.asset())
                        .setAccount(issued.account())
                        .setAmount(issued.amount());
            case Redeemed redeemed ->
                message.getRedeemedBuilder()
                        .setAsset(redeemed.asset())
                        .setAccount(redeemed.account())
                        .setAmount(redeemed.amount());
            case Posted posted -> {
                Tally.Posted.Builder legs = Tally.Posted.newBuilder();
                for (Leg leg : posted.legs()) {
                    legs.addLegs(Values.encode(leg));
                }
                message.setPosted(legs);
            }
            case HoldPlaced placed ->
                message.getHoldPlacedBuilder()
                        .setHold(placed.hold())
                        .setAccount(placed.account())
                        .setAsset(placed.asset())
                        .setAmount(placed.amount())
                        .setBeneficiary(Values.encode(placed.beneficiary()))
                        .setExpiryMillis(placed.expiryMillis())
                        .setReference(placed.reference());
            case HoldReleased released ->
                message.getHoldReleasedBuilder().setHold(released.hold()).setAmount(released.amount());
            case HoldDelivered delivered ->
                message.getHoldDeliveredBuilder()
                        .setHold(delivered.hold())
                        .setToAccount(delivered.toAccount())
                        .setAmount(delivered.amount());
        }
    }

    static Issued decode(Tally.Issued message) {
        return new Issued(message.getAsset(), message.getAccount(), message.getAmount());
    }

    static Redeemed decode(Tally.Redeemed message) {
        return new Redeemed(message.getAsset(), message.getAccount(), message.getAmount());
    }

    static Posted decode(Tally.Posted message) {
        return new Posted(Values.each(message.getLegsList(), Values::decode));
    }

    static HoldPlaced decode(Tally.HoldPlaced message) {
        return new HoldPlaced(
                message.getHold(),
                message.getAccount(),
                message.getAsset(),
                message.getAmount(),
                Values.decode(message.getBeneficiary()),
                message.getExpiryMillis(),
                message.getReference());
    }

    static HoldReleased decode(Tally.HoldReleased message) {
        return new HoldReleased(message.getHold(), message.getAmount());
    }

    static HoldDelivered decode(Tally.HoldDelivered message) {
        return new HoldDelivered(message.getHold(), message.getToAccount(), message.getAmount());
    }
}
