import {
  add,
  compare,
  formatExact,
  maxRational,
  multiply,
  ONE,
  round,
  type Day,
  type Rational,
  type Rounding,
} from '@urtuu/kernel';
import type { UsedFlag } from '../finding/finding.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { formatAmount, percent } from '../money.ts';
import { flag } from '../parameters/flag.ts';
import type { Series, Version } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import type { Pension, PensionKind } from './amount.ts';

const MINIMUM: Readonly<Record<PensionKind, Series>> = {
  full: parameter('mn.minPension.full'),
  proportional: parameter('mn.minPension.proportional'),
};
const FIXED = parameter('mn.increase.fixed');
const PERCENT = parameter('mn.increase.percent');
const FIXED_HIGH = parameter('mn.increase.fixedHigh');
const HIGH_ABOVE = parameter('mn.increase.highAbove');
const CARRY_2025 = flag('mn.minPension.2025');

export interface MinimumPension {
  readonly version: Version;
  /** MNT per month; undefined where unknown */
  readonly amount: Rational | undefined;
  readonly flags: readonly UsedFlag[];
}

/** The minimum pension of a kind. The values of 2025 are not known; those of 2024 are carried under a flag. */
export function minimumPension(kind: PensionKind, on: Day, ground: Ground): MinimumPension {
  const { versions } = MINIMUM[kind];
  const version = ground.take(MINIMUM[kind], on);
  const before = versions[versions.indexOf(version) - 1];
  const carries = version.published.from === '2025-01-01' && ground.option(CARRY_2025) === 'carry2024';
  if (version.amount === undefined && carries && before !== undefined)
    return { version: before, amount: before.amount, flags: [ground.used(CARRY_2025)] };
  return { version, amount: version.amount, flags: [] };
}

/** Increases of pensions in payment by Government resolution, after the award and up to the payment date. */
export function increased(
  kind: PensionKind,
  awarded: Rational,
  on: Day,
  payOn: Day,
  rounding: Rounding,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Pension {
  let amount = awarded;
  for (const step of FIXED.versions) {
    if (step.from <= on || step.from > payOn) continue;
    const fixed = ground.take(FIXED, step.from);
    const rate = ground.take(PERCENT, step.from);
    const minimum = minimumPension(kind, step.from, ground);
    if (fixed.amount === undefined || rate.amount === undefined || minimum.amount === undefined) {
      const missing = [fixed, rate, minimum.version].filter((version) => version.amount === undefined);
      reasoning?.unknown(missing);
      return { known: false, missing };
    }
    const added = fixedAddition(amount, fixed.amount, step.from);
    const raised = round(add(multiply(amount, add(ONE, percent(rate.amount))), added), rounding);
    amount = maxRational(raised, minimum.amount);
    reasoning?.note('mn.increase', 'holds', {
      args: {
        on: { day: step.published.from },
        added: { amount: formatAmount(added), currency: 'MNT' },
        rate: { percent: formatExact(rate.amount) },
        minimum: { amount: formatAmount(minimum.amount), currency: 'MNT' },
        amount: { amount: formatAmount(amount), currency: 'MNT' },
      },
      from: [fixed, rate, minimum.version],
      ...(minimum.flags.length === 0 ? {} : { flags: minimum.flags }),
    });
  }
  return { known: true, amount };
}

/** The resolution of 2020 added less to higher pensions. */
function fixedAddition(pension: Rational, fixed: Rational, on: Day): Rational {
  const threshold = HIGH_ABOVE.at(on).amount;
  const high = FIXED_HIGH.at(on).amount;
  if (threshold === undefined || high === undefined) return fixed;
  return compare(pension, threshold) > 0 ? high : fixed;
}
