import {
  add,
  divide,
  formatExact,
  maxRational,
  minRational,
  multiply,
  ratio,
  round,
  subtractRational,
  ZERO,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import { missingParameter, undetermined, unknownAmong, type Entitlement } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { CEIL_TO_ONE, formatAmount, percent } from '../money.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import { fullYears } from '../record/length.ts';

const SUBSISTENCE_MINIMUM = parameter('kz.subsistenceMinimum');
const FLOOR = parameter('kz.base.floor');
const CAP = parameter('kz.base.cap');
const STEP = parameter('kz.base.step');
const FREE_YEARS = parameter('kz.base.freeYears');
const PART_YEARS = flag('kz.basePartYears');

/** Ceil to 1 KZT, before the components are added: reproduces every published minimum since 2018. */
const ROUNDING = CEIL_TO_ONE;

/**
 * State basic pension, Social Code Art 205: a share of the subsistence minimum that grows with the record. Residence
 * and age are examined before. It follows the subsistence minimum, so it is computed at the payment date.
 * @param length 30/360 length of the record n
 */
export function basePension(
  length: number,
  payOn: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const minimum = ground.take(SUBSISTENCE_MINIMUM, payOn);
  const floor = ground.take(FLOOR, payOn);
  const cap = ground.take(CAP, payOn);
  const step = ground.take(STEP, payOn);
  const free = ground.take(FREE_YEARS, payOn);
  if (
    minimum.amount === undefined ||
    floor.amount === undefined ||
    cap.amount === undefined ||
    step.amount === undefined ||
    free.amount === undefined
  ) {
    const unknown = unknownAmong([minimum, floor, cap, step, free]);
    reasoning?.unknown(unknown);
    return undetermined('kz.base', unknown.map(missingParameter));
  }

  const years = countedYears(length, ground);
  reasoning?.note('kz.base.record', 'info', {
    args: { length: { months: Math.floor(length / 30) }, years: { decimal: formatExact(years) } },
    flags: [ground.used(PART_YEARS)],
  });

  const above = maxRational(ZERO, subtractRational(years, free.amount));
  const rate = minRational(cap.amount, add(floor.amount, multiply(step.amount, above)));
  reasoning?.note('kz.base.rate', 'info', {
    args: {
      floor: { percent: formatExact(floor.amount) },
      step: { decimal: formatExact(step.amount) },
      free: formatExact(free.amount),
      cap: { percent: formatExact(cap.amount) },
      rate: { percent: formatExact(rate) },
    },
    inputs: [{ name: 'years', value: formatExact(years) }],
    from: [floor, step, free, cap],
  });

  const amount = round(multiply(minimum.amount, percent(rate)), ROUNDING);
  reasoning?.note('kz.base.amount', 'holds', {
    args: {
      minimum: { amount: formatAmount(minimum.amount), currency: 'KZT' },
      rate: { percent: formatExact(rate) },
      amount: { amount: formatAmount(amount), currency: 'KZT' },
    },
    from: [minimum],
  });
  return { component: 'kz.base', outcome: 'eligible', amount, missing: [] };
}

function countedYears(length: number, ground: Ground): Rational {
  return ground.option(PART_YEARS) === 'ignore'
    ? ratio(fullYears(length))
    : divide(ratio(length), ratio(360));
}
