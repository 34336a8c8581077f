-- Which roles here a role in ServiceTitan stands for: the id of one that the shop has made, or the name of one that is built in.
create table staff_role_mapping (
    staff_role text primary key check (staff_role <> ''),
    roles      text[]      not null
        check (roles <@ array ['TECHNICIAN', 'DISPATCHER', 'ESTIMATOR', 'BILLING', 'MANAGER', 'ADMINISTRATOR']),
    decided_by text        not null,
    decided_at timestamptz not null
);
