import {
  add,
  formatExact,
  maxRational,
  multiply,
  ratio,
  round,
  ZERO,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import { unknownAmong } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { mnt, percent } from '../money.ts';
import { flag } from '../parameters/flag.ts';
import type { Version } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import { fullMonths, fullYears } from '../record/length.ts';
import { increased, minimumPension } from './minimum-and-increases.ts';
import { requiredRecord } from './qualifying.ts';
import { rounding, roundingFlag } from './rounding.ts';

export type PensionKind = 'full' | 'proportional';

export type Pension =
  | { readonly known: true; readonly amount: Rational }
  | { readonly known: false; readonly missing: readonly Version[] };

const RATE = parameter('mn.rate');
const INCREMENT = parameter('mn.incrementRate');
const BASE_MONTHS = parameter('mn.baseMonths');
const RATE_OLD = flag('mn.rateOld');
const INCREMENT_RATE = flag('mn.incrementRate');
const INCREMENT_BASE = flag('mn.incrementBase');
const FRACTION = flag('mn.proportionalFraction');

/**
 * Amount by the wage-based method: a rate of the average income, raised to the minimum pension of
 * its kind, rounded once, then increased by the resolutions up to the payment date.
 * @param length 30/360 length of the insured record
 */
export function pensionAmount(
  kind: PensionKind,
  average: Rational,
  length: number,
  on: Day,
  payOn: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Pension {
  const rate = ground.take(RATE, on);
  const base = ground.take(BASE_MONTHS, on);
  // Before the law of 2023-07-07 the rate is an open question of its own.
  const basic = rate.amount ?? (rate.flag === RATE_OLD.flag ? ground.decimalOption(RATE_OLD) : undefined);
  if (basic === undefined || base.amount === undefined) return lacking(unknownAmong([rate, base]), reasoning);

  const share =
    kind === 'full'
      ? fullRate(basic, rate, base, length, on, ground, reasoning)
      : proportionalRate(basic, rate, base, length, on, ground, reasoning);
  const computed = multiply(average, percent(share));

  const minimum = minimumPension(kind, on, ground);
  if (minimum.amount === undefined) return lacking([minimum.version], reasoning);
  const raised = maxRational(computed, minimum.amount);
  reasoning?.note('mn.minimum', raised === computed ? 'info' : 'holds', {
    args: { computed: mnt(computed), minimum: mnt(minimum.amount) },
    from: [minimum.version],
    ...(minimum.flags.length === 0 ? {} : { flags: minimum.flags }),
  });

  const toOne = rounding(ground);
  const awarded = round(raised, toOne);
  reasoning?.note('mn.amount', 'holds', {
    args: { average: mnt(average), rate: { percent: formatExact(share) }, amount: mnt(awarded) },
    flags: [roundingFlag(ground)],
  });
  return increased(kind, awarded, on, payOn, toOne, ground, reasoning);
}

/** 45 % and 1.5 points for each full year above the base period. In hundredths of the average. */
function fullRate(
  rate: Rational,
  rateVersion: Version,
  base: Version,
  length: number,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Rational {
  const increment = ground.decimalOption(INCREMENT_RATE) ?? ground.take(INCREMENT, on).amount ?? ZERO;
  const fromRequired = ground.option(INCREMENT_BASE) === 'requiredRecord';
  const threshold = fromRequired ? requiredRecord(on, ground) : base;
  const above = Math.max(0, fullYears(length - threshold.whole * 30));
  const reached = add(rate, multiply(increment, ratio(above)));
  reasoning?.note('mn.full.rate', 'holds', {
    args: {
      base: { percent: formatExact(rate) },
      increment: { decimal: formatExact(increment) },
      threshold: { months: threshold.whole },
      above,
      rate: { percent: formatExact(reached) },
    },
    from: [rateVersion, threshold],
    flags: [ground.used(INCREMENT_RATE), ground.used(INCREMENT_BASE)],
  });
  return reached;
}

/** 45 % in the proportion of the months to 240. In hundredths of the average. */
function proportionalRate(
  rate: Rational,
  rateVersion: Version,
  base: Version,
  length: number,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Rational {
  const ofRequired = ground.option(FRACTION) === 'monthsOfRequired';
  const whole = ofRequired ? requiredRecord(on, ground) : base;
  const months = fullMonths(length);
  const reached = multiply(rate, ratio(months, whole.whole));
  reasoning?.note('mn.proportional.rate', 'holds', {
    args: {
      base: { percent: formatExact(rate) },
      months,
      whole: whole.whole,
      rate: { percent: formatExact(reached) },
    },
    from: [rateVersion, whole],
    flags: [ground.used(FRACTION)],
  });
  return reached;
}

function lacking(missing: readonly Version[], reasoning: Reasoning | undefined): Pension {
  reasoning?.unknown(missing);
  return { known: false, missing };
}
