/** The verdicts on received transmissions, written down: their states, and the receipts above L1 that follow. */
import { sql, type Tx } from '@urtuu/platform';
import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { Envelope } from '../envelope.ts';
import { decide } from '../receipts/issue.ts';
import { levelOf, type Verdict } from '../receipts/level.ts';
import type { ExchangeTables, InboxTable } from '../tables.ts';

export interface Answer {
  readonly row: Selectable<InboxTable>;
  readonly verdict: Verdict;
  /** known where the document could be opened */
  readonly envelope: Envelope | undefined;
}

/** Writes L2, and L3 where it was used already, and the state that follows. */
export async function answerAll(context: Context, tx: Tx, answers: readonly Answer[]): Promise<void> {
  if (answers.length === 0) return;
  const of = <T>(member: (answer: Answer) => T): T[] => answers.map(member);
  await sql`
    update exchange_inbox as inbox set
      state = new.state, due_at = null, lease_until = null, waiting_for = null,
      case_id = coalesce(new.case_id, inbox.case_id), document_id = coalesce(new.document_id, inbox.document_id),
      document_version = coalesce(new.version, inbox.document_version),
      document_type = coalesce(new.document_type, inbox.document_type),
      purpose = coalesce(new.purpose, inbox.purpose), legal_basis = coalesce(new.legal_basis, inbox.legal_basis)
    from unnest(
      ${of(({ row }) => row.from_institution)}::text[], ${of(({ row }) => row.transmission_id)}::uuid[],
      ${of(({ verdict }) => stateAfter(verdict))}::text[],
      ${of(({ envelope }) => envelope?.case.caseId ?? null)}::uuid[],
      ${of(({ envelope }) => envelope?.document.documentId ?? null)}::uuid[],
      ${of(({ envelope }) => envelope?.document.version ?? null)}::integer[],
      ${of(({ envelope }) => envelope?.document.type ?? null)}::text[],
      ${of(({ envelope }) => envelope?.purpose.code ?? null)}::text[],
      ${of(({ envelope }) => envelope?.purpose.legalBasis ?? null)}::text[]
    ) as new (institution, transmission_id, state, case_id, document_id, version, document_type, purpose, legal_basis)
    where inbox.from_institution = new.institution and inbox.transmission_id = new.transmission_id
  `.execute(tx.tables<ExchangeTables>());
  const at = context.clock();
  const wishes = answers.flatMap(({ row, verdict }) => {
    const levels = verdict.usedIn.length > 0 ? (['L2', 'L3'] as const) : (['L2'] as const);
    return levels.map((level) => levelOf(level, row, verdict, at));
  });
  await decide(context, tx, wishes, at);
}

function stateAfter({ outcome, usedIn }: Verdict): 'rejected' | 'processed' | 'accepted' {
  if (outcome === 'rejected') return 'rejected';
  return usedIn.length > 0 ? 'processed' : 'accepted';
}
