/**
 * Stated sums are claims. The dated periods are the truth: each sum is counted again by every convention the caller
 * names, and the answer says which of them it agrees with, if any.
 */
import {
  addDays,
  addMonths,
  type Day,
  type Interval,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  parseDay,
  type Rational,
} from '@urtuu/kernel';
import { member } from './tree.ts';

/** A way of counting. The law holds eight; this room only asks them. */
export interface Counting {
  readonly name: string;
  readonly unit: 'day' | 'month';
  /** whether the last day that a document writes belongs to the period */
  readonly bounds: 'inclusive' | 'exclusive';
  /** units of a month and of a year; absent where months differ in length */
  readonly month?: number;
  readonly year?: number;
  readonly measure: (spans: Iterable<Interval>) => Rational;
}

/** A stated sum beside what one convention counts. */
export interface Recount {
  readonly convention: string;
  readonly unit: 'day' | 'month';
  /** the stated sum in units; null: this convention cannot express it, such as days where months are counted */
  readonly stated: number | null;
  /** what the dated periods give: whole units, and what remains of one as `num/den` */
  readonly recomputed: number;
  readonly fraction?: string;
  /** stated less recomputed; null with `stated`, and where a fraction remains */
  readonly difference: number | null;
}

export interface SumClaim {
  /** pointer in the content */
  readonly pointer: string;
  readonly stated: JsonObject;
  /** pointers of the dated periods that the sum is about */
  readonly periods: readonly string[];
  /** why nothing could be counted */
  readonly unknown?: 'no-periods' | 'open-period' | 'no-dates';
  readonly recounts: readonly Recount[];
  /** names of the conventions that give exactly the stated sum */
  readonly agreesWith: readonly string[];
}

/** The stated sums of a period certificate, each counted again. Other documents state none. */
export function statedSums(content: Json, countings: readonly Counting[]): SumClaim[] {
  const periods = listOf(content, 'periods').map((period, i) => ({ period, pointer: `/periods/${i}` }));
  const claims: SumClaim[] = [];
  const claim = (pointer: string, sum: Json | undefined, about: readonly Placed[]): void => {
    if (isJsonObject(sum)) claims.push(recounted(pointer, sum, about, countings));
  };
  for (const placed of periods)
    claim(`${placed.pointer}/statedSum`, member(placed.period, 'statedSum'), [placed]);
  for (const { list, mask } of TOTALS)
    for (const [i, total] of listOf(content, list).entries())
      claim(
        `/${list}/${i}/sum`,
        member(total, 'sum'),
        periods.filter(
          ({ period }) => counts(period, mask) && isOfType(period, member(total, 'type', 'code')),
        ),
      );
  return claims;
}

/** Which digits of a period say that a total counts it: 000 stands for none. */
const TOTALS = [
  { list: 'entitlementTotals', mask: 'relevance' },
  { list: 'calculationTotals', mask: 'calculation' },
] as const;

interface Placed {
  readonly period: Json;
  readonly pointer: string;
}

function counts(period: Json, mask: 'relevance' | 'calculation'): boolean {
  return member(period, mask) !== '000';
}

/** Ten-steps of the type list are families: a total of 10 is about 10 to 13. A total without a type is about all. */
function isOfType(period: Json, type: Json | undefined): boolean {
  const own = member(period, 'type', 'code');
  if (type === undefined || own === type) return true;
  return typeof type === 'string' && typeof own === 'string' && type.endsWith('0') && own[0] === type[0];
}

function recounted(
  pointer: string,
  stated: JsonObject,
  about: readonly Placed[],
  countings: readonly Counting[],
): SumClaim {
  const found = { pointer, stated, periods: about.map(({ pointer: each }) => each) };
  const dated = about.map(({ period }) => datesOf(period));
  const spans = dated.filter((dates) => typeof dates === 'object');
  const unknown =
    about.length === 0
      ? 'no-periods'
      : (dated.find((dates) => dates === 'no-dates') ?? dated.find((dates) => dates === 'open-period'));
  if (unknown === 'no-periods' || unknown === 'open-period' || unknown === 'no-dates')
    return { ...found, unknown, recounts: [], agreesWith: [] };
  const recounts = countings.map((counting) => recount(stated, spans, counting));
  return {
    ...found,
    recounts,
    agreesWith: recounts.filter(({ difference }) => difference === 0).map(({ convention }) => convention),
  };
}

interface Dates {
  readonly first: Day;
  readonly last: Day;
}

function datesOf(period: Json): Dates | 'open-period' | 'no-dates' {
  const [from, to] = [member(period, 'from'), member(period, 'to')];
  if (typeof from === 'string' && to === null) return 'open-period';
  if (typeof from !== 'string' || typeof to !== 'string') return 'no-dates';
  const [first, last] = [parseDay(from), parseDay(to)];
  return first.ok && last.ok && first.value <= last.value
    ? { first: first.value, last: last.value }
    : 'no-dates';
}

function recount(stated: JsonObject, dates: readonly Dates[], counting: Counting): Recount {
  const spans = dates.flatMap(({ first, last }) => {
    const to = counting.bounds === 'inclusive' ? addDays(last, 1) : last;
    return first < to ? [{ from: first, to }] : [];
  });
  const length = counting.measure(spans);
  const recomputed = Number(length.num / length.den);
  const isWhole = length.num % length.den === 0n;
  const units = unitsOf(stated, counting, dates);
  return {
    convention: counting.name,
    unit: counting.unit,
    stated: units ?? null,
    recomputed,
    ...(isWhole ? {} : { fraction: `${length.num % length.den}/${length.den}` }),
    difference: units === undefined || !isWhole ? null : units - recomputed,
  };
}

/** A stated sum in units of a convention. */
function unitsOf(stated: JsonObject, counting: Counting, dates: readonly Dates[]): number | undefined {
  const part = (name: string): number => Number(stated[name] ?? 0);
  const months = part('years') * 12 + part('quarters') * 3 + part('months');
  const days = part('weeks') * Number(stated['dayBasis'] ?? 7) + part('days');
  if (counting.unit === 'month') return days === 0 ? months : undefined;
  if (months === 0) return days;
  const { month, year } = counting;
  if (month !== undefined && year !== undefined)
    return Math.floor(months / 12) * year + (months % 12) * month + days;
  // Where months differ in length, years and months have one only from a given day on: the first of a sole period.
  const [only, ...more] = dates;
  if (only === undefined || more.length > 0) return undefined;
  return addDays(addMonths(only.first, months), days) - only.first;
}

function listOf(value: Json, name: string): readonly Json[] {
  const found = member(value, name);
  return isJsonList(found) ? found : [];
}
