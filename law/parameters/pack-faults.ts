import { parseDay, parseDecimal } from '@urtuu/kernel';
import { z } from 'zod';
import { fault, type Fault } from '../record/fault.ts';
import { formFaults } from '../record/form-faults.ts';
import { PARAMETER_STATUSES } from './parameter.ts';

const text = z.string().trim().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const packSchema = z.strictObject({
  series: z.array(
    z.strictObject({
      key: z.string().regex(/^[a-z]+(\.[A-Za-z0-9]+)+$/),
      unit: text,
      note: text.optional(),
      selectedBy: text.optional(),
      versions: z
        .array(
          z.strictObject({
            from: day,
            value: z.string().nullable(),
            status: z.enum(PARAMETER_STATUSES),
            source: text,
            datePrecision: z.enum(['day', 'month', 'year']).optional(),
            startStated: z.boolean().optional(),
            knownIn: z
              .string()
              .regex(/^\d{4}$/)
              .optional(),
            note: text.optional(),
            flag: text.optional(),
          }),
        )
        .min(1),
    }),
  ),
});

/**
 * What is wrong with a country pack, each fault with its place: form, sources, statuses, keys of one pack only, dates in
 * order and without two versions of one day, values of their unit. A version lasts until the next, so there can be no
 * silent gap: a time without a known value is a version whose value is null.
 * @param flags names of the open questions that versions may point at
 */
export function faultsOfPack(json: unknown, flags: ReadonlySet<string>): Fault[] {
  const parsed = packSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) return formFaults(parsed.error);
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  parsed.data.series.forEach(({ key, unit, versions }, i) => {
    const at = `/series/${i}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, i);
    else faults.push(fault(`${at}/key`, 'duplicate-id', `"${key}" already names /series/${first}`));
    versions.forEach(({ from, value, flag, datePrecision }, k) => {
      const here = `${at}/versions/${k}`;
      const previous = versions[k - 1];
      if (!parseDay(from).ok)
        faults.push(fault(`${here}/from`, 'impossible-date', `${from} is not a day of the calendar`));
      if (previous !== undefined && from <= previous.from)
        faults.push(
          fault(`${here}/from`, 'value', `${from} is not after ${previous.from}: versions overlap`),
        );
      if (datePrecision === 'year' && !from.endsWith('-01-01'))
        faults.push(
          fault(`${here}/from`, 'value', `${from} is known to the year only, so it stands as 1 January`),
        );
      const fits =
        value === null || (unit === 'day' ? parseDay(value).ok : parseDecimal(value) !== undefined);
      if (!fits) faults.push(fault(`${here}/value`, 'value', `"${value}" is not of unit ${unit}`));
      if (flag !== undefined && !flags.has(flag))
        faults.push(fault(`${here}/flag`, 'unknown-flag', `no open question is named "${flag}"`));
    });
  });
  return faults;
}
