import {
  addDays,
  compare,
  day,
  decimal,
  firstOfMonthIndex,
  formatDay,
  yearOf,
  ZERO,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import type { AssessOptions, LawCode } from '../assessment.ts';
import type { BranchCode, ContributionsInput } from '../contribution.ts';
import { contributions } from '../contributions.ts';
import { CURRENCIES, formatAmount } from '../money.ts';
import { continuedRecord } from '../outlook/continued-record.ts';
import { monthIndex, monthOf } from '../record/earnings.ts';
import type { Account, Earning, InsuranceRecord } from '../record/insurance-record.ts';
import { STATE_OF } from '../states.ts';
import { accumulate, risen } from './growth.ts';

/** The account of a law that contributions fill, and the branch that fills it. Mongolia's statute credits its own. */
const FILLED = {
  kz: { kind: 'uapf', branch: 'kz.opv' },
  mn: undefined,
  cn: { kind: 'cn.account', branch: 'cn.account' },
} as const satisfies Record<LawCode, { readonly kind: string; readonly branch: BranchCode } | undefined>;

/** How the law of later days is read. */
export interface Supposed {
  readonly assume?: NonNullable<AssessOptions['assume']>;
  readonly carryFrom: Day;
}

export interface ForecastAssumptions extends Supposed {
  readonly wageGrowth: string;
  readonly returns: string;
}

/**
 * The record of a person who works on until an award: periods and income go on, income rises once a year, and the
 * person's account receives its contributions and the assumed return each month. A supposition, never a register.
 */
export function forecastRecord(
  record: InsuranceRecord,
  law: LawCode,
  from: Day,
  until: Day,
  assumptions: ForecastAssumptions,
): InsuranceRecord {
  const lasting = continuedRecord(record, law, from, until);
  const known = record.earnings.length;
  const year = yearOf(from);
  const earnings = lasting.earnings.map((one, i): Earning => {
    if (i < known) return one;
    const amount = formatAmount(risen(one.amount, assumptions.wageGrowth, Math.max(0, one.year - year)));
    return { ...one, amount };
  });
  return withAccount({ ...lasting, earnings }, law, from, until, assumptions);
}

/** Own income of one month in the state of a law, or nothing. */
export function incomeOf(record: InsuranceRecord, law: LawCode, month: number): Rational | undefined {
  const own = record.earnings.filter(
    (one) => one.country === STATE_OF[law] && one.paid && monthIndex(one.year, one.month) === month,
  );
  const [first] = own;
  if (first === undefined) return undefined;
  const sum = own.reduce((total, { amount }) => total + Math.round(Number(amount) * 100), 0);
  return decimal((sum / 100).toFixed(2));
}

/** What a month of work is put to `contributions` with. */
export function monthOfWork(
  record: InsuranceRecord,
  on: Day,
  income: Rational,
  { assume, carryFrom }: Supposed,
): ContributionsInput {
  const wage = record.circumstances?.china?.localWage?.amount;
  return {
    on,
    as: 'employee',
    income: formatAmount(income),
    birthDate: day(record.person.birthDate),
    ...(wage === undefined ? {} : { localAverageWage: wage }),
    carryFrom,
    ...(assume === undefined ? {} : { assume }),
    explain: 'none',
  };
}

function withAccount(
  record: InsuranceRecord,
  law: LawCode,
  from: Day,
  until: Day,
  assumptions: ForecastAssumptions,
): InsuranceRecord {
  const filled = FILLED[law];
  if (filled === undefined) return record;
  const statement = lastStatement(record, law, filled.kind, until);
  const first = statement === undefined ? monthOf(from) : monthOf(addDays(day(statement.asOf), 1));
  const paidIn: Rational[] = [];
  for (let month = first; month < monthOf(until); month += 1) {
    const income = incomeOf(record, law, month);
    const on = firstOfMonthIndex(month);
    paidIn.push(
      income === undefined ? ZERO : shareOf(law, filled.branch, monthOfWork(record, on, income, assumptions)),
    );
  }
  if (statement === undefined && paidIn.every((paid) => compare(paid, ZERO) === 0)) return record;
  const opening = statement === undefined ? ZERO : decimal(statement.balance);
  const account: Account = {
    country: STATE_OF[law],
    kind: filled.kind,
    balance: formatAmount(accumulate(opening, paidIn, decimal(assumptions.returns))),
    currency: CURRENCIES[law],
    asOf: formatDay(addDays(firstOfMonthIndex(monthOf(until)), -1)),
  };
  const others = record.accounts.filter(
    ({ country, kind }) => country !== account.country || kind !== account.kind,
  );
  return { ...record, accounts: [...others, account] };
}

function shareOf(law: LawCode, branch: BranchCode, month: ContributionsInput): Rational {
  const line = contributions(law, month).lines.find((one) => one.branch === branch);
  return line?.amount === undefined ? ZERO : decimal(line.amount);
}

function lastStatement(record: InsuranceRecord, law: LawCode, kind: string, until: Day): Account | undefined {
  return record.accounts
    .filter((one) => one.country === STATE_OF[law] && one.kind === kind && one.asOf < formatDay(until))
    .toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))
    .at(-1);
}

/** The month before an award. */
export function monthBefore(on: Day): number {
  return monthOf(on) - 1;
}
