/** Attempts to deliver transmissions: the stored bytes, a fresh HTTP signature, and what the answer means. */
import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { Institution } from '../directory/directory.ts';
import { TRANSMISSION_MEDIA } from '../inbox/receive.ts';
import { callPartner } from '../partner-client.ts';
import { verifyReceipt, type Receipt } from '../receipts/receipt.ts';
import type { OutboxTable } from '../tables.ts';
import { retryAfterMillis } from './retry-schedule.ts';

export type OutboxRow = Selectable<OutboxTable>;

export type Fate =
  | { readonly kind: 'delivered'; readonly receipt: Receipt; readonly body: string }
  /** to be tried again */
  | {
      readonly kind: 'failed';
      readonly problem: string;
      readonly connected: boolean;
      readonly retryAfter?: number;
    }
  /** the partner said, signed, that trying again is of no use */
  | { readonly kind: 'refused'; readonly problem: string };

export interface Attempt {
  readonly row: OutboxRow;
  readonly at: Date;
  readonly millis: number;
  readonly fate: Fate;
}

export async function attempt(context: Context, partner: Institution, row: OutboxRow): Promise<Attempt> {
  const at = context.clock();
  const started = performance.now();
  const fate = await deliver(context, partner, row);
  return { row, at, millis: Math.round(performance.now() - started), fate };
}

/**
 * Several in one request. Those without a receipt in the answer are tried alone: that tells why.
 */
export async function attemptTogether(
  context: Context,
  partner: Institution,
  rows: readonly OutboxRow[],
): Promise<Attempt[]> {
  const at = context.clock();
  const started = performance.now();
  const answer = await callPartner(context, partner, {
    method: 'POST',
    path: '/x/v1/transmissions/batch',
    body: JSON.stringify({
      transmissions: rows.map((row) => ({ transmissionId: row.transmission_id, body: row.body })),
    }),
    contentType: 'application/json',
  });
  const millis = Math.round(performance.now() - started);
  if (answer.kind === 'silence') {
    const { problem, connected } = answer;
    return rows.map((row) => ({ row, at, millis, fate: { kind: 'failed', problem, connected } }));
  }
  const receipts = answer.status === 200 && answer.signed ? readReceipts(answer.body) : [];
  const attempts = rows.map(async (row, index): Promise<Attempt> => {
    const body = receipts[index];
    const receipt = typeof body === 'string' ? levelOneOf(context, partner, row, body) : undefined;
    return receipt === undefined || typeof body !== 'string'
      ? attempt(context, partner, row)
      : { row, at, millis, fate: { kind: 'delivered', receipt, body } };
  });
  return Promise.all(attempts);
}

function readReceipts(body: Buffer): readonly unknown[] {
  try {
    const reply: unknown = JSON.parse(body.toString());
    const receipts = typeof reply === 'object' && reply !== null && 'receipts' in reply ? reply.receipts : [];
    return Array.isArray(receipts) ? receipts : [];
  } catch {
    return [];
  }
}

async function deliver(context: Context, partner: Institution, row: OutboxRow): Promise<Fate> {
  const answer = await callPartner(context, partner, {
    method: 'POST',
    path: '/x/v1/transmissions',
    body: row.body,
    contentType: TRANSMISSION_MEDIA,
    idempotencyKey: row.transmission_id,
  });
  if (answer.kind === 'silence')
    return { kind: 'failed', problem: answer.problem, connected: answer.connected };
  if (answer.status !== 200) return problemFate(context, answer);
  if (!answer.signed) return { kind: 'failed', problem: 'security/signature-invalid', connected: true };
  const body = answer.body.toString();
  const receipt = levelOneOf(context, partner, row, body);
  return receipt === undefined
    ? { kind: 'failed', problem: 'security/signature-invalid', connected: true }
    : { kind: 'delivered', receipt, body };
}

/** The receipt, if it is one of this level for these very bytes by this partner. */
function levelOneOf(
  context: Context,
  partner: Institution,
  row: OutboxRow,
  body: string,
): Receipt | undefined {
  const keyOf = (kid: string) => partner.keys.find((key) => key.kid === kid);
  const verified = verifyReceipt(body, { keyOf, at: context.clock() });
  if (!verified.ok) return undefined;
  const { receipt } = verified.value;
  const fits =
    receipt.level === 'L1' &&
    receipt.transmissionId === row.transmission_id &&
    receipt.bodyHash === row.body_hash &&
    receipt.institution === partner.institutionId;
  return fits ? receipt : undefined;
}

/**
 * Only a signed problem that says so ends the attempts: an unsigned 403 may come from a proxy, and a failure of the
 * partner's own machine (5xx) may pass, whatever it says of itself.
 */
function problemFate(
  context: Context,
  answer: { status: number; body: Buffer; retryAfter: string | null; signed: boolean },
): Fate {
  const { code, retryable } = readProblem(answer.body);
  if (answer.signed && answer.status < 500 && code !== undefined && !retryable)
    return { kind: 'refused', problem: code };
  const retryAfter = retryAfterMillis(answer.retryAfter, context.clock());
  const problem = code ?? (answer.status === 429 ? 'transport/overloaded' : 'transport/unavailable');
  return { kind: 'failed', problem, connected: true, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

function readProblem(body: Buffer): { code: string | undefined; retryable: boolean } {
  try {
    const problem: unknown = JSON.parse(body.toString());
    if (typeof problem !== 'object' || problem === null) return { code: undefined, retryable: true };
    const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : undefined;
    return { code, retryable: !('retryable' in problem) || problem.retryable !== false };
  } catch {
    return { code: undefined, retryable: true };
  }
}
