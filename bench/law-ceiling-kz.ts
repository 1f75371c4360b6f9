/** The bare loop for Kazakhstan: see `law-ceiling.ts` for what it is and is not. */
import { addMonths, day, maxDay, monthIndexOf, type Day } from '@urtuu/kernel';
import { versionsOf } from '@urtuu/law';
import type { Loop } from './law-ceiling.ts';
import {
  at,
  count360,
  dayAt,
  dayValue,
  DOCUMENTED,
  OUT,
  OWN,
  PAID,
  value,
  WORKED,
  type Columns,
} from './law-columns.ts';

export function kazakhstan(columns: Columns, on: Day): Loop {
  const { persons, born, female, alive, kandas, periodAt, from, to, bits, childAt, childBorn } = columns;
  const cut = count360(dayValue('kz.record.cutOff', on));
  const closes = count360(on);
  const ageSteps = { men: ages('kz.age.men'), women: ages('kz.age.women') };
  const mother = ['', '.children', '.raisedTo'].map((part) => value(`kz.age.mother${part}`, on));
  const [motherAge = 0, motherChildren = 0, raisedTo = 0] = mother;
  const minimum = value('kz.subsistenceMinimum', on);
  const floor = value('kz.base.floor', on);
  const most = value('kz.base.cap', on);
  const step = value('kz.base.step', on);
  const free = value('kz.base.freeYears', on);
  const least = value('kz.solidarity.minRecord', on);
  const full = {
    men: value('kz.solidarity.fullRecord.men', on),
    women: value('kz.solidarity.fullRecord.women', on),
  };
  const rate = value('kz.solidarity.rate', on);
  const rateStep = value('kz.solidarity.rateStep', on);
  const rateMax = value('kz.solidarity.rateMax', on);
  const limit = value('kz.solidarity.cap', on) * value('kz.mci', on);
  const guaranteed = value('kz.minPension', on);
  const window = value('kz.solidarity.windowMonths', on);
  const windowStart = monthIndexOf(dayValue('kz.solidarity.windowStart', on));
  const windowEnd = monthIndexOf(on);

  return (amounts) => {
    for (let person = 0; person < persons; person += 1) {
      amounts[2 * person] = Number.NaN;
      amounts[2 * person + 1] = Number.NaN;
      if (at(alive, person) === 0) continue;
      const isFemale = at(female, person) === 1;
      const birth = dayAt(born, person);
      if (
        !reached(birth, isFemale ? ageSteps.women : ageSteps.men, on) &&
        !(isFemale && isMother(person, birth))
      )
        continue;

      let before = 0;
      let after = 0;
      let endBefore = 0;
      let endAfter = cut;
      const isKandas = at(kandas, person) === 1;
      for (let i = at(periodAt, person); i < at(periodAt, person + 1); i += 1) {
        const marks = at(bits, i);
        if ((marks & OUT) !== 0) continue;
        const own = (marks & OWN) !== 0;
        const start = at(from, i);
        const end = Math.min(at(to, i), closes);
        if (own || (isKandas && (marks & DOCUMENTED) !== 0)) {
          const last = Math.min(end, cut);
          before += Math.max(0, last - Math.max(start, endBefore));
          endBefore = Math.max(endBefore, last);
        }
        if (own && (marks & (PAID + WORKED)) === PAID + WORKED) {
          after += Math.max(0, end - Math.max(start, endAfter));
          endAfter = Math.max(endAfter, end);
        }
      }
      const years = Math.floor((before + after) / 360);
      const share = Math.min(most, floor + step * Math.max(0, years - free));
      amounts[2 * person] = Math.ceil((minimum * share) / 100);

      const months = Math.floor(before / 30);
      if (months < least) continue;
      const sum = bestSum(columns, person, windowStart, windowEnd, window);
      if (sum < 0) continue;
      const whole = isFemale ? full.women : full.men;
      const base = Math.min(sum, limit * window * 100);
      const above = Math.floor((before - whole * 30) / 360);
      const computed =
        months >= whole
          ? (base * Math.min(rateMax, rate + rateStep * above)) / (window * 10_000)
          : (base * rate * months) / (window * 10_000 * whole);
      amounts[2 * person + 1] = Math.ceil(months >= whole ? Math.max(computed, guaranteed) : computed);
    }
  };

  function isMother(person: number, birth: Day): boolean {
    const first = at(childAt, person);
    if (at(childAt, person + 1) - first < motherChildren) return false;
    const child = dayAt(childBorn, first + motherChildren - 1);
    return addMonths(child, raisedTo) <= on && addMonths(birth, motherAge) <= on;
  }
}

function ages(key: string): AgeStep[] {
  return versionsOf(key)
    .filter((version) => version.value !== null)
    .map((version) => ({
      from: day(version.from),
      until: version.to === null ? Number.POSITIVE_INFINITY : day(version.to),
      months: Number(version.value),
    }));
}

interface AgeStep {
  readonly from: Day;
  readonly until: number;
  readonly months: number;
}

function reached(birth: Day, steps: readonly AgeStep[], on: Day): boolean {
  for (const { from, until, months } of steps) {
    const day = maxDay(addMonths(birth, months), from);
    if (day < until) return day <= on;
  }
  return false;
}

/** Hundredths in the best run of months between two; -1 where no month is paid. */
function bestSum(columns: Columns, person: number, start: number, end: number, window: number): number {
  const { sumAt, sums, paid, firstMonth } = columns;
  const base = at(sumAt, person);
  const length = at(sumAt, person + 1) - base - 1;
  const first = at(firstMonth, person);
  const earliest = Math.max(0, start - first);
  const close = Math.max(0, Math.min(length, end - first));
  if (at(paid, base + close) <= at(paid, base + Math.min(earliest, length))) return -1;
  let best = -1;
  const last = Math.max(start - first, 1 - window, close - window);
  for (let from = Math.max(start - first, 1 - window); from <= last; from += 1) {
    const after = Math.min(from + window, close);
    best = Math.max(best, at(sums, base + after) - at(sums, base + Math.max(0, from)));
  }
  return best;
}
