import { add, compare, formatDay, formatExact, parseDecimal, ZERO, type Rational } from '@urtuu/kernel';
import { LAW_CODES, type CurrencyCode, type LawCode, type MissingFact } from './assessment.ts';
import {
  PAYERS,
  type ContributionLine,
  type ContributionMonth,
  type Contributions,
  type ContributionsInput,
  type NationalContributions,
  type Payer,
  type Share,
} from './contribution.ts';
import { chinaContributions } from './china/contributions.ts';
import { Ground } from './finding/ground.ts';
import { Reasoning } from './finding/reasoning.ts';
import { kazakhstanContributions } from './kazakhstan/contributions.ts';
import { mongoliaContributions } from './mongolia/contributions/contributions.ts';
import { CURRENCIES, formatAmount } from './money.ts';

/** The contribution rules of one law: pure, reading law only through the ground. */
export type ContributionStatute = (
  month: ContributionMonth,
  ground: Ground,
  reasoning: Reasoning | undefined,
) => NationalContributions;

/** A new law adds its line here. */
const STATUTES: Readonly<Partial<Record<LawCode, ContributionStatute>>> = {
  cn: chinaContributions,
  kz: kazakhstanContributions,
  mn: mongoliaContributions,
};

/** The laws whose contributions are known here. */
export function contributionLaws(): LawCode[] {
  return LAW_CODES.filter((law) => STATUTES[law] !== undefined);
}

/**
 * Contributions of one month under one law: what employer, insured person and state owe to each branch, with ceilings,
 * floors and subsidies. Pure: the same input gives the same result. Throws RangeError on an income that is no decimal
 * or negative, on an assumption that is not among its flag's options, and on a law without contributions here
 * (`contributionLaws` lists them).
 */
export function contributions(law: LawCode, input: ContributionsInput): Contributions {
  const statute = STATUTES[law];
  if (statute === undefined) throw new RangeError(`the contributions of ${law} are not known here`);
  const { assume, carryFrom, explain, income, ...month } = input;
  const ground = new Ground(assume, carryFrom === undefined ? undefined : { carryFrom });
  const reasoning = explain === 'full' ? new Reasoning('contributions') : undefined;
  const { insured, shares, limitedBy, subsidies } = statute(
    { ...month, income: incomeOf(income) },
    ground,
    reasoning,
  );
  const missing = missingOf(shares);
  const outcome = !insured ? 'notInsured' : missing.length > 0 ? 'undetermined' : 'due';
  reasoning?.conclude(FINDING[outcome], {
    args: { law: { term: `lawOf.${law}` }, on: { day: formatDay(input.on) } },
  });
  return {
    law,
    on: formatDay(input.on),
    as: input.as,
    currency: CURRENCIES[law] satisfies CurrencyCode,
    outcome,
    limitedBy,
    lines: shares.map(written),
    totals: totalsOf(shares),
    subsidies,
    missing,
    ...(reasoning === undefined ? {} : { findings: reasoning.finding() }),
    parameters: ground.parameters,
    flags: ground.flags,
  };
}

const FINDING = { due: 'holds', notInsured: 'fails', undetermined: 'unknown' } as const;

function incomeOf(text: string): Rational {
  const income = parseDecimal(text);
  if (income === undefined || compare(income, ZERO) < 0)
    throw new RangeError(`income "${text}": wanted a decimal number, not negative`);
  return income;
}

function written({ branch, payer, base, rate, amount, missing }: Share): ContributionLine {
  return {
    branch,
    payer,
    base: formatAmount(base),
    ...(rate === undefined ? {} : { rate: formatExact(rate) }),
    ...(amount === undefined ? {} : { amount: formatAmount(amount) }),
    ...(missing.length === 0 ? {} : { missing }),
  };
}

function totalsOf(shares: readonly Share[]): Contributions['totals'] {
  const totals: Partial<Record<Payer, string>> = {};
  for (const payer of PAYERS) {
    const own = shares.filter((share) => share.payer === payer);
    let sum: Rational | undefined = own.length === 0 ? undefined : ZERO;
    for (const { amount } of own)
      sum = sum === undefined || amount === undefined ? undefined : add(sum, amount);
    if (sum !== undefined) totals[payer] = formatAmount(sum);
  }
  return totals;
}

/** What is missed, each fact once. */
function missingOf(shares: readonly Share[]): MissingFact[] {
  const facts: MissingFact[] = [];
  for (const { missing } of shares)
    for (const one of missing) if (!facts.some(({ fact }) => fact === one.fact)) facts.push(one);
  return facts;
}
