-- A person of a case who was looked for in the register and not found for certain: a clerk's question.
create table persons_review (
  review_id uuid primary key,
  case_id text not null,
  -- the person of the case
  asked uuid not null references persons_record,
  state text not null check (state in ('open', 'settled')),
  -- what the clerk decides first: the likelihood that a decision finds the person
  best double precision not null,
  opened_at timestamptz not null,
  settled_at timestamptz,
  -- how it ended; null while it is open
  outcome text check (outcome in ('same', 'notSame', 'found'))
);
-- A case asks once at a time.
create unique index persons_review_open on persons_review (case_id) where state = 'open';
create index persons_review_order on persons_review (best desc, opened_at) where state = 'open';
create index persons_review_case on persons_review (case_id);

-- Candidates as they were seen when the question came up: what is decided later rests on this.
create table persons_review_candidate (
  review_id uuid not null references persons_review,
  record_id uuid not null references persons_record,
  position integer not null,
  evidence jsonb not null,
  fields jsonb not null,
  primary key (review_id, record_id)
);
