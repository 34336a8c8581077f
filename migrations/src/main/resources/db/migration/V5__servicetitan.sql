-- The shop's account at ServiceTitan: at most one. The secrets are sealed by the application.
create table servicetitan_connection (
    only_one         boolean primary key default true check (only_one),
    revision         bigint      not null,
    place            text        not null,
    api              text        not null,
    auth             text        not null,
    tenant           bigint      not null check (tenant > 0),
    application_guid text        not null,
    sealed           bytea       not null,
    kept_by          text        not null,
    kept_at          timestamptz not null
);

-- Grows for ever, also when the connection is forgotten and made anew: an old token is never taken for a new one.
create sequence servicetitan_connection_revision;

create table servicetitan_capability (
    capability text primary key,
    changed_by text        not null,
    changed_at timestamptz not null
);

-- The mirror: one table a kind. A row is the answer as it came; typed columns are read from it by the database.
create schema mirror;

-- A time as ISO 8601 has it. One without a zone is UTC, so that reading it depends on no setting of the session; PostgreSQL's words for
-- times ("yesterday") are refused for the same reason.
create function mirror.utc(text) returns timestamptz
    language sql immutable strict parallel safe
    return (case when $1 !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T' then 'no time: ' || $1
                 when $1 ~ 'T[0-9:.]+$' then $1 || 'Z'
                 else $1 end)::timestamptz;

do $$
declare
    kind text;
begin
    foreach kind in array array[
        'customer', 'customer_contact', 'location', 'location_contact', 'booking', 'lead', 'job', 'job_note', 'job_history',
        'job_cancellation', 'job_type', 'appointment', 'assignment', 'technician', 'employee', 'user_role', 'business_unit', 'tag_type',
        'zone', 'shift', 'non_job_time', 'campaign', 'service', 'material', 'equipment', 'category', 'discount_or_fee', 'client_price',
        'estimate', 'invoice', 'invoice_item', 'payment', 'tax_zone', 'membership', 'membership_type', 'recurring_service',
        'recurring_event', 'installed_equipment', 'truck', 'warehouse', 'inventory_template', 'transfer', 'adjustment', 'receipt',
        'return', 'call', 'timesheet']
    loop
        execute format(
            'create table mirror.%I (
                id          bigint      primary key,
                active      boolean     not null,
                modified_on timestamptz,
                read_at     timestamptz not null,
                body        jsonb       not null check (jsonb_typeof(body) = ''object''))', kind);
    end loop;
end
$$;

alter table mirror.customer
    add column name text generated always as (body ->> 'name') stored,
    add column merged_to_id bigint generated always as ((body ->> 'mergedToId')::bigint) stored;
create index customer_by_name on mirror.customer (lower(name), id);

alter table mirror.customer_contact
    add column customer_id bigint generated always as ((body ->> 'customerId')::bigint) stored,
    add column type text generated always as (body ->> 'type') stored,
    add column value text generated always as (body ->> 'value') stored;
create index customer_contact_by_customer on mirror.customer_contact (customer_id);
create index customer_contact_by_value on mirror.customer_contact (lower(value));

alter table mirror.location
    add column customer_id bigint generated always as ((body ->> 'customerId')::bigint) stored,
    add column name text generated always as (body ->> 'name') stored,
    add column street text generated always as (body #>> '{address,street}') stored,
    add column city text generated always as (body #>> '{address,city}') stored;
create index location_by_customer on mirror.location (customer_id);

alter table mirror.location_contact
    add column location_id bigint generated always as ((body ->> 'locationId')::bigint) stored,
    add column type text generated always as (body ->> 'type') stored,
    add column value text generated always as (body ->> 'value') stored;
create index location_contact_by_location on mirror.location_contact (location_id);

alter table mirror.job
    add column job_number text generated always as (body ->> 'jobNumber') stored,
    add column job_status text generated always as (body ->> 'jobStatus') stored,
    add column customer_id bigint generated always as ((body ->> 'customerId')::bigint) stored,
    add column location_id bigint generated always as ((body ->> 'locationId')::bigint) stored,
    add column business_unit_id bigint generated always as ((body ->> 'businessUnitId')::bigint) stored,
    add column job_type_id bigint generated always as ((body ->> 'jobTypeId')::bigint) stored,
    add column first_appointment_id bigint generated always as ((body ->> 'firstAppointmentId')::bigint) stored,
    add column last_appointment_id bigint generated always as ((body ->> 'lastAppointmentId')::bigint) stored,
    add column invoice_id bigint generated always as ((body ->> 'invoiceId')::bigint) stored,
    add column total numeric generated always as ((body ->> 'total')::numeric) stored,
    add column created_on timestamptz generated always as (mirror.utc(body ->> 'createdOn')) stored,
    add column completed_on timestamptz generated always as (mirror.utc(body ->> 'completedOn')) stored;
create index job_newest on mirror.job (created_on desc, id desc) where active;
create index job_by_status on mirror.job (job_status, created_on desc, id desc) where active;
create index job_by_business_unit on mirror.job (business_unit_id, created_on desc, id desc) where active;
create index job_by_number on mirror.job (job_number text_pattern_ops);
create index job_by_customer on mirror.job (customer_id);
create index job_by_location on mirror.job (location_id);

alter table mirror.job_note
    add column job_id bigint generated always as ((body ->> 'jobId')::bigint) stored;
create index job_note_by_job on mirror.job_note (job_id);

alter table mirror.job_type
    add column name text generated always as (body ->> 'name') stored;

alter table mirror.appointment
    add column job_id bigint generated always as ((body ->> 'jobId')::bigint) stored,
    add column status text generated always as (body ->> 'status') stored,
    add column starts_at timestamptz generated always as (mirror.utc(body ->> 'start')) stored,
    add column ends_at timestamptz generated always as (mirror.utc(body ->> 'end')) stored;
create index appointment_by_job on mirror.appointment (job_id);
create index appointment_by_start on mirror.appointment (starts_at);

alter table mirror.assignment
    add column job_id bigint generated always as ((body ->> 'jobId')::bigint) stored,
    add column appointment_id bigint generated always as ((body ->> 'appointmentId')::bigint) stored,
    add column technician_id bigint generated always as ((body ->> 'technicianId')::bigint) stored,
    add column status text generated always as (body ->> 'status') stored;
create index assignment_by_job on mirror.assignment (job_id);
create index assignment_by_technician on mirror.assignment (technician_id);

alter table mirror.technician
    add column name text generated always as (body ->> 'name') stored,
    add column user_id bigint generated always as ((body ->> 'userId')::bigint) stored,
    add column business_unit_id bigint generated always as ((body ->> 'businessUnitId')::bigint) stored;

alter table mirror.business_unit
    add column name text generated always as (body ->> 'name') stored;

alter table mirror.estimate
    add column job_id bigint generated always as ((body ->> 'jobId')::bigint) stored;
create index estimate_by_job on mirror.estimate (job_id);

-- Money comes as text in invoices and payments.
alter table mirror.invoice
    add column number text generated always as (body ->> 'referenceNumber') stored,
    add column job_id bigint generated always as ((body #>> '{job,id}')::bigint) stored,
    add column customer_id bigint generated always as ((body #>> '{customer,id}')::bigint) stored,
    add column total numeric generated always as ((body ->> 'total')::numeric) stored,
    add column balance numeric generated always as ((body ->> 'balance')::numeric) stored;
create index invoice_by_job on mirror.invoice (job_id);

alter table mirror.timesheet
    add column job_id bigint generated always as ((body ->> 'jobId')::bigint) stored;
create index timesheet_by_job on mirror.timesheet (job_id);

-- How far each feed is. A feed without a row was never touched.
create table feed (
    feed         text primary key,
    running      boolean     not null,
    position     text        not null,
    records      bigint      not null,
    round_at     timestamptz,
    started_at   timestamptz,
    caught_up_at timestamptz,
    read_at      timestamptz,
    failures     integer     not null,
    trouble      text,
    reason       text        not null,
    next_at      timestamptz
);

-- Rows of a feed that are no record, or that the storage refused.
create table put_aside (
    id     bigint generated always as identity primary key,
    feed   text        not null,
    record bigint,
    row    text        not null,
    reason text        not null,
    at     timestamptz not null
);
create unique index put_aside_once on put_aside (feed, record) where record is not null;

-- What leaves the house.
create table outbox (
    key        uuid primary key,
    number     bigint generated always as identity,
    lane       text        not null,
    kind       text        not null,
    effect     jsonb       not null,
    why        text        not null,
    decided_by text        not null,
    decided_at timestamptz not null,
    state      text        not null check (state in ('WAITING', 'DONE', 'PARKED', 'DISMISSED')),
    tries      integer     not null check (tries >= 0),
    next_at    timestamptz not null,
    trouble    text,
    reason     text        not null,
    trace_id   text        not null,
    created_id bigint      not null,
    done_at    timestamptz
);
create index outbox_open on outbox (lane, number) where state in ('WAITING', 'PARKED');
create index outbox_by_state on outbox (state, number desc);
create index outbox_newest on outbox (number desc);
