import type { Day } from '@urtuu/kernel';
import type { CountedRun, SettledRecord } from '../coordination/settle.ts';
import { days360 } from '../record/length.ts';

type Where = (run: CountedRun) => boolean;

/** Insurance in Mongolia of whatever kind. */
const ANY: Where = ({ period }) => period.country === 'MN';

/** 30/360 length of insurance before a day. */
export function lengthBefore({ counted }: SettledRecord, before: Day, where: Where = ANY): number {
  let length = 0;
  for (const run of counted) if (where(run)) length += within(run, undefined, before);
  return length;
}

/** The same from a day on. */
export function lengthWithin({ counted }: SettledRecord, from: Day, before: Day, where: Where = ANY): number {
  let length = 0;
  for (const run of counted) if (where(run)) length += within(run, from, before);
  return length;
}

/** 30/360 length of insurance without a gap that reaches up to a day; 0 where none does. */
export function unbrokenBefore({ counted }: SettledRecord, before: Day, where: Where = ANY): number {
  let unbroken = 0;
  let reachedTo: Day | undefined;
  for (const run of counted) {
    if (!where(run) || run.from >= before) continue;
    const own = within(run, undefined, before);
    unbroken = reachedTo === run.from ? unbroken + own : own;
    reachedTo = run.to < before ? run.to : before;
  }
  return reachedTo === before ? unbroken : 0;
}

function within({ from, to }: CountedRun, start: Day | undefined, before: Day): number {
  const first = start === undefined || from > start ? from : start;
  const last = to < before ? to : before;
  return last <= first ? 0 : days360(last) - days360(first);
}
