/** The journey of one example through both nodes, by their public API, step by step as its `case.json` says. */
import type { CaseView } from '@urtuu/pensions/contract';
import type { Example, ExampleStep } from '../synth/index.ts';
import { allows, awaitCase, openTask, type Country, type Office, type Waiting } from './office.ts';

export interface JourneyOptions {
  readonly offices: Readonly<Record<Country, Office>>;
  readonly example: Example;
  /** Loads a file of the example into a state's register; absent where the registers cannot be reached. */
  readonly changeRegister?: (country: Country, file: string) => Promise<void>;
  /** Hypothetical entry into force for all decisions, instead of that of the example. */
  readonly assumeInForceFrom?: string;
  readonly waiting: Waiting;
  readonly tell: (event: JourneyEvent) => void;
}

export interface JourneyEvent {
  readonly at: Country;
  /** Step of the example, or what the corridor did by itself. */
  readonly step: string;
  readonly detail: string;
}

export interface JourneyEnd {
  readonly caseId: string;
  /** The case as each state has it at the end. */
  readonly cases: Readonly<Record<Country, CaseView>>;
}

export async function travel(options: JourneyOptions): Promise<JourneyEnd> {
  let caseId: string | undefined;
  for (const step of options.example.case.steps) {
    if (step.do === 'registerClaim') {
      caseId = await register(options, step.at);
      continue;
    }
    if (caseId === undefined) throw new Error('The first step of an example registers the claim');
    await take(options, step, caseId);
  }
  if (caseId === undefined) throw new Error('The example registers no claim');
  return { caseId, cases: await settled(options, caseId) };
}

async function register({ offices, example, tell }: JourneyOptions, at: Country): Promise<string> {
  const view = await offices[at].clerk.registerClaim({ body: example.claim });
  const detail = `claim of ${view.personName}, filed on ${view.claim.filedOn}; case ${view.fileNumber}`;
  tell({ at, step: 'registerClaim', detail });
  return view.caseId;
}

type Later = Exclude<ExampleStep, { do: 'registerClaim' }>;

async function take(options: JourneyOptions, step: Later, caseId: string): Promise<void> {
  const { offices, waiting, tell } = options;
  const office = offices[step.at];
  const params = { caseId };
  const ready = (action: string): Promise<CaseView> =>
    awaitCase(office, caseId, `${action} allowed`, allows(action), waiting);
  switch (step.do) {
    case 'requestPeriods': {
      await office.clerk.requestPeriods({ params, ifMatch: (await ready('requestPeriods')).version });
      tell({ at: step.at, step: step.do, detail: 'asked the other state for its periods' });
      return;
    }
    case 'forwardClaim': {
      await office.clerk.forwardClaim({ params, ifMatch: (await ready('forwardClaim')).version });
      tell({
        at: step.at,
        step: step.do,
        detail: 'sent the claim to the state of residence; the filing date is kept',
      });
      return;
    }
    case 'resolveTask': {
      const { task: kind, outcome, note, registerKey } = step;
      const hasTask = (view: CaseView): boolean => openTask(view, kind) !== undefined;
      const view = await awaitCase(office, caseId, `task ${kind}`, hasTask, waiting);
      const task = openTask(view, kind);
      if (task === undefined) return;
      const body = { outcome, note, ...(registerKey === undefined ? {} : { registerKey }) };
      await office.clerk.resolveTask({ params: { taskId: task.taskId }, body });
      tell({ at: step.at, step: step.do, detail: `${kind} (${task.reason.code}): ${outcome}` });
      return;
    }
    case 'changeRegister': {
      if (options.changeRegister === undefined)
        throw new Error('This example changes a register, which is out of reach here');
      await options.changeRegister(step.at, step.file);
      tell({ at: step.at, step: step.do, detail: step.file });
      return;
    }
    case 'drawDecision': {
      const view = await ready('drawDecision');
      const inForce = options.assumeInForceFrom ?? step.assumeInForceFrom;
      const drawn = await office.clerk.drawDecision({
        params,
        ifMatch: view.version,
        body: {
          on: step.on,
          ...(inForce === undefined ? {} : { assumeInForceFrom: inForce }),
          ...(step.assume === undefined ? {} : { assume: step.assume }),
        },
      });
      tell({ at: step.at, step: step.do, detail: whatWasCertified(view) });
      const draft = drawn.decisions.find(({ state }) => state === 'draft');
      if (draft !== undefined) tell({ at: step.at, step: 'drafted', detail: amountsOf(draft) });
      return;
    }
    case 'approveDecision': {
      const view = await ready('approveDecision');
      const approved = await office.supervisor.approveDecision({ params, ifMatch: view.version });
      const decision = approved.decisions.findLast(({ country }) => country === step.at);
      tell({ at: step.at, step: step.do, detail: decision === undefined ? 'approved' : amountsOf(decision) });
    }
  }
}

type Decision = CaseView['decisions'][number];

/** Result and amounts in one line. */
export function amountsOf({ result, assessment }: Decision): string {
  const amounts = assessment.components.flatMap(({ component, amount, currency }) =>
    amount === undefined ? [] : [`${component} ${amount} ${currency}`],
  );
  const missing = assessment.missing.map(({ fact }) => fact);
  return [result, ...amounts, ...(missing.length === 0 ? [] : [`missing ${missing.join(', ')}`])].join('; ');
}

function whatWasCertified(view: CaseView): string {
  const periods = view.periods.filter(({ source }) => source === 'partner').length;
  const received = view.transmissions.find(({ document }) => document.type === 'PeriodCertificate');
  if (received === undefined) return 'without a certificate of the other state';
  const levels = [...new Set(received.receipts.map(({ level }) => level))].toSorted();
  return `with ${periods} certified periods of the other state (receipts ${levels.join(', ') || 'none yet'})`;
}

/** Both states have both decisions, and nothing is under way any more. */
async function settled(
  { offices, waiting }: JourneyOptions,
  caseId: string,
): Promise<Readonly<Record<Country, CaseView>>> {
  const [MN, KZ] = await Promise.all([
    awaitCase(offices.MN, caseId, 'both decisions and all receipts', atRest, waiting),
    awaitCase(offices.KZ, caseId, 'both decisions and all receipts', atRest, waiting),
  ]);
  return { MN, KZ };
}

function atRest(view: CaseView): boolean {
  const over = view.transmissions.every(({ state }) => state === 'processed' || state === 'rejected');
  return over && bothDecided(view);
}

const FINAL: readonly Decision['state'][] = ['notified', 'received'];

function bothDecided(view: CaseView): boolean {
  return (['MN', 'KZ'] as const).every((country) =>
    view.decisions.some((decision) => decision.country === country && FINAL.includes(decision.state)),
  );
}

/** The decision of a state that stands. */
export function decisionOf(view: CaseView, country: Country): Decision | undefined {
  return view.decisions.findLast(
    (decision) => decision.country === country && FINAL.includes(decision.state),
  );
}
