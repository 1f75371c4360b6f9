/** What an example promises, held against what came out. */
import type { CaseView } from '@urtuu/pensions/contract';
import type { ExampleCase } from '../synth/index.ts';
import { decisionOf, type JourneyEnd } from './journey.ts';
import type { Country } from './office.ts';

/** One promise that does not hold. */
export interface Difference {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
}

/** Tasks that belong to every case, and are no exception to an automatic journey. */
const USUAL = new Set(['approveDecision', 'drawDecision']);

export function differences({ expected, residence }: ExampleCase, { cases }: JourneyEnd): Difference[] {
  const law: Country = expected.assess.law === 'kz' ? 'KZ' : 'MN';
  const decision = decisionOf(cases[law], law);
  const exceptional = [cases.MN, cases.KZ].flatMap(({ tasks }) =>
    tasks.filter(({ kind }) => !USUAL.has(kind)),
  );
  const other: Country = residence === 'KZ' ? 'MN' : 'KZ';
  const asked = cases[other].tasks.filter(({ kind }) => kind === 'identityDoubt' || kind === 'evidenceDoubt');
  const { assess, journey } = expected;
  const found = decision?.assessment;
  const rows: readonly (readonly [string, unknown, unknown])[] = [
    ['outcome', assess.outcome, found?.outcome],
    ['simulation', assess.simulation, decision?.simulation],
    ['components', assess.components.map(componentText), found?.components.map(componentText)],
    ['total', assess.total?.amount, found?.total?.amount],
    ['until', assess.until, found?.until],
    ...(assess.missing === undefined
      ? []
      : [
          [
            'missing facts',
            assess.missing.toSorted(),
            found?.missing.map(({ fact }) => fact).toSorted(),
          ] as const,
        ]),
    // Of a death both states' clerks learn, so a kind may stand on both sides.
    ['tasks for humans', kinds(journey.tasks), kinds(exceptional.map(({ kind }) => kind))],
    ['automatic answer', journey.automaticAnswer, asked.length === 0],
    ['certified periods', journey.anyPeriods, anyPeriods(cases[residence])],
  ];
  return rows.flatMap(([what, wanted, seen]) => {
    const [a, b] = [JSON.stringify(wanted) ?? 'none', JSON.stringify(seen) ?? 'none'];
    return a === b ? [] : [{ what, wanted: a, found: b }];
  });
}

function kinds(tasks: readonly string[]): string[] {
  return [...new Set(tasks)].toSorted();
}

function componentText(component: {
  component: string;
  outcome: string;
  amount?: string | undefined;
}): string {
  return `${component.component} ${component.outcome} ${component.amount ?? ''}`.trim();
}

function anyPeriods(view: CaseView): boolean {
  return view.periods.some(({ source }) => source === 'partner');
}
