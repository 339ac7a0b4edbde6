-- The journal of dunning. Standard SQL: the same script runs on H2 and on PostgreSQL.

-- Events are appended by customer, never changed. The primary key lets one of two appenders at the same version through;
-- event_key, the SHA-256 of the event's id, lets an event in once (ids may be longer than an index can hold).
-- Columns that mean nothing for an event of its kind are null.
create table dunning_event (
    customer_id        varchar(200)   not null,
    event_number       bigint         not null,
    event_key          char(64)       not null,
    kind               varchar(30)    not null,
    event_date         date           not null,
    letter_id          varchar(200),
    document_id        varchar(200),
    instalment         integer,
    step               varchar(200),
    cycle              integer,
    subject_id         varchar(200),
    policy_id          varchar(200),
    step_kind          varchar(30),
    step_level         integer,
    channel            varchar(30),
    template           varchar(200),
    amount             bigint,
    currency           char(3),
    fee                bigint,
    fee_currency       char(3),
    attempt            integer,
    occurrence         integer,
    answer             boolean,
    until_date         date,
    code               varchar(200),
    words              varchar(10000),
    constraint dunning_event_pk primary key (customer_id, event_number),
    constraint dunning_event_once unique (customer_id, event_key)
);

-- What calls, holds and offers are about; instalment 0 stands for the whole document.
create table dunning_event_item (
    customer_id        varchar(200)   not null,
    event_number       bigint         not null,
    line               integer        not null,
    document_id        varchar(200)   not null,
    instalment         integer        not null,
    constraint dunning_event_item_pk primary key (customer_id, event_number, line),
    constraint dunning_event_item_of foreign key (customer_id, event_number) references dunning_event (customer_id, event_number)
);

-- The instalments of payment plans that were offered.
create table dunning_event_instalment (
    customer_id        varchar(200)   not null,
    event_number       bigint         not null,
    line               integer        not null,
    due_date           date           not null,
    amount             bigint         not null,
    currency           char(3)        not null,
    constraint dunning_event_instalment_pk primary key (customer_id, event_number, line),
    constraint dunning_event_instalment_of foreign key (customer_id, event_number) references dunning_event (customer_id, event_number)
);

-- Whose each letter is, and whether it is under way: what the outbox looks at.
create table dunning_letter (
    letter_id          varchar(200)   not null,
    customer_id        varchar(200)   not null,
    under_way          boolean        not null,
    constraint dunning_letter_pk primary key (letter_id)
);
create index dunning_letter_under_way on dunning_letter (under_way, customer_id);

-- The date of the latest run that was accepted: one row.
create table dunning_last_run (
    run_date           date
);
insert into dunning_last_run (run_date) values (null);
