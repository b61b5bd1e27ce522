package org.tallystick.wire.codec;

import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishBillRate;
import org.tallystick.ledger.command.AdministrationCommand.PublishCalendar;
import org.tallystick.ledger.command.AdministrationCommand.PublishConsumerPrices;
import org.tallystick.ledger.command.AdministrationCommand.PublishPrice;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterKey;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.AdministrationCommand.RevokeKey;
import org.tallystick.ledger.command.AdministrationCommand.RunDueActions;
import org.tallystick.ledger.command.AdministrationCommand.SetAccountStatus;
import org.tallystick.ledger.command.AdministrationCommand.SetPartyStatus;
import org.tallystick.ledger.command.AdministrationCommand.SetThreshold;
import org.tallystick.wire.proto.Tally;

/** The operator's commands. The facts they bring about have the same content, and so the same messages. */
final class AdministrationCodec {

    private AdministrationCodec() {}

    static void put(AdministrationCommand command, Tally.Command.Builder message) {
        switch (command) {
            case RegisterParty c -> message.setRegisterParty(message(c));
            case SetPartyStatus c -> message.setSetPartyStatus(message(c));
            case RegisterKey c -> message.setRegisterKey(message(c));
            case RevokeKey c -> message.setRevokeKey(message(c));
            case SetThreshold c -> message.setSetThreshold(message(c));
            case RegisterAccount c -> message.setRegisterAccount(message(c));
            case SetAccountStatus c -> message.setSetAccountStatus(message(c));
            case RegisterAsset c -> message.setRegisterAsset(message(c));
            case PublishCalendar c -> message.setPublishCalendar(message(c));
            case PublishPrice c -> message.setPublishPrice(message(c));
            case PublishConsumerPrices c -> message.setPublishConsumerPrices(message(c));
            case PublishBillRate c -> message.setPublishBillRate(message(c));
            case OpenBusinessDate c -> message.setOpenBusinessDate(message(c));
            case RunDueActions c -> message.getRunDueActionsBuilder().setSteps(c.steps());
        }
    }

    static Tally.RegisterParty message(RegisterParty command) {
        Tally.RegisterParty.Builder message = Tally.RegisterParty.newBuilder()
                .setParty(command.party())
                .setCode(command.code())
                .setName(command.name())
                .addAllRoles(PartyValues.encode(command.roles()))
                .setJurisdiction(command.jurisdiction())
                .setThreshold(command.threshold());
        command.keys().forEach(key -> message.addKeys(Values.encode(key)));
        return message.build();
    }

    static Tally.SetPartyStatus message(SetPartyStatus command) {
        return Tally.SetPartyStatus.newBuilder()
                .setParty(command.party())
                .setStatus(PartyValues.encode(command.status()))
                .build();
    }

    static Tally.RegisterKey message(RegisterKey command) {
        return Tally.RegisterKey.newBuilder()
                .setParty(command.party())
                .setKey(Values.encode(command.key()))
                .build();
    }

    static Tally.RevokeKey message(RevokeKey command) {
        return Tally.RevokeKey.newBuilder()
                .setParty(command.party())
                .setKey(Values.encode(command.key()))
                .build();
    }

    static Tally.SetThreshold message(SetThreshold command) {
        return Tally.SetThreshold.newBuilder()
                .setParty(command.party())
                .setThreshold(command.threshold())
                .build();
    }

    static Tally.RegisterAccount message(RegisterAccount command) {
        return Tally.RegisterAccount.newBuilder()
                .setAccount(command.account())
                .setParty(command.party())
                .setLabel(command.label())
                .build();
    }

    static Tally.SetAccountStatus message(SetAccountStatus command) {
        return Tally.SetAccountStatus.newBuilder()
                .setAccount(command.account())
                .setStatus(PartyValues.encode(command.status()))
                .build();
    }

    static Tally.RegisterAsset message(RegisterAsset command) {
        return Tally.RegisterAsset.newBuilder()
                .setAsset(command.asset())
                .setCode(command.code())
                .setIssuer(command.issuer())
                .setScale(command.scale())
                .setLot(command.lot())
                .setTerms(TermsCodec.encode(command.terms()))
                .build();
    }

    static Tally.PublishCalendar message(PublishCalendar command) {
        Tally.PublishCalendar.Builder message = Tally.PublishCalendar.newBuilder()
                .setFirstYear(command.firstYear())
                .setLastYear(command.lastYear());
        command.closedWeekdays().forEach(date -> message.addClosedWeekdays(Values.encode(date)));
        return message.build();
    }

    static Tally.PublishPrice message(PublishPrice command) {
        return Tally.PublishPrice.newBuilder()
                .setAsset(command.asset())
                .setDate(Values.encode(command.date()))
                .setPriceMicros(command.priceMicros())
                .setSource(command.source())
                .build();
    }

    static Tally.PublishConsumerPrices message(PublishConsumerPrices command) {
        return Tally.PublishConsumerPrices.newBuilder()
                .setMonth(Values.encode(command.month()))
                .setCpiThousandths(command.cpiThousandths())
                .build();
    }

    static Tally.PublishBillRate message(PublishBillRate command) {
        return Tally.PublishBillRate.newBuilder()
                .setAuctionDate(Values.encode(command.auctionDate()))
                .setDiscountRatePercentNanos(command.discountRatePercentNanos())
                .setBillDays(command.billDays())
                .build();
    }

    static Tally.OpenBusinessDate message(OpenBusinessDate command) {
        return Tally.OpenBusinessDate.newBuilder()
                .setDate(Values.encode(command.date()))
                .build();
    }

    static RegisterParty decode(Tally.RegisterParty message) {
        return new RegisterParty(
                message.getParty(),
                message.getCode(),
                message.getName(),
                PartyValues.decode(message.getRolesList()),
                message.getJurisdiction(),
                message.getThreshold(),
                Values.each(message.getKeysList(), key -> Values.decodeKey("keys", key)));
    }

    static SetPartyStatus decode(Tally.SetPartyStatus message) {
        return new SetPartyStatus(message.getParty(), PartyValues.decode(message.getStatus()));
    }

    static RegisterKey decode(Tally.RegisterKey message) {
        return new RegisterKey(message.getParty(), Values.decodeKey("key", message.getKey()));
    }

    static RevokeKey decode(Tally.RevokeKey message) {
        return new RevokeKey(message.getParty(), Values.decodeKey("key", message.getKey()));
    }

    static SetThreshold decode(Tally.SetThreshold message) {
        return new SetThreshold(message.getParty(), message.getThreshold());
    }

    static RegisterAccount decode(Tally.RegisterAccount message) {
        return new RegisterAccount(message.getAccount(), message.getParty(), message.getLabel());
    }

    static SetAccountStatus decode(Tally.SetAccountStatus message) {
        return new SetAccountStatus(message.getAccount(), PartyValues.decode(message.getStatus()));
    }

    static RegisterAsset decode(Tally.RegisterAsset message) {
        return new RegisterAsset(
                message.getAsset(),
                message.getCode(),
                message.getIssuer(),
                message.getScale(),
                message.getLot(),
                TermsCodec.decode(message.getTerms()));
    }

    static PublishCalendar decode(Tally.PublishCalendar message) {
        return new PublishCalendar(
                message.getFirstYear(),
                message.getLastYear(),
                Values.each(message.getClosedWeekdaysList(), date -> Values.decode("closed_weekdays", date)));
    }

    static PublishPrice decode(Tally.PublishPrice message) {
        return new PublishPrice(
                message.getAsset(),
                Values.decode("date", message.hasDate(), message.getDate()),
                message.getPriceMicros(),
                message.getSource());
    }

    static PublishConsumerPrices decode(Tally.PublishConsumerPrices message) {
        return new PublishConsumerPrices(
                Values.decode("month", message.hasMonth(), message.getMonth()), message.getCpiThousandths());
    }

    static PublishBillRate decode(Tally.PublishBillRate message) {
        return new PublishBillRate(
                Values.decode("auction_date", message.hasAuctionDate(), message.getAuctionDate()),
                message.getDiscountRatePercentNanos(),
                message.getBillDays());
    }

    static OpenBusinessDate decode(Tally.OpenBusinessDate message) {
        return new OpenBusinessDate(Values.decode("date", message.hasDate(), message.getDate()));
    }

    static RunDueActions decode(Tally.RunDueActions message) {
        return new RunDueActions(message.getSteps());
    }
}
