import {
  compare,
  formatExact,
  minRational,
  multiply,
  type Day,
  type Rational,
  type Rounding,
} from '@urtuu/kernel';
import { missingFact, missingParameter } from '../component.ts';
import type { BranchCode, ContributionMonth, NationalContributions, Share } from '../contribution.ts';
import { shareOf, unknownShare, type ShareTerms } from '../contribution-share.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { FLOOR_TO_HUNDREDTH, FLOOR_TO_ONE, kzt } from '../money.ts';
import { flag, type Flag } from '../parameters/flag.ts';
import type { Series } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';

const OPV_RATE = parameter('kz.opv.rate');
const OPV_CAP = parameter('kz.opv.cap');
const OPPV_RATE = parameter('kz.oppv.rate');
const OPVR_RATE = parameter('kz.opvr.rate');
const OPVR_BORN_FROM = parameter('kz.opvr.bornFrom');
const MIN_WAGE = parameter('kz.minWage');
const OPV_RATE_FLAG = flag('kz.opvRate');
const OPV_CAP_FLAG = flag('kz.opvCap');
const OPPV_RATE_FLAG = flag('kz.oppvRate');
const ROUND = flag('round.kzFunded');

const ROUNDINGS: Readonly<Record<string, Rounding>> = {
  truncateToHundredth: FLOOR_TO_HUNDREDTH,
  truncateToOne: FLOOR_TO_ONE,
};

const TERMS: ShareTerms = {
  currency: 'KZT',
  rounding: (ground) => ROUNDINGS[ground.option(ROUND) ?? ''] ?? FLOOR_TO_HUNDREDTH,
  roundingFlag: (ground) => ground.used(ROUND),
};

/**
 * Pension contributions of one month in Kazakhstan: the insured person's own (OPV) on income up to so many minimum
 * wages, the employer's for hazardous work (OPPV), and the employer's notional one (OPVR) for the cohorts from 1975 on.
 * Who is not employed owes the own contribution alone. Contributions to other branches are not in this library.
 */
export function kazakhstanContributions(
  month: ContributionMonth,
  ground: Ground,
  reasoning: Reasoning | undefined,
): NationalContributions {
  if (month.as === 'herder' || month.as === 'carer')
    return { insured: false, shares: [], limitedBy: [], subsidies: [] };
  const { on, income } = month;
  const base = cappedBase(income, on, ground, reasoning);
  const shares: Share[] = [
    base === undefined
      ? unknownShare('kz.opv', 'insured', income, missingParameter(MIN_WAGE.at(on)), reasoning)
      : ratedShare('kz.opv', 'insured', base, OPV_RATE, OPV_RATE_FLAG, on, ground, reasoning),
  ];
  if (month.as === 'employee') {
    if (month.hazardousWork === true)
      shares.push(
        ratedShare('kz.oppv', 'employer', income, OPPV_RATE, OPPV_RATE_FLAG, on, ground, reasoning),
      );
    shares.push(...employerShare(month, ground, reasoning));
  }
  const limited = base !== undefined && compare(base, income) < 0;
  return { insured: true, shares, limitedBy: limited ? ['ceiling'] : [], subsidies: [] };
}

/** Income up to so many minimum wages; undefined where the wage or the multiple is not known. */
function cappedBase(
  income: Rational,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Rational | undefined {
  const cap = ground.take(OPV_CAP, on);
  const wage = ground.take(MIN_WAGE, on);
  const multiple = cap.flag === OPV_CAP_FLAG.flag ? ground.decimalOption(OPV_CAP_FLAG) : cap.amount;
  if (multiple === undefined || wage.amount === undefined) return undefined;
  const ceiling = multiply(multiple, wage.amount);
  const base = minRational(income, ceiling);
  reasoning?.note('kz.c.base', 'holds', {
    args: {
      income: kzt(income),
      multiple: formatExact(multiple),
      wage: kzt(wage.amount),
      ceiling: kzt(ceiling),
      base: kzt(base),
    },
    from: [cap, wage],
    ...(cap.flag === undefined ? {} : { flags: [ground.used(OPV_CAP_FLAG)] }),
  });
  return base;
}

/** A share by a rate; where an open question stands behind the rate, its answer. */
function ratedShare(
  branch: BranchCode,
  payer: 'insured' | 'employer',
  base: Rational,
  series: Series,
  question: Flag,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Share {
  const version = ground.take(series, on);
  const value = version.flag === question.flag ? ground.decimalOption(question) : undefined;
  return shareOf(branch, payer, base, { version, value }, TERMS, ground, reasoning);
}

/** The employer's own contribution, for those born from 1975 on. */
function employerShare(
  { on, income, birthDate }: ContributionMonth,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Share[] {
  const version = ground.take(OPVR_RATE, on);
  // Before 2024 it did not exist, so nothing is missing.
  if (version.amount === undefined) return [];
  const cohort = ground.take(OPVR_BORN_FROM, on);
  if (cohort.day === undefined)
    return [unknownShare('kz.opvr', 'employer', income, missingParameter(cohort), reasoning)];
  if (birthDate === undefined)
    return [unknownShare('kz.opvr', 'employer', income, missingFact('input.birthDate'), reasoning)];
  if (birthDate < cohort.day) return [];
  return [shareOf('kz.opvr', 'employer', income, { version }, TERMS, ground, reasoning)];
}
