package org.tallystick.ledger.event;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Roles;

/** A change of the register. Units are those of the command of the same content. */
public sealed interface RegisterEvent extends Event {

    record PartyRegistered(
            int party, String code, String name, Roles roles, String jurisdiction, int threshold, List<PublicKey> keys)
            implements RegisterEvent {}

    record PartyStatusSet(int party, PartyStatus status) implements RegisterEvent {}

    record KeyRegistered(int party, PublicKey key) implements RegisterEvent {}

    record KeyRevoked(int party, PublicKey key) implements RegisterEvent {}

    record ThresholdSet(int party, int threshold) implements RegisterEvent {}

    record AccountRegistered(int account, int party, String label) implements RegisterEvent {}

    record AccountStatusSet(int account, AccountStatus status) implements RegisterEvent {}

    record AssetRegistered(int asset, String code, int issuer, int scale, long lot, AssetTerms terms)
            implements RegisterEvent {}

    record CalendarPublished(int firstYear, int lastYear, List<LocalDate> closedWeekdays) implements RegisterEvent {}

    record PricePublished(int asset, LocalDate date, long priceMicros, String source) implements RegisterEvent {}

    record ConsumerPricesPublished(YearMonth month, long cpiThousandths) implements RegisterEvent {}

    record BillRatePublished(LocalDate auctionDate, long discountRatePercentNanos, int billDays)
            implements RegisterEvent {}

    record BusinessDateOpened(LocalDate date) implements RegisterEvent {}
}
