import {
  add,
  compare,
  formatExact,
  minRational,
  multiply,
  parseDecimal,
  ZERO,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import type { MissingFact } from '../../assessment.ts';
import { missingFact, missingParameter, unknownAmong } from '../../component.ts';
import type {
  BranchCode,
  ContributionMonth,
  NationalContributions,
  Payer,
  Share,
} from '../../contribution.ts';
import type { Arg } from '../../finding/finding.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { mnt } from '../../money.ts';
import { flag } from '../../parameters/flag.ts';
import type { Series, Version } from '../../parameters/parameter.ts';
import { parameter } from '../../parameters/register.ts';
import { shareOf, unknownShare } from '../../contribution-share.ts';

import { TERMS } from './terms.ts';

const CEILING = parameter('mn.c.ceiling');
const MIN_WAGE = parameter('mn.minWage');
const ACCIDENT_MIN = parameter('mn.c.accident.min');
const ACCIDENT_MAX = parameter('mn.c.accident.max');
const TOTALS = [
  parameter('mn.c.total.employerMin'),
  parameter('mn.c.total.employerMax'),
  parameter('mn.c.total.insured'),
] as const;
const CEILING_RULE = flag('mn.ceiling');
const ACCIDENT_TOP = flag('mn.accidentMax');
const STEPS = flag('mn.contribSteps');
const UNEMPLOYMENT = flag('mn.uiContribution');

/** Rates of one branch on a day. */
interface BranchRates {
  readonly branch: BranchCode;
  readonly employer: Series;
  readonly insured: Series;
}

const BRANCHES: readonly BranchRates[] = [
  {
    branch: 'mn.pension',
    employer: parameter('mn.c.pension.employer'),
    insured: parameter('mn.c.pension.insured'),
  },
  {
    branch: 'mn.benefits',
    employer: parameter('mn.c.benefits.employer'),
    insured: parameter('mn.c.benefits.insured'),
  },
  {
    branch: 'mn.unemployment',
    employer: parameter('mn.c.unemployment.employer'),
    insured: parameter('mn.c.unemployment.insured'),
  },
  {
    branch: 'mn.health',
    employer: parameter('mn.c.health.employer'),
    insured: parameter('mn.c.health.insured'),
  },
];

/** Contributions of an employee and the employer on the income of one month, up to the ceiling. */
export function compulsoryContributions(
  month: ContributionMonth,
  ground: Ground,
  reasoning: Reasoning | undefined,
): NationalContributions {
  const { on, income } = month;
  const ceiling = ceilingOn(on, ground);
  if (ceiling.missing !== undefined) return withoutCeiling(income, ceiling.missing, reasoning);
  const base = ceiling.amount === undefined ? income : minRational(income, ceiling.amount);
  const limited = compare(base, income) < 0;
  reasoning?.note('mn.c.base', 'holds', {
    args: {
      income: mnt(income),
      ceiling: ceiling.amount === undefined ? { term: 'option.none' } : mnt(ceiling.amount),
      base: mnt(base),
    },
    from: ceiling.from,
    flags: [ground.used(CEILING_RULE)],
  });
  const shares = BRANCHES.flatMap(({ branch: code, employer, insured }) => [
    shareOf(code, 'employer', base, rateOn(employer, 'employer', on, ground), TERMS, ground, reasoning),
    shareOf(code, 'insured', base, rateOn(insured, 'insured', on, ground), TERMS, ground, reasoning),
  ]);
  shares.push(accidentShare(month, base, ground, reasoning));
  noteTotals(shares, on, ground, reasoning);
  return { insured: true, shares, limitedBy: limited ? ['ceiling'] : [], subsidies: [] };
}

interface Ceiling {
  /** MNT per month; undefined where there is none, or where it is missing */
  readonly amount: Rational | undefined;
  readonly missing?: MissingFact;
  readonly from: readonly Version[];
}

function ceilingOn(on: Day, ground: Ground): Ceiling {
  const rule = ground.option(CEILING_RULE);
  if (rule === 'none') return { amount: undefined, from: [] };
  const wage = ground.take(MIN_WAGE, on);
  if (wage.amount === undefined) return { amount: undefined, missing: missingParameter(wage), from: [wage] };
  if (rule === 'minimumWage') return { amount: wage.amount, from: [wage] };
  const multiple = ground.take(CEILING, on);
  return multiple.amount === undefined
    ? { amount: undefined, missing: missingParameter(multiple), from: [multiple, wage] }
    : { amount: multiply(multiple.amount, wage.amount), from: [multiple, wage] };
}

/** Without the ceiling the base is not known, so nothing is. */
function withoutCeiling(
  income: Rational,
  missing: MissingFact,
  reasoning: Reasoning | undefined,
): NationalContributions {
  const shares = BRANCHES.flatMap(({ branch: code }) =>
    (['employer', 'insured'] as const).map((payer) => unknownShare(code, payer, income, missing, reasoning)),
  );
  shares.push(unknownShare('mn.accident', 'employer', income, missing, reasoning));
  return { insured: true, shares, limitedBy: [], subsidies: [] };
}

/** A rate in force; where an open question stands behind it, the answer taken. */
function rateOn(
  series: Series,
  payer: Payer,
  on: Day,
  ground: Ground,
): { readonly version: Version; readonly value: Rational | undefined } {
  const version = ground.take(series, on);
  if (version.flag === STEPS.flag) return { version, value: ground.decimalOption(STEPS) };
  if (version.flag !== UNEMPLOYMENT.flag) return { version, value: undefined };
  const [employer = '', insured = ''] = (ground.option(UNEMPLOYMENT) ?? '').split('+');
  return { version, value: parseDecimal(payer === 'employer' ? employer : insured) };
}

/** The employer’s own rate for employment injury, which its sector fixes within a band. */
function accidentShare(
  { on, accidentRate }: ContributionMonth,
  base: Rational,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Share {
  const least = ground.take(ACCIDENT_MIN, on);
  const most = ground.take(ACCIDENT_MAX, on);
  const top = most.amount === undefined ? undefined : (ground.decimalOption(ACCIDENT_TOP) ?? most.amount);
  const missing = (fact: MissingFact): Share =>
    unknownShare('mn.accident', 'employer', base, fact, reasoning);
  if (least.amount === undefined || top === undefined) return missing(missingParameter(least));
  if (accidentRate === undefined) return missing(missingFact('input.accidentRate'));
  const rate = parseDecimal(accidentRate);
  if (rate === undefined || compare(rate, least.amount) < 0 || compare(rate, top) > 0)
    return missing(missingFact('input.accidentRate.band'));
  return shareOf('mn.accident', 'employer', base, { version: most, value: rate }, TERMS, ground, reasoning);
}

/** The published totals hold the branches together; a difference shows that one of them is not as published. */
function noteTotals(
  shares: readonly Share[],
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): void {
  const versions = TOTALS.map((series) => ground.take(series, on));
  if (reasoning === undefined || unknownAmong(versions).length > 0) return;
  const [least, most, insured] = versions.map(({ published }) => ({ percent: published.value ?? '' }));
  if (least === undefined || most === undefined || insured === undefined) return;
  reasoning.note('mn.c.total', 'info', {
    args: {
      employer: rateInAll(shares, 'employer'),
      insured: rateInAll(shares, 'insured'),
      least,
      most,
      published: insured,
    },
    from: versions,
  });
}

function rateInAll(shares: readonly Share[], payer: Payer): Arg {
  let sum = ZERO;
  for (const share of shares) {
    if (share.payer !== payer) continue;
    if (share.rate === undefined) return { term: 'outcome.undetermined' };
    sum = add(sum, share.rate);
  }
  return { percent: formatExact(sum) };
}
