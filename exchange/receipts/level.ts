import type { Selectable } from 'kysely';
import type { RuleViolation } from '../rules/rules.ts';
import type { InboxTable } from '../tables.ts';
import type { ReceiptWish } from './issue.ts';

/** What is said about a received transmission. */
export interface Verdict {
  readonly rules: readonly RuleViolation[];
  readonly outcome: 'ok' | 'rejected';
  readonly usedIn: readonly string[];
  readonly document?: { readonly documentId: string; readonly version: number; readonly digest?: string };
}

type Row = Pick<
  Selectable<InboxTable>,
  'from_institution' | 'profile' | 'transmission_id' | 'body_hash' | 'received_at'
>;

/** The wish for a receipt above L1. */
export function levelOf(level: 'L2' | 'L3', row: Row, wanted: Verdict, at: Date): ReceiptWish {
  return {
    institution: row.from_institution,
    prof: row.profile,
    core: {
      level,
      transmissionId: row.transmission_id,
      bodyHash: row.body_hash,
      ...(wanted.document === undefined ? {} : { document: wanted.document }),
      receivedAt: row.received_at.toISOString(),
      decidedAt: at.toISOString(),
      outcome: wanted.outcome,
      rules: wanted.rules.map(({ id, pointer, severity }) => ({ id, pointer, severity })),
      usedIn: level === 'L3' ? [...wanted.usedIn] : [],
    },
  };
}
