-- What a clerk asked the other state about the person of a review, and its answer. Facts of the own register are in no
-- question: it names fields of the other state's own request.
create table persons_question (
  question_id uuid primary key,
  review_id uuid not null references persons_review,
  -- fields of the request that are in doubt
  fields text[] not null,
  question text not null,
  asked_by text not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  -- the document in which it went
  document_id text not null unique,
  answer text,
  answered_at timestamptz
);
create index persons_question_review on persons_question (review_id, asked_at);
-- One question waits at a time.
create unique index persons_question_waits on persons_question (review_id) where answer is null;
