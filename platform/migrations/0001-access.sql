-- Who is signed in. The browser holds a random token; only its SHA-256 is kept here.
create table platform_session (
  token_hash bytea primary key,
  principal jsonb not null,
  -- for signing out at the provider
  id_token text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- the session ends then even if used without pause
  ends_at timestamptz not null
);
create index platform_session_expiry on platform_session (expires_at);

-- Who read which person's data, when, why and under which article. The person may see these rows.
create table access_log (
  id uuid primary key,
  at timestamptz not null,
  principal_subject text not null,
  principal_name text not null,
  role text not null,
  institution text,
  person_key text not null,
  case_id text,
  purpose text not null,
  article text,
  what text not null,
  request_id text not null
);
create index access_log_person on access_log (person_key, id desc);
create index access_log_at on access_log (at);

-- Writes of consequence, each in the transaction of the change that it records.
create table audit_log (
  id uuid primary key,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  case_id text,
  data jsonb not null
);
create index audit_log_subject on audit_log (subject_kind, subject_id, at);
create index audit_log_case on audit_log (case_id, at) where case_id is not null;

create function urtuu_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only grows: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger access_log_only_grows before update or delete on access_log
  for each row execute function urtuu_refuse_change();
create trigger access_log_is_never_emptied before truncate on access_log
  for each statement execute function urtuu_refuse_change();
create trigger audit_log_only_grows before update or delete on audit_log
  for each row execute function urtuu_refuse_change();
create trigger audit_log_is_never_emptied before truncate on audit_log
  for each statement execute function urtuu_refuse_change();
