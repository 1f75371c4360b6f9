-- Transmissions, receipts, cases and the evidence log. Rows of outbox and inbox are evidence and stay; a job only
-- points at them, so a lost job loses nothing.

create table exchange_institution (
  institution_id text primary key,
  node_id text not null,
  country text not null,
  name jsonb not null,
  base_url text not null,
  profiles jsonb not null,
  -- the signed profile as imported
  signed_profile text not null,
  trusted_at timestamptz not null,
  last_success timestamptz,
  last_failure_at timestamptz,
  last_failure_problem text
);

create table exchange_key (
  kid text primary key,
  institution_id text not null references exchange_institution,
  key_use text not null check (key_use in ('sign', 'encrypt', 'http', 'log')),
  alg text not null,
  jwk jsonb not null,
  thumbprint text not null,
  valid_from timestamptz not null,
  valid_to timestamptz
);
create index on exchange_key (institution_id);

create table exchange_case (
  case_id uuid primary key,
  case_type text not null,
  role text not null check (role in ('owner', 'counterparty')),
  state text not null,
  -- state before a suspension
  resumes_to text,
  version bigint not null,
  agreement text not null,
  profile text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  partner text not null,
  file_numbers jsonb not null
);

create table exchange_case_step (
  case_id uuid not null references exchange_case,
  version bigint not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  primary key (case_id, version)
);

create table exchange_document (
  document_id uuid not null,
  version integer not null,
  case_id uuid not null,
  document_type text not null,
  direction text not null check (direction in ('sent', 'received')),
  transmission_id uuid not null,
  -- the signed envelope, as signed
  jws text not null,
  at timestamptz not null,
  primary key (document_id, version)
);
create index on exchange_document (case_id);
-- Base64url of signed text does not compress; do not try.
alter table exchange_document alter column jws set storage external;

create table exchange_outbox (
  transmission_id uuid primary key,
  to_institution text not null,
  case_id uuid not null,
  document_id uuid not null,
  document_version integer not null,
  document_type text not null,
  purpose text not null,
  legal_basis text not null,
  -- exact bytes of every attempt
  body text not null,
  body_hash text not null,
  size integer not null,
  log_index bigint not null,
  created_at timestamptz not null,
  state text not null check (state in
    ('queued', 'sending', 'delivered', 'accepted', 'rejected', 'processed', 'quarantined', 'missingReceipt')),
  attempts integer not null default 0,
  -- attempts since it was queued or resumed: the place in the retry schedule
  tries integer not null default 0,
  next_attempt_at timestamptz,
  lease_until timestamptz,
  horizon_at timestamptz not null,
  -- whether any attempt reached the partner: without it the fate is known, with it not
  connected boolean not null default false,
  poll_at timestamptz
);
alter table exchange_outbox alter column body set storage external;
create index on exchange_outbox (to_institution, next_attempt_at) where next_attempt_at is not null;
create index on exchange_outbox (poll_at) where poll_at is not null;
create index on exchange_outbox (case_id);
create index on exchange_outbox (created_at desc, transmission_id desc);

create table exchange_attempt (
  transmission_id uuid not null references exchange_outbox,
  number integer not null,
  at timestamptz not null,
  outcome text not null check (outcome in ('delivered', 'failed')),
  problem text,
  millis integer not null,
  primary key (transmission_id, number)
);

create table exchange_inbox (
  from_institution text not null,
  transmission_id uuid not null,
  profile text not null,
  body text not null,
  body_hash text not null,
  size integer not null,
  received_at timestamptz not null,
  log_index bigint not null,
  state text not null check (state in
    ('delivered', 'waiting', 'accepted', 'rejected', 'processed', 'quarantined')),
  attempts integer not null default 0,
  due_at timestamptz,
  lease_until timestamptz,
  -- document id of the parent that has not come yet
  waiting_for uuid,
  -- known once it is open
  case_id uuid,
  document_id uuid,
  document_version integer,
  document_type text,
  purpose text,
  legal_basis text,
  primary key (from_institution, transmission_id)
);
alter table exchange_inbox alter column body set storage external;
create index on exchange_inbox (due_at) where due_at is not null;
create index on exchange_inbox (waiting_for) where waiting_for is not null;
create index on exchange_inbox (case_id);
create index on exchange_inbox (transmission_id);
create index on exchange_inbox (received_at desc, transmission_id desc);

create table exchange_receipt (
  direction text not null check (direction in ('issued', 'received')),
  -- the other side
  institution text not null,
  transmission_id uuid not null,
  level text not null check (level in ('L1', 'L2', 'L3')),
  -- the signed receipt, as signed; replayed byte by byte
  body text not null,
  outcome text not null check (outcome in ('ok', 'rejected')),
  at timestamptz not null,
  receipt jsonb not null,
  -- issued L2 and L3 are sent to the partner; null once they are there
  deliver_at timestamptz,
  lease_until timestamptz,
  tries integer not null default 0,
  primary key (direction, institution, transmission_id, level)
);
create index on exchange_receipt (institution, deliver_at) where deliver_at is not null;
create index on exchange_receipt (transmission_id);

create table exchange_quarantine (
  quarantine_id uuid primary key,
  from_institution text not null,
  transmission_id uuid not null,
  received_at timestamptz not null,
  held_at timestamptz not null,
  cause text not null,
  detail text not null,
  input_hash text not null,
  attempts integer not null,
  state text not null check (state in ('held', 'replayed', 'discarded')),
  reason text
);
create index on exchange_quarantine (held_at desc);

create table exchange_nonce (
  kid text not null,
  nonce text not null,
  expires_at timestamptz not null,
  primary key (kid, nonce)
);
create index on exchange_nonce (expires_at);

create table exchange_log_entry (
  index bigint primary key,
  kind text not null,
  hash text not null,
  at timestamptz not null,
  leaf bytea not null
);

-- Apart from the entries: erasing a salt erases what the entry could prove about anybody.
create table exchange_log_salt (
  index bigint primary key references exchange_log_entry,
  salt bytea not null,
  content_hash bytea not null
);

-- One row: the size of the log and the roots of its perfect subtrees, 32 bytes each, from left to right.
create table exchange_log_state (
  only_row boolean primary key default true check (only_row),
  size bigint not null,
  roots bytea not null
);
insert into exchange_log_state (size, roots) values (0, '');

create function exchange_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The evidence log is only added to';
end $$;
create trigger exchange_log_append_only before update or delete on exchange_log_entry
  for each row execute function exchange_refuse_change();
