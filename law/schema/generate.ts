import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { insuranceRecordSchema } from '../record/insurance-record.ts';

const FILE = new URL('insurance-record.schema.json', import.meta.url);

/** The JSON Schema (2020-12) of the insurance record, made from the schema that parses it. */
export function insuranceRecordJsonSchema(): unknown {
  return z.toJSONSchema(insuranceRecordSchema);
}

/** The schema that is published beside this script; the formatter lays it out. */
export function publishedJsonSchema(): unknown {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

if (import.meta.main) writeFileSync(FILE, JSON.stringify(insuranceRecordJsonSchema(), null, 2));
