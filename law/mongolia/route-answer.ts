import { formatDay, type Day } from '@urtuu/kernel';
import type { AgeReached } from '../age.ts';
import { unknownAmong } from '../component.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import type { RuleId } from '../finding/rules.ts';
import type { Version } from '../parameters/parameter.ts';
import type { CompiledRecord } from '../record/compile.ts';
import type { RouteFacts, SpecialConditions } from '../route.ts';

/** One way into an old-age pension: an age and a record, and what became of them on the award date. */
export interface RouteAnswer {
  readonly route: RuleId;
  readonly test: RouteTest;
  readonly open: RouteFacts['open'];
  /** the record suffices; with an age still ahead, `opens` is the day the route opens */
  readonly opens: Day | undefined;
  /** parameters without which the answer is unknown */
  readonly unknown: readonly Version[];
  readonly birthUnknown: boolean;
}

/** What a route asks, and what the person has. */
export interface RouteTest {
  readonly route: RuleId;
  readonly reached: AgeReached;
  readonly age: Version;
  /** months by which the age is lowered */
  readonly reduction?: number;
  /** least record, in months */
  readonly required: Version;
  /** full months of the record */
  readonly months: number;
  /** a record from this length on takes another route */
  readonly below?: Version;
  readonly special?: {
    readonly conditions: SpecialConditions;
    readonly required: Version;
    /** full months in these conditions */
    readonly months: number;
  };
  readonly children?: { readonly required: Version; readonly held: number };
}

/** Whether a route is open, with its reasons. */
export function answer(
  record: CompiledRecord,
  test: RouteTest,
  reasoning: Reasoning | undefined,
): RouteAnswer {
  const { route, reached, required, months, below, special, children } = test;
  const unknown = unknownOf(test);
  const enough =
    months >= required.whole &&
    (below === undefined || months < below.whole) &&
    (special === undefined || special.months >= special.required.whole) &&
    (children === undefined || children.held >= children.required.whole);
  const open = openness(reached, enough, unknown);
  if (reasoning !== undefined) noteRoute(record, test, open, reasoning);
  const ahead = open === 'no' && enough && unknown.length === 0 && reached.reached === 'no';
  return {
    route,
    test,
    open,
    opens: ahead ? reached.on : undefined,
    unknown,
    birthUnknown: open === 'unknown' && unknown.length === 0 && record.bornFrom !== record.bornTo,
  };
}

/** The versions a route stands on. */
function versionsOf({ age, required, below, special, children }: RouteTest): Version[] {
  const versions = [age, required];
  if (below !== undefined) versions.push(below);
  if (special !== undefined) versions.push(special.required);
  if (children !== undefined) versions.push(children.required);
  return versions;
}

/** Nearly always all are known, and then no list is made. */
function unknownOf(test: RouteTest): readonly Version[] {
  const { age, required, below, special, children } = test;
  const known =
    age.amount !== undefined &&
    required.amount !== undefined &&
    (below === undefined || below.amount !== undefined) &&
    (special === undefined || special.required.amount !== undefined) &&
    (children === undefined || children.required.amount !== undefined);
  return known ? NOTHING : unknownAmong(versionsOf(test));
}

const NOTHING: readonly never[] = Object.freeze([]);

function openness(reached: AgeReached, enough: boolean, unknown: readonly Version[]): RouteFacts['open'] {
  if (unknown.length > 0) return 'unknown';
  if (!enough || reached.reached === 'no') return 'no';
  return reached.reached;
}

function noteRoute(
  record: CompiledRecord,
  test: RouteTest,
  open: RouteFacts['open'],
  reasoning: Reasoning,
): void {
  const { route, reached, age, reduction = 0, required, months, special } = test;
  reasoning.note(route, open === 'yes' ? 'holds' : open === 'no' ? 'fails' : 'unknown', {
    args: {
      age: { age: age.whole - reduction },
      reached: { day: reached.on === undefined ? '' : formatDay(reached.on) },
      required: { months: required.whole },
      record: { months },
      ...(special === undefined
        ? {}
        : { special: { months: special.months }, specialRequired: { months: special.required.whole } }),
    },
    inputs: [{ name: 'birthDate', value: record.wire.person.birthDate }],
    from: versionsOf(test),
  });
}

/** What a route asks and what the person has, as results carry it. */
export function factsOf({ route, open, test }: RouteAnswer): RouteFacts {
  const { reached, age, reduction = 0, required, months, below, special, children } = test;
  return {
    route,
    open,
    ...(age.amount === undefined ? {} : { ageMonths: age.whole - reduction }),
    ...(reached.on === undefined ? {} : { ageReachedOn: formatDay(reached.on) }),
    ...(required.amount === undefined ? {} : { monthsRequired: required.whole }),
    monthsHeld: months,
    ...(below?.amount === undefined ? {} : { monthsBelow: below.whole }),
    ...(special === undefined
      ? {}
      : {
          special: {
            conditions: special.conditions,
            ...(special.required.amount === undefined ? {} : { monthsRequired: special.required.whole }),
            monthsHeld: special.months,
          },
        }),
    ...(children === undefined
      ? {}
      : {
          children: {
            ...(children.required.amount === undefined ? {} : { required: children.required.whole }),
            held: children.held,
          },
        }),
  };
}
