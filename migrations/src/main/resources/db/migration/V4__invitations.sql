-- A link by which somebody chooses a password: good once and for a while. One a person; the newest counts.
create table invitation (
    person     uuid primary key references person on delete cascade,
    sha256     char(64)    not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

-- What a person recognises a remembered browser by.
alter table remembered_device add column browser text not null default '';
alter table remembered_device add column created_at timestamptz;
update remembered_device set created_at = rotated_at;
alter table remembered_device alter column created_at set not null;

-- The list of people is sorted like this.
create index person_by_name on person (lower(name), email);
