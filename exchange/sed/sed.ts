/**
 * SEDs as JSON, to and from our documents. Both ways are total: what the other side has no place for is in the list of
 * losses, and what a document must have but no SED says is named too.
 */
import { isJsonList, isJsonObject, type Json, type JsonObject, ok, refuse, type Result } from '@urtuu/kernel';
import { isKnownCode } from '../documents/code-lists.ts';
import { documentFaults, documentSchemas, type SchemaFault } from '../documents/schemas.ts';
import { isDocumentType, type DocumentType } from '../documents/types.ts';
import type { Loss } from './ledger.ts';
import { NAV_RULES } from './nav/table.ts';
import { plainRules } from './plain.ts';
import { block } from './rule.ts';
import { DOCUMENT_OF_SED, isSedName, SED_NAMES, sedOfDocument, type SedName } from './sed-names.ts';
import { translate } from './translate.ts';
import { member } from './tree.ts';

/** `nav`: names of Norway's pension agency; `plain`: neutral English names, the document under `content`. */
export const DIALECTS = ['nav', 'plain'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A code of no list that we hold. It is carried; a clerk decides what it means. */
export interface UnknownCode {
  /** pointer in the document */
  readonly pointer: string;
  readonly system: string;
  readonly code: string;
}

export interface SedVersion {
  readonly sedGVer: string;
  readonly sedVer: string;
}

export interface ImportedSed {
  readonly sed: SedName;
  readonly dialect: Dialect;
  readonly version: Partial<SedVersion>;
  readonly document: { readonly type: DocumentType; readonly schema: string; readonly content: JsonObject };
  readonly losses: readonly Loss[];
  /** pointers in the content of members that follow from others or from the kind of SED */
  readonly supplied: readonly string[];
  readonly unknownCodes: readonly UnknownCode[];
  /** where the content is not what its schema wants: members the SED does not say, above all */
  readonly faults: readonly SchemaFault[];
}

export interface ExportedSed {
  readonly sed: SedName;
  readonly dialect: Dialect;
  readonly json: JsonObject;
  readonly losses: readonly Loss[];
  readonly unknownCodes: readonly UnknownCode[];
}

export type SedRefusalCode =
  | 'not-an-object'
  | 'sed-unknown'
  | 'dialect-unclear'
  | 'wrong-type'
  | 'document-type-unknown'
  | 'document-without-sed'
  | 'document-invalid';

export interface SedRefusal {
  readonly code: SedRefusalCode;
  /** RFC 6901 pointer in the input */
  readonly pointer: string;
  /** what was found and what was wanted */
  readonly detail: string;
}

/** The version that the public data model writes where none is asked for. */
export const SED_VERSION: SedVersion = { sedGVer: '4', sedVer: '2' };

/** Reads a SED. The dialect is told by its members unless it is given. */
export function importSed(
  json: Json,
  options: { readonly dialect?: Dialect | undefined } = {},
): Result<ImportedSed, readonly SedRefusal[]> {
  if (!isJsonObject(json)) return refused('not-an-object', '', 'wanted an object with the member sed');
  const name = json['sed'];
  if (typeof name !== 'string' || !isSedName(name))
    return refused('sed-unknown', '/sed', `found ${shown(name)}, wanted one of ${SED_NAMES.join(', ')}`);
  const dialect = options.dialect ?? dialectOf(json);
  if (dialect === undefined)
    return refused(
      'dialect-unclear',
      '',
      'found neither content nor nav, pensjon or trygdetid; name the dialect',
    );
  const type = DOCUMENT_OF_SED[name];
  const version = versionOf(json);
  const body = Object.fromEntries(
    Object.entries(json).filter(([member]) => member !== 'sed' && !Object.hasOwn(version, member)),
  );
  const rules = dialect === 'nav' ? NAV_RULES[name] : [block('content', '', plainRules(type))];
  const translated = translate(rules, { value: body, pointer: '' }, 'import');
  if (!translated.ok)
    return refused('wrong-type', translated.error.pointer, `wanted ${translated.error.wanted}`);
  const { value: content, losses, supplied } = translated.value;
  return ok({
    sed: name,
    dialect,
    version,
    document: { type, schema: documentSchemas[type].$id, content },
    losses,
    supplied,
    unknownCodes: [...unknownCodes(content, '')],
    faults: documentFaults(type, content),
  });
}

/** Writes a document `{type, content}` as a SED. The content must pass its schema. */
export function exportSed(
  json: Json,
  options: { readonly dialect?: Dialect | undefined; readonly version?: SedVersion | undefined } = {},
): Result<ExportedSed, readonly SedRefusal[]> {
  const { dialect = 'nav', version = SED_VERSION } = options;
  if (!isJsonObject(json))
    return refused('not-an-object', '', 'wanted an object with the members type and content');
  const { type, content } = json;
  if (typeof type !== 'string' || !isDocumentType(type))
    return refused('document-type-unknown', '/type', `found ${shown(type)}, wanted a type of document`);
  const sed = sedOfDocument(type);
  if (sed === undefined)
    return refused('document-without-sed', '/type', `found ${type}, which no SED here covers`);
  if (!isJsonObject(content)) return refused('document-invalid', '/content', 'wanted an object');
  const faults = documentFaults(type, content);
  if (faults.length > 0)
    return refuse(
      faults.map(({ pointer, detail }) => ({
        code: 'document-invalid',
        pointer: `/content${pointer}`,
        detail,
      })),
    );
  const rules = dialect === 'nav' ? NAV_RULES[sed] : plainRules(type);
  const translated = translate(rules, { value: content, pointer: '/content' }, 'export');
  if (!translated.ok)
    return refused('wrong-type', translated.error.pointer, `wanted ${translated.error.wanted}`);
  const { value, losses } = translated.value;
  return ok({
    sed,
    dialect,
    json: dialect === 'nav' ? { sed, ...version, ...value } : { sed, content: value },
    losses,
    unknownCodes: [...unknownCodes(content, '/content')],
  });
}

function versionOf({ sedGVer, sedVer }: JsonObject): Partial<SedVersion> {
  return {
    ...(typeof sedGVer === 'string' ? { sedGVer } : {}),
    ...(typeof sedVer === 'string' ? { sedVer } : {}),
  };
}

function dialectOf(json: JsonObject): Dialect | undefined {
  if (Object.hasOwn(json, 'content')) return 'plain';
  return ['nav', 'pensjon', 'trygdetid'].some((name) => Object.hasOwn(json, name)) ? 'nav' : undefined;
}

function refused(
  code: SedRefusalCode,
  pointer: string,
  detail: string,
): Result<never, readonly SedRefusal[]> {
  return refuse([{ code, pointer, detail }]);
}

function shown(value: Json | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60);
}

function* unknownCodes(value: Json, pointer: string): Generator<UnknownCode> {
  if (isJsonList(value))
    for (const [i, item] of value.entries()) yield* unknownCodes(item, `${pointer}/${i}`);
  if (!isJsonObject(value)) return;
  const [system, code] = [member(value, 'system'), member(value, 'code')];
  if (typeof system === 'string' && typeof code === 'string') {
    if (!isKnownCode({ system, code })) yield { pointer, system, code };
    return;
  }
  for (const [name, item] of Object.entries(value))
    if (name !== 'ext') yield* unknownCodes(item, `${pointer}/${name}`);
}
