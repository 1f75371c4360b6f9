-- What was decided of two records: the same person, not the same, or an earlier decision withdrawn. Rows are only ever
-- added; each is signed by the institution in the name of who decided.
create table persons_decision (
  decision_id uuid primary key,
  -- the lower id first
  record_a uuid not null references persons_record,
  record_b uuid not null references persons_record,
  outcome text not null check (outcome in ('same', 'notSame', 'withdrawn')),
  -- a human, or the rule of a clear match
  basis text not null check (basis in ('human', 'rule')),
  -- the decision that stood before and stands no longer
  replaces uuid references persons_decision,
  decided_by text not null,
  decided_by_name text not null,
  reason text not null,
  -- what is known now that was not known at the decision replaced
  new_evidence text not null,
  -- probability and waterfall as they were seen; null where nothing was scored
  evidence jsonb,
  -- JSON Web Signature over all of the above but the evidence, of which it holds the digest
  statement text not null,
  decided_at timestamptz not null,
  check (record_a < record_b)
);
create index persons_decision_pair on persons_decision (record_a, record_b, decided_at);
create trigger persons_decision_only_grows before update or delete on persons_decision
  for each row execute function urtuu_refuse_change();
create trigger persons_decision_is_never_emptied before truncate on persons_decision
  for each statement execute function urtuu_refuse_change();

-- What stands now of each pair, for finding clusters: derived from the decisions in the same transaction.
create table persons_link (
  record_a uuid not null references persons_record,
  record_b uuid not null references persons_record,
  outcome text not null check (outcome in ('same', 'notSame')),
  basis text not null check (basis in ('human', 'rule')),
  -- bits of evidence as they were seen; 0 where nothing was scored
  score double precision not null,
  decision_id uuid not null references persons_decision,
  primary key (record_a, record_b)
);
create index persons_link_b on persons_link (record_b);

-- How common names are in the register, as the scoring reads it, by version.
create table persons_term_statistics (
  version bigint generated always as identity primary key,
  persons integer not null,
  statistics jsonb not null,
  made_at timestamptz not null
);
