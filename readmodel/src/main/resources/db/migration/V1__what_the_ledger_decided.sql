-- What the ledger decided, filled from receipts in the order of the log. docs/reference/sql.md says what everything means.
-- An "entry" is an index of the log, from 1; 0 stands for "none". Times are ledger time in milliseconds since the epoch.
-- Amounts are in the asset's minor units.

create table projection (
    ledger varchar not null primary key,
    genesis varchar not null,
    position bigint not null,
    time_millis bigint not null,
    business_date date
);

create table party (
    party integer not null primary key,
    code varchar not null,
    name varchar not null,
    roles varchar not null,
    jurisdiction varchar not null,
    status varchar not null,
    threshold integer not null,
    entry bigint not null
);

create table party_key (
    public_key varchar not null primary key,
    party integer not null,
    revoked boolean not null,
    entry bigint not null
);
create index party_key_of_party on party_key (party);

create table account (
    account integer not null primary key,
    party integer not null,
    label varchar not null,
    status varchar not null,
    entry bigint not null
);
create index account_of_party on account (party, account);

create table asset (
    asset integer not null primary key,
    code varchar not null unique,
    kind varchar not null,
    issuer integer not null,
    scale integer not null,
    lot bigint not null,
    cash_asset integer,
    paying_account integer,
    residual_account integer,
    currency varchar,
    rate_percent_nanos bigint,
    dated_date date,
    first_interest_date date,
    maturity_date date,
    stripped varchar,
    ref_cpi_e5 bigint,
    indexed boolean not null,
    entry bigint not null
);

create table supply (
    asset integer not null primary key,
    outstanding bigint not null,
    held bigint not null,
    holders bigint not null
);

create table calendar (
    entry bigint not null,
    sequence integer not null,
    first_year integer not null,
    last_year integer not null,
    primary key (entry, sequence)
);

create table closed_weekday (
    entry bigint not null,
    sequence integer not null,
    closed date not null,
    primary key (entry, sequence, closed)
);

create table price (
    entry bigint not null,
    sequence integer not null,
    asset integer not null,
    price_date date not null,
    price_micros bigint not null,
    source varchar not null,
    primary key (entry, sequence)
);

create index price_of_asset on price (asset, entry, sequence);

create table consumer_price (
    cpi_month date not null primary key,
    cpi_thousandths bigint not null,
    entry bigint not null
);

create table bill_rate (
    auction_date date not null primary key,
    discount_rate_percent_nanos bigint not null,
    bill_days integer not null,
    entry bigint not null
);

create table receipt (
    entry bigint not null primary key,
    time_millis bigint not null,
    digest bytea not null,
    party integer not null,
    instruction_id varchar not null,
    verdict varchar not null,
    first_entry bigint not null,
    commands integer not null,
    rejected integer not null,
    rejection varchar,
    due integer not null
);
create index receipt_of_party on receipt (party, entry);
create index receipt_of_instruction on receipt (party, instruction_id, entry);

create table rejection (
    entry bigint not null,
    command integer not null,
    code varchar not null,
    leg integer not null,
    subject bigint not null,
    primary key (entry, command)
);
create index rejection_with_code on rejection (code, entry);

create table holding (
    account integer not null,
    asset integer not null,
    available bigint not null,
    held bigint not null,
    entry bigint not null,
    primary key (account, asset)
);
create index holding_of_asset on holding (asset, account);

create table movement (
    entry bigint not null,
    sequence integer not null,
    time_millis bigint not null,
    account integer not null,
    asset integer not null,
    cause varchar not null,
    reference bigint not null,
    counterparty integer not null,
    available bigint not null,
    held bigint not null,
    available_after bigint not null,
    held_after bigint not null
);
create index movement_on_account on movement (account, entry, sequence);

create table hold (
    hold bigint not null primary key,
    account integer not null,
    asset integer not null,
    amount bigint not null,
    beneficiary_kind varchar not null,
    beneficiary bigint not null,
    expiry_millis bigint not null,
    reference varchar not null,
    placed_entry bigint not null,
    ended_entry bigint not null
);
create index hold_on_account on hold (ended_entry, account, hold);
create index hold_for on hold (ended_entry, beneficiary_kind, beneficiary, hold);

create table settlement (
    settlement bigint not null primary key,
    proposer integer not null,
    state varchar not null,
    instructed_entry bigint not null,
    instructed_millis bigint not null,
    changed_entry bigint not null,
    changed_millis bigint not null,
    value_date date,
    deadline_millis bigint not null,
    failed_for varchar
);
create index settlement_changed on settlement (changed_entry, settlement);

create table settlement_leg (
    settlement bigint not null,
    leg integer not null,
    asset integer not null,
    from_account integer not null,
    to_account integer not null,
    amount bigint not null,
    hold bigint not null,
    primary key (settlement, leg)
);

create table settlement_party (
    settlement bigint not null,
    party integer not null,
    gives boolean not null,
    affirmed_entry bigint not null,
    cancel_entry bigint not null,
    primary key (settlement, party)
);
create index settlement_of_party on settlement_party (party, settlement);

create table obligation (
    obligation bigint not null primary key,
    kind varchar not null,
    reference bigint not null,
    account integer not null,
    asset integer not null,
    amount bigint not null,
    recorded_entry bigint not null,
    recorded_millis bigint not null,
    discharged_entry bigint not null
);

create table auction (
    auction integer not null primary key,
    asset integer not null,
    state varchar not null,
    auction_date date not null,
    issue_date date not null,
    offering bigint not null,
    awarded bigint not null,
    issued bigint not null,
    proceeds bigint not null,
    price_micros bigint not null,
    accrued_nanos bigint not null
);

create table auction_award (
    auction integer not null,
    award integer not null,
    account integer not null,
    par bigint not null,
    issued_entry bigint not null,
    proceeds bigint not null,
    primary key (auction, award)
);

create table distribution (
    distribution bigint not null primary key,
    asset integer not null,
    kind varchar not null,
    scheduled_date date not null,
    state varchar not null,
    supply bigint not null,
    due bigint not null,
    paid bigint not null,
    holders_paid bigint not null,
    residual bigint not null,
    opened_entry bigint not null
);
create index distribution_of_asset on distribution (asset, distribution);

-- Sums kept up to date, so that nobody counts a million rows to show one number. Party 0 stands for the whole ledger.

create table activity (
    party integer not null primary key,
    settlements_pending bigint not null,
    settlements_final bigint not null,
    obligations_open bigint not null,
    rejections bigint not null
);

create table flow (
    party integer not null,
    minute_millis bigint not null,
    instructed bigint not null,
    settled bigint not null,
    ended bigint not null,
    primary key (party, minute_millis)
);
