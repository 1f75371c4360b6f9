import { compare } from '@urtuu/kernel';
import { notEligible, undetermined, type Entitlement } from '../../component.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { pensionRight } from '../pension-right.ts';
import { benefitStatute, type BenefitCase } from '../single-benefit.ts';
import { welfareAmount } from './amount.ts';
import { welfareGrounds } from './grounds.ts';

/**
 * Welfare pension of Mongolia: for the old, people of very short stature or with a disability, orphans and single heads
 * of large households, who have no right to a pension of social insurance. Of several grounds the best paid is taken.
 */
export const mongoliaWelfare = benefitStatute((facts, ground, reasoning) => [
  welfare(facts, ground, reasoning),
]);

function welfare(
  { record, insured, on, payOn }: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const grounds = welfareGrounds(record, on, ground, reasoning);
  const open = grounds.filter(({ condition }) => condition.state === 'holds');
  if (open.length === 0) {
    const missing = grounds.flatMap(({ condition }) => condition.missing);
    return missing.length === 0 ? notEligible('mn.welfare') : undetermined('mn.welfare', missing);
  }
  const right = pensionRight(record, insured, on, ground, reasoning);
  if (right.state === 'holds') return notEligible('mn.welfare');
  if (right.state === 'unknown') return undetermined('mn.welfare', right.missing);
  return open
    .map((one) => welfareAmount(one, record, payOn, ground, reasoning))
    .reduce((best, next) => (isMore(next, best) ? next : best));
}

function isMore(next: Entitlement, best: Entitlement): boolean {
  if (next.amount === undefined) return false;
  return best.amount === undefined || compare(next.amount, best.amount) > 0;
}
