-- Manuals: the truth. Every search index is derived from these tables.

create table original (
    sha256     char(64) primary key,
    bytes      bigint      not null check (bytes >= 0),
    kept_at    timestamptz not null default now()
);

-- An original in parts of at most 1 MiB, so that a large file is streamed in and out.
create table original_part (
    sha256  char(64) not null references original on delete cascade,
    number  int      not null check (number >= 0),
    content bytea    not null,
    primary key (sha256, number)
);

create table manual (
    id           uuid primary key,
    title        text        not null check (title <> ''),
    file_name    text        not null,
    media_type   text        not null,
    sha256       char(64)    not null unique references original,
    bytes        bigint      not null check (bytes >= 0),
    manufacturer text        not null default '',
    model        text        not null default '',
    state        text        not null check (state in ('WAITING', 'READING', 'INDEXING', 'READY', 'FAILED')),
    edition      int         not null default 0 check (edition >= 0),
    pages        int         not null default 0 check (pages >= 0),
    pages_done   int         not null default 0 check (pages_done >= 0),
    problem      text,
    incident     text        not null default '',
    uploaded_by  text        not null,
    uploaded_at  timestamptz not null,
    changed_at   timestamptz not null,
    version      bigint      not null default 0
);
create index manual_by_uploaded_at on manual (uploaded_at desc, id);

create table manual_page (
    manual  uuid  not null references manual on delete cascade,
    edition int   not null,
    number  int   not null check (number >= 1),
    width   real  not null,
    height  real  not null,
    source  text  not null check (source in ('TEXT', 'OCR', 'NONE')),
    text    text  not null,
    -- 24 bytes a word, big-endian: start int, end int, x float, y float, width float, height float
    words   bytea not null,
    primary key (manual, edition, number)
);

create table passage (
    id        bigint generated always as identity primary key,
    manual    uuid   not null references manual on delete cascade,
    edition   int    not null,
    ordinal   int    not null,
    kind      text   not null check (kind in ('TEXT', 'PROCEDURE', 'TABLE', 'FIGURE')),
    headings  text[] not null,
    text      text   not null,
    -- page, start, end of each span, one after the other
    spans     int[]  not null check (cardinality(spans) >= 3 and cardinality(spans) % 3 = 0),
    model     text   not null,
    -- 4 bytes a number, big-endian float; empty when there is nothing to embed
    vector    bytea  not null,
    unique (manual, edition, ordinal)
);

-- Every change of a manual's visible content, for indexes that catch up. No reference: it outlives the manual.
create table manual_change (
    revision   bigint generated always as identity primary key,
    manual     uuid        not null,
    removed    boolean     not null,
    changed_at timestamptz not null default now()
);
create index manual_change_by_manual on manual_change (manual, revision desc);

-- Durable tasks (db-scheduler's table, its documented columns).
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);
