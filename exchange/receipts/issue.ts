/** Issuing receipts: a place in the log, a signature, a row; L2 and L3 are then delivered to the sender. */
import { enqueue, jsonb, type Tx } from '@urtuu/platform';
import { TASKS, type Context } from '../context.ts';
import type { OpenLog } from '../log/log-store.ts';
import type { ExchangeTables } from '../tables.ts';
import {
  receiptContentHash,
  signReceipt,
  type Receipt,
  type ReceiptCore,
  type ReceiptLevel,
} from './receipt.ts';

export interface ReceiptWish {
  /** institution that sent the transmission and gets the receipt */
  readonly institution: string;
  readonly prof: string;
  readonly core: Omit<ReceiptCore, 'v' | 'partDigests' | 'node' | 'institution'>;
}

export interface IssuedReceipt {
  readonly institution: string;
  readonly receipt: Receipt;
  readonly body: string;
}

/** Signs receipts, giving each the next place in the log. L1 uses the entry kind `received`, the others `receipt`. */
export function issueReceipts(
  context: Pick<Context, 'keys' | 'origin' | 'self'>,
  log: OpenLog,
  wishes: readonly ReceiptWish[],
  at: Date,
): IssuedReceipt[] {
  const key = context.keys.active('sign', at);
  const { nodeId, institutionId } = context.self;
  return wishes.map(({ institution, prof, core }) => {
    const whole: ReceiptCore = { v: '1', ...core, partDigests: [], node: nodeId, institution: institutionId };
    const index = log.append(core.level === 'L1' ? 'received' : 'receipt', receiptContentHash(whole));
    const receipt: Receipt = { ...whole, log: { origin: context.origin, index } };
    return { institution, receipt, body: signReceipt(receipt, { key, prof, at }) };
  });
}

/** Keeps issued receipts; those above L1, which the answer to the request already carries, are to be delivered. */
export async function keepIssued(tx: Tx, issued: readonly IssuedReceipt[], at: Date): Promise<void> {
  if (issued.length === 0) return;
  await tx
    .tables<ExchangeTables>()
    .insertInto('exchange_receipt')
    .values(
      issued.map(({ institution, receipt, body }) => ({
        direction: 'issued' as const,
        institution,
        transmission_id: receipt.transmissionId,
        level: receipt.level,
        body,
        outcome: receipt.outcome,
        at,
        receipt: jsonb(receipt),
        deliver_at: receipt.level === 'L1' ? null : at,
        tries: 0,
      })),
    )
    .execute();
  const partners = new Set(
    issued.filter(({ receipt }) => isDelivered(receipt.level)).map(({ institution }) => institution),
  );
  for (const to of partners) await enqueue(tx, TASKS.receipts, { to }, { jobKey: `${TASKS.receipts}:${to}` });
}

function isDelivered(level: ReceiptLevel): boolean {
  return level !== 'L1';
}
