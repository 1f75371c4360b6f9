/** The schemas as JSON to be walked: what reads them as data needs no type of each. */
import type { JsonObject } from '@urtuu/kernel';
import { documentSchemas, sharedJsonSchema } from './schemas.ts';
import type { DocumentType } from './types.ts';

const SCHEMAS: Readonly<Record<string, JsonObject>> = JSON.parse(JSON.stringify(documentSchemas));

/** The blocks that the schemas share, under `$defs`. */
export const SHARED_SCHEMA: JsonObject = JSON.parse(JSON.stringify(sharedJsonSchema));

export function schemaOf(type: DocumentType): JsonObject {
  return SCHEMAS[type] ?? {};
}
