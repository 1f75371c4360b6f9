/** The bare loop for Mongolia: see `law-ceiling.ts` for what it is and is not. */
import { addMonths, day, monthIndexOf, type Day } from '@urtuu/kernel';
import { versionsOf } from '@urtuu/law';
import type { Loop } from './law-ceiling.ts';
import {
  at,
  count360,
  dayAt,
  dayValue,
  DOCUMENTED,
  HERDING,
  OUT,
  OWN,
  PAID,
  value,
  WORKED,
  type Columns,
} from './law-columns.ts';

export function mongolia(columns: Columns, on: Day): Loop {
  const { persons, born, female, alive, periodAt, from, to, bits, childAt } = columns;
  const insuranceStart = count360(dayValue('mn.insuranceStart', on));
  const closes = count360(on);
  const windowEnd = monthIndexOf(on);
  const bySex = (men: string, women: string): readonly [men: number, women: number] => [
    value(men, on),
    value(women, on),
  ];
  const requestAge = bySex('mn.age.request.men', 'mn.age.request.women');
  const byBirth = [versionsOf('mn.age.byBirth.men'), versionsOf('mn.age.byBirth.women')].map((versions) => ({
    from: Int32Array.from(versions, (version) => day(version.from)),
    months: Int32Array.from(versions, (version) => Number(version.value)),
  }));
  const herderAge = bySex('mn.herder.age.men', 'mn.herder.age.women');
  const herding = bySex('mn.herder.herdingRecord.men', 'mn.herder.herdingRecord.women');
  const herderRecord = value('mn.herder.record', on);
  const required = value('mn.full.record', on);
  const later = value('mn.full.recordLater', on);
  const motherAge = value('mn.mother.age', on);
  const motherRecord = value('mn.mother.record', on);
  const motherChildren = value('mn.mother.children', on);
  const leastPart = value('mn.proportional.record', on);
  const rate = value('mn.rate', on);
  const increment = value('mn.incrementRate', on);
  const baseMonths = value('mn.baseMonths', on);
  const minimumFull = value('mn.minPension.full', on);
  const minimumPart = value('mn.minPension.proportional', on);
  const window = value('mn.average.windowMonths', on);
  const lastMonths = value('mn.average.lastMonths', on);
  const average = { sum: 0, divisor: 1 };

  return (amounts) => {
    for (let person = 0; person < persons; person += 1) {
      amounts[2 * person] = Number.NaN;
      amounts[2 * person + 1] = Number.NaN;
      if (at(alive, person) === 0) continue;
      let length = 0;
      let herded = 0;
      let reachedTo = 0;
      for (let i = at(periodAt, person); i < at(periodAt, person + 1); i += 1) {
        const marks = at(bits, i);
        if ((marks & OUT) !== 0 || (marks & OWN) === 0) continue;
        const proved = (marks & DOCUMENTED) !== 0 && (marks & (WORKED | PAID)) !== 0;
        // Before social insurance on a document, afterwards if insured.
        const opens = proved ? 0 : insuranceStart;
        const ends = (marks & PAID) === 0 ? insuranceStart : closes;
        const start = Math.max(at(from, i), opens, reachedTo);
        const end = Math.min(at(to, i), ends, closes);
        if (end <= start) continue;
        length += end - start;
        if ((marks & HERDING) !== 0) herded += end - start;
        reachedTo = end;
      }
      const months = Math.floor(length / 30);
      const sex = at(female, person);
      const birth = dayAt(born, person);
      const general = generalAge(byBirth[sex], birth);
      const ofAge = general <= on;
      const children = at(childAt, person + 1) - at(childAt, person);
      const full =
        (months >= required && addMonths(birth, requestAge[sex] ?? 0) <= on) ||
        (months >= later && ofAge) ||
        (sex === 1 &&
          children >= motherChildren &&
          months >= motherRecord &&
          addMonths(birth, motherAge) <= on) ||
        (herded > 0 &&
          months >= herderRecord &&
          Math.floor(herded / 30) >= (herding[sex] ?? 0) &&
          addMonths(birth, herderAge[sex] ?? 0) <= on);
      if (!full && !(ofAge && months >= leastPart && months < later)) continue;
      if (!bestAverage(columns, person, windowEnd, window, lastMonths, average)) continue;
      const { sum, divisor } = average;
      if (full) {
        const above = Math.max(0, Math.floor((length - baseMonths * 30) / 360));
        const computed = (sum * (rate + increment * above)) / (divisor * 10_000);
        amounts[2 * person] = Math.floor(Math.max(computed, minimumFull) + 0.5);
      } else {
        const computed = (sum * rate * months) / (divisor * 10_000 * baseMonths);
        amounts[2 * person + 1] = Math.floor(Math.max(computed, minimumPart) + 0.5);
      }
    }
  };
}

function generalAge(steps: { from: Int32Array; months: Int32Array } | undefined, birth: Day): number {
  if (steps === undefined) return Number.POSITIVE_INFINITY;
  let low = 0;
  let high = steps.from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(steps.from, middle) <= birth) low = middle;
    else high = middle - 1;
  }
  return addMonths(birth, at(steps.months, low));
}

/** The best average of a run of months within the last years of contributions, as sum and divisor. */
function bestAverage(
  columns: Columns,
  person: number,
  close: number,
  window: number,
  lastMonths: number,
  average: { sum: number; divisor: number },
): boolean {
  const { sumAt, sums, paid, firstMonth, spanAt, spanFrom, spanTo } = columns;
  const base = at(sumAt, person);
  const first = at(firstMonth, person);
  let end = Math.min(at(sumAt, person + 1) - base - 1, close - first);
  while (end > 0 && at(paid, base + end) === at(paid, base + end - 1)) end -= 1;
  if (end <= 0) return false;
  average.sum = 0;
  average.divisor = window;
  const last = end - window;
  for (let from = Math.min(last, Math.max(end - lastMonths, 0)); from <= last; from += 1) {
    const start = base + Math.max(0, from);
    const after = base + from + window;
    const sum = at(sums, after) - at(sums, start);
    let divisor = at(paid, after) - at(paid, start);
    if (divisor < window) {
      let otherwise = divisor === 0;
      for (let i = at(spanAt, person); i < at(spanAt, person + 1); i += 1)
        if (at(spanFrom, i) < first + from + window && at(spanTo, i) > first + from) otherwise = true;
      if (otherwise) divisor = window;
    }
    if (sum * average.divisor > average.sum * divisor) {
      average.sum = sum;
      average.divisor = divisor;
    }
  }
  return true;
}
