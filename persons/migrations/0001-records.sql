-- A person as one source states one. No record is ever joined with another; links between records stand beside them.
create table persons_record (
  record_id uuid primary key,
  -- the own national register, or a case of this node
  source text not null check (source in ('register', 'case')),
  -- the source's own key: number in the register, person of a case
  source_key text not null,
  -- the state whose record it is
  country text not null,
  names jsonb not null,
  identifiers jsonb not null,
  -- ISO day as far as it is known: 1961, 1961-04 or 1961-04-12
  birth_date text collate "C" not null,
  sex text not null check (sex in ('male', 'female', 'unknown')),
  alive boolean not null,
  changed_at timestamptz not null,
  unique (source, source_key)
);
create index persons_record_birth on persons_record (birth_date);

-- Keys of whole records and of single words, as the identity package makes them: a record is found by those it shares.
create table persons_key (
  key integer not null,
  record_id uuid not null references persons_record on delete cascade,
  primary key (key, record_id)
);
create index persons_key_record on persons_key (record_id);

-- Plain spellings of the words of each name, for whoever types a beginning.
create table persons_word (
  word text collate "C" not null,
  record_id uuid not null references persons_record on delete cascade,
  primary key (word, record_id)
);
create index persons_word_record on persons_word (record_id);

create table persons_number (
  value text collate "C" not null,
  scheme text not null,
  record_id uuid not null references persons_record on delete cascade,
  primary key (value, scheme, record_id)
);
create index persons_number_record on persons_number (record_id);

-- How far the own register's directory has been read.
create table persons_directory (
  system text primary key,
  mark text not null,
  read_at timestamptz not null
);
