-- An entry whose index nobody needs beforehand stands here, written by the transaction of what it proves, until the
-- log is opened next: then all that wait get their places together. A send no longer holds the log through its commit.
-- Measured with four senders on two busy cores: 40 of 66 seconds went into waiting for the row of the log's state.
create table exchange_log_pending (
  id bigint generated always as identity primary key,
  kind text not null,
  content_hash bytea not null,
  salt bytea not null,
  at timestamptz not null,
  -- of an entry for a transmission that was sent: whose outbox row gets the index
  transmission_id uuid
);

drop trigger exchange_outbox_logged on exchange_outbox;
drop function exchange_log_sent;
drop function exchange_append_logs;
drop function exchange_append_log;
