import { day } from '@urtuu/kernel';
import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { InsuranceRecord } from './record/insurance-record.ts';

/**
 * Computes an earlier result again: the same dates, the answers to open questions that it took, and the parameter
 * versions that it cites, whatever the packs hold today. On the same record the result is the same byte for byte, or
 * the statutes themselves have changed. Ages that depend on the day on which they are reached are searched in today's
 * tables; the version that was found is the stored one.
 */
export function reproduce(record: InsuranceRecord, earlier: Assessment): Assessment {
  const { law, benefit, on, payOn, treaty, flags, parameters, findings } = earlier;
  const answers = flags.flatMap(({ flag, option }) => (option === null ? [] : [[flag, option] as const]));
  return assess(record, {
    law,
    benefit,
    on: day(on),
    payOn: day(payOn),
    ...(treaty.asked ? { treaty: 'kz-mn' } : {}),
    assume: Object.fromEntries(answers),
    stored: parameters,
    explain: findings === undefined ? 'none' : 'full',
  });
}
