/** Who the person is in the own register has been settled by a clerk, in the case or in its review: what follows. */
import { enqueue, type Tx } from '@urtuu/platform';
import type { ReviewEnd, ReviewReopening } from '@urtuu/persons';
import type { FoldedRows } from '@urtuu/registers';
import { lockCase } from '../cases/case-store.ts';
import { tasksOfCase } from '../cases/tasks.ts';
import { workOn, type CaseWork } from '../cases/case-work.ts';
import { DRAW_OWN_DECISION } from '../decision/own-decision-job.ts';
import type { Office } from '../office.ts';
import { answerRequest } from './answer-request.ts';
import { keepRows } from './fetch-register.ts';
import { askRegister } from './register-jobs.ts';

/** The register is asked for the person named, or the case goes on with nobody of the register. */
export async function followIdentity(work: CaseWork, registerKey: string | undefined): Promise<void> {
  const { tx, office, row } = work;
  if (registerKey !== undefined) {
    await askRegister(office, tx, row.case_id, registerKey);
    return;
  }
  await keepRows(work, {
    answerId: office.newId<'RegisterAnswer'>(),
    key: '',
    rows: [],
    folded: NOTHING,
    doubtful: false,
  });
  await answerRequest(work);
  await enqueue(tx, DRAW_OWN_DECISION, { caseId: row.case_id });
}

/** A review has ended: the task of the case ends with it. */
export async function takeReviewEnd(office: Office, tx: Tx, end: ReviewEnd): Promise<void> {
  const row = await lockCase(tx, end.caseId);
  if (row === undefined) throw new Error(`Review without a case: ${end.caseId}`);
  const outcome = end.outcome === 'same' ? 'samePerson' : 'notSamePerson';
  const work = workOn(office, tx, row, end.by);
  await work.settleTask('identityDoubt', outcome, end.note);
  await work.event('taskResolved', { task: 'identityDoubt', outcome });
  await work.audited('task.resolved', { kind: 'identityDoubt', outcome });
  await followIdentity(work, end.outcome === 'same' ? end.registerKey : undefined);
  await work.settle();
}

/**
 * What had settled a review was withdrawn: the case has its task again, with the candidates of the one before. What
 * went to the other state meanwhile stays there; it is corrected by what follows from the next decision.
 */
export async function takeReviewReopened(office: Office, tx: Tx, reopening: ReviewReopening): Promise<void> {
  const row = await lockCase(tx, reopening.caseId);
  if (row === undefined) throw new Error(`Review without a case: ${reopening.caseId}`);
  const before = (await tasksOfCase(tx, row.case_id)).findLast(({ kind }) => kind === 'identityDoubt');
  const work = workOn(office, tx, row, reopening.by);
  await work.openTask({
    kind: 'identityDoubt',
    reason: { code: 'identityReopened', values: {} },
    candidates: before?.candidates ?? [],
  });
  await work.audited('task.reopened', { kind: 'identityDoubt' });
  await work.settle();
}

/** The register holds nothing of this person. */
const NOTHING: FoldedRows = { periods: [], earnings: [], accounts: [], benefits: [], doubts: [], trace: [] };
