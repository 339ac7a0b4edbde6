-- The journal of payments. Standard SQL: the same script runs on H2 and on PostgreSQL.
-- Times are seconds since 1970-01-01T00:00Z with nine decimals, so that no nanosecond is lost.
-- Keys of 64 characters are SHA-256 of texts that may be longer than an index can hold.

-- Each payment that was asked for, by which provider, and when it is to be looked at again: null for not at all.
create table payment_journal_payment (
    payment_id         varchar(200)     not null,
    provider           varchar(200)     not null,
    due_at             numeric(28, 9),
    constraint payment_journal_payment_pk primary key (payment_id)
);
create index payment_journal_payment_due on payment_journal_payment (due_at, payment_id);

-- What happened to payments: appended, never changed. The primary key lets one of two appenders at one version through.
-- The content is JSON in ASCII. It holds personal data: who is asked to pay, their address, the link to pay by.
create table payment_journal_event (
    payment_id         varchar(200)     not null,
    event_number       integer          not null,
    kind               varchar(30)      not null,
    written_at         numeric(28, 9)   not null,
    content            varchar(1000000) not null,
    constraint payment_journal_event_pk primary key (payment_id, event_number),
    constraint payment_journal_event_of foreign key (payment_id) references payment_journal_payment (payment_id)
);

-- What payments are called at their providers: the key that they are asked by, and the provider's references.
create table payment_journal_name (
    name_key           char(64)         not null,
    provider           varchar(200)     not null,
    name               varchar(10000)   not null,
    payment_id         varchar(200)     not null,
    constraint payment_journal_name_pk primary key (name_key),
    constraint payment_journal_name_of foreign key (payment_id) references payment_journal_payment (payment_id)
);

-- Which documents payments are asked for.
create table payment_journal_document (
    document_id        varchar(200)     not null,
    payment_id         varchar(200)     not null,
    constraint payment_journal_document_pk primary key (document_id, payment_id),
    constraint payment_journal_document_of foreign key (payment_id) references payment_journal_payment (payment_id)
);

-- The events that say of money, numbered in the order in which they were committed.
create table payment_journal_money (
    money_number       bigint           not null,
    payment_id         varchar(200)     not null,
    event_number       integer          not null,
    constraint payment_journal_money_pk primary key (money_number),
    constraint payment_journal_money_of foreign key (payment_id, event_number)
        references payment_journal_event (payment_id, event_number)
);

-- The last of those numbers: one row. Whoever gives a number holds it until they commit.
create table payment_journal_last_money (
    money_number       bigint           not null
);
insert into payment_journal_last_money (money_number) values (0);

-- What was observed of payments that nobody asked for, or that were not known yet, in the order of being kept.
create table payment_journal_unclaimed (
    kept_number        bigint generated always as identity,
    observation_key    char(64)         not null,
    reference_key      char(64)         not null,
    provider           varchar(200)     not null,
    content            varchar(1000000) not null,
    constraint payment_journal_unclaimed_pk primary key (kept_number),
    constraint payment_journal_unclaimed_once unique (observation_key)
);
create index payment_journal_unclaimed_reference on payment_journal_unclaimed (reference_key, kept_number);

-- How far each provider's history was read.
create table payment_journal_cursor (
    provider           varchar(200)     not null,
    read_up_to         varchar(10000)   not null,
    constraint payment_journal_cursor_pk primary key (provider)
);
