/** The page docs/document-types.md, from the schemas and code lists themselves: `node exchange/documents/generate.ts`. */
import { isJsonObject, type Json, type JsonObject } from '@urtuu/kernel';
import { CODE_LISTS, type CodeList } from './code-lists.ts';
import shared from './shared.schema.json' with { type: 'json' };

export interface DocumentSchema {
  /** file below exchange/documents */
  readonly file: string;
  readonly family: string;
  readonly type: string;
  readonly schema: JsonObject;
}

const FAMILIES: Readonly<Record<string, string>> = {
  claim: 'Claims',
  period: 'Periods and earnings',
  decision: 'Decisions',
  information: 'Information and events',
  payment: 'Payments, savings and controls',
  horizontal: 'Horizontal exchanges',
  administration: 'Administration of a case',
};

const HEAD = `# Document types

Made by \`node exchange/documents/generate.ts\` from the schemas; a test holds the two together. Do not edit.

Every document of the exchange has a type, and every type a JSON Schema (2020-12) with the name and the meaning of each field in English, Mongolian, Kazakh, Russian and Chinese. The schemas are the one truth: types of the code, forms of the console and printed documents are made from them. EESSI is the European exchange of social security information; its documents that a type covers stand beside it. An agreement says which types its states exchange; [the profile](exchange-profile.md#documents) lists those of today.

An asterisk marks what must be there. All types take \`ext\` as well, by agreement of both sides.`;

/** Reference → the shared block that it leads to. */
const BLOCKS: ReadonlyMap<string, JsonObject> = new Map(
  Object.entries<JsonObject>(JSON.parse(JSON.stringify(shared.$defs))).map(([name, block]) => [
    `${shared.$id}#/$defs/${name}`,
    block,
  ]),
);

/** The page as the schemas have it now. */
export function documentTypesPage(schemas: readonly DocumentSchema[]): string {
  const families = Object.entries(FAMILIES).map(([family, title]) =>
    [`## ${title}`, ...schemas.filter((one) => one.family === family).map(sectionOf)].join('\n\n'),
  );
  return `${[HEAD, ...families, codeListsOf([...CODE_LISTS.values()])].join('\n\n')}\n`;
}

function sectionOf({ file, type, schema }: DocumentSchema): string {
  const covers = textsOf(schema['x-sed']).map((sed) => `\`${sed}\``);
  const about = [
    `${textOf(schema['title'])}.`,
    schema['description'] === undefined ? '' : `${textOf(schema['description'])}.`,
    covers.length === 0 ? '' : `EESSI: ${covers.join(', ')}.`,
    `[Schema](../exchange/documents/${file})`,
  ];
  const needed = textsOf(schema['required']);
  const fields = Object.entries(membersOf(schema)).filter(([name]) => name !== 'ext');
  const rows = fields.map(
    ([name, member]) => `| \`${name}\`${needed.includes(name) ? '*' : ''} | ${meaningOf(member)} |`,
  );
  return [
    `### ${type}`,
    about.filter((text) => text !== '').join(' '),
    ['| field | meaning |', '|---|---|', ...rows].join('\n'),
  ].join('\n\n');
}

/** A field's own words before those of the block it refers to. */
function meaningOf(member: JsonObject): string {
  const block = BLOCKS.get(textOf(member['$ref'])) ?? {};
  const title = textOf(member['title'] ?? block['title']);
  const more = textOf(member['description'] ?? (member['title'] === undefined ? block['description'] : ''));
  return more === '' ? title : `${title}. ${more}`;
}

function codeListsOf(lists: readonly CodeList[]): string {
  const rows = lists.map(
    ({ id, version, source, codes }) =>
      `| \`${id}\` | ${version} | ${Object.keys(codes).length} | ${source} |`,
  );
  return [
    '## Code lists',
    'Closed lists, each with a text in five languages; a code whose meaning no source tells has none. An unknown code is carried as it came, flagged, and looked at by a person.',
    ['| list | version | codes | source |', '|---|---|--:|---|', ...rows].join('\n'),
  ].join('\n\n');
}

function membersOf(schema: JsonObject): Readonly<Record<string, JsonObject>> {
  const { properties } = schema;
  if (!isJsonObject(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, member]) => (isJsonObject(member) ? [[name, member]] : [])),
  );
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
