import type { ClaimInput } from '@urtuu/pensions/contract';
import type { InsuranceRecord } from '@urtuu/law';
import type { RegisterName, RegisterPeople } from '@urtuu/registers';
import type { Career } from '../career.ts';
import { iinOf, registerNumberOf } from '../constructed-person.ts';
import { khurRows, shepRows } from '../register-rows.ts';
import { claimedRecord, wholeRecord } from '../whole-record.ts';
import type { ExampleCase, ExampleStep, ExpectedAssessment } from './example-case.ts';
import type { ExampleDefinition } from './example-definition.ts';
import { DOUBT_CASES } from './doubt-cases.ts';
import { EVENT_CASES } from './event-cases.ts';
import { KANDAS_CASES } from './kandas-cases.ts';
import { KAZAKH_CASES } from './kazakh-cases.ts';
import { MONGOLIAN_CASES } from './mongolian-cases.ts';
import { MONGOLIAN_ROUTES } from './mongolian-routes.ts';

export const EXAMPLES: readonly ExampleDefinition[] = [
  ...KANDAS_CASES,
  ...KAZAKH_CASES,
  ...MONGOLIAN_CASES,
  ...MONGOLIAN_ROUTES,
  ...DOUBT_CASES,
  ...EVENT_CASES,
];

/** The files of an example's folder: name and text. */
export function filesOf(example: ExampleDefinition): ReadonlyMap<string, string> {
  const { person, career, later } = example;
  const files = new Map<string, string>([
    ['README.md', readme(example)],
    ['case.json', pretty(caseOf(example))],
    ['claim.json', pretty(claimOf(example))],
    ['record.json', pretty(recordOf(example))],
    ['register.mn.json', pretty(peopleOf('khur', example, career))],
    ['register.kz.json', pretty(peopleOf('shep', example, career))],
  ]);
  if (later !== undefined) {
    const register = later.at === 'KZ' ? 'shep' : 'khur';
    files.set(
      `register.${later.at.toLowerCase()}.later.json`,
      pretty(peopleOf(register, { person }, later.career)),
    );
  }
  return files;
}

function caseOf(example: ExampleDefinition): ExampleCase {
  const { person, filedOn } = example;
  const owner = person.residence;
  const filedIn = example.filedIn ?? owner;
  const journey = example.journey ?? {};
  return {
    format: 'urtuu-example-case',
    version: 1,
    name: example.name,
    title: { ...example.title },
    kind: 'oldAge',
    filedIn,
    filedOn,
    residence: owner,
    citizen: owner === 'KZ' ? `kz.iin:${iinOf(person)}` : `mn.register:${registerNumberOf(person)}`,
    files: {
      claim: 'claim.json',
      record: 'record.json',
      registers: { MN: 'register.mn.json', KZ: 'register.kz.json' },
    },
    ...(example.assumeInForceFrom === undefined ? {} : { assumeInForceFrom: example.assumeInForceFrom }),
    steps: stepsOf(example, filedIn, owner),
    expected: {
      assess: expectedOf(example),
      journey: {
        automaticAnswer: journey.automaticAnswer ?? true,
        tasks: [...(journey.tasks ?? [])],
        anyPeriods: journey.anyPeriods ?? true,
      },
    },
  };
}

function stepsOf(example: ExampleDefinition, filedIn: 'MN' | 'KZ', owner: 'MN' | 'KZ'): ExampleStep[] {
  const other = owner === 'KZ' ? 'MN' : 'KZ';
  return [
    { do: 'registerClaim', at: filedIn },
    ...(filedIn === owner ? [] : [{ do: 'forwardClaim', at: filedIn } as const]),
    { do: 'requestPeriods', at: owner },
    ...(example.between ?? []),
    {
      do: 'drawDecision',
      at: owner,
      on: example.decideOn,
      ...(example.assumeInForceFrom === undefined ? {} : { assumeInForceFrom: example.assumeInForceFrom }),
    },
    { do: 'approveDecision', at: owner },
    { do: 'approveDecision', at: other },
  ];
}

function expectedOf(example: ExampleDefinition): ExpectedAssessment {
  const { expected, assumeInForceFrom, person } = example;
  return {
    law: person.residence === 'KZ' ? 'kz' : 'mn',
    on: example.decideOn,
    treaty: 'kz-mn',
    ...(assumeInForceFrom === undefined ? {} : { assume: { 'kzmn.inForceFrom': assumeInForceFrom } }),
    simulation: assumeInForceFrom !== undefined,
    ...expected,
  };
}

function claimOf(example: ExampleDefinition): ClaimInput {
  return {
    kind: 'oldAge',
    filedOn: example.filedOn,
    record: claimedRecord(example.person, example.career),
  };
}

function recordOf({ person, career, later }: ExampleDefinition): InsuranceRecord {
  return wholeRecord(person, later?.career ?? career);
}

function peopleOf(
  register: RegisterName,
  { person }: Pick<ExampleDefinition, 'person'>,
  career: Career,
): RegisterPeople {
  const known = person.registered.includes(register === 'khur' ? 'MN' : 'KZ');
  const rows = register === 'khur' ? khurRows(person, career) : shepRows(person, career);
  return { format: 'urtuu-register-people', version: 1, register, people: known ? [rows] : [] };
}

/** Two spaces, but an object of texts alone on one line: registers deliver hundreds of rows. */
function pretty(value: unknown, indent = ''): string {
  const text = write(value, indent);
  return indent === '' ? `${text}\n` : text;
}

function write(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = Object.entries(value);
  if (entries.length === 0) return Array.isArray(value) ? '[]' : '{}';
  const flat = entries.every(([, member]) => typeof member !== 'object' || member === null);
  if (flat && (Array.isArray(value) || indent.length > 2)) return oneLine(value, entries);
  if (Array.isArray(value))
    return `[\n${value.map((item) => inner + write(item, inner)).join(',\n')}\n${indent}]`;
  const members = entries.map(([name, member]) => `${inner}${JSON.stringify(name)}: ${write(member, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function oneLine(value: object, entries: readonly (readonly [string, unknown])[]): string {
  if (Array.isArray(value)) return `[${entries.map(([, item]) => JSON.stringify(item)).join(', ')}]`;
  return `{ ${entries.map(([name, member]) => `${JSON.stringify(name)}: ${JSON.stringify(member)}`).join(', ')} }`;
}

function readme(example: ExampleDefinition): string {
  const { person, assumeInForceFrom } = example;
  const law = person.residence.toLowerCase();
  const treaty = `--treaty kz-mn${assumeInForceFrom === undefined ? '' : ` --assume kzmn.inForceFrom=${assumeInForceFrom}`}`;
  return `# ${example.title.en}

**Who.** ${example.who} The person is constructed; numbers are of the test range.

**What it shows.** ${example.shows}

**By hand**, award date ${example.decideOn}${assumeInForceFrom === undefined ? '' : `, agreement assumed in force from ${assumeInForceFrom}`}:
${example.byHand.map((line) => `- ${line}`).join('\n')}

**Try it.**

\`\`\`sh
npx urtuu assess examples/${example.name}/record.json --law ${law} --on ${example.decideOn} ${treaty}
npx urtuu corridor run examples/${example.name}
\`\`\`
`;
}
