-- People, and how they prove who they are. No secret is kept as it is: passwords as PBKDF2, random tokens as SHA-256.

create table person (
    id             uuid primary key,
    email          text        not null unique check (email = lower(email) and email like '%_@_%'),
    name           text        not null check (name <> ''),
    -- empty for somebody who signs in elsewhere (OpenID Connect) only
    password       text        not null default '',
    -- issuer and subject of OpenID Connect, once somebody came that way
    subject        text unique,
    active         boolean     not null,
    -- grows with every change that ends sessions and remembered devices
    generation     int         not null default 0,
    created_at     timestamptz not null,
    last_signed_in timestamptz,
    version        bigint      not null
);

create table person_role (
    person uuid not null references person on delete cascade,
    role   text not null check (role in ('TECHNICIAN', 'DISPATCHER', 'ESTIMATOR', 'BILLING', 'MANAGER', 'ADMINISTRATOR')),
    primary key (person, role)
);
create index person_role_by_role on person_role (role, person);

-- Wrong tries by e-mail, whether there is such a person or not: nobody learns from a pause who is here.
create table sign_in_attempt (
    email        text primary key,
    failures     int         not null check (failures >= 0),
    paused_until timestamptz,
    last_at      timestamptz not null
);
create index sign_in_attempt_by_time on sign_in_attempt (last_at);

create table api_token (
    id         uuid primary key,
    person     uuid        not null references person on delete cascade,
    name       text        not null,
    sha256     char(64)    not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used  timestamptz
);
create index api_token_by_person on api_token (person, created_at desc);

create table remembered_device (
    selector          char(22) primary key,
    person            uuid        not null references person on delete cascade,
    generation        int         not null,
    validator_sha256  char(64)    not null,
    -- the one before, good for a moment: a browser sends several requests at once
    previous_sha256   char(64),
    rotated_at        timestamptz not null,
    expires_at        timestamptz not null
);
create index remembered_device_by_person on remembered_device (person);
