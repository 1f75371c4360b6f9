import { ok, refuse, type Result } from '@urtuu/kernel';
import { z } from 'zod';
import { realDay } from '../record/calendar-day.ts';
import type { Fault } from '../record/fault.ts';
import { formFaults } from '../record/form-faults.ts';

const percent = z
  .string()
  .regex(/^-?\d{1,2}(\.\d{1,4})?$/)
  .meta({ description: 'Percent a year, a decimal text' });
const share = z.string().regex(/^\d{1,2}(\.\d{1,4})?$/);
const money = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/);

/** A person's plan with a private pension fund: what is in it, what is paid in, how it grows and is paid out. */
export const privateFundSchema = z
  .strictObject({
    name: z.string().min(1).max(200).optional(),
    units: money.optional().meta({ description: 'Units held; their value is the last published price' }),
    unitPrices: z
      .array(z.strictObject({ on: realDay, price: money.regex(/[1-9]/) }))
      .max(20_000)
      .optional()
      .meta({ description: 'Published unit prices' }),
    balance: money.optional().meta({ description: 'Where there are no units' }),
    contribution: money.default('0').meta({ description: 'Paid in a month' }),
    entryFee: share.default('0').meta({ description: 'Percent of each contribution' }),
    yearlyFee: share.default('0').meta({ description: 'Percent of the assets a year' }),
    returns: percent
      .optional()
      .meta({ description: 'Assumed return a year before fees; else what the unit prices have achieved' }),
    payoutMonths: z.int().min(1).max(720).meta({ description: 'Months over which the plan is paid out' }),
  })
  .refine(
    ({ returns, unitPrices = [] }) =>
      returns !== undefined || new Set(unitPrices.map(({ on }) => on)).size > 1,
    {
      path: ['returns'],
      message: 'wanted an assumed return, or unit prices of two days to take one from',
    },
  );

/**
 * What a forecast supposes. Every value has a default that adds nothing: today's law and today's prices go on, income
 * grows as fast as everything the law prices, accounts earn as much. Rates are therefore real ones, above that path.
 */
export const tierAssumptionsSchema = z.strictObject({
  wageGrowth: percent.default('0').meta({ description: 'Own income above the level that the law follows' }),
  returns: percent.default('0').meta({ description: 'Return on funded accounts of the law, after fees' }),
  incomeTax: share.default('0').meta({ description: 'Percent of income after own contributions' }),
  pensionTax: share.default('0').meta({ description: 'Percent of pensions' }),
  privateFund: privateFundSchema.optional(),
});
export type TierAssumptions = z.infer<typeof tierAssumptionsSchema>;
export type PrivateFund = z.infer<typeof privateFundSchema>;
/** As it is written, with what has a default left out. */
export type TierAssumptionsInput = z.input<typeof tierAssumptionsSchema>;

/** Reads a private plan from a parsed JSON value; every fault with its place. */
export function parsePrivateFund(json: unknown): Result<PrivateFund, Fault[]> {
  const parsed = privateFundSchema.safeParse(json, { reportInput: true });
  return parsed.success ? ok(parsed.data) : refuse(formFaults(parsed.error));
}
