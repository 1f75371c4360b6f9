-- The log in the form of C2SP tlog-tiles. Tiles of leaf hashes are read from the entries; of the levels above only the
-- roots of whole tiles are kept, one row for 256 entries, and every tile is read from those.
create table exchange_log_tile_root (
  level integer not null,
  index bigint not null,
  hash bytea not null,
  primary key (level, index)
);
create trigger exchange_log_tiles_append_only before update or delete on exchange_log_tile_root
  for each row execute function exchange_refuse_change();

-- Checkpoints as they were signed; of one size there is one.
create table exchange_checkpoint (
  size bigint primary key,
  note text not null,
  at timestamptz not null
);

-- The roots of the tiles that a log is already long enough for.
create function pg_temp.tile_root(hashes bytea[]) returns bytea language plpgsql as $$
begin
  while array_length(hashes, 1) > 1 loop
    hashes := array(
      select sha256('\x01'::bytea || hashes[2 * i - 1] || hashes[2 * i])
      from generate_series(1, array_length(hashes, 1) / 2) as i order by i);
  end loop;
  return hashes[1];
end $$;

do $$
declare
  above integer := 1;
begin
  insert into exchange_log_tile_root (level, index, hash)
    select 1, index / 256, pg_temp.tile_root(array_agg(leaf order by index))
    from exchange_log_entry group by index / 256 having count(*) = 256;
  while found loop
    insert into exchange_log_tile_root (level, index, hash)
      select above + 1, index / 256, pg_temp.tile_root(array_agg(hash order by index))
      from exchange_log_tile_root where level = above group by index / 256 having count(*) = 256;
    above := above + 1;
  end loop;
end $$;
