/** Writes docs/law-status.md from the country packs and open questions: `node law/parameters/generate.ts`. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { explainOption } from '../finding/explain.ts';
import { wording } from '../finding/wording.ts';
import { openFlags, type Flag } from './flag.ts';
import { PARAMETER_STATUSES, type ParameterVersion } from './parameter.ts';
import { parameterKeys, versionsOf } from './register.ts';

const FILE = new URL('../../docs/law-status.md', import.meta.url);
const LAW = fileURLToPath(new URL('../', import.meta.url));

/** The page as the parameters are now. */
export function lawStatusPage(): string {
  return `${[HEAD, counts(), questions(), ...packs()].join('\n\n')}\n`;
}

/** The page as it is published. */
export function publishedLawStatusPage(): string {
  return readFileSync(FILE, 'utf8');
}

const HEAD = `# What the law engine knows, and how well

Made by \`node law/parameters/generate.ts\` from [law/parameters](../law/parameters); a test holds the two together. Do not edit.

Every legal value carries its source and how well it is known: **confirmed** – read in the law or an official publication; **press** – reported, the text not read; **derived** – follows from confirmed values; **open** – provisional, and every result that uses it says “needs citation”. A value that is not known is empty, never zero: where it matters, the result is *undetermined* and names it.

An open question is a point that no text we have read settles. A result names every open question it stood on and the answer taken, and \`npx urtuu assess … --assume question=answer\` tries another answer. A question or value that no statute reads yet is kept for the law that is still to be written; assuming an answer to it changes nothing.`;

function counts(): string {
  const versions = parameterKeys().flatMap(versionsOf);
  const rows = PARAMETER_STATUSES.map(
    (status) => `| ${status} | ${versions.filter((version) => version.status === status).length} |`,
  );
  const asked = openFlags();
  const unanswered = asked.filter((flag) => flag.default === null).length;
  return [
    '| status | versions |',
    '|---|--:|',
    ...rows,
    '',
    `${parameterKeys().length} parameters, ${versions.length} versions; ${asked.length} open questions, ${unanswered} of them without an answer for now.`,
  ].join('\n');
}

function questions(): string {
  return [
    '## Open questions',
    '',
    'A question without an answer for now makes the result undetermined wherever the answer matters. What settles a question is the text of the statute, of the agreement or of its administrative arrangement; a reviewer who has it adds the value with its source to the country pack and takes the question out.',
    '',
    '| question | | answers | taken for now | read in law/ by |',
    '|---|---|---|---|---|',
    ...openFlags().map(questionRow),
  ].join('\n');
}

function questionRow({ flag, options, default: taken }: Flag): string {
  const answers =
    typeof options === 'string'
      ? `any ${options === 'day' ? 'day' : 'decimal number'}`
      : options.map(answerText).join('; ');
  const words = wording(`flag.${flag}`, {}, 'en');
  const readers = readersOf(flag).map((file) => `[${file}](../law/${file})`);
  const taking = taken === null ? '**none**' : answerText(taken);
  return row([
    `\`${flag}\``,
    words,
    answers,
    taking,
    readers.length === 0 ? '*nobody yet*' : readers.join(', '),
  ]);
}

/** The statutes and packs of this room, apart from the lists that name everything. */
const TEXTS: ReadonlyMap<string, string> = new Map(
  globSync(['**/*.ts', 'parameters/*/*.json'], { cwd: LAW })
    .filter((file) => !/\.test\.ts$|generate\.ts$|flags\.json$|^testing|^finding/.test(file))
    .toSorted()
    .map((file) => [file, readFileSync(`${LAW}${file}`, 'utf8')]),
);

/** Who asks for a key by its literal name; the packs say it where a value answers a question for now. */
function readersOf(key: string): string[] {
  const wanted = [`'${key}'`, `"flag": "${key}"`];
  return [...TEXTS].flatMap(([file, text]) => (wanted.some((name) => text.includes(name)) ? [file] : []));
}

function answerText(option: string): string {
  const words = explainOption(option, 'en');
  return words === option ? `\`${option}\`` : `\`${option}\` ${words}`;
}

/** Titles of the prefixes of keys, in the order of the page. */
const PACKS = {
  'kzmn.': 'Agreement of Kazakhstan and Mongolia',
  'kz.': 'Kazakhstan',
  'mn.': 'Mongolia',
  'cn.': 'China',
} as const;

function packs(): string[] {
  const keys = parameterKeys();
  const known = keys.filter((key) => Object.keys(PACKS).some((prefix) => key.startsWith(prefix)));
  if (known.length < keys.length) throw new Error('A parameter belongs to no section of docs/law-status.md');
  return Object.entries(PACKS).map(([prefix, title]) => {
    const own = keys.filter((key) => key.startsWith(prefix));
    const unread = own.filter((key) => readersOf(key).length === 0);
    return [
      `## ${title}`,
      '',
      ...(unread.length === 0
        ? []
        : [`Not read by any statute yet: ${unread.map((key) => `\`${key}\``).join(', ')}.`, '']),
      '| parameter | from | until | value | unit | status | source | note |',
      '|---|---|---|--:|---|---|---|---|',
      ...own.flatMap(versionsOf).map(versionRow),
    ].join('\n');
  });
}

function versionRow(version: ParameterVersion): string {
  const { key, value, unit, to, status, source, note } = version;
  const from = startText(version);
  return row([`\`${key}\``, from, to ?? '', value ?? '**unknown**', unit, status, source, note ?? '']);
}

/** As exact as the source: a year where it gives a year, and in brackets where it gives no start at all. */
function startText({ from, datePrecision, startStated, knownIn }: ParameterVersion): string {
  const lengths = { year: 4, month: 7, day: 10 } as const;
  const stated = from.slice(0, lengths[datePrecision]);
  if (startStated) return stated;
  return knownIn === undefined
    ? `(${stated}, start not stated)`
    : `(start not stated; in force in ${knownIn})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

if (import.meta.main) writeFileSync(FILE, lawStatusPage());
