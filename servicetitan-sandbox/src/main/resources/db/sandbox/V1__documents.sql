-- Everything ServiceTitan knows, as documents. Revisions are given under one lock, so that a reader who has seen one has seen all before it.
create table document (
    kind     text        not null,
    id       bigint      not null,
    body     jsonb       not null,
    active   boolean     not null,
    created  timestamptz not null,
    modified timestamptz not null,
    revision bigint      not null,
    primary key (kind, id)
);
create unique index document_revision on document (kind, revision);
create index document_modified on document (kind, modified);
create index document_customer on document ((body ->> 'customerId'), kind) where body ->> 'customerId' is not null;
create index document_location on document ((body ->> 'locationId'), kind) where body ->> 'locationId' is not null;
create index document_job on document ((body ->> 'jobId'), kind) where body ->> 'jobId' is not null;
create index document_appointment on document ((body ->> 'appointmentId'), kind) where body ->> 'appointmentId' is not null;
create index document_technician on document ((body ->> 'technicianId'), kind) where body ->> 'technicianId' is not null;
create index document_invoice on document ((body ->> 'invoiceId'), kind) where body ->> 'invoiceId' is not null;
create index document_estimate on document ((body ->> 'estimateId'), kind) where body ->> 'estimateId' is not null;
create index document_membership on document ((body ->> 'membershipId'), kind) where body ->> 'membershipId' is not null;

create sequence document_id start 10001;
create sequence document_revision_number;
-- Numbers that people read: jobs, invoices, tasks.
create sequence document_number start 100001;

create table file (
    path         text        primary key,
    content_type text        not null,
    content      bytea       not null,
    created      timestamptz not null
);

-- What the world is set to: its clock, for one.
create table setting (
    name  text primary key,
    value text not null
);

-- Events on their way out. The occurrence stays the same in every delivery; the delivery does not.
create table event (
    id         bigint generated always as identity primary key,
    occurrence uuid        not null,
    type       text        not null,
    data       jsonb       not null,
    happened   timestamptz not null,
    due        timestamptz not null,
    attempts   int         not null default 0,
    state      text        not null default 'waiting' check (state in ('waiting', 'delivered', 'dropped', 'lost'))
);
create index event_due on event (due, id) where state = 'waiting';
