-- A person as this node knows one. The key never leaves the node; the person is found again by identifiers.
create table pensions_person (
  person_key uuid primary key,
  -- the person block of the insurance record, as last stated or certified
  person jsonb not null,
  -- names in every script, folded for the search of the work list
  search_text text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table pensions_identifier (
  scheme text not null,
  value text not null,
  person_key uuid not null references pensions_person,
  country text not null,
  primary key (scheme, value)
);
create index pensions_identifier_person on pensions_identifier (person_key);

-- One case of one person. The exchange owns the case state; `state` is its copy for the work list, written in the
-- same transaction as each transition.
create table pensions_case (
  case_id uuid primary key,
  file_number text not null unique,
  person_key uuid not null references pensions_person,
  role text not null check (role in ('owner', 'counterparty')),
  agreement text not null,
  partner_institution text not null,
  state text not null,
  -- grows with every step and every act of a human
  version integer not null,
  -- grows with every fact that arrives by itself: register, certificate, death
  facts_version integer not null,
  waiting_for text not null check (waiting_for in ('nobody', 'clerk', 'supervisor', 'partner', 'claimant')),
  simulation boolean not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null
);
create index pensions_case_person on pensions_case (person_key);
create index pensions_case_updated on pensions_case (updated_at desc, case_id desc);
create sequence pensions_file_number;

create table pensions_claim (
  claim_id uuid primary key,
  case_id uuid not null unique references pensions_case,
  -- the day the claim counts from, in whichever state it was filed
  filed_on date not null,
  filed_in text not null,
  requested_from date,
  remarks text not null,
  -- the insurance record as the claimant states it
  record jsonb not null,
  registered_at timestamptz not null,
  registered_by text not null
);

-- What the own register answered; the newest row of a case counts, the earlier ones stay as evidence.
create table pensions_register_answer (
  answer_id uuid primary key,
  case_id uuid not null references pensions_case,
  register_key text not null,
  -- rows as delivered, service by service, with the digests of the bytes received
  rows jsonb not null,
  folded jsonb not null,
  -- which periods this institution vouches for; null while a clerk looks at the register's doubts
  accepted text check (accepted in ('all', 'certifiedOnly')),
  read_at timestamptz not null
);
create index pensions_register_answer_case on pensions_register_answer (case_id, read_at desc);

create table pensions_document (
  document_id uuid not null,
  version integer not null,
  case_id uuid not null references pensions_case,
  type text not null,
  direction text not null check (direction in ('sent', 'received', 'own')),
  transmission_id uuid,
  in_reply_to uuid,
  -- set where the other state did not take a document sent: rejected, refused or missingReceipt
  not_taken text,
  content jsonb not null,
  at timestamptz not null,
  primary key (document_id, version)
);
create index pensions_document_case on pensions_document (case_id, at);

create table pensions_decision (
  decision_id uuid primary key,
  case_id uuid not null references pensions_case,
  country text not null,
  institution_id text not null,
  state text not null check (state in ('draft', 'approved', 'notified', 'received', 'annulled')),
  result text not null check (result in ('granted', 'refused', 'undetermined')),
  effective_from date,
  decided_on date,
  drafted_by text not null,
  drafted_by_name text not null,
  approved_by_name text,
  simulation boolean not null,
  assessment jsonb not null,
  -- the record the assessment stands on, so that the decision can be reproduced; null for the other state's
  record jsonb,
  options jsonb not null,
  appeal jsonb not null,
  created_at timestamptz not null
);
create index pensions_decision_case on pensions_decision (case_id, created_at);
-- A case holds one draft at a time.
create unique index pensions_decision_draft on pensions_decision (case_id) where state = 'draft';

create table pensions_task (
  task_id uuid primary key,
  case_id uuid not null references pensions_case,
  kind text not null,
  state text not null check (state in ('open', 'done')),
  reason_code text not null,
  reason_values jsonb not null,
  candidates jsonb not null,
  created_at timestamptz not null,
  -- null: no deadline is sourced
  due_on date,
  assigned_to text,
  resolution jsonb
);
create index pensions_task_case on pensions_task (case_id, created_at);
create index pensions_task_open on pensions_task (created_at) where state = 'open';
-- The same question is asked once: a repeated job finds its task standing.
create unique index pensions_task_once on pensions_task (case_id, kind) where state = 'open';

create table pensions_event (
  event_id uuid primary key,
  case_id uuid not null references pensions_case,
  at timestamptz not null,
  actor text not null,
  code text not null,
  event_values jsonb not null
);
create index pensions_event_case on pensions_event (case_id, at, event_id);
