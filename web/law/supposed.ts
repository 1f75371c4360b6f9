/** What is written in the form of the tiers page, and what it means. Pure. */
import { parseDay, type Day } from '@urtuu/kernel';
import { tierAssumptionsSchema, type LawCode, type TierAssumptionsInput } from '@urtuu/law';

/** Every field as typed. */
export interface Supposed {
  readonly law: LawCode;
  /** ISO day, what was typed so far, or '' */
  readonly retireOn: string;
  readonly wageGrowth: string;
  readonly returns: string;
  readonly incomeTax: string;
  readonly pensionTax: string;
  readonly balance: string;
  readonly contribution: string;
  readonly fundReturns: string;
  readonly payoutMonths: string;
}

export const START: Supposed = {
  law: 'kz',
  retireOn: '',
  wageGrowth: '0',
  returns: '0',
  incomeTax: '0',
  pensionTax: '0',
  balance: '0',
  contribution: '0',
  fundReturns: '0',
  payoutMonths: '240',
};

export interface Meaning {
  readonly retireOn: Day | undefined;
  readonly assumptions: TierAssumptionsInput;
  /** fields that mean nothing yet; a forecast needs none */
  readonly faulty: ReadonlySet<keyof Supposed>;
}

/** A plan is asked for once something is in it or paid in. */
export function meaningOf(supposed: Supposed, from: Day): Meaning {
  const { wageGrowth, returns, incomeTax, pensionTax, balance, contribution } = supposed;
  const assumptions = {
    wageGrowth,
    returns,
    incomeTax,
    pensionTax,
    ...(balance === '0' && contribution === '0'
      ? {}
      : {
          privateFund: {
            balance,
            contribution,
            returns: supposed.fundReturns,
            payoutMonths: Number(supposed.payoutMonths),
          },
        }),
  };
  const faulty = new Set<keyof Supposed>();
  for (const { path } of tierAssumptionsSchema.safeParse(assumptions).error?.issues ?? [])
    faulty.add(fieldOf(path));
  const day = parseDay(supposed.retireOn);
  if (supposed.retireOn !== '' && (!day.ok || day.value < from)) faulty.add('retireOn');
  return { retireOn: day.ok ? day.value : undefined, assumptions, faulty };
}

/** The return of the plan and that of the law’s accounts have one name in the assumptions. */
function fieldOf(path: readonly PropertyKey[]): keyof Supposed {
  const [member, inPlan] = path;
  if (member !== 'privateFund') return FIELDS.find((field) => field === member) ?? 'returns';
  return inPlan === 'returns' ? 'fundReturns' : (FIELDS.find((field) => field === inPlan) ?? 'balance');
}

const FIELDS = [
  'wageGrowth',
  'returns',
  'incomeTax',
  'pensionTax',
  'balance',
  'contribution',
  'payoutMonths',
] as const satisfies readonly (keyof Supposed)[];
