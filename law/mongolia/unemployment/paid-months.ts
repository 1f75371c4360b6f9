import { addDays, day, type Day } from '@urtuu/kernel';
import { missingParameter, unknownAmong } from '../../component.ts';
import { allOf, findingOf, met, unknownFor, type Condition } from '../../condition.ts';
import type { CountedRun, SettledRecord } from '../../coordination/settle.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { parameter } from '../../parameters/register.ts';
import type { Circumstances } from '../../record/insurance-record.ts';
import { fullMonths } from '../../record/length.ts';
import { lengthBefore, lengthWithin, unbrokenBefore } from '../insured-before.ts';

const PAID = parameter('mn.ui.paidMonths');
const CONSECUTIVE = parameter('mn.ui.consecutiveMonths');
const REQUALIFY = parameter('mn.ui.requalifyMonths');

/** Compulsory insurance before the job ended; 30/360 lengths. */
export interface UnemploymentRecord {
  readonly length: number;
  /** of it without a gap up to the last day of the job */
  readonly unbroken: number;
  /** of it after an earlier benefit; the whole where there was none */
  readonly sinceBenefit: number;
}

export function unemploymentRecord(
  settled: SettledRecord,
  { endedOn, earlierBenefitUntil }: NonNullable<Circumstances['unemployment']>,
): UnemploymentRecord {
  const end = addDays(day(endedOn), 1);
  const length = lengthBefore(settled, end, isCompulsory);
  return {
    length,
    unbroken: unbrokenBefore(settled, end, isCompulsory),
    sinceBenefit:
      earlierBenefitUntil === undefined
        ? length
        : lengthWithin(settled, addDays(day(earlierBenefitUntil), 1), end, isCompulsory),
  };
}

function isCompulsory({ period }: CountedRun): boolean {
  return period.country === 'MN' && period.kind === 'compulsory';
}

/** At least 24 paid months, the last 9 of them without a gap; after an earlier benefit 12 new ones. */
export function paidMonths(
  own: UnemploymentRecord,
  { earlierBenefitUntil }: NonNullable<Circumstances['unemployment']>,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Condition {
  const paid = ground.take(PAID, on);
  const consecutive = ground.take(CONSECUTIVE, on);
  const versions = [paid, consecutive];
  const again = earlierBenefitUntil === undefined ? undefined : ground.take(REQUALIFY, on);
  if (again !== undefined) versions.push(again);
  const unknown = unknownAmong(versions);
  if (unknown.length > 0) {
    reasoning?.unknown(unknown);
    return unknownFor(...unknown.map(missingParameter));
  }
  const inAll = met(fullMonths(own.length) >= paid.whole);
  reasoning?.note('mn.ui.paidMonths', findingOf(inAll), {
    args: { held: { months: fullMonths(own.length) }, required: { months: paid.whole } },
    from: [paid],
  });
  const atLast = met(fullMonths(own.unbroken) >= consecutive.whole);
  reasoning?.note('mn.ui.consecutive', findingOf(atLast), {
    args: { held: { months: fullMonths(own.unbroken) }, required: { months: consecutive.whole } },
    from: [consecutive],
  });
  if (again === undefined) return allOf([inAll, atLast]);
  const anew = met(fullMonths(own.sinceBenefit) >= again.whole);
  reasoning?.note('mn.ui.requalify', findingOf(anew), {
    args: { held: { months: fullMonths(own.sinceBenefit) }, required: { months: again.whole } },
    from: [again],
  });
  return allOf([inAll, atLast, anew]);
}
