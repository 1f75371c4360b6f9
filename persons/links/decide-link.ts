/** Decides of two records, by a human or by the rule of a clear match; the decision is signed and kept for good. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { audit, jsonb, sql, type Queries, type Tx } from '@urtuu/platform';
import type { PersonsOffice } from '../office.ts';
import type { PairEvidence } from '../scoring/evidence.ts';
import type { DecisionRow, PersonsTables } from '../tables.ts';
import { mayDecide, type ActRefusal, type LinkBasis, type LinkOutcome, type Standing } from './standing.ts';
import { statementOf } from './statement.ts';

export interface LinkAct {
  readonly records: readonly [string, string];
  readonly outcome: LinkOutcome;
  readonly basis: LinkBasis;
  readonly by: { readonly subject: string; readonly name: string };
  readonly reason: string;
  /** what was not known when the decision that stands was made; '' if nothing */
  readonly newEvidence: string;
  readonly evidence: PairEvidence | undefined;
}

export async function decideLink(
  office: PersonsOffice,
  tx: Tx,
  act: LinkAct,
): Promise<Result<DecisionRow, ActRefusal>> {
  const [record_a, record_b] = pairOf(act.records);
  const db = tx.tables<PersonsTables>();
  // Two who decide of one pair at once do so one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`link ${record_a} ${record_b}`}, 0))`.execute(db);
  const standing = await standingOf(tx, act.records);
  const { subject, name } = act.by;
  const may = mayDecide(standing, { ...act, by: subject });
  if (!may.ok) return may;

  const unsigned = {
    decision_id: office.newId<'LinkDecision'>(),
    record_a,
    record_b,
    outcome: act.outcome,
    basis: act.basis,
    replaces: standing?.decisionId ?? null,
    decided_by: subject,
    decided_by_name: name,
    reason: act.reason,
    new_evidence: act.newEvidence,
    evidence: act.evidence ?? null,
    decided_at: office.clock(),
  };
  const row: DecisionRow = {
    ...unsigned,
    statement: office.statements.sign(statementOf(unsigned), unsigned.decided_at),
  };
  await db
    .insertInto('persons_decision')
    .values({ ...row, evidence: row.evidence === null ? null : jsonb(row.evidence) })
    .execute();
  await stand(tx, row);
  await audit(tx, {
    actor: subject,
    actorName: name,
    action: 'link.decided',
    subject: { kind: 'linkDecision', id: row.decision_id },
    data: { outcome: row.outcome, basis: row.basis, replaces: row.replaces },
    at: row.decided_at,
  });
  return ok(row);
}

/** What stands of the pair from now on. */
async function stand(tx: Tx, row: DecisionRow): Promise<void> {
  const db = tx.tables<PersonsTables>();
  const { record_a, record_b, outcome, basis, decision_id } = row;
  await db
    .deleteFrom('persons_link')
    .where('record_a', '=', record_a)
    .where('record_b', '=', record_b)
    .execute();
  if (outcome === 'withdrawn') return;
  const score = row.evidence?.score ?? 0;
  await db
    .insertInto('persons_link')
    .values({ record_a, record_b, outcome, basis, score, decision_id })
    .execute();
}

export async function standingOf(
  queries: Queries,
  records: readonly [string, string],
): Promise<Standing | undefined> {
  const [record_a, record_b] = pairOf(records);
  const row = await queries
    .tables<PersonsTables>()
    .selectFrom('persons_link')
    .innerJoin('persons_decision', 'persons_decision.decision_id', 'persons_link.decision_id')
    .select([
      'persons_link.decision_id',
      'persons_link.outcome',
      'persons_link.basis',
      'persons_decision.decided_by',
    ])
    .where('persons_link.record_a', '=', record_a)
    .where('persons_link.record_b', '=', record_b)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    decisionId: row.decision_id,
    outcome: row.outcome,
    basis: row.basis,
    decidedBy: row.decided_by,
  };
}

export function pairOf([x, y]: readonly [string, string]): readonly [string, string] {
  return x < y ? [x, y] : [y, x];
}

/** Every decision of a pair, oldest first. */
export async function decisionsOfPair(
  queries: Queries,
  records: readonly [string, string],
): Promise<DecisionRow[]> {
  const [record_a, record_b] = pairOf(records);
  return queries
    .tables<PersonsTables>()
    .selectFrom('persons_decision')
    .selectAll()
    .where('record_a', '=', record_a)
    .where('record_b', '=', record_b)
    .orderBy('decided_at')
    .orderBy('decision_id')
    .execute();
}

/** Every decision that names a record, oldest first. */
export async function decisionsOf(queries: Queries, recordId: string): Promise<DecisionRow[]> {
  return queries
    .tables<PersonsTables>()
    .selectFrom('persons_decision')
    .selectAll()
    .where((where) => where.or([where('record_a', '=', recordId), where('record_b', '=', recordId)]))
    .orderBy('decided_at')
    .orderBy('decision_id')
    .execute();
}

/** Refuses as the routes say it. */
export function linkRefusal(
  code: ActRefusal,
): Result<never, { code: 'business/link-refused'; detail: string; extra: { reason: ActRefusal } }> {
  return refuse({ code: 'business/link-refused', detail: DETAILS[code], extra: { reason: code } });
}

const DETAILS = {
  nothingChanges: 'what is wanted stands already, or there is nothing to withdraw',
  humanDecided: 'a human has decided of these records; a rule does not change that',
  secondPersonNeeded: 'who said that they are not the same cannot reopen it; a second person can',
  newEvidenceNeeded: 'say what is known now that was not known then (newEvidence)',
} as const satisfies Record<ActRefusal, string>;
