import {
  addDays,
  day,
  divide,
  formatExact,
  maxRational,
  multiply,
  ratio,
  round,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import type { MissingFact } from '../../assessment.ts';
import { missingFact, missingParameter, undetermined, type Entitlement } from '../../component.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { mnt, percent } from '../../money.ts';
import { flag } from '../../parameters/flag.ts';
import type { Version } from '../../parameters/parameter.ts';
import { parameter } from '../../parameters/register.ts';
import type { CompiledRecord } from '../../record/compile.ts';
import { monthOf, paidBetween, sumBetween } from '../../record/earnings.ts';
import type { Circumstances } from '../../record/insurance-record.ts';
import { rounding, roundingFlag } from '../rounding.ts';
import { payments } from './payments.ts';
import type { UnemploymentRecord } from './paid-months.ts';

const BASE_MONTHS = parameter('mn.ui.baseMonths');
const FLOOR = parameter('mn.ui.floor');
const BANDS = [
  { from: 180, rate: parameter('mn.ui.rate.from15') },
  { from: 120, rate: parameter('mn.ui.rate.from10') },
  { from: 60, rate: parameter('mn.ui.rate.from5') },
] as const;
const LOWEST = parameter('mn.ui.rate.under5');
const BORDERS = flag('mn.ui.bands');
const RATES = flag('mn.ui.rates');

type Known<Value> = { readonly value: Value } | { readonly missing: MissingFact };

/**
 * A share of the average wage of the last three months, by years of insurance, not below 75 percent of the minimum
 * wage; by the working day, for 76 working days at most.
 */
export function unemploymentAmount(
  record: CompiledRecord,
  own: UnemploymentRecord,
  loss: NonNullable<Circumstances['unemployment']>,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const base = averageWage(record, loss, on, ground, reasoning);
  if ('missing' in base) return undetermined('mn.unemployment', [base.missing]);
  const rate = rateFor(own, on, ground, reasoning);
  if ('missing' in rate) return undetermined('mn.unemployment', [rate.missing]);
  const floor = ground.take(FLOOR, on);
  if (floor.amount === undefined) {
    reasoning?.unknown([floor]);
    return undetermined('mn.unemployment', [missingParameter(floor)]);
  }
  const computed = multiply(base.value, percent(rate.value));
  const least = floor.amount;
  const monthly = (wage: Version): Rational | undefined =>
    wage.amount === undefined ? undefined : maxRational(computed, multiply(wage.amount, percent(least)));
  const paid = payments(monthly, on, record.died, ground, reasoning);
  if ('missing' in paid) return undetermined('mn.unemployment', [paid.missing]);
  const { daily, until, installments, month, wage } = paid.value;
  const amount = round(daily, rounding(ground));
  reasoning?.note('mn.ui.amount', 'holds', {
    args: {
      base: mnt(base.value),
      rate: { percent: formatExact(rate.value) },
      floor: { percent: formatExact(least) },
      wage: wage.amount === undefined ? '' : mnt(wage.amount),
      month: mnt(month),
      amount: mnt(amount),
    },
    from: [floor, wage],
    flags: [roundingFlag(ground)],
  });
  return {
    component: 'mn.unemployment',
    outcome: 'eligible',
    amount,
    per: 'day',
    until,
    installments,
    missing: [],
  };
}

/** The average of the last three full months of the job, each of them paid. */
function averageWage(
  record: CompiledRecord,
  { endedOn }: NonNullable<Circumstances['unemployment']>,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Known<Rational> {
  const months = ground.take(BASE_MONTHS, on);
  if (Number.isNaN(months.whole)) {
    reasoning?.unknown([months]);
    return { missing: missingParameter(months) };
  }
  // A month counts whose last day was still worked.
  const end = monthOf(addDays(day(endedOn), 1));
  const from = end - months.whole;
  if (paidBetween(record.mnEarnings, from, end) < months.whole) {
    reasoning?.note('mn.ui.noWage', 'unknown', { args: { months: months.whole }, from: [months] });
    return { missing: missingFact('mn.ui.wage') };
  }
  const average = divide(ratio(sumBetween(record.mnEarnings, from, end), 100), ratio(months.whole));
  reasoning?.note('mn.ui.base', 'holds', {
    args: { months: months.whole, average: mnt(average) },
    from: [months],
  });
  return { value: average };
}

/** By years of insurance; whether exactly five, ten or fifteen years belong to the higher band is open. */
function rateFor(
  { length }: UnemploymentRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Known<Rational> {
  if (ground.option(RATES) !== 'yes') {
    reasoning?.note('mn.ui.ratesUnknown', 'unknown', { flags: [ground.used(RATES)] });
    return { missing: missingFact(RATES.flag) };
  }
  const inclusive = ground.option(BORDERS) === 'inclusive';
  const band = BANDS.find(({ from }) => (inclusive ? length >= from * 30 : length > from * 30));
  const rate = ground.take(band?.rate ?? LOWEST, on);
  if (rate.amount === undefined) {
    reasoning?.unknown([rate]);
    return { missing: missingParameter(rate) };
  }
  reasoning?.note('mn.ui.rate', 'holds', {
    args: { insured: { months: Math.floor(length / 30) }, rate: { percent: formatExact(rate.amount) } },
    from: [rate],
    flags: [ground.used(RATES), ground.used(BORDERS)],
  });
  return { value: rate.amount };
}
