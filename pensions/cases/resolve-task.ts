/** A clerk settles a task: what follows from the outcome happens in the same transaction, or as its job. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { enqueue, type Principal, refusable } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { TaskView } from '../contract.ts';
import { DRAW_OWN_DECISION } from '../decision/own-decision-job.ts';
import type { Office } from '../office.ts';
import { displayName } from '../person/person.ts';
import { readPerson } from '../person/person-store.ts';
import { answerQuestions } from '../inbox/partner-question.ts';
import { answerRequest } from '../register/answer-request.ts';
import { followIdentity } from '../register/settle-identity.ts';
import type { PensionsTables, TaskRow } from '../tables.ts';
import type { TaskResolution } from '../terms.ts';
import { lockCase } from './case-store.ts';
import { workOn, type CaseWork } from './case-work.ts';
import { RESOLUTIONS, taskView } from './tasks.ts';

export interface Settlement {
  readonly taskId: string;
  readonly outcome: TaskResolution;
  readonly registerKey?: string;
  readonly note: string;
  readonly principal: Principal;
}

export interface SettledTask {
  readonly view: TaskView;
  readonly personKey: string;
}

export async function resolveTask(
  office: Office,
  settlement: Settlement,
): Promise<Result<SettledTask, Refusal>> {
  const { taskId, outcome, registerKey, note, principal } = settlement;
  return refusable(office, async (tx) => {
    const found = await tx
      .tables<PensionsTables>()
      .selectFrom('pensions_task')
      .selectAll()
      .where('task_id', '=', taskId)
      .executeTakeFirst();
    if (found === undefined) return refuse({ code: 'business/not-found' });
    const row = await lockCase(tx, found.case_id);
    if (row === undefined) throw new Error(`Task without a case: ${taskId}`);
    // Read again behind the lock: two clerks may settle at once.
    const task = await tx
      .tables<PensionsTables>()
      .selectFrom('pensions_task')
      .selectAll()
      .where('task_id', '=', taskId)
      .executeTakeFirstOrThrow();
    const refusal = refusalOf(task, outcome, registerKey);
    if (refusal !== undefined) return refuse(refusal);

    const by = { subject: principal.subject, name: principal.name };
    const key = registerKey ?? task.candidates[0]?.registerKey;
    if (outcome === 'samePerson' || outcome === 'notSamePerson') {
      const linked = await office.persons.settleByCase(tx, {
        caseId: row.case_id,
        outcome: outcome === 'samePerson' ? 'same' : 'notSame',
        ...(key === undefined ? {} : { registerKey: key }),
        by,
        note,
      });
      if (!linked.ok) return linked;
    }
    const work = workOn(office, tx, row, by);
    await work.settleTask(task.kind, outcome, note);
    await work.event('taskResolved', { task: task.kind, outcome });
    await work.audited('task.resolved', { taskId, kind: task.kind, outcome });
    await follow(work, outcome, key, note);
    await work.settle();

    const person = await readPerson(tx, row.person_key);
    const settled = await tx
      .tables<PensionsTables>()
      .selectFrom('pensions_task')
      .selectAll()
      .where('task_id', '=', taskId)
      .executeTakeFirstOrThrow();
    return ok({
      view: taskView(settled, person === undefined ? '' : displayName(person)),
      personKey: row.person_key,
    });
  });
}

function refusalOf(
  task: TaskRow,
  outcome: TaskResolution,
  registerKey: string | undefined,
): Refusal | undefined {
  const possible: readonly TaskResolution[] = RESOLUTIONS[task.kind];
  if (task.state === 'done') return notAllowed('the task has been settled already');
  if (!possible.includes(outcome)) {
    return notAllowed(`a task ${task.kind} is settled by ${possible.join(' or ') || 'the act it asks for'}`);
  }
  if (outcome !== 'samePerson') return undefined;
  const keys = task.candidates.map((candidate) => candidate.registerKey);
  if (registerKey === undefined && keys.length !== 1) {
    return notAllowed('say which person of the register it is (registerKey)');
  }
  // A clerk may name a number that the search did not find, but not choose beside candidates that it did.
  if (registerKey !== undefined && keys.length > 0 && !keys.includes(registerKey)) {
    return notAllowed('the register key is not one of the candidates');
  }
  return undefined;
}

function notAllowed(detail: string): Refusal {
  return { code: 'business/action-not-allowed', detail };
}

async function follow(
  work: CaseWork,
  outcome: TaskResolution,
  registerKey: string | undefined,
  note: string,
): Promise<void> {
  const { tx, row } = work;
  switch (outcome) {
    case 'samePerson':
      await followIdentity(work, registerKey);
      return;
    case 'notSamePerson':
      await followIdentity(work, undefined);
      return;
    case 'acceptEvidence':
    case 'answerWithoutEvidence':
      await accept(work, outcome === 'acceptEvidence' ? 'all' : 'certifiedOnly');
      await answerRequest(work);
      await enqueue(tx, DRAW_OWN_DECISION, { caseId: row.case_id });
      return;
    case 'answerPartner':
      await answerQuestions(work, note);
      return;
    case 'done':
      return;
  }
}

async function accept({ tx, row }: CaseWork, accepted: 'all' | 'certifiedOnly'): Promise<void> {
  await tx
    .tables<PensionsTables>()
    .updateTable('pensions_register_answer')
    .set({ accepted })
    .where('case_id', '=', row.case_id)
    .where('accepted', 'is', null)
    .execute();
}
