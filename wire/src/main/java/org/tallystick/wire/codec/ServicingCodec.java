package org.tallystick.wire.codec;

import org.tallystick.ledger.command.ServicingCommand;
import org.tallystick.ledger.command.ServicingCommand.ReconstituteSecurity;
import org.tallystick.ledger.command.ServicingCommand.RetryObligation;
import org.tallystick.ledger.command.ServicingCommand.StripSecurity;
import org.tallystick.wire.proto.Tally;

/** Obligations, stripping and reconstitution. The facts of the same content have the same messages. */
final class ServicingCodec {

    private ServicingCodec() {}

    static void put(ServicingCommand command, Tally.Command.Builder message) {
        switch (command) {
            case RetryObligation retry -> message.getRetryObligationBuilder().setObligation(retry.obligation());
            case StripSecurity strip -> message.setStripSecurity(message(strip));
            case ReconstituteSecurity reconstitute -> message.setReconstituteSecurity(message(reconstitute));
        }
    }

    static Tally.StripSecurity message(StripSecurity strip) {
        return Tally.StripSecurity.newBuilder()
                .setAccount(strip.account())
                .setAsset(strip.asset())
                .setPar(strip.par())
                .build();
    }

    static Tally.ReconstituteSecurity message(ReconstituteSecurity reconstitute) {
        return Tally.ReconstituteSecurity.newBuilder()
                .setAccount(reconstitute.account())
                .setAsset(reconstitute.asset())
                .setPar(reconstitute.par())
                .build();
    }

    static RetryObligation decode(Tally.RetryObligation message) {
        return new RetryObligation(message.getObligation());
    }

    static StripSecurity decode(Tally.StripSecurity message) {
        return new StripSecurity(message.getAccount(), message.getAsset(), message.getPar());
    }

    static ReconstituteSecurity decode(Tally.ReconstituteSecurity message) {
        return new ReconstituteSecurity(message.getAccount(), message.getAsset(), message.getPar());
    }
}
