-- Payloads that more of a party's keys must sign before they can be submitted. They are in no log: a rebuild leaves them.

create table awaiting_payload (
    digest varchar not null primary key,
    party integer not null,
    instruction_id varchar not null,
    valid_until_millis bigint not null,
    since_millis bigint not null,
    payload bytea not null
);
create index awaiting_payload_of_party on awaiting_payload (party, since_millis);
create index awaiting_payload_until on awaiting_payload (valid_until_millis);

create table awaiting_signature (
    digest varchar not null,
    public_key varchar not null,
    signature bytea not null,
    since_millis bigint not null,
    primary key (digest, public_key),
    foreign key (digest) references awaiting_payload (digest) on delete cascade
);
