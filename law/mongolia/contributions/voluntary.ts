import { addDays, addMonths, compare, formatDay, maxRational, subtractRational, ZERO } from '@urtuu/kernel';
import { missingFact, missingParameter, unknownAmong } from '../../component.ts';
import type {
  BranchCode,
  ContributionMonth,
  NationalContributions,
  Share,
  Subsidy,
} from '../../contribution.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { mnt } from '../../money.ts';
import { parameter } from '../../parameters/register.ts';
import { carerContributions } from './carer.ts';
import { herderMatch } from './herder-match.ts';
import { shareOf, unknownShare } from '../../contribution-share.ts';

import { TERMS } from './terms.ts';

const MIN_WAGE = parameter('mn.minWage');
const TOTAL = parameter('mn.v.rate');
const MINIMUM = parameter('mn.v.minimum');
const MOTHER_CHILD_AGE = parameter('mn.v.motherUnder3.age');
const MOTHER_AMOUNT = parameter('mn.v.motherUnder3.amount');

/** The branches of voluntary insurance; unemployment insurance is not among them. */
const BRANCHES = [
  { branch: 'mn.pension', rate: parameter('mn.v.pension') },
  { branch: 'mn.benefits', rate: parameter('mn.v.benefits') },
  { branch: 'mn.accident', rate: parameter('mn.v.accident') },
] as const satisfies readonly { readonly branch: BranchCode; readonly rate: unknown }[];

/**
 * Contributions of a herder, a self-employed person or a carer on the income declared for one month, not below the
 * minimum wage. The state pays a part for herders and carers; mothers of a small child owe no pension share.
 */
export function voluntaryContributions(
  month: ContributionMonth,
  ground: Ground,
  reasoning: Reasoning | undefined,
): NationalContributions {
  const { on, income } = month;
  const wage = ground.take(MIN_WAGE, on);
  if (wage.amount === undefined) {
    const missing = missingParameter(wage);
    const shares = BRANCHES.map(({ branch }) => unknownShare(branch, 'insured', income, missing, reasoning));
    return { insured: true, shares, limitedBy: [], subsidies: [] };
  }
  if (month.as === 'carer') return carerContributions(month, wage, ground, reasoning);
  const base = maxRational(income, wage.amount);
  const raised = compare(base, income) > 0;
  reasoning?.note('mn.v.base', 'holds', {
    args: { income: mnt(income), floor: mnt(wage.amount), base: mnt(base) },
    from: [wage],
  });
  const own = BRANCHES.map(({ branch, rate }) =>
    shareOf(branch, 'insured', base, { version: ground.take(rate, on) }, TERMS, ground, reasoning),
  );
  const [pension, ...others] = own;
  const exempt = motherOfSmallChild(month, ground, reasoning);
  const subsidy =
    exempt === undefined && month.as === 'herder' ? herderMatch(month, wage, ground, reasoning) : undefined;
  noteMinimum(month, ground, reasoning);
  const limitedBy = raised ? (['floor'] as const) : [];
  if (pension === undefined) return { insured: true, shares: own, limitedBy, subsidies: [] };
  if (exempt !== undefined)
    return {
      insured: true,
      shares: [{ ...pension, amount: ZERO, missing: [] }, ...others],
      limitedBy,
      subsidies: [exempt],
    };
  if (subsidy === undefined) return { insured: true, shares: own, limitedBy, subsidies: [] };
  if (!subsidy.known) {
    const missing = missingFact(subsidy.missing);
    const unknown = (['insured', 'state'] as const).map((payer) =>
      unknownShare('mn.pension', payer, base, missing, reasoning),
    );
    return { insured: true, shares: [...unknown, ...others], limitedBy, subsidies: [] };
  }
  const reduced: Share = {
    ...pension,
    amount:
      pension.amount === undefined
        ? undefined
        : subtractRational(pension.amount, subsidy.share.amount ?? ZERO),
  };
  return {
    insured: true,
    shares: [reduced, ...others, subsidy.share],
    limitedBy,
    subsidies: [subsidy.subsidy],
  };
}

/** Mothers of a child under three owe no pension share. Who pays it instead is not stated by the source. */
function motherOfSmallChild(
  { on, motherOfChildBorn }: ContributionMonth,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Subsidy | undefined {
  if (motherOfChildBorn === undefined) return undefined;
  const age = ground.take(MOTHER_CHILD_AGE, on);
  const published = ground.take(MOTHER_AMOUNT, on);
  if (Number.isNaN(age.whole)) return undefined;
  const third = addMonths(motherOfChildBorn, age.whole);
  const holds = on < third && on >= motherOfChildBorn;
  const until = formatDay(addDays(third, -1));
  reasoning?.note('mn.v.motherUnder3', holds ? 'holds' : 'fails', {
    args: {
      age: { age: age.whole },
      until: { day: until },
      published: published.amount === undefined ? '' : mnt(published.amount),
    },
    from: [age, published],
  });
  return holds ? { branch: 'mn.pension', rule: 'mn.v.motherUnder3', until } : undefined;
}

/** The published least contribution is the whole rate of the minimum wage. */
function noteMinimum({ on }: ContributionMonth, ground: Ground, reasoning: Reasoning | undefined): void {
  const versions = [ground.take(TOTAL, on), ground.take(MINIMUM, on)] as const;
  const [rate, least] = versions;
  if (
    reasoning === undefined ||
    unknownAmong(versions).length > 0 ||
    rate.published.value === null ||
    least.amount === undefined
  )
    return;
  reasoning.note('mn.v.minimum', 'info', {
    args: { rate: { percent: rate.published.value }, least: mnt(least.amount) },
    from: versions,
  });
}
