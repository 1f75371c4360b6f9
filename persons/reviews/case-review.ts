/** What a case tells the review of its person: who was found by itself, and what a clerk settled in the case. */
import { ok, type Result } from '@urtuu/kernel';
import type { Tx } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import { NUMBER_SCHEMES } from '@urtuu/registers';
import { drawForSecondLook } from '../double-review/draw.ts';
import { decideLink, linkRefusal } from '../links/decide-link.ts';
import type { PersonsOffice } from '../office.ts';
import { keepRecords, recordOfSource } from '../records/record-store.ts';
import type { PersonFinding } from './find-person.ts';
import { candidatesOf, openReviewOf, settleReview } from './review-store.ts';

/** Name under which the rule of a clear match signs. */
const RULE = { subject: 'system:persons', name: 'Urtuu' };

/** Keeps a clear match as a link by rule, unless a decision stands already, and ends a review that waits. */
export async function linkByRule(
  office: PersonsOffice,
  tx: Tx,
  caseId: string,
  finding: PersonFinding,
): Promise<void> {
  if (finding.verdict !== 'same') return;
  if (finding.by === 'rule') {
    // A decision that stands is left as it is: the refusal says no more than that.
    await decideLink(office, tx, {
      records: [finding.asked.record_id, finding.pair.record.record_id],
      outcome: 'same',
      basis: 'rule',
      by: RULE,
      reason: 'number of the register, name, birth date and sex agree',
      newEvidence: '',
      evidence: finding.pair.evidence,
    });
  }
  const review = await openReviewOf(tx, caseId);
  if (review !== undefined) await settleReview(tx, review.review_id, 'found', office.clock());
}

export interface CaseSettlement {
  readonly caseId: string;
  readonly outcome: 'same' | 'notSame';
  /** person of the register whom the clerk names, be it one that the search did not find */
  readonly registerKey?: string;
  readonly by: { readonly subject: string; readonly name: string };
  readonly note: string;
}

/** Keeps what a clerk settled in the case itself as decisions on links, and ends the review. */
export async function settleByCase(
  office: PersonsOffice,
  tx: Tx,
  settlement: CaseSettlement,
): Promise<Result<void, Refusal>> {
  const { caseId, outcome, registerKey, by, note } = settlement;
  const review = await openReviewOf(tx, caseId);
  if (review === undefined) return ok(undefined);
  const candidates = await candidatesOf(tx, review.review_id);
  const chosen =
    outcome === 'notSame'
      ? candidates.map(({ record_id }) => record_id)
      : registerKey === undefined
        ? []
        : [await registerRecordId(office, tx, registerKey)];
  let decisionId: string = review.review_id;
  for (const record of chosen) {
    const decided = await decideLink(office, tx, {
      records: [review.asked, record],
      outcome,
      basis: 'human',
      by,
      reason: note,
      newEvidence: '',
      evidence: candidates.find(({ record_id }) => record_id === record)?.evidence,
    });
    if (decided.ok) decisionId = decided.value.decision_id;
    else if (decided.error !== 'nothingChanges') return linkRefusal(decided.error);
  }
  await settleReview(tx, review.review_id, outcome, office.clock());
  await drawForSecondLook(office, tx, {
    review,
    candidates,
    choice: outcome === 'same' ? (chosen[0] ?? null) : null,
    by,
    reason: note,
    decisionId,
  });
  return ok(undefined);
}

/** Record of a person of the register; of one nobody has read yet, the number alone. */
async function registerRecordId(office: PersonsOffice, tx: Tx, key: string): Promise<string> {
  const known = await recordOfSource(tx, 'register', key);
  if (known !== undefined) return known.record_id;
  const { register, newId, clock } = office;
  const [id = ''] = await keepRecords(
    tx,
    [
      {
        source: 'register',
        sourceKey: key,
        country: register.country,
        names: [],
        identifiers: [{ scheme: NUMBER_SCHEMES[register.country], value: key }],
        birthDate: '',
        sex: 'unknown',
        alive: true,
      },
    ],
    { newId, now: clock() },
  );
  return id;
}
