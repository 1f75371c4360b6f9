/** Work that waits for a human: opened once per question, settled with an outcome and a note. */
import type { NewId } from '@urtuu/kernel';
import { jsonb, sql, type Queries, type Tx } from '@urtuu/platform';
import { displayName } from '../person/person.ts';
import { meantBy } from './search.ts';
import type { PensionsTables, TaskRow } from '../tables.ts';
import type { IdentityComparison, Reason, TaskKind, TaskResolution, TaskResolutionRecord } from '../terms.ts';
import type { TaskView } from '../contract.ts';

/** The ways in which each kind of task can be settled by hand; the others end by the act they ask for. */
export const RESOLUTIONS = {
  identityDoubt: ['samePerson', 'notSamePerson'],
  evidenceDoubt: ['acceptEvidence', 'answerWithoutEvidence'],
  approveDecision: [],
  drawDecision: [],
  partnerRejected: ['done'],
  deathReported: ['done'],
  partnerQuestion: ['answerPartner'],
  readDocument: ['done'],
} as const satisfies Record<TaskKind, readonly TaskResolution[]>;

export interface NewTask {
  readonly caseId: string;
  readonly kind: TaskKind;
  readonly reason: Reason;
  readonly candidates?: readonly IdentityComparison[];
}

/** Opens a task; where one of its kind is open in the case already, nothing happens. Answers whether it was opened. */
export async function openTask(
  tx: Tx,
  task: NewTask,
  { newId, now }: { readonly newId: NewId; readonly now: Date },
): Promise<boolean> {
  const added = await tx
    .tables<PensionsTables>()
    .insertInto('pensions_task')
    .values({
      task_id: newId<'Task'>(),
      case_id: task.caseId,
      kind: task.kind,
      state: 'open',
      reason_code: task.reason.code,
      reason_values: jsonb(task.reason.values),
      candidates: jsonb(task.candidates ?? []),
      created_at: now,
      due_on: null,
      assigned_to: null,
      resolution: null,
    })
    // Written out: of a parameter the planner cannot tell that it fits the partial index, once the plan is kept.
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'kind']).where('state', '=', sql.lit('open')).doNothing(),
    )
    .returning('task_id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Settles the open task of a kind, if there is one. */
export async function settleTask(
  tx: Tx,
  caseId: string,
  kind: TaskKind,
  resolution: TaskResolutionRecord,
): Promise<void> {
  await tx
    .tables<PensionsTables>()
    .updateTable('pensions_task')
    .set({ state: 'done', resolution: jsonb(resolution) })
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .execute();
}

export async function tasksOfCase(queries: Queries, caseId: string): Promise<TaskRow[]> {
  return queries
    .tables<PensionsTables>()
    .selectFrom('pensions_task')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .orderBy('task_id')
    .execute();
}

export function taskView(task: TaskRow, personName: string): TaskView {
  return {
    taskId: task.task_id,
    kind: task.kind,
    state: task.state,
    reason: { code: task.reason_code, values: { ...task.reason_values } },
    caseId: task.case_id,
    personName,
    createdAt: task.created_at.toISOString(),
    dueOn: task.due_on,
    assignedTo: task.assigned_to,
    resolutions: task.state === 'open' ? [...RESOLUTIONS[task.kind]] : [],
    ...(task.resolution === null ? {} : { resolution: task.resolution }),
    candidates: task.candidates.map((candidate) => ({ ...candidate, fields: [...candidate.fields] })),
  };
}

export interface ListedTask {
  readonly view: TaskView;
  readonly personKey: string;
}

/** Tasks of the node, those with a due day first, then the oldest; at most 200. */
export async function listTasks(
  queries: Queries,
  wanted: { readonly state: 'open' | 'done'; readonly words: readonly string[] },
): Promise<ListedTask[]> {
  let query = queries
    .tables<PensionsTables>()
    .selectFrom('pensions_task')
    .innerJoin('pensions_case', 'pensions_case.case_id', 'pensions_task.case_id')
    .innerJoin('pensions_person', 'pensions_person.person_key', 'pensions_case.person_key')
    .selectAll('pensions_task')
    .select(['pensions_person.person', 'pensions_person.person_key'])
    .where('pensions_task.state', '=', wanted.state)
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('pensions_task.created_at')
    .orderBy('task_id')
    .limit(200);
  for (const word of wanted.words) {
    query = query.where((where) => meantBy(where, word));
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    view: taskView(row, displayName(row.person)),
    personKey: row.person_key,
  }));
}
