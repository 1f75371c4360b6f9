import {
  add,
  addDays,
  compare,
  day,
  decimal,
  interval,
  minRational,
  multiply,
  parseDay,
  type Interval,
  type Rational,
  type RoundingMode,
} from '@urtuu/kernel';
import { z } from 'zod';
import { realDay } from '../../record/calendar-day.ts';
import type { RecordPeriod } from '../../record/insurance-record.ts';
import { convention, CONVENTIONS } from '../counting/convention.ts';
import { CLOSED, PRO_RATA, type Scheme, type SchemeAward } from './scheme.ts';

const money = z.string().regex(/^\d{1,9}(\.\d{1,4})?$/);
const units = z.string().regex(/^\d{1,6}(\.\d{1,4})?$/);
const ROUNDING_MODES = ['floor', 'ceil', 'halfUp', 'trunc'] as const satisfies readonly RoundingMode[];

/** The pension formula of a state outside this library, as its institution states it. */
export const statedSchemeSchema = z.strictObject({
  state: z.string().regex(/^[A-Z]{2}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  convention: z.enum(CONVENTIONS).meta({ description: 'How the law counts the length of periods' }),
  qualifying: units.meta({ description: 'Least length, in the unit of the convention' }),
  full: units.optional().meta({ description: 'Longest length that raises the benefit' }),
  pensionFrom: realDay.meta({
    description: 'Day from which the age is reached, as the institution states it',
  }),
  fixed: money.optional().meta({ description: 'Part of the benefit that does not depend on length' }),
  perUnit: money.meta({ description: 'Benefit a month for each unit of length' }),
  rounding: z.strictObject({ mode: z.enum(ROUNDING_MODES), unit: money }),
  proRata: z.enum(PRO_RATA).default('compared'),
  source: z.string().min(1).max(200).meta({ description: 'Who stated it, in which document' }),
});
export type StatedScheme = z.infer<typeof statedSchemeSchema>;

/** The scheme of a stated formula: `fixed + perUnit × min(length, full)` where the least length is reached. */
export function statedScheme(stated: StatedScheme, on: string): Scheme {
  const counting = convention(stated.convention);
  const full = stated.full === undefined ? undefined : decimal(stated.full);
  const length = (periods: readonly RecordPeriod[]): Rational =>
    counting.measure(periods.flatMap((period) => spanOf(period, counting.bounds)));
  const ofState = (periods: readonly RecordPeriod[]): RecordPeriod[] =>
    periods.filter(({ country }) => country === stated.state);
  const formula = (periods: readonly RecordPeriod[]): SchemeAward => {
    if (on < stated.pensionFrom) return CLOSED;
    const counted = full === undefined ? length(periods) : minRational(length(periods), full);
    return {
      outcome: 'open',
      amount: add(decimal(stated.fixed ?? '0'), multiply(decimal(stated.perUnit), counted)),
    };
  };
  const award = (periods: readonly RecordPeriod[]): SchemeAward =>
    compare(length(periods), decimal(stated.qualifying)) < 0 ? CLOSED : formula(periods);
  return {
    state: stated.state,
    currency: stated.currency,
    rounding: { mode: stated.rounding.mode, unit: decimal(stated.rounding.unit) },
    proRata: stated.proRata,
    full,
    year: counting.measure([ONE_YEAR]),
    own: (periods) => award(ofState(periods)),
    ownLength: (periods) => length(ofState(periods)),
    award,
    length,
    formula: (periods) => formula(ofState(periods)),
  };
}

/** A year of 365 days, in which every convention has its full number of units. */
const ONE_YEAR: Interval = { from: day('2001-01-01'), to: day('2002-01-01') };

function spanOf({ from, to }: RecordPeriod, bounds: 'inclusive' | 'exclusive'): Interval[] {
  const first = parseDay(from);
  const last = to === null ? undefined : parseDay(to);
  if (!first.ok || last === undefined || !last.ok) return [];
  const span = interval(first.value, bounds === 'inclusive' ? addDays(last.value, 1) : last.value);
  return span === undefined ? [] : [span];
}
