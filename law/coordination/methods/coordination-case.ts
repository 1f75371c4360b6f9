import { ok, refuse, type Result } from '@urtuu/kernel';
import { z } from 'zod';
import { LAW_CODES } from '../../assessment.ts';
import type { Fault } from '../../record/fault.ts';
import type { InsuranceRecord } from '../../record/insurance-record.ts';
import { formFaults } from '../../record/form-faults.ts';
import { parseInsuranceRecord, type CheckIdentifier } from '../../record/parse.ts';
import { statedSchemeSchema, type StatedScheme } from './stated-scheme.ts';
import { usCoverageSchema, type UsCoverage } from './us-coverage.ts';

const lawSchema = z.strictObject({ law: z.enum(LAW_CODES) });

/** All of a case but the record, which has a reader of its own. */
const caseSchema = z.strictObject({
  record: z.unknown(),
  schemes: z
    .array(z.union([lawSchema, statedSchemeSchema]))
    .min(1)
    .max(12)
    .meta({ description: 'A law of this library, or the formula that an institution has stated' }),
  us: usCoverageSchema.optional(),
});

/** A person with periods in several states, and whose formulas are to share the pension. */
export interface CoordinationCase {
  readonly record: InsuranceRecord;
  readonly schemes: readonly (z.infer<typeof lawSchema> | StatedScheme)[];
  readonly us?: UsCoverage | undefined;
}

/**
 * Reads a case from a parsed JSON value. A bare insurance record is a case of the laws of Kazakhstan and Mongolia.
 * Every fault is named with its place.
 */
export function parseCoordinationCase(
  json: unknown,
  checkIdentifier?: CheckIdentifier,
): Result<CoordinationCase, Fault[]> {
  if (typeof json === 'object' && json !== null && 'person' in json) {
    const record = parseInsuranceRecord(json, checkIdentifier);
    return record.ok ? ok({ record: record.value, schemes: [{ law: 'kz' }, { law: 'mn' }] }) : record;
  }
  const shell = caseSchema.safeParse(json, { reportInput: true });
  if (!shell.success) return refuse(formFaults(shell.error));
  const record = parseInsuranceRecord(shell.data.record, checkIdentifier);
  if (!record.ok)
    return refuse(record.error.map((found) => ({ ...found, pointer: `/record${found.pointer}` })));
  return ok({ ...shell.data, record: record.value });
}
