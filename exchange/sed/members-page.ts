/** The page that shows every mapping, member by member. It is made from the rules themselves. */
import { unreachable, type JsonObject } from '@urtuu/kernel';
import { NAV_RULES } from './nav/table.ts';
import { ADDRESS, BANK, INSTITUTION, PARTY } from './nav/person.ts';
import { CERTIFIED_SUM } from './nav/periods.ts';
import { PLAIN_NAMES } from './plain.ts';
import type { Block, Each, First, Path, Picked, Rule } from './rule.ts';
import { DOCUMENT_OF_SED, SED_NAMES } from './sed-names.ts';

/** Blocks that stand in many SEDs and are shown once. */
const SHARED: readonly (readonly [string, readonly Rule[]])[] = [
  ['person', PARTY],
  ['address', ADDRESS],
  ['bank', BANK],
  ['institution', INSTITUTION],
  ['sum', CERTIFIED_SUM],
];

export function membersPage(): string {
  const shared = SHARED.map(([name, rules]) => `### Block: ${name}\n\n${table(rules, rules)}`);
  const seds = SED_NAMES.map(
    (sed) => `### ${sed}: \`${DOCUMENT_OF_SED[sed]}\`\n\n${table(NAV_RULES[sed], undefined)}`,
  );
  const names = Object.entries(PLAIN_NAMES).map(([ours, plain]) => `| \`${ours}\` | \`${plain}\` |`);
  return `# Members of EESSI documents

Made by \`node exchange/sed/generate.ts\` from the mapping; a test holds the two together. Do not edit. [What the mapping is for, its losses and its sources](sed.md).

\`[]\` is every item of a list, \`[0]\` its first, \`{…}\` the item with these members. *Supplied* members follow from others or from the kind of SED. *Also read* is a second public place or spelling. Members that are not here have no place on the other side and are listed as losses.

## Names of Norway's pension agency

${[...shared, ...seds].join('\n\n')}

## Plain names

The plain dialect has the names of [our document types](document-types.md) but for these:

| ours | plain |
|---|---|
${names.join('\n')}
`;
}

interface Row {
  readonly sed: string;
  readonly document: string;
  readonly note: string;
}

function table(rules: readonly Rule[], shown: readonly Rule[] | undefined): string {
  const rows = rules.flatMap((rule) => rowsOf(rule, '', '', shown));
  const said = rows.filter(({ sed }) => sed !== '');
  const supplied = [
    ...new Set(rows.filter(({ sed }) => sed === '').map(({ document }) => `\`${document}\``)),
  ];
  return [
    '| SED | document | |',
    '|---|---|---|',
    ...said.map(({ sed, document, note }) => `| \`${sed}\` | \`${document}\` | ${note} |`),
    ...(supplied.length === 0 ? [] : ['', `Supplied: ${supplied.join(', ')}.`]),
  ].join('\n');
}

function rowsOf(rule: Rule, sed: string, document: string, shown: readonly Rule[] | undefined): Row[] {
  const ours = `${document}${joint(document, rule.document)}`;
  switch (rule.kind) {
    case 'sorted':
      return [];
    case 'derived':
      return [{ sed: '', document: ours, note: '' }];
    case 'joined':
      return rule.sed.map((path) => ({
        sed: `${sed}${joint(sed, path)}`,
        document: ours,
        note: 'one text, with a comma',
      }));
    case 'leaf':
      return [{ sed: `${sed}${joint(sed, rule.sed)}`, document: ours, note: rule.alias ? 'also read' : '' }];
    case 'block':
    case 'each':
    case 'first':
    case 'pick':
      return blockRows(rule, sed, ours, shown);
    default:
      return unreachable(rule);
  }
}

const ITEM = { block: '', each: '[]', first: '[0]', pick: '' } as const;

function blockRows(
  rule: Block | Each | First | Picked,
  sed: string,
  ours: string,
  shown: readonly Rule[] | undefined,
): Row[] {
  const theirs = `${sed}${joint(sed, rule.sed)}${ITEM[rule.kind]}`;
  const document = `${ours}${rule.kind === 'each' || rule.kind === 'pick' ? itemOf(rule.where) : ''}`;
  if (rule.kind === 'each' && rule.alias) return [{ sed: theirs, document, note: 'also read' }];
  const known = SHARED.find(([, rules]) => rules === rule.rules && rules !== shown);
  if (known !== undefined) return [{ sed: theirs, document, note: `block: ${known[0]}` }];
  return rule.rules.flatMap((each) => rowsOf(each, theirs, document, shown));
}

function itemOf(where: JsonObject): string {
  const members = Object.entries(where).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return members.length === 0 ? '[]' : `{${members.join(', ')}}`;
}

function joint(before: string, path: Path): string {
  return path.length === 0 ? '' : `${before === '' ? '' : '.'}${path.join('.')}`;
}
