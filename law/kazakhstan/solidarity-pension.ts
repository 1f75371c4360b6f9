import {
  add,
  formatExact,
  maxRational,
  minRational,
  multiply,
  ratio,
  round,
  ZERO,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import { missingParameter, notEligible, undetermined, unknownAmong, type Entitlement } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { CEIL_TO_ONE, formatAmount, percent } from '../money.ts';
import { flag } from '../parameters/flag.ts';
import type { Version } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { fullMonths, fullYears } from '../record/length.ts';
import { averageIncome } from './average-income.ts';
import { indexed } from './indexation.ts';

const MIN_RECORD = parameter('kz.solidarity.minRecord');
const FULL_RECORD_MEN = parameter('kz.solidarity.fullRecord.men');
const FULL_RECORD_WOMEN = parameter('kz.solidarity.fullRecord.women');
const RATE = parameter('kz.solidarity.rate');
const RATE_STEP = parameter('kz.solidarity.rateStep');
const RATE_MAX = parameter('kz.solidarity.rateMax');
const CAP = parameter('kz.solidarity.cap');
const MCI = parameter('kz.mci');
const MIN_PENSION = parameter('kz.minPension');
const INCOMPLETE = flag('kz.incomplete');
const GUARANTEE = flag('kz.minGuarantee');
const CAP_OTHER_YEARS = flag('kz.capOtherYears');

/** Ceil to 1 KZT per component, before the components are added. */
const ROUNDING = CEIL_TO_ONE;

/**
 * Solidarity (age) pension: a share of the average income for the record before 1998. Residence and age are examined
 * before. Order: cap the average, apply the rate, raise to the minimum, round up; then index to the payment date.
 * @param length 30/360 length of the record W
 */
export function solidarityPension(
  record: CompiledRecord,
  length: number,
  on: Day,
  payOn: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const least = ground.take(MIN_RECORD, on);
  const full = ground.take(record.sex === 'female' ? FULL_RECORD_WOMEN : FULL_RECORD_MEN, on);
  const rates = [ground.take(RATE, on), ground.take(RATE_STEP, on), ground.take(RATE_MAX, on)] as const;
  const mci = ground.take(MCI, on);
  const unknown = unknownAmong([least, full, ...rates, mci]);
  if (unknown.length > 0) return lacking(unknown, reasoning);

  const months = fullMonths(length);
  const enough = months >= least.whole;
  reasoning?.note('kz.solidarity.minRecord', enough ? 'holds' : 'fails', {
    args: { least: { months: least.whole }, record: { months } },
    from: [least],
  });
  if (!enough) return notEligible('kz.solidarity');

  const income = averageIncome(record, on, ground, reasoning);
  if (!income.known) return undetermined('kz.solidarity', [income.missing]);
  const cap = capOf(on, ground);
  if (cap === undefined) return lacking([CAP.at(on)], reasoning);
  const limit = multiply(cap, mci.amount ?? ZERO);
  const base = minRational(income.average, limit);
  reasoning?.note('kz.solidarity.cap', 'info', {
    args: { multiple: { decimal: formatExact(cap) }, limit: kzt(limit), base: kzt(base) },
    inputs: [{ name: 'average', value: formatExact(income.average), unit: 'KZT' }],
    from: [CAP.at(on), mci],
  });

  const rate = replacementRate(length, full, rates, ground, reasoning);
  const computed = multiply(base, percent(rate));
  const guaranteed = guarantee(months >= full.whole, on, ground);
  if (guaranteed === 'unknown') return lacking([MIN_PENSION.at(on)], reasoning);
  const raised = guaranteed === undefined ? computed : maxRational(computed, guaranteed);
  if (guaranteed !== undefined) {
    reasoning?.note('kz.solidarity.guarantee', raised === computed ? 'info' : 'holds', {
      args: { minimum: kzt(guaranteed) },
      from: [MIN_PENSION.at(on)],
      flags: [ground.used(GUARANTEE)],
    });
  }
  const awarded = round(raised, ROUNDING);
  reasoning?.note('kz.solidarity.amount', 'holds', {
    args: { base: kzt(base), rate: { percent: formatExact(rate) }, amount: kzt(awarded) },
  });

  const inPayment = indexed(awarded, on, payOn, ground, reasoning);
  if (!inPayment.known) return undetermined('kz.solidarity', [inPayment.missing]);
  return { component: 'kz.solidarity', outcome: 'eligible', amount: inPayment.amount, missing: [] };
}

/**
 * Full record N: 60 % and one point for each full year above, at most 75 %. Shorter: 60 % × W / N.
 * In hundredths of the average income.
 */
function replacementRate(
  length: number,
  full: Version,
  [rate, step, max]: readonly [Version, Version, Version],
  ground: Ground,
  reasoning: Reasoning | undefined,
): Rational {
  const base = rate.amount ?? ZERO;
  const months = fullMonths(length);
  if (months >= full.whole) {
    const above = fullYears(length - full.whole * 30);
    const reached = minRational(max.amount ?? base, add(base, multiply(step.amount ?? ZERO, ratio(above))));
    reasoning?.note('kz.solidarity.rateFull', 'holds', {
      args: {
        record: { months },
        full: { months: full.whole },
        above,
        rate: { percent: formatExact(reached) },
      },
      from: [full, rate, step, max],
    });
    return reached;
  }
  const inMonths = ground.option(INCOMPLETE) === 'months';
  const share = inMonths ? ratio(months, full.whole) : ratio(fullYears(length), Math.floor(full.whole / 12));
  const reached = multiply(base, share);
  reasoning?.note('kz.solidarity.rateIncomplete', 'holds', {
    args: {
      record: { months },
      full: { months: full.whole },
      share: formatExact(share),
      rate: { percent: formatExact(reached) },
    },
    from: [full, rate],
    flags: [ground.used(INCOMPLETE)],
  });
  return reached;
}

/** Highest income that counts, in monthly calculation indexes; years without a known value need an assumption. */
function capOf(on: Day, ground: Ground): Rational | undefined {
  return ground.take(CAP, on).amount ?? ground.decimalOption(CAP_OTHER_YEARS);
}

/** The minimum pension owed, undefined where none is, `unknown` where its value in force is not known. */
function guarantee(fullRecord: boolean, on: Day, ground: Ground): Rational | undefined | 'unknown' {
  const answer = ground.option(GUARANTEE);
  if (answer === 'none' || (answer === 'fullRecordOnly' && !fullRecord)) return undefined;
  return ground.take(MIN_PENSION, on).amount ?? 'unknown';
}

function lacking(unknown: readonly Version[], reasoning: Reasoning | undefined): Entitlement {
  reasoning?.unknown(unknown);
  return undetermined('kz.solidarity', unknown.map(missingParameter));
}

function kzt(amount: Rational): { readonly amount: string; readonly currency: string } {
  return { amount: formatAmount(amount), currency: 'KZT' };
}
