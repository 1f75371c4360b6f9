/**
 * People as columns, for the ceiling of the law bench alone. It holds what the two loops beside it ask; a person whom
 * they would have to ask more of is refused.
 */
import { addDays, civilDate, day, parseDecimal, toNumber, type Day } from '@urtuu/kernel';
import { inForce, type CompiledRecord } from '@urtuu/law';

/** Bits of a period. */
export const OWN = 1;
export const OUT = 2;
export const PAID = 4;
export const DOCUMENTED = 8;
export const WORKED = 16;
export const HERDING = 32;

// Typed arrays answer every index of the loops: these two only tell the compiler so.
export function at(column: Int32Array | Uint8Array | Float64Array, index: number): number {
  return column[index] ?? 0;
}

export function dayAt(column: Int32Array, index: number): Day {
  return addDays(FIRST_DAY, at(column, index));
}

const FIRST_DAY = day('1970-01-01');

export interface Columns {
  readonly persons: number;
  readonly born: Int32Array;
  readonly female: Uint8Array;
  /** alive on the award date */
  readonly alive: Uint8Array;
  readonly kandas: Uint8Array;
  /** of each person the first period, child, month and span of voluntary insurance; one more at the end */
  readonly periodAt: Int32Array;
  readonly childAt: Int32Array;
  readonly sumAt: Int32Array;
  readonly spanAt: Int32Array;
  /** 30/360 days */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly bits: Uint8Array;
  readonly childBorn: Int32Array;
  readonly firstMonth: Int32Array;
  readonly sums: Float64Array;
  readonly paid: Int32Array;
  readonly spanFrom: Int32Array;
  readonly spanTo: Int32Array;
}

export function columnsOf(people: readonly CompiledRecord[], country: 'KZ' | 'MN', on: Day): Columns {
  const tables = people.map(({ kzEarnings, mnEarnings }) => (country === 'KZ' ? kzEarnings : mnEarnings));
  const periods = people.flatMap((person) => person.periods);
  const spans = people.flatMap(({ mnVoluntary }) => mnVoluntary);
  people.forEach(refuseUnusual);
  return {
    persons: people.length,
    born: Int32Array.from(people, ({ bornFrom }) => bornFrom),
    female: Uint8Array.from(people, ({ sex }) => Number(sex === 'female')),
    alive: Uint8Array.from(people, ({ died }) => Number(died === undefined || died >= on)),
    kandas: Uint8Array.from(people, ({ kandasSince: since }) => Number(since !== undefined && since <= on)),
    periodAt: starts(people.map((person) => person.periods.length)),
    childAt: starts(people.map(({ children }) => children?.length ?? 0)),
    sumAt: starts(tables.map(({ sums }) => sums.length)),
    spanAt: starts(people.map(({ mnVoluntary }) => mnVoluntary.length)),
    from: Int32Array.from(periods, (period) => count360(period.from)),
    to: Int32Array.from(periods, (period) => count360(period.to)),
    bits: Uint8Array.from(periods, (period) => bitsOf(period, country)),
    childBorn: Int32Array.from(people.flatMap(({ children }) => [...(children ?? [])].sort((a, b) => a - b))),
    firstMonth: Int32Array.from(tables, ({ first }) => first),
    sums: Float64Array.from(tables.flatMap(({ sums }) => [...sums])),
    paid: Int32Array.from(tables.flatMap(({ paid }) => [...paid])),
    spanFrom: Int32Array.from(spans, ({ from }) => from),
    spanTo: Int32Array.from(spans, ({ to }) => to),
  };
}

/** The value of a parameter in force, as a number. The ceiling has no figures of its own. */
export function value(key: string, on: Day): number {
  const parsed = parseDecimal(inForce(key, on)?.value ?? '');
  if (parsed === undefined) throw new Error(`${key} is not a number on the day of the bench`);
  return toNumber(parsed);
}

/** A parameter that is a day. */
export function dayValue(key: string, on: Day): Day {
  return day(inForce(key, on)?.value ?? '');
}

export function count360(value: Day): number {
  const { year, month, day: dayOfMonth } = civilDate(value);
  return year * 360 + month * 30 + Math.min(dayOfMonth, 30);
}

type Period = CompiledRecord['periods'][number];

function bitsOf(period: Period, country: 'KZ' | 'MN'): number {
  const { activity, kind, certainty, evidenced } = period;
  const out = activity === 'unknown' || activity === 'other' || (certainty === 'claimed' && !evidenced);
  return (
    (period.country === country ? OWN : 0) +
    (out ? OUT : 0) +
    (period.insured && (kind === 'compulsory' || kind === 'voluntary') ? PAID : 0) +
    (period.documented ? DOCUMENTED : 0) +
    (kind === 'compulsory' ? WORKED : 0) +
    (period.herding ? HERDING : 0)
  );
}

function refuseUnusual({ bornFrom, bornTo, averages, periods }: CompiledRecord): void {
  if (bornFrom !== bornTo || averages.length > 0 || !periods.every(isUsual))
    throw new Error('The ceiling of the law bench does not know such a person');
}

function isUsual({ opvr, activity, kind }: Period): boolean {
  return !opvr && activity !== 'childCare' && kind !== 'boughtBack' && kind !== 'funded';
}

function starts(lengths: readonly number[]): Int32Array {
  const at = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => (at[i + 1] = (at[i] ?? 0) + length));
  return at;
}
