import { z } from 'zod';
import { realDay } from '../../record/calendar-day.ts';

const money = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/);
const year = z.int().min(1937).max(2200);
const byYear = z.record(z.string().regex(/^\d{4}$/), money);

/**
 * What the Social Security Administration states of a person, with the national values of the award: they change every
 * year and belong to no pack of this library, so they come with their source.
 */
export const usCoverageSchema = z.strictObject({
  years: z
    .array(z.strictObject({ year, quarters: z.int().min(0).max(4), earnings: money }))
    .max(80)
    .meta({ description: 'Quarters of coverage and covered earnings by calendar year, USD' }),
  averageWages: byYear.meta({ description: 'Average wage of all workers by year, USD' }),
  yearlyMaximum: byYear.optional().meta({ description: 'Most earnings that count in a year, USD' }),
  pensionFrom: realDay,
  requiredQuarters: z.int().min(6).max(40),
  baseYears: z.strictObject({ first: year, last: year }),
  computationYears: z.int().min(2).max(40),
  indexingYear: year,
  formula: z.strictObject({
    bendPoints: z.array(money).min(1).max(4),
    rates: z
      .array(z.string().regex(/^\d{1,3}(\.\d{1,2})?$/))
      .min(2)
      .max(5),
  }),
  foreignUnit: z
    .enum(['calendarQuarter', 'thirteenWeeks'])
    .meta({ description: 'How the agreement turns foreign coverage into quarters' }),
  source: z.string().min(1).max(200),
});
export type UsCoverage = z.infer<typeof usCoverageSchema>;
