--liquibase formatted sql

--changeset hypothesis:1-hypotheses
create table hypotheses (
    tenant_id        uuid not null references tenants (id),
    id               uuid not null,
    version          integer not null,
    incident_number  integer not null,
    key              text not null,
    rank             integer not null check (rank >= 1),
    claim            text not null,
    description      text not null,
    service          text not null,
    confidence       double precision not null check (confidence between 0 and 1),
    first_rank       integer not null check (first_rank >= 1),
    first_confidence double precision not null check (first_confidence between 0 and 1),
    evidence         jsonb not null,
    state            text not null check (state in ('open', 'validated', 'rejected')),
    suspected_at     timestamptz not null,
    verdict_by       uuid,
    verdict_at       timestamptz,
    verdict_reason   text,
    primary key (tenant_id, id),
    foreign key (tenant_id, incident_number) references incidents (tenant_id, number),
    constraint no_claim_without_evidence check (jsonb_array_length(evidence) > 0),
    constraint verdict_has_its_time check ((state = 'open') = (verdict_at is null)),
    constraint rejected_with_a_reason check (state <> 'rejected' or length(verdict_reason) > 0)
);
call guard_tenant_table('hypotheses');

--changeset hypothesis:2-one-row-per-theory
--comment A later run that suspects the same updates the row, also when two nodes run at once.
create unique index one_row_per_theory on hypotheses (tenant_id, incident_number, key);

--changeset hypothesis:3-runs
--comment The latest run of each incident.
create table hypothesis_runs (
    tenant_id        uuid not null references tenants (id),
    id               uuid not null,
    version          integer not null,
    incident_number  integer not null,
    status           text not null check (status in ('running', 'done')),
    started_at       timestamptz not null,
    finished_at      timestamptz check ((finished_at is null) = (status = 'running')),
    abstained_reason text,
    primary key (tenant_id, id),
    unique (tenant_id, incident_number),
    foreign key (tenant_id, incident_number) references incidents (tenant_id, number)
);
call guard_tenant_table('hypothesis_runs');
