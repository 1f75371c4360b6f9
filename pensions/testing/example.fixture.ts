/** The cases of `examples/`, and the steps clerks take in them, through the public door of both states. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseRegisterPeople } from '@urtuu/registers';
import type { CaseView, ClaimInput, DecisionView, TaskView } from '../contract.ts';
import { until, type Country, type State, type TwoStates } from './two-states.fixture.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);

export interface Step {
  readonly do:
    | 'registerClaim'
    | 'requestPeriods'
    | 'forwardClaim'
    | 'resolveTask'
    | 'changeRegister'
    | 'drawDecision'
    | 'approveDecision';
  readonly at: Country;
  readonly task?: TaskView['kind'];
  readonly outcome?: NonNullable<TaskView['resolution']>['outcome'];
  readonly note?: string;
  readonly file?: string;
  readonly on?: string;
  readonly assumeInForceFrom?: string;
}

export interface Example {
  readonly name: string;
  readonly filedIn: Country;
  readonly filedOn: string;
  readonly citizen: string;
  readonly steps: readonly Step[];
  readonly expected: {
    readonly assess: {
      readonly law: 'kz' | 'mn';
      readonly simulation: boolean;
      readonly outcome: string;
      readonly components: readonly {
        readonly component: string;
        readonly outcome: string;
        readonly amount?: string;
      }[];
      readonly total?: { readonly amount: string; readonly currency: string };
      readonly until?: string;
    };
    readonly journey: {
      readonly automaticAnswer: boolean;
      readonly tasks: readonly string[];
      readonly anyPeriods: boolean;
    };
  };
}

export function readExample(name: string): Example {
  return read(name, 'case.json') as Example;
}

export function readClaim(name: string): ClaimInput {
  return read(name, 'claim.json') as ClaimInput;
}

/** Puts the people of an example's register file into the state's register. */
export function loadRegister(state: State, name: string, file: string): void {
  const people = parseRegisterPeople(read(name, file));
  assert.ok(people.ok);
  state.register.load(people.value);
}

function read(name: string, file: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}/${file}`, EXAMPLES), 'utf8'));
}

/** Takes the steps of an example and answers its case; each step waits for what it needs. */
export async function travel(states: TwoStates, example: Example): Promise<string> {
  for (const country of ['MN', 'KZ'] as const) {
    loadRegister(states[country], example.name, `register.${country.toLowerCase()}.json`);
  }
  let caseId = '';
  for (const step of example.steps) {
    const state = states[step.at];
    if (step.do === 'registerClaim') {
      const opened = await state.clerk.registerClaim({ body: readClaim(example.name) });
      caseId = opened.caseId;
    } else {
      await take(state, example, step, caseId);
    }
  }
  return caseId;
}

async function take(state: State, example: Example, step: Step, caseId: string): Promise<void> {
  const params = { caseId };
  switch (step.do) {
    case 'registerClaim':
      return;
    case 'requestPeriods':
    case 'forwardClaim': {
      const at = await allowed(state, caseId, step.do);
      await state.clerk[step.do]({ params, ifMatch: at.version });
      return;
    }
    case 'changeRegister':
      loadRegister(state, example.name, step.file ?? '');
      return;
    case 'resolveTask': {
      const task = await openTask(state, caseId, step.task);
      await state.clerk.resolveTask({
        params: { taskId: task.taskId },
        body: { outcome: step.outcome ?? 'done', note: step.note ?? 'settled' },
      });
      return;
    }
    case 'drawDecision': {
      const at = await allowed(state, caseId, 'drawDecision');
      const { on, assumeInForceFrom } = step;
      await state.clerk.drawDecision({
        params,
        ifMatch: at.version,
        body: {
          ...(on === undefined ? {} : { on }),
          ...(assumeInForceFrom === undefined ? {} : { assumeInForceFrom }),
        },
      });
      return;
    }
    case 'approveDecision': {
      const at = await allowed(state, caseId, 'approveDecision');
      await state.supervisor.approveDecision({ params, ifMatch: at.version });
      return;
    }
  }
}

export async function caseSeen(state: State, caseId: string): Promise<CaseView | undefined> {
  return state.supervisor.readCase({ params: { caseId } }).catch(() => undefined);
}

/** The case as soon as it allows an action, and no task of doubt stands before it. */
export async function allowed(state: State, caseId: string, action: string): Promise<CaseView> {
  return until(`${action} at ${state.country}`, async () => {
    const view = await caseSeen(state, caseId);
    return view?.allowedActions.some((entry) => entry.action === action && entry.allowed) === true && view;
  });
}

export async function openTask(
  state: State,
  caseId: string,
  kind: TaskView['kind'] | undefined,
): Promise<TaskView> {
  return until(`task ${kind} at ${state.country}`, async () => {
    const view = await caseSeen(state, caseId);
    return view?.tasks.find((task) => task.kind === kind && task.state === 'open');
  });
}

export async function reaches(state: State, caseId: string, wanted: CaseView['state']): Promise<CaseView> {
  return until(`${wanted} at ${state.country}`, async () => {
    const view = await caseSeen(state, caseId);
    return view?.state === wanted && view;
  });
}

/** The decision of the state itself that stands. */
export function ownDecision(view: CaseView, country: Country): DecisionView {
  const decision = view.decisions.find((one) => one.country === country && one.state === 'notified');
  assert.ok(decision);
  return decision;
}
