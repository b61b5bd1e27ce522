package org.tallystick.readmodel.schema;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The tables and their columns: see docs/reference/sql.md. TablesTest holds them to the migration. */
public final class Tables {

    private Tables() {}

    private static Table<Record> table(String name) {
        return DSL.table(DSL.name(name));
    }

    private static <T> Field<T> field(String table, String column, Class<T> type) {
        return DSL.field(DSL.name(table, column), type);
    }

    public static final class Projection {
        public static final Table<Record> TABLE = table("projection");
        public static final Field<String> LEDGER = field("projection", "ledger", String.class);
        public static final Field<String> GENESIS = field("projection", "genesis", String.class);
        public static final Field<Long> POSITION = field("projection", "position", Long.class);
        public static final Field<Long> TIME_MILLIS = field("projection", "time_millis", Long.class);
        public static final Field<LocalDate> BUSINESS_DATE = field("projection", "business_date", LocalDate.class);
        public static final List<Field<?>> COLUMNS = List.of(LEDGER, GENESIS, POSITION, TIME_MILLIS, BUSINESS_DATE);

        private Projection() {}
    }

    public static final class Party {
        public static final Table<Record> TABLE = table("party");
        public static final Field<Integer> PARTY = field("party", "party", Integer.class);
        public static final Field<String> CODE = field("party", "code", String.class);
        public static final Field<String> NAME = field("party", "name", String.class);
        public static final Field<String> ROLES = field("party", "roles", String.class);
        public static final Field<String> JURISDICTION = field("party", "jurisdiction", String.class);
        public static final Field<String> STATUS = field("party", "status", String.class);
        public static final Field<Integer> THRESHOLD = field("party", "threshold", Integer.class);
        public static final Field<Long> ENTRY = field("party", "entry", Long.class);
        public static final List<Field<?>> COLUMNS =
                List.of(PARTY, CODE, NAME, ROLES, JURISDICTION, STATUS, THRESHOLD, ENTRY);

        private Party() {}
    }

    public static final class PartyKey {
        public static final Table<Record> TABLE = table("party_key");
        public static final Field<String> PUBLIC_KEY = field("party_key", "public_key", String.class);
        public static final Field<Integer> PARTY = field("party_key", "party", Integer.class);
        public static final Field<Boolean> REVOKED = field("party_key", "revoked", Boolean.class);
        public static final Field<Long> ENTRY = field("party_key", "entry", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(PUBLIC_KEY, PARTY, REVOKED, ENTRY);

        private PartyKey() {}
    }

    public static final class Account {
        public static final Table<Record> TABLE = table("account");
        public static final Field<Integer> ACCOUNT = field("account", "account", Integer.class);
        public static final Field<Integer> PARTY = field("account", "party", Integer.class);
        public static final Field<String> LABEL = field("account", "label", String.class);
        public static final Field<String> STATUS = field("account", "status", String.class);
        public static final Field<Long> ENTRY = field("account", "entry", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(ACCOUNT, PARTY, LABEL, STATUS, ENTRY);

        private Account() {}
    }

    public static final class Asset {
        public static final Table<Record> TABLE = table("asset");
        public static final Field<Integer> ASSET = field("asset", "asset", Integer.class);
        public static final Field<String> CODE = field("asset", "code", String.class);
        public static final Field<String> KIND = field("asset", "kind", String.class);
        public static final Field<Integer> ISSUER = field("asset", "issuer", Integer.class);
        public static final Field<Integer> SCALE = field("asset", "scale", Integer.class);
        public static final Field<Long> LOT = field("asset", "lot", Long.class);
        public static final Field<Integer> CASH_ASSET = field("asset", "cash_asset", Integer.class);
        public static final Field<Integer> PAYING_ACCOUNT = field("asset", "paying_account", Integer.class);
        public static final Field<Integer> RESIDUAL_ACCOUNT = field("asset", "residual_account", Integer.class);
        public static final Field<String> CURRENCY = field("asset", "currency", String.class);
        public static final Field<Long> RATE_PERCENT_NANOS = field("asset", "rate_percent_nanos", Long.class);
        public static final Field<LocalDate> DATED_DATE = field("asset", "dated_date", LocalDate.class);
        public static final Field<LocalDate> FIRST_INTEREST_DATE =
                field("asset", "first_interest_date", LocalDate.class);
        public static final Field<LocalDate> MATURITY_DATE = field("asset", "maturity_date", LocalDate.class);
        public static final Field<String> STRIPPED = field("asset", "stripped", String.class);
        public static final Field<Long> REF_CPI_E5 = field("asset", "ref_cpi_e5", Long.class);
        public static final Field<Boolean> INDEXED = field("asset", "indexed", Boolean.class);
        public static final Field<Long> ENTRY = field("asset", "entry", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(
                ASSET,
                CODE,
                KIND,
                ISSUER,
                SCALE,
                LOT,
                CASH_ASSET,
                PAYING_ACCOUNT,
                RESIDUAL_ACCOUNT,
                CURRENCY,
                RATE_PERCENT_NANOS,
                DATED_DATE,
                FIRST_INTEREST_DATE,
                MATURITY_DATE,
                STRIPPED,
                REF_CPI_E5,
                INDEXED,
                ENTRY);

        private Asset() {}
    }

    public static final class Supply {
        public static final Table<Record> TABLE = table("supply");
        public static final Field<Integer> ASSET = field("supply", "asset", Integer.class);
        public static final Field<Long> OUTSTANDING = field("supply", "outstanding", Long.class);
        public static final Field<Long> HELD = field("supply", "held", Long.class);
        public static final Field<Long> HOLDERS = field("supply", "holders", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(ASSET, OUTSTANDING, HELD, HOLDERS);

        private Supply() {}
    }

    public static final class Calendar {
        public static final Table<Record> TABLE = table("calendar");
        public static final Field<Long> ENTRY = field("calendar", "entry", Long.class);
        public static final Field<Integer> SEQUENCE = field("calendar", "sequence", Integer.class);
        public static final Field<Integer> FIRST_YEAR = field("calendar", "first_year", Integer.class);
        public static final Field<Integer> LAST_YEAR = field("calendar", "last_year", Integer.class);
        public static final List<Field<?>> COLUMNS = List.of(ENTRY, SEQUENCE, FIRST_YEAR, LAST_YEAR);

        private Calendar() {}
    }

    public static final class ClosedWeekday {
        public static final Table<Record> TABLE = table("closed_weekday");
        public static final Field<Long> ENTRY = field("closed_weekday", "entry", Long.class);
        public static final Field<Integer> SEQUENCE = field("closed_weekday", "sequence", Integer.class);
        public static final Field<LocalDate> CLOSED = field("closed_weekday", "closed", LocalDate.class);
        public static final List<Field<?>> COLUMNS = List.of(ENTRY, SEQUENCE, CLOSED);

        private ClosedWeekday() {}
    }

    public static final class Price {
        public static final Table<Record> TABLE = table("price");
        public static final Field<Long> ENTRY = field("price", "entry", Long.class);
        public static final Field<Integer> SEQUENCE = field("price", "sequence", Integer.class);
        public static final Field<Integer> ASSET = field("price", "asset", Integer.class);
        public static final Field<LocalDate> PRICE_DATE = field("price", "price_date", LocalDate.class);
        public static final Field<Long> PRICE_MICROS = field("price", "price_micros", Long.class);
        public static final Field<String> SOURCE = field("price", "source", String.class);
        public static final List<Field<?>> COLUMNS = List.of(ENTRY, SEQUENCE, ASSET, PRICE_DATE, PRICE_MICROS, SOURCE);

        private Price() {}
    }

    public static final class ConsumerPrice {
        public static final Table<Record> TABLE = table("consumer_price");
        public static final Field<LocalDate> CPI_MONTH = field("consumer_price", "cpi_month", LocalDate.class);
        public static final Field<Long> CPI_THOUSANDTHS = field("consumer_price", "cpi_thousandths", Long.class);
        public static final Field<Long> ENTRY = field("consumer_price", "entry", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(CPI_MONTH, CPI_THOUSANDTHS, ENTRY);

        private ConsumerPrice() {}
    }

    public static final class BillRate {
        public static final Table<Record> TABLE = table("bill_rate");
        public static final Field<LocalDate> AUCTION_DATE = field("bill_rate", "auction_date", LocalDate.class);
        public static final Field<Long> DISCOUNT_RATE_PERCENT_NANOS =
                field("bill_rate", "discount_rate_percent_nanos", Long.class);
        public static final Field<Integer> BILL_DAYS = field("bill_rate", "bill_days", Integer.class);
        public static final Field<Long> ENTRY = field("bill_rate", "entry", Long.class);
        public static final List<Field<?>> COLUMNS =
                List.of(AUCTION_DATE, DISCOUNT_RATE_PERCENT_NANOS, BILL_DAYS, ENTRY);

        private BillRate() {}
    }

    public static final class Receipt {
        public static final Table<Record> TABLE = table("receipt");
        public static final Field<Long> ENTRY = field("receipt", "entry", Long.class);
        public static final Field<Long> TIME_MILLIS = field("receipt", "time_millis", Long.class);
        public static final Field<byte[]> DIGEST = field("receipt", "digest", byte[].class);
        public static final Field<Integer> PARTY = field("receipt", "party", Integer.class);
        public static final Field<String> INSTRUCTION_ID = field("receipt", "instruction_id", String.class);
        public static final Field<String> VERDICT = field("receipt", "verdict", String.class);
        public static final Field<Long> FIRST_ENTRY = field("receipt", "first_entry", Long.class);
        public static final Field<Integer> COMMANDS = field("receipt", "commands", Integer.class);
        public static final Field<Integer> REJECTED = field("receipt", "rejected", Integer.class);
        public static final Field<String> REJECTION = field("receipt", "rejection", String.class);
        public static final Field<Integer> DUE = field("receipt", "due", Integer.class);
        public static final List<Field<?>> COLUMNS = List.of(
                ENTRY,
                TIME_MILLIS,
                DIGEST,
                PARTY,
                INSTRUCTION_ID,
                VERDICT,
                FIRST_ENTRY,
                COMMANDS,
                REJECTED,
                REJECTION,
                DUE);

        private Receipt() {}
    }

    public static final class Rejection {
        public static final Table<Record> TABLE = table("rejection");
        public static final Field<Long> ENTRY = field("rejection", "entry", Long.class);
        public static final Field<Integer> COMMAND = field("rejection", "command", Integer.class);
        public static final Field<String> CODE = field("rejection", "code", String.class);
        public static final Field<Integer> LEG = field("rejection", "leg", Integer.class);
        public static final Field<Long> SUBJECT = field("rejection", "subject", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(ENTRY, COMMAND, CODE, LEG, SUBJECT);

        private Rejection() {}
    }

    public static final class Holding {
        public static final Table<Record> TABLE = table("holding");
        public static final Field<Integer> ACCOUNT = field("holding", "account", Integer.class);
        public static final Field<Integer> ASSET = field("holding", "asset", Integer.class);
        public static final Field<Long> AVAILABLE = field("holding", "available", Long.class);
        public static final Field<Long> HELD = field("holding", "held", Long.class);
        public static final Field<Long> ENTRY = field("holding", "entry", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(ACCOUNT, ASSET, AVAILABLE, HELD, ENTRY);

        private Holding() {}
    }

    public static final class Movement {
        public static final Table<Record> TABLE = table("movement");
        public static final Field<Long> ENTRY = field("movement", "entry", Long.class);
        public static final Field<Integer> SEQUENCE = field("movement", "sequence", Integer.class);
        public static final Field<Long> TIME_MILLIS = field("movement", "time_millis", Long.class);
        public static final Field<Integer> ACCOUNT = field("movement", "account", Integer.class);
        public static final Field<Integer> ASSET = field("movement", "asset", Integer.class);
        public static final Field<String> CAUSE = field("movement", "cause", String.class);
        public static final Field<Long> REFERENCE = field("movement", "reference", Long.class);
        public static final Field<Integer> COUNTERPARTY = field("movement", "counterparty", Integer.class);
        public static final Field<Long> AVAILABLE = field("movement", "available", Long.class);
        public static final Field<Long> HELD = field("movement", "held", Long.class);
        public static final Field<Long> AVAILABLE_AFTER = field("movement", "available_after", Long.class);
        public static final Field<Long> HELD_AFTER = field("movement", "held_after", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(
                ENTRY,
                SEQUENCE,
                TIME_MILLIS,
                ACCOUNT,
                ASSET,
                CAUSE,
                REFERENCE,
                COUNTERPARTY,
                AVAILABLE,
                HELD,
                AVAILABLE_AFTER,
                HELD_AFTER);

        private Movement() {}
    }

    public static final class Hold {
        public static final Table<Record> TABLE = table("hold");
        public static final Field<Long> HOLD = field("hold", "hold", Long.class);
        public static final Field<Integer> ACCOUNT = field("hold", "account", Integer.class);
        public static final Field<Integer> ASSET = field("hold", "asset", Integer.class);
        public static final Field<Long> AMOUNT = field("hold", "amount", Long.class);
        public static final Field<String> BENEFICIARY_KIND = field("hold", "beneficiary_kind", String.class);
        public static final Field<Long> BENEFICIARY = field("hold", "beneficiary", Long.class);
        public static final Field<Long> EXPIRY_MILLIS = field("hold", "expiry_millis", Long.class);
        public static final Field<String> REFERENCE = field("hold", "reference", String.class);
        public static final Field<Long> PLACED_ENTRY = field("hold", "placed_entry", Long.class);
        public static final Field<Long> ENDED_ENTRY = field("hold", "ended_entry", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(
                HOLD,
                ACCOUNT,
                ASSET,
                AMOUNT,
                BENEFICIARY_KIND,
                BENEFICIARY,
                EXPIRY_MILLIS,
                REFERENCE,
                PLACED_ENTRY,
                ENDED_ENTRY);

        private Hold() {}
    }

    public static final class Settlement {
        public static final Table<Record> TABLE = table("settlement");
        public static final Field<Long> SETTLEMENT = field("settlement", "settlement", Long.class);
        public static final Field<Integer> PROPOSER = field("settlement", "proposer", Integer.class);
        public static final Field<String> STATE = field("settlement", "state", String.class);
        public static final Field<Long> INSTRUCTED_ENTRY = field("settlement", "instructed_entry", Long.class);
        public static final Field<Long> INSTRUCTED_MILLIS = field("settlement", "instructed_millis", Long.class);
        public static final Field<Long> CHANGED_ENTRY = field("settlement", "changed_entry", Long.class);
        public static final Field<Long> CHANGED_MILLIS = field("settlement", "changed_millis", Long.class);
        public static final Field<LocalDate> VALUE_DATE = field("settlement", "value_date", LocalDate.class);
        public static final Field<Long> DEADLINE_MILLIS = field("settlement", "deadline_millis", Long.class);
        public static final Field<String> FAILED_FOR = field("settlement", "failed_for", String.class);
        public static final List<Field<?>> COLUMNS = List.of(
                SETTLEMENT,
                PROPOSER,
                STATE,
                INSTRUCTED_ENTRY,
                INSTRUCTED_MILLIS,
                CHANGED_ENTRY,
                CHANGED_MILLIS,
                VALUE_DATE,
                DEADLINE_MILLIS,
                FAILED_FOR);

        private Settlement() {}
    }

    public static final class SettlementLeg {
        public static final Table<Record> TABLE = table("settlement_leg");
        public static final Field<Long> SETTLEMENT = field("settlement_leg", "settlement", Long.class);
        public static final Field<Integer> LEG = field("settlement_leg", "leg", Integer.class);
        public static final Field<Integer> ASSET = field("settlement_leg", "asset", Integer.class);
        public static final Field<Integer> FROM_ACCOUNT = field("settlement_leg", "from_account", Integer.class);
        public static final Field<Integer> TO_ACCOUNT = field("settlement_leg", "to_account", Integer.class);
        public static final Field<Long> AMOUNT = field("settlement_leg", "amount", Long.class);
        public static final Field<Long> HOLD = field("settlement_leg", "hold", Long.class);
        public static final List<Field<?>> COLUMNS =
                List.of(SETTLEMENT, LEG, ASSET, FROM_ACCOUNT, TO_ACCOUNT, AMOUNT, HOLD);

        private SettlementLeg() {}
    }

    public static final class SettlementParty {
        public static final Table<Record> TABLE = table("settlement_party");
        public static final Field<Long> SETTLEMENT = field("settlement_party", "settlement", Long.class);
        public static final Field<Integer> PARTY = field("settlement_party", "party", Integer.class);
        public static final Field<Boolean> GIVES = field("settlement_party", "gives", Boolean.class);
        public static final Field<Long> AFFIRMED_ENTRY = field("settlement_party", "affirmed_entry", Long.class);
        public static final Field<Long> CANCEL_ENTRY = field("settlement_party", "cancel_entry", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(SETTLEMENT, PARTY, GIVES, AFFIRMED_ENTRY, CANCEL_ENTRY);

        private SettlementParty() {}
    }

    public static final class Obligation {
        public static final Table<Record> TABLE = table("obligation");
        public static final Field<Long> OBLIGATION = field("obligation", "obligation", Long.class);
        public static final Field<String> KIND = field("obligation", "kind", String.class);
        public static final Field<Long> REFERENCE = field("obligation", "reference", Long.class);
        public static final Field<Integer> ACCOUNT = field("obligation", "account", Integer.class);
        public static final Field<Integer> ASSET = field("obligation", "asset", Integer.class);
        public static final Field<Long> AMOUNT = field("obligation", "amount", Long.class);
        public static final Field<Long> RECORDED_ENTRY = field("obligation", "recorded_entry", Long.class);
        public static final Field<Long> RECORDED_MILLIS = field("obligation", "recorded_millis", Long.class);
        public static final Field<Long> DISCHARGED_ENTRY = field("obligation", "discharged_entry", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(
                OBLIGATION, KIND, REFERENCE, ACCOUNT, ASSET, AMOUNT, RECORDED_ENTRY, RECORDED_MILLIS, DISCHARGED_ENTRY);

        private Obligation() {}
    }

    public static final class Auction {
        public static final Table<Record> TABLE = table("auction");
        public static final Field<Integer> AUCTION = field("auction", "auction", Integer.class);
        public static final Field<Integer> ASSET = field("auction", "asset", Integer.class);
        public static final Field<String> STATE = field("auction", "state", String.class);
        public static final Field<LocalDate> AUCTION_DATE = field("auction", "auction_date", LocalDate.class);
        public static final Field<LocalDate> ISSUE_DATE = field("auction", "issue_date", LocalDate.class);
        public static final Field<Long> OFFERING = field("auction", "offering", Long.class);
        public static final Field<Long> AWARDED = field("auction", "awarded", Long.class);
        public static final Field<Long> ISSUED = field("auction", "issued", Long.class);
        public static final Field<Long> PROCEEDS = field("auction", "proceeds", Long.class);
        public static final Field<Long> PRICE_MICROS = field("auction", "price_micros", Long.class);
        public static final Field<Long> ACCRUED_NANOS = field("auction", "accrued_nanos", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(
                AUCTION,
                ASSET,
                STATE,
                AUCTION_DATE,
                ISSUE_DATE,
                OFFERING,
                AWARDED,
                ISSUED,
                PROCEEDS,
                PRICE_MICROS,
                ACCRUED_NANOS);

        private Auction() {}
    }

    public static final class AuctionAward {
        public static final Table<Record> TABLE = table("auction_award");
        public static final Field<Integer> AUCTION = field("auction_award", "auction", Integer.class);
        public static final Field<Integer> AWARD = field("auction_award", "award", Integer.class);
        public static final Field<Integer> ACCOUNT = field("auction_award", "account", Integer.class);
        public static final Field<Long> PAR = field("auction_award", "par", Long.class);
        public static final Field<Long> ISSUED_ENTRY = field("auction_award", "issued_entry", Long.class);
        public static final Field<Long> PROCEEDS = field("auction_award", "proceeds", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(AUCTION, AWARD, ACCOUNT, PAR, ISSUED_ENTRY, PROCEEDS);

        private AuctionAward() {}
    }

    public static final class Distribution {
        public static final Table<Record> TABLE = table("distribution");
        public static final Field<Long> DISTRIBUTION = field("distribution", "distribution", Long.class);
        public static final Field<Integer> ASSET = field("distribution", "asset", Integer.class);
        public static final Field<String> KIND = field("distribution", "kind", String.class);
        public static final Field<LocalDate> SCHEDULED_DATE = field("distribution", "scheduled_date", LocalDate.class);
        public static final Field<String> STATE = field("distribution", "state", String.class);
        public static final Field<Long> SUPPLY = field("distribution", "supply", Long.class);
        public static final Field<Long> DUE = field("distribution", "due", Long.class);
        public static final Field<Long> PAID = field("distribution", "paid", Long.class);
        public static final Field<Long> HOLDERS_PAID = field("distribution", "holders_paid", Long.class);
        public static final Field<Long> RESIDUAL = field("distribution", "residual", Long.class);
        public static final Field<Long> OPENED_ENTRY = field("distribution", "opened_entry", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(
                DISTRIBUTION,
                ASSET,
                KIND,
                SCHEDULED_DATE,
                STATE,
                SUPPLY,
                DUE,
                PAID,
                HOLDERS_PAID,
                RESIDUAL,
                OPENED_ENTRY);

        private Distribution() {}
    }

    public static final class Activity {
        public static final Table<Record> TABLE = table("activity");
        public static final Field<Integer> PARTY = field("activity", "party", Integer.class);
        public static final Field<Long> SETTLEMENTS_PENDING = field("activity", "settlements_pending", Long.class);
        public static final Field<Long> SETTLEMENTS_FINAL = field("activity", "settlements_final", Long.class);
        public static final Field<Long> OBLIGATIONS_OPEN = field("activity", "obligations_open", Long.class);
        public static final Field<Long> REJECTIONS = field("activity", "rejections", Long.class);
        public static final List<Field<?>> COLUMNS =
                List.of(PARTY, SETTLEMENTS_PENDING, SETTLEMENTS_FINAL, OBLIGATIONS_OPEN, REJECTIONS);

        private Activity() {}
    }

    public static final class Flow {
        public static final Table<Record> TABLE = table("flow");
        public static final Field<Integer> PARTY = field("flow", "party", Integer.class);
        public static final Field<Long> MINUTE_MILLIS = field("flow", "minute_millis", Long.class);
        public static final Field<Long> INSTRUCTED = field("flow", "instructed", Long.class);
        public static final Field<Long> SETTLED = field("flow", "settled", Long.class);
        public static final Field<Long> ENDED = field("flow", "ended", Long.class);
        public static final List<Field<?>> COLUMNS = List.of(PARTY, MINUTE_MILLIS, INSTRUCTED, SETTLED, ENDED);

        private Flow() {}
    }
}
