/**
 * Makes TypeScript out of the published schemas: `node exchange/documents/generate.ts`. The schemas are the one truth
 * about documents; what stands in `generated/` follows them, and a test holds that it does.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { isJsonObject, type Json, type JsonObject } from '@urtuu/kernel';
import { documentTypesPage } from './reference-page.ts';

const HERE = new URL('.', import.meta.url);
const HEAD = '// Made by ../generate.ts from the schemas; do not edit.\n';
const SHARED = 'urn:urtuu:schema:shared:1.0.0#/$defs/';
const NAME = /^urn:urtuu:schema:(.+):(\d+\.\d+\.\d+)$/;

interface Found {
  readonly file: string;
  /** folder of the schema: what kind of matter it belongs to */
  readonly family: string;
  readonly type: string;
  readonly version: string;
  readonly schema: JsonObject;
}

/** Files made from the schemas, as seen from here, with their text. */
export function generatedFiles(): Readonly<Record<string, string>> {
  const found = globSync('*/*.schema.json', { cwd: HERE }).sort().map(read);
  return {
    'generated/content-types.ts': contentTypes(found),
    'generated/document-schemas.ts': registry(found),
    '../../docs/document-types.md': documentTypesPage(found),
  };
}

/** The text of a generated file as it is committed. */
export function committed(name: string): string {
  return readFileSync(new URL(name, HERE), 'utf8');
}

function contentTypes(found: readonly Found[]): string {
  const shared: Readonly<Record<string, JsonObject>> = JSON.parse(
    readFileSync(new URL('shared.schema.json', HERE), 'utf8'),
  ).$defs;
  const typeOf = typeWriter(shared);
  const blocks = Object.entries(shared)
    .filter(([, schema]) => 'properties' in schema)
    .map(([name, schema]) => `export interface ${pascal(name)} ${typeOf(schema)}\n`);
  const contents = found.map(({ type, schema }) => `export interface ${pascal(type)} ${typeOf(schema)}\n`);
  const members = found.map(({ type }) => `  readonly '${type}': ${pascal(type)};`).join('\n');
  return [
    HEAD,
    `import type { JsonObject } from '@urtuu/kernel';\n`,
    ...blocks,
    ...contents,
    '/** Document type → its content. */',
    `export interface DocumentContents {\n${members}\n}\n`,
  ].join('\n');
}

function registry(found: readonly Found[]): string {
  const imports = found.map(
    ({ file }) => `import ${variable(file)} from '../${file}' with { type: 'json' };`,
  );
  const rows = (text: (one: Found) => string) => found.map((one) => `  '${one.type}': ${text(one)},`);
  return [
    HEAD,
    ...imports,
    '',
    'export const documentSchemas = {',
    ...rows(({ file }) => variable(file)),
    '} as const;',
    '',
    '/** Version of the schema of each type, as envelopes name it. */',
    'export const DOCUMENT_VERSIONS = {',
    ...rows(({ version }) => `'${version}'`),
    '} as const;',
    '',
    '/** The kind of matter each type belongs to. */',
    'export const DOCUMENT_FAMILIES = {',
    ...rows(({ family }) => `'${family}'`),
    '} as const;',
    '',
  ].join('\n');
}

function read(file: string): Found {
  const schema: JsonObject = JSON.parse(readFileSync(new URL(file, HERE), 'utf8'));
  const id = schema['$id'];
  const [, type, version] = (typeof id === 'string' ? NAME.exec(id) : null) ?? [];
  const family = file.split('/')[0];
  if (type === undefined || version === undefined || family === undefined)
    throw new Error(`${file}: $id names no document type and version`);
  return { file, family, type, version, schema };
}

/** Writes the TypeScript type of what a schema lets through. */
function typeWriter(shared: Readonly<Record<string, JsonObject>>): (schema: Json) => string {
  const typeOf = (schema: Json): string => {
    if (!isJsonObject(schema)) throw new Error(`not a schema: ${JSON.stringify(schema)}`);
    const { $ref: ref, const: only, enum: several, anyOf, type } = schema;
    if (typeof ref === 'string') return referred(ref);
    if (only !== undefined) return literal(only);
    if (Array.isArray(several)) return several.map(literal).join(' | ');
    if (Array.isArray(anyOf)) return anyOf.map(typeOf).join(' | ');
    if (type === 'array') return `readonly (${typeOf(schema['items'] ?? null)})[]`;
    if (type === 'object') return isJsonObject(schema['properties']) ? membersOf(schema) : 'JsonObject';
    if (type === 'integer') return 'number';
    if (typeof type !== 'string') throw new Error(`no type: ${JSON.stringify(schema)}`);
    return type;
  };
  const referred = (ref: string): string => {
    const name = ref.slice(SHARED.length);
    const target = shared[name];
    if (target === undefined) throw new Error(`${ref} leads nowhere`);
    return 'properties' in target ? pascal(name) : typeOf(target);
  };
  const membersOf = (schema: JsonObject): string => {
    const { properties, required } = schema;
    if (!isJsonObject(properties)) return 'JsonObject';
    const needed: readonly Json[] = Array.isArray(required) ? required : [];
    const members = Object.entries(properties).map(
      ([name, member]) => `readonly ${name}${needed.includes(name) ? '' : '?'}: ${typeOf(member)};`,
    );
    return `{\n${members.join('\n')}\n}`;
  };
  return typeOf;
}

function literal(value: Json): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}

/** `Claim.oldAge` → `ClaimOldAge` */
function pascal(name: string): string {
  return name
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

function variable(file: string): string {
  const words = (file.split('/')[1] ?? '').replace('.schema.json', '').split('-');
  return words.map((word, i) => (i === 0 ? word : pascal(word))).join('');
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(generatedFiles())) writeFileSync(new URL(name, HERE), text);
}
