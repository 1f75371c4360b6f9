import { add, formatDay, minDay, ZERO, type Day } from '@urtuu/kernel';
import { oldAgeBenefit, standingOfTreaty } from './agreements/kz-mn.ts';
import type {
  Assessment,
  AssessOptions,
  Component,
  CurrencyCode,
  LawCode,
  MissingFact,
  Outcome,
} from './assessment.ts';
import { notEligible, undetermined, type Entitlement } from './component.ts';
import { Ground } from './finding/ground.ts';
import { Reasoning } from './finding/reasoning.ts';
import { noteSavings } from './kazakhstan/savings.ts';
import { formatAmount } from './money.ts';
import { flag } from './parameters/flag.ts';
import { compileRecord, type CompiledRecord } from './record/compile.ts';
import type { InsuranceRecord } from './record/insurance-record.ts';
import { timelineOf } from './record/timeline.ts';
import { totalsOf } from './record/totals.ts';
import { statute } from './statutes.ts';

const COUNTING = flag('record.counting');
const RECALCULATION = flag('kzmn.recalculation');
const CURRENCIES = { kz: 'KZT', mn: 'MNT' } as const satisfies Record<LawCode, CurrencyCode>;

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
  const ground = new Ground(options.assume);
  const reasoning = options.explain === 'full' ? new Reasoning(`assess.${law}`) : undefined;
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
  const entitlements = national.entitlements.map((entitlement) => {
    if (!alive) return notEligible(entitlement.component);
    return missing === undefined ? entitlement : undetermined(entitlement.component, [missing]);
  });
  const outcome = outcomeOf(entitlements);
  const until = died !== undefined && alive ? formatDay(died) : undefined;
  const total = outcome === 'eligible' ? totalOf(entitlements) : undefined;
  reasoning?.conclude(FINDING_OUTCOME[outcome], { args: { on: { day: formatDay(on) } } });

  return {
    law,
    benefit,
    on: formatDay(on),
    payOn: formatDay(payOn),
    outcome,
    missing: missingFacts(entitlements),
    components: entitlements.map((entitlement) => component(entitlement, law, on, until)),
    ...(total === undefined ? {} : { total: { amount: total, currency: CURRENCIES[law] } }),
    ...(until === undefined ? {} : { until }),
    simulation: use.reason === 'hypothetical',
    treaty: use,
    record: {
      totals: totalsOf(national.settled.counted, national.cut),
      timeline: reasoning === undefined ? [] : timelineOf(national.settled),
    },
    ...(alive && national.nextEligible.length > 0 ? { nextEligible: national.nextEligible } : {}),
    ...(reasoning === undefined ? {} : { findings: reasoning.finding() }),
    parameters: ground.versions.map(({ used }) => used),
    flags: ground.flags,
  };
}

/** Under the agreement a pension already in payment is computed again, when and how is an open question. */
function noteExistingAward(
  record: CompiledRecord,
  law: LawCode,
  ground: Ground,
  reasoning: Reasoning | undefined,
): void {
  const existing = oldAgeBenefit(record, law === 'kz' ? 'KZ' : 'MN');
  if (existing === undefined) return;
  ground.option(RECALCULATION);
  reasoning?.note('treaty.recalculation', 'info', {
    args: { from: { day: existing.from } },
    flags: [ground.used(RECALCULATION)],
  });
}

const FINDING_OUTCOME = { eligible: 'holds', notEligible: 'fails', undetermined: 'unknown' } as const;

function outcomeOf(entitlements: readonly Entitlement[]): Outcome {
  if (entitlements.some(({ outcome }) => outcome === 'undetermined')) return 'undetermined';
  return entitlements.some(({ outcome }) => outcome === 'eligible') ? 'eligible' : 'notEligible';
}

/** What is missed, each fact once. */
function missingFacts(entitlements: readonly Entitlement[]): MissingFact[] {
  const all = entitlements.flatMap(({ missing }) => missing);
  return all.filter(({ fact }, i) => all.findIndex((earlier) => earlier.fact === fact) === i);
}

/** Components are rounded before they are added. */
function totalOf(entitlements: readonly Entitlement[]): string {
  let sum = ZERO;
  for (const { amount } of entitlements) if (amount !== undefined) sum = add(sum, amount);
  return formatAmount(sum);
}

function component(
  { component, outcome, amount, route, missing }: Entitlement,
  law: LawCode,
  on: Day,
  until: string | undefined,
): Component {
  const currency = CURRENCIES[law];
  if (outcome !== 'eligible' || amount === undefined)
    return { component, outcome, currency, ...(missing.length === 0 ? {} : { missing }) };
  return {
    component,
    outcome,
    amount: formatAmount(amount),
    currency,
    from: formatDay(on),
    ...(until === undefined ? {} : { until }),
    ...(route === undefined ? {} : { route }),
  };
}
