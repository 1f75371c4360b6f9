import {
  compare,
  day,
  decimal,
  divide,
  formatDay,
  formatExact,
  minRational,
  multiply,
  ONE,
  ratio,
  round,
  subtractRational,
  toNumber,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import type { LawCode } from '../assessment.ts';
import { FLOOR_TO_HUNDREDTH, formatAmount, HALF_UP_TO_HUNDREDTH, percent } from '../money.ts';
import { parameter } from '../parameters/register.ts';
import { monthOf } from '../record/earnings.ts';
import type { PrivateFund } from './assumptions.ts';
import { accumulate } from './growth.ts';

const LIMIT = parameter('cn.individualPension.limit');
const WITHDRAWAL_TAX = parameter('cn.individualPension.tax');

/** A private plan at the day of retirement. Amounts are decimal texts. */
export interface PrivatePlan {
  /** value on the first day of the forecast */
  readonly value: string;
  /** day of the unit price that it stands on, ISO */
  readonly pricedOn?: string;
  /** percent a year, before fees */
  readonly returns: string;
  /** the return is what the published unit prices have achieved, not an assumption */
  readonly achieved: boolean;
  /** paid in a month, after a yearly limit of the law */
  readonly contribution: string;
  readonly limited: boolean;
  readonly balance: string;
  /** a month, before tax */
  readonly monthly: string;
  /** percent taken on withdrawal, where the law states one */
  readonly tax?: string;
}

/**
 * A plan with a private fund: its value by the last published unit price, contributions after the entry fee, the return
 * less the yearly fee, paid out in equal months. Undefined where it holds units without a price up to the first day. China limits what may be paid in a year and taxes withdrawals.
 */
export function privatePlan(fund: PrivateFund, law: LawCode, from: Day, until: Day): PrivatePlan | undefined {
  const worth = valueOn(fund, from);
  if (worth === undefined) return undefined;
  const { value, pricedOn } = worth;
  const achieved = fund.returns === undefined;
  const returns = fund.returns ?? achievedReturn(fund);
  const limit = law === 'cn' ? LIMIT.at(from).amount : undefined;
  const asked = decimal(fund.contribution);
  const paid = limit === undefined ? asked : minRational(asked, divide(limit, ratio(12)));
  const invested = round(
    multiply(paid, subtractRational(ONE, percent(decimal(fund.entryFee)))),
    HALF_UP_TO_HUNDREDTH,
  );
  const months = Math.max(0, monthOf(until) - monthOf(from));
  const balance = accumulate(
    value,
    Array.from({ length: months }, () => invested),
    subtractRational(decimal(returns), decimal(fund.yearlyFee)),
  );
  const tax = law === 'cn' ? WITHDRAWAL_TAX.at(until).amount : undefined;
  return {
    value: formatAmount(value),
    ...(pricedOn === undefined ? {} : { pricedOn }),
    returns,
    achieved,
    contribution: formatAmount(paid),
    limited: compare(paid, asked) < 0,
    balance: formatAmount(balance),
    monthly: formatAmount(round(divide(balance, ratio(fund.payoutMonths)), FLOOR_TO_HUNDREDTH)),
    ...(tax === undefined ? {} : { tax: formatExact(tax) }),
  };
}

/** Percent a year that unit prices have achieved from the first to the last, to 0.01. */
function achievedReturn({ unitPrices = [] }: PrivateFund): string {
  const sorted = unitPrices.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (first === undefined || last === undefined || first.on === last.on)
    throw new Error('The schema asks a return, or prices of two days');
  const years = (day(last.on) - day(first.on)) / 365.25;
  const growth = toNumber(divide(decimal(last.price), decimal(first.price))) ** (1 / years) - 1;
  return (growth * 100).toFixed(2);
}

function valueOn(
  { units, unitPrices = [], balance = '0' }: PrivateFund,
  on: Day,
): { readonly value: Rational; readonly pricedOn?: string } | undefined {
  const until = formatDay(on);
  const price = unitPrices
    .filter((one) => one.on <= until)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1);
  if (units === undefined) return { value: decimal(balance) };
  if (price === undefined) return undefined;
  return {
    value: round(multiply(decimal(units), decimal(price.price)), HALF_UP_TO_HUNDREDTH),
    pricedOn: price.on,
  };
}
