-- Events that ServiceTitan sent with a good signature. One row an occurrence, however often it is delivered; nothing of the data but ids.
create table webhook_event (
    id          uuid primary key,
    -- their userassignedid, or the hash of a body that is no event
    occurrence  text        not null unique check (occurrence <> ''),
    type        text        not null,
    happened_at timestamptz,
    received_at timestamptz not null,
    deliveries  int         not null check (deliveries > 0),
    tenant      bigint      not null,
    -- kind and id of each record, such as JOB 4711
    about       text[]      not null,
    state       text        not null check (state in ('WAITING', 'SETTLED', 'NOT_USED', 'REFUSED', 'FAILED')),
    tries       int         not null check (tries >= 0),
    trouble     text,
    reason      text        not null,
    settled_at  timestamptz,
    check ((settled_at is null) = (state in ('WAITING', 'FAILED')))
);
create index webhook_event_newest on webhook_event (received_at desc, id desc);
create index webhook_event_by_state on webhook_event (state, received_at desc, id desc);
create index webhook_event_by_settling on webhook_event (settled_at) where settled_at is not null;

-- What anybody may send is only counted.
create table webhook_turned_away (
    why     text primary key,
    count   int         not null check (count > 0),
    last_at timestamptz not null
);
