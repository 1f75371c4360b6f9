import { add, formatDay, minDay, ZERO } from '@urtuu/kernel';
import { oldAgeBenefit, standingOfTreaty } from './agreements/kz-mn.ts';
import type {
  Assessment,
  AssessOptions,
  BenefitCode,
  Cadence,
  Component,
  CurrencyCode,
  LawCode,
  MissingFact,
  Outcome,
} from './assessment.ts';
import { notEligible, undetermined, type Entitlement } from './component.ts';
import type { Arg } from './finding/finding.ts';
import { Ground, type Reading } from './finding/ground.ts';
import { Reasoning } from './finding/reasoning.ts';
import type { RuleId } from './finding/rules.ts';
import { noteSavings } from './kazakhstan/savings.ts';
import { CURRENCIES, formatAmount } from './money.ts';
import { flag } from './parameters/flag.ts';
import { compileRecord, type CompiledRecord } from './record/compile.ts';
import type { InsuranceRecord } from './record/insurance-record.ts';
import { timelineOf } from './record/timeline.ts';
import { totalsOf } from './record/totals.ts';
import { STATE_OF } from './states.ts';
import { statute } from './statutes.ts';

const COUNTING = flag('record.counting');
const RECALCULATION = flag('kzmn.recalculation');

/**
 * A benefit of one person under one law on one award date: the one entitlement function for every use. Pure: the same
 * record and options give the same result. Throws RangeError on an assumption that is not among its flag's options
 * (`faultsOfAssumptions` asks before), on a payment date before the award date and on a benefit that the law does not
 * have (`benefitsOf` lists them).
 */
export function assess(record: InsuranceRecord, options: AssessOptions): Assessment {
  return assessCompiled(compileRecord(record), options);
}

/** The same for a record that has been read before. */
export function assessCompiled(record: CompiledRecord, options: AssessOptions): Assessment {
  const { law, on, benefit = 'oldAge' } = options;
  const decide = statute(law, benefit);
  const asked = options.payOn ?? on;
  if (asked < on) throw new RangeError(`payment date ${formatDay(asked)} is before ${formatDay(on)}`);
  const ground = new Ground(options.assume, readingOf(options));
  const reasoning = options.explain === 'full' ? new Reasoning(rootRule(law, benefit)) : undefined;
  ground.option(COUNTING);

  const { died } = record;
  const alive = died === undefined || died >= on;
  const payOn = died !== undefined && alive ? minDay(asked, died) : asked;
  if (died !== undefined)
    reasoning?.note(alive ? 'person.died' : 'person.diedBefore', alive ? 'info' : 'fails', {
      args: { died: { day: formatDay(died) }, on: { day: formatDay(on) } },
    });
  const { use, treaty, missing } = standingOfTreaty(record, options, ground, reasoning);
  if (benefit === 'oldAge') {
    if (treaty !== undefined) noteExistingAward(record, law, ground, reasoning);
    noteSavings(record, ground, reasoning);
  }
  const national = decide(record, on, payOn, treaty, ground, reasoning);
  const entitlements =
    alive && missing === undefined
      ? national.entitlements
      : national.entitlements.map((entitlement) => {
          if (!alive) return entitlement.afterDeath ? entitlement : notEligible(entitlement.component);
          return missing === undefined ? entitlement : undetermined(entitlement.component, [missing]);
        });
  if (ground.carried && options.carryFrom !== undefined)
    reasoning?.note('law.carried', 'info', { args: { from: { day: formatDay(options.carryFrom) } } });
  const outcome = outcomeOf(entitlements);
  const from = formatDay(on);
  const until = died !== undefined && alive ? formatDay(died) : undefined;
  reasoning?.conclude(FINDING_OUTCOME[outcome], { args: titleOf(law, benefit, from) });

  // Members are set one after the other, in the order in which results carry them: conditional spreads would say the
  // same and cost a tenth of the whole assessment.
  const assessment: Draft<Assessment> = {
    law,
    benefit,
    on: from,
    payOn: payOn === on ? from : formatDay(payOn),
    outcome,
    missing: missingFacts(entitlements),
    components: entitlements.map((entitlement) => component(entitlement, law, from, until)),
  };
  if (outcome === 'eligible') setTotal(assessment, entitlements, CURRENCIES[law]);
  if (until !== undefined) assessment.until = until;
  assessment.simulation = use.reason === 'hypothetical' || national.simulation === true || ground.carried;
  assessment.treaty = use;
  assessment.record = {
    totals: totalsOf(national.settled.counted, national.cut),
    timeline: reasoning === undefined ? [] : timelineOf(national.settled),
  };
  if (alive && national.nextEligible.length > 0) assessment.nextEligible = national.nextEligible;
  if (reasoning !== undefined) {
    if (national.routes !== undefined) assessment.routes = national.routes;
    assessment.findings = reasoning.finding();
  }
  assessment.parameters = ground.parameters;
  assessment.flags = ground.flags;
  return complete(assessment);
}

/** Mostly law is read as it stands, and then nothing is to be looked at for each value. */
function readingOf({ carryFrom, stored }: AssessOptions): Reading | undefined {
  return carryFrom === undefined && stored === undefined ? undefined : { carryFrom, stored };
}

/** A result in the making. */
type Draft<Whole> = { -readonly [Member in keyof Whole]?: Whole[Member] };

function complete(draft: Draft<Assessment>): Assessment {
  if (!isComplete(draft)) throw new Error('The assessment was not finished');
  return draft;
}

/** The flags are set last. */
function isComplete(draft: Draft<Assessment>): draft is Assessment {
  return draft.flags !== undefined;
}

/** Under the agreement a pension already in payment is computed again, when and how is an open question. */
function noteExistingAward(
  record: CompiledRecord,
  law: LawCode,
  ground: Ground,
  reasoning: Reasoning | undefined,
): void {
  const existing = oldAgeBenefit(record, STATE_OF[law]);
  if (existing === undefined) return;
  ground.option(RECALCULATION);
  reasoning?.note('treaty.recalculation', 'info', {
    args: { from: { day: existing.from } },
    flags: [ground.used(RECALCULATION)],
  });
}

const FINDING_OUTCOME = { eligible: 'holds', notEligible: 'fails', undetermined: 'unknown' } as const;

/** Undetermined as soon as one component is; eligible as soon as one is, otherwise. */
function outcomeOf(entitlements: readonly Entitlement[]): Outcome {
  let all: Outcome = 'notEligible';
  for (const { outcome } of entitlements) {
    if (outcome === 'undetermined') return outcome;
    if (outcome === 'eligible') all = outcome;
  }
  return all;
}

/** What is missed, each fact once. */
function missingFacts(entitlements: readonly Entitlement[]): MissingFact[] {
  const facts: MissingFact[] = [];
  for (const { missing } of entitlements)
    for (const one of missing) if (!facts.some(({ fact }) => fact === one.fact)) facts.push(one);
  return facts;
}

/** Components are rounded before they are added; what is not paid alike is not added at all. */
function setTotal(
  assessment: Draft<Assessment>,
  entitlements: readonly Entitlement[],
  currency: CurrencyCode,
): void {
  let sum = ZERO;
  let per: Cadence | undefined;
  let first = true;
  for (const entitlement of entitlements) {
    if (entitlement.amount === undefined) continue;
    if (!first && per !== entitlement.per) return;
    first = false;
    per = entitlement.per;
    sum = add(sum, entitlement.amount);
  }
  const amount = formatAmount(sum);
  assessment.total = per === undefined ? { amount, currency } : { amount, currency, per };
}

/** The old-age pension is named with its law; every other benefit by its own name. */
function rootRule(law: LawCode, benefit: BenefitCode): RuleId {
  return benefit === 'oldAge' ? `assess.${law}` : 'assess.benefit';
}

function titleOf(law: LawCode, benefit: string, on: string): Readonly<Record<string, Arg>> {
  if (benefit === 'oldAge') return { on: { day: on } };
  return { benefit: { term: `benefit.${benefit}` }, law: { term: `lawOf.${law}` }, on: { day: on } };
}

function component(
  { component, outcome, amount, per, route, missing, installments, converted, until: lastDay }: Entitlement,
  law: LawCode,
  from: string,
  until: string | undefined,
): Component {
  const currency = CURRENCIES[law];
  if (outcome !== 'eligible' || amount === undefined)
    return missing.length === 0
      ? { component, outcome, currency }
      : { component, outcome, currency, missing };
  const award: { -readonly [Member in keyof Component]: Component[Member] } = {
    component,
    outcome,
    amount: formatAmount(amount),
    currency,
    from,
  };
  if (per !== undefined) award.per = per;
  if (converted !== undefined) award.converted = converted;
  const last = until ?? (lastDay === undefined ? undefined : formatDay(lastDay));
  if (last !== undefined) award.until = last;
  if (installments !== undefined) award.installments = installments;
  if (route !== undefined) award.route = route;
  return award;
}
