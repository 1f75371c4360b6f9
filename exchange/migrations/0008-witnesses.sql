-- Logs of partners that this node witnesses: of each the last checkpoint that it cosigned, as a note with both
-- signatures. Size and root stand in the note too; here they are for the comparison under the lock of the row.
create table exchange_witnessed (
  origin text primary key,
  -- hexadecimal SHA-256 of the origin: its name at the monitors' address
  origin_hash text not null unique,
  size bigint not null,
  root bytea not null,
  -- empty until the first cosignature
  note text not null,
  at timestamptz not null
);

-- Witnesses of this node's log, by their verifier keys: how far each has cosigned, and why it did not go on.
create table exchange_witness (
  witness text primary key,
  size bigint not null,
  cosigned_at timestamptz,
  failure text,
  failed_at timestamptz
);

create table exchange_cosignature (
  size bigint not null references exchange_checkpoint on delete cascade,
  witness text not null,
  -- the signature line, with its line end
  line text not null,
  at timestamptz not null,
  primary key (size, witness)
);

alter table exchange_key drop constraint exchange_key_key_use_check;
alter table exchange_key add check (key_use in ('sign', 'encrypt', 'http', 'log', 'witness'));
