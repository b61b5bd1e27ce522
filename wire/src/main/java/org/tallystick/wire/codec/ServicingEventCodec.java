package org.tallystick.wire.codec;

import org.tallystick.ledger.command.ServicingCommand.ReconstituteSecurity;
import org.tallystick.ledger.command.ServicingCommand.StripSecurity;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.ServicingEvent.DistributionClosed;
import org.tallystick.ledger.event.ServicingEvent.DistributionFunded;
import org.tallystick.ledger.event.ServicingEvent.DistributionOpened;
import org.tallystick.ledger.event.ServicingEvent.HolderPaid;
import org.tallystick.ledger.event.ServicingEvent.Kind;
import org.tallystick.ledger.event.ServicingEvent.ObligationDischarged;
import org.tallystick.ledger.event.ServicingEvent.ObligationKind;
import org.tallystick.ledger.event.ServicingEvent.ObligationRecorded;
import org.tallystick.ledger.event.ServicingEvent.SecurityReconstituted;
import org.tallystick.ledger.event.ServicingEvent.SecurityStripped;
import org.tallystick.wire.proto.Tally;

/** Payments that securities owe, and what became of them. */
final class ServicingEventCodec {

    private ServicingEventCodec() {}

    static void put(ServicingEvent event, Tally.Event.Builder message) {
        switch (event) {
            case DistributionOpened e -> message.setDistributionOpened(message(e));
            case DistributionFunded e ->
                message.getDistributionFundedBuilder()
                        .setDistribution(e.distribution())
                        .setHold(e.hold());
            case HolderPaid e ->
                message.getHolderPaidBuilder()
                        .setDistribution(e.distribution())
                        .setAccount(e.account())
                        .setPar(e.par())
                        .setAmount(e.amount());
            case DistributionClosed e ->
                message.getDistributionClosedBuilder()
                        .setDistribution(e.distribution())
                        .setPaid(e.paid())
                        .setResidual(e.residual());
            case ObligationRecorded e -> message.setObligationRecorded(message(e));
            case ObligationDischarged e ->
                message.getObligationDischargedBuilder().setObligation(e.obligation());
            case SecurityStripped e ->
                message.setSecurityStripped(ServicingCodec.message(new StripSecurity(e.account(), e.asset(), e.par())));
            case SecurityReconstituted e ->
                message.setSecurityReconstituted(
                        ServicingCodec.message(new ReconstituteSecurity(e.account(), e.asset(), e.par())));
        }
    }

    private static Tally.DistributionOpened message(DistributionOpened opened) {
        return Tally.DistributionOpened.newBuilder()
                .setDistribution(opened.distribution())
                .setAsset(opened.asset())
                .setKind(
                        switch (opened.kind()) {
                            case INTEREST -> Tally.DistributionOpened.Kind.INTEREST;
                            case REDEMPTION -> Tally.DistributionOpened.Kind.REDEMPTION;
                        })
                .setScheduledDate(Values.encode(opened.scheduledDate()))
                .setSupply(opened.supply())
                .setDue(opened.due())
                .build();
    }

    private static Tally.ObligationRecorded message(ObligationRecorded recorded) {
        return Tally.ObligationRecorded.newBuilder()
                .setObligation(recorded.obligation())
                .setKind(
                        switch (recorded.kind()) {
                            case DISTRIBUTION -> Tally.ObligationRecorded.Kind.DISTRIBUTION;
                            case AWARD -> Tally.ObligationRecorded.Kind.AWARD;
                        })
                .setReference(recorded.reference())
                .setAccount(recorded.account())
                .setAsset(recorded.asset())
                .setAmount(recorded.amount())
                .build();
    }

    static DistributionOpened decode(Tally.DistributionOpened message) {
        return new DistributionOpened(
                message.getDistribution(),
                message.getAsset(),
                switch (message.getKind()) {
                    case INTEREST -> Kind.INTEREST;
                    case REDEMPTION -> Kind.REDEMPTION;
                    case KIND_UNSPECIFIED, UNRECOGNIZED -> throw Values.unknown("kind");
                },
                Values.decode("scheduled_date", message.hasScheduledDate(), message.getScheduledDate()),
                message.getSupply(),
                message.getDue());
    }

    static DistributionFunded decode(Tally.DistributionFunded message) {
        return new DistributionFunded(message.getDistribution(), message.getHold());
    }

    static HolderPaid decode(Tally.HolderPaid message) {
        return new HolderPaid(message.getDistribution(), message.getAccount(), message.getPar(), message.getAmount());
    }

    static DistributionClosed decode(Tally.DistributionClosed message) {
        return new DistributionClosed(message.getDistribution(), message.getPaid(), message.getResidual());
    }

    static ObligationRecorded decode(Tally.ObligationRecorded message) {
        return new ObligationRecorded(
                message.getObligation(),
                switch (message.getKind()) {
                    case DISTRIBUTION -> ObligationKind.DISTRIBUTION;
                    case AWARD -> ObligationKind.AWARD;
                    case KIND_UNSPECIFIED, UNRECOGNIZED -> throw Values.unknown("kind");
                },
                message.getReference(),
                message.getAccount(),
                message.getAsset(),
                message.getAmount());
    }

    static ObligationDischarged decode(Tally.ObligationDischarged message) {
        return new ObligationDischarged(message.getObligation());
    }

    static SecurityStripped stripped(Tally.StripSecurity message) {
        return new SecurityStripped(message.getAsset(), message.getAccount(), message.getPar());
    }

    static SecurityReconstituted reconstituted(Tally.ReconstituteSecurity message) {
        return new SecurityReconstituted(message.getAsset(), message.getAccount(), message.getPar());
    }
}
