import {
  add,
  compare,
  decimal,
  divide,
  formatDay,
  formatExact,
  multiply,
  ONE,
  ratio,
  round,
  subtractRational,
  firstOfYear,
  yearOf,
  parseDay,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import { missingFact, missingParameter, notEligible, undetermined, type Entitlement } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { cny, percent } from '../money.ts';
import { flag } from '../parameters/flag.ts';
import type { Series, Version } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { rounding, roundingFlag } from './rounding.ts';

const YOUNGEST = 40;
const OLDEST = 70;
const DIVISORS: readonly Series[] = Array.from({ length: OLDEST - YOUNGEST + 1 }, (_, i) =>
  parameter(`cn.divisor.${YOUNGEST + i}`),
);
const INTEREST = parameter('cn.account.interest');
const AT_47 = flag('cn.divisor47');
const BETWEEN = flag('cn.divisorAge');
const LATER_INTEREST = flag('cn.interestAfter2023');

/**
 * Pension from the individual account: the balance by the divisor months of the age at retirement.
 * @param ageMonths age at the award, full months
 */
export function accountPension(
  record: CompiledRecord,
  ageMonths: number,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const accounts = record.wire.accounts.filter(
    ({ country, kind, asOf }) => country === 'CN' && kind === 'cn.account' && asOf <= formatDay(on),
  );
  const account = accounts.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1)).at(-1);
  if (account === undefined) {
    reasoning?.note('cn.account.none', 'unknown');
    return undetermined('cn.account', [missingFact('cn.account')]);
  }
  const balance = withInterest(decimal(account.balance), account.asOf, on, ground, reasoning);
  if (balance === undefined) return undetermined('cn.account', [missingFact('cn.interestAfter2023')]);
  if (compare(balance, ratio(0)) === 0) return notEligible('cn.account');
  const divisor = divisorAt(ageMonths, on, ground);
  if (divisor.months === undefined) {
    reasoning?.unknown(divisor.versions);
    const [version] = divisor.versions;
    return undetermined('cn.account', [
      version === undefined ? missingFact('cn.divisorAge') : missingParameter(version),
    ]);
  }
  const amount = round(divide(balance, divisor.months), rounding(ground));
  reasoning?.note('cn.account', 'holds', {
    args: {
      balance: cny(balance),
      divisor: formatExact(divisor.months),
      age: { age: ageMonths },
      amount: cny(amount),
    },
    from: divisor.versions,
    flags: [ground.used(BETWEEN), roundingFlag(ground)],
  });
  return { component: 'cn.account', outcome: 'eligible', amount, missing: [] };
}

/** Interest of every full calendar year after the statement and before the award. Undefined where a rate is missing. */
function withInterest(
  stated: Rational,
  asOf: string,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Rational | undefined {
  const day = parseDay(asOf);
  if (!day.ok) return stated;
  let balance = stated;
  for (let year = yearOf(day.value) + 1; year < yearOf(on); year += 1) {
    const version = ground.take(INTEREST, firstOfYear(year));
    const rate = version.flag === LATER_INTEREST.flag ? ground.decimalOption(LATER_INTEREST) : version.amount;
    if (rate === undefined) {
      reasoning?.unknown([version]);
      return undefined;
    }
    balance = round(multiply(balance, add(ONE, percent(rate))), rounding(ground));
    reasoning?.note('cn.account.interest', 'info', {
      args: { year: String(year), rate: { percent: formatExact(rate) }, balance: cny(balance) },
      from: [version],
    });
  }
  return balance;
}

interface Divisor {
  readonly months: Rational | undefined;
  readonly versions: readonly Version[];
}

/** The divisor of an age in months; between two birthdays by the answer to an open question. */
function divisorAt(ageMonths: number, on: Day, ground: Ground): Divisor {
  const between = ground.option(BETWEEN);
  const part = ageMonths % 12;
  const full = Math.floor(ageMonths / 12) + (between === 'round' && part >= 6 ? 1 : 0);
  const lower = wholeYear(full, on, ground);
  if (between !== 'interpolate' || part === 0 || lower.months === undefined) return lower;
  const upper = wholeYear(full + 1, on, ground);
  if (upper.months === undefined) return upper;
  const step = multiply(subtractRational(upper.months, lower.months), ratio(part, 12));
  return { months: add(lower.months, step), versions: [...lower.versions, ...upper.versions] };
}

function wholeYear(age: number, on: Day, ground: Ground): Divisor {
  const series = DIVISORS[age - YOUNGEST];
  if (series === undefined) return { months: undefined, versions: [] };
  const version = ground.take(series, on);
  const months = version.flag === AT_47.flag ? decimal(ground.option(AT_47) ?? '208') : version.amount;
  return { months, versions: [version] };
}
