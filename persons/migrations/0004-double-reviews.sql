-- A sample of the decided reviews is looked at again by a second officer who does not see what the first decided; where
-- the two differ, a third decides.
create table persons_double_review (
  double_review_id uuid primary key,
  review_id uuid not null references persons_review,
  -- which look it waits for, or how it ended; void: the first decision was withdrawn meanwhile
  state text not null check (state in ('second', 'third', 'agreed', 'resolved', 'void')),
  drawn_at timestamptz not null,
  closed_at timestamptz
);
create index persons_double_review_state on persons_double_review (state, drawn_at);
-- A review is in the sample once at a time.
create unique index persons_double_review_waits on persons_double_review (review_id) where state in ('second', 'third');

create table persons_look (
  double_review_id uuid not null references persons_double_review,
  -- 1 is the decision that settled the review
  look integer not null check (look between 1 and 3),
  -- the candidate who is the person; null: none of them is
  choice uuid references persons_record,
  looked_by text not null,
  looked_by_name text not null,
  reason text not null,
  looked_at timestamptz not null,
  primary key (double_review_id, look)
);
create trigger persons_look_only_grows before update or delete on persons_look
  for each row execute function urtuu_refuse_change();
create trigger persons_look_is_never_emptied before truncate on persons_look
  for each statement execute function urtuu_refuse_change();
