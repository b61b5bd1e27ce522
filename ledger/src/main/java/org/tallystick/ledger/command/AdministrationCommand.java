package org.tallystick.ledger.command;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Roles;

/** What only a party with the operator role may ask. */
public sealed interface AdministrationCommand extends Command {

    /**
     * Registers a party with its first keys.
     *
     * @param party the next free party number
     * @param code unique short name, 1 to 16 characters of {@code A-Z 0-9 . _ -}
     * @param name legal name, 1 to 140 characters
     * @param jurisdiction ISO 3166-1 alpha-2
     * @param threshold how many of its keys must sign what it asks; 1 to the number of keys
     */
    record RegisterParty(
            int party, String code, String name, Roles roles, String jurisdiction, int threshold, List<PublicKey> keys)
            implements AdministrationCommand {}

    /** Suspends a party, or lets it act again. A suspended party signs nothing; it can still be paid. */
    record SetPartyStatus(int party, PartyStatus status) implements AdministrationCommand {}

    /** Gives a party one more key. */
    record RegisterKey(int party, PublicKey key) implements AdministrationCommand {}

    /** Takes a key from a party for good; never below its threshold. A revoked key cannot be registered again. */
    record RevokeKey(int party, PublicKey key) implements AdministrationCommand {}

    /** Sets how many keys must sign for a party. */
    record SetThreshold(int party, int threshold) implements AdministrationCommand {}

    /**
     * Opens an account. An account holds any number of assets.
     *
     * @param account the next free account number
     * @param party its owner
     * @param label how people call it, 1 to 35 characters
     */
    record RegisterAccount(int account, int party, String label) implements AdministrationCommand {}

    /** Freezes an account (nothing leaves it by its owner's word), opens it again, or closes it when it is empty. */
    record SetAccountStatus(int account, AccountStatus status) implements AdministrationCommand {}

    /**
     * Registers an asset.
     *
     * @param asset the next free asset number
     * @param code unique; for a security its CUSIP
     * @param issuer the party that may issue and redeem it
     * @param scale decimal places of a minor unit, 0 to 9: 2 means cents of a dollar, or cents of par
     * @param lot what every amount must be a multiple of, in minor units; 1 for no such rule
     */
    record RegisterAsset(int asset, String code, int issuer, int scale, long lot, AssetTerms terms)
            implements AdministrationCommand {}

    /**
     * Publishes the settlement calendar for whole years: every weekday in them is a business day but those listed.
     *
     * @param closedWeekdays ascending, all between the first day of {@code firstYear} and the last of {@code lastYear}
     */
    record PublishCalendar(int firstYear, int lastYear, List<LocalDate> closedWeekdays)
            implements AdministrationCommand {}

    /**
     * Publishes a price.
     *
     * @param priceMicros clean price per 100 par in millionths; positive
     * @param source who says so, 1 to 35 characters
     */
    record PublishPrice(int asset, LocalDate date, long priceMicros, String source) implements AdministrationCommand {}

    /**
     * Publishes the consumer price index (CPI-U, not seasonally adjusted) of a month: the first ever, or the month after
     * the last. Never replaced once published, as 31 CFR 356 App. B ignores revisions.
     *
     * @param cpiThousandths the index in thousandths: 296.311 is 296311
     */
    record PublishConsumerPrices(YearMonth month, long cpiThousandths) implements AdministrationCommand {}

    /**
     * Publishes the high rate of a 13-week bill auction, the index of floating rate notes. Later than the last published.
     *
     * @param discountRatePercentNanos high discount rate in billionths of a percent; may be zero
     * @param billDays days from the bill's issue to its maturity, nearly always 91; 1 to 366
     */
    record PublishBillRate(LocalDate auctionDate, long discountRatePercentNanos, int billDays)
            implements AdministrationCommand {}

    /** Closes the current business date and opens the next: a business day of the calendar, later than the current. */
    record OpenBusinessDate(LocalDate date) implements AdministrationCommand {}

    /**
     * Runs work that is due (payments, issues, expiries) without waiting for the ledger's timer.
     *
     * @param steps at most so many steps, 1 to 4096; a step is one holder paid, one award issued, one hold
     *     released or expired
     */
    record RunDueActions(int steps) implements AdministrationCommand {}
}
