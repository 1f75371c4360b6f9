-- Which workers belong to which process. A process holds an advisory lock of its key for as long as it lives.
create table platform_worker (
  worker_id text primary key,
  process_key integer not null,
  started_at timestamptz not null default now()
);
