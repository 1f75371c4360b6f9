import { formatDay, type Day, type Rational } from '@urtuu/kernel';
import type { AppliedTreaty } from '../agreements/kz-mn.ts';
import type { ComponentCode } from '../assessment.ts';
import { missingFact, missingParameter, notEligible, undetermined, type Entitlement } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import type { NationalResult } from '../national-result.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { fullMonths } from '../record/length.ts';
import { pensionAmount } from './amount.ts';
import { averageIncome } from './average-income.ts';
import { insuredRecord, type InsuredRecord } from './insured-record.ts';
import { fullRoutes, proportionalRoute } from './qualifying.ts';
import { noteReestablishment } from './reestablishment.ts';
import { factsOf, type RouteAnswer } from './route-answer.ts';

const NDC_BORN_FROM = parameter('mn.ndc.bornFrom');
const NDC = flag('mn.ndc');

/** Old-age pension of Mongolia on an award date: full by one of its routes, else proportional. */
export function mongoliaOldAge(
  record: CompiledRecord,
  on: Day,
  payOn: Day,
  treaty: AppliedTreaty | undefined,
  ground: Ground,
  reasoning: Reasoning | undefined,
): NationalResult {
  const insured = insuredRecord(record, on, treaty, ground, reasoning === undefined ? 'none' : 'full');
  reasoning?.note('mn.record', 'info', { args: { insured: { months: fullMonths(insured.insured) } } });
  noteNotionalAccount(record, on, ground, reasoning);
  if (record.wire.benefits.length > 0) noteReestablishment(record, on, ground, reasoning);

  const full = reasoning?.open('mn.full');
  const routes = fullRoutes(record, insured, on, ground, full);
  const open = routes.find((route) => route.open === 'yes');
  const entitlement = (
    component: ComponentCode,
    route: RouteAnswer,
    step: Reasoning | undefined,
  ): Entitlement => {
    const amount = pensionOf(component, record, insured, on, payOn, ground, step);
    return amount.outcome === 'eligible' ? { ...amount, route: route.route } : amount;
  };
  const fullPension =
    open === undefined ? withoutRoute('mn.full', routes) : entitlement('mn.full', open, full);
  full?.conclude(FINDING[fullPension.outcome]);

  const part = reasoning?.open('mn.proportional');
  const route = proportionalRoute(record, insured, on, ground, part);
  let proportional = notEligible('mn.proportional');
  if (open !== undefined) part?.note('mn.proportional.fullInstead', 'fails');
  else if (route.open === 'yes') proportional = entitlement('mn.proportional', route, part);
  else proportional = withoutRoute('mn.proportional', [route]);
  part?.conclude(FINDING[proportional.outcome]);

  routes.push(route);
  const result: NationalResult = {
    entitlements: [fullPension, proportional],
    settled: insured.settled,
    cut: insured.cut,
    nextEligible: open === undefined ? stillToOpen(routes) : [],
  };
  return reasoning === undefined ? result : { ...result, routes: routes.map(factsOf) };
}

/** The routes that open on the present record, with the day. */
function stillToOpen(routes: readonly RouteAnswer[]): NationalResult['nextEligible'] {
  const ahead: { route: string; on: string }[] = [];
  for (const { route, opens } of routes) if (opens !== undefined) ahead.push({ route, on: formatDay(opens) });
  return ahead;
}

const FINDING = { eligible: 'holds', notEligible: 'fails', undetermined: 'unknown' } as const;

function pensionOf(
  component: ComponentCode,
  record: CompiledRecord,
  insured: InsuredRecord,
  on: Day,
  payOn: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const income = averageIncome(record, on, ground, reasoning);
  if (!income.known) return undetermined(component, [income.missing]);
  const kind = component === 'mn.full' ? 'full' : 'proportional';
  const pension = pensionAmount(kind, income.average, insured.insured, on, payOn, ground, reasoning);
  return pension.known
    ? eligible(component, pension.amount)
    : undetermined(component, pension.missing.map(missingParameter));
}

function eligible(component: ComponentCode, amount: Rational): Entitlement {
  return { component, outcome: 'eligible', amount, missing: [] };
}

function withoutRoute(component: ComponentCode, routes: readonly RouteAnswer[]): Entitlement {
  const undecided = routes.filter(({ open }) => open === 'unknown');
  if (undecided.length === 0) return notEligible(component);
  const versions = new Set(undecided.flatMap(({ unknown }) => unknown));
  const birth = undecided.some(({ birthUnknown }) => birthUnknown) ? [missingFact('person.birthDate')] : [];
  return undetermined(component, [...[...versions].map(missingParameter), ...birth]);
}

/** Notional accounts exist in the law for later cohorts, but their divisor and interest are not known. */
function noteNotionalAccount(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): void {
  const cohort = ground.take(NDC_BORN_FROM, on);
  if (cohort.day === undefined || record.bornFrom < cohort.day) return;
  ground.option(NDC);
  reasoning?.note('mn.ndc', 'info', {
    args: { cohort: { day: formatDay(cohort.day) } },
    from: [cohort],
    flags: [ground.used(NDC)],
  });
}
