import {
  compare,
  formatExact,
  minRational,
  multiply,
  parseDecimal,
  subtractRational,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import { missingFact, missingParameter } from '../component.ts';
import type { BranchCode, ContributionMonth, NationalContributions, Payer, Share } from '../contribution.ts';
import { shareOf, unknownShare, type ShareTerms } from '../contribution-share.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { cny, percent } from '../money.ts';
import type { Version } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import { rounding, roundingFlag } from './rounding.ts';

const EMPLOYER = parameter('cn.c.employer');
const EMPLOYEE = parameter('cn.c.employee');
const CAP = parameter('cn.c.baseCap');
const FLEXIBLE = parameter('cn.c.flexible');
const FLEXIBLE_ACCOUNT = parameter('cn.c.flexible.account');

const TERMS: ShareTerms = { currency: 'CNY', rounding, roundingFlag };

/** A share before it is computed: the rate, and the parameter that gives it. */
interface Rated {
  readonly branch: BranchCode;
  readonly payer: Payer;
  readonly version: Version;
  readonly value: Rational | undefined;
}

/**
 * Pension contributions of one month of urban employees in China: the employer's to the pooled fund, at most so much by
 * the province, and the employee's to the individual account, on income up to a multiple of the local average wage. Who
 * works for themselves pays both parts. The floor of the base is provincial and not in this library.
 */
export function chinaContributions(
  month: ContributionMonth,
  ground: Ground,
  reasoning: Reasoning | undefined,
): NationalContributions {
  if (month.as === 'herder' || month.as === 'carer')
    return { insured: false, shares: [], limitedBy: [], subsidies: [] };
  const { on, income } = month;
  const rates = month.as === 'employee' ? ratesOfEmployee(on, ground) : ratesOfFlexible(on, ground);
  const base = cappedBase(month, ground, reasoning);
  const shares = rates.map(({ branch, payer, version, value }): Share => {
    if (base === undefined)
      return unknownShare(branch, payer, income, missingFact('input.localAverageWage'), reasoning);
    if (value === undefined) return unknownShare(branch, payer, base, missingParameter(version), reasoning);
    return shareOf(branch, payer, base, { version, value }, TERMS, ground, reasoning);
  });
  const limited = base !== undefined && compare(base, income) < 0;
  return { insured: true, shares, limitedBy: limited ? ['ceiling'] : [], subsidies: [] };
}

function ratesOfEmployee(on: Day, ground: Ground): Rated[] {
  const employer = ground.take(EMPLOYER, on);
  const employee = ground.take(EMPLOYEE, on);
  return [
    { branch: 'cn.pension', payer: 'employer', version: employer, value: employer.amount },
    { branch: 'cn.account', payer: 'insured', version: employee, value: employee.amount },
  ];
}

/** Of the whole rate one part goes to the account, the rest to the pooled fund. */
function ratesOfFlexible(on: Day, ground: Ground): Rated[] {
  const whole = ground.take(FLEXIBLE, on);
  const account = ground.take(FLEXIBLE_ACCOUNT, on);
  const pooled =
    whole.amount === undefined || account.amount === undefined
      ? undefined
      : subtractRational(whole.amount, account.amount);
  return [
    { branch: 'cn.pension', payer: 'insured', version: whole, value: pooled },
    { branch: 'cn.account', payer: 'insured', version: account, value: account.amount },
  ];
}

/** Income up to a multiple of the local average wage; undefined where that wage is not given. */
function cappedBase(
  { on, income, localAverageWage }: ContributionMonth,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Rational | undefined {
  const cap = ground.take(CAP, on);
  if (localAverageWage === undefined || cap.amount === undefined) return undefined;
  const wage = parseDecimal(localAverageWage);
  if (wage === undefined) throw new RangeError(`localAverageWage "${localAverageWage}": wanted a decimal`);
  const base = minRational(income, multiply(wage, percent(cap.amount)));
  reasoning?.note('cn.c.base', 'holds', {
    args: {
      income: cny(income),
      cap: { percent: formatExact(cap.amount) },
      wage: cny(wage),
      base: cny(base),
    },
    from: [cap],
  });
  return base;
}
