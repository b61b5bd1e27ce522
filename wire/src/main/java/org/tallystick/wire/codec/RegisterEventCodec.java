package org.tallystick.wire.codec;

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
import org.tallystick.ledger.command.AdministrationCommand.SetAccountStatus;
import org.tallystick.ledger.command.AdministrationCommand.SetPartyStatus;
import org.tallystick.ledger.command.AdministrationCommand.SetThreshold;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.RegisterEvent.AccountRegistered;
import org.tallystick.ledger.event.RegisterEvent.AccountStatusSet;
import org.tallystick.ledger.event.RegisterEvent.AssetRegistered;
import org.tallystick.ledger.event.RegisterEvent.BillRatePublished;
import org.tallystick.ledger.event.RegisterEvent.BusinessDateOpened;
import org.tallystick.ledger.event.RegisterEvent.CalendarPublished;
import org.tallystick.ledger.event.RegisterEvent.ConsumerPricesPublished;
import org.tallystick.ledger.event.RegisterEvent.KeyRegistered;
import org.tallystick.ledger.event.RegisterEvent.KeyRevoked;
import org.tallystick.ledger.event.RegisterEvent.PartyRegistered;
import org.tallystick.ledger.event.RegisterEvent.PartyStatusSet;
import org.tallystick.ledger.event.RegisterEvent.PricePublished;
import org.tallystick.ledger.event.RegisterEvent.ThresholdSet;
import org.tallystick.wire.proto.Tally;

/** Changes of the register. Each has the content of an operator's command, and goes as that command's message. */
final class RegisterEventCodec {

    private RegisterEventCodec() {}

    static void put(RegisterEvent event, Tally.Event.Builder message) {
        switch (event) {
            case PartyRegistered e ->
                message.setPartyRegistered(AdministrationCodec.message(new RegisterParty(
                        e.party(), e.code(), e.name(), e.roles(), e.jurisdiction(), e.threshold(), e.keys())));
            case PartyStatusSet e ->
                message.setPartyStatusSet(AdministrationCodec.message(new SetPartyStatus(e.party(), e.status())));
            case KeyRegistered e ->
                message.setKeyRegistered(AdministrationCodec.message(new RegisterKey(e.party(), e.key())));
            case KeyRevoked e -> message.setKeyRevoked(AdministrationCodec.message(new RevokeKey(e.party(), e.key())));
            case ThresholdSet e ->
                message.setThresholdSet(AdministrationCodec.message(new SetThreshold(e.party(), e.threshold())));
            case AccountRegistered e ->
                message.setAccountRegistered(
                        AdministrationCodec.message(new RegisterAccount(e.account(), e.party(), e.label())));
            case AccountStatusSet e ->
                message.setAccountStatusSet(AdministrationCodec.message(new SetAccountStatus(e.account(), e.status())));
            case AssetRegistered e ->
                message.setAssetRegistered(AdministrationCodec.message(
                        new RegisterAsset(e.asset(), e.code(), e.issuer(), e.scale(), e.lot(), e.terms())));
            case CalendarPublished e ->
                message.setCalendarPublished(AdministrationCodec.message(
                        new PublishCalendar(e.firstYear(), e.lastYear(), e.closedWeekdays())));
            case PricePublished e ->
                message.setPricePublished(AdministrationCodec.message(
                        new PublishPrice(e.asset(), e.date(), e.priceMicros(), e.source())));
            case ConsumerPricesPublished e ->
                message.setConsumerPricesPublished(
                        AdministrationCodec.message(new PublishConsumerPrices(e.month(), e.cpiThousandths())));
            case BillRatePublished e ->
                message.setBillRatePublished(AdministrationCodec.message(
                        new PublishBillRate(e.auctionDate(), e.discountRatePercentNanos(), e.billDays())));
            case BusinessDateOpened e ->
                message.setBusinessDateOpened(AdministrationCodec.message(new OpenBusinessDate(e.date())));
        }
    }

    static PartyRegistered registered(Tally.RegisterParty message) {
        RegisterParty c = AdministrationCodec.decode(message);
        return new PartyRegistered(c.party(), c.code(), c.name(), c.roles(), c.jurisdiction(), c.threshold(), c.keys());
    }

    static PartyStatusSet set(Tally.SetPartyStatus message) {
        SetPartyStatus c = AdministrationCodec.decode(message);
        return new PartyStatusSet(c.party(), c.status());
    }

    static KeyRegistered registered(Tally.RegisterKey message) {
        RegisterKey c = AdministrationCodec.decode(message);
        return new KeyRegistered(c.party(), c.key());
    }

    static KeyRevoked revoked(Tally.RevokeKey message) {
        RevokeKey c = AdministrationCodec.decode(message);
        return new KeyRevoked(c.party(), c.key());
    }

    static ThresholdSet set(Tally.SetThreshold message) {
        return new ThresholdSet(message.getParty(), message.getThreshold());
    }

    static AccountRegistered registered(Tally.RegisterAccount message) {
        return new AccountRegistered(message.getAccount(), message.getParty(), message.getLabel());
    }

    static AccountStatusSet set(Tally.SetAccountStatus message) {
        SetAccountStatus c = AdministrationCodec.decode(message);
        return new AccountStatusSet(c.account(), c.status());
    }

    static AssetRegistered registered(Tally.RegisterAsset message) {
        RegisterAsset c = AdministrationCodec.decode(message);
        return new AssetRegistered(c.asset(), c.code(), c.issuer(), c.scale(), c.lot(), c.terms());
    }

    static CalendarPublished published(Tally.PublishCalendar message) {
        PublishCalendar c = AdministrationCodec.decode(message);
        return new CalendarPublished(c.firstYear(), c.lastYear(), c.closedWeekdays());
    }

    static PricePublished published(Tally.PublishPrice message) {
        PublishPrice c = AdministrationCodec.decode(message);
        return new PricePublished(c.asset(), c.date(), c.priceMicros(), c.source());
    }

    static ConsumerPricesPublished published(Tally.PublishConsumerPrices message) {
        PublishConsumerPrices c = AdministrationCodec.decode(message);
        return new ConsumerPricesPublished(c.month(), c.cpiThousandths());
    }

    static BillRatePublished published(Tally.PublishBillRate message) {
        PublishBillRate c = AdministrationCodec.decode(message);
        return new BillRatePublished(c.auctionDate(), c.discountRatePercentNanos(), c.billDays());
    }

    static BusinessDateOpened opened(Tally.OpenBusinessDate message) {
        return new BusinessDateOpened(AdministrationCodec.decode(message).date());
    }
}
