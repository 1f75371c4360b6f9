/** Writes docs/examples.md from the definitions of the examples: `node node/synth/examples/examples-page.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { ExampleDefinition } from './example-definition.ts';
import { EXAMPLES } from './example-files.ts';

const FILE = new URL('../../../docs/examples.md', import.meta.url);

/** The page as the definitions are now. */
export function examplesPage(): string {
  return `${[HEAD, tableOf(EXAMPLES), TAIL].join('\n\n')}\n`;
}

/** The page as it is published. */
export function publishedExamplesPage(): string {
  return readFileSync(FILE, 'utf8');
}

const HEAD = `# Examples

Made by \`node node/synth/examples/examples-page.ts\` from the definitions in [node/synth/examples](../node/synth/examples); a test holds the two together. Do not edit.

Each example is a person as both national registers would deliver him or her, the claim, what the clerks do step by step, and what must come out, computed by hand in the README of its folder. No person exists. Two commands try one:

- \`npx urtuu corridor run examples/<name>\` runs the whole case through both national nodes by their public interfaces, prints each step with its time, and ends with both decisions and their explanations. It ends with a code other than 0 if the outcome is not the expected one.
- \`npx urtuu assess examples/<name>/record.json --law …\` assesses the finished record alone; the options that belong to each example are in the table. Exit codes: 0 eligible, 3 not eligible, 4 undetermined, 2 wrong input.

Where an entry into force is assumed, the result is a simulation and says so: the agreement between Kazakhstan and Mongolia is not in force.`;

const TAIL = `In the demonstration (\`npm start\`) the same people are in the registers. A clerk can import \`examples/<name>/claim.json\` as a claim, and each example has a citizen who can sign in, as \`citizen.<name>.kz\` or \`citizen.<name>.mn\`.`;

function tableOf(examples: readonly ExampleDefinition[]): string {
  return [
    '| example | who | shows | expected | assess with |',
    '|---|---|---|---|---|',
    ...examples.map(rowOf),
  ].join('\n');
}

function rowOf(example: ExampleDefinition): string {
  const { name, who, shows } = example;
  const cells = [
    `[${name}](../examples/${name}/README.md)`,
    who,
    shows,
    expectedText(example),
    options(example),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const OUTCOMES = { eligible: 'eligible', notEligible: 'not eligible', undetermined: 'undetermined' } as const;

function expectedText({ expected, assumeInForceFrom }: ExampleDefinition): string {
  const { outcome, total, until, missing } = expected;
  return [
    OUTCOMES[outcome],
    ...(total === undefined ? [] : [`${grouped(total.amount)} ${total.currency} a month`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(missing === undefined ? [] : [`missing: ${missing.map((fact) => `\`${fact}\``).join(', ')}`]),
    ...(assumeInForceFrom === undefined ? [] : ['simulation']),
  ].join(', ');
}

function options({ person, decideOn, assumeInForceFrom }: ExampleDefinition): string {
  const assumed = assumeInForceFrom === undefined ? '' : ` --assume kzmn.inForceFrom=${assumeInForceFrom}`;
  return `\`--law ${lawOf(person)} --treaty kz-mn --on ${decideOn}${assumed}\``;
}

/** The state of residence decides first. */
function lawOf({ residence }: ExampleDefinition['person']): 'mn' | 'kz' {
  return residence === 'MN' ? 'mn' : 'kz';
}

function grouped(amount: string): string {
  return amount.replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

if (import.meta.main) writeFileSync(FILE, examplesPage());
