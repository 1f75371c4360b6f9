import { missingFact, notEligible, undetermined, type Entitlement } from '../../component.ts';
import { allOf } from '../../condition.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { benefitStatute, type BenefitCase } from '../single-benefit.ts';
import { unemploymentAmount } from './amount.ts';
import { causeOfLoss, notSuspended, registration } from './claim.ts';
import { paidMonths, unemploymentRecord } from './paid-months.ts';

/**
 * Unemployment benefit of Mongolia, from the award date on: after dismissal from the main job, registered in time,
 * with the months of compulsory insurance that the law asks. Voluntary insurance does not cover unemployment.
 */
export const mongoliaUnemployment = benefitStatute((facts, ground, reasoning) => [
  unemployment(facts, ground, reasoning),
]);

function unemployment(
  { record, insured, on }: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const loss = record.wire.circumstances?.unemployment;
  if (loss === undefined) {
    reasoning?.note('mn.ui.notRecorded', 'unknown');
    return undetermined('mn.unemployment', [missingFact('circumstances.unemployment')]);
  }
  const own = unemploymentRecord(insured.settled, loss);
  const conditions = allOf([
    causeOfLoss(loss, on, ground, reasoning),
    registration(loss, on, ground, reasoning),
    paidMonths(own, loss, on, ground, reasoning),
    notSuspended(loss, on, ground, reasoning),
  ]);
  if (conditions.state === 'fails') return notEligible('mn.unemployment');
  if (conditions.state === 'unknown') return undetermined('mn.unemployment', conditions.missing);
  return unemploymentAmount(record, own, loss, on, ground, reasoning);
}
