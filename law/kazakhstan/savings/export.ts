import { decimal, multiply, round, type Rational } from '@urtuu/kernel';
import type { ConvertedAmount } from '../../assessment.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { formatAmount, HALF_UP_TO_HUNDREDTH, kzt } from '../../money.ts';
import { flag } from '../../parameters/flag.ts';
import type { Circumstances } from '../../record/insurance-record.ts';

type OfficialRate = NonNullable<NonNullable<Circumstances['departure']>['officialRate']>;

const ROUND = flag('round.export');

/**
 * An amount paid into an account in Mongolia under the agreement: converted at the official tenge rate of the day of
 * the operation, to 0.01 MNT; the awarding party bears the costs of the transfer. The tenge amount has been rounded by
 * its own component before. Undefined while the rate of the day is not supplied.
 */
export function exportedAmount(
  amount: Rational,
  rate: OfficialRate | undefined,
  ground: Ground,
  reasoning: Reasoning | undefined,
): ConvertedAmount | undefined {
  const flags = [ground.used(ROUND)];
  if (rate === undefined) {
    reasoning?.note('kz.savings.rateMissing', 'unknown', { flags });
    return undefined;
  }
  const converted = round(multiply(amount, decimal(rate.mntPerKzt)), HALF_UP_TO_HUNDREDTH);
  const text = formatAmount(converted);
  reasoning?.note('kz.savings.export', 'holds', {
    args: {
      amount: kzt(amount),
      rate: { decimal: rate.mntPerKzt },
      on: { day: rate.on },
      source: rate.source,
      converted: { amount: text, currency: 'MNT' },
    },
    flags,
  });
  return { amount: text, currency: 'MNT', rate: rate.mntPerKzt, on: rate.on, source: rate.source };
}
