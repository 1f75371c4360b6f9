/**
 * Issuing receipts. L1 is sealed at once, for it is the answer to the request. L2 and L3 are decided in the
 * transaction of the business change and sealed later, many at a time: the log is held for a batch, not for each.
 */
import { sql, transaction, type Tx } from '@urtuu/platform';
import { TASKS, type Context } from '../context.ts';
import { openLog, type OpenLog } from '../log/open-log.ts';
import type { ExchangeTables } from '../tables.ts';
import { receiptContentHash, signReceipt, type Receipt, type ReceiptCore } from './receipt.ts';

export interface ReceiptWish {
  /** institution that sent the transmission and gets the receipt */
  readonly institution: string;
  readonly prof: string;
  readonly core: Omit<ReceiptCore, 'v' | 'partDigests' | 'node' | 'institution'>;
}

export interface SealedReceipt {
  readonly institution: string;
  readonly receipt: Receipt;
  readonly body: string;
}

type Issuer = Pick<Context, 'keys' | 'origin' | 'self'>;

/** Gives each receipt the next place in the log and signs it. L1 uses the entry kind `received`, the others `receipt`. */
function sealInto(
  { keys, origin }: Issuer,
  log: OpenLog,
  wishes: readonly { readonly institution: string; readonly prof: string; readonly core: ReceiptCore }[],
  at: Date,
): SealedReceipt[] {
  const key = keys.active('sign', at);
  return wishes.map(({ institution, prof, core }) => {
    const index = log.append(core.level === 'L1' ? 'received' : 'receipt', receiptContentHash(core));
    const receipt: Receipt = { ...core, log: { origin, index } };
    return { institution, receipt, body: signReceipt(receipt, { key, prof, at }) };
  });
}

function wholeCore({ self }: Issuer, core: ReceiptWish['core']): ReceiptCore {
  return { v: '1', ...core, partDigests: [], node: self.nodeId, institution: self.institutionId };
}

/** Seals first receipts; the caller keeps them. */
export function sealFirst(
  context: Issuer,
  log: OpenLog,
  wishes: readonly ReceiptWish[],
  at: Date,
): SealedReceipt[] {
  const whole = wishes.map((wish) => ({ ...wish, core: wholeCore(context, wish.core) }));
  return sealInto(context, log, whole, at);
}

export async function keepFirst(tx: Tx, sealed: readonly SealedReceipt[], at: Date): Promise<void> {
  await sql`
    insert into exchange_receipt (direction, institution, transmission_id, level, body, outcome, at, receipt)
    select 'issued', institution, transmission_id, 'L1', body, 'ok', ${at}::timestamptz, receipt from unnest(
      ${sealed.map(({ institution }) => institution)}::text[],
      ${sealed.map(({ receipt }) => receipt.transmissionId)}::uuid[],
      ${sealed.map(({ body }) => body)}::text[],
      ${sealed.map(({ receipt }) => JSON.stringify(receipt))}::jsonb[]
    ) as new (institution, transmission_id, body, receipt)`.execute(tx.tables<ExchangeTables>());
}

/** Decides receipts above L1: rows without a seal, and a job that seals and delivers them. */
export async function decide(
  context: Issuer & Pick<Context, 'wake'>,
  tx: Tx,
  wishes: readonly ReceiptWish[],
  at: Date,
): Promise<void> {
  const of = <T>(member: (wish: ReceiptWish) => T): T[] => wishes.map(member);
  await sql`
    insert into exchange_receipt
      (direction, institution, transmission_id, level, body, outcome, at, receipt, deliver_at, tries)
    select 'issued', institution, transmission_id, level, null, outcome, ${at}::timestamptz, receipt,
      ${at}::timestamptz, 0
    from unnest(
      ${of(({ institution }) => institution)}::text[], ${of(({ core }) => core.transmissionId)}::uuid[],
      ${of(({ core }) => core.level)}::text[], ${of(({ core }) => core.outcome)}::text[],
      ${of(({ core }) => JSON.stringify(wholeCore(context, core)))}::jsonb[]
    ) as new (institution, transmission_id, level, outcome, receipt)`.execute(tx.tables<ExchangeTables>());
  const partners = new Set(wishes.map(({ institution }) => institution));
  for (const to of partners) context.wake(tx, TASKS.receipts, to);
}

interface DecidedRow {
  readonly institution: string;
  readonly transmission_id: string;
  readonly level: string;
  readonly receipt: ReceiptCore;
  readonly profile: string;
}

/** A sealed receipt above L1 that this process is to deliver. */
export interface OutgoingReceipt {
  readonly transmission_id: string;
  readonly level: string;
  readonly body: string;
  readonly tries: number;
  readonly at: Date;
}

/** Seals what was decided for a partner, at most so many, and claims it for delivery by this process. */
export async function sealDecided(
  context: Context,
  institution: string,
  most: number,
): Promise<OutgoingReceipt[]> {
  const at = context.clock();
  return transaction(context.database, async (tx) => {
    const tables = tx.tables<ExchangeTables>();
    const { rows } = await sql<DecidedRow>`
      select receipt.institution, receipt.transmission_id, receipt.level, receipt.receipt, inbox.profile
      from exchange_receipt as receipt
      join exchange_inbox as inbox
        on inbox.from_institution = receipt.institution and inbox.transmission_id = receipt.transmission_id
      where receipt.institution = ${institution} and receipt.direction = 'issued' and receipt.body is null
      order by receipt.transmission_id, receipt.level
      limit ${most} for update of receipt skip locked`.execute(tables);
    if (rows.length === 0) return [];
    const log = await openLog(tx, { random: context.random, at });
    const wishes = rows.map((row) => ({
      institution: row.institution,
      prof: row.profile,
      core: row.receipt,
    }));
    const sealed = sealInto(context, log, wishes, at);
    await log.write();
    const { rows: claimed } = await sql<OutgoingReceipt>`
      update exchange_receipt as receipt set body = new.body, receipt = new.receipt,
        lease_until = ${new Date(at.getTime() + context.schedule.lease)}
      from unnest(
        ${sealed.map((one) => one.receipt.transmissionId)}::uuid[], ${sealed.map((one) => one.receipt.level)}::text[],
        ${sealed.map((one) => one.body)}::text[], ${sealed.map((one) => JSON.stringify(one.receipt))}::jsonb[]
      ) as new (transmission_id, level, body, receipt)
      where receipt.direction = 'issued' and receipt.institution = ${institution}
        -- the index finds them by this, whatever is known of the table
        and receipt.transmission_id = any(${sealed.map((one) => one.receipt.transmissionId)}::uuid[])
        and receipt.transmission_id = new.transmission_id and receipt.level = new.level
      returning receipt.transmission_id, receipt.level, receipt.body, receipt.tries, receipt.at`.execute(
      tables,
    );
    return claimed;
  });
}
