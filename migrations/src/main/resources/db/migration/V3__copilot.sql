-- Conversations of technicians with the manuals. Answers are kept as they were shown, with their citations.

create table conversation (
    id           uuid primary key,
    person       text        not null,
    begun_at     timestamptz not null,
    last_asked   timestamptz not null,
    question     text        not null,
    manufacturer text        not null default '',
    model        text        not null default ''
);
create index conversation_by_person on conversation (person, last_asked desc);

create table exchange (
    id           uuid primary key,
    conversation uuid        not null references conversation on delete cascade,
    number       int         not null check (number >= 1),
    asked_by     text        not null,
    asked_at     timestamptz not null,
    question     text        not null,
    manufacturer text        not null default '',
    model        text        not null default '',
    only_in      uuid[]      not null,
    extract      jsonb       not null,
    worded       jsonb,
    unique (conversation, number)
);
