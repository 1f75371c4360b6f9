-- Unsealed receipts are read in their order, a batch at a time. Without this index the planner may walk the primary key
-- through all receipts ever issued to find the few at its end (measured: 4,000 buffers a batch after 1,500 messages).
drop index exchange_receipt_institution_idx;
create index exchange_receipt_unsealed on exchange_receipt (institution, transmission_id, level)
  where direction = 'issued' and body is null;
