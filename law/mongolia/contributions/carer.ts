import { addDays, addMonths, compare, formatDay } from '@urtuu/kernel';
import { missingFact } from '../../component.ts';
import type { ContributionMonth, NationalContributions } from '../../contribution.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { formatAmount } from '../../money.ts';
import type { Version } from '../../parameters/parameter.ts';
import { parameter } from '../../parameters/register.ts';
import { shareOf, unknownShare } from '../../contribution-share.ts';

import { TERMS } from './terms.ts';

const STATE = parameter('mn.v.carer.stateRate');
const BENEFITS = parameter('mn.v.benefits');
const ACCIDENT = parameter('mn.v.accident');
const OWN = parameter('mn.v.carer.ownRate');
const CHILD_AGE = parameter('mn.v.carer.childAge');

/**
 * Who cares for a child under 18 with a disability in permanent need of care: on the minimum wage the state pays the
 * pension contribution, the carer the rest. What holds for a higher declared income is not stated by the source.
 */
export function carerContributions(
  { on, income, childInCareBorn }: ContributionMonth,
  wage: Version,
  ground: Ground,
  reasoning: Reasoning | undefined,
): NationalContributions {
  const base = wage.amount ?? income;
  const unknown = (fact: string): NationalContributions => {
    const missing = missingFact(fact);
    const shares = (['state', 'insured'] as const).map((payer) =>
      unknownShare('mn.pension', payer, base, missing, reasoning),
    );
    return { insured: true, shares, limitedBy: [], subsidies: [] };
  };
  if (childInCareBorn === undefined) return unknown('input.childInCareBorn');
  if (compare(income, base) > 0) return unknown('input.carerIncome');
  const age = ground.take(CHILD_AGE, on);
  const own = ground.take(OWN, on);
  const adult = Number.isNaN(age.whole) ? undefined : addMonths(childInCareBorn, age.whole);
  if (adult !== undefined && (on >= adult || on < childInCareBorn)) {
    reasoning?.note('mn.v.carerNoChild', 'fails', { args: { age: { age: age.whole } }, from: [age] });
    return { insured: false, shares: [], limitedBy: [], subsidies: [] };
  }
  const pension = shareOf(
    'mn.pension',
    'state',
    base,
    { version: ground.take(STATE, on) },
    TERMS,
    ground,
    reasoning,
  );
  const until = adult === undefined ? undefined : formatDay(addDays(adult, -1));
  reasoning?.note('mn.v.carer', 'holds', {
    args: {
      own: { percent: own.published.value ?? '' },
      until: until === undefined ? '' : { day: until },
    },
    from: [age, own],
  });
  const shares = [
    pension,
    shareOf('mn.benefits', 'insured', base, { version: ground.take(BENEFITS, on) }, TERMS, ground, reasoning),
    shareOf('mn.accident', 'insured', base, { version: ground.take(ACCIDENT, on) }, TERMS, ground, reasoning),
  ];
  if (pension.amount === undefined) return { insured: true, shares, limitedBy: [], subsidies: [] };
  const amount = formatAmount(pension.amount);
  const subsidy = { branch: 'mn.pension', rule: 'mn.v.carer', amount } as const;
  return {
    insured: true,
    shares,
    limitedBy: [],
    subsidies: [until === undefined ? subsidy : { ...subsidy, until }],
  };
}
