-- Words of customers and locations, so that a job is found by whom it is for and where.
create function mirror.words(jsonb) returns tsvector
    language sql immutable strict parallel safe
    return to_tsvector('simple'::regconfig,
        coalesce($1 ->> 'name', '') || ' ' || coalesce($1 #>> '{address,street}', '') || ' ' || coalesce($1 #>> '{address,city}', '')
        || ' ' || coalesce($1 #>> '{address,zip}', ''));

alter table mirror.customer add column words tsvector generated always as (mirror.words(body)) stored;
create index customer_by_words on mirror.customer using gin (words);

alter table mirror.location add column words tsvector generated always as (mirror.words(body)) stored;
create index location_by_words on mirror.location using gin (words);

create index job_by_total on mirror.job (total desc, id desc) where active;
create index installed_equipment_by_location on mirror.installed_equipment (((body ->> 'locationId')::bigint));
create index invoice_item_by_invoice on mirror.invoice_item (((body ->> 'invoiceId')::bigint));
