-- Files that effects carry, by their content: photos and papers of at most some megabytes.
create table kept_file (
    sha256  char(64) primary key,
    content bytea       not null,
    kept_at timestamptz not null
);
