/** The published schemas (JSON Schema 2020-12), compiled once. What a schema cannot say is in ../rules. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isUuid, parseDay, type Json, type JsonObject } from '@urtuu/kernel';
import envelope from './envelope.schema.json' with { type: 'json' };
import { documentSchemas } from './generated/document-schemas.ts';
import shared from './shared.schema.json' with { type: 'json' };
import type { DocumentType } from './types.ts';

export { documentSchemas };
export const envelopeJsonSchema = envelope;
export const sharedJsonSchema = shared;

/** Members of the schemas for people: texts in the other languages, code lists, documents of EESSI. */
const ANNOTATIONS = ['x-title', 'x-description', 'x-labels', 'x-codes', 'x-sed'];

/** A place where a value is not what its schema says. */
export interface SchemaFault {
  /** RFC 6901 pointer */
  readonly pointer: string;
  /** keyword of JSON Schema, such as `required` or `format` */
  readonly keyword: string;
  readonly detail: string;
}

/** The first hundred faults are enough for anybody to repair a document. */
const MOST_FAULTS = 100;

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
ajv.addFormat('day', (text) => parseDay(text).ok);
ajv.addFormat('instant', (text) => parseDay(INSTANT.exec(text)?.[1] ?? '').ok);
ajv.addFormat('uuid-lower', isUuid);
ajv.addVocabulary(ANNOTATIONS);
ajv.addSchema(shared);

const validators = Object.fromEntries(
  Object.entries(documentSchemas).map(([type, schema]) => [type, ajv.compile(schema)]),
) as Record<DocumentType, ValidateFunction>;
const validateEnvelope = ajv.compile(envelope);

export function documentFaults(type: DocumentType, content: Json): SchemaFault[] {
  return faultsOf(validators[type], content);
}

export function envelopeFaults(value: JsonObject): SchemaFault[] {
  return faultsOf(validateEnvelope, value);
}

function faultsOf(validate: ValidateFunction, value: Json): SchemaFault[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, MOST_FAULTS).map(fault);
}

/** Points at the member itself where one is missing or must not be there, as a person would. */
function fault(error: ErrorObject): SchemaFault {
  const params: Record<string, unknown> = error.params;
  const member = params['missingProperty'] ?? params['additionalProperty'];
  const pointer =
    typeof member === 'string'
      ? `${error.instancePath}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`
      : error.instancePath;
  return { pointer, keyword: error.keyword, detail: error.message ?? error.keyword };
}
