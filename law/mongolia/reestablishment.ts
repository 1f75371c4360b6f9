import { day, type Day } from '@urtuu/kernel';
import { oldAgeBenefit } from '../agreements/kz-mn.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';

const AWARDED_FROM = parameter('mn.average.reestablish.awardedFrom');
const AWARDED_BEFORE = parameter('mn.average.reestablish.awardedBefore');
const WINDOW = parameter('mn.average.windowMonths');

/**
 * Pensions awarded from 2019 to 2023 on an average of six or seven years may once be established again on five
 * (pension law Art 29.3): an assessment under the new law is that computation, and says so.
 */
export function noteReestablishment(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): void {
  const existing = oldAgeBenefit(record, 'MN');
  if (existing === undefined) return;
  const from = ground.take(AWARDED_FROM, on);
  const before = ground.take(AWARDED_BEFORE, on);
  const awarded = day(existing.from);
  if (from.day === undefined || before.day === undefined) return;
  if (awarded < from.day || awarded >= before.day) return;
  const window = ground.take(WINDOW, on);
  reasoning?.note('mn.reestablish', 'info', {
    args: { from: { day: existing.from }, months: window.whole },
    from: [from, before, window],
  });
}
