package org.tallystick.readmodel.projection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table as it is written: its columns in order, those of its key first. */
enum Sheet {
    PARTY("party", 1, "party code name roles jurisdiction status threshold entry"),
    PARTY_KEY("party_key", 1, "public_key party revoked entry"),
    ACCOUNT("account", 1, "account party label status entry"),
    ASSET(
            "asset",
            1,
            "asset code kind issuer scale lot cash_asset paying_account residual_account currency rate_percent_nanos dated_date first_interest_date maturity_date stripped ref_cpi_e5 indexed entry"),
    SUPPLY("supply", 1, "asset outstanding held holders"),
    CALENDAR("calendar", 2, "entry sequence first_year last_year"),
    CLOSED_WEEKDAY("closed_weekday", 3, "entry sequence closed"),
    PRICE("price", 2, "entry sequence asset price_date price_micros source"),
    CONSUMER_PRICE("consumer_price", 1, "cpi_month cpi_thousandths entry"),
    BILL_RATE("bill_rate", 1, "auction_date discount_rate_percent_nanos bill_days entry"),
    RECEIPT(
            "receipt",
            1,
            "entry time_millis digest party instruction_id verdict first_entry commands rejected rejection due"),
    REJECTION("rejection", 2, "entry command code leg subject"),
    HOLDING("holding", 2, "account asset available held entry"),
    MOVEMENT(
            "movement",
            2,
            "entry sequence time_millis account asset cause reference counterparty available held available_after held_after"),
    HOLD(
            "hold",
            1,
            "hold account asset amount beneficiary_kind beneficiary expiry_millis reference placed_entry ended_entry"),
    SETTLEMENT(
            "settlement",
            1,
            "settlement proposer state instructed_entry instructed_millis changed_entry changed_millis value_date deadline_millis failed_for"),
    SETTLEMENT_LEG("settlement_leg", 2, "settlement leg asset from_account to_account amount hold"),
    SETTLEMENT_PARTY("settlement_party", 2, "settlement party gives affirmed_entry cancel_entry"),
    OBLIGATION(
            "obligation",
            1,
            "obligation kind reference account asset amount recorded_entry recorded_millis discharged_entry"),
    AUCTION(
            "auction",
            1,
            "auction asset state auction_date issue_date offering awarded issued proceeds price_micros accrued_nanos"),
    AUCTION_AWARD("auction_award", 2, "auction award account par issued_entry proceeds"),
    DISTRIBUTION(
            "distribution",
            1,
            "distribution asset kind scheduled_date state supply due paid holders_paid residual opened_entry"),
    ACTIVITY("activity", 1, "party settlements_pending settlements_final obligations_open rejections"),
    FLOW("flow", 2, "party minute_millis instructed settled ended");

    private final String table;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
    private final List<String> columns;

    @SuppressWarnings("ImmutableEnumChecker") // part of it
    private final List<String> key;

    Sheet(String table, int keys, String columns) {
        this.table = table;
        this.columns = List.copyOf(Arrays.asList(columns.split(" ")));
        this.key = this.columns.subList(0, keys);
    }

    String table() {
        return table;
    }

    List<String> columns() {
        return columns;
    }

    List<String> key() {
        return key;
    }

    /** The row with this key; a parameter for each column of the key. */
    String selectByKey() {
        return "select " + String.join(", ", columns) + " from " + table + " where "
                + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
    }
}
