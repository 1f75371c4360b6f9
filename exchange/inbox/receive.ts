/**
 * The way in: form and addressee are checked, the bytes are stored as they came, and the answer is the signed L1
 * receipt, the same bytes for every repetition. What is inside is looked at later, by the worker.
 */
import { isUuid, ok, refuse, type Result } from '@urtuu/kernel';
import { sql, transaction, type Partner, type Tx } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import { batched } from '../batch.ts';
import { TASKS, type Context } from '../context.ts';
import { digestText } from '../crypto/digest.ts';
import { sealedHeader } from '../crypto/jwe.ts';
import { openLog } from '../log/open-log.ts';
import { keepFirst, sealFirst, type ReceiptWish } from '../receipts/issue.ts';
import type { ExchangeTables } from '../tables.ts';

export const TRANSMISSION_MEDIA = 'application/jose+json';

/** Ten MiB, as the platform's server allows at most. */
export const MAX_BYTES = 10 * 1024 * 1024;

export interface Delivery {
  readonly partner: Partner;
  readonly contentType: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly bytes: Uint8Array;
}

/** A delivery that has the right form and is meant for us. */
interface Admitted {
  readonly from: string;
  readonly transmissionId: string;
  readonly profile: string;
  readonly body: string;
  readonly bodyHash: string;
  readonly size: number;
}

/** Receives one delivery; the value is the L1 receipt as bytes. */
export type Receive = (delivery: Delivery) => Promise<Result<Uint8Array, Refusal>>;

export function createReceive(context: Context): Receive {
  const store = batched((items: readonly Admitted[]) => storeAll(context, items), 64);
  return async (delivery) => {
    const admitted = admit(context, delivery);
    if (!admitted.ok) return admitted;
    const stored = await store(admitted.value);
    return stored.ok ? ok(Buffer.from(stored.value)) : stored;
  };
}

function admit({ agreements, self }: Context, delivery: Delivery): Result<Admitted, Refusal> {
  const { bytes, partner, idempotencyKey } = delivery;
  if (delivery.contentType?.split(';')[0]?.trim().toLowerCase() !== TRANSMISSION_MEDIA) {
    return refuse({
      code: 'profile/media-type',
      detail: `found ${delivery.contentType ?? 'none'}; wanted ${TRANSMISSION_MEDIA}`,
    });
  }
  if (bytes.length > MAX_BYTES) {
    return refuse({ code: 'profile/too-large', detail: `found ${bytes.length} bytes; at most ${MAX_BYTES}` });
  }
  const body = utf8(bytes);
  if (body === undefined) return refuse({ code: 'profile/schema-invalid', detail: 'The body is not UTF-8' });
  const header = sealedHeader(body);
  if (!header.ok)
    return refuse({ code: 'profile/schema-invalid', detail: `${header.error.code}: ${header.error.found}` });
  const { tid, prof, to } = header.value;
  if (!isUuid(tid) || idempotencyKey !== tid) {
    return refuse({
      code: 'profile/schema-invalid',
      detail: 'The transmission id is a lower-case UUID and equals the Idempotency-Key',
      pointer: '/protected/tid',
    });
  }
  if (!to.includes(self.institutionId)) {
    return refuse({ code: 'security/recipient-wrong', detail: `This node is ${self.institutionId}` });
  }
  if (!agreements.profiles.includes(prof))
    return refuse({ code: 'profile/version-unsupported', detail: `found ${prof}` });
  const bodyHash = digestText(bytes);
  return ok({
    from: partner.institutionId,
    transmissionId: tid,
    profile: prof,
    body,
    bodyHash,
    size: bytes.length,
  });
}

type Stored = Result<string, Refusal>;

/**
 * Stores a batch in one transaction. Two processes may receive the same transmission at once: then one finds the row
 * of the other when it writes its own, and looks again.
 */
async function storeAll(context: Context, items: readonly Admitted[]): Promise<Stored[]> {
  for (let left = 3; ; left -= 1) {
    try {
      return await transaction(context.database, (tx) => storeIn(context, tx, items));
    } catch (error) {
      if (left <= 0 || !isRepetition(error)) throw error;
    }
  }
}

async function storeIn(context: Context, tx: Tx, items: readonly Admitted[]): Promise<Stored[]> {
  const at = context.clock();
  const known = await knownOf(tx, items);
  const fresh = new Map<string, Admitted>();
  for (const item of items) {
    if (!known.has(keyOf(item)) && !fresh.has(keyOf(item))) fresh.set(keyOf(item), item);
  }
  const news = [...fresh.values()];
  if (news.length > 0) {
    context.wake(tx, TASKS.process);
    // From here to the commit every other writer of the log waits.
    const log = await openLog(tx, { random: context.random, at });
    const wishes = news.map((item) => levelOne(item, at));
    const issued = sealFirst(context, log, wishes, at);
    const indexes = issued.map(({ receipt }) => receipt.log.index);
    await keepInbox(tx, news, indexes, at);
    await keepFirst(tx, issued, at);
    await log.write();
    issued.forEach(({ body }, index) => {
      const item = news[index];
      if (item !== undefined) known.set(keyOf(item), { bodyHash: item.bodyHash, receipt: body });
    });
  }
  return items.map((item) => answerTo(context, item, known.get(keyOf(item))));
}

/** unique_violation */
function isRepetition(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

interface Known {
  readonly bodyHash: string;
  /** L1, as first given */
  readonly receipt: string;
}

function answerTo(context: Context, item: Admitted, known: Known | undefined): Stored {
  if (known === undefined) throw new Error('Every delivery of a batch is stored or known');
  if (known.bodyHash === item.bodyHash) return ok(known.receipt);
  const { transmissionId, from } = item;
  context.logger.error(
    { transmissionId, from, code: 'security/transmission-id-reused' },
    'same id, other bytes',
  );
  context.count('idReused');
  return refuse({
    code: 'security/transmission-id-reused',
    detail: `found ${item.bodyHash}; ${transmissionId} came first as ${known.bodyHash}`,
    extra: { transmissionId },
  });
}

async function knownOf(tx: Tx, items: readonly Admitted[]): Promise<Map<string, Known>> {
  const ids = items.map((item) => item.transmissionId);
  const rows = await tx
    .tables<ExchangeTables>()
    .selectFrom('exchange_inbox as inbox')
    .innerJoin('exchange_receipt as receipt', (join) =>
      join
        .onRef('receipt.institution', '=', 'inbox.from_institution')
        .onRef('receipt.transmission_id', '=', 'inbox.transmission_id')
        .on('receipt.direction', '=', 'issued')
        .on('receipt.level', '=', 'L1'),
    )
    .select(['inbox.from_institution', 'inbox.transmission_id', 'inbox.body_hash', 'receipt.body'])
    .where('receipt.body', 'is not', null)
    // Said of both tables, so that each is found by its index, whatever is known of their sizes.
    .where(sql<boolean>`inbox.transmission_id = any(${ids}::uuid[])`)
    .where(sql<boolean>`receipt.transmission_id = any(${ids}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.from_institution} ${row.transmission_id}`,
      { bodyHash: row.body_hash, receipt: row.body ?? '' },
    ]),
  );
}

function levelOne(item: Admitted, at: Date): ReceiptWish {
  return {
    institution: item.from,
    prof: item.profile,
    core: {
      level: 'L1',
      transmissionId: item.transmissionId,
      bodyHash: item.bodyHash,
      receivedAt: at.toISOString(),
      outcome: 'ok',
      rules: [],
      usedIn: [],
    },
  };
}

async function keepInbox(
  tx: Tx,
  items: readonly Admitted[],
  indexes: readonly number[],
  at: Date,
): Promise<void> {
  await sql`
    insert into exchange_inbox
      (from_institution, transmission_id, profile, body, body_hash, size, log_index, received_at, due_at, state)
    select *, ${at}::timestamptz, ${at}::timestamptz, 'delivered' from unnest(
      ${items.map((item) => item.from)}::text[], ${items.map((item) => item.transmissionId)}::uuid[],
      ${items.map((item) => item.profile)}::text[], ${items.map((item) => item.body)}::text[],
      ${items.map((item) => item.bodyHash)}::text[], ${items.map((item) => item.size)}::integer[],
      ${indexes}::bigint[])
  `.execute(tx.tables<ExchangeTables>());
}

function keyOf(item: Admitted): string {
  return `${item.from} ${item.transmissionId}`;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
