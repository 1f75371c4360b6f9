/** Receipts that came: verified, kept once, logged, and the state of the transmission moved forward, never back. */
import { isUuid } from '@urtuu/kernel';
import { sql, transaction, type Tx } from '@urtuu/platform';
import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import { sha256 } from '../crypto/digest.ts';
import { appendLater } from '../log/pending.ts';
import type { ExchangeTables, OutboxTable } from '../tables.ts';
import { keepReceived, type ReceivedReceipt } from './keep.ts';
import { verifyReceipt, type Receipt } from './receipt.ts';

export interface Taken {
  /** transmissions whose receipts are kept, now or before */
  readonly kept: string[];
  readonly refused: { readonly index: number; readonly cause: string }[];
}

interface Arrived {
  readonly index: number;
  readonly receipt: Receipt;
  readonly body: string;
}

type Sent = Pick<
  Selectable<OutboxTable>,
  'transmission_id' | 'case_id' | 'document_id' | 'document_type' | 'body_hash' | 'state'
>;

/** Takes receipts of one partner. Repeating it changes nothing. */
export async function takeReceipts(
  context: Context,
  from: string,
  bodies: readonly string[],
): Promise<Taken> {
  const refused: { index: number; cause: string }[] = [];
  const arrived: Arrived[] = [];
  const institution = (await context.directory.view()).institution(from);
  const keyOf = (kid: string) => institution?.keys.find((key) => key.kid === kid);
  for (const [index, body] of bodies.entries()) {
    const verified = verifyReceipt(body, { keyOf, at: context.clock() });
    if (!verified.ok) refused.push({ index, cause: verified.error.code });
    else if (verified.value.receipt.institution !== from) refused.push({ index, cause: 'institution-wrong' });
    else arrived.push({ index, receipt: verified.value.receipt, body });
  }
  // In the order of their levels, whatever the order of their coming.
  arrived.sort((a, b) => a.receipt.level.localeCompare(b.receipt.level));
  if (arrived.length === 0) return { kept: [], refused };
  const kept = await transaction(context.database, (tx) => keepAll(context, tx, { from, arrived, refused }), {
    retries: 3,
  });
  return { kept: [...new Set(kept)], refused };
}

interface Arrival {
  readonly from: string;
  readonly arrived: readonly Arrived[];
  readonly refused: { index: number; cause: string }[];
}

async function keepAll(context: Context, tx: Tx, { from, arrived, refused }: Arrival): Promise<string[]> {
  const ids = [...new Set(arrived.map(({ receipt }) => receipt.transmissionId))];
  const sent = await sentRows(tx, from, ids);
  const kept: string[] = [];
  const meant: Arrived[] = [];
  for (const one of arrived) {
    const { transmissionId, bodyHash } = one.receipt;
    const row = sent.get(transmissionId);
    if (row === undefined || row.body_hash !== bodyHash) {
      refused.push({ index: one.index, cause: 'transmission-unknown' });
      continue;
    }
    kept.push(transmissionId);
    meant.push(one);
  }
  if (meant.length === 0) return kept;
  const at = context.clock();
  const news = await keepReceived(
    tx,
    meant.map(({ receipt, body }) => ({ from, receipt, body })),
    at,
  );
  for (const { receipt } of news) {
    const row = sent.get(receipt.transmissionId);
    if (row !== undefined) await tell(context, tx, row, receipt);
  }
  await noteNew(context, tx, news, at);
  return kept;
}

async function tell(context: Context, tx: Tx, row: Sent, receipt: Receipt): Promise<void> {
  context.count(`received${receipt.level}`);
  if (receipt.level === 'L1') return;
  await context.onFate?.(tx, {
    kind: receipt.level === 'L3' ? 'processed' : receipt.outcome === 'ok' ? 'accepted' : 'rejected',
    transmissionId: row.transmission_id,
    caseId: row.case_id,
    documentId: row.document_id,
    documentType: row.document_type,
    rules: receipt.rules,
  });
}

async function noteNew(context: Context, tx: Tx, news: readonly ReceivedReceipt[], at: Date): Promise<void> {
  if (news.length === 0) return;
  await moveStates(context, tx, news, at);
  const entries = news.map(({ body }) => ({ contentHash: sha256(body) }));
  await appendLater(tx, 'receipt', entries, { random: context.random, at });
  context.placeSoon(tx);
}

/** Each level implies those below; after L2 the receipts are asked for rarely, after the last one not at all. */
async function moveStates(
  { schedule }: Context,
  tx: Tx,
  news: readonly ReceivedReceipt[],
  at: Date,
): Promise<void> {
  const idsOf = (wanted: (receipt: Receipt) => boolean): string[] =>
    news.filter(({ receipt }) => wanted(receipt)).map(({ receipt }) => receipt.transmissionId);
  const tables = tx.tables<ExchangeTables>();
  const levelOne = idsOf(({ level }) => level === 'L1');
  const rejected = idsOf(({ outcome }) => outcome === 'rejected');
  const accepted = idsOf(({ level, outcome }) => level === 'L2' && outcome === 'ok');
  const processed = idsOf(({ level, outcome }) => level === 'L3' && outcome === 'ok');
  const rarely = new Date(at.getTime() + 24 * schedule.pollAfter);
  await sql`
    update exchange_outbox set
      state = case
        when transmission_id = any(${rejected}::uuid[]) then 'rejected'
        when transmission_id = any(${processed}::uuid[]) then 'processed'
        when transmission_id = any(${accepted}::uuid[]) and state <> 'processed' then 'accepted'
        when state in ('queued', 'sending', 'missingReceipt', 'quarantined') then 'delivered'
        else state end,
      connected = true,
      next_attempt_at = case when transmission_id = any(${levelOne}::uuid[]) then null else next_attempt_at end,
      poll_at = case
        when transmission_id = any(${[...rejected, ...processed]}::uuid[]) or state = 'processed' then null
        else ${rarely}::timestamptz end
    where transmission_id = any(${news.map(({ receipt }) => receipt.transmissionId)}::uuid[])`.execute(
    tables,
  );
}

async function sentRows(tx: Tx, to: string, ids: readonly string[]): Promise<Map<string, Sent>> {
  const rows = await tx
    .tables<ExchangeTables>()
    .selectFrom('exchange_outbox')
    .select(['transmission_id', 'case_id', 'document_id', 'document_type', 'body_hash', 'state'])
    .where('to_institution', '=', to)
    .where(sql<boolean>`transmission_id = any(${ids.filter(isUuid)}::uuid[])`)
    .orderBy('transmission_id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.transmission_id, row]));
}
